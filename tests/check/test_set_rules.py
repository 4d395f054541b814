"""The papers of a folder: facts that differ, papers too many or too few, numbers; and what may rightly differ."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from docgen.check.set_facts import CitedFact, SetFacts, facts_of
from docgen.check.sets import check_set
from docgen.model.finding import Finding
from docgen.stories.opening import Opened
from docgen.vietnamese import parse_date
from tests.check.planting import clean
from tests.check.planting.cases import draft

Papers = dict[str, SetFacts]


@pytest.fixture(scope="module")
def built_set(built: Path, shipped: Opened) -> Papers:
    """Every paper of the shipped plan but the province's own, as drafts of its units."""
    assert shipped.workbook.plan
    units = [unit for unit in shipped.workbook.register.units if unit != shipped.workbook.plan.issuer]
    return {unit: facts_of(draft((built / f"{unit}.docx").read_bytes(), "hd36", unit)) for unit in units}


def told(papers: Papers, shipped: Opened) -> list[tuple[str, str, str]]:
    """Code, file and what was found; no file for the set as a whole."""
    book = shipped.workbook
    by_file, whole = check_set(list(papers.items()), book.plan, book.register)
    found = [(finding.code, file, finding.found) for file, findings in by_file.items() for finding in findings]
    return sorted([*found, *((finding.code, "", finding.found) for finding in whole)])


def test_the_papers_of_a_plan_agree(built_set: Papers, shipped: Opened) -> None:
    assert told(built_set, shipped) == []


@cache
def typed() -> SetFacts:
    """The facts of a paper typed in Word."""
    return facts_of(draft(clean("hd36-phu-luc/table"), "hd36"))


def note(number: int, day: str, **changed: object) -> SetFacts:
    """A paper of the same issuer on another subject."""
    subject = replace(typed().subject, text=f"kế hoạch số {number} ngày {day}")
    return replace(typed(), subject=subject, number=number, day=parse_date(day), **changed)  # type: ignore[arg-type]


def signed(facts: SetFacts, name: str, position: str = "BÍ THƯ") -> SetFacts:
    return replace(facts, signer=replace(facts.signer, text=name), position=position)


def under(facts: SetFacts, superior: str) -> SetFacts:
    return replace(facts, superior=replace(facts.superior, text=superior))


def citing(paper: int, number: str, day: str = "08/01/2024") -> SetFacts:
    """A paper that cites a plan of the province that no data registers."""
    at = typed().cited[0].at
    return note(paper, "05/02/2024", cited=(CitedFact("Kế hoạch", number, "-KH/TU", parse_date(day), at),))


