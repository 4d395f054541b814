"""One reading of a workspace's data: what is sound, and every fault at once."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from docgen.load.bounds import issue_date_problems
from docgen.load.forms import load_forms
from docgen.load.plan import PARTS, check_plan, load_plan, unknown_parts
from docgen.load.registry import Registry, UnitFaults, check_units, load_kinds, load_registry, sound_units
from docgen.load.unit_part import check_kind_wordings, check_unit_parts
from docgen.model.form import Form
from docgen.model.plan import Plan
from docgen.model.register import Register
from docgen.problems import Place, Problem, errors


@dataclass(frozen=True)
class Files:
    """Content of the data files by their name in messages."""

    kinds: tuple[str, bytes]
    registry: tuple[str, bytes]
    plan: tuple[str, bytes]
    forms: Mapping[str, bytes]


@dataclass(frozen=True)
class Workbook:
    """Everything a run works with. `problems` stop the run when errors; `faults` cost single units."""

    plan: Plan | None
    register: Register
    forms: Mapping[str, Form]
    problems: tuple[Problem, ...]
    faults: UnitFaults
    all_units: tuple[str, ...] = ()
    source: Registry | None = None

    @property
    def refused(self) -> bool:
        """Whether nothing may be made."""
        return bool(errors(self.problems)) or self.plan is None


def load_everything(files: Files) -> Workbook:
    """Read and cross-check all data."""
    forms, problems = load_forms(files.forms)
    kinds, kind_source = load_kinds(files.kinds[1], files.kinds[0])
    registry = load_registry(files.registry[1], files.registry[0])
    plan, source, faults = load_plan(files.plan[1], files.plan[0])
    check_units(registry, kinds)
    sound = sound_units(registry)
    if plan and not errors(kind_source.problems):
        check_plan(plan, source, kinds, registry.units)
        if not errors(source.problems):
            check_kind_wordings(plan, source, kinds, registry.units[plan.issuer].kind)
        unknown_parts(plan, source, registry.paths, faults)
    problems = [*problems, *kind_source.problems, *registry.source.problems, *source.problems]
    register = Register(kinds, sound)
    for unit, found in registry.faults.by_unit.items():
        faults.extend(unit, found)
    if plan and not errors(problems):
        for unit, found in check_unit_parts(plan, register, registry, source).by_unit.items():
            faults.extend(unit, found)
        _check_issue_dates(plan, register, source.file, source.places, faults)
    return Workbook(plan, register, forms, tuple(sorted(problems)), faults, tuple(registry.paths), registry)


def _check_issue_dates(
    plan: Plan, register: Register, file: str, places: Mapping[tuple[str | int, ...], Place], faults: UnitFaults
) -> None:
    for unit in register.units.values():
        day = plan.part(unit.id).date
        if day:
            place = places.get((PARTS, unit.id, "ngay"), Place(file))
            faults.extend(unit.id, issue_date_problems(plan, register, unit, day, place))


def date_option_problems(workbook: Workbook, unit_id: str, day: datetime.date) -> list[Problem]:
    """The same check for a date given on the command line."""
    assert workbook.plan is not None
    unit = workbook.register.units[unit_id]
    return list(issue_date_problems(workbook.plan, workbook.register, unit, day, Place("--date")))
