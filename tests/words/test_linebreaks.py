"""Headings broken into few, even lines, never inside a name or a number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.linebreaks import break_evenly
from docgen.typeface import text_width

TEXT = 467.7  # points between the margins
LEFT = 215.0  # points of the left column

SUBJECT = (
    "thực hiện Kết luận số 50-KL/TW của Bộ Chính trị về tiếp tục thực hiện Nghị quyết số 18-NQ/TW, ngày 25/10/2017 "
    'của Ban Chấp hành Trung ương Đảng khóa XII "Một số vấn đề về tiếp tục đổi mới, sắp xếp tổ chức bộ máy của '
    'hệ thống chính trị tinh gọn, hoạt động hiệu lực, hiệu quả"'
)


def test_the_title_is_as_wide_as_measured() -> None:
    assert text_width("ĐẢNG CỘNG SẢN VIỆT NAM", 15, "bold") == pytest.approx(206.7, abs=0.1)
    assert text_width("ĐẢNG BỘ TỈNH LAI CHÂU", 14) == pytest.approx(170, abs=1)


def test_the_subject_of_the_plan() -> None:
    assert break_evenly(SUBJECT, 14, "bold", TEXT) == [
        "thực hiện Kết luận số 50-KL/TW của Bộ Chính trị về tiếp tục",
        "thực hiện Nghị quyết số 18-NQ/TW, ngày 25/10/2017",
        "của Ban Chấp hành Trung ương Đảng khóa XII",
        '"Một số vấn đề về tiếp tục đổi mới, sắp xếp tổ chức bộ máy',
        'của hệ thống chính trị tinh gọn, hoạt động hiệu lực, hiệu quả"',
    ]


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("HUYỆN ỦY THAN UYÊN", ["HUYỆN ỦY THAN UYÊN"]),
        ("ĐẢNG ỦY KHỐI CÁC CƠ QUAN VÀ DOANH NGHIỆP TỈNH", ["ĐẢNG ỦY KHỐI CÁC CƠ QUAN", "VÀ DOANH NGHIỆP TỈNH"]),
        ("BAN CÁN SỰ ĐẢNG ỦY BAN NHÂN DÂN TỈNH", ["BAN CÁN SỰ ĐẢNG", "ỦY BAN NHÂN DÂN TỈNH"]),
        ("BAN CÁN SỰ ĐẢNG VIỆN KIỂM SÁT NHÂN DÂN TỈNH", ["BAN CÁN SỰ ĐẢNG", "VIỆN KIỂM SÁT", "NHÂN DÂN TỈNH"]),
        ("ĐẢNG ĐOÀN HỘI LIÊN HIỆP PHỤ NỮ TỈNH", ["ĐẢNG ĐOÀN HỘI", "LIÊN HIỆP PHỤ NỮ TỈNH"]),
    ],
)
def test_names_of_issuers(name: str, lines: list[str]) -> None:
    assert break_evenly(name, 14, "bold", LEFT) == lines


words = st.lists(
    st.sampled_from(["về", "Bộ Chính trị", "số 50-KL/TW", "tinh gọn", "của", "ngày 15/7/2023", "Ơ"]), min_size=1
)


@given(words, st.floats(120, 500))
def test_no_word_is_lost_and_no_line_is_too_long(parts: list[str], width: float) -> None:
    text = " ".join(parts)
    lines = break_evenly(text, 14, "regular", width)
    assert " ".join(lines) == text
    assert all(text_width(line, 14) <= width + 0.01 for line in lines)
