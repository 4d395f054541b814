"""What the number desk goes by: the units, the plan at hand, and the numbers all plans of the workspace state."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from docgen.load.bounds import PARTS
from docgen.load.plan import load_plan
from docgen.load.sentences import plain_id
from docgen.load.source import Source
from docgen.load.units import UnitFaults
from docgen.model.plan import Plan, UnitPart
from docgen.model.unit import Unit
from docgen.problems import Place, Problem, errors
from docgen.stories.opening import Opened, open_workbook
from docgen.vietnamese import nearest
from docgen.workspace.folder import PLANS, Refused, Workspace

_LACKING = ("data.missing", "data.value")


@dataclass(frozen=True)
class Stated:
    """A number a plan states for a unit; `day` None: neither the part nor the plan says when."""

    unit: str
    kind: str
    number: int
    day: datetime.date | None
    plan: str
    place: Place


@dataclass(frozen=True)
class Desk:
    """The data of a workspace with every number its plans state."""

    workspace: Workspace
    opened: Opened
    plan: Plan
    stated: Mapping[str, Sequence[Stated]]  # by unit
    faults: UnitFaults

    def place_of(self, key: str) -> Place:
        """Where the plan at hand says something."""
        source = self.opened.workbook.plan_source
        return source.place(key) if source else Place()

    def unit(self, name: str) -> Unit:
        """A unit without faults: a number might hide in a part that cannot be read. Raises Refused."""
        book = self.opened.workbook
        found = errors(self.faults.by_unit.get(name, ()))
        if not found and name in book.register.units:
            return book.register.units[name]
        raise Refused(found[0] if found else _unknown(name, book.all_units))


def open_desk(workspace: Workspace, plan: str | None) -> tuple[Desk | None, list[Problem]]:
    """The desk, or everything that must be mended before a number can be given."""
    opened, problems = open_workbook(workspace, plan)
    if opened is None or opened.workbook.plan is None or opened.workbook.refused:
        return None, [*problems, *(opened.workbook.problems if opened else ())]
    book, chosen = opened.workbook, opened.workbook.plan
    faults = UnitFaults({unit: list(found) for unit, found in book.faults.by_unit.items()})
    stated = list(_stated_by(chosen, book.plan_source)) if book.plan_source else []
    for other, source, own in _plans_beside(workspace, chosen.id):
        problems += errors(source.problems) if other or not _just_begun(source) else ()
        stated += _stated_by(other, source) if other else ()
        for unit, found in own.by_unit.items():
            faults.extend(unit, found)
    by_unit: dict[str, list[Stated]] = {}
    for one in stated:
        by_unit.setdefault(one.unit, []).append(one)
    return None if problems else Desk(workspace, opened, chosen, by_unit, faults), problems


def _plans_beside(workspace: Workspace, chosen: str) -> Iterator[tuple[Plan | None, Source, UnitFaults]]:
    for name in workspace.plans():
        if name != chosen:
            file = f"{PLANS}/{name}.yaml"
            yield load_plan(workspace.read(file), file)


def _just_begun(source: Source) -> bool:
    """Whether a plan only lacks values, and states no number: nothing is hidden in what cannot be read of it."""
    if any(problem.code not in _LACKING for problem in errors(source.problems)):
        return False
    parts = source.data.get(PARTS) or {}
    return not any(isinstance(part, dict) and part.get("so") for part in parts.values())


def _stated_by(plan: Plan, source: Source) -> Iterator[Stated]:
    for unit, part in plan.parts.items():
        if part.number:
            place = source.place(PARTS, unit, "so")
            yield Stated(unit, plan.kind_symbol, part.number, _day_of(plan, part), plan.id, place)


def _day_of(plan: Plan, part: UnitPart) -> datetime.date | None:
    due = plan.deadlines.get(plan.issue_deadline)  # another plan than the one at hand is not cross-checked
    return part.date or (due.before if due else None)


def _unknown(name: str, known: tuple[str, ...]) -> Problem:
    guess = nearest(plain_id(name), known)
    remedy = f"Có phải ý là «{guess}»?" if guess else "Xem mã các đơn vị bằng lệnh «docgen units»."
    return Problem(Place(name), "unit.unknown", f"Không có đơn vị «{name}» trong danh sách.", remedy)
