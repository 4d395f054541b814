"""The number desk: what comes next, what is taken, what may be given back."""

import datetime
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from docgen.problems import Place
from docgen.stories.desk import Desk, Stated, open_desk
from docgen.stories.numbers import Asked, Returned, listing, release, reserve
from docgen.workspace.folder import Refused, Workspace, find_workspace
from docgen.workspace.numbers import REGISTER
from tests.conftest import ROOT

NOW, BEFORE = "2020-2025", "2015-2020"
Setting = Callable[..., Desk]


@pytest.fixture(scope="session")
def shipped_desk() -> Desk:
    desk, problems = open_desk(find_workspace(ROOT), None)
    assert desk is not None, problems
    return desk


@pytest.fixture
def desk_with(shipped_desk: Desk, tmp_path: Path) -> Setting:
    """The shipped data, an empty register, and what plans are said to state for Than Uyên: (number, day, plan)."""
    (tmp_path / "data").mkdir()

    def make(*stated: tuple[int, datetime.date | None, str]) -> Desk:
        lines = [
            Stated("than-uyen", "KH", number, day, plan, Place(f"data/ke-hoach/{plan}.yaml", 9, 5))
            for number, day, plan in stated
        ]
        return replace(shipped_desk, workspace=Workspace(tmp_path, None), stated={"than-uyen": lines})

    return make


def hold(desk: Desk, kind: str | None = "KH", **asked: object) -> list[int]:
    told = reserve(desk, Asked(**{"unit": "than-uyen", "term": NOW, "kind": kind, **asked}))
    return [one.number for one in told.numbers]


def give_back(desk: Desk, *numbers: int, **which: str) -> None:
    release(desk, Returned("than-uyen", numbers, **which))


def refused(call: Callable[[], object]) -> tuple[str, str, int]:
    """Code, place and exit code of what the desk refuses."""
    with pytest.raises(Refused) as stop:
        call()
    return stop.value.problem.code, str(stop.value.problem.place), stop.value.exit_code


def states(desk: Desk) -> dict[str, str]:
    return {f"{one.text} {one.term}".strip(): one.state for one in listing(desk, "than-uyen").numbers}


def day(year: int) -> datetime.date:
    return datetime.date(year, 7, 5)


def test_numbers_run_from_01_by_unit_kind_and_term(desk_with: Setting) -> None:
    desk = desk_with()
    assert hold(desk) == [1] and hold(desk) == [2] and hold(desk, count=3) == [3, 4, 5]
    assert hold(desk, kind="QĐ") == [1]
    assert hold(desk, unit="sin-ho") == [1]
    assert hold(desk, term=BEFORE) == [1] and hold(desk, term="2025-2030") == [1]
    assert hold(desk) == [6]


def test_one_given_back_is_given_again_only_by_name(desk_with: Setting) -> None:
    desk = desk_with()
    hold(desk, count=5)
    give_back(desk, 5)
    assert hold(desk) == [6]
    assert hold(desk, number=5) == [5]
    assert refused(lambda: hold(desk, number=5)) == ("number.taken", f"{REGISTER}:8:1", 3)


def test_what_a_plan_states_is_given(desk_with: Setting) -> None:
    desk = desk_with((122, day(2023), "kl51"))
    assert refused(lambda: hold(desk, number=122)) == ("number.taken", "data/ke-hoach/kl51.yaml:9:5", 3)
    assert hold(desk) == [123]
    assert hold(desk, kind="QĐ") == [1] and hold(desk, term="2025-2030") == [1]


@pytest.mark.parametrize("stated_on", [day(2020), None])
def test_a_number_that_may_be_of_two_terms_waits_to_be_booked(desk_with: Setting, stated_on: datetime.date) -> None:
    desk = desk_with((122, stated_on, "kl50"))
    assert refused(lambda: hold(desk)) == ("number.term", "data/ke-hoach/kl50.yaml:9:5", 3)
    assert refused(lambda: hold(desk, number=122)) == ("number.taken", "data/ke-hoach/kl50.yaml:9:5", 3)
    assert hold(desk, kind=None, number=122) == [122]
    assert hold(desk) == [123] and hold(desk, term=BEFORE) == [1]


def test_a_plan_needs_one_number(desk_with: Setting) -> None:
    desk = desk_with()
    assert hold(desk, kind=None) == [1]
    assert refused(lambda: hold(desk, kind=None)) == ("number.held", f"{REGISTER}:1:1", 3)
    give_back(desk, 1)
    assert hold(desk, kind=None) == [2]


def test_the_number_a_plan_states_is_the_one_to_book(desk_with: Setting) -> None:
    desk = desk_with((7, day(2023), "kl50"))
    assert refused(lambda: hold(desk, kind=None)) == ("number.stated", "data/ke-hoach/kl50.yaml:9:5", 3)
    assert refused(lambda: hold(desk, kind=None, number=8)) == ("number.stated", "data/ke-hoach/kl50.yaml:9:5", 3)
    assert hold(desk, kind=None, number=7) == [7]
    assert states(desk) == {"07-KH/HU 2020-2025": "used"}


