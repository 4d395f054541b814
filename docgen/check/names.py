"""Names of units and of their places, found in a text however many there are."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import chain

from docgen.model.register import proper_name
from docgen.model.unit import Kind, Unit


class Names:
    """Who bears which name: places that have a committee of their own, and what units of a kind are called."""

    def __init__(self, units: Iterable[Unit], kinds: Mapping[str, Kind]) -> None:
        self._places: dict[str, list[str]] = {}
        self._called: dict[tuple[str, str], list[str]] = {}
        for unit in units:
            kind = kinds[unit.kind]
            place = proper_name(unit, kind)
            if place and kind.party_organisation and unit.place.endswith(place):
                self._places.setdefault(place, []).append(unit.id)
            self._called.setdefault((unit.kind, unit.spoken), []).append(unit.id)
        self._all = frozenset([*self._places, *(name for _, name in self._called)])
        self._heads = _heads(self._all)
        self._lengths = self._lengths_by_head()

    def _lengths_by_head(self) -> dict[str, list[int]]:
        found: dict[str, set[int]] = {}
        for name in self._all:
            for head in self._heads.findall(name)[:1]:
                found.setdefault(head, set()).add(len(name))
        return {head: sorted(lengths) for head, lengths in found.items()}

    def within(self, text: str) -> Iterator[tuple[int, str]]:
        """Every whole name in a text with its place; of several that start together the shortest first."""
        for head in self._heads.finditer(text):
            start = head.start()
            ends = (start + length for length in self._lengths.get(head.group(), ()) if start + length <= len(text))
            for end in ends:
                if text[start:end] in self._all and not _WORD.match(text, end):
                    yield start, text[start:end]

    def bearers(self, texts: Iterable[str]) -> set[str]:
        """Ids of all units whose name, or whose place, stands in one of the texts."""
        found = {name for text in texts for _, name in self.within(text)}
        called = (units for (_, name), units in self._called.items() if name in found)
        return set(chain.from_iterable([*(self._places.get(name, ()) for name in found), *called]))

    def is_other(self, name: str, kind: str, own: Container[str]) -> bool:
        """Whether a unit outside `own` bears the name: as its place, or as what one of `kind` is called."""
        bearers = chain(self._places.get(name, ()), self._called.get((kind, name), ()))
        return any(unit not in own for unit in bearers)


_WORD = re.compile(r"\w")


def _heads(names: Iterable[str]) -> re.Pattern[str]:
    """First words that may open a name: no more than one look-up for each capitalised word of a text."""
    letters = "".join(sorted({re.escape(name[0]) for name in names}))
    return re.compile(rf"(?<!\w)[{letters}]\w*" if letters else r"(?!)")
