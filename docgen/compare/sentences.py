"""Changes said in one sentence, Vietnamese and English: what, where, from what to what, by how much."""

import datetime
import re
from decimal import Decimal

from docgen.compare.facts import Fact
from docgen.model.change import Type
from docgen.model.finding import Said
from docgen.vietnamese import figure

_LABELS: dict[Type, Said] = {
    "number": Said("Số liệu", "Figure"),
    "percent": Said("Tỷ lệ", "Percentage"),
    "money": Said("Số tiền", "Amount"),
    "deadline": Said("Thời hạn", "Deadline"),
    "date": Said("Ngày", "Date"),
    "citation": Said("Văn bản dẫn", "Document cited"),
    "basis": Said("Căn cứ", "Basis"),
    "lead": Said("Chủ trì", "Lead"),
    "support": Said("Phối hợp", "Support"),
    "recipient": Said("Nơi nhận", "Recipient"),
    "signer": Said("Người ký", "Signer"),
    "position": Said("Chức vụ người ký", "Signer's position"),
    "authority": Said("Quyền hạn ký", "Signing authority"),
    "place": Said("Địa danh", "Place"),
    "symbol": Said("Số, ký hiệu", "Number and symbol"),
    "task_added": Said("Nhiệm vụ", "Task"),
    "task_removed": Said("Nhiệm vụ", "Task"),
    "task_moved": Said("Nhiệm vụ", "Task"),
    "renumbered": Said("Đánh số lại", "Renumbered"),
    "wording": Said("Câu chữ", "Wording"),
    "format": Said("Hình thức", "Form"),
}
_PLACES = {
    "title": Said("tiêu đề", "the title"), "superior": Said("tên cấp trên", "the superior"),
    "issuer": Said("cơ quan ban hành", "the issuer"), "kind": Said("tên loại", "the kind of paper"),
    "subject": Said("trích yếu", "the subject"), "opening": Said("mở đầu", "the opening"),
    "basis": Said("căn cứ", "the basis"), "appendix_title": Said("tiêu đề phụ lục", "the appendix title"),
    "appendix_note": Said("dòng kèm theo", "the appendix note"), "mark": Said("dấu chỉ mức độ", "the mark"),
    "recipients_label": Said("nhãn nơi nhận", "the recipients label"), "rule": Said("gạch dưới", "the rule"),
    "star": Said("dấu sao", "the star"), "header": Said("đầu trang", "the header"), "other": Said("", ""),
    "footer": Said("chân trang", "the footer"), "note": Said("chú thích", "a note"),
    "recipient": Said("nơi nhận", "the recipients"), "number": Said("số, ký hiệu", "the number"),
    "place_date": Said("dòng địa danh, ngày", "the place and date"), "authority": Said("quyền hạn ký", "the authority"),
    "position": Said("chức vụ", "the position"), "signer": Said("người ký", "the signer"),
}  # fmt: skip
_SELF_SAID: tuple[Type, ...] = ("recipient", "signer", "position", "authority", "place", "symbol")
_OF_YEARS = re.compile(r"(?:\d{4}|\s?[-–]\s?)+")
_LONG = 140
_BOTH = Said("", "")


def place(where: str) -> Said:
    """`II.4`, `bảng 1, dòng 3`, `trích yếu`: a path, or what a passage is, in words."""
    if where.startswith("table."):
        table, row, *column = where.split(".")[1:]
        vi, en = f"bảng {table}, dòng {row}", f"table {table}, row {row}"
        return Said(f"{vi}, cột {column[0]}", f"{en}, column {column[0]}") if column else Said(vi, en)
    return _PLACES.get(where, Said(where, where))


def changed(of: Type, where: str, old: str, new: str, note: Said = _BOTH) -> Said:
    """`Thời hạn II.4: 15/7/2023 → 31/7/2023, lùi 16 ngày`; one side empty where something came or went."""
    heads = _heads(of, where)
    old, new = (_listed(old), _listed(new)) if of == "recipient" else (old, new)
    if old and new:
        pair = f"{_cut(old)} → {_cut(new)}"
        return Said(*(f"{head}: {pair}{_after(more)}" for head, more in zip(heads, note, strict=True)))
    verbs = ("thêm", "added") if new else ("bỏ", "removed")
    words = f"«{_cut(new or old)}»"
    return Said(*(f"{head}: {verb} {words}" for head, verb in zip(heads, verbs, strict=True)))


def worded(where: str, pieces: list[tuple[str, str]]) -> Said:
    """Edits of one passage that are words only, the first of them shown."""
    at = place(where)
    shown = [_piece(old, new) for old, new in pieces[:2]]
    rest = len(pieces) - len(shown)
    vi, en = ["; ".join(one) for one in zip(*shown, strict=True)]
    if rest:
        vi, en = f"{vi}; và {rest} chỗ khác", f"{en}; and {rest} more"
    return Said(f"{f'Câu chữ {at.vi}'.strip()}: {vi}", f"{f'Wording {at.en}'.strip()}: {en}")


