"""A planted fault and what must be said of it; a near miss and that nothing is said."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import pytest

from docgen.model.form import Form
from docgen.stories.opening import open_workbook
from docgen.word.read import read_docx
from docgen.workspace.folder import find_workspace
from tests.check.planting.clean import clean, form_of
from tests.check.planting.clerk import Clerk
from tests.conftest import ROOT

Plant = Callable[[Clerk], object]
Find = tuple[str, str]


@dataclass(frozen=True)
class Case:
    """A fault planted in a clean paper.

    `finds` are (code, where): where is the path (`II.3`, `recipient`), or words of the snippet. `also` are findings
    that follow from the same fault. All of them must come, each once, and nothing else.
    """

    name: str
    paper: str
    plant: Plant
    finds: Sequence[Find]
    also: Sequence[Find] = ()

    @property
    def expected(self) -> tuple[Find, ...]:
        """Everything that must be found."""
        return (*self.finds, *self.also)


@dataclass(frozen=True)
class Silent:
    """A near miss of the rule `near` (its code): nothing at all is found."""

    name: str
    paper: str
    plant: Plant
    near: str
    expected: tuple[Find, ...] = ()


def across(papers: Iterable[str], case: Case | Silent) -> list[Case | Silent]:
    """The same case in several papers."""
    return [replace(case, paper=paper) for paper in papers]


def planted(cases: Iterable[Case | Silent]) -> pytest.MarkDecorator:
    """The parameter `case` of a test, named after paper and fault."""
    return pytest.mark.parametrize("case", [pytest.param(case, id=f"{case.paper}: {case.name}") for case in cases])


def verify(case: Case | Silent) -> None:
    """Plant, check, compare: exactly the findings expected, at their places."""
    clerk = Clerk(clean(case.paper))
    case.plant(clerk)
    found = findings(clerk.save(), form_of(case.paper))
    wanted, surplus = Counter(case.expected), []
    for finding in found:
        match = next((find for find in wanted if wanted[find] and _fits(finding, find)), None)
        if match:
            wanted[match] -= 1
        else:
            surplus.append(f"{finding.code} at {finding.place.path!r}: {finding.place.snippet!r} {finding.message}")
    missing = list(wanted.elements())
    assert not (missing or surplus), "\n".join(["missing:", *map(str, missing), "not expected:", *surplus])


def findings(content: bytes, form: str) -> list[Any]:
    """What the checker says of a paper by a named form."""
    from docgen.check.papers import check_paper

    return list(check_paper(read_docx(content), forms()[form]))


@cache
def forms() -> dict[str, Form]:
    """The shipped forms."""
    opened, problems = open_workbook(find_workspace(ROOT), None)
    assert opened is not None and not problems
    return dict(opened.workbook.forms)


def _fits(finding: Any, find: Find) -> bool:
    code, where = find
    place = finding.place
    return bool(finding.code == code and (where == place.path or (where and where in place.snippet)))
