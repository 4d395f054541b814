"""Papers → pages beside them."""

from docgen.problems import Place, Problem
from docgen.stories.run import Built
from docgen.word.pdf import NoConverter, convert
from docgen.workspace.writing import CANNOT


def to_pdf(built: Built) -> None:
    """PDF of every paper of the run; without a converter one sentence and exit code 4."""
    papers = [built.folder / f"{made.unit}.docx" for made in built.made if made.state != "failed"]
    if not papers:
        return
    try:
        convert(papers, built.folder)
    except NoConverter as none:
        remedy = "Cài LibreOffice rồi chạy lại với --pdf; các tệp .docx đã dựng xong."
        built.problems.append(Problem(Place("--pdf"), "pdf.converter", str(none), remedy))
        built.exit_code = CANNOT