def task(added: bool, where: str, text: str) -> Said:
    """A task that came or went; `where` is its place in the draft that has it."""
    at = place(where)
    if added:
        return Said(f"Thêm nhiệm vụ {at.vi}: «{_cut(text)}»", f"Task added, {at.en}: «{_cut(text)}»")
    return Said(f"Bỏ nhiệm vụ {at.vi} (bản cũ): «{_cut(text)}»", f"Task removed, {at.en} (old): «{_cut(text)}»")


def column(path: str, heading: str, added: bool) -> Said:
    """A column, or a cell of one row, that came or went."""
    at, words = place(path), f": «{_cut(heading)}»" if heading else ""
    if added:
        return Said(f"Thêm {at.vi}{words}", f"Added {at.en}{words}")
    return Said(f"Bỏ {at.vi} (bản cũ){words}", f"Removed {at.en} (old){words}")


def moved(of: Type, old: str, new: str, text: str, more: int) -> Said:
    """A passage that moved, with how many stand below it and went along."""
    a, b = place(old), place(new)
    vi, en = (" nhiệm vụ", "Task") if of == "task_moved" else ("", _LABELS[of].en)
    along = Said(f" cùng {more} ý bên dưới", f" with {more} below it") if more else Said("", "")
    if a == b:
        return Said(f"Đổi thứ tự {a.vi}: «{_cut(text)}»", f"{en} put elsewhere in {a.en}: «{_cut(text)}»")
    return Said(
        f"Chuyển{vi} {a.vi} → {b.vi}{along.vi}: «{_cut(text)}»", f"{en} moved {a.en} → {b.en}{along.en}: «{_cut(text)}»"
    )


def reckoned(before: Fact, after: Fact) -> Said:
    """By how much a fact changed."""
    a, b = before.value, after.value
    if isinstance(a, datetime.date) and isinstance(b, datetime.date):
        in_years = _OF_YEARS.fullmatch(before.said + after.said)
        return _later(b.year - a.year, Said("năm", "year")) if in_years else days(a, b)
    if isinstance(a, Decimal) and isinstance(b, Decimal) and before.type == after.type and a != b:
        unit = {"percent": Said(" điểm phần trăm", " points"), "money": Said(" đồng", " đồng")}.get(after.type, _BOTH)
        by = figure(abs(b - a))
        return Said(f"{'tăng' if b > a else 'giảm'} {by}{unit.vi}", f"{'up' if b > a else 'down'} {by}{unit.en}")
    return _BOTH


def days(a: datetime.date, b: datetime.date) -> Said:
    """How many days later or earlier."""
    return _later((b - a).days, Said("ngày", "day"))


def _later(by: int, unit: Said) -> Said:
    if not by:
        return _BOTH
    vi, en = ("lùi", "later") if by > 0 else ("sớm hơn", "earlier")
    return Said(f"{vi} {abs(by)} {unit.vi}", f"{abs(by)} {unit.en}{'s' if abs(by) > 1 else ''} {en}")


def shown(fact: Fact, beside: Fact | None) -> str:
    """A fact as a sentence shows it: with what tells it from the one beside it."""
    if fact.type == "citation" and beside and beside.type == "citation" and fact.said == beside.said:
        return fact.detail if fact.detail != beside.detail else f"{fact.name} {fact.said}".strip()
    if fact.type == "deadline" and beside and fact.said == beside.said:
        return f"{fact.detail}{fact.said}"
    return fact.said


def cited(before: Fact, after: Fact) -> str:
    """The document whose day changed, to be named in front; empty when the document itself did."""
    same = before.type == after.type == "citation" and before.said == after.said and before.detail != after.detail
    return after.said if same else ""


def renumbered(where: str, first: tuple[str, str], last: tuple[str, str]) -> Said:
    """A stretch of numbers: `Đánh số lại II.4–II.7 → II.5–II.8`."""
    old, new = (a if a == b else f"{a}–{b}" for a, b in zip(first, last, strict=True))
    at = Said("", "")
    if where.startswith("table."):
        at = place(".".join([*where.split(".")[:2], "0"]))
        at = Said(at.vi.partition(",")[0] + ": ", at.en.partition(",")[0] + ": ")
    return Said(f"Đánh số lại {at.vi}{old} → {new}", f"Renumbered {at.en}{old} → {new}")


def _heads(of: Type, where: str) -> list[str]:
    """What changed, and where unless that says it already."""
    if of == "date" and where == "place_date":
        return ["Ngày ban hành", "Date of issue"]
    at = place(where)
    said_already = of in _SELF_SAID or at.vi == _LABELS[of].vi.lower()
    return [label if said_already else f"{label} {spot}".strip() for label, spot in zip(_LABELS[of], at, strict=True)]


def _listed(text: str) -> str:
    """A line of a list without its dash and sign."""
    return text.lstrip("-–—+ ").rstrip(",;./ ")


def _piece(old: str, new: str) -> tuple[str, str]:
    if old and new:
        return (f"«{_cut(old)}» → «{_cut(new)}»",) * 2
    return (f"thêm «{_cut(new)}»", f"added «{_cut(new)}»") if new else (f"bỏ «{_cut(old)}»", f"removed «{_cut(old)}»")


def _after(note: str) -> str:
    return f", {note}" if note else ""


def _cut(text: str) -> str:
    return text if len(text) <= _LONG else f"{text[:_LONG].rsplit(' ', 1)[0]} …"
