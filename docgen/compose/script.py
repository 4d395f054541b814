"""What stands in a paper before it has a voice: entries kept, adapted or assigned, and their numbers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from docgen.compose.voice import Voice, bodies
from docgen.model.decided import OPENING, SUBJECT, Decided, decide, decide_added, named_in
from docgen.model.document import Role
from docgen.model.plan import Deadline, Duty, Plan
from docgen.model.register import Register
from docgen.model.unit import Unit
from docgen.wording import Reference, references

CELLS = "\x1f"  # parts the cells of an appendix row; load refuses it in every text
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_LEVELS: dict[Role, int] = {"heading": 1, "item": 2, "dash": 3, "paragraph": 2}


@dataclass(frozen=True, eq=False)
class Line:
    """One paragraph of the body; `row` is its row of the appendix as a sentence of five cells, or nothing."""

    item: str
    role: Role
    mark: str
    level: int
    decided: Decided
    row: str


@dataclass(frozen=True, eq=False)
class Script:
    """All that one unit's paper says, each sentence with its references still open.

    `decided` has one entry for every item of the plan, `own` one for every item the unit adds; `named` are
    the units that the paper names on purpose, `alike` the answers that every unit of the kind gives.
    """

    decided: dict[str, Decided]
    own: dict[str, Decided]
    lines: tuple[Line, ...]
    named: frozenset[str]
    alike: Mapping[Reference, str] = field(default_factory=dict)


class Scripts:
    """Scripts of one plan; the units of a kind that say nothing of their own share one."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._shared: dict[tuple[str, bool], Script] = {}

    def of(self, register: Register, unit: Unit) -> Script:
        """The script of a unit's paper."""
        part = self.plan.part(unit.id)
        if part.decisions or part.added:
            return _script(self.plan, unit)
        kind = unit.kind, unit.id == self.plan.issuer
        if kind not in self._shared:
            self._shared[kind] = self._with_answers(_script(self.plan, unit), register, unit)
        return self._shared[kind]

    def _with_answers(self, script: Script, register: Register, unit: Unit) -> Script:
        texts = (text for line in script.lines for text in (line.decided.text, line.row))
        asked = {found for text in texts for found in references(text)}
        return replace(script, alike=Voice(self.plan, register, unit).alike(asked))


def _script(plan: Plan, unit: Unit) -> Script:
    decided = {item.id: decide(plan, item, unit) for item in plan.items}
    own = {added.id: decide_added(added) for added in plan.part(unit.id).added}
    lines = tuple(_lines(plan, _standing(plan, unit, decided, own)))
    return Script(decided, own, lines, frozenset(named_in((*decided.values(), *own.values()))))


def _standing(
    plan: Plan, unit: Unit, decided: dict[str, Decided], own: dict[str, Decided]
) -> Iterator[tuple[str, Role, Decided]]:
    """Paragraphs in order: dropped items are left out, the unit's own stand after the item they name."""
    for item, what in decided.items():
        if what.verb != "bo" and item != SUBJECT:
            yield item, _role_of(item), what
        for added in plan.part(unit.id).added:
            if added.after == item:
                yield added.id, _role_of(item), own[added.id]


def _role_of(item: str) -> Role:
    """`I` a heading, `II.3` an item, `II.3.2` a dash, `II.5.p2` a continuation, `mo-dau` the opening."""
    if item == OPENING:
        return "opening"
    if ".p" in item:
        return "paragraph"
    roles: tuple[Role, ...] = ("heading", "item", "dash")
    return roles[item.count(".")]


def _lines(plan: Plan, standing: Iterator[tuple[str, Role, Decided]]) -> Iterator[Line]:
    """Headings are numbered I, II …, the items of each 1, 2 …"""
    heading = number = 0
    for item, role, decided in standing:
        mark = ""
        if role == "heading":
            heading, number = heading + 1, 0
            mark = _roman(heading)
        elif role == "item":
            number += 1
            mark = str(number)
        elif role == "dash":
            mark = "-"
        yield Line(item, role, mark, _LEVELS.get(role, 0), decided, _row(plan, decided.text, decided.duty))


def _roman(number: int) -> str:
    """1 → I, 4 → IV."""
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text


def _row(plan: Plan, text: str, duty: Duty) -> str:
    """Work, lead, support, deadline, product; nothing for what nobody leads."""
    if not duty.lead:
        return ""
    work = duty.work or text.replace("*", "")
    deadline = _span_word(plan.deadlines[duty.deadline]) + f"{{thoi_han.{duty.deadline}}}" if duty.deadline else ""
    return CELLS.join((work, bodies(duty.lead), bodies(duty.support), deadline, duty.product or ""))


def _span_word(deadline: Deadline) -> str:
    if deadline.from_year:
        return "giai đoạn "
    return "năm " if deadline.year else ""
