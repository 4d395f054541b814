"""What the exported workbook offers: headers, notes, drop-downs, locked ids, text that stays text."""

import io
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.conftest import Run, edit


@pytest.fixture(scope="module")
def opened(exported: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(exported))


def offered(opened: openpyxl.Workbook, page: Worksheet, title: str) -> list[str]:
    """The words of the drop-down under a header."""
    letter = next(cell.column_letter for cell in page[1] if cell.value == title)
    (rule,) = [rule for rule in page.data_validations.dataValidation if f"{letter}2" in rule.cells]
    if rule.formula1.startswith('"'):
        return str(rule.formula1.strip('"')).split(",")
    sheet, _, area = rule.formula1.replace("$", "").rpartition("!")
    cells = opened[sheet.strip("'")][area]
    return [row[0].value for row in cells if row[0].value is not None]


@pytest.mark.parametrize(
    ("sheet", "title", "first", "count"),
    [
        ("Đơn vị", "Loại đơn vị", "tinh-uy", 15),
        ("Đơn vị", "Cấp trên trực tiếp", "tinh-uy", 28),
        ("Phần riêng", "Mã đơn vị", "tinh-uy", 28),
        ("Phần riêng", "Trạng thái", "du_thao", 2),
        ("Quyết định", "Quyết định", "giu", 4),
        ("Quyết định", "Mã mục", "tieu-de", 32),
        ("Quyết định", "Loại đơn vị", "tinh-uy", 15),
        ("Quyết định", "Thời hạn", "ban-hanh", 6),
        ("Mục", "Bắt buộc", "có", 2),
        ("Mục bổ sung", "Đứng sau mục", "tieu-de", 32),
        ("Chỉ tiêu", "Chiều", "it_nhat", 3),
    ],
)
def test_drop_downs_hold_the_right_lists(
    opened: openpyxl.Workbook, sheet: str, title: str, first: str, count: int
) -> None:
    words = offered(opened, opened[sheet], title)
    assert (words[0], len(words)) == (first, count)


def test_ids_and_headers_are_locked_the_rest_is_not(opened: openpyxl.Workbook) -> None:
    page = opened["Đơn vị"]
    assert page.protection.sheet and page.freeze_panes == "B2"
    assert page["A1"].protection.locked and page["A2"].protection.locked and not page["B2"].protection.locked
    assert not page.column_dimensions["A"].protection.locked  # a new row below gets a new id


def test_every_header_has_a_note(opened: openpyxl.Workbook) -> None:
    pages = [page for page in opened if page.title not in ("Danh mục", "_docgen")]
    assert [cell.coordinate for page in pages for cell in page[1] if not cell.comment] == []
    assert opened["Đơn vị"]["I1"].comment.text.startswith("Hiệu lực đến hết ngày\nNgày/tháng/năm, ví dụ 15/7/2023.")


def test_days_and_figures_are_real(opened: openpyxl.Workbook) -> None:
    assert opened["Đơn vị"]["I3"].is_date and opened["Đơn vị"]["I3"].number_format == "dd/mm/yyyy"
    assert opened["Chỉ tiêu"]["D2"].value == 5


LIKE_FORMULAS = [
    "=1+1",
    "+84 213",
    "-x",
    "@SUM(A1)",
    '=HYPERLINK("http://a")',
    "=cmd|' /C calc'!A0",
    "_x0041_",
    "'x",
    "5",
]


@pytest.mark.parametrize("said", LIKE_FORMULAS)
def test_no_text_becomes_a_formula(run: Run, workspace: Path, said: str) -> None:
    edit(workspace / "data/don-vi.yaml", "nguoi_ky: Lê Văn Lương", f"nguoi_ky: '{said.replace(chr(39), 2 * chr(39))}'")
    path = workspace / "so.xlsx"
    assert run("excel", "export", str(path)).exit_code == 0
    cell = openpyxl.load_workbook(path)["Đơn vị"]["M2"]
    assert (cell.data_type, cell.value) == ("s", said)
    assert run("excel", "import", str(path)).stdout.startswith("Sổ không có gì khác")
