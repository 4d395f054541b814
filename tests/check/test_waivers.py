"""What an office waives or knows of is left out and counted; everything else is told."""

import datetime
from collections import Counter
from typing import Any

import pytest

from docgen.check.waivers import all_known, known_as, without_known, without_waived
from docgen.model.checked import CheckedFile
from docgen.model.finding import Finding, Said, Spot
from docgen.model.waiver import Waiver

DAY = datetime.date(2026, 11, 24)


def finding(code: str = "body.gap", path: str = "II.3", snippet: str = "Rà soát, sắp xếp") -> Finding:
    spot = Spot("word/document.xml", 1, path, 41, snippet)
    said = Said("Sai.", "Wrong.")
    return Finding(code, ("B3", "55"), "error", 1.0, spot, "", "", said, said, "")


def paper(*findings: Finding, file: str = "build/kl50/than-uyen.docx") -> CheckedFile:
    return CheckedFile(file, "hd36", findings=findings)


def waiver(**own: Any) -> Waiver:
    return Waiver.model_validate({"ma": "body.gap", "ly_do": "Mẫu cũ", "ngay": "1/1/2026"} | own)


HOLDS = {
    "its code": {},
    "an id it serves": {"ma": "55"},
    "its unit": {"don_vi": "than-uyen"},
    "its file": {"tep": "than-uyen.docx"},
    "its file with the folder": {"tep": "build/kl50/than-uyen.docx"},
    "its place": {"duong_dan": "II.3"},
    "the part around it": {"duong_dan": "II"},
    "until today": {"het_han": "24/11/2026"},
}
HOLDS_NOT = {
    "another code": {"ma": "body.indent"},
    "a group is no code": {"ma": "body"},
    "another unit": {"don_vi": "than"},
    "another file": {"tep": "tan-uyen.docx"},
    "a place beside it": {"duong_dan": "II.1"},
    "a place that begins alike": {"duong_dan": "I"},
    "until yesterday": {"het_han": "23/11/2026"},
}


@pytest.mark.parametrize("own", HOLDS.values(), ids=HOLDS)
def test_a_waiver_covers(own: dict[str, str]) -> None:
    left = without_waived(paper(finding()), [waiver(**own)], DAY)
    assert (left.findings, left.waived) == ((), 1)


@pytest.mark.parametrize("own", HOLDS_NOT.values(), ids=HOLDS_NOT)
def test_a_waiver_leaves(own: dict[str, str]) -> None:
    left = without_waived(paper(finding()), [waiver(**own)], DAY)
    assert (left.findings, left.waived) == ((finding(),), 0)


def test_a_waiver_of_a_unit_is_of_the_new_paper_beside_an_edited_one() -> None:
    beside = paper(finding(), file="than-uyen.moi.docx")
    assert without_waived(beside, [waiver(don_vi="than-uyen")], DAY).waived == 1


def test_what_is_recorded_is_known_in_the_next_run() -> None:
    files = [paper(finding(), finding("page.margins", ""))]
    left = without_known(files[0], all_known(files))
    assert (left.findings, left.known) == ((), 2)


def test_a_finding_is_known_by_its_words_and_not_by_its_line() -> None:
    first = finding()
    moved = Finding(**vars(first) | {"place": Spot("word/document.xml", 2, "II.3", 57, "Rà  soát, SẮP XẾP")})
    assert known_as("cu/than-uyen.docx", first) == known_as("moi/than-uyen.docx", moved)


@pytest.mark.parametrize(
    "other",
    [finding("body.indent"), finding(path="II.4"), finding(snippet="Rà soát lại")],
    ids=["code", "path", "words"],
)
def test_another_finding_is_told(other: Finding) -> None:
    assert without_known(paper(other), all_known([paper(finding())])).findings == (other,)


def test_one_entry_covers_one_finding() -> None:
    twice = paper(finding(), finding())
    left = without_known(twice, all_known([paper(finding())]))
    assert (len(left.findings), left.known) == (1, 1)


def test_nothing_is_known_without_a_baseline() -> None:
    assert without_known(paper(finding()), Counter()) == paper(finding())
