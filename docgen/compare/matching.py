"""Facts on both sides of an edited passage: which became which, which came, which went, and what words remain."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from docgen.compare.couples import Couple
from docgen.compare.facts import Fact, facts
from docgen.compare.passages import Passage
from docgen.edits import Edit
from docgen.tokens import Token
from docgen.vietnamese import to_nfc

_FEW = 3  # words around a fact that came or went that are said with it


@dataclass(frozen=True)
class Told:
    """A fact where it stands among the tokens of its passage."""

    fact: Fact
    start: int
    end: int


@dataclass(frozen=True)
class Match:
    """A fact changed; one side is None when it came or went."""

    before: Told | None
    after: Told | None


@dataclass(frozen=True)
class Remainder:
    """Words changed that are no fact."""

    old: str
    new: str


def matches(couple: Couple) -> tuple[list[Match], list[Remainder]]:
    """Facts that changed between two passages, and the words that did besides."""
    if not (couple.old and couple.new and couple.changed):
        return [], []
    changed = [edit for edit in couple.changed if not _in_marks(edit, couple.old, couple.new)]
    found = list(_changed_facts(couple, told(couple.old), told(couple.new), changed))
    return found, list(_remainders(couple.old, couple.new, changed, found))


def told(passage: Passage) -> list[Told]:
    """The facts of a passage behind its number."""
    words = ["".join(" " if token.blank else to_nfc(token.text)) for token in passage.tokens[passage.mark :]]
    ends = list(accumulate(map(len, words)))
    return [
        Told(fact, bisect_right(ends, fact.start) + passage.mark, bisect_left(ends, fact.end) + 1 + passage.mark)
        for fact in facts("".join(words))
    ]


def said(tokens: Sequence[Token]) -> str:
    """Words of tokens with single blanks, in normal form."""
    return " ".join(to_nfc("".join([token.text for token in tokens])).split())


def _in_marks(edit: Edit, old: Passage, new: Passage) -> bool:
    return edit.b <= old.mark and edit.d <= new.mark


def _changed_facts(couple: Couple, before: list[Told], after: list[Told], changed: Sequence[Edit]) -> Iterator[Match]:
    assert couple.old and couple.new
    free = list(after)
    for one in before:
        other = _counterpart(one, free, couple.edits)
        touched = any(_touches(edit.a, edit.b, one) for edit in changed)
        if other is None:
            if touched:
                yield Match(one, None)
            continue
        free.remove(other)
        touched |= any(_touches(edit.c, edit.d, other) for edit in changed)
        if touched and _differ(one, other, couple.old, couple.new):
            yield Match(one, other)
    for one in free:
        if any(_touches(edit.c, edit.d, one) for edit in changed):
            yield Match(None, one)


def _counterpart(one: Told, free: Sequence[Told], edits: Sequence[Edit]) -> Told | None:
    """The fact that stands where this one stood: of the same type if one does."""
    start, end = _image(one, edits)
    there = [other for other in free if other.start < end and start < other.end]
    return min(there, key=lambda other: (other.fact.type != one.fact.type, other.start), default=None)


def _image(one: Told, edits: Sequence[Edit]) -> tuple[int, int]:
    starts, ends = [], []
    for edit in edits:
        if edit.op == "equal" and edit.b - edit.a == edit.d - edit.c:
            first, last = max(edit.a, one.start), min(edit.b, one.end)
            if first < last:
                starts.append(first - edit.a + edit.c)
                ends.append(last - edit.a + edit.c)
        elif _touches(edit.a, edit.b, one):
            starts.append(edit.c)
            ends.append(edit.d)
    return min(starts, default=0), max(ends, default=0)


def _touches(start: int, end: int, one: Told) -> bool:
    return start < one.end and one.start < end


def _differ(one: Told, other: Told, old: Passage, new: Passage) -> bool:
    """Whether a fact says something else, not only in other words around it."""
    if _keys(old, one) == _keys(new, other):
        return False
    a, b = one.fact, other.fact
    if a.type != b.type or a.value is None or b.value is None or a.type == "citation":
        return True
    return a.value != b.value


def _keys(passage: Passage, one: Told) -> list[str]:
    return [token.key for token in passage.tokens[one.start : one.end] if not token.blank]


def _remainders(old: Passage, new: Passage, changed: Sequence[Edit], found: Sequence[Match]) -> Iterator[Remainder]:
    before = [match.before for match in found if match.before]
    after = [match.after for match in found if match.after]
    for edit in changed:
        gone = _outside(range(edit.a, edit.b), before)
        come = _outside(range(edit.c, edit.d), after)
        if _joints(edit, old, new) or _only_facts(edit, gone, come, old, new):
            continue
        if not _said_with_its_fact(edit, old, new, found, len(_worded(old, gone)) + len(_worded(new, come))):
            yield Remainder(said([old.tokens[at] for at in gone]), said([new.tokens[at] for at in come]))


def _only_facts(edit: Edit, gone: Sequence[int], come: Sequence[int], old: Passage, new: Passage) -> bool:
    """Whether an edit holds facts and no other words."""
    whole = len(gone) == edit.b - edit.a and len(come) == edit.d - edit.c
    return not whole and not _worded(old, gone) and not _worded(new, come)


def _outside(places: range, some: Sequence[Told]) -> list[int]:
    return [at for at in places if not any(one.start <= at < one.end for one in some)]


def _worded(passage: Passage, places: Sequence[int]) -> list[int]:
    return [at for at in places if any(map(str.isalnum, passage.tokens[at].text))]


def _joints(edit: Edit, old: Passage, new: Passage) -> bool:
    """Whether only the end of a paragraph came or went."""
    places = [(old, at) for at in range(edit.a, edit.b)] + [(new, at) for at in range(edit.c, edit.d)]
    return all(at in passage.joints or passage.tokens[at].blank for passage, at in places)


def _said_with_its_fact(edit: Edit, old: Passage, new: Passage, found: Sequence[Match], rest: int) -> bool:
    """Whether an edit brings or takes a fact with few words around it; they are said with the fact."""
    inside = [
        match
        for match in found
        if (match.before and _touches(edit.a, edit.b, match.before))
        or (match.after and _touches(edit.c, edit.d, match.after))
    ]
    if not inside or any(match.before and match.after for match in inside):
        return False
    words = sum(len(_worded(old, range(one.start, one.end))) for one in (match.before for match in inside) if one)
    words += sum(len(_worded(new, range(one.start, one.end))) for one in (match.after for match in inside) if one)
    return rest <= max(_FEW, words)


def split_or_joined(couple: Couple) -> bool:
    """Whether one paragraph became two, or two one."""
    if not (couple.old and couple.new):
        return False
    return bool(couple.old.joints) != bool(couple.new.joints)
