"""Words that stand in letters of a kind, wherever they are in a paper, and how a fault of letters is told."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from docgen.check.draft import Draft
from docgen.check.rule import Fault
from docgen.check.shares import spread
from docgen.model.finding import Said
from docgen.model.reading import Letters, Line, Piece, Placed

FEW = 0.2  # of a line: words pasted in
_MOST = 0.5
_EVERYWHERE = Said("Phần lớn văn bản", "Most of the paper")


@dataclass(frozen=True)
class Stretch:
    """The first words of a line, or of a table, in such letters; `count` all characters in them there, `share` what
    part of the line that is (0–1)."""

    at: Placed | Line
    words: str
    letters: Letters
    count: int
    share: float


def visible(piece: Piece) -> bool:
    """Whether a piece holds words: signs alone may stand in any letters."""
    return any(map(str.isalnum, piece.text))


def stretches(draft: Draft, sought: Callable[[Letters], bool]) -> Iterator[Stretch]:
    """Words whose letters are sought, line by line; a table of data is told once."""
    known = {id(letters) for letters in draft.letters if sought(letters)}
    tables: set[int] = set()
    for at in draft.written if known else ():
        line = at.line if isinstance(at, Placed) else at
        found = [piece for piece in line.pieces if id(piece.letters) in known and visible(piece)]
        if found and not (line.cell and line.cell.data and line.cell.table in tables):
            tables.update([line.cell.table] if line.cell and line.cell.data else ())
            yield _stretch(at, line, found)


def _stretch(at: Placed | Line, line: Line, found: Sequence[Piece]) -> Stretch:
    count = sum(len(piece.text) for piece in found)
    return Stretch(at, found[0].text.strip(), found[0].letters, count, count / max(len(line.words), 1))


def softened(fault: Fault, slight: object) -> Fault:
    """A warning where it is slight."""
    return replace(fault, severity="warning") if slight else fault


def gathered(draft: Draft, faults: Sequence[tuple[Fault, int]]) -> Iterator[Fault]:
    """Faults, each with how many characters it touches: one alone when most of the body has it, else the first of them
    and the rest; sentences begin with {where}."""
    body = {id(placed) for placed in draft.prose} if len(faults) > 1 else set()
    touched = sum(count for fault, count in faults if id(fault.at) in body)
    if body and touched > _MOST * sum(len(placed.text) for placed in draft.prose):
        yield replace(faults[0][0], severity=None, words={**faults[0][0].words, "where": _EVERYWHERE})
    else:
        yield from spread([fault for fault, _ in faults], len(draft.written))
