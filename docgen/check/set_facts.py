"""What a paper tells the others of its set: little enough to travel from worker to worker."""

import datetime
import re
from dataclasses import dataclass

from docgen.check.draft import Draft
from docgen.check.likeness import words
from docgen.check.rule import spot
from docgen.model.document import Role
from docgen.model.finding import Spot

_NUMBER = re.compile(r"Số\s*:?\s*(\d{1,4})\s*[-/]\s*([^\s/-]+)", re.IGNORECASE)


@dataclass(frozen=True)
class Stated:
    """Words of a paper and where they stand."""

    text: str
    at: Spot


@dataclass(frozen=True)
class CitedFact:
    """A document cited: its kind, number, sign and day."""

    kind: str
    number: str
    symbol: str
    day: datetime.date | None
    at: Spot


@dataclass(frozen=True)
class SetFacts:
    """`unit` is the id of the unit whose draft it is, where known; `series` counts anew each year when not `per_term`;
    `number` 0 when it is blank; `day` None when it is."""

    unit: str
    issuer: Stated
    superior: Stated
    signer: Stated
    position: str
    subject: Stated
    series: str
    number: int
    number_at: Spot
    per_term: bool
    day: datetime.date | None
    cited: tuple[CitedFact, ...]


def facts_of(draft: Draft) -> SetFacts:
    """The facts of one paper."""
    number = draft.first("number")
    found = _NUMBER.search(number.text) if number else None
    cited = (
        CitedFact(one.kind, one.same, one.symbol, one.day, spot(one.placed, f"{one.kind} số {one.number}".strip()))
        for one in draft.cited
    )
    return SetFacts(
        unit=draft.duties.unit.id if draft.duties else "",
        issuer=_stated(draft, "issuer"),
        superior=_stated(draft, "superior"),
        signer=_stated(draft, "signer"),
        position=_stated(draft, "position").text or _stated(draft, "authority").text,
        subject=_stated(draft, "kind", "subject"),
        series=found[2] if found else "",
        number=int(found[1]) if found else 0,
        number_at=spot(number),
        per_term=draft.form.number.per_term.value,
        day=draft.day,
        cited=tuple(cited),
    )


def _stated(draft: Draft, *roles: Role) -> Stated:
    lines = draft.of(*roles)
    return Stated(" ".join(placed.text for placed in lines), spot(lines[-1] if lines else None))


def said(stated: Stated | str) -> str:
    """Words that two papers have in common whatever their capitals, blanks and tone marks."""
    return " ".join(words(stated if isinstance(stated, str) else stated.text))
