"""What a unit itself says: its signature, its own decisions, its own items. Faults cost that unit only."""

from collections.abc import Mapping

from docgen.load.bounds import check_deadlines, check_targets, check_typed_figures
from docgen.load.nodes import Path, Source
from docgen.load.plan import PARTS, check_decision, check_wording, parent_id
from docgen.load.registry import Registry, UnitFaults
from docgen.load.vocabulary import check_duty, check_text, vocabulary
from docgen.model.plan import Plan, decision_for
from docgen.model.register import Register, permitted, signature
from docgen.model.unit import Unit
from docgen.problems import Problem
from docgen.vietnamese import did_you_mean


def check_unit_parts(plan: Plan, register: Register, registry: Registry, source: Source) -> UnitFaults:
    """Faults of every unit's own data, by unit."""
    faults = UnitFaults()
    kept = source.problems, registry.source.problems
    for unit in register.units.values():
        source.problems, registry.source.problems = [], []
        _check_part(plan, register, unit, registry, source)
        faults.extend(unit.id, [*registry.source.problems, *source.problems])
    source.problems, registry.source.problems = kept
    return faults


def _check_part(plan: Plan, register: Register, unit: Unit, registry: Registry, source: Source) -> None:
    at = registry.paths[unit.id]
    _check_signature(plan, register, unit, registry, source)
    check_targets(plan, register, unit, registry.source, at, source)
    check_deadlines(plan, register, unit, source)
    _check_own_decisions(plan, register, unit, source)
    _check_added(plan, register, unit, source)


def _check_signature(plan: Plan, register: Register, unit: Unit, registry: Registry, source: Source) -> None:
    kind = register.kind_of(unit)
    if signature(unit, kind, plan) is not None:
        return
    part = plan.part(unit.id)
    authority, position = part.authority or unit.authority, part.position or unit.position
    in_plan = part.position or part.authority
    key = "chuc_vu" if position else "quyen_han"
    place = source.place(PARTS, unit.id, key) if in_plan else registry.place(unit.id, key)
    signed = " / ".join(word for word in (authority, position) if word)
    message = f"«{unit.name}»: không được ký «{signed}» với loại {kind.name} (mục 1.7, quyền hạn ký)."
    source.problems.append(Problem(place, "sign.position", message, f"Được ký: {permitted(kind)}."))


def _check_own_decisions(plan: Plan, register: Register, unit: Unit, source: Source) -> None:
    items = {item.id: item for item in plan.items}
    for name, decision in plan.part(unit.id).decisions.items():
        path: Path = (PARTS, unit.id, "quyet_dinh", name)
        if name not in items:
            message = f"Kế hoạch {plan.id} không có mục «{name}»."
            source.fault("text.reference", path, message, did_you_mean(name, items))
            continue
        before = len(source.problems)
        check_decision(items[name], decision, source, path)
        kind = register.kind_of(unit)
        check_wording(plan, items[name], decision, source, path, kind, register.units, unit)
        if decision.text and len(source.problems) == before:
            check_typed_figures(plan, items[name], decision.text, source, (*path, "noi_dung"))
    check_structure(plan, unit.kind, unit.id, source, (PARTS, unit.id, "quyet_dinh"))


def check_structure(plan: Plan, kind: str, unit: str | None, source: Source, path: Path) -> None:
    """What hangs on a dropped item is dropped too."""
    part = plan.part(unit) if unit else None
    dropped = {item.id for item in plan.items if decision_for(plan, item, kind, part).verb == "bo"}
    for item in plan.items:
        parent = parent_id(item.id)
        if parent in dropped and item.id not in dropped:
            message = f"Loại «{kind}»: mục {item.id} còn trong khi mục {parent} đã bỏ."
            source.fault("decision.orphan", path, message, f"Bỏ cả mục {item.id}, hoặc giữ mục {parent}.")


def _check_added(plan: Plan, register: Register, unit: Unit, source: Source) -> None:
    items = {item.id for item in plan.items}
    known = vocabulary(plan, register.units, register.kind_of(unit), unit)
    seen: set[str] = set()
    for index, added in enumerate(plan.part(unit.id).added):
        path: Path = (PARTS, unit.id, "bo_sung", index)
        if added.after not in items - {"tieu-de", "mo-dau"}:
            message = f"Mục bổ sung «{added.id}»: không có mục «{added.after}» để đứng sau."
            source.fault("text.reference", (*path, "sau"), message, did_you_mean(added.after, items))
        if added.id in seen or added.id in items:
            source.fault("plan.duplicate", (*path, "ma"), f"Mã mục «{added.id}» ghi hai lần.", "Đổi mã mục bổ sung.")
        seen.add(added.id)
        check_text(added.text, known, source, (*path, "noi_dung"))
        check_duty(added, plan, known, source, path)


def check_kind_wordings(plan: Plan, source: Source, kinds: Mapping[str, object], issuer_kind: str) -> None:
    """Typed figures and structure of what each kind makes of the plan."""
    for index, item in enumerate(plan.items):
        for kind, decision in item.decisions.items():
            if decision.text:
                path: Path = ("muc", index, "theo_loai", kind, "noi_dung")
                check_typed_figures(plan, item, decision.text, source, path)
    for kind in kinds:
        if kind != issuer_kind:
            check_structure(plan, kind, None, source, ("muc",))
