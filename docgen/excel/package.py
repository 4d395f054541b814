"""Whether a file is a workbook that may be opened, and what openpyxl does not say of its sheets."""

import zipfile
from dataclasses import dataclass, field
from typing import IO

from defusedxml.ElementTree import iterparse

from docgen.excel.cells import Slip

MAX_BYTES = 50_000_000
_MAX_EXPANDED = 200_000_000
_MAX_PARTS = 2_000
_MACROS = "vbaproject.bin"
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_OLE = b"\xd0\xcf\x11\xe0"
_SAVE_AS = "Mở bằng Excel, chọn Save As, kiểu «Excel Workbook (*.xlsx)», rồi lưu."


def refusal(content: bytes) -> Slip | None:
    """Why the bytes are not opened at all; None for a workbook."""
    if content.startswith(_OLE):
        return Slip("excel.kind", "Tệp là .xls đời cũ hoặc có mật khẩu.", f"Bỏ mật khẩu nếu có. {_SAVE_AS}")
    if len(content) > MAX_BYTES:
        return Slip("excel.size", f"Tệp lớn hơn {MAX_BYTES // 1_000_000} MB.", "Xóa các hàng, trang và hình thừa.")
    return None


def refusal_of(archive: zipfile.ZipFile) -> Slip | None:
    """Why what is inside is not read."""
    parts = archive.infolist()
    names = [part.filename.lower() for part in parts]
    if any(name.endswith(_MACROS) for name in names):
        return Slip("excel.macros", "Tệp có macro (.xlsm); docgen không đọc tệp có macro.", _SAVE_AS)
    if "xl/workbook.bin" in names or "xl/workbook.xml" not in names:
        return Slip("excel.kind", "Tệp không phải là sổ Excel .xlsx.", _SAVE_AS)
    if len(parts) > _MAX_PARTS or sum(part.file_size for part in parts) > _MAX_EXPANDED:
        return Slip("excel.size", "Tệp giải nén ra quá lớn.", "Xóa các hàng, trang và hình thừa rồi lưu lại.")
    return None


@dataclass
class Layout:
    """What a sheet hides and joins: rows, columns, ranges such as `B3:B5`."""

    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)


def layout_of(stream: IO[bytes], last_row: int) -> Layout:
    """One pass over the XML of a sheet; rows after `last_row` are not looked at."""
    found, row = Layout(), 0
    for _, element in iterparse(stream, events=("end",), forbid_dtd=True):
        if element.tag == f"{_SHEET}row":
            row = int(element.get("r") or row + 1)
            if row > last_row:
                break
            if element.get("hidden") in ("1", "true"):
                found.hidden_rows.append(row)
            element.clear()
        elif element.tag == f"{_SHEET}col" and element.get("hidden") in ("1", "true"):
            found.hidden_columns.append(int(element.get("min", 1)))
        elif element.tag == f"{_SHEET}mergeCell":
            found.merged.append(element.get("ref", ""))
    return found
