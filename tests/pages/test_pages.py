"""What a văn thư sees on the printed pages of every unit."""

import os

import pytest

from tests.pages.conftest import MM, Pages

UNITS = (
    "tinh-uy", "thanh-uy-lai-chau", "tam-duong", "muong-te", "sin-ho", "phong-tho", "than-uyen", "tan-uyen", "nam-nhun",
    "dang-uy-khoi", "dang-uy-quan-su", "dang-uy-cong-an", "dang-uy-bien-phong", "bcsd-ubnd", "bcsd-toa-an",
    "bcsd-vien-kiem-sat", "dang-doan-hdnd", "dang-doan-mttq", "dang-doan-ldld", "dang-doan-phu-nu",
    "dang-doan-nong-dan", "dang-doan-ccb", "ban-to-chuc", "ban-tuyen-giao", "ban-dan-van", "ban-noi-chinh",
    "van-phong", "uy-ban-kiem-tra",
)  # fmt: skip
LEFT, RIGHT = 30 * MM, (210 - 15) * MM


@pytest.fixture(params=UNITS)
def paper(request: pytest.FixtureRequest, pages: dict[str, Pages]) -> Pages:
    return pages[request.param]


# Typefaces with the widths of Times New Roman; .ci/run sees to it that Tinos answers.
TIMES = ({"Tinos"},) if os.environ.get("CI") else ({"Tinos"}, {"LiberationSerif"}, {"TimesNewRomanPS"})


def test_one_typeface_of_times_widths_has_every_letter(paper: Pages) -> None:
    families = {font.split("-")[0].removesuffix("MT") for font in paper.fonts}
    assert families in TIMES, "a fallback font mixes in, or another typeface answers"


def test_both_columns_of_the_head_are_level(paper: Pages) -> None:
    title = paper.find("ĐẢNG CỘNG SẢN VIỆT NAM")
    assert title.text == "ĐẢNG CỘNG SẢN VIỆT NAM" and title.page == 1
    first = min((row for row in paper.rows if row.page == 1 and row.left < 250), key=lambda row: row.top)
    assert first.top == pytest.approx(title.top, abs=1.5)
    number = next(row for row in paper.rows if row.text.startswith("Số"))
    date = next(row for row in paper.rows if "ngày" in row.text and row.page == 1 and row.left > 250)
    assert date.top == pytest.approx(number.top, abs=1.5)


def test_the_rule_is_as_long_as_the_title(paper: Pages) -> None:
    title = paper.find("ĐẢNG CỘNG SẢN VIỆT NAM")
    left, right, top = paper.rules[0][0]
    assert right - left == pytest.approx(title.right - title.left, rel=0.03)
    assert (left + right) / 2 == pytest.approx((title.left + title.right) / 2, abs=1.5)
    assert 10 < top - title.top < 24


def test_no_line_of_the_head_is_broken(paper: Pages) -> None:
    head = [row for row in paper.rows if row.page == 1 and row.top < paper.find("KẾ HOẠCH").top]
    left = sorted((row for row in head if row.left < 280), key=lambda row: row.top)
    assert [row for row in left if row.text == "*"], "the star stands alone"
    assert all(row.left >= LEFT - 1 and row.right <= LEFT + 215 + 1 for row in left if not row.text.startswith("Số"))
    assert sum("tháng" in row.text for row in head) == 1 or sum("năm 2023" in row.text for row in head) == 1


def test_page_numbers_stand_ten_millimetres_from_the_top(paper: Pages) -> None:
    for number, (width, _) in enumerate(paper.sizes, start=1):
        above = [row for row in paper.rows if row.page == number and row.top < 18 * MM]
        if number == 1:
            assert not above
            continue
        (only,) = above
        assert only.text == str(number)
        assert only.top == pytest.approx(10 * MM, abs=4)
        portrait = width < 600
        centre = (LEFT + RIGHT) / 2 if portrait else 20 * MM + (297 - 40) * MM / 2
        assert (only.left + only.right) / 2 == pytest.approx(centre, abs=2)


def test_body_paragraphs_are_indented_ten_millimetres(paper: Pages) -> None:
    marks = ("1. ", "2. ", "I- ", "II- ", "III- ")
    starts = [row for row in paper.rows if row.text.startswith(marks) and row.left < 200]
    assert len(starts) >= 6
    assert all(row.left == pytest.approx(LEFT + 10 * MM, abs=1) for row in starts)


def test_nothing_leaves_the_margins(paper: Pages) -> None:
    for row in paper.rows:
        if paper.sizes[row.page - 1][0] < 600:
            assert row.left >= LEFT - 1.5 and row.right <= RIGHT + 1.5, row.text


def test_signature_and_recipients_are_level_whole_and_not_alone(paper: Pages) -> None:
    label = paper.find("Nơi nhận:")
    after = [row for row in paper.rows if (row.page, row.top) >= (label.page, label.top - 2)]
    authority = next(row for row in after if row.left > 250)
    assert authority.top == pytest.approx(label.top, abs=1.5)
    recipients = [row for row in after if row.text.startswith("- ") and row.left < 250]
    assert {row.page for row in recipients} == {label.page}
    above = [row for row in paper.rows if row.page == label.page and 18 * MM < row.top < label.top - 2]
    assert above, "the signature block stands alone on its page"


def test_the_appendix_begins_on_its_own_landscape_page(paper: Pages) -> None:
    title = paper.find("PHỤ LỤC CÔNG VIỆC")
    assert paper.sizes[title.page - 1][0] > 800
    assert min(row.top for row in paper.rows if row.page == title.page and row.top > 18 * MM) == title.top
    for number in range(title.page, len(paper.sizes) + 1):
        assert any(row.page == number and row.text.startswith("TT") for row in paper.rows), "header row repeats"
