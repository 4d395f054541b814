"""Tables of both drafts: rows aligned, cells by column, what was put in or taken out marked as Word does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lxml import etree

from docgen.alignment import Unit, align
from docgen.word.looks import W
from docgen.word.redline_desk import Desk
from docgen.word.redline_drafts import Side
from docgen.word.redline_marks import first_child
from docgen.word.redline_pieces import passage
from docgen.word.revision_marks import within

MergeBlocks = Callable[[etree._Element, etree._Element, Desk], None]
_CELL_END = "\ue003"


@dataclass(eq=False)
class Cell:
    """A cell and the keys of all that stands in it."""

    cell: etree._Element
    keys: tuple[str, ...]


@dataclass(eq=False)
class Row:
    """A row and its cells."""

    row: etree._Element
    cells: tuple[Cell, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """Those of its cells, one after the other."""
        return tuple(key for cell in self.cells for key in (*cell.keys, _CELL_END))


@dataclass(eq=False)
class Table:
    """A table and its rows."""

    table: etree._Element
    rows: tuple[Row, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """Those of its rows, one after the other."""
        return tuple(key for row in self.rows for key in row.keys)


def read_table(table: etree._Element, side: Side) -> Table:
    """A table of one side."""
    return Table(
        table,
        tuple(
            Row(row, tuple(Cell(cell, _keys(cell, side)) for cell in within(row, W + "tc")))
            for row in within(table, W + "tr")
        ),
    )


def _keys(cell: etree._Element, side: Side) -> tuple[str, ...]:
    return tuple(key for paragraph in cell.iter(W + "p") for key in passage(paragraph, side).keys)


def merge_tables(old: Table, new: Table, desk: Desk, merge_blocks: MergeBlocks) -> None:
    """The table of the new draft becomes what both say."""
    _change(new.table, "tblPr", old.table, desk)
    _change_grid(new.table, old.table, desk)
    last: etree._Element | None = None
    for step in align([Unit(row.keys, "row") for row in old.rows], [Unit(row.keys, "row") for row in new.rows]):
        if step.old and step.new:
            _merge_rows(old.rows[step.old[0]], new.rows[step.new[0]], desk, merge_blocks)
        elif step.new:
            row = new.rows[step.new[0]].row
            desk.met_new(row)
            desk.marker.whole(row, "+")
        else:
            row = desk.from_old(old.rows[step.old[0]].row)
            desk.marker.whole(row, "-")
            _put(row, last, new.rows[0].row)
        last = new.rows[step.new[0]].row if step.new else row


def _put(block: etree._Element, last: etree._Element | None, first: etree._Element) -> None:
    if last is None:
        first.addprevious(block)
    else:
        last.addnext(block)


def _change(holder: etree._Element, name: str, before: etree._Element, desk: Desk, behind: Sequence[str] = ()) -> None:
    own, former = holder.find(W + name), before.find(W + name)
    if desk.changed(own, former):
        desk.change(first_child(holder, name, behind), former)


def _change_grid(table: etree._Element, before: etree._Element, desk: Desk) -> None:
    grid, former = table.find(W + "tblGrid"), before.find(W + "tblGrid")
    if grid is None or former is None or [*map(dict, _widths(grid))] == [*map(dict, _widths(former))]:
        return
    change = etree.SubElement(grid, W + "tblGridChange", {W + "id": desk.marker.mark("ins").get(W + "id", "")})
    change.append(desk.from_old(former))


def _widths(grid: etree._Element) -> list[dict[str, str]]:
    return [{str(key): str(value) for key, value in column.items()} for column in grid.iterfind(W + "gridCol")]


def _merge_rows(old: Row, new: Row, desk: Desk, merge_blocks: MergeBlocks) -> None:
    _change(new.row, "tblPrEx", old.row, desk)
    _change(new.row, "trPr", old.row, desk, behind=("tblPrEx",))
    last: etree._Element | None = None
    for one, other in _pairs(old.cells, new.cells):
        if one and other:
            _change(other.cell, "tcPr", one.cell, desk)
            merge_blocks(one.cell, other.cell, desk)
            last = other.cell
        elif other:
            desk.met_new(other.cell)
            _mark_cell(other.cell, "+", desk)
            last = other.cell
        elif one:
            cell = desk.from_old(one.cell)
            _mark_cell(cell, "-", desk)
            _put(cell, last, new.cells[0].cell)
            last = cell


def _pairs(old: Sequence[Cell], new: Sequence[Cell]) -> list[tuple[Cell | None, Cell | None]]:
    """Cells by column; where a row has more or fewer than before, by what they say."""
    if len(old) == len(new):
        return list(zip(old, new, strict=True))
    steps = align([Unit(cell.keys, "cell") for cell in old], [Unit(cell.keys, "cell") for cell in new])
    return [(old[step.old[0]] if step.old else None, new[step.new[0]] if step.new else None) for step in steps]


def _mark_cell(cell: etree._Element, state: str, desk: Desk) -> None:
    desk.marker.whole(cell, state)
    properties = first_child(cell, "tcPr")
    mark = desk.marker.mark("cellIns" if state == "+" else "cellDel")
    place = sum(child.tag != W + "tcPrChange" for child in properties)
    properties.insert(place, mark)