@pytest.mark.parametrize(
    ("asked", "code", "place", "exit_code"),
    [
        ({"term": None}, "number.no_term", "--term", 2),
        ({"term": "2020-205"}, "number.option", "--term", 2),
        ({"kind": "K-H"}, "number.option", "--kind", 2),
        ({"kind": "Kh"}, "number.kind", "--kind", 2),
        ({"kind": None, "term": BEFORE}, "number.term", "--term", 3),
        ({"term": "2021-2026"}, "number.term", f"{REGISTER}:1:1", 3),
        ({"unit": "than-uye"}, "unit.unknown", "than-uye", 3),
    ],
)
def test_what_is_no_series(
    desk_with: Setting, asked: dict[str, str | None], code: str, place: str, exit_code: int
) -> None:
    desk = desk_with()
    hold(desk)
    before = (desk.workspace.root / REGISTER).read_bytes()
    assert refused(lambda: hold(desk, **asked)) == (code, place, exit_code)
    assert (desk.workspace.root / REGISTER).read_bytes() == before


def test_without_a_term_the_ones_in_the_register_are_offered(desk_with: Setting) -> None:
    desk = desk_with()
    hold(desk)
    with pytest.raises(Refused) as stop:
        hold(desk, term=None)
    assert stop.value.problem.remedy == "Thêm --term 2020-2025."


def test_only_what_is_held_and_unused_is_given_back_all_or_none(desk_with: Setting) -> None:
    hold(desk_with(), count=3)
    desk = desk_with((2, day(2023), "kl51"))
    assert refused(lambda: give_back(desk, 1, 2)) == ("number.used", "data/ke-hoach/kl51.yaml:9:5", 3)
    assert refused(lambda: give_back(desk, 1, 4)) == ("number.not_held", "4", 3)
    assert states(desk) == {
        "01-KH/HU 2020-2025": "reserved",
        "02-KH/HU 2020-2025": "used",
        "03-KH/HU 2020-2025": "reserved",
    }
    give_back(desk, 1, 3, 1)
    assert refused(lambda: give_back(desk, 1)) == ("number.not_held", "1", 3)
    assert list(states(desk).values()) == ["released", "used", "released"]


def test_a_number_held_in_two_series_is_given_back_by_its_series(desk_with: Setting) -> None:
    desk = desk_with()
    hold(desk), hold(desk, kind="QĐ"), hold(desk, term=BEFORE)
    assert refused(lambda: give_back(desk, 1)) == ("number.unclear", "1", 2)
    assert refused(lambda: give_back(desk, 1, kind="KH")) == ("number.unclear", "1", 2)
    give_back(desk, 1, kind="KH", term=BEFORE)
    give_back(desk, 1, kind="QĐ")
    give_back(desk, 1)
    assert set(states(desk).values()) == {"released"}


def test_the_list_tells_what_does_not_agree(desk_with: Setting) -> None:
    desk = desk_with((1, day(2023), "kl51"), (9, day(2023), "kl52"))
    assert [one.state for one in listing(desk, None).numbers] == ["used", "used"]
    other = desk_with()
    hold(other, kind=None)
    told = listing(desk, None)
    assert [(one.text, one.term, one.plan) for one in told.numbers] == [
        ("09-KH/HU", "", "kl52"), ("01-KH/HU", NOW, "kl50"),
    ]  # fmt: skip
    assert [(one.code, one.place.file) for one in told.problems] == [("number.taken", "data/ke-hoach/kl51.yaml")]


def test_two_registers_put_together_by_hand_are_told(desk_with: Setting) -> None:
    desk = desk_with()
    hold(desk)
    file = desk.workspace.root / REGISTER
    file.write_bytes(file.read_bytes() * 2)
    assert [(one.code, str(one.place)) for one in listing(desk, None).problems] == [("number.twice", f"{REGISTER}:2:1")]
    assert listing(desk, "sin-ho").problems == []
    assert hold(desk) == [2]


def test_a_first_number_and_a_gap_are_pointed_out(desk_with: Setting) -> None:
    desk = desk_with()
    told = [reserve(desk, Asked("than-uyen", NOW, "KH", number)) for number in (None, None, 3, 9)]
    assert [[one.code for one in each.problems] for each in told] == [["number.first"], [], [], ["number.gap"]]


def test_a_trial_books_nothing(desk_with: Setting) -> None:
    desk = desk_with()
    assert hold(desk, dry_run=True) == [1] and not (desk.workspace.root / REGISTER).exists()
    hold(desk)
    release(desk, Returned("than-uyen", [1], dry_run=True))
    assert states(desk) == {"01-KH/HU 2020-2025": "reserved"}


def test_clerks_at_once_get_different_numbers(desk_with: Setting) -> None:
    desk = desk_with()
    with ThreadPoolExecutor(6) as clerks:
        given = list(clerks.map(lambda _: hold(desk)[0], range(30)))
    assert sorted(given) == list(range(1, 31))
