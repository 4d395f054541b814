"""A review sheet to pass round on paper: every change a row, with boxes to take or leave it; A4 across."""

import io
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from docx import Document
from docx.document import Document as Word
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Cell, _Row

from docgen.word.package import read_package, write_package
from docgen.word.properties import CORE, core_xml
from docgen.word.tracking import AUTHOR

_HEADS = ("TT", "Chỗ", "Cũ", "Mới", "Loại", "Nhận", "Không nhận")
_WIDTHS = (10, 38, 75, 75, 27, 14, 18)  # mm: 257 between the margins
_BOX = "☐"
_FONT = "Times New Roman"
_SIZE, _TITLE_SIZE = Pt(12), Pt(14)
_YEAR = 2000  # of its properties: the same changes give the same bytes
_NO_XML = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])


class SheetRow(NamedTuple):
    """One change: where, the words before and after, what it is."""

    place: str
    old: str
    new: str
    kind: str


def review_sheet(title: str, rows: Iterable[SheetRow], notes: Iterable[str]) -> bytes:
    """Bytes of the sheet; the same rows give the same bytes."""
    word = Document()
    _page(word)
    heading = word.add_paragraph(style="Normal")
    heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = heading.add_run(title.translate(_NO_XML))
    run.bold, run.font.size = True, _TITLE_SIZE
    _table(word, rows)
    for note in notes:
        word.add_paragraph(note.translate(_NO_XML))
    return _same_bytes(word, title)


def _page(word: Word) -> None:
    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(20)
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = _FONT, _SIZE
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    normal.paragraph_format.space_after = Pt(3)


def _table(word: Word, rows: Iterable[SheetRow]) -> None:
    table = word.add_table(rows=1, cols=len(_HEADS), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Mm(width)
    _repeat(table.rows[0])
    _fill(table.rows[0].cells, _HEADS, bold=True)
    for number, row in enumerate(rows, 1):
        added = table.add_row()
        _keep_whole(added)
        _fill(added.cells, (str(number), row.place, row.old, row.new, row.kind, _BOX, _BOX))


def _fill(cells: Sequence[_Cell], words: Sequence[str], bold: bool = False) -> None:
    for at, (cell, text) in enumerate(zip(cells, words, strict=True)):
        cell.width = Mm(_WIDTHS[at])
        paragraph = cell.paragraphs[0]
        if bold or text == _BOX or at == 0:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(text.translate(_NO_XML))
        run.bold = bold or None


def _repeat(row: _Row) -> None:
    """The heads stand on every page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _keep_whole(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _same_bytes(word: Word, title: str) -> bytes:
    """python-docx stamps the time: properties of our own, and the archive as docgen writes it."""
    stream = io.BytesIO()
    word.save(stream)
    parts = read_package(stream.getvalue())
    return write_package({**parts, CORE: core_xml(title.translate(_NO_XML), AUTHOR, _YEAR).encode("utf-8")})
