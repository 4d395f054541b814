"""Numbers in front that changed, typed by hand or made by Word: one change a stretch."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from docgen.compare import sentences
from docgen.compare.couples import Couple
from docgen.compare.passages import Passage, counts
from docgen.compare.reading_changes import change
from docgen.model.change import Change


@dataclass
class _Stretch:
    """Passages of one level, one after the other, that all got another number."""

    at: list[int] = field(default_factory=list)
    couples: list[tuple[Passage, Passage]] = field(default_factory=list)


def renumbered(found: Sequence[Couple]) -> Iterator[tuple[int, Change]]:
    """Every stretch, with where it begins."""
    open_ones: dict[str, _Stretch] = {}
    for at, couple in enumerate(found):
        pair = _numbers(couple)
        if pair is None:
            continue
        level = f"{pair[1].where.rpartition('.')[0]} {pair[1].role}"
        if _same(*pair):
            yield from _closed(open_ones.pop(level, None))
        else:
            stretch = open_ones.setdefault(level, _Stretch())
            stretch.at.append(at)
            stretch.couples.append(pair)
    for stretch in open_ones.values():
        yield from _closed(stretch)


def _closed(stretch: _Stretch | None) -> Iterator[tuple[int, Change]]:
    if stretch:
        (a, b), (c, d) = stretch.couples[0], stretch.couples[-1]
        old, new = _shown(a, c), _shown(b, d)
        message = sentences.renumbered(b.where, (_name(a), _name(b)), (_name(c), _name(d)))
        yield stretch.at[0], change("replace", "renumbered", b.where, old, new, message)


def _numbers(couple: Couple) -> tuple[Passage, Passage] | None:
    """The two passages, or first cells of rows, whose numbers are to be compared."""
    old, new = couple.old, couple.new
    if old is None or new is None:
        return None
    if old.cells and new.cells:
        first, other = old.cells[0], new.cells[0]
        return (first, other) if counts(first) and counts(other) else None
    return (old, new) if old.mark or new.mark else None


def _same(old: Passage, new: Passage) -> bool:
    return _keys(old) == _keys(new)


def _keys(passage: Passage) -> list[str]:
    said = passage.tokens[: passage.mark] if passage.role != "table" else passage.tokens
    return [token.key for token in said if not token.blank]


def _name(passage: Passage) -> str:
    """Its path when that ends in its number, else the number itself."""
    number = passage.text if passage.role == "table" else passage.number
    bare = number.rstrip(".)-:/ ")
    return passage.path if bare and passage.path.split(".")[-len(bare.split(".")) :] == bare.split(".") else number


def _shown(first: Passage, last: Passage) -> str:
    return _name(first) if first is last else f"{_name(first)}–{_name(last)}"
