"""Clean papers as bytes, made once a session: nothing in them is wrong.

`hd36` and `hd05` are built by docgen; a name with a letterhead (`hd36/tabs`) is the same paper typed by a person
without our styles; the others are papers of `papers/`, typed likewise. All bodies but those of the seed are invented.
"""

import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import get_args

from click.testing import CliRunner

from docgen.cli.main import cli
from docgen.load.everything import Workbook
from docgen.workspace.samples import copy_samples
from tests.check.planting.typist import Letterhead, Typist
from tests.check.planting.wording import words_of_built, words_of_file
from tests.conftest import ROOT, edit, workbook_of

BUILT = ("hd36", "hd05")
WRITTEN = (
    "hd36-phu-luc", "hd36-quyet-dinh", "hd36-cong-van", "hd36-to-trinh", "hd05-phu-luc",
    "nd30", "nd30-phu-luc", "nd30-cong-van",
)  # fmt: skip
LETTERHEADS: tuple[Letterhead, ...] = get_args(Letterhead)
PAPERS = (*BUILT, *(f"{name}/{letterhead}" for name in (*BUILT, *WRITTEN) for letterhead in LETTERHEADS))
_SIGNER = "nguoi_ky: Nguyễn Văn A"


def clean(paper: str) -> bytes:
    """A paper of PAPERS; without a letterhead a written one is typed with a table."""
    name, _, letterhead = paper.partition("/")
    if name in BUILT and not letterhead:
        return built(name)
    return typed(name, letterhead or "table")


def form_of(paper: str) -> str:
    """The form a paper is of: the first four letters of its name."""
    return paper[:4]


@cache
def typed(name: str, letterhead: Letterhead) -> bytes:
    """A paper typed in Word, in style Normal alone."""
    lines = words_of_built(built(name)) if name in BUILT else words_of_file(name)
    return Typist(form_of(name), letterhead).type(lines)


def built(form: str) -> bytes:
    """The plan of than-uyen (hd36) or of an invented commune (hd05) with number, day and signer."""
    return _office(form)[0]


def workbook(form: str) -> Workbook:
    """The data behind the built paper; for nd30, of which docgen builds none, those of 2023."""
    return _office(form if form in BUILT else "hd36")[1]


@cache
def _office(form: str) -> tuple[bytes, Workbook]:
    """A workspace, its one paper and its data."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder, "viec")
        paper = _workspace_of_2023(workspace) if form == "hd36" else _workspace_of_2026(workspace)
        result = CliRunner().invoke(cli, ["-C", str(workspace), "build", paper.stem])
        assert result.exit_code == 0, result.output
        return paper.read_bytes(), workbook_of(workspace).workbook


def _workspace_of_2023(folder: Path) -> Path:
    copy_samples(folder, dry_run=False)
    plan = folder / "data/ke-hoach/kl50.yaml"
    edit(plan, "    so:\n    ngay:\n", "    so: 150\n    ngay: 03/7/2023\n")
    edit(plan, "  than-uyen:\n", f"  than-uyen:\n    so: 5\n    ngay: 10/7/2023\n    {_SIGNER}\n")
    return folder / "build/kl50/than-uyen.docx"


def _workspace_of_2026(folder: Path) -> Path:
    shutil.copytree(ROOT / "tests/data/nam-2026", folder)
    shutil.copytree(ROOT / "data/the-thuc", folder / "data/the-thuc", dirs_exist_ok=True)
    shutil.copytree(ROOT / "templates", folder / "templates")
    edit(folder / "data/ke-hoach/gia-dinh.yaml", "ngay: 03/8/2026}", f"ngay: 03/8/2026, {_SIGNER}}}")
    return folder / "build/gia-dinh/xa-gia-dinh.docx"
