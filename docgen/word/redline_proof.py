"""A redline proved: accepted it is the new draft, rejected it is the old one, in words and in looks."""

from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import Literal, NamedTuple

from lxml import etree

from docgen.word.looks import W
from docgen.word.redline_drafts import Draft, Side
from docgen.word.redline_looks import look
from docgen.word.redline_pieces import passage
from docgen.word.revision_marks import within
from docgen.word.revisions import accept, reject

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
    told: object


def verify(old: bytes, new: bytes, redlined: bytes, *, strict: bool = False) -> list[Place]:
    """Places where accepting does not give the new draft or rejecting not the old one; the first of every part.

    Words and looks of runs and paragraphs, tables by row and cell; up to spelling form unless `strict`.
    """
    return [
        *_places("accept", accept, Draft(new), Draft(redlined), strict),
        *_places("reject", reject, Draft(old), Draft(redlined), strict),
    ]


def _places(
    way: Literal["accept", "reject"], settle: Callable[[etree._Element], None], draft: Draft, redlined: Draft, strict: bool
) -> Iterator[Place]:
    expected = Side(draft, draft.main, strict)
    found = Side(redlined, redlined.main, strict)
    from docgen.word.package import parse_part

    root = parse_part(redlined.parts[redlined.main])
    settle(root)
    mine, theirs = list(_lines(expected.root[0], expected)), list(_lines(root[0], found))
    for at, (one, other) in enumerate(zip_longest(mine, theirs), 1):
        if one is None or other is None or one.told != other.told:
            yield Place(way, draft.main, at, one.text[:_SNIPPET] if one else "", other.text[:_SNIPPET] if other else "")
            return


def _lines(container: etree._Element, side: Side) -> Iterator[_Line]:
    for block in within(container, W + "p", W + "tbl"):
        if block.tag == W + "p":
            yield _paragraph(block, side)
            for box in block.iter(W + "txbxContent"):
                yield _Line("", "box")
                yield from _lines(box, side)
        else:
            yield _Line("", ("table", look(block.find(W + "tblPr"), side.strict)))
            for row in within(block, W + "tr"):
                yield _Line("", ("row", look(row.find(W + "trPr"), side.strict)))
                for cell in within(row, W + "tc"):
                    yield _Line("", ("cell", look(cell.find(W + "tcPr"), side.strict)))
                    yield from _lines(cell, side)
    section = container.find(W + "sectPr")
    if section is not None:
        yield _Line("", look(section, side.strict))


def _paragraph(paragraph: etree._Element, side: Side) -> _Line:
    read = passage(paragraph, side)
    told: list[object] = []
    for atom in read.atoms[:-1]:
        if side.strict and atom.text:
            told += ((letter, side.look_of(bit.run)) for bit in atom.bits for letter in bit.text)
        else:
            told.append((atom.key, side.look_of(atom.bits[0].run)))
    properties = (look(one, side.strict) for one in (read.properties, read.mark, read.section))
    return _Line("".join(atom.text for atom in read.atoms), (told, *properties))
