"""The sheet passed round on paper: rows in order, words as they are, the same bytes every time."""

import io

from docx import Document as Word

from docgen.word.package import DOCUMENT, read_package
from docgen.word.review_sheet import SheetRow, review_sheet

ROWS = [
    SheetRow("mục II.4", "15/7/2023", "31/7/2023", "Thời hạn"),
    SheetRow("than-uyen\nmục II.5", "", "<b>&\x01</b>\n7%", "Câu chữ"),
]
SHEET = review_sheet("PHIẾU RÀ SOÁT: a → b\x02", ROWS, ["Không so: hình ảnh."])


def test_every_change_is_a_row_with_its_number_and_two_boxes() -> None:
    (table,) = Word(io.BytesIO(SHEET)).tables
    assert [[cell.text for cell in row.cells] for row in table.rows][1:] == [
        ["1", "mục II.4", "15/7/2023", "31/7/2023", "Thời hạn", "☐", "☐"],
        ["2", "than-uyen\nmục II.5", "", "<b>&</b>\n7%", "Câu chữ", "☐", "☐"],
    ]


def test_title_above_and_notes_below() -> None:
    texts = [paragraph.text for paragraph in Word(io.BytesIO(SHEET)).paragraphs]
    assert texts == ["PHIẾU RÀ SOÁT: a → b", "Không so: hình ảnh."]


def test_heads_stand_on_every_page_and_rows_stay_whole() -> None:
    document = read_package(SHEET)[DOCUMENT].decode()
    assert (document.count("<w:tblHeader/>"), document.count("<w:cantSplit/>")) == (1, len(ROWS))


def test_the_same_changes_give_the_same_bytes() -> None:
    assert review_sheet("PHIẾU RÀ SOÁT: a → b\x02", iter(ROWS), ["Không so: hình ảnh."]) == SHEET
