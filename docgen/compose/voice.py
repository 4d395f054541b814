"""A unit's voice: every typed value of a sentence in the words this unit would use."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from docgen.compose.citation import UNKNOWN, Citable, registered
from docgen.model.document import Run, joined
from docgen.model.plan import Duty, Plan, Target
from docgen.model.register import Register, binding_day, binding_target, fill, proper_name, signature
from docgen.model.unit import Unit
from docgen.vietnamese import capitalise, figure, short_date
from docgen.wording import Reference, Words, parse, references

_DUTY_WORDS = ("chu_tri", "phoi_hop")
_DIRECTIONS = {"it_nhat": "ít nhất ", "nhieu_nhat": "nhiều nhất ", "dung": ""}


class Voice:
    """Resolves the references of one unit's sentences. Load has checked that every reference is known.

    `alike` are answers known beforehand, because every unit of the kind gives them.
    """

    def __init__(self, plan: Plan, register: Register, unit: Unit, alike: Mapping[Reference, str] = {}) -> None:
        self.plan = plan
        self.register = register
        self.unit = unit
        self.kind = register.kind_of(unit)
        self._known = dict(alike)
        self._spaces: dict[str, Callable[[Reference, Duty], str]] = {
            "van_ban": lambda reference, _: self._citable(reference.name).cite(reference.parts),
            "chi_tieu": lambda reference, _: self._target(reference),
            "thoi_han": lambda reference, _: self.deadline(reference.name),
            "nhom": lambda reference, _: plan.groups[reference.name].name,
            "don_vi": lambda reference, _: register.spoken(reference.name),
            "co_quan": lambda reference, _: self._own(self.kind.bodies[reference.name]),
            "du_lieu": lambda reference, _: unit.facts[reference.name],
            "": self._word,
        }

    def values(self, text: str, duty: Duty) -> tuple[str, ...]:
        """What the references of a sentence say, in order."""
        known = self._known
        return tuple([known[one] if one in known else self._value(one, duty) for one in references(text)])

    def alike(self, wanted: Iterable[Reference]) -> dict[Reference, str]:
        """Answers that every unit of the kind would give, to those of the references that have one."""
        return {reference: self._value(reference, NO_DUTY) for reference in wanted if self._is_alike(reference)}

    def runs(self, text: str, duty: Duty) -> tuple[Run, ...]:
        """A sentence as runs."""
        return runs_of(text, self.values(text, duty))

    def say(self, text: str, duty: Duty) -> str:
        """Words inside a sentence, plain."""
        return words_of(text, self.values(text, duty))

    def deadline(self, name: str) -> str:
        """A deadline in words: `trước ngày 15/7/2023`, `2022-2026`, `2021`, `hằng năm`."""
        deadline = self.plan.deadlines[name]
        day = binding_day(self.plan, self.register, self.unit, name)
        if day:
            return f"trước ngày {short_date(day)}"
        if deadline.from_year:
            return f"{deadline.from_year}-{deadline.to_year}"
        return str(deadline.year) if deadline.year else str(deadline.recurring)

    def plan_of(self, unit: Unit, day: datetime.date | None = None) -> Citable:
        """A unit's plan, number and date as far as the data, or `day`, tells them."""
        part = self.plan.part(unit.id)
        kind = self.register.kind_of(unit)
        day = part.date or day
        number = f"{part.number:02d}" if part.number else UNKNOWN
        date = short_date(day) if day else f"{UNKNOWN}/{UNKNOWN}/{self.plan.due.year}"
        name = f"{self.plan.kind.capitalize()} số {number}-{self.plan.kind_symbol}/{unit.symbol or kind.symbol}"
        return Citable(name, date, self.decider(unit))

    def _value(self, reference: Reference, duty: Duty) -> str:
        value = self._spaces[reference.space](reference, duty)
        if reference.name not in _DUTY_WORDS:
            self._known[reference] = value
        return value

    def _is_alike(self, reference: Reference) -> bool:
        name = reference.name
        if reference.space == "van_ban":
            return name in self.plan.documents and not references(self.plan.documents[name].subject or "")
        if reference.space == "thoi_han":
            return not any(name in part.deadlines for part in self.plan.parts.values())
        if reference.space == "co_quan":
            return "{" not in self.kind.bodies[name]
        return reference.space == "nhom"

    def _citable(self, name: str) -> Citable:
        if name == "cap-tren":
            return self.plan_of(self.superior)
        if name == "goc":
            return self.plan_of(self.register.units[self.plan.issuer])
        document = self.plan.documents[name]
        return registered(document, self.say(document.subject or "", NO_DUTY))

    def _target(self, reference: Reference) -> str:
        target = self.plan.targets[reference.name]
        value = binding_target(self.plan, self.register, self.unit, reference.name)
        return in_words(target, value, with_direction="so" not in reference.parts)

    def _own(self, pattern: str) -> str:
        return fill(pattern, self.unit, self.kind)

    def _word(self, reference: Reference, duty: Duty) -> str:
        if reference.name in _DUTY_WORDS:
            return self.say(bodies(duty.lead if reference.name == "chu_tri" else duty.support), duty)
        word = _WORDS.get(reference.name)
        return word(self) if word else self._own(self.kind.words[reference.name])

    @property
    def superior(self) -> Unit:
        """The unit above; the top is its own."""
        return self.register.superior_of(self.unit) or self.unit

    def decider(self, unit: Unit) -> str:
        """Who decides to issue: `Ban Thường vụ Huyện ủy`."""
        signed = signature(unit, self.register.kind_of(unit), self.plan)
        return signed.decided_by if signed else unit.spoken


