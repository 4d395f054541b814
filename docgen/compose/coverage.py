"""Which unit made what of which item."""

from collections.abc import Iterator

from docgen.compose.script import Scripts
from docgen.compose.voice import Voice
from docgen.model.coverage import Added, Cell, Coverage
from docgen.model.decided import Decided
from docgen.model.plan import Plan
from docgen.model.register import Register
from docgen.model.unit import Unit


def cover(plan: Plan, register: Register) -> Coverage:
    """Every item × every unit of the register."""
    scripts, units = Scripts(plan), list(register.units.values())
    issuer = register.units[plan.issuer]
    voice, decided = Voice(plan, register, issuer), scripts.of(register, issuer).decided
    return Coverage(
        plan.id,
        tuple((item.id, _text(voice, decided[item.id])) for item in plan.items),
        tuple((unit.id, unit.name) for unit in units),
        tuple(cell for unit in units for cell in _cells(scripts, register, unit)),
        tuple(added for unit in units for added in _added(scripts, register, unit)),
    )


def _cells(scripts: Scripts, register: Register, unit: Unit) -> Iterator[Cell]:
    script = scripts.of(register, unit)
    voice = Voice(scripts.plan, register, unit, script.alike)
    for item, decided in script.decided.items():
        yield Cell(item, unit.id, decided.verb, decided.reason, _text(voice, decided), decided.drafting)


def _added(scripts: Scripts, register: Register, unit: Unit) -> Iterator[Added]:
    voice, own = Voice(scripts.plan, register, unit), scripts.of(register, unit).own
    for added in scripts.plan.part(unit.id).added:
        yield Added(unit.id, added.id, added.after, _text(voice, own[added.id]), added.unconfirmed)


def _text(voice: Voice, decided: Decided) -> str:
    """The words that stand in the unit's paper, without the number; empty when dropped."""
    return "".join(run.text for run in voice.runs(decided.text, decided.duty))
