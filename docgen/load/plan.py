"""A plan file → Plan. The plan itself stops the run when faulty; a unit's own part costs that unit."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePosixPath

from docgen.load.bounds import PARTS
from docgen.load.decisions import check_decision, check_wording, parent_id
from docgen.load.nodes import read_yaml
from docgen.load.records import read_record
from docgen.load.source import Path, Source
from docgen.load.units import Registry, UnitFaults
from docgen.load.vocabulary import check_duty, check_text, subject_vocabulary, vocabulary
from docgen.model.plan import Deadline, Item, Plan, UnitPart
from docgen.model.unit import Kind, Unit
from docgen.problems import Problem
from docgen.vietnamese import did_you_mean, nearest
from docgen.wording import references


def load_plan(content: bytes, file: str) -> tuple[Plan | None, Source, UnitFaults]:
    """`data/ke-hoach/<plan>.yaml` → plan with the parts that read well; faults of a part go to its unit."""
    return plan_of(read_yaml(content, file))


def plan_of(source: Source) -> tuple[Plan | None, Source, UnitFaults]:
    """The plan of a file that was read already."""
    file = source.file
    faults = UnitFaults()
    if not isinstance(source.data, dict):
        if source.data is not None:
            source.fault("data.shape", (), "Tệp kế hoạch phải gồm các khóa: giá trị.", "Xem tệp mẫu của «docgen init».")
        return None, source, faults
    parts = _read_parts(source, faults)
    plan = read_record(Plan, {key: value for key, value in source.data.items() if key != PARTS}, source)
    if plan and plan.id != PurePosixPath(file).stem:
        message = f"Mã kế hoạch «{plan.id}» khác tên tệp «{PurePosixPath(file).stem}»."
        source.fault("plan.id", ("ma",), message, "Ghi mã đúng như tên tệp, hoặc đổi tên tệp theo mã.")
    return plan.model_copy(update={"parts": parts}) if plan else None, source, faults


def _read_parts(source: Source, faults: UnitFaults) -> dict[str, UnitPart]:
    given = source.data.get(PARTS)
    if given is not None and not isinstance(given, dict):
        source.fault("data.shape", (PARTS,), "«don_vi» phải ghi theo mã đơn vị.", "Viết «don_vi:», dưới đó «<mã>:».")
    parts = {}
    for unit, data in given.items() if isinstance(given, dict) else ():
        part = read_record(UnitPart, {} if data is None else data, source, (PARTS, unit))
        if part:
            parts[unit] = part
    for name, found in source.take(PARTS).items():
        faults.extend(str(name), found)
    return parts


def check_plan(
    plan: Plan, source: Source, kinds: dict[str, Kind], units: Mapping[str, Unit], names: Collection[str]
) -> None:
    """Everything a plan must be before any paper is made of it; `names` are all units, those at fault too."""
    if not _check_issuer(plan, source, kinds, units):
        return
    issuer = kinds[units[plan.issuer].kind]
    _check_registers(plan, source, kinds, names)
    _check_ids(plan, source)
    for index, item in enumerate(plan.items):
        _check_item(plan, item, source, ("muc", index), kinds, issuer, names)


def _check_issuer(plan: Plan, source: Source, kinds: Mapping[str, Kind], units: Mapping[str, Unit]) -> bool:
    issuer = units.get(plan.issuer)
    if issuer is None or issuer.kind not in kinds:
        message = f"Không có đơn vị «{plan.issuer}» để ban hành kế hoạch."
        source.fault("plan.issuer", ("co_quan_ban_hanh",), message, did_you_mean(plan.issuer, units))
        return False
    deadline = plan.deadlines.get(plan.issue_deadline)
    if deadline is None or deadline.before is None:
        message = f"Hạn ban hành «{plan.issue_deadline}» phải là một thời hạn có truoc_ngay."
        dated = [name for name, known in plan.deadlines.items() if known.before]
        source.fault("plan.deadline", ("han_ban_hanh",), message, did_you_mean(plan.issue_deadline, dated))
        return False
    return True


def _check_registers(plan: Plan, source: Source, kinds: Collection[str], units: Collection[str]) -> None:
    known = subject_vocabulary(plan, units)
    for name, document in plan.documents.items():
        check_text(document.subject, known, source, ("van_ban", name, "trich_yeu"))
    if not source.faulted(("van_ban",)):
        _check_subjects(plan, source)
    for name, target in plan.targets.items():
        if target.deadline and target.deadline not in plan.deadlines:
            message = f"{{thoi_han.{target.deadline}}}: không có thời hạn «{target.deadline}»."
            remedy = did_you_mean(target.deadline, plan.deadlines)
            source.fault("text.reference", ("chi_tieu", name, "thoi_han"), message, remedy)
    for name, deadline in plan.deadlines.items():
        if not _sensible(deadline):
            message = f"Thời hạn «{name}»: năm ghi không hợp lý."
            source.fault("plan.years", ("thoi_han", name), message, "Ghi năm đủ bốn chữ số, tu_nam không sau den_nam.")
    for name, group in plan.groups.items():
        for index, member in enumerate(group.members):
            if member not in kinds and member not in units:
                message = f"Không có loại đơn vị hay đơn vị «{member}»."
                remedy = did_you_mean(member, [*kinds, *units])
                source.fault("text.reference", ("nhom", name, "gom", index), message, remedy)


def _sensible(deadline: Deadline) -> bool:
    """Years of four digits, the first not after the last, none left over beside another way of saying it."""
    span = [year for year in (deadline.from_year, deadline.to_year) if year]
    years = [*span, deadline.year] if deadline.year else span
    beside = bool(deadline.before or deadline.year or deadline.recurring)
    return all(1900 <= year <= 2100 for year in years) and span == sorted(span) and not (span and beside)


def _check_subjects(plan: Plan, source: Source) -> None:
    """A subject may cite another document with its subject, but never come back to itself."""
    cited = {
        name: [
            reference.name
            for reference in references(document.subject or "")
            if reference.space == "van_ban" and "trich_yeu" in reference.parts
        ]
        for name, document in plan.documents.items()
    }
    for name in cited:
        reached, ahead = set[str](), list(cited[name])
        while ahead:
            following = ahead.pop()
            if following not in reached:
                reached.add(following)
                ahead += cited.get(following, [])
        if name in reached:
            message = "Trích yếu các văn bản dẫn vòng tới nhau."
            remedy = "Bỏ trich_yeu sau dấu hai chấm ở một trong các chỗ dẫn."
            source.fault("text.reference", ("van_ban", name, "trich_yeu"), message, remedy)


def _check_ids(plan: Plan, source: Source) -> None:
    seen: set[str] = set()
    for index, item in enumerate(plan.items):
        path: Path = ("muc", index, "ma")
        parent = parent_id(item.id)
        if item.id in seen:
            source.fault("plan.duplicate", path, f"Mã mục «{item.id}» ghi hai lần.", "Đổi mã một trong hai mục.")
        elif parent and parent not in seen:
            message = f"Không có mục «{parent}» đứng trước các mục con của nó."
            source.fault("plan.order", path, message, f"Thêm mục {parent}, hoặc xếp lại, đổi mã mục này.")
        seen.add(item.id)


def _check_item(
    plan: Plan, item: Item, source: Source, path: Path,
    kinds: dict[str, Kind], issuer: Kind, units: Collection[str],
) -> None:  # fmt: skip
    known = vocabulary(plan, units, issuer, None, item)
    check_text(item.text, known, source, (*path, "noi_dung"))
    check_duty(item, plan, known, source, path)
    for index, target in enumerate(item.targets):
        if target not in plan.targets:
            message = f"{{chi_tieu.{target}}}: không có chỉ tiêu «{target}»."
            source.fault("text.reference", (*path, "chi_tieu", index), message, did_you_mean(target, plan.targets))
    for kind in _undecided(item, kinds, issuer):
        message = f"Mục {item.id} chưa có quyết định cho loại «{kind}»."
        remedy = f"Thêm «{kind}:» dưới theo_loai: giữ, sửa, giao hoặc bỏ có lý do."
        source.fault("decision.missing", path, message, remedy, source.key_place(*path, "theo_loai"))
    for kind, decision in item.decisions.items():
        where: Path = (*path, "theo_loai", kind)
        if kind not in kinds:
            at = source.key_place(*where)
            source.fault("text.reference", where, f"Không có loại đơn vị «{kind}».", did_you_mean(kind, kinds), at)
            continue
        check_decision(item, decision, source, where)
        check_wording(plan, item, decision, source, where, kinds, kinds[kind], issuer, units)


def _undecided(item: Item, kinds: Mapping[str, Kind], issuer: Kind) -> Iterator[str]:
    """Kinds without a decision, but for those a misspelt key was meant for."""
    missing = [kind for kind in kinds if kind != issuer.id and kind not in item.decisions]
    meant = {nearest(kind, missing) for kind in item.decisions if kind not in kinds}
    return (kind for kind in missing if kind not in meant)


def unknown_parts(plan: Plan, source: Source, registry: Registry, faults: UnitFaults) -> None:
    """A part for a unit that does not exist: the fault of the unit that was meant, else of that name."""
    for unit in plan.parts:
        if unit in registry.row_of or registry.nameless:
            continue  # with an id that cannot be read, nobody knows whose part this is: the id is told
        message = f"Kế hoạch có phần riêng của «{unit}» nhưng danh sách đơn vị không có."
        meant = nearest(unit, registry.row_of)
        problem = Problem(source.key_place(PARTS, unit), "unit.reference", message, did_you_mean(unit, registry.ids))
        faults.add(meant if meant and meant not in plan.parts else unit, problem)
