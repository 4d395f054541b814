"""Wording of another level or another unit that stayed in a paper: judged by the kind that issues it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from docgen.model.document import Document, paths
from docgen.model.register import Register, proper_name
from docgen.model.unit import Unit

_AROUND = 30


@dataclass(frozen=True)
class Leftover:
    """A foreign phrase and where it stands."""

    phrase: str
    path: str
    snippet: str


def find_leftovers(document: Document, unit: Unit, register: Register, named: Iterable[str] = ()) -> list[Leftover]:
    """Every foreign phrase of a paper; `named` are units its own data names on purpose."""
    kind = register.kind_of(unit)
    pattern = "|".join([*kind.foreign, *map(_whole, sorted(_other_names(unit, register, set(named))))])
    return list(_search(document, re.compile(pattern))) if pattern else []


def _whole(name: str) -> str:
    return rf"(?<!\w){re.escape(name)}(?!\w)"


def _other_names(unit: Unit, register: Register, named: set[str]) -> Iterator[str]:
    """Names of units of the same kind, and of places that have a committee of their own."""
    own_line = list(register.line_of(unit))
    kept = {name for above in own_line for name in (proper_name(above, register.kind_of(above)), above.spoken)}
    issuer = own_line[-1].id == unit.id
    for other in register.units.values():
        if other in own_line or other.id in named or issuer:
            continue
        kind = register.kind_of(other)
        place = proper_name(other, kind)
        if kind.party_organisation and other.place.endswith(place) and place not in kept:
            yield place
        if other.kind == unit.kind and other.spoken not in kept:
            yield other.spoken


def _search(document: Document, pattern: re.Pattern[str]) -> Iterator[Leftover]:
    for block, path in zip(document.blocks, paths(document.blocks), strict=True):
        texts = [cell for row in block.rows for cell in row] or [block.text]
        for text in texts:
            for found in pattern.finditer(text):
                around = text[max(0, found.start() - _AROUND) : found.end() + _AROUND]
                yield Leftover(found.group(), path or block.role, around)
