"""A redline proved: accepted it is the new draft, rejected it is the old one, in words and in looks."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import Literal, NamedTuple

from lxml import etree

from docgen.word.looks import W
from docgen.word.redline_carrying import note
from docgen.word.redline_drafts import Draft, Side
from docgen.word.redline_looks import NOTE_REFERENCES
from docgen.word.redline_pieces import THING, passage
from docgen.word.redline_stories import headers_of
from docgen.word.revision_marks import within
from docgen.word.settling import settled

_SNIPPET = 60


class Place(NamedTuple):
    """Where a redline does not hold: `way` it was read, part, number of the line there (cells and boxes counted as they
    come), what the draft says and what the redline gives."""

    way: Literal["accept", "reject"]
    part: str
    line: int
    expected: str
    found: str


class _Line(NamedTuple):
    """A paragraph, or the begin of a table, row, cell: what it says, and everything that must be equal."""

    text: str
    told: tuple[object, ...]


_EMPTY = _Line("", ([], (), (), ()))


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
    for story in sorted({*mine, *theirs}):
        one, other = mine.get(story, []), theirs.get(story, [])
        for at, (line, found) in enumerate(zip_longest(one, other), 1):
            if line is None or found is None or line.told != found.told:
                yield Place(way, story, at, *(one.text[:_SNIPPET] if one else "" for one in (line, found)))
                break


def _stories(draft: Draft, strict: bool) -> Iterator[tuple[str, list[_Line]]]:
    """Every story that can be compared, by a name both drafts have for it; notes in the order they are referred to."""
    body = Side(draft, draft.main, strict)
    yield "body", list(_lines(body.root[0], body))
    for tag, kind in NOTE_REFERENCES.items():
        part = draft.part_of(f"{kind}s")
        side = Side(draft, part, strict) if part else None
        for at, reference in enumerate(body.root.iter(tag), 1):
            found = note(side.root, kind, reference.get(W + "id", "")) if side else None
            if side and found is not None:
                yield f"{kind} {at}", list(_lines(found, side))
    for at, section in enumerate(body.root.iter(W + "sectPr"), 1):
        for name, part in headers_of(draft, section):
            side = Side(draft, part, strict)
            lines = list(_lines(side.root, side))
            if any(line.told[0] for line in lines):
                yield f"{name.rpartition('}')[2]} {at}", lines


def _lines(container: etree._Element, side: Side) -> Iterator[_Line]:
    found = list(within(container, W + "p", W + "tbl"))
    if not found:
        yield _EMPTY  # every story should have a paragraph
    for block in found:
        if block.tag == W + "p":
            yield _paragraph(block, side)
            for box in block.iter(W + "txbxContent"):
                yield _Line("", ("box",))
                yield from _lines(box, side)
        else:
            yield _Line("", ("table", side.look(block.find(W + "tblPr"))))
            for row in within(block, W + "tr"):
                yield _Line("", ("row", side.look(row.find(W + "trPr"))))
                for cell in within(row, W + "tc"):
                    yield _Line("", ("cell", side.look(cell.find(W + "tcPr"))))
                    yield from _lines(cell, side)
    section = container.find(W + "sectPr")
    if section is not None and side.look(section):
        yield _Line("", side.look(section))


def _paragraph(paragraph: etree._Element, side: Side) -> _Line:
    read = passage(paragraph, side)
    told: list[object] = []
    for atom in read.atoms[:-1]:
        if side.strict and not atom.key.startswith(THING):
            told += ((letter, side.look_of(bit.run)) for bit in atom.bits for letter in bit.text or atom.key)
        else:
            told.append((atom.key, side.look_of(atom.bits[0].run)))
    properties = (side.look(one) for one in (read.properties, read.mark, read.section))
    return _Line("".join(atom.text for atom in read.atoms), (told, *properties))
