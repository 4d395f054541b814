"""One value as a cell holds it and as text; what a cell may hold that is no such value."""

import datetime
import re
from decimal import Decimal, InvalidOperation
from typing import Any, NamedTuple

from docgen.excel.columns import Column
from docgen.model.entry import FALSE_WORDS, TRUE_WORDS
from docgen.problems import Severity
from docgen.vietnamese import forbidden_character, parse_date, short_date, to_nfc

Value = str | int | Decimal | datetime.date | None
YES, NO = "có", "không"
_FIGURE = re.compile(r"\d{1,9}(?:[.,]\d{1,6})?", re.ASCII)
_BETWEEN = re.compile(r"(?<!\\)\||\n")  # between the values of a list; a stroke that is meant has a backslash before it
_TYPED = ("date", "number", "whole")
_ZEROS = re.compile(r"0+")
_BLANKS = " \t\n\u00a0\u2007\u202f\u3000\ufeff\u200b"
_FIRST_DAY, _LAST_DAY = 1, 2_958_465  # what a spreadsheet counts as days, up to 31/12/9999


class Raw(NamedTuple):
    """A cell as the file has it: `sort` is openpyxl's letter, `formula` whether it is worked out by the spreadsheet."""

    value: Any = None
    sort: str = "n"
    look: str = "General"
    formula: bool = False


class Slip(NamedTuple):
    """What is wrong with a cell."""

    code: str
    message: str
    remedy: str
    severity: Severity = "error"


def to_cell(column: Column, text: str | list[str]) -> Value:
    """Text of a value → what the cell gets: a real date, a real figure; anything that is none stays text."""
    if isinstance(text, list) or column.sort == "list":
        values = text if isinstance(text, list) else [text]
        return "\n".join(value.replace("|", r"\|") for value in values)
    if column.sort == "flag" and text.lower() in TRUE_WORDS + FALSE_WORDS:
        return YES if text.lower() in TRUE_WORDS else NO
    if column.sort == "date":
        return _day(text)
    if column.sort in ("number", "whole"):
        figure = text.strip().removesuffix("%").strip()
        return Decimal(figure.replace(",", ".")) if _FIGURE.fullmatch(figure) else text
    return text


def _day(text: str) -> Value:
    try:
        day = parse_date(text)
    except ValueError:
        return text
    return day if day.year >= 1900 and day > datetime.date(1900, 2, 28) else text  # no spreadsheet counts back so far


def as_read(value: Value) -> Raw:
    """A cell as it comes back from the file it was written to."""
    return Raw(float(value) if isinstance(value, Decimal) else value)


def said_by(column: Column, raw: Raw) -> tuple[str | list[str] | None, list[Slip]]:
    """The text a cell means (None: blank, or not to be had), and what is wrong with it."""
    text, slips = _text(column, raw)
    if text is not None and column.sort in _TYPED:
        text, _ = _text(column, as_read(to_cell(column, text)))  # «5/7/2023» that was typed as text is that day
    if text is None:
        return [] if column.sort == "list" and column.required and not slips else None, slips
    normal = to_nfc(text).replace("\r\n", "\n")
    trimmed = normal.rstrip(_BLANKS) if column.spaced else normal.strip(_BLANKS)
    if trimmed != normal:
        slips.append(_SPACES)
    bad = forbidden_character(trimmed.replace("\n", " "))
    if bad:
        message = f"Ô có ký tự không được phép ({bad})."
        return None, [*slips, Slip("value.character", message, "Xóa ký tự đó rồi gõ lại.")]
    if column.sort == "list":
        return _values(column, trimmed), slips
    if "\n" in trimmed:
        return None, [*slips, _LINES]
    return _flag(trimmed) if column.sort == "flag" else trimmed or None, slips


def _values(column: Column, text: str) -> str | list[str] | None:
    values = [value.strip(_BLANKS).replace(r"\|", "|") for value in _BETWEEN.split(text)]
    values = [value for value in values if value]
    if not values and not column.required:
        return None
    return values[0] if column.key == "chua_xac_nhan" and len(values) == 1 else values


def _flag(text: str) -> str | None:
    if text.lower() in TRUE_WORDS + FALSE_WORDS:
        return "true" if text.lower() in TRUE_WORDS else "false"
    return text or None


def _text(column: Column, raw: Raw) -> tuple[str | None, list[Slip]]:
    value = raw.value
    if raw.sort == "e":
        return None, [Slip("excel.error", f"Ô đang báo lỗi {value}.", "Sửa công thức, hoặc gõ thẳng giá trị vào ô.")]
    if value is None:
        return None, [_NOT_WORKED_OUT] if raw.formula else []
    if isinstance(value, bool):
        return str(value).lower(), []
    if isinstance(value, datetime.datetime | datetime.date):
        return _of_day(column, value)
    if isinstance(value, int | float):
        return _of_figure(column, value, raw.look)
    if isinstance(value, datetime.time | datetime.timedelta):
        return None, [Slip("excel.time", "Ô ghi giờ, không phải ngày hay chữ.", _AS_TEXT)]
    return str(value), []


def _of_day(column: Column, value: datetime.date) -> tuple[str | None, list[Slip]]:
    if column.sort != "date":
        message = f"Excel đã đổi ô này thành ngày {short_date(value)}, trong khi cột «{column.title}» không ghi ngày."
        return None, [Slip("excel.date", message, _AS_TEXT)]
    late = isinstance(value, datetime.datetime) and value.time() != datetime.time()
    told = [Slip("excel.time", "Ô ghi cả giờ; chỉ lấy ngày.", "Chỉ gõ ngày/tháng/năm.", "warning")] if late else []
    return short_date(value), told


def _of_figure(column: Column, value: float, look: str) -> tuple[str | None, list[Slip]]:
    try:
        figure = Decimal(repr(value)) * (100 if look.rstrip().endswith("%") else 1)
        plain = f"{figure.normalize():f}"
    except InvalidOperation:
        return None, [Slip("excel.error", "Ô không phải là một số dùng được.", "Gõ lại giá trị vào ô.")]
    if column.sort == "date":
        return None, [_number_of_a_day(plain, value)]
    if column.sort in ("number", "whole"):
        return plain.replace(".", ","), []
    if _ZEROS.fullmatch(look) and value == int(value) and value >= 0:
        return plain.zfill(len(look)), []
    message = f"Ô ghi số {plain} trong cột chữ; nếu có số 0 ở đầu thì Excel đã bỏ mất."
    return plain, [Slip("excel.number", message, _AS_TEXT, "warning")]


def _number_of_a_day(plain: str, value: float) -> Slip:
    meant = ""
    if _FIRST_DAY <= value <= _LAST_DAY:
        day = datetime.date(1899, 12, 30) + datetime.timedelta(days=int(value))
        meant = f" Có phải ý là {short_date(day)}?"
    return Slip("excel.date", f"Ô ghi số {plain}, không phải một ngày.", f"Gõ lại thành ngày/tháng/năm.{meant}")


_AS_TEXT = "Chọn ô, đổi định dạng thành Text (Văn bản) rồi gõ lại."
_SPACES = Slip("excel.spaces", "Ô thừa dấu cách ở đầu hoặc cuối; đã bỏ.", "Xóa dấu cách thừa.", "warning")
_LINES = Slip(
    "value.character", "Ô có dấu xuống dòng, trong khi cột này chỉ ghi một dòng.", "Xóa dấu xuống dòng trong ô."
)
_NOT_WORKED_OUT = Slip(
    "excel.formula", "Ô là công thức chưa có kết quả.", "Mở bằng Excel rồi lưu lại, hoặc gõ thẳng giá trị vào ô."
)
