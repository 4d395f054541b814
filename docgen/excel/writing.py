"""The workbook as bytes: headers with notes, drop-downs, real dates, locked ids, nothing that runs."""

import datetime
import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from docgen.excel.cells import NO, YES, Value
from docgen.excel.columns import Column
from docgen.excel.sheets import HOMES, REFERENCES, SHEETS, Sheet
from docgen.excel.workbook import BASE, LISTS, Columns, base_rows, rows_of

Names = Mapping[str, Sequence[str]]
_SPARE = 500  # rows below the last that have drop-downs too
_UNLOCKED = Protection(locked=False)
_HEADER_FONT, _HEADER_FILL = Font(bold=True), PatternFill("solid", fgColor="DDE7F0")
_ID_FILL = PatternFill("solid", fgColor="F2F2F2")
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_LOOKS = {"date": "dd/mm/yyyy", "number": "General", "whole": "0"}
_TEXT_LOOK = "@"
_NARROW, _MIDDLE, _WIDE, _WIDEST = 14, 24, 40, 90
_NOTE_WIDTH, _NOTE_LINE, _LETTERS_A_LINE = 320, 18, 45
_MARKDOWN = re.compile(r"`|\[([^\]]*)\]\([^)]*\)")
_LIKE_FORMULAS = ("=", "+", "-", "@")
_EPOCH = datetime.datetime(2000, 1, 1)
_STAMP = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_SELF_INVALID = "Giá trị này không có trong danh sách. Bấm mũi tên ở ô để chọn."


def workbook_bytes(tree: Mapping[str, Any], columns: Columns, names: Names) -> bytes:
    """The tree as a workbook. `names`: ids of what has no sheet here (`loai`, `quyen_han`, `chuc_vu`)."""
    book = Workbook()
    book.remove(book.active)
    for sheet in SHEETS:
        _fill(book.create_sheet(sheet.title), sheet, columns[sheet.title], tree)
    _fill_lists(book.create_sheet(LISTS), names)
    for sheet in SHEETS:
        _add_choices(book, sheet, columns[sheet.title], names)
    _fill_base(book.create_sheet(BASE), tree)
    book.properties.creator = "docgen"
    book.properties.created = _EPOCH
    out = io.BytesIO()
    book.save(out)
    return _without_clock(out.getvalue())


def _fill(page: Any, sheet: Sheet, columns: Sequence[Column], tree: Mapping[str, Any]) -> None:
    rows = list(rows_of(sheet, columns, tree))
    for at, column in enumerate(columns, 1):
        _write_header(page.cell(1, at), sheet, column)
        whole = page.column_dimensions[get_column_letter(at)]
        whole.width = _width(column, [row[at - 1] for row in rows])
        whole.protection = _UNLOCKED
        whole.number_format = _LOOKS.get(column.sort, _TEXT_LOOK)
        whole.alignment = _WRAPPED
    for number, row in enumerate(rows, 2):
        for at, (column, value) in enumerate(zip(columns, row, strict=True), 1):
            _write(page.cell(number, at), column, value, column.key in sheet.id_keys)
    page.freeze_panes = page.cell(2, len(sheet.id_keys) + 1)
    _protect(page)


