"""Which unit made what of which item."""

from collections.abc import Iterator

from docgen.compose.body import item_text
from docgen.compose.voice import Voice
from docgen.model.coverage import Added, Cell, Coverage
from docgen.model.decided import decide
from docgen.model.plan import Plan
from docgen.model.register import Register
from docgen.model.unit import Unit


def cover(plan: Plan, register: Register) -> Coverage:
    """Every item × every unit of the register."""
    issuer = Voice(plan, register, register.units[plan.issuer])
    units = list(register.units.values())
    return Coverage(
        plan.id,
        tuple((item.id, item_text(issuer, item)) for item in plan.items),
        tuple((unit.id, unit.name) for unit in units),
        tuple(cell for unit in units for cell in _cells(plan, register, unit)),
        tuple(added for unit in units for added in _added(plan, register, unit)),
    )


def _cells(plan: Plan, register: Register, unit: Unit) -> Iterator[Cell]:
    voice = Voice(plan, register, unit)
    for item in plan.items:
        decided = decide(plan, item, unit)
        yield Cell(item.id, unit.id, decided.verb, decided.reason, item_text(voice, item), decided.drafting)


def _added(plan: Plan, register: Register, unit: Unit) -> Iterator[Added]:
    voice = Voice(plan, register, unit)
    for own in plan.part(unit.id).added:
        text = "".join(run.text for run in voice.runs(own.text, own))
        yield Added(unit.id, own.id, own.after, text, own.unconfirmed)
