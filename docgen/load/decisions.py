"""Decisions: what a kind or a unit makes of an item says what it must, and names only what is known."""

from collections.abc import Iterable

from docgen.load.bounds import PARTS
from docgen.load.source import Path, Source
from docgen.load.vocabulary import check_duty, check_text, vocabulary
from docgen.model.plan import Decision, Item, Plan, UnitPart, decision_for
from docgen.model.unit import Kind, Unit
from docgen.vietnamese import did_you_mean

SUBJECT = "tieu-de"


def check_decision(item: Item, decision: Decision, source: Source, path: Path) -> None:
    """A binding item is not dropped, nothing written is left unused, «như» points to a decision that says something."""
    if decision.verb == "bo" and (item.binding or item.id == SUBJECT):
        message = f"Mục {item.id} là việc bắt buộc của mọi đơn vị, không được bỏ."
        source.fault(
            "decision.binding", (*path, "quyet_dinh"), message, "Chọn giu, sửa lời hoặc giao cho cơ quan của đơn vị."
        )
    if decision.text and decision.verb not in ("sua", "giao"):
        said = f"nhu: {decision.same_as}" if decision.same_as else f"quyet_dinh: {decision.verb}"
        message = f"Mục {item.id}: «{said}» thì noi_dung không được dùng đến."
        source.fault("decision.unused", (*path, "noi_dung"), message, "Đổi thành quyet_dinh: sua, hoặc bỏ noi_dung.")
    if decision.same_as:
        _check_same(item, decision.same_as, source, (*path, "nhu"))


def _check_same(item: Item, kind: str, source: Source, path: Path) -> None:
    model = item.decisions.get(kind)
    if model is None or model.same_as:
        message = f"Mục {item.id}: «nhu: {kind}» không dẫn tới một quyết định có nội dung."
        others = [name for name, decision in item.decisions.items() if not decision.same_as]
        source.fault("text.reference", path, message, did_you_mean(kind, others))


def check_wording(
    plan: Plan, item: Item, decision: Decision, source: Source, path: Path,
    kinds: dict[str, Kind], kind: Kind, issuer: Kind, units: Iterable[str], unit: Unit | None = None,
) -> None:  # fmt: skip
    """References of the wording that will really stand in the paper of this kind or unit.

    Borrowed words are held only against what this kind lacks: what nobody knows is told where the words stand.
    """
    model = item.decisions.get(decision.same_as or "", decision)
    if model.verb == "bo":
        return
    kept = model.verb == "giu"
    duty = item if kept and not model.lead else model
    known = vocabulary(plan, units, kind, unit, duty)
    lender = issuer if kept else kinds.get(decision.same_as or "")
    borrowed = kept or model is not decision
    told = vocabulary(plan, units, lender or kind, None, duty) if borrowed else None
    where: Path = (*path, "nhu" if decision.same_as else "quyet_dinh" if kept else "noi_dung")
    check_text(item.text if kept else model.text, known, source, where, told)
    check_duty(duty, plan, known, source, path, told)
    if duty is not decision and decision.lead:
        check_duty(decision, plan, known, source, path)


def check_structure(plan: Plan, kind: str, unit: str | None, source: Source) -> None:
    """What hangs on a dropped item is dropped too; one message for each dropped item, where it was decided."""
    part = plan.part(unit) if unit else None
    dropped = {item.id for item in plan.items if decision_for(plan, item, kind, part).verb == "bo"}
    for index, item in enumerate(plan.items):
        if item.id not in dropped:
            continue
        kept = [other.id for other in plan.items if parent_id(other.id) == item.id and other.id not in dropped]
        kept += [added.id for added in part.added if parent_id(added.after) == item.id] if part else []
        if kept:
            names = ", ".join(kept)
            message = f"Loại «{kind}»: mục {names} còn trong khi mục {item.id} đã bỏ."
            path: Path = ("muc", index, "theo_loai", kind, "quyet_dinh")
            path = _own_path(unit, part, item.id, kept) if unit and part else path
            source.fault("decision.orphan", path, message, f"Bỏ cả mục {names}, hoặc giữ mục {item.id}.")


def _own_path(unit: str, part: UnitPart, item: str, kept: list[str]) -> Path:
    """The unit's own dropping, else its first decision about a kept item, else its added items."""
    own = next((name for name in (item, *kept) if name in part.decisions), None)
    return (PARTS, unit, "quyet_dinh", own, "quyet_dinh") if own else (PARTS, unit, "bo_sung")


def parent_id(item: str) -> str | None:
    """`II.3.2` → `II.3`; `II.3` → `II`; `II` and named items have none."""
    return item.rpartition(".")[0] or None
