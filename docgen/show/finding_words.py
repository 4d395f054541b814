"""How findings are named in Vietnamese: groups of rules, severities, places."""

from collections.abc import Iterable, Sequence

from docgen.model.finding import Finding, Spot
from docgen.model.reading import BODY_PART
from docgen.show.in_words import ROLES

GROUPS = {
    "form": "Thể thức áp dụng", "hazard": "An toàn của tệp", "file": "An toàn của tệp", "page": "Trang giấy",
    "characters": "Phông chữ, ký tự", "letterhead": "Phần đầu văn bản", "number": "Số và ký hiệu",
    "date": "Địa danh và ngày, tháng, năm", "kind": "Tên loại văn bản", "subject": "Trích yếu",
    "basis": "Căn cứ và dẫn chiếu", "body": "Nội dung", "signature": "Phần ký", "recipients": "Nơi nhận",
    "appendix": "Phụ lục", "wording": "Lời văn", "duties": "Nhiệm vụ được giao", "set": "So trong cả bộ văn bản",
}  # fmt: skip
_PARTS = (
    ("header", "đầu trang"),
    ("footer", "chân trang"),
    ("footnotes", "chú thích cuối trang"),
    ("endnotes", "chú thích cuối văn bản"),
)


def heading_of(code: str) -> str:
    """The heading a rule of this code, or its findings, stand under."""
    group = code.partition(".")[0]
    return GROUPS.get(group, group)


def by_group(findings: Iterable[Finding]) -> list[tuple[str, list[Finding]]]:
    """Headings in reading order, the findings of each from the top of the paper down."""
    groups: dict[str, list[Finding]] = {heading: [] for heading in GROUPS.values()}
    for finding in findings:
        groups.setdefault(heading_of(finding.code), []).append(finding)
    return [(heading, sorted(found, key=_position)) for heading, found in groups.items() if found]


def _position(finding: Finding) -> tuple[bool, str, int]:
    """The body before headers and notes."""
    return finding.place.part not in ("", BODY_PART), finding.place.part, finding.place.paragraph


def place(spot: Spot) -> str:
    """`mục II.3`, `trích yếu`, `đầu trang`; the words there say the rest. Empty for the whole paper."""
    name = spot.part.rpartition("/")[2]
    outside = next((words for start, words in _PARTS if name.startswith(start)), "")
    if outside or not spot.path:
        return outside
    role = ROLES.get(spot.path)
    return role[:1].lower() + role[1:] if role else f"mục {spot.path}"


def cited(finding: Finding) -> str:
    """The clause in brackets, if the finding has one."""
    return f" ({finding.clause})" if finding.clause else ""


def counted(counts: Iterable[tuple[int, str]]) -> str:
    """`3 lỗi, 2 cảnh báo`: what there is none of is left out."""
    return ", ".join(f"{count} {word}" for count, word in counts if count)


def several(names: Sequence[str], most: int) -> str:
    """The first names, and how many more there are."""
    rest = len(names) - most
    return ", ".join(names[:most]) + (f" và {rest} tệp khác" if rest > 0 else "")
