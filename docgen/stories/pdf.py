"""Papers → pages beside them; a PDF a person put there is never written over."""

import tempfile
from pathlib import Path

from docgen.problems import Place, Problem
from docgen.stories.run import Built
from docgen.word.pdf import NoConverter, convert
from docgen.workspace.manifest import NAME, manifest_bytes, read_manifest, sha256
from docgen.workspace.writing import CANNOT, write_whole


def to_pdf(built: Built) -> None:
    """PDF of every paper made in this run; without a converter one sentence and exit code 4."""
    known = read_manifest(built.folder)
    units = [made.unit for made in built.made if made.state not in ("failed", "protected")]
    wanted = [unit for unit in units if _is_ours(built, unit, known)]
    if not wanted:
        return
    try:
        with tempfile.TemporaryDirectory(prefix="docgen-") as folder:
            for page in convert([built.folder / f"{unit}.docx" for unit in wanted], Path(folder)):
                write_whole(built.folder / page.name, page.read_bytes(), page.name)
                known[page.stem]["pdf"] = sha256(page.read_bytes())
        write_whole(built.folder / NAME, manifest_bytes(built.plan, known), NAME)
    except NoConverter as none:
        remedy = "Cài LibreOffice rồi chạy lại với --pdf; các tệp .docx đã dựng xong."
        built.problems.append(Problem(Place("--pdf"), "pdf.converter", str(none), remedy))
        built.exit_code = CANNOT


def _is_ours(built: Built, unit: str, known: dict[str, dict[str, str]]) -> bool:
    """Whether the PDF is absent or the one docgen wrote; another is kept and told."""
    page = built.folder / f"{unit}.pdf"
    if not page.exists() or sha256(page.read_bytes()) == known.get(unit, {}).get("pdf"):
        return True
    message, remedy = "Tệp PDF này không do docgen ghi, giữ nguyên.", "Đổi tên tệp PDF rồi chạy lại với --pdf."
    built.problems.append(Problem(Place(page.name), "file.protected", message, remedy, "warning"))
    return False
