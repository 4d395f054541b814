"""Which passage of the old draft became which of the new one, and what was edited in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from docgen.alignment import Step, Unit, align
from docgen.compare.passages import BREAK, STORIES, Passage, joined, passages
from docgen.edits import Edit, edits, similarity
from docgen.model.document import Role
from docgen.model.reading import Reading
from docgen.tokens import Token

_SINGLE: tuple[Role, ...] = (
    "title", "superior", "issuer", "number", "place_date", "kind", "subject", "opening", "authority", "position",
    "signer", "recipients_label",
)  # fmt: skip
_IN_LISTS: tuple[Role, ...] = ("recipient", "basis")
_DEPTHS: tuple[Role, ...] = ("heading", "item", "dash")
_LIKE_CELLS = 0.5
_TELLING = 4  # keys of a cell that tell which row it is


@dataclass(frozen=True)
class Couple:
    """Two passages that belong together, or one alone; `move` counts the two ends of one moved, from 1. `edits` turn
    the tokens of one into those of the other; what differs only in blanks is equal in them."""

    old: Passage | None
    new: Passage | None
    edits: tuple[Edit, ...] = ()
    move: int = 0
    cells: tuple["Couple", ...] = ()

    @property
    def changed(self) -> list[Edit]:
        """Edits that are no equal stretches."""
        return [edit for edit in self.edits if edit.op != "equal"]


def couples(old: Reading, new: Reading, strict: bool) -> list[Couple]:
    """All passages of both drafts in reading order, story by story."""
    found: list[Couple] = []
    for story in STORIES:
        before, after = passages(old, story, strict), passages(new, story, strict)
        moves = max((couple.move for couple in found), default=0)
        found += _story(before, after, moves, strict)
    return found


def ends_of_moves(found: Sequence[Couple]) -> Iterator[tuple[int, int]]:
    """Where a moved passage was and where it is, by index."""
    gone = {couple.move: at for at, couple in enumerate(found) if couple.move and couple.old}
    come = {couple.move: at for at, couple in enumerate(found) if couple.move and couple.new}
    return ((gone[move], come[move]) for move in sorted(gone))


def coupled(old: Passage, new: Passage, strict: bool) -> Couple:
    """Two passages compared: by cells where both are rows, number and words each for themselves."""
    if old.cells and new.cells:
        return _rows(old, new, strict)
    found = [
        *_compared(old.tokens[: old.mark], new.tokens[: new.mark], strict),
        *_shifted(_compared(old.tokens[old.mark :], new.tokens[new.mark :], strict), old.mark, new.mark),
    ]
    return Couple(old, new, tuple(found))


def _story(old: Sequence[Passage], new: Sequence[Passage], moves: int, strict: bool) -> Iterator[Couple]:
    steps = align([_unit(one) for one in old], [_unit(one) for one in new])
    for step in _married(old, new, list(_lighter_moved(old, new, steps))):
        before, after = [old[at] for at in step.old], [new[at] for at in step.new]
        if before and after:
            yield coupled(joined(before), joined(after), strict)
        else:
            move = step.move + moves if step.move else 0
            yield Couple(before[0] if before else None, after[0] if after else None, move=move)


def _unit(passage: Passage) -> Unit:
    return Unit(passage.keys, "row" if passage.cells else "p")


def _lighter_moved(old: Sequence[Passage], new: Sequence[Passage], steps: Sequence[Step]) -> Iterator[Step]:
    """Of two neighbours that changed places the one below moved, not the one it stands under."""
    at = 0
    while at < len(steps):
        some = steps[at : at + 3]
        if _swapped(some) and _rank(_moving(some, old, new)) < _rank(new[some[1].new[0]]):
            yield from _other_way(*some)
            at += 3
        else:
            yield steps[at]
            at += 1


def _swapped(some: Sequence[Step]) -> bool:
    """One alone, one that stayed, and the first again."""
    if len(some) < len(("gone", "stayed", "come")) or not some[0].move or some[0].move != some[2].move:
        return False
    return len(some[1].old) == len(some[1].new) == 1


def _moving(some: Sequence[Step], old: Sequence[Passage], new: Sequence[Passage]) -> Passage:
    return old[some[0].old[0]] if some[0].old else new[some[0].new[0]]


def _other_way(first: Step, stayed: Step, last: Step) -> Iterator[Step]:
    yield Step((), stayed.new, first.move) if first.old else Step(stayed.old, (), first.move)
    yield Step(first.old or last.old, first.new or last.new)
    yield Step(stayed.old, (), first.move) if first.old else Step((), stayed.new, first.move)


def _rank(passage: Passage) -> int:
    """How deep a passage stands: headings first."""
    return _DEPTHS.index(passage.role) if passage.role in _DEPTHS else len(_DEPTHS)


def _married(old: Sequence[Passage], new: Sequence[Passage], steps: Sequence[Step]) -> Iterator[Step]:
    """Passages of which a paper has one (its signer) belong together however unlike they are, and so do a line of a
    list that went and the one that came in its place."""
    for lonely, group in groupby(steps, lambda step: not (step.old and step.new)):
        run = list(group)
        if not lonely:
            yield from run
            continue
        gone, come = [step for step in run if step.old], [step for step in run if step.new]
        yield from _in_order(gone, come, list(_marriages(gone, come, old, new)))


def _marriages(
    gone: Sequence[Step], come: Sequence[Step], old: Sequence[Passage], new: Sequence[Passage]
) -> Iterator[tuple[int, int]]:
    start = 0
    for at, step in enumerate(gone):
        if step.move:
            continue
        for other in range(start, len(come)):
            if not come[other].move and _belong(old[step.old[0]], new[come[other].new[0]]):
                yield at, other
                start = other + 1
                break


def _belong(old: Passage, new: Passage) -> bool:
    """Whether two passages are one, whatever else they say."""
    if old.cells and new.cells:
        pairs = zip(old.cells, new.cells, strict=False)
        return any(one.keys == other.keys and len(one.keys) >= _TELLING for one, other in pairs)
    return old.role == new.role and old.role in (*_SINGLE, *_IN_LISTS)


def _in_order(gone: Sequence[Step], come: Sequence[Step], pairs: Sequence[tuple[int, int]]) -> Iterator[Step]:
    i = j = 0
    for m, n in [*pairs, (len(gone), len(come))]:
        yield from (*gone[i:m], *come[j:n])
        if m < len(gone):
            yield Step(gone[m].old, come[n].new)
        i, j = m + 1, n + 1


def _compared(old: Sequence[Token], new: Sequence[Token], strict: bool) -> list[Edit]:
    found = edits([token.key for token in old], [token.key for token in new])
    if strict:
        return found
    return _merged([edit._replace(op="equal") if _only_blank(edit, old, new) else edit for edit in found])


def _only_blank(edit: Edit, old: Sequence[Token], new: Sequence[Token]) -> bool:
    before, after = old[edit.a : edit.b], new[edit.c : edit.d]
    return edit.op != "equal" and BREAK not in (*before, *after) and _bare(before) == _bare(after)


def _bare(said: Sequence[Token]) -> str:
    return "".join("".join([token.key for token in said]).split())


def _merged(found: Sequence[Edit]) -> list[Edit]:
    """Equal stretches of as many tokens on both sides that follow each other are one."""
    result: list[Edit] = []
    for edit in found:
        last = result[-1] if result else None
        if last and last.op == edit.op == "equal" and _even(last) and _even(edit):
            result[-1] = Edit("equal", last.a, edit.b, last.c, edit.d)
        else:
            result.append(edit)
    return result


def _even(edit: Edit) -> bool:
    return edit.b - edit.a == edit.d - edit.c


def _shifted(found: Sequence[Edit], old: int, new: int) -> Iterator[Edit]:
    return (Edit(edit.op, edit.a + old, edit.b + old, edit.c + new, edit.d + new) for edit in found)


def _rows(old: Passage, new: Passage, strict: bool) -> Couple:
    """A row compared cell by cell, by place, or by content where there are more or fewer."""
    cells: list[Couple] = []
    found: list[Edit] = []
    a = c = 0
    for before, after in _columns(old.cells, new.cells):
        cell = coupled(before, after, strict) if before and after else Couple(before, after)
        olds, news = len(before.tokens) + 1 if before else 0, len(after.tokens) + 1 if after else 0
        if before and after:
            ends = Edit("equal", olds - 1, olds, news - 1, news)
            found += _shifted([*cell.edits, ends], a, c)
        else:
            found.append(Edit("delete" if before else "insert", a, a + olds, c, c + news))
        cells.append(cell)
        a, c = a + olds, c + news
    return Couple(old, new, tuple(_merged(found)), cells=tuple(cells))


def _columns(old: Sequence[Passage], new: Sequence[Passage]) -> list[tuple[Passage | None, Passage | None]]:
    if len(old) == len(new):
        return list(zip(old, new, strict=True))
    return _by_heading(old, new)


def _by_heading(old: Sequence[Passage], new: Sequence[Passage]) -> list[tuple[Passage | None, Passage | None]]:
    """Cells of rows of different length: under the same heading, else alike, in order."""
    found: list[tuple[Passage | None, Passage | None]] = []
    start = 0
    for before in old:
        at = next((at for at in range(start, len(new)) if _same_column(before, new[at])), None)
        if at is None:
            found.append((before, None))
            continue
        found += [(None, after) for after in new[start:at]]
        found.append((before, new[at]))
        start = at + 1
    return [*found, *((None, after) for after in new[start:])]


def _same_column(old: Passage, new: Passage) -> bool:
    if old.column and new.column:
        return old.column == new.column
    return old.keys == new.keys or similarity(old.keys, new.keys, _LIKE_CELLS) > 0
