"""Every surprise of a workbook is told once, at its cell; what is no surprise is read without a word."""

import datetime
import io
import re
import unicodedata
import zipfile
from pathlib import Path
from typing import NamedTuple

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from docgen.excel.reading import MAX_ROWS
from docgen.problems import Problem
from docgen.stories.excel import import_workbook
from docgen.workspace.folder import Workspace
from tests.excel.conftest import Edit, cell_of, change, typed

TEXT, DAY = "@", "dd/mm/yyyy"


class Slip(NamedTuple):
    """One slip in a workbook, and the one problem it gives: code, place behind the file's name, words."""

    name: str
    edit: Edit
    code: str
    place: str
    says: str
    severity: str = "error"


def told(book: Path) -> list[Problem]:
    return import_workbook(Workspace(book.parent, "kl50"), book, dry_run=True).problems


def unit(title: str, value: object, look: str = "") -> Edit:
    return typed("Đơn vị", "than-uyen", title, value, look)


def part(title: str, value: object, look: str = "") -> Edit:
    return typed("Phần riêng", "than-uyen", title, value, look)


def header(sheet: str, title: str, new: str) -> Edit:
    def edit(book: openpyxl.Workbook) -> None:
        next(cell for cell in book[sheet][1] if cell.value == title).value = new

    return edit


def hidden(kind: str) -> Edit:
    def edit(book: openpyxl.Workbook) -> None:
        page = book["Văn bản"]
        if kind == "sheet":
            page.sheet_state = "hidden"
        elif kind == "row":
            page.row_dimensions[5].hidden = page.row_dimensions[7].hidden = True
        else:
            page.column_dimensions["C"].hidden = True

    return edit


def mended_by_hand(sheet: str, row: str, title: str, value: object) -> Edit:
    """A cell openpyxl would not write: the type is set by hand."""

    def edit(book: openpyxl.Workbook) -> None:
        cell = cell_of(book[sheet], row, title)
        cell.value = value
        cell.data_type = "e" if str(value).startswith("#") else "s"

    return edit


