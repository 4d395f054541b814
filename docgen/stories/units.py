"""The units of a workspace: who they are, what is missing, what is wrong with them."""

from dataclasses import dataclass

from docgen.problems import Problem
from docgen.stories.missing import missing_of
from docgen.stories.opening import Opened


@dataclass(frozen=True)
class UnitState:
    """One unit as `docgen units` tells of it."""

    id: str
    name: str
    kind: str
    superior: str | None
    confirmed: bool
    missing: tuple[str, ...]
    problems: tuple[Problem, ...]


def unit_states(opened: Opened) -> list[UnitState]:
    """Every unit of the registry, faulty ones too."""
    book = opened.workbook
    states = []
    for name in (*book.all_units, *sorted(set(book.faults.by_unit) - set(book.all_units))):
        unit = book.register.units.get(name)
        problems = tuple(sorted(book.faults.by_unit.get(name, ())))
        if unit is None:
            states.append(UnitState(name, "", "", None, False, (), problems))
            continue
        missing = tuple(missing_of(book.plan, unit)) if book.plan else ()
        states.append(UnitState(unit.id, unit.name, unit.kind, unit.superior, not unit.unconfirmed, missing, problems))
    return states
