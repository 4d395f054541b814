"""Tables whose grid must follow their cells: which templates may make one, and the grid made right.

docxtpl fits the grid of every table of every paper. Only a template whose columns follow the data needs it.
"""

import re

from lxml import etree

from docgen.word.looks import W

_COLUMN_TAG = re.compile(r"\{[{%#]tc |\{\{tr |\{%\s*(hm|colspan)\b")
_ROW_TAG = re.compile(r"\{[%{#]tr ")
_OPENING = re.compile(r"\{%tr\s+(for|if)\b")
_CLOSING = re.compile(r"\{%tr\s+end(for|if)\b")


def follow_the_data(body: etree._Element) -> bool:
    """Whether some table of a template's body may come out with a grid that does not fit its cells."""
    return any(not _settled(table) for table in body.iter(W + "tbl"))


def _settled(table: etree._Element) -> bool:
    """No tag makes cells, no row has more cells than the grid, some row that always stands has as many."""
    columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
    if _COLUMN_TAG.search(_text(table)) or any(len(row.findall(W + "tc")) > columns for row in table.iter(W + "tr")):
        return False
    widest = depth = 0
    for row in table.findall(W + "tr"):
        text = _text(row)
        depth += len(_OPENING.findall(text)) - len(_CLOSING.findall(text))
        if depth == 0 and not _ROW_TAG.search(text):
            widest = max(widest, sum(map(_span, row.findall(W + "tc"))))
    return widest >= columns


def _text(element: etree._Element) -> str:
    return "".join(map(str, element.itertext(W + "t")))


def fit_grids(data: bytes) -> bytes:
    """Tables with as many grid columns as their widest row has cells, the width of the table kept."""
    root = etree.fromstring(data)
    for table in root.iter(W + "tbl"):
        grid = table.find(W + "tblGrid")
        if grid is not None:
            rows = [row.findall(W + "tc") for row in table.iter(W + "tr")]
            _widen(grid, max(map(len, rows), default=0))
            _narrow(grid, max((sum(map(_span, row)) for row in rows), default=0))
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def _span(cell: etree._Element) -> int:
    """Grid columns a cell takes."""
    found = cell.find(f"{W}tcPr/{W}gridSpan")
    return 1 if found is None else int(found.get(W + "val", "1"))


def _widths(grid: etree._Element) -> list[float]:
    return [float(column.get(W + "w", "0")) for column in grid.findall(W + "gridCol")]


def _widen(grid: etree._Element, cells: int) -> None:
    widths = _widths(grid)
    total, missing = sum(widths), cells - len(widths)
    if missing <= 0 or not total:
        return
    old, new = total / len(widths), total / cells
    for column, width in zip(grid.findall(W + "gridCol"), widths, strict=True):
        column.set(W + "w", str(int(width * new / old)))
    for _ in range(missing):
        grid.append(grid.makeelement(W + "gridCol", {W + "w": str(int(new))}))


def _narrow(grid: etree._Element, cells: int) -> None:
    columns, widths = grid.findall(W + "gridCol"), _widths(grid)
    for column in columns[cells:]:
        grid.remove(column)
    if cells < len(columns):
        extra = int(sum(widths[cells:]) / cells) if cells else 0
        for column, width in zip(columns[:cells], widths, strict=False):
            column.set(W + "w", str(int(width + extra)))