ROW, PART = "Huyện ủy Than Uyên", "than-uyen"
SAVING = "tiết kiệm kinh phí chi thường xuyên hằng năm để cải cách chính sách tiền lương"
CELLS = [
    Slip(
        "an error",
        mended_by_hand("Đơn vị", "than-uyen", "Địa danh", "#N/A"),
        "excel.error",
        f"Đơn vị › ô G8 › {ROW}",
        "#N/A",
    ),
    Slip(
        "a formula nobody worked out",
        unit("Địa danh", '="Than "&"Uyên"'),
        "excel.formula",
        f"Đơn vị › ô G8 › {ROW}",
        "công thức",
    ),
    Slip(
        "spaces at the end",
        unit("Địa danh", "Than Uyên  "),
        "excel.spaces",
        f"Đơn vị › ô G8 › {ROW}",
        "dấu cách",
        "warning",
    ),
    Slip(
        "a no-break space",
        unit("Địa danh", "\u00a0Than Uyên"),
        "excel.spaces",
        f"Đơn vị › ô G8 › {ROW}",
        "dấu cách",
        "warning",
    ),
    Slip(
        "a number in a column of text",
        unit("Ký hiệu cơ quan", 7, "General"),
        "excel.number",
        f"Đơn vị › ô F8 › {ROW}",
        "ghi số 7",
        "warning",
    ),
    Slip(
        "text that became a date",
        unit("Ký hiệu cơ quan", datetime.date(2026, 6, 5), DAY),
        "excel.date",
        f"Đơn vị › ô F8 › {ROW}",
        "thành ngày 05/6/2026",
    ),
    Slip(
        "a date that became a number",
        part("Ngày ban hành", 45112, "General"),
        "excel.date",
        f"Phần riêng › ô C3 › {PART}",
        "Có phải ý là 05/7/2023?",
    ),
    Slip(
        "a date with a time",
        part("Ngày ban hành", datetime.datetime(2023, 7, 5, 8, 30)),
        "excel.time",
        f"Phần riêng › ô C3 › {PART}",
        "cả giờ",
        "warning",
    ),
    Slip(
        "a time",
        part("Ngày ban hành", datetime.time(8, 30), "hh:mm"),
        "excel.time",
        f"Phần riêng › ô C3 › {PART}",
        "giờ",
    ),
    Slip(
        "two digits of a year",
        part("Ngày ban hành", "5/7/23", TEXT),
        "data.value",
        f"Phần riêng › ô C3 › {PART}",
        "bốn chữ số",
    ),
    Slip(
        "year first",
        part("Ngày ban hành", "2023-07-05", TEXT),
        "data.value",
        f"Phần riêng › ô C3 › {PART}",
        "ngày/tháng/năm",
    ),
    Slip(
        "month first",
        part("Ngày ban hành", "7/25/2023", TEXT),
        "data.value",
        f"Phần riêng › ô C3 › {PART}",
        "không có trong lịch",
    ),
    Slip("a figure in words", part("Số", "năm", TEXT), "data.value", f"Phần riêng › ô B3 › {PART}", "số nguyên"),
    Slip("half a number", part("Số", 5.5), "data.value", f"Phần riêng › ô B3 › {PART}", "số nguyên"),
    Slip(
        "a late day",
        part("Ngày ban hành", "20/7/2023", TEXT),
        "date.late",
        f"Phần riêng › ô C3 › {PART}",
        "sau thời hạn",
    ),
    Slip("a line break", unit("Địa danh", "Than\nUyên"), "value.character", f"Đơn vị › ô G8 › {ROW}", "xuống dòng"),
    Slip(
        "text that runs backwards",
        unit("Địa danh", "Than \u202eUyên"),
        "value.character",
        f"Đơn vị › ô G8 › {ROW}",
        "U+202E",
    ),
    Slip("an unknown kind", unit("Loại đơn vị", "huyen-u"), "unit.kind", f"Đơn vị › ô D8 › {ROW}", "«huyen-uy»?"),
    Slip(
        "an unknown superior",
        unit("Cấp trên trực tiếp", "tinh-u"),
        "unit.reference",
        f"Đơn vị › ô E8 › {ROW}",
        "«tinh-uy»?",
    ),
    Slip(
        "a name left out", unit("Tên đầy đủ", None), "data.missing", "Đơn vị › ô B8 › than-uyen", "«ten» (Tên đầy đủ)"
    ),
    Slip(
        "a position not allowed",
        unit("Chức vụ người ký", "TRƯỞNG BAN"),
        "sign.position",
        f"Đơn vị › ô L8 › {ROW}",
        "TRƯỞNG BAN",
    ),
    Slip(
        "a target below the floor",
        unit("Chỉ tiêu riêng: chuyen-mon", 60),
        "target.floor",
        f"Đơn vị › ô S8 › {ROW}",
        "60%",
    ),
    Slip(
        "a word out of no list",
        typed("Chỉ tiêu", "tiet-kiem", "Chiều", "it_nhat_la"),
        "data.value",
        f"Chỉ tiêu › ô C6 › {SAVING}",
        "it_nhat",
    ),
    Slip(
        "a row without its id",
        typed("Văn bản", "kh-82", "Mã văn bản", None),
        "data.missing",
        "Văn bản › ô A9",
        "«Mã văn bản»",
    ),
    Slip(
        "an id twice",
        typed("Phần riêng", "sin-ho", "Mã đơn vị", "than-uyen"),
        "excel.row_twice",
        "Phần riêng › ô A4 › than-uyen",
        "hàng 3",
    ),
    Slip(
        "a unit nobody knows",
        typed("Phần riêng", "sin-ho", "Mã đơn vị", "sin-h"),
        "unit.reference",
        "Phần riêng › ô A4 › sin-h",
        "«sin-ho»?",
    ),
    Slip(
        "a plan nobody knows",
        typed("Kế hoạch", "kl50", "Mã kế hoạch", "kl5"),
        "plan.unknown",
        "Kế hoạch › ô A2 › kl5",
        "«kl50»?",
    ),
]
SHEETS = [
    Slip(
        "a column renamed",
        header("Đơn vị", "Tên đầy đủ", "Tên đầy đủ đơn vị"),
        "data.unknown_key",
        "Đơn vị › ô B1",
        "«Tên đầy đủ»?",
    ),
    Slip(
        "a column added",
        lambda book: setattr(book["Nhóm"].cell(1, 9), "value", "Ghi chú"),
        "excel.column",
        "Nhóm › ô I1",
        "«Ghi chú»",
        "warning",
    ),
    Slip(
        "cells without a header",
        lambda book: setattr(book["Nhóm"].cell(3, 9), "value", "x"),
        "excel.column",
        "Nhóm › ô I1",
        "đầu cột để trống",
        "warning",
    ),
    Slip(
        "a column twice",
        lambda book: setattr(book["Nhóm"].cell(1, 4), "value", "Tên nhóm"),
        "yaml.duplicate",
        "Nhóm › ô D1",
        "hai lần",
    ),
    Slip("a column left out", lambda book: book["Nhóm"].delete_cols(2), "data.missing", "Nhóm › ô A1", "«Tên nhóm»"),
    Slip("merged cells", lambda book: book["Văn bản"].merge_cells("B3:B5"), "excel.merged", "Văn bản › ô B3", "B3:B5"),
    Slip("hidden rows", hidden("row"), "excel.hidden", "Văn bản › ô A5", "2 hàng bị ẩn", "warning"),
    Slip("a hidden column", hidden("column"), "excel.hidden", "Văn bản › ô C1", "Cột này bị ẩn", "warning"),
    Slip("a hidden sheet", hidden("sheet"), "excel.hidden", "Văn bản › ô A1", "Trang này bị ẩn", "warning"),
    Slip(
        "a copy of a sheet",
        lambda book: book.copy_worksheet(book["Nhóm"]),
        "excel.sheet",
        "Nhóm Copy › ô A1",
        "«Nhóm»?",
        "warning",
    ),
    Slip(
        "days counted from 1904",
        lambda book: setattr(book, "epoch", CALENDAR_MAC_1904),
        "excel.1904",
        "Đơn vị › ô A1",
        "1904",
        "warning",
    ),
    Slip(
        "rows to the very end",
        lambda book: setattr(book["Nhóm"].cell(1_048_576, 1), "value", "x"),
        "excel.rows",
        f"Nhóm › ô A{MAX_ROWS + 1}",
        "100.000 hàng",
    ),
]


