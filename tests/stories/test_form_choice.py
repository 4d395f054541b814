"""Which form a paper has: by its title and its date; docgen builds only the Party's."""

import datetime
from pathlib import Path

import pytest

from docgen.model.document import Block, Document, Role, Run
from docgen.model.form import Form, form_in_force
from docgen.model.reading import Reading
from docgen.stories.opening import Opened
from docgen.stories.outline import shown_form
from tests.conftest import Run as Command

DAYS = [
    (datetime.date(2018, 4, 2), None, None),
    (datetime.date(2018, 4, 3), "hd36", None),
    (datetime.date(2020, 3, 5), "hd36", "nd30"),
    (datetime.date(2026, 5, 26), "hd36", "nd30"),
    (datetime.date(2026, 5, 27), "hd05", "nd30"),
]


@pytest.mark.parametrize(("day", "party", "state"), DAYS)
def test_the_day_chooses_within_a_system(
    shipped: Opened, day: datetime.date, party: str | None, state: str | None
) -> None:
    forms = list(shipped.workbook.forms.values())
    for order in (forms, forms[::-1]):
        assert _id(form_in_force(order, day)) == party
        assert _id(form_in_force(order, day, "nha_nuoc")) == state


PARTY: tuple[Role, str] = ("title", "ĐẢNG CỘNG SẢN VIỆT NAM")
STATE: tuple[Role, str] = ("title", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
OLD_TONES: tuple[Role, str] = ("other", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")
IN_2023: tuple[Role, str] = ("place_date", "Hà Nội, ngày 05 tháng 7 năm 2023")
IN_2026: tuple[Role, str] = ("place_date", "Hà Nội, ngày 05 tháng 7 năm 2026")
PAPERS: dict[str, tuple[tuple[tuple[Role, str], ...], str]] = {
    "Party": ((PARTY, IN_2023), "hd36"),
    "Party, new": ((PARTY, IN_2026), "hd05"),
    "State": ((STATE, IN_2023), "nd30"),
    "State, old tones, no role": ((OLD_TONES, IN_2026), "nd30"),
    "Republic in a sentence": ((IN_2023, ("paragraph", "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam")), "hd36"),
    "form of the State quoted below": ((PARTY, IN_2023, ("paragraph", STATE[1])), "hd36"),
    "no title": ((IN_2023,), "hd36"),
    "no date": ((PARTY,), ""),
    "no such day": ((PARTY, ("place_date", "Hà Nội, ngày 31 tháng 6 năm 2023")), ""),
    "before all of them": ((PARTY, ("place_date", "Hà Nội, ngày 05 tháng 7 năm 2003")), ""),
}


@pytest.mark.parametrize(("lines", "form"), PAPERS.values(), ids=PAPERS)
def test_a_paper_shows_which_form_it_has(shipped: Opened, lines: tuple[tuple[Role, str], ...], form: str) -> None:
    document = Document("", tuple(Block(role, (Run(text),)) for role, text in lines))
    assert shown_form(Reading(document, (), ()), shipped.workbook.forms) == form


def test_a_form_of_the_state_builds_nothing(run: Command, workspace: Path) -> None:
    result = run("build", "than-uyen", "--form", "nd30")
    assert result.exit_code == 3
    assert "«nd30» là của cơ quan nhà nước" in result.stderr
    assert not list(workspace.glob("build/**/*.docx"))


def _id(form: Form | None) -> str | None:
    return form.id if form else None
