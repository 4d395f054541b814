"""Every purely formal fault planted in a paper is mended in a copy: gone, nothing new, and only the form is another."""

import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from docgen.check.catalogue import RULES
from docgen.check.mending import MENDS
from docgen.check.papers import check_paper
from docgen.stories.copying import Mending
from tests.check.planting import Case, Clerk, clean
from tests.check.planting.cases import draft
from tests.check.planting.clean import form_of
from tests.word.copies import changed, rejected, said, stored

TRACE = "file.tracked_changes"
# What is for a person: it has a formal code, or looks formal, but words, figures or drawings would have to change.
LEFT = {
    "number.year", "date.figures", "date.words", "letterhead.title_rule", "subject.opening", "body.numbering",
    "body.cut", "signature.title", "recipients.archive", "wording.assure",
}  # fmt: skip


# Codes of which some faults are mended and some not: the case to mend.
OF_SEVERAL = {"letterhead.motto": "a dash Word made in the motto", "page.number_place": "on the right"}


def planted() -> Iterator[Case]:
    for file in sorted(Path(__file__).parent.glob("test_*_rules.py")):
        values = vars(importlib.import_module(f"tests.check.{file.stem}")).values()
        lists = [value for value in values if isinstance(value, list)]
        yield from (case for cases in lists for case in cases if isinstance(case, Case) and not case.unit)


def first_of_each_code() -> dict[str, Case]:
    """For every code the first case that plants it alone."""
    found: dict[str, Case] = {}
    for case in planted():
        codes = {code for code, _ in case.expected}
        code = codes.pop()
        if not codes and OF_SEVERAL.get(code, case.name) == case.name:
            found.setdefault(code, case)
    return found


CASES = first_of_each_code()


def test_every_code_that_is_mended_is_one_of_a_rule_and_is_planted() -> None:
    assert MENDS.keys() <= {rule.code for rule in RULES}
    assert MENDS.keys() <= CASES.keys()


@pytest.mark.parametrize("code", sorted(MENDS))
def test_a_formal_fault_is_mended(code: str) -> None:
    case = CASES[code]
    content, form = planted_in(case), form_of(case.paper)
    paper = draft(content, form)
    findings = check_paper(paper)
    copy, mended = Mending(content, paper).mended(findings)
    assert copy is not None and mended == len(findings) > 0
    assert [finding.code for finding in check_paper(draft(copy, form))] == [TRACE]
    for part in changed(content, copy):
        assert rejected(copy, part) == stored(content, part)
        assert said(copy, part) == said(content, part)


@pytest.mark.parametrize("code", sorted(LEFT))
def test_words_figures_and_drawings_are_left_to_a_person(code: str) -> None:
    case = CASES[code]
    content = planted_in(case)
    paper = draft(content, form_of(case.paper))
    assert Mending(content, paper).mended(check_paper(paper)) == (None, 0)


def test_many_faults_at_once() -> None:
    clerk = Clerk(clean("hd36/tabs")).margins(right=25).font("KẾ HOẠCH", "Arial", "direct")
    clerk.retype("(để báo cáo),", "(để báo cáo);").retype("Số 05-KH/HU", "Số: 5-KH/HU")
    clerk.colour("T/M", "FF0000", "direct").size("1. Cụ thể hóa…", 12, "style").decompose()
    content = clerk.save()
    paper = draft(content, "hd36")
    findings = check_paper(paper)
    copy, mended = Mending(content, paper).mended(findings)
    assert copy is not None and mended == len(findings) >= 7
    assert [finding.code for finding in check_paper(draft(copy, "hd36"))] == [TRACE]
    assert Mending(content, paper).mended(findings) == (copy, mended)


def planted_in(case: Case) -> bytes:
    clerk = Clerk(clean(case.paper))
    case.plant(clerk)
    return clerk.save()
