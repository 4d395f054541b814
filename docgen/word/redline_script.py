"""What stretches of two drafts have in common, as a script of atoms.

The mark that ends a paragraph is an atom like others: where it came or went, paragraphs were split or joined.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from docgen.edits import edits
from docgen.word.redline_items import Bit
from docgen.word.redline_marks import State
from docgen.word.redline_pieces import PARAGRAPH, Atom, Passage


class Entry(NamedTuple):
    """An atom of a script; one in both drafts has both sides. `move` names a move, "" for none; `whole` stands for all
    of a paragraph that is the same in both."""

    state: State
    old: Atom | None
    new: Atom | None
    move: str = ""
    whole: bool = False

    @property
    def ends(self) -> bool:
        """Whether it is the mark at the end of a paragraph."""
        one = self.new or self.old
        return one is not None and one.end is not None


def script(olds: Sequence[Passage], news: Sequence[Passage]) -> Iterator[Entry]:
    """Paragraphs that became others: their last marks are one."""
    old, new = ([atom for one in side for atom in one.atoms] for side in (olds, news))
    for op, a, b, c, d in edits([atom.key for atom in old[:-1]], [atom.key for atom in new[:-1]]):
        if op == "equal":
            yield from (Entry("=", *pair) for pair in zip(old[a:b], new[c:d], strict=True))
        else:
            yield from (Entry("-", atom, None) for atom in old[a:b])
            yield from (Entry("+", None, atom) for atom in new[c:d])
    yield Entry("=", old[-1], new[-1])


def unchanged(old: Passage, new: Passage) -> Entry:
    """A paragraph that is the same in both, unread."""
    before, after = (Atom(PARAGRAPH, (), (), one) for one in (old, new))
    return Entry("=", before, after, whole=True)


def gone(passage: Passage, move: str = "") -> Iterator[Entry]:
    """A paragraph taken out, or moved away."""
    return (Entry("<" if move else "-", atom, None, move) for atom in passage.runs)


def come(passage: Passage, move: str = "") -> Iterator[Entry]:
    """A paragraph put in, or moved here."""
    return (Entry(">" if move else "+", None, atom, move) for atom in passage.runs)


def with_a_last_mark(entries: list[Entry]) -> list[Entry]:
    """No mark before a table or at the end of a story can be put in or taken out: the one before it was."""
    ends = [at for at, entry in enumerate(entries) if entry.ends]
    kept = max((at for at in ends if entries[at].state == "="), default=-1)
    tail = [at for at in ends if at > kept]
    states = {entries[at].state for at in tail}
    if not tail or not states <= {"+", "-"} or any(_section(entries[at]) for at in tail):
        return entries
    if len(states) > 1:
        return _as_one(entries, *(max(at for at in tail if entries[at].state == state) for state in "-+"))
    if kept < 0 or _section(entries[kept]):
        return entries
    both, last = entries[kept], entries[tail[-1]]
    if both.whole:
        read = script(*([atom.end] for atom in (both.old, both.new) if atom and atom.end))
        return with_a_last_mark([*entries[:kept], *read, *entries[kept + 1 :]])
    if states == {"-"}:
        changed = {kept: Entry("-", both.old, None), tail[-1]: Entry("=", last.old, both.new)}
    else:
        changed = {kept: Entry("+", None, both.new), tail[-1]: Entry("=", both.old, last.new)}
    return [changed.get(at, entry) for at, entry in enumerate(entries)]


def _as_one(entries: list[Entry], old: int, new: int) -> list[Entry]:
    first, last = sorted((old, new))
    one = Entry("=", entries[old].old, entries[new].new)
    return [one if at == last else entry for at, entry in enumerate(entries) if at != first]


def _section(entry: Entry) -> bool:
    return any(atom and atom.end and atom.end.section is not None for atom in (entry.old, entry.new))


def side_by_side(old: Atom, new: Atom) -> Iterator[tuple[Bit, Bit]]:
    """An atom of both drafts in bits that have one look on either side; the words of both are those of the new one.

    Where only the spelling form of a word is new, its first old look stands for all of it.
    """
    if len(old.bits) == len(new.bits) == 1 and old.bits[0].text == new.bits[0].text:
        yield old.bits[0], new.bits[0]
        return
    if old.text != new.text or not old.text:
        last = len(old.bits) - 1
        yield from ((old.bits[min(at, last) if not new.text else 0], bit) for at, bit in enumerate(new.bits))
        return
    before, after = list(old.bits), list(new.bits)
    while before and after:
        length = min(len(before[0].text), len(after[0].text))
        text = after[0].text[:length]
        yield before[0]._replace(text=text), after[0]._replace(text=text)
        for rest in (before, after):
            first = rest.pop(0)
            if len(first.text) > length:
                rest.insert(0, first._replace(text=first.text[length:]))
