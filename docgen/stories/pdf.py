"""Papers → pages beside them; a PDF a person put there is never written over."""

import tempfile
from pathlib import Path

from docgen.problems import Place, Problem
from docgen.stories.run import Built
from docgen.word.pdf import NoConverter, convert
from docgen.workspace.ledger import Ledger
from docgen.workspace.writing import CANNOT


def to_pdf(built: Built, ledger: Ledger) -> None:
    """PDF of every paper made in this run; without a converter one sentence and exit code 4."""
    units = [made.unit for made in built.made if made.state not in ("failed", "protected")]
    in_the_way = {unit: problem for unit in units if (problem := ledger.page_in_the_way(unit))}
    built.problems += in_the_way.values()
    papers = [built.folder / f"{unit}.docx" for unit in units if unit not in in_the_way]
    if not papers:
        return
    try:
        with tempfile.TemporaryDirectory(prefix="docgen-") as folder:
            for page in convert(papers, Path(folder)):
                ledger.put_page(page.stem, page.read_bytes())
    except NoConverter as none:
        remedy = "Cài LibreOffice rồi chạy lại với --pdf; các tệp .docx đã dựng xong."
        built.problems.append(Problem(Place("--pdf"), "pdf.converter", str(none), remedy))
        built.exit_code = CANNOT
