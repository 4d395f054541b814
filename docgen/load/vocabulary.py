"""Which values a sentence may name, and whether a sentence names only those."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from docgen.load.source import Path, Source
from docgen.model.plan import Duty, Plan
from docgen.model.unit import Kind, Unit
from docgen.vietnamese import did_you_mean
from docgen.wording import Reference, references

CITATION_PARTS = ("ngay", "co_quan", "trich_yeu")
SUPERIOR_PLANS = ("cap-tren", "goc")
_WORDS = ("ten", "rieng", "ten_goi", "dia_danh", "ban_hanh", "bao_cao", "cap_tren", "ke_hoach_tren")
_DUTY_WORDS = ("chu_tri", "phoi_hop")
_SPACES = {
    "van_ban": "văn bản",
    "chi_tieu": "chỉ tiêu",
    "thoi_han": "thời hạn",
    "nhom": "nhóm đơn vị",
    "don_vi": "đơn vị",
    "co_quan": "cơ quan, bộ phận của đơn vị",
    "du_lieu": "dữ liệu riêng",
    "": "lời xưng hô",
}


@dataclass(frozen=True)
class Vocabulary:
    """Known names by space; the empty space holds the unit's own words."""

    names: Mapping[str, Iterable[str]]

    def fault_of(self, reference: Reference) -> tuple[str, str] | None:
        """Message and remedy when the reference names nothing known."""
        if reference.space not in self.names:
            spaces = [space for space in self.names if space]
            return f"{reference}: không có loại giá trị «{reference.space}».", did_you_mean(reference.space, spaces)
        known = tuple(self.names[reference.space])
        if reference.name in known:
            return self._fault_of_parts(reference)
        if reference.name in _DUTY_WORDS:
            return f"{{{reference.name}}}: chỗ này không ghi {reference.name}.", f"Thêm dòng «{reference.name}: […]»."
        bare = Reference(reference.space, reference.name)
        what = _SPACES[reference.space]
        remedy = did_you_mean(reference.name, known) if known else f"Khai {what} này trước, hoặc bỏ chỗ thay được."
        return f"{bare}: không có {what} «{reference.name}».", remedy

    @staticmethod
    def _fault_of_parts(reference: Reference) -> tuple[str, str] | None:
        allowed = {"van_ban": CITATION_PARTS, "chi_tieu": ("so",)}.get(reference.space, ())
        wrong = [part for part in reference.parts if part not in allowed]
        if not wrong:
            return None
        remedy = f"Sau dấu hai chấm chỉ dùng: {', '.join(allowed)}." if allowed else "Bỏ phần sau dấu hai chấm."
        return f"{reference}: không có thành phần «{wrong[0]}».", remedy


def vocabulary(
    plan: Plan, units: Iterable[str], kind: Kind, unit: Unit | None = None, duty: Duty | None = None
) -> Vocabulary:
    """What a sentence may name in the paper of a kind, or of one unit with its own facts, beside a duty."""
    stated = [word for word in _DUTY_WORDS if duty is None or (duty.lead if word == "chu_tri" else duty.support)]
    return Vocabulary(
        {
            **_shared(plan, units),
            "co_quan": tuple(kind.bodies),
            "du_lieu": tuple(unit.facts) if unit else (),
            "": (*_WORDS, *stated, *kind.words),
        }
    )


def subject_vocabulary(plan: Plan, units: Iterable[str]) -> Vocabulary:
    """What the subject of a cited document may name: the same in every unit's paper."""
    return Vocabulary({**_shared(plan, units), "": _WORDS})


def _shared(plan: Plan, units: Iterable[str]) -> dict[str, Iterable[str]]:
    return {
        "van_ban": (*plan.documents, *SUPERIOR_PLANS),
        "chi_tieu": tuple(plan.targets),
        "thoi_han": tuple(plan.deadlines),
        "nhom": tuple(plan.groups),
        "don_vi": units,
    }


def check_text(text: str | None, known: Vocabulary, source: Source, path: Path, told: Vocabulary | None = None) -> None:
    """Note every broken or unknown reference of a sentence, but for those that `told` does not know either."""
    try:
        found = references(text or "")
    except ValueError as broken:
        if told is None:
            source.fault("text.broken", path, str(broken), _mending(str(broken)))
        return
    for reference in dict.fromkeys(found):
        fault = known.fault_of(reference)
        if fault and not (told and told.fault_of(reference)):
            source.fault("text.reference", path, *fault)


def _mending(broken: str) -> str:
    if "*" in broken:
        return "Thêm dấu * thứ hai ở cuối phần chữ nghiêng, hoặc bỏ dấu *."
    return "Viết chỗ thay được như {van_ban.kl-50} hoặc bỏ dấu ngoặc nhọn."


def check_duty(
    duty: Duty, plan: Plan, known: Vocabulary, source: Source, path: Path, told: Vocabulary | None = None
) -> None:
    """Leads, supports, deadline and table words of a duty."""
    bodies = Vocabulary({**known.names, "": [name for name in known.names[""] if name not in _DUTY_WORDS]})
    for key, names in (("chu_tri", duty.lead), ("phoi_hop", duty.support)):
        for index, name in enumerate(names):
            check_text("{" + name + "}", bodies, source, (*path, key, index), told)
    if duty.deadline and duty.deadline not in plan.deadlines and not told:
        message = f"{{thoi_han.{duty.deadline}}}: không có thời hạn «{duty.deadline}»."
        source.fault("text.reference", (*path, "thoi_han"), message, did_you_mean(duty.deadline, plan.deadlines))
    check_text(duty.work, known, source, (*path, "cong_viec"), told)
    check_text(duty.product, known, source, (*path, "san_pham"), told)
