"""Readings made from a few lines of text, without Word."""

import re
from collections.abc import Sequence

from docgen.model.document import Block, Document, Role, paths
from docgen.model.reading import Letters, Line, Piece, Placed, Reading, Section

_NUMBER = re.compile(r"([IVX]+)- |(\d+)\. |(-) ")
_LETTERS = Letters(14.0, font="Times New Roman")
_LEVELS = {"heading": 1, "item": 2, "dash": 3, "paragraph": 2}


def draft(texts: Sequence[str]) -> Reading:
    """A paper whose body are these lines: `I- …` a heading, `1. …` an item, `- …` a dash, else a paragraph."""
    blocks = [_block(text) for text in texts]
    lines = [
        Placed(Line((Piece(text, _LETTERS),), paragraph=count), block.role, number=block.number, path=path)
        for count, (text, block, path) in enumerate(zip(texts, blocks, paths(blocks), strict=True), 1)
    ]
    return Reading(Document("hd36", tuple(blocks)), tuple(lines), (Section(210, 297, 20, 20, 30, 15, 10),))


def _block(text: str) -> Block:
    found = _NUMBER.match(text)
    number = next(filter(None, found.groups())) if found else ""
    role: Role = "paragraph" if not found else "heading" if found[1] else "item" if found[2] else "dash"
    return Block(role, number=number, level=_LEVELS[role])
