"""A redline proved: accepted it is the new draft, rejected it is the old one, in words and in looks."""

from collections.abc import Iterator
from functools import cached_property
from itertools import zip_longest
from typing import Literal, NamedTuple

from lxml import etree

from docgen.word.looks import W
from docgen.word.redline_drafts import Draft, Side
from docgen.word.redline_items import THING
from docgen.word.redline_looks import NOTE_REFERENCES, Look, boxes_in
from docgen.word.redline_pieces import Passage
from docgen.word.redline_prints import Prints
from docgen.word.redline_stories import headers_of
from docgen.word.revision_marks import within
from docgen.word.settling import settled

_SNIPPET = 60
Told = tuple[object, ...]


class Place(NamedTuple):
    """Where a redline does not hold: `way` it was read, part, number of the line there (cells and boxes counted as they
    come), what the draft says and what the redline gives."""

    way: Literal["accept", "reject"]
    part: str
    line: int
    expected: str
    found: str


class _Line:
    """A paragraph, or the begin of a table, row, cell: what it says, and everything that must be equal."""

    def __init__(self, told: Told = (), passage: Passage | None = None, side: Side | None = None) -> None:
        self._told, self.passage, self._side = told, passage, side

    @cached_property
    def told(self) -> Told:
        """Letters or tokens with their looks, then properties."""
        return self._told if self.passage is None or self._side is None else _told(self.passage, self._side)

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(atom.text for atom in self.passage.atoms) if self.passage else ""

    def agrees(self, other: "_Line", prints: Prints) -> bool:
        """Whether two lines say the same."""
        if self.passage and other.passage and prints.same(self.passage.paragraph, other.passage.paragraph):
            return True
        return self.told == other.told


class _Story(NamedTuple):
    side: Side
    lines: list[_Line]


_EMPTY = _Line(([], (), (), ()))


def verify(old: bytes, new: bytes, redlined: bytes, *, strict: bool = False) -> list[Place]:
    """Places where accepting does not give the new draft or rejecting not the old one; the first of every story.

    Words and looks of runs and paragraphs, tables by row and cell; up to spelling form unless `strict`.
    """
    return [
        *_places("accept", Draft(settled(new, True).content), Draft(settled(redlined, True).content), strict),
        *_places("reject", Draft(settled(old, True).content), Draft(settled(redlined, False).content), strict),
    ]


def _places(way: Literal["accept", "reject"], draft: Draft, redlined: Draft, strict: bool) -> Iterator[Place]:
    mine, theirs = dict(_stories(draft, strict)), dict(_stories(redlined, strict))
    for name in sorted({*mine, *theirs}):
        one, other = mine.get(name), theirs.get(name)
        prints = Prints(one.side, other.side) if one and other else None
        for at, (line, found) in enumerate(zip_longest(one.lines if one else (), other.lines if other else ()), 1):
            if line is None or found is None or prints is None or not line.agrees(found, prints):
                yield Place(way, name, at, *(one.text[:_SNIPPET] if one else "" for one in (line, found)))
                break


def _stories(draft: Draft, strict: bool) -> Iterator[tuple[str, _Story]]:
    """Every story that can be compared, by a name both drafts have for it; notes in the order they are referred to."""
    body = Side(draft, draft.main, strict)
    yield "body", _Story(body, list(_lines(body.root[0], body)))
    for tag, kind in NOTE_REFERENCES.items():
        part = draft.part_of(f"{kind}s")
        side = Side(draft, part, strict) if part else None
        for at, reference in enumerate(body.root.iter(tag), 1):
            found = draft.notes(kind).get(reference.get(W + "id", ""))
            if side and found is not None:
                yield f"{kind} {at}", _Story(side, list(_lines(found, side)))
    for at, section in enumerate(body.root.iter(W + "sectPr"), 1):
        for name, part in headers_of(draft, section):
            side = Side(draft, part, strict)
            lines = list(_lines(side.root, side))
            if any(line.told[0] for line in lines):
                yield f"{name.rpartition('}')[2]} {at}", _Story(side, lines)


def _lines(container: etree._Element, side: Side) -> Iterator[_Line]:
    found = list(within(container, W + "p", W + "tbl"))
    if not found:
        yield _EMPTY  # every story should have a paragraph
    for block in found:
        if block.tag == W + "p":
            yield _Line(passage=Passage(block, side), side=side)
            for box in boxes_in(block):
                yield _Line(("box",))
                yield from _lines(box, side)
        else:
            yield _Line(("table", side.look(block.find(W + "tblPr"))))
            for row in within(block, W + "tr"):
                yield _Line(("row", side.look(row.find(W + "trPr"))))
                for cell in within(row, W + "tc"):
                    yield _Line(("cell", side.look(cell.find(W + "tcPr"))))
                    yield from _lines(cell, side)
    section = container.find(W + "sectPr")
    if section is not None and side.look(section):
        yield _Line(side.look(section))


def _told(read: Passage, side: Side) -> Told:
    told: list[tuple[str, Look]] = []
    for atom in (read.runs if side.strict else read.atoms)[:-1]:
        if side.strict and not atom.key.startswith(THING):
            for bit in atom.bits:
                _add(told, bit.text or atom.key, side.look_of(bit.run))
        else:
            told.append((atom.key, side.look_of(atom.bits[0].run)))
    properties = (side.look(one) for one in (read.properties, read.mark, read.section))
    return (told, *properties)


def _add(told: list[tuple[str, Look]], words: str, look: Look) -> None:
    """Words of one look are one, however many runs they lie in."""
    if told and told[-1][1] == look:
        words = told.pop()[0] + words
    told.append((words, look))
