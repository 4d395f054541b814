"""How changes are named in Vietnamese: severities, types, noise, places."""

from collections import Counter
from collections.abc import Iterable, Mapping

from docgen.model.change import Change, Comparison, Verdict
from docgen.model.compared import PairedSet
from docgen.model.finding import Said
from docgen.show.finding_words import counted
from docgen.show.in_words import ROLES

SEVERITIES = {"high": "Quan trọng", "medium": "Câu chữ", "low": "Hình thức, thứ tự"}
TYPES = {
    "number": "Số liệu", "percent": "Tỷ lệ", "money": "Số tiền", "deadline": "Thời hạn", "date": "Ngày",
    "citation": "Văn bản viện dẫn", "basis": "Căn cứ", "lead": "Chủ trì", "support": "Phối hợp",
    "recipient": "Nơi nhận", "signer": "Người ký", "position": "Chức vụ", "authority": "Quyền hạn ký",
    "place": "Địa danh", "symbol": "Số, ký hiệu", "task_added": "Thêm nhiệm vụ", "task_removed": "Bỏ nhiệm vụ",
    "task_moved": "Chuyển chỗ", "renumbered": "Đánh lại số", "wording": "Câu chữ", "format": "Trình bày",
}  # fmt: skip
NOISE = {
    "unicode": "mã chữ (dựng sẵn, tổ hợp)", "tone": "chỗ đặt dấu thanh", "space": "khoảng trắng", "quote": "dấu nháy",
    "dash": "gạch ngang",
}  # fmt: skip
VERDICTS: Mapping[Verdict, str] = {
    "same": "Hai bản như nhau.",
    "noise": "Hai bản chỉ khác cách gõ.",
    "format": "Hai bản chỉ khác hình thức, thứ tự.",
    "substantive": "Hai bản khác về nội dung.",
}
_STORIES = {"header": "đầu trang", "footer": "chân trang", "note": "chú thích", "page": "trang giấy"}


def place(path: str) -> str:
    """`mục II.3`, `trích yếu`, `bảng 1, dòng 2, cột 5`, `đầu trang`; empty for the whole paper."""
    if path.startswith("table."):
        names = zip(("bảng", "dòng", "cột"), path.split(".")[1:], strict=False)
        return ", ".join(f"{name} {'tiêu đề' if (name, at) == ('dòng', '0') else at}" for name, at in names)
    role = _STORIES.get(path) or ROLES.get(path, "")
    return role[:1].lower() + role[1:] if role or not path else f"mục {path}"


def summary(comparison: Comparison) -> str:
    """`5 thay đổi: 2 quan trọng, 3 câu chữ.`, else why there is none."""
    if not comparison.changes:
        return VERDICTS[comparison.verdict]
    return f"{len(comparison.changes)} thay đổi: {by_severity(comparison.changes)}."


def set_summary(compared: PairedSet) -> str:
    """`28 cặp văn bản, 12 cặp có thay đổi; 5 thay đổi chung, 7 thay đổi riêng.`"""
    changed = [pair for pair, comparison in compared.compared if comparison.changes]
    return (
        f"{len(compared.pairs)} cặp văn bản, {len(changed)} cặp có thay đổi; "
        f"{len(compared.groups)} thay đổi chung, {len(compared.singles)} thay đổi riêng."
    )


def by_severity(changes: Iterable[Change]) -> str:
    """`2 quan trọng, 3 câu chữ`."""
    found: Counter[str] = Counter(change.severity for change in changes)
    return counted((found[severity], word.lower()) for severity, word in SEVERITIES.items())


def noise(folded: Mapping[str, int]) -> str:
    """`Chỉ khác cách gõ, không tính là thay đổi: 36 chỗ đặt dấu thanh.`, empty when there is none."""
    said = counted((count, NOISE.get(kind, kind)) for kind, count in folded.items())
    return f"Chỉ khác cách gõ, không tính là thay đổi: {said}." if said else ""


def not_compared(left_out: Iterable[Said]) -> str:
    """What was not looked at, empty when there is nothing."""
    said = "; ".join(one.vi.rstrip(".") for one in left_out)
    return f"Không so: {said}." if said else ""


def sharers(units: Iterable[str]) -> str:
    """`12 đơn vị: than-uyen, tan-uyen, …`."""
    names = list(units)
    return f"{len(names)} đơn vị: {', '.join(names)}"
