"""One reading of a workspace's data: what is sound, and every fault at once."""

from collections import ChainMap
from dataclasses import replace

from docgen.load.bounds import PARTS, check_own_deadline, issue_date_problems
from docgen.load.decisions import check_structure
from docgen.load.forms import load_forms
from docgen.load.kinds import load_kinds
from docgen.load.plan import check_plan, load_plan, unknown_parts
from docgen.load.registry import UNREADABLE, load_registry, names_of_faulty, sound_units
from docgen.load.source import Path, Source
from docgen.load.typed import check_typed
from docgen.load.unit_checks import check_units
from docgen.load.unit_part import check_unit_parts
from docgen.load.units import Registry, UnitFaults
from docgen.load.workbook import Files, Workbook
from docgen.model.decided import named_units
from docgen.model.plan import Plan
from docgen.model.register import Register
from docgen.model.unit import Kind
from docgen.problems import errors


def load_everything(files: Files) -> Workbook:
    """Read and cross-check all data."""
    registry = load_registry(files.registry[1], files.registry[0])
    return check_everything(files, registry, *load_plan(files.plan[1], files.plan[0]))


def check_everything(
    files: Files, registry: Registry, plan: Plan | None, source: Source, faults: UnitFaults
) -> Workbook:
    """Cross-check a registry and a plan that were read, wherever from, with the other files."""
    forms, problems = load_forms(files.forms)
    kinds, kind_source = load_kinds(files.kinds[1], files.kinds[0])
    if not errors(kind_source.problems):
        check_units(registry, kinds)
    units = sound_units(registry)
    register = Register(kinds, units, names_of_faulty(registry, units))
    if plan and not errors([*kind_source.problems, *registry.problems]):
        _check_plan(plan, source, kinds, registry)
        unknown_parts(plan, source, registry, faults)
    problems = [*problems, *kind_source.problems, *registry.problems, *source.problems]
    for unit, found in registry.faults.by_unit.items():
        faults.extend(unit, found)
    if plan and not errors(problems):
        problems += errors(registry.faults.by_unit.get(plan.issuer, ()))  # everyone carries out the issuer's plan
    if plan and not errors(problems):
        for unit, found in check_unit_parts(plan, register, registry, source).by_unit.items():
            faults.extend(unit, found)
        _check_issue_dates(plan, register, source, faults)
        _share_unreadable_names(plan, register, faults)
        plan, register = _without_faulty_words(plan, register, faults)
    names = tuple(registry.row_of)
    return Workbook(plan, register, forms, tuple(sorted(problems)), faults, names, registry, source.condensed(PARTS))


def _check_plan(plan: Plan, source: Source, kinds: dict[str, Kind], registry: Registry) -> None:
    if plan.issuer in registry.row_of and plan.issuer not in registry.units:
        return  # the issuer's own entry is at fault
    check_plan(plan, source, kinds, registry.units, registry.row_of)
    if errors(source.problems):
        return
    for index, item in enumerate(plan.items):
        for kind, decision in item.decisions.items():
            path: Path = ("muc", index, "theo_loai", kind)
            check_own_deadline(plan, item, decision, source, path)
            if decision.text:
                check_typed(plan, item, decision.text, source, (*path, "noi_dung"))
    for kind in kinds:
        if kind != registry.units[plan.issuer].kind:
            check_structure(plan, kind, None, source)


def _without_faulty_words(plan: Plan, register: Register, faults: UnitFaults) -> tuple[Plan, Register]:
    """A unit at fault is not built; those below it are, as if it had said nothing of its own."""
    parts = {unit: part for unit, part in plan.parts.items() if not faults.stops(unit)}
    silent: dict[str, object] = {"authority": None, "position": None, "targets": {}}
    silenced = {
        name: register.units[name].model_copy(update=silent)
        for name in faults.by_unit
        if name in register.units and faults.stops(name)
    }
    units = ChainMap(silenced, register.units) if silenced else register.units  # type: ignore[arg-type]
    return plan.model_copy(update={"parts": parts}), replace(register, units=units)


def _share_unreadable_names(plan: Plan, register: Register, faults: UnitFaults) -> None:
    """A paper that must name a unit without a readable name waits for that unit to be mended."""
    unreadable = {unit for unit, name in register.spoken_names.items() if name == UNREADABLE}
    for unit in register.units.values() if unreadable else ():
        for name in unreadable & named_units(plan, unit):
            faults.extend(unit.id, errors(faults.by_unit.get(name, ())))


def _check_issue_dates(plan: Plan, register: Register, source: Source, faults: UnitFaults) -> None:
    for name, part in plan.parts.items():
        unit, day = register.units.get(name), part.date
        if unit and day:
            faults.extend(unit.id, issue_date_problems(plan, register, unit, day, source.place(PARTS, unit.id, "ngay")))
