"""A planted fault and what must be said of it; a near miss and that nothing is said."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

import pytest

from docgen.check.draft import Draft, Duties
from docgen.check.fit import day_of
from docgen.check.names import Names
from docgen.check.papers import check_paper
from docgen.compose.paper import compose
from docgen.load.everything import Workbook
from docgen.model.finding import Finding
from docgen.model.form import Form
from docgen.word.read import read_docx
from tests.check.planting.clean import clean, form_of, workbook
from tests.check.planting.clerk import Clerk

Plant = Callable[[Clerk], object]
Find = tuple[str, str]


@dataclass(frozen=True)
class Case:
    """A fault planted in a clean paper.

    `finds` are (code, where): where is the path (`II.3`, `recipient`), or words of the snippet. `also` are findings
    that follow from the same fault. All of them must come, each once, and nothing else. With a `unit` the paper is
    judged as that unit's draft of the known plan.
    """

    name: str
    paper: str
    plant: Plant
    finds: Sequence[Find]
    also: Sequence[Find] = ()
    unit: str = ""

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
    unit: str = ""

    @property
    def expected(self) -> tuple[Find, ...]:
        """Nothing."""
        return ()


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
    missing, surplus = unexpected(case.expected, check_paper(draft(clerk.save(), form_of(case.paper), case.unit)))
    assert not (missing or surplus), "\n".join(["missing:", *map(str, missing), "not expected:", *map(_told, surplus)])


def unexpected(expected: Iterable[Find], found: Iterable[Finding]) -> tuple[list[Find], list[Finding]]:
    """What was expected and is missing, and what was found besides: each expectation stands for one finding."""
    missing, surplus = list(expected), []
    for finding in found:
        match = next((find for find in missing if _fits(finding, find)), None)
        if match:
            missing.remove(match)
        else:
            surplus.append(finding)
    return missing, surplus


def draft(content: bytes, form: str, unit: str = "") -> Draft:
    """A paper held against a named form; with a unit, as its draft of the plan of `clean.workbook`."""
    reading, book = read_docx(content), workbook(form)
    day = day_of(reading)
    duties = _duties(book, book.forms[form], unit, day) if unit else None
    return Draft(reading, book.forms[form], tuple(book.forms.values()), day, duties)


def _duties(book: Workbook, form: Form, unit_id: str, day: datetime.date | None) -> Duties:
    assert book.plan is not None
    register = book.register
    unit = register.units[unit_id]
    names = Names(register.units.values(), register.kinds)
    return Duties(book.plan, register, unit, names, compose(book.plan, register, unit, form, day))


def _told(finding: Finding) -> str:
    return f"{finding.code} at {finding.place.path!r}: {finding.place.snippet!r} {finding.message.vi}"


def _fits(finding: Finding, find: Find) -> bool:
    code, where = find
    place = finding.place
    return bool(finding.code == code and (where == place.path or (where and where in place.snippet)))