@pytest.mark.parametrize("slip", CELLS + SHEETS, ids=lambda slip: slip.name)
def test_one_slip_one_message(book: Path, slip: Slip) -> None:
    change(book, slip.edit)
    found = [one for one in told(book) if one.code != "data.missing" or slip.code == "data.missing"]
    assert [(one.code, str(one.place), one.severity) for one in found] == [
        (slip.code, f"so.xlsx › {slip.place}", slip.severity)
    ], found
    assert slip.says in f"{found[0].message} {found[0].remedy}"


NEAR_MISSES: dict[str, Edit] = {
    "a real date": part("Ngày ban hành", datetime.date(2023, 7, 5)),
    "a date typed without zeros": part("Ngày ban hành", "5/7/2023", TEXT),
    "zeros that are shown": unit("Ký hiệu cơ quan", 7, "000"),
    "letters of every sort": unit("Người ký", "A & B < C > {{ d }} \"e\" ]]> 'f'"),
    "a stroke that is meant": unit("Nơi nhận riêng", r"Ban A\|B | Ban C"),
    "a header in capitals": header("Đơn vị", "Tên đầy đủ", "  TÊN ĐẦY ĐỦ "),
    "a header by its key": header("Đơn vị", "Tên đầy đủ", "ten"),
    "a decomposed header": header("Đơn vị", "Tên đầy đủ", unicodedata.normalize("NFD", "Tên đầy đủ")),
    "a new fact": header("Đơn vị", "Ký hiệu cơ quan", "Dữ liệu riêng: so_xa"),
    "a blank row": lambda book: book["Đơn vị"].insert_rows(5),
    "a merged title beside the data": lambda book: book["Nhóm"].merge_cells("J1:K1"),
}


@pytest.mark.parametrize("edit", NEAR_MISSES.values(), ids=NEAR_MISSES.keys())
def test_near_misses_stay_silent(book: Path, edit: Edit) -> None:
    change(book, edit)
    assert told(book) == []


def parts(book: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(book) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def put_together(inside: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in inside.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_two_sheets_of_one_name(book: Path) -> None:
    inside = parts(book)
    inside["xl/workbook.xml"] = inside["xl/workbook.xml"].replace('name="Nhóm"'.encode(), 'name="Thời hạn"'.encode())
    book.write_bytes(put_together(inside))
    (twice,) = [one for one in told(book) if one.code == "excel.sheet_twice"]
    assert "hai trang tên «Thời hạn»" in twice.message


def spoilt(book: Path, name: str, old: bytes, new: bytes) -> bytes:
    inside = parts(book)
    assert re.search(old, inside[name])
    inside[name] = re.sub(old, new, inside[name], count=1)
    return put_together(inside)


def test_files_that_are_not_opened(book: Path) -> None:
    inside = parts(book)
    entity = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY z "zz">]><worksheet'
    files = {
        "excel.macros": put_together({**inside, "xl/vbaProject.bin": b""}),
        "excel.kind": b"\xd0\xcf\x11\xe0" + bytes(600),
        "excel.unreadable": book.read_bytes()[:5_000],
        "excel.unreadable ": b"ma,ten\n",
        "excel.unreadable  ": spoilt(book, "xl/worksheets/sheet1.xml", b"<worksheet", entity),
        "excel.unreadable   ": spoilt(book, "xl/worksheets/sheet2.xml", b"</sheetData>", b""),
        "excel.kind ": put_together({"word/document.xml": b"<w/>"}),
    }
    for code, content in files.items():
        book.write_bytes(content)
        assert [(one.code, str(one.place)) for one in told(book)] == [(code.strip(), "so.xlsx")], code


def test_every_fault_of_a_workbook_is_told_in_one_run(book: Path) -> None:
    change(
        book,
        unit("Địa danh", "Than\nUyên"),
        part("Ngày ban hành", 45112, "General"),
        header("Nhóm", "Tên nhóm", "Tên nhom"),
    )
    assert {one.code for one in told(book)} >= {"value.character", "excel.date", "data.unknown_key"}


def test_a_decision_on_an_item_nobody_knows(whole: Path) -> None:
    change(whole, typed("Quyết định", "I", "Mã mục", "IX"))
    (unknown,) = told(whole)
    assert str(unknown.place) == "so.xlsx › Quyết định › ô A30 › IX · huyen-uy"
    assert (unknown.code, unknown.message) == ("text.reference", "Không có mã mục «IX».")
