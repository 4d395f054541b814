"""The units and kinds of one workspace, and what passes down the line of superiors."""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from docgen.model.plan import Plan
from docgen.model.unit import Kind, Signing, Unit


@dataclass(frozen=True)
class Register:
    """Kinds and units by id; every unit here names a known kind and a known superior.

    `spoken_names` are names of the units left out for their faults: the others may still speak of them.
    """

    kinds: Mapping[str, Kind]
    units: Mapping[str, Unit]
    spoken_names: Mapping[str, str] = field(default_factory=dict)

    def kind_of(self, unit: Unit) -> Kind:
        """The kind a unit is of."""
        return self.kinds[unit.kind]

    def spoken(self, unit: str) -> str:
        """A unit's name inside another one's sentence."""
        return self.units[unit].spoken if unit in self.units else self.spoken_names[unit]

    def superior_of(self, unit: Unit) -> Unit | None:
        """The direct superior, if any."""
        return self.units.get(unit.superior or "")

    def line_of(self, unit: Unit) -> Iterator[Unit]:
        """The unit, its superior, and so on to the top."""
        current: Unit | None = unit
        while current:
            yield current
            current = self.superior_of(current)


@dataclass(frozen=True)
class Signature:
    """How a paper is signed: the authority line, the position line (may be empty), who decided to issue."""

    authority: str
    position: str
    decided_by: str


def proper_name(unit: Unit, kind: Kind) -> str:
    """The name after the kind's prefix: `Huyện ủy Than Uyên` → `Than Uyên`."""
    return unit.name.removeprefix(kind.prefix).strip()


MARKS = ("{ten}", "{rieng}", "{ten_goi}", "{dia_danh}", "{dang_bo}")
_MARK = re.compile("|".join(map(re.escape, MARKS)))


def fill(pattern: str, unit: Unit, kind: Kind) -> str:
    """A kind's wording for one unit. Values are put in once: braces inside a value stay as they are."""
    if "{" not in pattern:
        return pattern
    values = {
        "{ten}": unit.name,
        "{rieng}": proper_name(unit, kind),
        "{ten_goi}": unit.spoken,
        "{dia_danh}": unit.place,
        "{dang_bo}": (kind.party_organisation or unit.name).replace("{rieng}", proper_name(unit, kind)),
    }
    return _MARK.sub(lambda mark: values[mark.group()], pattern)


def signature(unit: Unit, kind: Kind, plan: Plan) -> Signature | None:
    """Who signs how: what the plan's part says, else the registry, else the head; None when the kind forbids it."""
    part = plan.part(unit.id)
    authority, position = part.authority or unit.authority, part.position or unit.position
    for signing in kind.signings:
        signed = _signed(signing, authority, position)
        if signed is not None:
            return Signature(signing.authority, signed, fill(signing.decided_by, unit, kind))
    return None


def _signed(signing: Signing, authority: str | None, position: str | None) -> str | None:
    if authority not in (None, signing.authority):
        return None
    if position is None:
        return signing.positions[0] if signing.positions else ""
    if position in signing.positions:
        return position
    return "" if not signing.positions and position == signing.authority else None


def permitted(kind: Kind) -> str:
    """The permitted ways to sign, for a message."""
    ways = (
        f"{signing.authority} / {position}" if position else signing.authority
        for signing in kind.signings
        for position in signing.positions or ("",)
    )
    return "; ".join(ways)


def binding_target(plan: Plan, register: Register, unit: Unit, target: str) -> Decimal:
    """The figure a unit states: its own, else the nearest superior's, else the plan's."""
    for holder in register.line_of(unit):
        for stated in (plan.part(holder.id).targets, holder.targets):
            if target in stated:
                return stated[target]
    return plan.targets[target].value


def binding_day(plan: Plan, register: Register, unit: Unit, deadline: str) -> datetime.date | None:
    """The day before which: the unit's own, else the nearest superior's, else the plan's."""
    for holder in register.line_of(unit):
        own = plan.part(holder.id).deadlines.get(deadline)
        if own:
            return own
    return plan.deadlines[deadline].before


def default_day(plan: Plan) -> datetime.date:
    """The day a paper without a date is taken to be of: the last day in time."""
    return plan.due - datetime.timedelta(days=1)
