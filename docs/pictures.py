"""`python -m docs.pictures`: the pictures of docs/vi, each of a file its page's own steps leave behind.

Needs LibreOffice. Steps that are commands are run by the installed `docgen`.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from openpyxl import load_workbook
from PIL import Image, ImageOps

from docs.manual import MANUAL, Shown, steps, text_of

FOLDER = MANUAL / "anh"
_WIDTH = 800  # pixels of a page
_EDGE = 12
_COLOURS = 32


@dataclass(frozen=True)
class Picture:
    """A part of the first page of a file: `top` and `bottom` as shares of the height."""

    name: str
    manual: str
    file: str
    top: float = 0.0
    bottom: float = 1.0


PICTURES = (
    Picture("trang-1", "ke-hoach-dau-tien.md", "build/kl50/than-uyen.docx"),
    Picture("so-excel", "so-lieu-excel.md", "data/don-vi.xlsx"),
    Picture("mau-word", "mau-word.md", "templates/hd36/ke-hoach.docx", bottom=0.55),
    Picture("theo-doi", "so-sanh-du-thao.md", "so-sanh.docx", top=0.32, bottom=0.75),
    Picture("phieu", "so-sanh-du-thao.md", "phieu.docx", bottom=0.6),
)


def main() -> None:
    """Draw every picture anew."""
    FOLDER.mkdir(exist_ok=True)
    for picture in PICTURES:
        with tempfile.TemporaryDirectory(prefix="docgen-") as folder:
            _walk(picture.manual, Path(folder))
            _draw(picture, _pages_of(Path(picture.file).absolute(), Path(folder)))
            os.chdir(MANUAL)


def _walk(page: str, folder: Path) -> None:
    """Do what a page says; the workspace is the current folder afterwards."""
    docgen = str(Path(sys.executable).with_name("docgen"))
    os.chdir(folder)
    if "$ docgen init" not in text_of(page):
        subprocess.run([docgen, "init", "viec"], check=True, capture_output=True)
        os.chdir("viec")
    for step in steps(text_of(page)):
        if not isinstance(step, Shown):
            step()
        elif step.words[0] == "cd":
            os.chdir(step.words[1])
        else:
            subprocess.run([docgen, *step.words[1:]], check=False, capture_output=True)


def _pages_of(file: Path, folder: Path) -> Path:
    """The PDF LibreOffice makes of a file."""
    if file.suffix == ".xlsx":
        _on_one_page(file)
    program = shutil.which("soffice") or "libreoffice"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / f"{file.stem}.pdf"


def _on_one_page(file: Path) -> None:
    """Some columns of the first page of a workbook, with the letters and numbers at its edges."""
    book = load_workbook(file)
    first = book.worksheets[0]
    for other in book.worksheets[1:]:
        other.sheet_state = "hidden"
    for letter in "CDFHJKL":
        first.column_dimensions[letter].hidden = True
    first.column_dimensions["B"].width = 45
    first.print_area = "A1:M12"
    first.print_options.headings = first.print_options.gridLines = True
    first.page_setup.orientation = "landscape"
    first.page_setup.fitToHeight = 0
    first.sheet_properties.pageSetUpPr.fitToPage = True
    book.save(file)


def _draw(picture: Picture, pdf: Path) -> None:
    with pypdfium2.PdfDocument(pdf) as pages:
        page = pages[0]
        image = page.render(scale=2 * _WIDTH / page.get_width()).to_pil().convert("RGB")
    part = image.crop((0, int(image.height * picture.top), image.width, int(image.height * picture.bottom)))
    drawn = ImageOps.expand(part.crop(ImageOps.invert(part.convert("L")).getbbox()), _EDGE, "white")
    small = drawn.resize((_WIDTH, drawn.height * _WIDTH // drawn.width), Image.Resampling.LANCZOS)
    small.quantize(_COLOURS).save(FOLDER / f"{picture.name}.png", optimize=True)


if __name__ == "__main__":
    main()
