"""A plan file → Plan. The plan itself stops the run when faulty; a unit's own part costs that unit."""

from collections import Counter
from collections.abc import Mapping

from docgen.load.nodes import Path, Source, read_yaml
from docgen.load.records import read_record
from docgen.load.registry import UnitFaults
from docgen.load.vocabulary import check_duty, check_text, vocabulary
from docgen.model.plan import Decision, Item, Plan, UnitPart
from docgen.model.unit import Kind, Unit
from docgen.problems import Place, Problem
from docgen.vietnamese import did_you_mean

PARTS = "don_vi"


def load_plan(content: bytes, file: str) -> tuple[Plan | None, Source, UnitFaults]:
    """`data/ke-hoach/<plan>.yaml` → plan with the parts that read well; faults of a part go to its unit."""
    source = read_yaml(content, file)
    faults = UnitFaults()
    if not isinstance(source.data, dict):
        if source.data is not None:
            source.fault("data.shape", (), "Tệp kế hoạch phải gồm các khóa: giá trị.", "Xem tệp mẫu của «docgen init».")
        return None, source, faults
    parts = _read_parts(source, faults)
    plan = read_record(Plan, {key: value for key, value in source.data.items() if key != PARTS}, source)
    return plan.model_copy(update={"parts": parts}) if plan else None, source, faults


def _read_parts(source: Source, faults: UnitFaults) -> dict[str, UnitPart]:
    given = source.data.get(PARTS) or {}
    if not isinstance(given, dict):
        source.fault("data.shape", (PARTS,), "«don_vi» phải ghi theo mã đơn vị.", "Viết «don_vi:», dưới đó «<mã>:».")
        return {}
    parts = {}
    for unit, data in given.items():
        inside = [problem for problem in source.problems if _lies_in(problem.place, source, unit)]
        shared = [problem for problem in source.problems if problem not in inside]
        source.problems = []
        part = read_record(UnitPart, data or {}, source, (PARTS, unit))
        faults.extend(unit, [*inside, *source.problems])
        source.problems = shared
        if part:
            parts[unit] = part
    return parts


def _lies_in(place: Place, source: Source, unit: str) -> bool:
    return any(path[:2] == (PARTS, unit) and known == place for path, known in source.places.items())


def check_plan(plan: Plan, source: Source, kinds: Mapping[str, Kind], units: Mapping[str, Unit]) -> None:
    """Everything a plan must be before any paper is made of it; faults go to `source`."""
    if not _check_issuer(plan, source, kinds, units):
        return
    _check_registers(plan, source, kinds, units)
    _check_ids(plan, source)
    for index, item in enumerate(plan.items):
        _check_item(plan, item, source, ("muc", index), kinds, units)


def _check_issuer(plan: Plan, source: Source, kinds: Mapping[str, Kind], units: Mapping[str, Unit]) -> bool:
    issuer = units.get(plan.issuer)
    if issuer is None or issuer.kind not in kinds:
        message = f"Không có đơn vị «{plan.issuer}» để ban hành kế hoạch."
        source.fault("plan.issuer", ("co_quan_ban_hanh",), message, did_you_mean(plan.issuer, units))
        return False
    deadline = plan.deadlines.get(plan.issue_deadline)
    if deadline is None or deadline.before is None:
        message = f"Hạn ban hành «{plan.issue_deadline}» phải là một thời hạn có truoc_ngay."
        source.fault("plan.deadline", ("han_ban_hanh",), message, did_you_mean(plan.issue_deadline, plan.deadlines))
        return False
    return True


def _check_registers(plan: Plan, source: Source, kinds: Mapping[str, Kind], units: Mapping[str, Unit]) -> None:
    known = vocabulary(plan, units, kinds[units[plan.issuer].kind])
    if plan.root not in plan.documents:
        message = f"Không có văn bản «{plan.root}»."
        source.fault("text.reference", ("van_ban_goc",), message, did_you_mean(plan.root, plan.documents))
    for name, document in plan.documents.items():
        check_text(document.subject, known, source, ("van_ban", name, "trich_yeu"))
    for name, target in plan.targets.items():
        if target.deadline and target.deadline not in plan.deadlines:
            message = f"Không có thời hạn «{target.deadline}»."
            remedy = did_you_mean(target.deadline, plan.deadlines)
            source.fault("text.reference", ("chi_tieu", name, "thoi_han"), message, remedy)
    for name, group in plan.groups.items():
        for index, member in enumerate(group.members):
            if member not in kinds and member not in units:
                message = f"Nhóm «{name}»: không có loại hay đơn vị «{member}»."
                source.fault(
                    "text.reference", ("nhom", name, "gom", index), message, did_you_mean(member, [*kinds, *units])
                )