DIFFERS = [
    (
        "a document by another date",
        lambda: {"a": citing(1, "15-KH/TU"), "b": citing(2, "15-KH/TU"), "c": citing(3, "15-KH/TU", "01/8/2024")},
        [("set.citation_date", "c", "01/8/2024")],
    ),
    (
        "a document by another number",
        lambda: {"a": citing(1, "15-KH/TU"), "b": citing(2, "51-KH/TU"), "c": citing(3, "15-KH/TU")},
        [("set.citation_number", "b", "51-KH/TU")],
    ),
    (
        "the head by another name",
        lambda: {
            "a": signed(note(1, "05/02/2024"), "Nguyễn Văn An"),
            "b": signed(note(2, "06/02/2024"), "Trần Văn Bình"),
            "c": signed(note(3, "07/02/2024"), "Nguyễn Văn An"),
        },
        [("set.signer", "b", "Trần Văn Bình")],
    ),
    (
        "a deputy's name misspelt",
        lambda: {
            "a": signed(note(1, "05/02/2024"), "Nguyễn Văn An", "PHÓ BÍ THƯ"),
            "b": signed(note(2, "06/02/2024"), "Nguyễn Văn An", "PHÓ BÍ THƯ"),
            "c": signed(note(3, "07/02/2024"), "Nguyễn Văn Ân", "PHÓ BÍ THƯ"),
        },
        [("set.signer", "c", "Nguyễn Văn Ân")],
    ),
    (
        "the superior's name misspelt",
        lambda: {
            **{f"{at}": under(note(at, "05/02/2024"), "ĐẢNG BỘ TỈNH GIẢ ĐỊNH") for at in range(1, 5)},
            "5": under(note(5, "05/02/2024"), "ĐẢNG BỘ TỈNH GIẢ ĐINH"),
        },
        [("set.superior_name", "5", "ĐẢNG BỘ TỈNH GIẢ ĐINH")],
    ),
    (
        "a number given twice",
        lambda: {"a": note(7, "05/02/2024"), "b": note(7, "06/9/2024")},
        [("set.number_twice", "b", "07-KH")],
    ),
    (
        "a number given twice in one term",
        lambda: {"a": note(7, "05/02/2022"), "b": note(7, "06/9/2024")},
        [("set.number_twice", "b", "07-KH")],
    ),
    (
        "numbers begun again in January",
        lambda: {
            "a": note(37, "20/12/2023"),
            "b": note(38, "25/12/2023"),
            "c": note(1, "10/01/2024"),
            "d": note(2, "12/01/2024"),
        },
        [("set.number_restart", "c", "01-KH")],
    ),
]
AGREES = [
    (
        "two documents of one day, both cited in one paper",
        lambda: {
            "a": citing(1, "15-KH/TU"),
            "b": citing(2, "15-KH/TU"),
            "c": note(3, "05/02/2024", cited=(*citing(3, "15-KH/TU").cited, *citing(3, "16-KH/TU").cited)),
        },
    ),
    (
        "two deputies",
        lambda: {
            "a": signed(note(1, "05/02/2024"), "Nguyễn Văn An", "PHÓ BÍ THƯ"),
            "b": signed(note(2, "06/02/2024"), "Trần Văn Bình", "PHÓ BÍ THƯ"),
        },
    ),
    (
        "heads of two units",
        lambda: {
            "a": signed(note(1, "05/02/2024"), "Nguyễn Văn An"),
            "b": replace(
                signed(note(1, "06/02/2024"), "Trần Văn Bình"),
                issuer=under(note(1, "06/02/2024"), "HUYỆN ỦY KHÁC").superior,
            ),
        },
    ),
    (
        "two superiors, each of several",
        lambda: {
            f"{at}": under(note(at, "05/02/2024"), f"ĐẢNG BỘ TỈNH {'AN' if at < 4 else 'ANH'}") for at in range(1, 7)
        },
    ),
    ("one number of two kinds", lambda: {"a": note(7, "05/02/2024"), "b": note(7, "06/9/2024", series="BC")}),
    ("numbers begun again with a new term", lambda: {"a": note(38, "25/12/2024"), "b": note(1, "10/12/2025")}),
    (
        "numbers of the state begin again each year",
        lambda: {"a": note(38, "25/12/2023", per_term=False), "b": note(1, "10/01/2024", per_term=False)},
    ),
    ("numbers left blank", lambda: {"a": note(0, "05/02/2024"), "b": note(0, "06/9/2024")}),
]


@pytest.mark.parametrize(("papers", "finds"), [case[1:] for case in DIFFERS], ids=[case[0] for case in DIFFERS])
def test_the_odd_one_out_is_told(
    papers: Callable[[], Papers], finds: list[tuple[str, str, str]], shipped: Opened
) -> None:
    assert told(papers(), shipped) == finds


@pytest.mark.parametrize("papers", [case[1] for case in AGREES], ids=[case[0] for case in AGREES])
def test_what_may_differ_is_left_alone(papers: Callable[[], Papers], shipped: Opened) -> None:
    assert told(papers(), shipped) == []


def test_a_paper_twice_is_told_once(built_set: Papers, shipped: Opened) -> None:
    papers = {**built_set, "than-uyen (1)": built_set["than-uyen"]}
    assert told(papers, shipped) == [("set.twice", "than-uyen (1)", "than-uyen")]


def test_units_without_a_paper_are_told_once_for_the_set(built_set: Papers, shipped: Opened) -> None:
    papers = {unit: facts for unit, facts in built_set.items() if unit not in ("sin-ho", "van-phong")}
    assert told(papers, shipped) == [("set.missing", "", "Huyện ủy Sìn Hồ; Văn phòng Tỉnh ủy")]


def test_many_missing_units_are_counted(built_set: Papers, shipped: Opened) -> None:
    papers = {unit: built_set[unit] for unit in ("than-uyen", "tan-uyen")}
    ((code, file, found),) = told(papers, shipped)
    assert (code, file, found.count(";")) == ("set.missing", "", 9)
    assert found.endswith(" và 15 đơn vị khác")


def test_papers_of_no_plan_miss_nobody(shipped: Opened) -> None:
    assert told({"a": note(1, "05/02/2024"), "b": note(2, "06/02/2024")}, shipped) == []


def test_a_paper_alone_is_no_set(built_set: Papers, shipped: Opened) -> None:
    assert told({"than-uyen": built_set["than-uyen"]}, shipped) == []


def test_a_finding_of_a_set_has_its_place(shipped: Opened) -> None:
    book = shipped.workbook
    papers = [("a", note(7, "05/02/2024")), ("b", note(7, "06/9/2024"))]
    by_file, _ = check_set(papers, book.plan, book.register)
    finding: Finding = by_file["b"][0]
    assert (finding.place.path, finding.rules, finding.severity) == ("number", ("N6", "13"), "warning")
    assert finding.message.vi == "Số 07-KH đã dùng cho văn bản ở tệp «a» của cùng đơn vị, cùng loại."
