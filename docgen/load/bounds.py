"""Figures never below the floor, deadlines never later than the superior's, papers issued in time."""

import datetime
from collections.abc import Iterator
from decimal import Decimal

from docgen.load.source import Path, Source
from docgen.model.plan import Deadline, Decision, Item, Plan, Target
from docgen.model.register import Register, binding_day, binding_target
from docgen.model.unit import Unit
from docgen.problems import Place, Problem
from docgen.vietnamese import did_you_mean, figure, short_date

PARTS = "don_vi"


def check_targets(plan: Plan, register: Register, unit: Unit, entry: Source, source: Source) -> None:
    """Own figures, in the registry and in the plan's part, against the nearest superior's."""
    part = plan.part(unit.id)
    _check_own_targets(plan, register, unit, unit.targets, entry, ("chi_tieu",))
    _check_own_targets(plan, register, unit, part.targets, source, (PARTS, unit.id, "chi_tieu"))


def _check_own_targets(
    plan: Plan, register: Register, unit: Unit, own: dict[str, Decimal], source: Source, path: Path
) -> None:
    superior = register.superior_of(unit)
    for name, value in own.items():
        if name not in plan.targets:
            message = f"Không có chỉ tiêu «{name}» trong kế hoạch {plan.id}."
            remedy, key = did_you_mean(name, plan.targets), source.key_place(*path, name)
            source.fault("text.reference", (*path, name), message, remedy, key)
            continue
        target = plan.targets[name]
        limit = binding_target(plan, register, superior, name) if superior else target.value
        if not target.model_copy(update={"value": limit}).allows(value):
            stated, above = f"{figure(value)}{target.unit}", f"{figure(limit)}{target.unit}"
            message = f"«{target.name}»: {stated} {_against(target)} {above} của cấp trên."
            source.fault("target.floor", (*path, name), message, f"Ghi {_wanted(target)} {above}.")


def _against(target: Target) -> str:
    return {"it_nhat": "thấp hơn mức", "nhieu_nhat": "vượt mức", "dung": "khác mức"}[target.direction]


def _wanted(target: Target) -> str:
    return {"it_nhat": "từ", "nhieu_nhat": "không quá", "dung": "đúng"}[target.direction]


def check_deadlines(plan: Plan, register: Register, unit: Unit, source: Source) -> None:
    """Own deadlines against the nearest superior's."""
    superior = register.superior_of(unit)
    for name, day in plan.part(unit.id).deadlines.items():
        path = (PARTS, unit.id, "thoi_han", name)
        if name not in plan.deadlines:
            message, remedy = (
                f"Không có thời hạn «{name}» trong kế hoạch {plan.id}.",
                did_you_mean(name, plan.deadlines),
            )
            source.fault("text.reference", path, message, remedy, source.key_place(*path))
            continue
        limit = binding_day(plan, register, superior, name) if superior else plan.deadlines[name].before
        if limit is None:
            message = f"Thời hạn «{name}» của cấp trên không phải là một ngày."
            source.fault("deadline.kind", path, message, "Bỏ dòng này; viết lời riêng cho mục nếu cần.")
        elif day > limit:
            message = f"Thời hạn «{name}» {short_date(day)} muộn hơn thời hạn của cấp trên ({short_date(limit)})."
            source.fault("deadline.late", path, message, f"Ghi ngày không muộn hơn {short_date(limit)}.")


def check_own_deadline(plan: Plan, item: Item, decision: Decision, source: Source, path: Path) -> None:
    """A decision does not choose a later deadline of the plan than the item has."""
    own, above = plan.deadlines.get(decision.deadline or ""), plan.deadlines.get(item.deadline or "")
    if own and above and (limit := _end(above)) and (end := _end(own)) and end > limit:
        message = f"Mục {item.id}: thời hạn «{decision.deadline}» muộn hơn thời hạn «{item.deadline}» của cấp trên."
        source.fault(
            "deadline.late", (*path, "thoi_han"), message, f"Ghi «thoi_han: {item.deadline}», hoặc bỏ dòng này."
        )


def _end(deadline: Deadline) -> datetime.date | None:
    year = deadline.to_year or deadline.year
    return deadline.before or (datetime.date(year, 12, 31) if year else None)


def issue_date_problems(
    plan: Plan, register: Register, unit: Unit, day: datetime.date, place: Place, named: bool = True
) -> Iterator[Problem]:
    """Issued after the superior's deadline: refused; on the very day: a warning. `named`: say whose date it is."""
    superior = register.superior_of(unit)
    limit = binding_day(plan, register, superior, plan.issue_deadline) if superior else None
    if limit is None or unit.id == plan.issuer or day < limit:
        return
    deadline = short_date(limit)
    whose = f"«{unit.name}»: ngày" if named else "Ngày"
    if day > limit:
        message = f"{whose} ban hành {short_date(day)} sau thời hạn {deadline} mà cấp trên giao."
        yield Problem(place, "date.late", message, f"Ban hành trước ngày {deadline}.")
    else:
        message = f"{whose} ban hành đúng ngày {deadline}, trong khi kế hoạch của cấp trên ghi «trước ngày»."
        yield Problem(place, "date.on_deadline", message, f"Nên ban hành trước ngày {deadline}.", "warning")
