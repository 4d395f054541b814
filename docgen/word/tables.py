"""Tables as read: those that lay out a letterhead or a signature give their lines, those of data a grid before them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from docgen.measures import twips_to_mm
from docgen.model.reading import Cell, DrawnLine, Grid, Line
from docgen.vietnamese import to_nfc
from docgen.word.landmarks import DATE, LABEL, MOTTO, NUMBER_LINE, is_title, signs, squeezed
from docgen.word.lines import Around, LineReader
from docgen.word.looks import StyleSheet, W, is_on, value_of, whole

WRAPPERS = {W + name for name in ("sdt", "sdtContent", "ins", "customXml", "moveTo", "smartTag")}
_TC_PR, _TC_W = W + "tcPr", W + "tcW"
_NARROW = 3  # columns of a table that lays out a letterhead or a signature
_CELL_MARGIN = 108  # twips left and right of a cell where nothing else is said


@dataclass(frozen=True)
class TableReader:
    """Reads the tables of one part."""

    part: str
    styles: StyleSheet
    lines: LineReader

    def read(self, table: etree._Element, number: int, section: int) -> Iterator[Line | Grid]:
        """A table of data: its grid, then the lines of its cells; another: its lines alone, row by row."""
        rows = [list(_cells(row)) for row in _unwrapped_rows(table)]
        data = not _lays_out(table, rows)
        style, inset = self.styles.table_style_of(table), _side_margins(table)
        lines: list[list[list[Line]]] = []
        widths = [whole(column.get(W + "w")) or 0 for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
        for r, row in enumerate(rows):
            lines.append([])
            for c, cell in enumerate(row):
                width = _width(cell, widths[c] if c < len(widths) else 0)
                place = Cell(number, r, c, data, width)
                around = Around(self.part, section, place, style, max(width - inset, 0.0))
                said = [line for one in _paragraphs(cell) for line in self.lines.read(one, around)]
                lines[-1].append(said if data else _bordered(said, cell))
        if data:
            yield _grid(table, number, lines, section)
        yield from (line for row in lines for cell in row for line in cell)


def _unwrapped_rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == W + "tr":
            yield child
        elif child.tag in WRAPPERS:
            yield from child.iter(W + "tr")


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for child in row:
        if child.tag == W + "tc":
            yield child
        elif child.tag in WRAPPERS:
            yield from (cell for cell in child.iter(W + "tc"))


def _paragraphs(cell: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs of a cell and of tables inside it; those of text boxes come with their anchor."""
    boxes = list(cell.iter(W + "txbxContent"))
    inside = {paragraph for box in boxes for paragraph in box.iter(W + "p")} if boxes else ()
    return (paragraph for paragraph in cell.iter(W + "p") if paragraph not in inside)


def _width(cell: etree._Element, column: int) -> float:
    properties = cell.find(_TC_PR)
    element = properties.find(_TC_W) if properties is not None else None
    stated = whole(element.get(W + "w")) if element is not None and element.get(W + "type") == "dxa" else None
    return twips_to_mm(stated or column)


def _bordered(lines: list[Line], cell: etree._Element) -> list[Line]:
    """The lines of a cell of a letterhead; its lower border is a line drawn under its last words."""
    edge = value_of(cell.find(f"{W}tcPr/{W}tcBorders"), "bottom") or ""
    last = next((at for at in range(len(lines) - 1, -1, -1) if lines[at].text), None)
    if edge in ("", "nil", "none") or last is None:
        return lines
    drawn = (*lines[last].drawn, DrawnLine("border", style=edge))
    return [*lines[:last], replace(lines[last], drawn=drawn), *lines[last + 1 :]]


def _side_margins(table: etree._Element) -> float:
    margins = table.find(f"{W}tblPr/{W}tblCellMar")
    sides = [margins.find(W + side) if margins is not None else None for side in ("left", "right")]
    given = [whole(side.get(W + "w")) if side is not None else None for side in sides]
    return twips_to_mm(sum(_CELL_MARGIN if one is None else one for one in given))


def _lays_out(table: etree._Element, rows: list[list[etree._Element]]) -> bool:
    """Whether a table only sets a letterhead or a signature side by side, by what a line of it says."""
    if max((len(row) for row in rows), default=0) > _NARROW:
        return False
    for paragraph in table.iter(W + "p"):
        for part in "".join(_plain(paragraph)).split("\n"):
            text = squeezed(to_nfc(part))
            if text and (is_title(text) or signs(text) or any(mark.fullmatch(text) for mark in _MARKS)):
                return True
    return False


_MARKS = (MOTTO, NUMBER_LINE, DATE, LABEL)


def _plain(paragraph: etree._Element) -> Iterator[str]:
    for element in paragraph.iter(W + "t", W + "br", W + "tab"):
        yield (element.text or "") if element.tag == W + "t" else "\n"


def _grid(table: etree._Element, number: int, lines: list[list[list[Line]]], section: int) -> Grid:
    rows = tuple(tuple("\n".join(line.text for line in cell if line.text) for cell in row) for row in lines)
    first = next((line for row in lines for cell in row for line in cell), None)
    headers = table.find(f"{W}tr/{W}trPr/{W}tblHeader")
    split = any(not is_on(value_of(row.find(W + "trPr"), "cantSplit")) for row in table.iterfind(W + "tr"))
    repeats = headers is not None and is_on(headers.get(W + "val", ""))
    return Grid(rows, number, repeats, split, first.paragraph if first else 0, section)
