"""Papers → pages beside them; a PDF a person put there is never written over."""

from collections.abc import Sequence
from pathlib import Path

from docgen.problems import Place, Problem
from docgen.stories.crew import Lost, each_group, grouped
from docgen.stories.hands import Hands
from docgen.stories.run import Built
from docgen.word.pdf import PAPERS_A_START, NoConverter, longest, pages_of
from docgen.workspace.ledger import Ledger
from docgen.workspace.writing import CANNOT

TO_SEE = 1
Page = bytes | None  # nothing: the paper could not be turned
NO_CONVERTER = b""


def to_pdf(built: Built, ledger: Ledger, hands: Hands) -> None:
    """PDF of every paper made in this run; a paper that cannot be turned costs its PDF."""
    units = [made.unit for made in built.made if made.state not in ("failed", "protected")]
    in_the_way = {unit: problem for unit in units if (problem := ledger.page_in_the_way(unit))}
    built.problems += in_the_way.values()
    wanted = [built.folder / f"{unit}.docx" for unit in units if unit not in in_the_way]
    size = min(PAPERS_A_START, -(-len(wanted) // hands.width) or 1)
    for group in each_group(hands, make_pages, grouped(map(_read, wanted), size), longest(size)):
        for (unit, _), page in group:
            if page == NO_CONVERTER:
                _tell_no_converter(built)
                return
            if page is None or isinstance(page, Lost):
                _tell_failed(built, unit)
            else:
                ledger.put_page(unit, page)


def make_pages(papers: Sequence[tuple[str, bytes]]) -> list[Page]:
    """A group of papers, `(unit, docx)`, turned wherever the worker is."""
    try:
        made = pages_of(dict(papers))
    except NoConverter:
        return [NO_CONVERTER] * len(papers)
    return [made.get(unit) for unit, _ in papers]


def _read(paper: Path) -> tuple[str, bytes]:
    return paper.stem, paper.read_bytes()


def _tell_no_converter(built: Built) -> None:
    message, remedy = (
        "Máy này không có LibreOffice.",
        "Cài LibreOffice rồi chạy lại với --pdf; các tệp .docx đã dựng xong.",
    )
    built.problems.append(Problem(Place("--pdf"), "pdf.converter", message, remedy))
    built.exit_code = CANNOT


def _tell_failed(built: Built, unit: str) -> None:
    message, remedy = "LibreOffice không chuyển được văn bản này.", "Mở tệp .docx xem có lỗi không, rồi chạy lại --pdf."
    built.problems.append(Problem(Place(f"{unit}.pdf"), "pdf.failed", message, remedy))
    built.exit_code = built.exit_code or TO_SEE
