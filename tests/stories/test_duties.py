"""Whose draft a paper is: the unit named, else the one its head names, and only of the plan it carries out."""

from pathlib import Path

import pytest

from docgen.check.fit import day_of
from docgen.stories.duties import Office, duties_of
from docgen.stories.opening import Opened
from docgen.word.read import read_docx
from tests.check.planting import Clerk, clean

HEADS = ["hd36", "hd36/table", "hd36/tabs", "hd36/flat"]
SUBJECT = "thực hiện Kết luận số 50-KL/TW của Bộ Chính trị"


@pytest.fixture(scope="module")
def office(shipped: Opened) -> Office:
    assert shipped.workbook.plan
    return Office(shipped.workbook.plan, shipped.workbook.register)


def recognised(content: bytes, office: Office, shipped: Opened, named: str | None = None) -> str:
    reading = read_docx(content)
    duties = duties_of(reading, office, named, shipped.workbook.forms["hd36"], day_of(reading))
    return duties.unit.id if duties else ""


def test_every_paper_is_known_for_its_unit(built: Path, office: Office, shipped: Opened) -> None:
    for unit in shipped.workbook.register.units:
        assert recognised((built / f"{unit}.docx").read_bytes(), office, shipped) == unit


@pytest.mark.parametrize("paper", HEADS)
def test_however_the_head_is_set(paper: str, office: Office, shipped: Opened) -> None:
    assert recognised(clean(paper), office, shipped) == "than-uyen"


@pytest.mark.parametrize(("old", "new"), [
    ("HUYỆN ỦY THAN UYÊN", "HUYỆN UỶ THAN UYÊN"),
    ("Số 05-KH/HU", "Số        -KH/HU"),
    ("ngày 10 tháng 7 năm 2023", "ngày      tháng      năm 2023"),
    ("ĐẢNG BỘ TỈNH LAI CHÂU", "TỈNH ỦY LAI CHÂU"),
])  # fmt: skip
def test_slips_and_blanks_hide_nobody(old: str, new: str, office: Office, shipped: Opened) -> None:
    assert recognised(Clerk(clean("hd36/table")).retype(old, new).save(), office, shipped) == "than-uyen"


@pytest.mark.parametrize(("old", "new"), [
    ("HUYỆN ỦY THAN UYÊN", "HUYỆN ỦY MƯỜNG LA"),
    ("HUYỆN ỦY THAN UYÊN", "ỦY BAN NHÂN DÂN HUYỆN THAN UYÊN"),
    ("KẾ HOẠCH", "BÁO CÁO"),
    ("50-KL/TW", "36-KL/TW"),
])  # fmt: skip
def test_papers_of_others_and_on_other_things_have_no_duties(
    old: str, new: str, office: Office, shipped: Opened
) -> None:
    assert recognised(Clerk(clean("hd36/table")).retype_all(old, new).save(), office, shipped) == ""


@pytest.mark.parametrize("paper", ["hd36-phu-luc", "hd36-cong-van", "hd05", "nd30"])
def test_papers_of_other_offices_have_no_duties(paper: str, office: Office, shipped: Opened) -> None:
    assert recognised(clean(paper), office, shipped) == ""


def test_a_unit_that_is_named_is_believed(office: Office, shipped: Opened) -> None:
    assert recognised(clean("hd36-phu-luc"), office, shipped, "sin-ho") == "sin-ho"
    assert recognised(clean("hd36"), office, shipped, "sin-ho") == "sin-ho"


def test_what_is_expected_is_the_paper_of_that_day(office: Office, shipped: Opened) -> None:
    reading = read_docx(clean("hd36/tabs"))
    duties = duties_of(reading, office, None, shipped.workbook.forms["hd36"], day_of(reading))
    assert duties and duties.expected.text_of("place_date") == "Than Uyên, ngày 10 tháng 7 năm 2023"
    assert duties.expected.text_of("subject").startswith(SUBJECT)
