"""A registry in a workbook: the rows of the sheet «Đơn vị» as entries, faults told at their cell."""

from collections.abc import Sequence
from typing import overload

from docgen.excel.reading import read_book
from docgen.excel.records import Table, tables_of
from docgen.excel.sheets import SHEETS
from docgen.load.source import Source
from docgen.problems import Place, Problem, errors

_UNITS = SHEETS[0]


class ExcelRows(Sequence[Source]):
    """The rows of the sheet, each a source of its own, made when it is asked for."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._numbers = [number for number in table.grid.rows if number > 1]

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, index: int) -> Source: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Source]: ...
    def __getitem__(self, index: int | slice) -> Source | Sequence[Source]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        record = self._table.record(self._numbers[index])
        source = Source(self._table.file, record.data, {(): record.place, **record.places}, record.places)
        for path, problem in record.notes:
            source.note(path, problem)
        return source


def read_registry_rows(content: bytes, file: str) -> tuple[Sequence[Source], list[Problem]]:
    """The rows of the sheet of units, none when the workbook as a whole is at fault, and the faults of the whole."""
    book = read_book(content)
    known = {sheet.title: (sheet, sheet.columns()) for sheet in SHEETS}
    visible = [grid for grid in book.grids if grid.rows]
    if len(visible) == 1:
        visible[0].title = visible[0].title if visible[0].title in known else _UNITS.title
    tables = tables_of(book, file, {_UNITS.title: known[_UNITS.title]}, {*known, "Danh mục", "_docgen"})
    table = tables.by_title.get(_UNITS.title)
    problems = [*tables.problems, *(table.problems if table else ())]
    if table is None and not errors(problems):
        message = f"Sổ không có trang «{_UNITS.title}»."
        problems.append(Problem(Place(file), "excel.no_sheet", message, f"Đặt tên trang đơn vị là «{_UNITS.title}»."))
    rows = ExcelRows(table) if table and not errors(problems) else []
    if table and not rows and not errors(problems):
        place, message = table.place(2, 1, ""), "Trang không có đơn vị nào."
        problems.append(Problem(place, "yaml.empty", message, "Ghi mỗi đơn vị một hàng."))
    return rows, problems
