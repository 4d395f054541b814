"""Rows of a sheet → records as YAML would give them, every value with its cell, every slip at its cell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from openpyxl.utils.cell import range_boundaries

from docgen.excel.cells import Raw, Slip, said_by
from docgen.excel.columns import Column, folded, named
from docgen.excel.reading import Book, Grid
from docgen.excel.sheets import Sheet
from docgen.excel.trees import Path
from docgen.problems import Place, Problem
from docgen.vietnamese import nearest

_NAMES = ("ten", "tieu_de")  # what a row is called in a message, when it has a name


@dataclass
class Record:
    """One row: the cells of its steps, its data, where each value stands, and what is wrong with it."""

    place: Place
    steps: dict[str, str] = field(default_factory=dict)
    data: dict[str, Any] = field(default_factory=dict)
    places: dict[Path, Place] = field(default_factory=dict)
    notes: list[tuple[Path, Problem]] = field(default_factory=list)


@dataclass
class Table:
    """A sheet with its columns known: `columns` by their number in the sheet."""

    file: str
    sheet: Sheet
    grid: Grid
    columns: dict[int, Column] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def records(self) -> Iterator[Record]:
        """Every row below the header that says something."""
        return (self.record(number) for number in self.grid.rows if number > 1)

    def record(self, number: int) -> Record:
        """One row as a record."""
        cells = self.grid.rows[number]
        record = Record(self.place(number, 1, ""))
        read = [(at, column, *said_by(column, cell)) for at, column, cell in self._cells(cells)]
        label = _label(self.sheet, {column.key: value for _, column, value, _ in read})
        record.place = self.place(number, 1, label)
        for at, column, value, slips in read:
            place = self.place(number, at, label)
            record.places[column.path] = place
            record.notes += [(column.path, problem_of(slip, place)) for slip in slips]
            if value is not None:
                put(record, column, value)
        return record

    def place(self, row: int, column: int, label: str) -> Place:
        """A cell of this sheet; `label` says which row it is in words."""
        return Place(self.file, row, column, snippet=label, sheet=self.grid.title)

    def _cells(self, cells: tuple[Raw, ...]) -> Iterator[tuple[int, Column, Raw]]:
        for at, column in self.columns.items():
            yield at, column, cells[at - 1] if at <= len(cells) else Raw()


def problem_of(slip: Slip, place: Place) -> Problem:
    """A slip at a place."""
    return Problem(place, slip.code, slip.message, slip.remedy, slip.severity)


def put(record: Record, column: Column, value: str | list[str]) -> None:
    """A value at its place in a record, or among its steps."""
    if column.key.startswith("@"):
        record.steps[column.key] = str(value)
        return
    *outer, last = column.path
    inside = record.data
    for key in outer:
        inside = inside.setdefault(key, {})
    inside[last] = value


def _label(sheet: Sheet, values: Mapping[str, Any]) -> str:
    name = next((values[key] for key in _NAMES if values.get(key)), None)
    return str(name) if name else " · ".join(str(values[key]) for key in sheet.id_keys if values.get(key))


def table_of(file: str, sheet: Sheet, grid: Grid, known: list[Column]) -> Table:
    """A sheet, its header read: every fault of the header and of the whole sheet in `problems`."""
    table = Table(file, sheet, grid)
    width = max(map(len, grid.rows.values()), default=0)
    header = [*grid.rows.get(1, ()), *[Raw()] * width][:width]
    strange: list[tuple[int, str]] = []
    for at, cell in enumerate(header, 1):
        title = str(cell.value or "").strip()
        column = named(title, known, sheet.record) if title else None
        if column is None:
            strange += [(at, title)] if title or _used(grid, at) else []
        elif column.key in {other.key for other in table.columns.values()}:
            table.problems.append(problem_of(_written_twice(title), table.place(1, at, "")))
        else:
            table.columns[at] = column
    _check_header(table, strange, known)
    _check_layout(table)
    return table


def _used(grid: Grid, at: int) -> bool:
    return any(len(cells) >= at and cells[at - 1].value is not None for cells in grid.rows.values())


def _check_header(table: Table, strange: list[tuple[int, str]], known: list[Column]) -> None:
    found = {column.key for column in table.columns.values()}
    missing = {column.title: column for column in known if column.key not in found}
    for at, title in strange:
        meant = _meant(title, missing)
        if meant:
            missing.pop(meant)
        table.problems.append(problem_of(_strange(title, meant), table.place(1, at, "")))
    lost = [title for title, column in missing.items() if column.required]
    if lost:
        message = f"Thiếu cột {', '.join(f'«{title}»' for title in lost)}."
        remedy = "Hàng 1 của trang ghi tên các cột; xuất lại sổ bằng «docgen excel export» để có đủ."
        table.problems.append(Problem(table.place(1, 1, ""), "data.missing", message, remedy))


def _meant(title: str, missing: Mapping[str, Column]) -> str | None:
    by_word = {folded(word): name for name, column in missing.items() for word in (name, column.key)}
    guess = nearest(folded(title), by_word) if title else None
    return by_word[guess] if guess else None


def _written_twice(title: str) -> Slip:
    return Slip("yaml.duplicate", f"Cột «{title}» ghi hai lần.", "Giữ lại một cột.")


def _strange(title: str, meant: str | None) -> Slip:
    if meant:
        return Slip("data.unknown_key", f"Không có cột «{title}».", f"Có phải ý là «{meant}»?")
    what = f"Không đọc cột «{title}»." if title else "Không đọc cột này: ô đầu cột để trống."
    return Slip("excel.column", what, "Cột ghi chú riêng thì để đó cũng được; cột thừa thì xóa đi.", "warning")


def _check_layout(table: Table) -> None:
    grid = table.grid
    last = max(grid.rows, default=1)
    for joined in grid.layout.merged:
        left, top, right, _ = range_boundaries(joined)
        if top <= last and any(left <= at <= right for at in table.columns):
            message = f"Các ô {joined} bị gộp làm một; chỉ ô đầu có giá trị."
            slip = Slip("excel.merged", message, "Chọn ô, bấm Merge & Center để bỏ gộp, rồi điền từng ô.")
            table.problems.append(problem_of(slip, table.place(top, left, "")))
    _warn_of_hidden(table, last)
    if grid.cut:
        message = f"Trang có hơn {grid.cut - 1:,} hàng.".replace(",", ".")
        remedy = "Chọn các hàng trống bên dưới, bấm chuột phải › Delete, rồi lưu lại."
        table.problems.append(Problem(table.place(grid.cut, 1, ""), "excel.rows", message, remedy))


def _warn_of_hidden(table: Table, last: int) -> None:
    rows = [row for row in table.grid.layout.hidden_rows if row in table.grid.rows]
    columns = [at for at in table.grid.layout.hidden_columns if at in table.columns]
    if table.grid.hidden:
        slip = Slip("excel.hidden", "Trang này bị ẩn, nhưng vẫn được đọc.", _UNHIDE, "warning")
        table.problems.append(problem_of(slip, table.place(1, 1, "")))
    if rows:
        slip = Slip("excel.hidden", f"Có {len(rows)} hàng bị ẩn, nhưng vẫn được đọc.", _UNHIDE, "warning")
        table.problems.append(problem_of(slip, table.place(rows[0], 1, "")))
    if columns:
        slip = Slip("excel.hidden", "Cột này bị ẩn, nhưng vẫn được đọc.", _UNHIDE, "warning")
        table.problems += [problem_of(slip, table.place(1, at, "")) for at in columns]


_UNHIDE = "Bỏ ẩn (Unhide) để xem, xóa nếu không dùng."


def tables_of(book: Book, file: str, sheets: Mapping[str, tuple[Sheet, list[Column]]], passed: set[str]) -> "Tables":
    """The sheets of a workbook that are wanted, by their title; `passed` are titles nobody reads on purpose."""
    tables = Tables()
    if book.refused:
        tables.problems.append(problem_of(book.refused, Place(file)))
        return tables
    meant = {folded(title): title for title in sheets}
    for grid in book.grids:
        title, place = meant.get(folded(grid.title)), Place(file, 1, 1, sheet=grid.title)
        if title is None:
            if folded(grid.title) not in map(folded, passed) and grid.rows:
                tables.problems.append(problem_of(_unread(grid.title, [*sheets]), place))
        elif title in tables.by_title:
            tables.problems.append(problem_of(_same_name(title), place))
        else:
            tables.by_title[title] = table_of(file, sheets[title][0], grid, sheets[title][1])
    if book.from_1904 and tables.by_title:
        tables.problems.append(problem_of(_FROM_1904, Place(file, 1, 1, sheet=book.grids[0].title)))
    return tables


@dataclass
class Tables:
    """Sheets by the title they were meant to have, and what is wrong with the workbook as a whole."""

    by_title: dict[str, Table] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def _unread(title: str, known: list[str]) -> Slip:
    guess = nearest(title, known)
    remedy = f"Có phải ý là «{guess}»?" if guess else "Trang nháp thì để đó cũng được."
    return Slip("excel.sheet", f"Không đọc trang «{title}».", remedy, "warning")


def _same_name(title: str) -> Slip:
    return Slip("excel.sheet_twice", f"Sổ có hai trang tên «{title}».", "Giữ lại một trang, đổi tên trang kia.")


_FROM_1904 = Slip(
    "excel.1904",
    "Sổ đếm ngày từ năm 1904 (kiểu máy Mac cũ); ngày đã được đọc đúng theo kiểu ấy.",
    "Chép ngày sang sổ khác sẽ lệch 4 năm: Options › Advanced, bỏ «Use 1904 date system» rồi xem lại ngày.",
    "warning",
)
