"""Which values a sentence may name, and whether a sentence names only those."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from docgen.load.nodes import Path, Source
from docgen.model.plan import Duty, Plan
from docgen.model.unit import Kind, Unit
from docgen.vietnamese import did_you_mean
from docgen.wording import Reference, references

CITATION_PARTS = ("ngay", "co_quan", "trich_yeu")
SUPERIOR_PLANS = ("cap-tren", "goc")
_WORDS = ("ten", "rieng", "ten_goi", "dia_danh", "ban_hanh", "bao_cao", "cap_tren", "ke_hoach_tren")
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
            return f"{reference}: không có loại giá trị «{reference.space}».", did_you_mean(reference.space, self.names)
        known = self.names[reference.space]
        if reference.name not in known:
            what = _SPACES[reference.space]
            return f"{reference}: không có {what} «{reference.name}».", did_you_mean(reference.name, known)
        return self._fault_of_parts(reference)

    @staticmethod
    def _fault_of_parts(reference: Reference) -> tuple[str, str] | None:
        allowed = {"van_ban": CITATION_PARTS, "chi_tieu": ("so",)}.get(reference.space, ())
        wrong = [part for part in reference.parts if part not in allowed]
        if not wrong:
            return None
        remedy = f"Sau dấu hai chấm chỉ dùng: {', '.join(allowed)}." if allowed else "Bỏ phần sau dấu hai chấm."
        return f"{reference}: không có thành phần «{wrong[0]}».", remedy


def vocabulary(plan: Plan, units: Mapping[str, Unit], kind: Kind, unit: Unit | None = None) -> Vocabulary:
    """What a sentence may name in the paper of a kind, or of one unit with its own facts."""
    return Vocabulary(
        {
            "van_ban": (*plan.documents, *SUPERIOR_PLANS),
            "chi_tieu": tuple(plan.targets),
            "thoi_han": tuple(plan.deadlines),
            "nhom": tuple(plan.groups),
            "don_vi": tuple(units),
            "co_quan": tuple(kind.bodies),
            "du_lieu": tuple(unit.facts) if unit else (),
            "": (*_WORDS, "chu_tri", "phoi_hop", *kind.words),
        }
    )


def check_text(text: str | None, known: Vocabulary, source: Source, path: Path) -> None:
    """Note every broken or unknown reference of a sentence."""
    try:
        found = references(text or "")
    except ValueError as broken:
        source.fault("text.broken", path, str(broken), "Viết chỗ thay được như {van_ban.kl-50} hoặc bỏ dấu ngoặc nhọn.")
        return
    for reference in found:
        fault = known.fault_of(reference)
        if fault:
            source.fault("text.reference", path, *fault)


def check_duty(duty: Duty, plan: Plan, known: Vocabulary, source: Source, path: Path) -> None:
    """Leads, supports, deadline and table words of a duty."""
    for key, names in (("chu_tri", duty.lead), ("phoi_hop", duty.support)):
        for index, name in enumerate(names):
            check_text("{" + name + "}", known, source, (*path, key, index))
    if duty.deadline and duty.deadline not in plan.deadlines:
        message = f"Không có thời hạn «{duty.deadline}»."
        source.fault("text.reference", (*path, "thoi_han"), message, did_you_mean(duty.deadline, plan.deadlines))
    check_text(duty.work, known, source, (*path, "cong_viec"))
    check_text(duty.product, known, source, (*path, "san_pham"))
