"""Changes as the rows of a review sheet: place, before, after, kind, in words."""

from collections.abc import Iterator

from docgen.model.change import Change
from docgen.model.compared import Pair, PairedSet
from docgen.show.diff_words import TYPES, place, sharers

Row = tuple[str, str, str, str]
_BY_WORDS = ("insert", "delete", "replace", "row", "cell", "note", "header")  # not a move, no look


def pair_rows(pair: Pair) -> Iterator[Row]:
    """Two papers."""
    for change in pair.comparison.changes if pair.comparison else ():
        yield _row(change, "")


def set_rows(compared: PairedSet) -> Iterator[Row]:
    """Two folders: common changes first, with the units that share them."""
    for group in compared.groups:
        yield _row(group.change, sharers(group.units))
    for single in compared.singles:
        yield _row(single.change, single.unit)


def _row(change: Change, units: str) -> Row:
    where = "\n".join(filter(None, (units, place(change.path))))
    old, new = (change.old, change.new) if change.kind in _BY_WORDS and (change.old or change.new) else _told(change)
    return where, old, new, TYPES[change.type]


def _told(change: Change) -> tuple[str, str]:
    """What moved stands there once; what has another look or number is told by its sentence."""
    return "", change.message.vi
