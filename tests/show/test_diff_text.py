"""What a reviewer reads on the terminal, and through a pipe."""

import click

from docgen.show import diff_text
from docgen.show.diff_words import place
from tests.show.changes import EQUAL, NOISE, PAIR, SET


def plain(text: str) -> list[str]:
    return click.unstyle(text).splitlines()


def test_by_severity_and_place_a_sentence_each() -> None:
    assert plain(diff_text.pair(PAIR)) == [
        "cũ/than-uyen.docx → mới/than-uyen.docx: 5 thay đổi: 2 quan trọng, 1 câu chữ, 2 hình thức, thứ tự.",
        "  Quan trọng",
        "    mục II.4",
        "      Thời hạn II.4: 15/7/2023 → 31/7/2023, lùi 16 ngày.",
        "    bảng 1, dòng 2",
        "      Bỏ dòng «1 Văn phòng»",
        "  Câu chữ",
        "    mục II.5",
        '      Câu chữ II.5: thêm «<script>alert(1)</script> & "x"»',
        "  Hình thức, thứ tự",
        "    mục III.1",
        "      Chuyển nhiệm vụ II.6 → III.1",
        "    trang giấy",
        "      Trang giấy: lề trái 30 → 35 mm",
        "Chỉ khác cách gõ, không tính là thay đổi: 36 chỗ đặt dấu thanh, 2 khoảng trắng.",
        "Không so: hình ảnh.",
    ]


def test_what_went_is_red_and_what_came_is_green() -> None:
    red, green = click.style("15/7/2023", fg="red"), click.style("31/7/2023", fg="green")
    assert f"Thời hạn II.4: {red} → {green}, lùi 16 ngày." in diff_text.pair(PAIR)


def test_nothing_changed_is_said_in_one_line() -> None:
    assert plain(diff_text.pair(EQUAL)) == ["cũ/tan-uyen.docx → mới/tan-uyen.docx: Hai bản như nhau."]
    assert plain(diff_text.pair(NOISE)) == [
        "a.docx → b.docx: Hai bản chỉ khác cách gõ.",
        "Chỉ khác cách gõ, không tính là thay đổi: 3 mã chữ (dựng sẵn, tổ hợp).",
    ]


def test_folders_tell_what_is_shared_first() -> None:
    assert plain(diff_text.pairs(SET)) == [
        "2 đơn vị: than-uyen, tan-uyen",
        "  Quan trọng",
        "    mục II.4",
        "      Thời hạn II.4: 15/7/2023 → 31/7/2023, lùi 16 ngày.",
        "",
        "than-uyen",
        "  Câu chữ",
        "    mục II.5",
        '      Câu chữ II.5: thêm «<script>alert(1)</script> & "x"»',
        "  Hình thức, thứ tự",
        "    trang giấy",
        "      Trang giấy: lề trái 30 → 35 mm",
        "",
        "cũ → mới: 3 cặp văn bản, 1 cặp có thay đổi; 1 thay đổi chung, 2 thay đổi riêng.",
        "Không có cặp: mới/la.docx.",
        "Chỉ khác cách gõ, không tính là thay đổi: 36 chỗ đặt dấu thanh, 2 khoảng trắng.",
        "Không so: hình ảnh.",
    ]


def test_places_in_words() -> None:
    paths = ("II.3.2", "subject", "table.1.0", "table.2.3.4", "header", "note", "")
    assert list(map(place, paths)) == [
        "mục II.3.2", "trích yếu", "bảng 1, dòng tiêu đề", "bảng 2, dòng 3, cột 4", "đầu trang", "chú thích", "",
    ]  # fmt: skip
