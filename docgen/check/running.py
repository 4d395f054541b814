"""The sentences of a paper, looked through by patterns; finds are remembered: papers of a set share paragraphs."""

import re
from collections.abc import Iterator, Sequence

from docgen.model.reading import Placed

_AROUND = 30
_REMEMBERED = 8_192  # paragraphs
_FOUND: dict[int, dict[str, tuple[re.Match[str], ...]]] = {}


class RunningText:
    """Lines of a paper that are sentences or parts of them."""

    def __init__(self, lines: Sequence[Placed]) -> None:
        self.lines = lines

    def finds(self, pattern: re.Pattern[str]) -> Iterator[tuple[Placed, re.Match[str]]]:
        """Every find of a pattern with its line."""
        for placed in self.lines:
            for found in finds(pattern, placed.text):
                yield placed, found

    def firsts(self, pattern: re.Pattern[str]) -> Iterator[tuple[Placed, re.Match[str]]]:
        """The first find of a pattern in every line."""
        for placed in self.lines:
            for found in finds(pattern, placed.text)[:1]:
                yield placed, found


def finds(pattern: re.Pattern[str], text: str) -> tuple[re.Match[str], ...]:
    """Every find of a pattern in a paragraph. Patterns are constants: told apart by what they are, not by their text,
    whose hash would cost more than the search."""
    known = _FOUND.setdefault(id(pattern), {})
    found = known.get(text)
    if found is None:
        if len(known) >= _REMEMBERED:
            known.clear()
        found = known[text] = tuple(pattern.finditer(text))
    return found


def around(found: re.Match[str]) -> str:
    """A find with the words beside it."""
    return found.string[max(0, found.start() - _AROUND) : found.end() + _AROUND].strip()
