"""Whose draft a paper is: named by the user, else told by its head and by what it carries out."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from docgen.check.citations import citations_in
from docgen.check.draft import Duties
from docgen.check.likeness import words
from docgen.check.names import Names
from docgen.compose.letterhead import issuer_line
from docgen.compose.paper import Composer
from docgen.compose.voice import Voice
from docgen.model.decided import OPENING, SUBJECT
from docgen.model.form import Form
from docgen.model.plan import Plan
from docgen.model.reading import Reading
from docgen.model.register import Register
from docgen.model.unit import Unit

_CITING = 3  # lines below the head in which a paper says what it carries out


@dataclass(frozen=True)
class Office:
    """A plan and everybody who may carry it out: what a worker needs to tell a paper's duties."""

    plan: Plan
    register: Register

    @cached_property
    def names(self) -> Names:
        """The names of all units."""
        return Names(self.register.units.values(), self.register.kinds)

    @cached_property
    def composer(self) -> Composer:
        """Makes the papers expected."""
        return Composer(self.plan)

    @cached_property
    def issuers(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of the units by the line that names them at the head of their papers, and by their full names."""
        found: dict[str, set[str]] = {}
        for unit in self.register.units.values():
            for line in (issuer_line(Voice(self.plan, self.register, unit)), unit.name, unit.spoken):
                found.setdefault(_said(line), set()).add(unit.id)
        return {line: tuple(sorted(units)) for line, units in found.items()}

    @cached_property
    def carried_out(self) -> frozenset[str]:
        """Numbers by which a paper says what it carries out: that of the plan, and of the first document it cites."""
        unit = self.register.units[self.plan.issuer]
        voice = Voice(self.plan, self.register, unit)
        heads = [item for item in self.plan.items if item.id in (SUBJECT, OPENING)]
        texts = ["".join(run.text for run in voice.runs(item.text, item)) for item in heads]
        cited = [cited.same for text in texts for cited in citations_in(text)]
        own, symbol = self.plan.part(unit.id).number, unit.symbol or self.register.kind_of(unit).symbol
        return frozenset([*cited[:1], *([f"{own}-{self.plan.kind_symbol}/{symbol}"] if own else [])])


def duties_of(
    reading: Reading, office: Office, unit_named: str | None, form: Form, day: datetime.date | None
) -> Duties | None:
    """The duties of a paper: of the unit named, else of the one unit its head names, when it carries out the plan."""
    unit = office.register.units.get(unit_named) if unit_named else _recognised(reading, office)
    if unit is None:
        return None
    expected = office.composer.paper(office.register, unit, form, day)
    return Duties(office.plan, office.register, unit, office.names, expected)


def _recognised(reading: Reading, office: Office) -> Unit | None:
    issued_by = " ".join(placed.text for placed in reading.of("issuer"))
    units = [office.register.units[name] for name in office.issuers.get(_said(issued_by), ())]
    if len(units) > 1:
        units = [unit for unit in units if _same_symbol(reading, office, unit)]
    if len(units) != 1 or not _is_kind(reading, office.plan) or not _carries_out(reading, office):
        return None
    return units[0]


def _said(line: str) -> str:
    return " ".join(words(line))


def _same_symbol(reading: Reading, office: Office, unit: Unit) -> bool:
    """Whether the number ends in the unit's own symbol, and the superior above is its own."""
    symbol = unit.symbol or office.register.kind_of(unit).symbol or ""
    number = reading.document.text_of("number")
    above = office.register.superior_of(unit)
    superior = _said(reading.document.text_of("superior"))
    proper = _said(above.place) if above else ""
    return number.endswith(f"/{symbol}") and (not superior or proper in superior)


def _is_kind(reading: Reading, plan: Plan) -> bool:
    return _said(reading.document.text_of("kind")) == _said(plan.kind)


def _carries_out(reading: Reading, office: Office) -> bool:
    """Whether the subject, or the opening, cites what the plan carries out."""
    return any(cited.same in office.carried_out for text in _opening(reading) for cited in citations_in(text))


def _opening(reading: Reading) -> Iterator[str]:
    yield " ".join(placed.text for placed in reading.of("subject"))
    body = reading.of("basis", "opening", "paragraph", "item")
    yield from (placed.text for placed in body[:_CITING])
    yield from (placed.text for placed in reading.of("basis")[_CITING:])