def _write_header(cell: Any, sheet: Sheet, column: Column) -> None:
    _say(cell, column.title)
    cell.font, cell.fill, cell.alignment = _HEADER_FONT, _HEADER_FILL, _WRAPPED
    note = _note(sheet, column)
    cell.comment = Comment(note, "docgen", height=_NOTE_LINE * (3 + len(note) // _LETTERS_A_LINE), width=_NOTE_WIDTH)


def _note(sheet: Sheet, column: Column) -> str:
    """What a header means: its name, whether it must be filled, what a cell holds, what the field is for."""
    held = {
        "date": "Ngày/tháng/năm, ví dụ 15/7/2023.",
        "number": "Một số, ví dụ 5 hoặc 5,5.",
        "whole": "Một số nguyên.",
        "flag": f"«{YES}» hoặc «{NO}».",
        "list": "Mỗi giá trị một dòng trong ô (Alt+Enter xuống dòng).",
    }.get(column.sort, "")
    must = "Bắt buộc." if column.required else "Không có thì để trống."
    fixed = "Mã đã có thì không đổi được; hàng mới thì gõ mã mới." if column.key in sheet.id_keys else ""
    meaning = _MARKDOWN.sub(lambda found: found[1] or "", column.meaning)
    return "\n".join(filter(None, (column.title, meaning, held, must, fixed)))


def _say(cell: Any, text: str) -> None:
    """Text stays text, whatever it begins with: no formula, not even when somebody types it again."""
    cell.value = text
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(_LIKE_FORMULAS)


def _write(cell: Any, column: Column, value: Value, locked: bool) -> None:
    if isinstance(value, str):
        _say(cell, value)
        cell.number_format = _TEXT_LOOK
    elif value is not None:
        cell.value = value
        cell.number_format = _LOOKS[column.sort]
    else:
        cell.number_format = _LOOKS.get(column.sort, _TEXT_LOOK)
    cell.alignment = _WRAPPED
    cell.protection = Protection(locked=locked)
    if locked:
        cell.fill = _ID_FILL


def _width(column: Column, values: Iterable[Value]) -> int:
    longest = max((len(value) for value in values if isinstance(value, str)), default=0)
    if column.sort in ("date", "number", "whole", "flag"):
        return _NARROW
    return next((width for width in (_NARROW, _MIDDLE, _WIDE) if longest <= width), _WIDEST)


def _protect(page: Any) -> None:
    """Ids and headers are locked, without a password; rows may be added, sorted, filtered, looks changed."""
    page.protection.sheet = True
    for allowed in ("formatCells", "formatColumns", "formatRows", "insertRows", "deleteRows", "sort", "autoFilter"):
        setattr(page.protection, allowed, False)


def _fill_lists(page: Any, names: Names) -> None:
    for at, (key, known) in enumerate(names.items(), 1):
        title = page.cell(1, at)
        _say(title, _TITLES.get(key, key))
        title.font, title.fill = _HEADER_FONT, _HEADER_FILL
        page.column_dimensions[get_column_letter(at)].width = _WIDE
        for row, name in enumerate(known, 2):
            _say(page.cell(row, at), name)
    page.freeze_panes = "A2"
    page.protection.sheet = True


_TITLES = {"loai": "Mã loại đơn vị", "ten_loai": "Tên loại", "quyen_han": "Quyền hạn ký", "chuc_vu": "Chức vụ được ký"}


def _add_choices(book: Workbook, sheet: Sheet, columns: Sequence[Column], names: Names) -> None:
    page = book[sheet.title]
    for at, column in enumerate(columns, 1):
        formula = _choices(book, sheet, column, names)
        if formula:
            rule = DataValidation("list", formula1=formula, allow_blank=True, showErrorMessage=True)
            rule.error, rule.errorTitle = _SELF_INVALID, column.title
            letter = get_column_letter(at)
            rule.add(f"{letter}2:{letter}{page.max_row + _SPARE}")
            page.add_data_validation(rule)


def _choices(book: Workbook, sheet: Sheet, column: Column, names: Names) -> str:
    """What a drop-down offers: fixed words, or the cells in which the ids stand."""
    if column.choices or column.sort == "flag":
        return f'"{",".join(column.choices or (YES, NO))}"'
    source = REFERENCES.get(sheet.record, {}).get(column.key, "")
    if column.key.startswith("@"):
        source = column.key.removeprefix("@")
    home = HOMES.get(source)
    if source in names:
        at = get_column_letter(list(names).index(source) + 1)
        return f"'{LISTS}'!${at}$2:${at}${max(len(names[source]) + 1, 2)}"
    if home is None or (home is sheet and column.key in sheet.id_keys):
        return ""  # ids of this very sheet are typed, not chosen
    return f"'{home.title}'!$A$2:$A${book[home.title].max_row + _SPARE}"


def _fill_base(page: Any, tree: Mapping[str, Any]) -> None:
    for row, text in enumerate(base_rows(tree), 1):
        _say(page.cell(row, 1), text)
    page.sheet_state = "veryHidden"


def _without_clock(content: bytes) -> bytes:
    """The same archive with no time in it: the same data give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as still:
        for entry in made.infolist():
            data = made.read(entry)
            if entry.filename == "docProps/core.xml":
                data = _STAMP.sub(rb"\g<1>" + _EPOCH.strftime("%Y-%m-%dT%H:%M:%SZ").encode(), data)
            still.writestr(zipfile.ZipInfo(entry.filename), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
