"""Figures never below the floor, deadlines never later than the superior's, papers issued in time."""

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal

from docgen.load.nodes import Path, Source
from docgen.model.plan import Item, Plan, Target
from docgen.model.register import Register, binding_day, binding_target
from docgen.model.unit import Unit
from docgen.problems import Place, Problem
from docgen.vietnamese import did_you_mean, figure, parse_date, short_date
from docgen.wording import Words, parse

_PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)\s*%")
_DATE = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")


def check_typed_figures(plan: Plan, item: Item, text: str, source: Source, path: Path) -> None:
    """A percentage or a date typed into a wording instead of being named is held against the superior's."""
    words = " ".join(segment.text for segment in parse(text) if isinstance(segment, Words))
    floors = [plan.targets[name] for name in item.targets if plan.targets[name].unit.strip() == "%"]
    for typed in _PERCENT.findall(words) if floors else ():
        strictest = max(floors, key=lambda target: target.value)
        if Decimal(typed.replace(",", ".")) < strictest.value:
            message = f"Mục {item.id}: con số {typed}% thấp hơn mức của cấp trên ({figure(strictest.value)}%)."
            remedy = (
                "Thay con số bằng chỗ thay được: " + ", ".join(f"{{chi_tieu.{name}}}" for name in item.targets) + "."
            )
            source.fault("target.floor", path, message, remedy)
    limit = plan.deadlines[item.deadline].before if item.deadline in plan.deadlines else None
    for typed in _DATE.findall(words) if limit else ():
        _check_typed_date(typed, limit, item, source, path)


def _check_typed_date(typed: str, limit: datetime.date | None, item: Item, source: Source, path: Path) -> None:
    try:
        day = parse_date(typed)
    except ValueError as wrong:
        source.fault("date.wrong", path, f"Mục {item.id}: {wrong}", "Ghi một ngày có trong lịch.")
        return
    if limit and day > limit:
        message = f"Mục {item.id}: thời hạn {typed} muộn hơn thời hạn của cấp trên ({short_date(limit)})."
        source.fault("deadline.late", path, message, f"Dùng {{thoi_han.{item.deadline}}} hoặc một ngày sớm hơn.")


def check_targets(plan: Plan, register: Register, unit: Unit, registry: Source, at: Path, source: Source) -> None:
    """Own figures, in the registry and in the plan's part, against the nearest superior's."""
    part = plan.part(unit.id)
    _check_own_targets(plan, register, unit, unit.targets, registry, (*at, "chi_tieu"))
    _check_own_targets(plan, register, unit, part.targets, source, ("don_vi", unit.id, "chi_tieu"))


def _check_own_targets(
    plan: Plan, register: Register, unit: Unit, own: dict[str, Decimal], source: Source, path: Path
) -> None:
    superior = register.superior_of(unit)
    for name, value in own.items():
        if name not in plan.targets:
            message = f"Không có chỉ tiêu «{name}» trong kế hoạch {plan.id}."
            source.fault("text.reference", (*path, name), message, did_you_mean(name, plan.targets))
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
        path = ("don_vi", unit.id, "thoi_han", name)
        if name not in plan.deadlines:
            message = f"Không có thời hạn «{name}» trong kế hoạch {plan.id}."
            source.fault("text.reference", path, message, did_you_mean(name, plan.deadlines))
            continue
        limit = binding_day(plan, register, superior, name) if superior else plan.deadlines[name].before
        if limit is None:
            message = f"Thời hạn «{name}» của cấp trên không phải là một ngày."
            source.fault("deadline.kind", path, message, "Bỏ dòng này; viết lời riêng cho mục nếu cần.")
        elif day > limit:
            message = f"Thời hạn «{name}» {short_date(day)} muộn hơn thời hạn của cấp trên ({short_date(limit)})."
            source.fault("deadline.late", path, message, f"Ghi ngày không muộn hơn {short_date(limit)}.")


def issue_date_problems(
    plan: Plan, register: Register, unit: Unit, day: datetime.date, place: Place
) -> Iterator[Problem]:
    """Issued after the superior's deadline: refused; on the very day: a warning."""
    superior = register.superior_of(unit)
    limit = binding_day(plan, register, superior, plan.issue_deadline) if superior else None
    if limit is None or unit.id == plan.issuer or day < limit:
        return
    deadline = short_date(limit)
    if day > limit:
        message = f"«{unit.name}»: ngày ban hành {short_date(day)} sau thời hạn {deadline} mà cấp trên giao."
        yield Problem(place, "date.late", message, f"Ban hành trước ngày {deadline}.")
    else:
        message = (
            f"«{unit.name}»: ngày ban hành đúng ngày {deadline}, trong khi kế hoạch của cấp trên ghi «trước ngày»."
        )
        yield Problem(place, "date.on_deadline", message, f"Nên ban hành trước ngày {deadline}.", "warning")
