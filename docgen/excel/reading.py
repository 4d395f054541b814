"""Bytes of a workbook → its sheets, cell by cell.

openpyxl reads twice at once: what the cells show, and which of them are formulas. python-calamine would make blanks of
`#N/A` and of formulas nobody has worked out.
"""

import io
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from docgen.excel.cells import Raw, Slip
from docgen.excel.package import Layout, layout_of, refusal, refusal_of

MAX_ROWS = 100_000
MAX_COLUMNS = 500
_BLANK = Raw()
_BROKEN = Slip("excel.unreadable", "Không đọc được sổ Excel này, có lẽ tệp hỏng.", "Mở bằng Excel rồi lưu lại.")


@dataclass
class Grid:
    """One sheet: its rows by number, those that hold something; `cut` is the first row nobody reads any more."""

    title: str
    rows: dict[int, tuple[Raw, ...]] = field(default_factory=dict)
    hidden: bool = False
    cut: int = 0
    layout: Layout = field(default_factory=Layout)


@dataclass
class Book:
    """The sheets of a workbook in their order, or why it is not read."""

    grids: list[Grid] = field(default_factory=list)
    from_1904: bool = False
    refused: Slip | None = None


def read_book(content: bytes) -> Book:
    """Every sheet of a workbook; a file that is none is refused with one sentence."""
    refused = refusal(content)
    if refused:
        return Book(refused=refused)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of looks and extensions that are not kept: nothing is written back
            refused = refusal_of(archive)
            return Book(refused=refused) if refused else _book(content, archive)
    except MemoryError:
        raise
    except Exception:  # a damaged file fails in as many ways as there are parts: openpyxl has no exception of its own
        return Book(refused=_BROKEN)


def _book(content: bytes, archive: zipfile.ZipFile) -> Book:
    shown = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    typed = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
    try:
        grids = [_grid(*pair, archive) for pair in zip(shown.worksheets, typed.worksheets, strict=True)]
        return Book(grids, shown.epoch == CALENDAR_MAC_1904)
    finally:
        shown.close()
        typed.close()


def _grid(shown: Any, typed: Any, archive: zipfile.ZipFile) -> Grid:
    grid = Grid(str(shown.title), hidden=shown.sheet_state != "visible")
    shown.reset_dimensions()  # what the file says of its own size need not be true
    typed.reset_dimensions()
    pairs = zip(shown.iter_rows(), typed.iter_rows(), strict=True)
    for number, (values, formulas) in enumerate(pairs, 1):
        if number > MAX_ROWS:
            grid.cut = number
            break
        cells = _without_end(_cells(values, formulas))
        if cells:
            grid.rows[number] = cells
    with archive.open(shown._worksheet_path.lstrip("/")) as stream:
        grid.layout = layout_of(stream, MAX_ROWS)
    return grid


def _cells(values: Any, formulas: Any) -> Iterator[Raw]:
    for value, formula in zip(values, formulas, strict=True):
        is_formula = formula.data_type == "f" if formula.value is not None else False
        if value.value is None and not is_formula:
            yield _BLANK
        else:
            yield Raw(value.value, value.data_type or "n", _look(value), is_formula)


def _look(cell: Any) -> str:
    return str(cell.number_format) if isinstance(cell.value, int | float) else "General"


def _without_end(cells: Iterator[Raw]) -> tuple[Raw, ...]:
    """Cells up to the last that holds something but spaces."""
    found = list(cells)
    while found and not found[-1].formula and (found[-1].value is None or not str(found[-1].value).strip()):
        found.pop()
    return tuple(found)
