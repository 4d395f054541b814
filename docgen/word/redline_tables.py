"""Tables of both drafts: rows aligned, cells by column, what was put in or taken out marked as Word does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lxml import etree

from docgen.alignment import Step, Unit, align
from docgen.word.looks import W
from docgen.word.redline_desk import Desk
from docgen.word.redline_drafts import Side
from docgen.word.redline_marks import first_child
from docgen.word.revision_marks import within
from docgen.word.revision_tables import columns_of

MergeBlocks = Callable[[etree._Element, etree._Element, Desk], None]
_CELL_END = "\ue003"


@dataclass(eq=False)
class Cell:
    """A cell and the keys of all that stands in it."""

    element: etree._Element
    keys: tuple[str, ...]


@dataclass(eq=False)
class Row:
    """A row and its cells."""

    element: etree._Element
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


Pair = tuple[Cell | None, Cell | None]


def read_table(table: etree._Element, side: Side, desk: Desk) -> Table:
    """A table of one side."""
    return Table(
        table,
        tuple(
            Row(row, tuple(Cell(cell, _keys(cell, side, desk)) for cell in within(row, W + "tc")))
            for row in within(table, W + "tr")
        ),
    )


def _keys(cell: etree._Element, side: Side, desk: Desk) -> tuple[str, ...]:
    return tuple(key for paragraph in cell.iter(W + "p") for key in desk.passage(paragraph, side).keys)


def merge_tables(old: Table, new: Table, desk: Desk, merge_blocks: MergeBlocks) -> None:
    """The table of the new draft becomes what both say."""
    _Merging(old, new, desk, merge_blocks).run()


class _Merging:
    """Writes rows in order; what was taken out stands behind what was written last."""

    def __init__(self, old: Table, new: Table, desk: Desk, merge_blocks: MergeBlocks) -> None:
        self._old, self._new, self._desk, self._merge_blocks = old, new, desk, merge_blocks
        self._columns = _columns(old, new)
        self._grid = len(new.table.findall(f"{W}tblGrid/{W}gridCol"))

    def run(self) -> None:
        olds, news = self._old.rows, self._new.rows
        _change(self._new.table, "tblPr", self._old.table, self._desk)
        _change_grid(self._new.table, self._old.table, self._desk)
        last: etree._Element | None = None
        for step in align([Unit(row.keys, "row") for row in olds], [Unit(row.keys, "row") for row in news]):
            before = olds[step.old[0]] if step.old else None
            after = news[step.new[0]] if step.new else None
            if before and after:
                pairs = self._pairs(before.cells, after.cells)
                if self._can_merge(pairs):
                    self._merge_rows(before, after, pairs)
                    last = after.element
                    continue
            if before:
                row = self._desk.from_old(before.element)
                self._desk.marker.whole(row, "-")
                _put(row, self._new.table, last, after or (news[0] if news else None))
                last = row
            if after:
                self._desk.met_new(after.element)
                self._desk.marker.whole(after.element, "+")
                last = after.element

    def _pairs(self, old: Sequence[Cell], new: Sequence[Cell]) -> list[Pair]:
        """Cells by column; where a row has more or fewer than before, by what they say."""
        if len(old) == len(new):
            return list(zip(old, new, strict=True))
        steps = self._columns or align([Unit(one.keys, "cell") for one in old], [Unit(one.keys, "cell") for one in new])
        return [(old[step.old[0]] if step.old else None, new[step.new[0]] if step.new else None) for step in steps]

    def _can_merge(self, pairs: Sequence[Pair]) -> bool:
        """Where a row leaves columns of the grid empty, Word widens the cell before one taken out."""
        taken_out = any(new is None for _, new in pairs)
        return not taken_out or sum(columns_of(new.element) for _, new in pairs if new) >= self._grid

    def _merge_rows(self, old: Row, new: Row, pairs: Sequence[Pair]) -> None:
        _change(new.element, "tblPrEx", old.element, self._desk)
        _change(new.element, "trPr", old.element, self._desk, behind=("tblPrEx",))
        last: etree._Element | None = None
        for one, other in pairs:
            if one and other:
                _change(other.element, "tcPr", one.element, self._desk)
                self._merge_blocks(one.element, other.element, self._desk)
            elif other:
                self._desk.met_new(other.element)
                _mark_cell(other.element, "+", self._desk)
            elif one:
                cell = self._desk.from_old(one.element)
                _mark_cell(cell, "-", self._desk)
                _put(cell, new.element, last, new.cells[0] if new.cells else None)
                last = cell
            last = other.element if other else last


def _columns(old: Table, new: Table) -> list[Step]:
    """Columns of tables whose rows all have the same number of cells; none for others."""
    counts = [{len(row.cells) for row in table.rows} for table in (old, new)]
    if any(len(found) != 1 for found in counts):
        return []
    before, after = (
        [Unit(tuple(key for row in table.rows for key in row.cells[at].keys), "column") for at in range(*found)]
        for table, found in zip((old, new), counts, strict=True)
    )
    return align(before, after)


def _put(block: etree._Element, holder: etree._Element, last: etree._Element | None, first: Row | Cell | None) -> None:
    if last is not None:
        last.addnext(block)
    elif first is not None:
        first.element.addprevious(block)
    else:
        holder.append(block)


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


def _mark_cell(cell: etree._Element, state: str, desk: Desk) -> None:
    desk.marker.whole(cell, state)
    properties = first_child(cell, "tcPr")
    mark = desk.marker.mark("cellIns" if state == "+" else "cellDel")
    place = sum(child.tag != W + "tcPrChange" for child in properties)
    properties.insert(place, mark)
