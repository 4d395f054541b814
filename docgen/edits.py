"""What changed between two runs of tokens: as little as possible, in pieces a person can read."""

from collections.abc import Hashable, Sequence
from typing import Literal, NamedTuple

from rapidfuzz.distance import Indel

_ISLAND = 2  # keys: blanks and signs no longer than this between two changes join them
_LONGEST = 6_000  # tokens: longer stretches are compared from their ends only


class Edit(NamedTuple):
    """Tokens `old[a:b]` became `new[c:d]`; equal where `op` says so."""

    op: Literal["equal", "replace", "delete", "insert"]
    a: int
    b: int
    c: int
    d: int


def edits(old: Sequence[str], new: Sequence[str]) -> list[Edit]:
    """Edits that turn one sequence of keys into another, equal stretches included, in order.

    Pure insertions and deletions begin where a sentence, a clause or a word begins when their neighbours allow it.
    """
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    found = [Edit("equal", 0, start, 0, start)] if start else []
    for op, a, b, c, d in _middle(old[start : len(old) - end], new[start : len(new) - end]):
        found.append(Edit(op, a + start, b + start, c + start, d + start))
    if end:
        found.append(Edit("equal", len(old) - end, len(old), len(new) - end, len(new)))
    return _slid(_trimmed(_joined(found, old), old, new), old, new)


def similarity(old: Sequence[str], new: Sequence[str], floor: float = 0.0) -> float:
    """Share of tokens two sequences have in common, in order, 0–1; 0 when it is below `floor`."""
    return Indel.normalized_similarity(old, new, score_cutoff=floor)


def grown(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether one stroke in one place made the longer of two texts from the shorter, which has a word at least."""
    start = _common(old, new)
    rest = min(len(old), len(new)) - start
    shorter = min(old, new, key=len)
    return any(map(str.isalnum, "".join(shorter))) and (not rest or list(old[-rest:]) == list(new[-rest:]))


def _common(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    length = min(len(old), len(new))
    return next((at for at in range(length) if old[at] != new[at]), length)


def _middle(old: Sequence[str], new: Sequence[str]) -> list[Edit]:
    if not old and not new:
        return []
    if not old or not new or max(len(old), len(new)) > _LONGEST:
        return [_edit(0, len(old), 0, len(new))]
    found = Indel.opcodes(old, new)
    return [
        Edit("equal", op.src_start, op.src_end, op.dest_start, op.dest_end)
        if op.tag == "equal"
        else _edit(op.src_start, op.src_end, op.dest_start, op.dest_end)
        for op in found
    ]


def _edit(a: int, b: int, c: int, d: int) -> Edit:
    if a == b:
        return Edit("insert", a, b, c, d)
    return Edit("delete" if c == d else "replace", a, b, c, d)


def _joined(found: Sequence[Edit], old: Sequence[str]) -> list[Edit]:
    """Neighbouring changes made one, also over a blank or a sign that stands alone between them."""
    result: list[Edit] = []
    for at, one in enumerate(found):
        bridge = one.op == "equal" and 0 < at < len(found) - 1 and _island(old[one.a : one.b])
        if result and result[-1].op != "equal" and (one.op != "equal" or bridge):
            last = result.pop()
            one = _edit(last.a, one.b, last.c, one.d)
        result.append(one)
    return result


def _trimmed(found: Sequence[Edit], old: Sequence[str], new: Sequence[str]) -> list[Edit]:
    """Joined changes without what both of their halves begin or end with."""
    result: list[Edit] = []
    for one in found:
        if one.op != "replace":
            result.append(one)
            continue
        (_, a, b, c, d), start = one, _common(old[one.a : one.b], new[one.c : one.d])
        a, c = a + start, c + start
        end = _common(old[a:b][::-1], new[c:d][::-1])
        around = Edit("equal", one.a, a, one.c, c), _edit(a, b - end, c, d - end), Edit("equal", b - end, b, d - end, d)
        result += (piece for piece in around if piece.a < piece.b or piece.c < piece.d)
    return _joined_equals(result)


def _joined_equals(found: Sequence[Edit]) -> list[Edit]:
    result: list[Edit] = []
    for one in found:
        if result and one.op == result[-1].op == "equal":
            one = result.pop()._replace(b=one.b, d=one.d)
        result.append(one)
    return result


def _island(keys: Sequence[str]) -> bool:
    return len(keys) <= _ISLAND and not any(map(str.isalnum, "".join(keys)))


def _slid(found: list[Edit], old: Sequence[str], new: Sequence[str]) -> list[Edit]:
    for at, one in enumerate(found):
        if one.op not in ("insert", "delete"):
            continue
        keys, start, end = (new, one.c, one.d) if one.op == "insert" else (old, one.a, one.b)
        before = found[at - 1] if at else None
        after = found[at + 1] if at + 1 < len(found) else None
        shift = _best_shift(keys, start, end, _room(before), _room(after))
        if shift:
            _move(found, at, shift)
    return [one for one in found if one.a < one.b or one.c < one.d]


def _room(neighbour: Edit | None) -> int:
    return neighbour.b - neighbour.a if neighbour and neighbour.op == "equal" else 0


def _best_shift(keys: Sequence[str], start: int, end: int, left: int, right: int) -> int:
    """How far a stretch is moved so that it begins best; the nearest of equals."""
    shifts = [0]
    for by in range(1, left + 1):
        if keys[start - by] != keys[end - by]:
            break
        shifts.append(-by)
    for by in range(1, right + 1):
        if keys[start + by - 1] != keys[end + by - 1]:
            break
        shifts.append(by)
    return max(shifts, key=lambda by: (_boundary(keys, start + by), -abs(by)))


def _boundary(keys: Sequence[str], at: int) -> int:
    """How well something begins here: the whole text 5, a sentence 4, a clause 3, a word 2, a blank 1."""
    if at == 0:
        return 5
    before = keys[at - 1]
    if not before.isspace():
        return 1 if at < len(keys) and keys[at].isspace() else 0
    sign = keys[at - 2] if at > 1 else ""
    return 4 if sign in (".", "!", "?") else 3 if sign in (",", ";", ":") else 2


def _move(found: list[Edit], at: int, by: int) -> None:
    """An insertion or deletion moved over its equal neighbours."""
    one = found[at]
    if at:
        before = found[at - 1]
        found[at - 1] = before._replace(b=before.b + by, d=before.d + by)
    else:
        found.insert(0, Edit("equal", 0, by, 0, by))
        at += 1
    found[at] = Edit(one.op, one.a + by, one.b + by, one.c + by, one.d + by)
    if at + 1 < len(found):
        after = found[at + 1]
        found[at + 1] = after._replace(a=after.a + by, c=after.c + by)
    else:
        end = found[at]
        found.append(Edit("equal", end.b, end.b - by, end.d, end.d - by))
