"""Any .docx → Document with the looks its components really have."""

from collections.abc import Mapping
from dataclasses import dataclass

from docgen.model.document import Document, Role
from docgen.word.looks import Letters
from docgen.word.paper import read_paper
from docgen.word.recognise import recognise


@dataclass(frozen=True)
class Reading:
    """A paper as read: words by role, page in millimetres, letters of the first block of each role."""

    document: Document
    page: Mapping[str, float]
    looks: Mapping[Role, Letters]
    page_number: Letters | None


def read_docx(content: bytes, form: str = "") -> Reading:
    """Bytes of a .docx → Reading. Raises Unreadable; never runs or fetches anything."""
    paper = read_paper(content)
    looks: dict[Role, Letters] = {}
    blocks = []
    for block, line in recognise(paper.first_header, paper.flow):
        blocks.append(block)
        if line is not None and line.letters is not None:
            looks.setdefault(block.role, line.letters)
    document = Document(form, tuple(blocks), paper.title, paper.author)
    return Reading(document, paper.page, looks, paper.page_number.letters if paper.page_number else None)
