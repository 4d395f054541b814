"""What an edited, added, removed or moved passage means: changes with their types."""

import re
from collections.abc import Iterator, Sequence

from docgen.compare import sentences
from docgen.compare.couples import Couple, coupled
from docgen.compare.facts import last_day
from docgen.compare.matching import Match, Remainder, matches, split_or_joined
from docgen.compare.passages import Passage, counts
from docgen.model.change import Change, Kind, Type, Weight
from docgen.model.document import Role
from docgen.model.finding import Said

_LOW: tuple[Type, ...] = ("format", "renumbered", "task_moved")
_MEDIUM: tuple[Type, ...] = ("wording", "place")
_WHOLE: dict[Role, Type] = {
    "recipient": "recipient", "number": "symbol", "authority": "authority", "position": "position", "signer": "signer",
}  # fmt: skip
_ALONE: dict[Role, Type] = {**_WHOLE, "place_date": "date", "basis": "basis", "star": "format", "rule": "format"}
_TASKS: tuple[Role, ...] = ("item", "dash", "paragraph")
_COLUMNS: tuple[tuple[re.Pattern[str], Type], ...] = (
    (re.compile(r"chủ trì|chủ quản|đầu mối", re.IGNORECASE), "lead"),
    (re.compile(r"phối hợp", re.IGNORECASE), "support"),
    (re.compile(r"thời hạn|thời gian|tiến độ|hoàn thành|hạn", re.IGNORECASE), "deadline"),
)
_ROW_OF_HEADS = re.compile(r"table\.\d+\.0")
_ADDRESS = re.compile(r"Kính (?:gửi|trình)\b", re.IGNORECASE)
_BASIS = re.compile(r"(?:[-–]\s*)?Căn cứ\s")
_PLACE = re.compile(r"(.*?),?\s*(?:ngày\b.*)?$", re.IGNORECASE | re.DOTALL)
_DAY = re.compile(r"ngày\b.*", re.IGNORECASE | re.DOTALL)


def weight(of: Type) -> Weight:
    """How grave a type of change is."""
    return "low" if of in _LOW else "medium" if of in _MEDIUM else "high"


def change(kind: Kind, of: Type, path: str, old: str, new: str, message: Said) -> Change:
    """A change of a type, weighed by it."""
    return Change(kind, of, weight(of), path, old, new, message)


def edited(couple: Couple) -> Iterator[Change]:
    """Changes inside two passages that belong together; numbers in front are not looked at."""
    assert couple.old and couple.new
    if couple.cells:
        yield from _row(couple, couple.old, couple.new)
        return
    new = couple.new
    whole = _WHOLE.get(new.role) or ("recipient" if _addressed(new) else None)
    if split_or_joined(couple):
        yield _split(couple.old, new)
    if whole and _says_else(couple):
        yield _replaced(whole, couple.old, new)
    elif new.role == "place_date":
        yield from _place_and_day(couple.old, new)
    else:
        yield from _facts(couple, _edit_kind(new))


def alone(passage: Passage, added: bool) -> Change:
    """A passage only one draft has."""
    where, text = passage.where, passage.text
    old, new = ("", text) if added else (text, "")
    of = _type_alone(passage, added)
    if of in ("task_added", "task_removed"):
        return change(_kind_alone(passage, added), of, where, old, new, sentences.task(added, where, _said(passage)))
    shown = ("", _said(passage)) if added else (_said(passage), "")
    return change(_kind_alone(passage, added), of, where, old, new, sentences.changed(of, where, *shown))


def moved(old: Passage, new: Passage, below: int) -> Change:
    """A passage at another place, with as many that stand below it and went along."""
    of: Type = "task_moved" if new.role in (*_TASKS, "table", "heading") else _type_alone(new, True)
    message = sentences.moved(of, old.where, new.where, _said(new), below)
    return Change("move", of, "low", new.where, old.text, new.text, message)


def inside_move(old: Passage, new: Passage, strict: bool) -> Iterator[Change]:
    """What was edited in a passage that moved."""
    yield from edited(coupled(old, new, strict))


def _facts(couple: Couple, kind: Kind) -> Iterator[Change]:
    found, rest = matches(couple)
    assert couple.old and couple.new
    for match in found:
        yield _fact(match, couple.old, couple.new, kind)
    if rest:
        yield _wording(rest, couple.new, kind)


def _fact(match: Match, old: Passage, new: Passage, kind: Kind) -> Change:
    before, after = match.before and match.before.fact, match.after and match.after.fact
    where = new.where
    if before and after:
        a, b = sentences.shown(before, after), sentences.shown(after, before)
        day_of = sentences.cited(before, after)
        name = f"{where} ({day_of})" if day_of else where
        message = sentences.changed(after.type, name, a, b, sentences.reckoned(before, after))
        return change(kind, after.type, where, a, b, message)
    one = before or after
    assert one
    a, b = (one.said, "") if before else ("", one.said)
    return change(kind, one.type, where, a, b, sentences.changed(one.type, where, a, b))


