"""The words of a paper, line by line, each with its role: from a file in `papers/`, or from a paper docgen built."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import docx
from docx.text.paragraph import Paragraph

_FOLDER = Path(__file__).parent / "papers"
_TITLE_RULE = "207"  # points: ĐẢNG CỘNG SẢN VIỆT NAM in 15 pt bold
_ROLE_OF_STYLE = {
    "Cấp trên": "superior",
    "Cơ quan ban hành": "issuer",
    "Dấu sao": "star",
    "Số ký hiệu": "number",
    "Tiêu đề": "title",
    "Địa danh, ngày": "place_date",
    "Tên loại": "kind",
    "Trích yếu": "subject",
    "Gạch dưới trích yếu": "rule",
    "Mở đầu": "opening",
    "Đề mục": "heading",
    "Mục": "item",
    "Gạch đầu dòng": "dash",
    "Đoạn văn": "paragraph",
    "Đoạn cuối": "paragraph",
    "Nhãn nơi nhận": "recipients_label",
    "Nơi nhận": "recipient",
    "Quyền hạn": "authority",
    "Chức vụ": "position",
    "Người ký": "signer",
    "Tiêu đề phụ lục": "appendix_title",
    "Kèm theo": "appendix_note",
}


@dataclass(frozen=True)
class Line:
    """One line of a paper. Role `drawn` is a rule under the line before, its text the length in points."""

    role: str
    text: str

    @property
    def cells(self) -> list[str]:
        """The cells of a `row`."""
        return self.text.split(" | ")


def words_of_file(name: str) -> list[Line]:
    """The lines of `papers/<name>.txt`: `role | text`."""
    text = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return [Line(*line.split(" | ", 1)) for line in text.splitlines()]


def words_of_built(content: bytes) -> list[Line]:
    """The lines of a paper docgen built, by the names of its styles."""
    found: list[Line] = []
    for block in docx.Document(BytesIO(content)).iter_inner_content():
        if isinstance(block, Paragraph):
            found += _line(block)
        elif _role(block.cell(0, 0).paragraphs[0]):
            found += [line for cell in block._cells for paragraph in cell.paragraphs for line in _line(paragraph)]
        else:
            found += [Line("row", " | ".join(cell.text for cell in row.cells)) for row in block.rows]
    return found


def _line(paragraph: Paragraph) -> list[Line]:
    role = _role(paragraph)
    lines = [Line(role, paragraph.text)] if role else []
    return [*lines, Line("drawn", _TITLE_RULE)] if role == "title" else lines


def _role(paragraph: Paragraph) -> str | None:
    return _ROLE_OF_STYLE.get(paragraph.style.name or "") if paragraph.style else None
