"""Rows and cells that were put in, taken out, moved or merged (ECMA-376 Part 1, 17.13.5.1–3, 17.13.5.12–20).

A mark on a row says nothing of its cells and words: these have marks of their own.
"""

from lxml import etree

from docgen.word.looks import W
from docgen.word.revision_marks import Version, drop, drop_block, within

_MOVES = (W + "moveFrom", W + "moveTo")
_DIGITS = 4  # Word has 63 columns
_MERGED = {"rest": "restart", "cont": "continue"}
_BEFORE_SPAN = frozenset({W + "cnfStyle", W + "tcW"})
_BEFORE_MERGE = _BEFORE_SPAN | {W + "gridSpan", W + "hMerge"}


def settle_tables(root: etree._Element, version: Version) -> None:
    """Rows and cells as in the version; a table without rows and a row without cells are gone as well."""
    for table in list(root.iter(W + "tbl")):
        for row in list(within(table, W + "tr")):
            _settle_row(row, version, columns=len(table.findall(f"{W}tblGrid/{W}gridCol")))
        if next(within(table, W + "tr"), None) is None:
            drop_block(table)


def _settle_row(row: etree._Element, version: Version, columns: int) -> None:
    marks = row.findall(f"{W}trPr/*")
    if any(mark.tag in version.gone for mark in marks) or _is_moved_away(row, version):
        drop_block(row)
    else:
        _settle_cells(row, version, columns)


def _is_moved_away(row: etree._Element, version: Version) -> bool:
    """A moved row has no mark of its own: every paragraph in it has one."""
    moved = [tag for tag in version.gone if tag in _MOVES]
    paragraphs = list(row.iter(W + "p"))
    marked = [p for p in paragraphs if any(p.find(f"{W}pPr/{W}rPr/{tag}") is not None for tag in moved)]
    return bool(paragraphs) and len(marked) == len(paragraphs)


def _settle_cells(row: etree._Element, version: Version, columns: int) -> None:
    cells = list(within(row, W + "tc"))
    gone = {cell for cell in cells if cell.find(f"{W}tcPr/{version.gone_cell}") is not None}
    if not version.former:
        _widen_neighbours(cells, gone, columns)
    for cell in cells:
        if cell in gone:
            drop_block(cell)
        else:
            _settle_merging(cell, version)
    if gone == set(cells) != set():
        drop_block(row)


def _widen_neighbours(cells: list[etree._Element], gone: set[etree._Element], columns: int) -> None:
    """The cell before deleted ones takes their columns, as far as the row has room; before it they are just gone."""
    room = columns - sum(columns_of(cell) for cell in cells if cell not in gone)
    neighbour = None
    for cell in cells:
        if cell not in gone:
            neighbour = cell
        elif neighbour is not None and room > 0:
            taken = min(room, columns_of(cell))
            _set_property(neighbour, W + "gridSpan", str(columns_of(neighbour) + taken), behind=_BEFORE_SPAN)
            room -= taken


def _settle_merging(cell: etree._Element, version: Version) -> None:
    """`w:cellMerge` (17.13.5.3) says what `w:vMerge` is after the change and was before; without a word: not merged."""
    mark = cell.find(f"{W}tcPr/{W}cellMerge")
    if mark is None:
        return
    for merge in cell.findall(f"{W}tcPr/{W}vMerge"):
        drop(merge)
    merging = _MERGED.get(mark.get(version.merging, ""))
    if merging:
        _set_property(cell, W + "vMerge", merging, behind=_BEFORE_MERGE)


def columns_of(cell: etree._Element) -> int:
    """Grid columns a cell takes; one when the file says nothing sensible."""
    found = cell.find(f"{W}tcPr/{W}gridSpan")
    value = found.get(W + "val", "") if found is not None else ""
    return max(int(value), 1) if value.isdecimal() and len(value) <= _DIGITS else 1


def _set_property(cell: etree._Element, tag: str, value: str, behind: frozenset[str]) -> None:
    """A property of a cell at its place: the order is fixed (17.4.69)."""
    properties = cell.find(W + "tcPr")
    if properties is None:
        properties = cell.makeelement(W + "tcPr")
        cell.insert(0, properties)
    for old in properties.findall(tag):
        drop(old)
    place = sum(child.tag in behind for child in properties)
    properties.insert(place, properties.makeelement(tag, {W + "val": value}))
