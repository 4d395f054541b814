"""Wording of another level or another unit that stayed in a paper: judged by the kind that issues it."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from docgen.check.names import Names
from docgen.model.document import Document, paths
from docgen.model.register import Register, proper_name
from docgen.model.unit import Unit

_AROUND = 30
_REMEMBERED = 8192  # texts: paragraphs and cells, most of them the same in every paper of a kind


@dataclass(frozen=True)
class Leftover:
    """A foreign phrase and where it stands."""

    phrase: str
    path: str
    snippet: str


class Phrase(NamedTuple):
    """A phrase of another level, or a name: foreign only to those it does not belong to."""

    start: int
    is_name: bool
    phrase: str


class Detector:
    """Looks for foreign wording in papers: what a text holds is remembered, whose paper it is is asked each time."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._seen = lru_cache(_REMEMBERED)(self._look)

    def find(self, document: Document, unit: Unit, register: Register, named: Collection[str] = ()) -> list[Leftover]:
        """Every foreign phrase of a paper; `named` are units its own data names on purpose."""
        phrases = self.of(unit, register, named)
        found = [(index, text, seen) for index, text in _texts(document) for seen in phrases(text)]
        places = paths(document.blocks) if found else []
        return [
            Leftover(seen.phrase, places[index] or document.blocks[index].role, _around(text, seen))
            for index, text, seen in found
        ]

    def of(self, unit: Unit, register: Register, named: Collection[str] = ()) -> Callable[[str], Iterator[Phrase]]:
        """What finds the phrases of a text that are foreign to one unit."""
        foreign = "|".join(register.kind_of(unit).foreign)
        is_other = self._judge(unit, register, named)
        return lambda text: _apart(self._seen(text, foreign), is_other)

    def _look(self, text: str, foreign: str) -> Sequence[Phrase]:
        names = (Phrase(start, True, name) for start, name in self._names.within(text))
        phrases = (Phrase(found.start(), False, found.group()) for found in re.finditer(foreign, text) if found.group())
        return sorted((*phrases, *names), key=lambda seen: (seen.start, seen.is_name))

    def _judge(self, unit: Unit, register: Register, named: Collection[str]) -> Callable[[str], bool]:
        """Whether a name is another's; the top of a line may speak of everyone."""
        line = list(register.line_of(unit))
        if len(line) == 1:
            return lambda name: False
        own = {above.id for above in line}.union(named)
        kept = {name for above in line for name in (proper_name(above, register.kind_of(above)), above.spoken)}
        return lambda name: name not in kept and self._names.is_other(name, unit.kind, own)


def _texts(document: Document) -> Iterator[tuple[int, str]]:
    """Paragraphs and cells, each with the index of its block."""
    for index, block in enumerate(document.blocks):
        if block.rows:
            yield from ((index, cell) for row in block.rows for cell in row)
        else:
            yield index, block.text


def _apart(seen: Sequence[Phrase], is_other: Callable[[str], bool]) -> Iterator[Phrase]:
    """What is foreign; of phrases that overlap only the first."""
    end = 0
    for one in seen:
        if one.start >= end and (not one.is_name or is_other(one.phrase)):
            yield one
            end = one.start + len(one.phrase)


def _around(text: str, seen: Phrase) -> str:
    return text[max(0, seen.start - _AROUND) : seen.start + len(seen.phrase) + _AROUND]
