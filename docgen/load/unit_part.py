"""What a unit itself says: its signature, its own decisions, its own items. Faults cost that unit only."""

from docgen.load.bounds import PARTS, check_deadlines, check_own_deadline, check_targets
from docgen.load.decisions import check_decision, check_structure, check_wording
from docgen.load.source import Path, Source
from docgen.load.typed import check_added_dates, check_typed
from docgen.load.units import Registry, UnitFaults
from docgen.load.vocabulary import check_duty, check_text, vocabulary
from docgen.model.plan import Plan
from docgen.model.register import Register, permitted, signature
from docgen.model.unit import Kind, Unit
from docgen.vietnamese import did_you_mean


def check_unit_parts(plan: Plan, register: Register, registry: Registry, source: Source) -> UnitFaults:
    """Faults of every unit's own data, by unit."""
    faults = UnitFaults()
    for unit in register.units.values():
        entry = registry.entry(unit.id)
        _check_part(plan, register, unit, registry, entry, source)
        faults.extend(unit.id, entry.drain())
    for name, found in source.take(PARTS).items():
        faults.extend(str(name), found)
    return faults


def _check_part(plan: Plan, register: Register, unit: Unit, registry: Registry, entry: Source, source: Source) -> None:
    _check_signature(plan, register, unit, entry, source)
    check_targets(plan, register, unit, entry, source)
    check_deadlines(plan, register, unit, source)
    if unit.id in plan.parts:
        _check_own_decisions(plan, register, unit, registry, source)
        _check_added(plan, register, unit, registry, source)
        if not source.faulted((PARTS, unit.id)):
            check_structure(plan, unit.kind, unit.id, source)


def _check_signature(plan: Plan, register: Register, unit: Unit, entry: Source, source: Source) -> None:
    kind = register.kind_of(unit)
    if signature(unit, kind, plan) is not None:
        return
    part = plan.part(unit.id)
    authority, position = part.authority or unit.authority, part.position or unit.position
    known = authority is None or authority in {way.authority for way in kind.signings}
    key = "chuc_vu" if known else "quyen_han"
    in_plan = part.position if known else part.authority
    where, path = (source, (PARTS, unit.id, key)) if in_plan else (entry, (key,))
    signed = " / ".join(word for word in (authority, position) if word)
    message = f"«{unit.name}»: không được ký «{signed}» với loại {kind.name} (mục 1.7, quyền hạn ký)."
    where.fault("sign.position", path, message, f"Được ký: {permitted(kind)}.")


def _check_own_decisions(plan: Plan, register: Register, unit: Unit, registry: Registry, source: Source) -> None:
    items = {item.id: item for item in plan.items}
    kinds: dict[str, Kind] = dict(register.kinds)
    issuer, kind = kinds[registry.units[plan.issuer].kind], register.kind_of(unit)
    for name, decision in plan.part(unit.id).decisions.items():
        path: Path = (PARTS, unit.id, "quyet_dinh", name)
        if name not in items:
            message, remedy = f"Kế hoạch {plan.id} không có mục «{name}».", did_you_mean(name, items)
            source.fault("text.reference", path, message, remedy, source.key_place(*path))
            continue
        check_decision(items[name], decision, source, path)
        check_wording(plan, items[name], decision, source, path, kinds, kind, issuer, registry.row_of, unit)
        check_own_deadline(plan, items[name], decision, source, path)
        if decision.text and not source.faulted(path):
            check_typed(plan, items[name], decision.text, source, (*path, "noi_dung"), register, unit)


def _check_added(plan: Plan, register: Register, unit: Unit, registry: Registry, source: Source) -> None:
    items = [item.id for item in plan.items if item.id not in ("tieu-de", "mo-dau")]
    seen: set[str] = set()
    for index, added in enumerate(plan.part(unit.id).added):
        path: Path = (PARTS, unit.id, "bo_sung", index)
        if added.after not in items:
            message = f"Mục bổ sung «{added.id}»: không có mục «{added.after}» để đứng sau."
            source.fault("text.reference", (*path, "sau"), message, did_you_mean(added.after, items))
        if added.id in seen or added.id in items:
            source.fault("plan.duplicate", (*path, "ma"), f"Mã mục «{added.id}» ghi hai lần.", "Đổi mã mục bổ sung.")
        seen.add(added.id)
        known = vocabulary(plan, registry.row_of, register.kind_of(unit), unit, added)
        check_text(added.text, known, source, (*path, "noi_dung"))
        check_duty(added, plan, known, source, path)
        if not source.faulted((*path, "noi_dung")):
            check_added_dates(added.id, added.text, source, (*path, "noi_dung"))