_WORDS: dict[str, Callable[[Voice], str]] = {
    "ten": lambda voice: voice.unit.name,
    "ten_goi": lambda voice: voice.unit.spoken,
    "rieng": lambda voice: proper_name(voice.unit, voice.kind),
    "dia_danh": lambda voice: voice.unit.place,
    "ban_hanh": lambda voice: voice.decider(voice.unit),
    "bao_cao": lambda voice: voice.decider(voice.superior),
    "cap_tren": lambda voice: spoken_kind(voice.register, voice.superior),
    "ke_hoach_tren": lambda voice: f"{voice.plan.kind.capitalize()} của {voice.decider(voice.superior)}",
}
NO_DUTY = Duty.model_construct()


def bodies(names: tuple[str, ...]) -> str:
    """Leads or supports as a sentence."""
    return ", ".join("{" + name + "}" for name in names)


def runs_of(text: str, values: tuple[str, ...]) -> tuple[Run, ...]:
    """A sentence as runs, its first letter upper case when a value opens it; `values` as its references stand."""
    left = iter(values)
    segments = parse(text)
    spoken = [Run(found.text if isinstance(found, Words) else next(left), found.italic) for found in segments]
    if segments and isinstance(segments[0], Reference):
        spoken[0] = Run(capitalise(spoken[0].text), spoken[0].italic)
    return joined(spoken)


def words_of(text: str, values: tuple[str, ...]) -> str:
    """A sentence in plain words, the first letter as the data has it; `values` as its references stand."""
    left = iter(values)
    return "".join(found.text if isinstance(found, Words) else next(left) for found in parse(text))


def in_words(target: Target, value: Decimal, with_direction: bool = True) -> str:
    """`ít nhất 5%`, or only `5%`; the decimal sign is a comma."""
    return f"{_DIRECTIONS[target.direction] if with_direction else ''}{figure(value)}{target.unit}"


def spoken_kind(register: Register, unit: Unit) -> str:
    """A unit's short name in a sentence: `Huyện ủy`."""
    kind = register.kind_of(unit)
    return fill(kind.words.get("don_vi", unit.spoken), unit, kind)