def _wording(rest: Sequence[Remainder], new: Passage, kind: Kind) -> Change:
    message = sentences.worded(new.where, [(one.old, one.new) for one in rest])
    old, come = (" … ".join(filter(None, side)) for side in ([one.old for one in rest], [one.new for one in rest]))
    return change(kind, "wording", new.where, old, come, message)


def _replaced(of: Type, old: Passage, new: Passage) -> Change:
    return change("replace", of, new.where, old.text, new.text, sentences.changed(of, new.where, old.text, new.text))


def _split(old: Passage, new: Passage) -> Change:
    at = sentences.place(new.where)
    message = (
        Said(f"Tách đoạn {at.vi} làm hai", f"Paragraph {at.en} split in two")
        if new.joints
        else Said(f"Gộp hai đoạn thành {at.vi}", f"Two paragraphs joined as {at.en}")
    )
    return change("format", "format", new.where, old.text, new.text, message)


def _place_and_day(old: Passage, new: Passage) -> Iterator[Change]:
    for of, part in (("place", _PLACE), ("date", _DAY)):
        before, after = _part(part, old.text), _part(part, new.text)
        if "".join(before.split()).lower() != "".join(after.split()).lower():
            a, b = last_day(before[5:]), last_day(after[5:])
            note = sentences.days(a, b) if of == "date" and a and b else Said("", "")
            message = sentences.changed(of, new.where, before, after, note)  # type: ignore[arg-type]
            yield change("replace", of, new.where, before, after, message)  # type: ignore[arg-type]


def _part(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return " ".join((found[1] if found.re.groups else found[0]).split()) if found else ""


def _row(couple: Couple, old: Passage, new: Passage) -> Iterator[Change]:
    """Cells of a row; a whole column that came or went is told by its first cell alone."""
    whole_column = len(old.heads) != len(new.heads)
    for cell in couple.cells:
        if cell.old and cell.new:
            yield from _cell(cell, cell.old, cell.new)
        elif not whole_column or _ROW_OF_HEADS.fullmatch(new.path):
            passage = cell.old or cell.new
            assert passage
            words = (passage.text, "") if cell.old else ("", passage.text)
            message = sentences.column(passage.path, passage.text, cell.new is not None)
            yield change("cell", "wording", passage.path, *words, message)


def _cell(cell: Couple, old: Passage, new: Passage) -> Iterator[Change]:
    if not cell.changed or (counts(old) and counts(new)):
        return
    of = next((of for pattern, of in _COLUMNS if pattern.search(new.column) and new.text != new.column), None)
    if of is None:
        yield from _facts(cell, "cell")
    elif _says_else(cell):
        a, b = last_day(old.text), last_day(new.text)
        note = sentences.days(a, b) if of == "deadline" and a and b else Said("", "")
        yield change(
            "cell", of, new.path, old.text, new.text, sentences.changed(of, new.path, old.text, new.text, note)
        )


def _says_else(couple: Couple) -> bool:
    """Whether letters or figures changed, not only signs."""
    old, new = couple.old, couple.new
    assert old and new
    return any(
        any(map(str.isalnum, token.text))
        for edit in couple.changed
        for token in (*old.tokens[edit.a : edit.b], *new.tokens[edit.c : edit.d])
    )


def _addressed(passage: Passage) -> bool:
    return passage.role == "other" and bool(_ADDRESS.match(passage.text))


def _edit_kind(passage: Passage) -> Kind:
    return "replace" if passage.story == "body" else "note" if passage.story == "note" else "header"


def _kind_alone(passage: Passage, added: bool) -> Kind:
    if passage.cells:
        return "row"
    if passage.story != "body":
        return "note" if passage.story == "note" else "header"
    return "insert" if added else "delete"


def _type_alone(passage: Passage, added: bool) -> Type:
    if passage.story == "body":
        if _addressed(passage):
            return "recipient"
        if passage.role in (*_TASKS, "table") and not (_BASIS.match(passage.text) and passage.role == "paragraph"):
            return "task_added" if added else "task_removed"
        return "basis" if _BASIS.match(passage.text) else _ALONE.get(passage.role, "wording")
    return "format" if passage.text.replace("#", "").strip(" -–—./") == "" else "wording"


def _said(passage: Passage) -> str:
    """Its words without a number; a row by its cells that say something."""
    if passage.cells:
        return " | ".join(cell.text for cell in passage.cells if cell.text and not counts(cell))
    return passage.text[len(passage.number) :].lstrip()