def _check_ids(plan: Plan, source: Source) -> None:
    counts = Counter(item.id for item in plan.items)
    seen: set[str] = set()
    for index, item in enumerate(plan.items):
        path: Path = ("muc", index, "ma")
        if item.id in seen and counts[item.id] > 1:
            source.fault("plan.duplicate", path, f"Mã mục «{item.id}» ghi hai lần.", "Đổi mã một trong hai mục.")
        parent = parent_id(item.id)
        if parent and parent not in seen:
            source.fault(
                "plan.order", path, f"Mục «{item.id}» đứng trước hoặc thiếu mục cha «{parent}».", "Xếp lại mục."
            )
        seen.add(item.id)


def parent_id(item: str) -> str | None:
    """`II.3.2` → `II.3`; `II.3` → `II`; `II` and named items have none."""
    return item.rpartition(".")[0] or None


def _check_item(
    plan: Plan, item: Item, source: Source, path: Path, kinds: Mapping[str, Kind], units: Mapping[str, Unit]
) -> None:
    issuer = kinds[units[plan.issuer].kind]
    known = vocabulary(plan, units, issuer)
    check_text(item.text, known, source, (*path, "noi_dung"))
    check_duty(item, plan, known, source, path)
    for index, target in enumerate(item.targets):
        if target not in plan.targets:
            message = f"Mục {item.id}: không có chỉ tiêu «{target}»."
            source.fault("text.reference", (*path, "chi_tieu", index), message, did_you_mean(target, plan.targets))
    for kind in kinds:
        if kind != issuer.id and kind not in item.decisions:
            message = f"Mục {item.id} chưa có quyết định cho loại «{kind}»."
            source.fault(
                "decision.missing", path, message, f"Thêm «{kind}:» dưới theo_loai: giữ, sửa, giao hoặc bỏ có lý do."
            )
    for kind, decision in item.decisions.items():
        where: Path = (*path, "theo_loai", kind)
        if kind not in kinds:
            source.fault("text.reference", where, f"Không có loại đơn vị «{kind}».", did_you_mean(kind, kinds))
            continue
        check_decision(item, decision, source, where)
        check_wording(plan, item, decision, source, where, kinds[kind], units)


def check_decision(item: Item, decision: Decision, source: Source, path: Path) -> None:
    """A binding item is not dropped, and «như» points to a decision that says something itself."""
    if decision.verb == "bo" and item.binding:
        message = f"Mục {item.id} là việc bắt buộc của mọi đơn vị, không được bỏ."
        source.fault("decision.binding", path, message, "Chọn giu, sửa lời hoặc giao cho cơ quan của đơn vị.")
    if decision.same_as:
        model = item.decisions.get(decision.same_as)
        if model is None or model.same_as:
            message = f"Mục {item.id}: «nhu: {decision.same_as}» không dẫn tới một quyết định có nội dung."
            source.fault("text.reference", (*path, "nhu"), message, did_you_mean(decision.same_as, item.decisions))


def check_wording(
    plan: Plan, item: Item, decision: Decision, source: Source, path: Path,
    kind: Kind, units: Mapping[str, Unit], unit: Unit | None = None,
) -> None:  # fmt: skip
    """References of the wording that will really stand in the paper of this kind or unit."""
    model = item.decisions.get(decision.same_as or "", decision)
    known = vocabulary(plan, units, kind, unit)
    text = item.text if model.verb == "giu" else model.text
    key = "noi_dung" if model is decision and decision.text else "quyet_dinh"
    if model.verb != "bo":
        check_text(text, known, source, (*path, key))
    check_duty(model, plan, known, source, path)


def unknown_parts(plan: Plan, source: Source, units: Mapping[str, object], faults: UnitFaults) -> None:
    """A part written for a unit that does not exist is that name's fault."""
    for unit in plan.parts:
        if unit not in units:
            message = f"Kế hoạch có phần riêng của «{unit}» nhưng danh sách đơn vị không có."
            faults.add(unit, Problem(source.place(PARTS, unit), "unit.reference", message, did_you_mean(unit, units)))
