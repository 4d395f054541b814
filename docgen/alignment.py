"""Which block of an old text became which of a new one: anchors, likeness inside gaps, splits, merges, moves."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from docgen.edits import grown, similarity

_ALIKE = 0.5  # share of tokens in common from which two blocks of a gap are one block changed
_MOVED = 0.6  # the same for a block that also moved
_LEAD = 0.1  # by which a moved block must be liker to its pair than to any other
_SHORT = 8  # tokens: shorter blocks move only unchanged
_LEAST = 4  # tokens: shorter ones are not said to move
_GAP = 90_000  # pairs of blocks in one gap that are weighed; larger gaps are aligned by equal blocks only
_SIEVE = 0.7  # of the likeness asked for must be there in keys, whatever their order, before the order is looked at
_JOINED = 0.85  # likeness from which one block is two others joined


_BLOCK = 1_000_000  # weight of a block among those that move, above all tokens of a paper
_SINGLE_FIRST = 0.999  # one block for one is preferred to a split or a merge as like
_JOINTS = ((1, 1), (1, 2), (2, 1))
Way = tuple[int, int, int, int]  # where it ends on both sides, how many blocks it takes of each


@dataclass(frozen=True)
class Unit:
    """A block to align: its keys, and a sort that must agree (paragraph, table …); paragraphs alone split and join."""

    keys: tuple[str, ...]
    sort: str = "p"

    @property
    def empty(self) -> bool:
        """Whether it says nothing: it never anchors."""
        return not any(key.strip() for key in self.keys)


@dataclass(frozen=True)
class Step:
    """One step of the way: blocks `old` became `new`, by index. One empty side is a deletion or an insertion; `move`
    counts pairs of them that are one block moved, from 1."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    move: int = 0


def align(old: Sequence[Unit], new: Sequence[Unit]) -> list[Step]:
    """Steps in order: every block of both sides stands in exactly one."""
    pairs = _pairs(old, new)
    steps = list(_steps(old, new, pairs))
    return _with_moves(old, new, steps)


def _pairs(old: Sequence[Unit], new: Sequence[Unit]) -> list[tuple[int, int]]:
    """Equal blocks in rising order: those that stand once on both sides first, then their equal neighbours."""
    unique = _unique(old, new)
    anchors = _rising({pair: _weight(old, new, pair, unique) for pair in unique.items()})
    found: list[tuple[int, int]] = []
    for (i, j), (m, n) in zip([(-1, -1), *anchors], [*anchors, (len(old), len(new))], strict=True):
        found += _equal_from_ends(old, new, (i + 1, m), (j + 1, n))
        if m < len(old):
            found.append((m, n))
    return sorted(found)


def _unique(old: Sequence[Unit], new: Sequence[Unit]) -> dict[int, int]:
    """Blocks that stand once on both sides, by index."""

    def once(units: Sequence[Unit]) -> dict[Unit, int]:
        places: dict[Unit, int] = {}
        for at, unit in enumerate(units):
            places[unit] = -1 if unit in places else at
        return {unit: at for unit, at in places.items() if at >= 0 and not unit.empty}

    first, second = once(old), once(new)
    return {at: second[unit] for unit, at in first.items() if unit in second}


def _weight(old: Sequence[Unit], new: Sequence[Unit], pair: tuple[int, int], unique: Mapping[int, int]) -> int:
    """What moves when a pair does: it and the boilerplate beside it; of as many blocks, the tokens of its own."""
    i, j = pair
    along = _along(old, new, range(i + 1, len(old)), range(j + 1, len(new)), unique)
    along += _along(old, new, range(i - 1, -1, -1), range(j - 1, -1, -1), unique)
    return _BLOCK * (1 + along) + min(len(old[i].keys), _BLOCK // len(old))


def _along(old: Sequence[Unit], new: Sequence[Unit], rows: range, columns: range, unique: Mapping[int, int]) -> int:
    both = takewhile(lambda at: at[0] not in unique and old[at[0]] == new[at[1]], zip(rows, columns, strict=False))
    return sum(not old[i].empty for i, _ in both)


def _rising(weights: Mapping[tuple[int, int], int]) -> list[tuple[int, int]]:
    """The heaviest run of pairs that rise on both sides: `ends` and what they weigh rise together."""
    ends: list[int] = []
    sums: list[int] = []
    last: list[tuple[int, int]] = []
    back: dict[tuple[int, int], tuple[int, int] | None] = {}
    for pair in sorted(weights):
        at = stop = bisect_left(ends, pair[1])
        total = weights[pair] + (sums[at - 1] if at else 0)
        back[pair] = last[at - 1] if at else None
        while stop < len(ends) and sums[stop] <= total:
            stop += 1
        ends[at:stop], sums[at:stop], last[at:stop] = [pair[1]], [total], [pair]
    found: list[tuple[int, int]] = []
    one = last[-1] if last else None
    while one:
        found.append(one)
        one = back[one]
    return found[::-1]


def _equal_from_ends(
    old: Sequence[Unit], new: Sequence[Unit], rows: tuple[int, int], columns: tuple[int, int]
) -> list[tuple[int, int]]:
    (a, b), (c, d) = rows, columns
    found = []
    while a < b and c < d and old[a] == new[c]:
        found.append((a, c))
        a, c = a + 1, c + 1
    while a < b and c < d and old[b - 1] == new[d - 1]:
        b, d = b - 1, d - 1
        found.append((b, d))
    return found


def _steps(old: Sequence[Unit], new: Sequence[Unit], pairs: Sequence[tuple[int, int]]) -> Iterator[Step]:
    i = j = 0
    for m, n in [*pairs, (len(old), len(new))]:
        yield from _gap(old, new, range(i, m), range(j, n))
        if m < len(old):
            yield Step((m,), (n,))
        i, j = m + 1, n + 1


def _gap(old: Sequence[Unit], new: Sequence[Unit], rows: range, columns: range) -> Iterator[Step]:
    """Blocks between two anchors, order kept: the way of most likeness over all pairs, splits and merges."""
    if not rows or not columns or len(rows) * len(columns) > _GAP:
        yield from (Step((i,), ()) for i in rows)
        yield from (Step((), (j,)) for j in columns)
        return
    came = _way(_likes(old[rows.start : rows.stop], new[columns.start : columns.stop]), len(rows), len(columns))
    i, j, found = len(rows), len(columns), []
    while i or j:
        up, left = came[i][j]
        found.append(Step(tuple(rows[i - up : i]), tuple(columns[j - left : j])))
        i, j = i - up, j - left
    yield from reversed(found)


def _way(likes: Mapping[Way, float], rows: int, columns: int) -> list[list[tuple[int, int]]]:
    """For every corner how the best way came there: blocks of either side it took last."""
    score = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    came = [[(0, 1)] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows + 1):
        for j in range(columns + 1):
            best, way = (score[i][j - 1], (0, 1)) if j else (0.0, (1, 0))
            if i and score[i - 1][j] >= best:
                best, way = score[i - 1][j], (1, 0)
            for up, left in _JOINTS:
                like = likes.get((i, j, up, left))
                if like is not None and score[i - up][j - left] + like > best:
                    best, way = score[i - up][j - left] + like, (up, left)
            score[i][j], came[i][j] = best, way
    return came


def _likes(old: Sequence[Unit], new: Sequence[Unit]) -> dict[Way, float]:
    """Likeness times weight of every pair, split and merge that may be one block, by where it ends and what it takes.

    What two blocks have in common at most is counted in bits before their order is looked at.
    """
    ids: dict[str, int] = {}
    first, second = [_mask(unit, ids) for unit in old], [_mask(unit, ids) for unit in new]
    found: dict[Way, float] = {}
    inside: dict[tuple[int, int], tuple[bool, bool]] = {}
    for i, mine in enumerate(first):
        own = mine.bit_count()
        for j, other in enumerate(second):
            common, theirs = (mine & other).bit_count(), other.bit_count()
            if 2 * common >= _SIEVE * _ALIKE * (own + theirs) or (common and common == min(own, theirs)):
                _add(found, (i + 1, j + 1, 1, 1), old[i : i + 1], new[j : j + 1], _ALIKE)
            if common:
                inside[i, j] = common >= _JOINED * own, common >= _JOINED * theirs
    for (i, j), (old_in_new, new_in_old) in inside.items():
        if old[i].sort != "p":
            continue
        if old_in_new and inside.get((i + 1, j), (False, False))[0]:
            _add(found, (i + 2, j + 1, 2, 1), old[i : i + 2], new[j : j + 1], _JOINED)
        if new_in_old and inside.get((i, j + 1), (False, False))[1]:
            _add(found, (i + 1, j + 2, 1, 2), old[i : i + 1], new[j : j + 2], _JOINED)
    return found


def _add(found: dict[Way, float], way: Way, old: Sequence[Unit], new: Sequence[Unit], floor: float) -> None:
    if len({unit.sort for unit in (*old, *new)}) > 1:
        return
    one, other = [key for unit in old for key in unit.keys], [key for unit in new for key in unit.keys]
    like = similarity(one, other, floor)
    if not like and floor == _ALIKE and grown(one, other):
        like = _ALIKE
    if like:
        found[way] = like * (len(one) + len(other) + 1) * (1.0 if floor == _ALIKE else _SINGLE_FIRST)


def _mask(unit: Unit, ids: dict[str, int]) -> int:
    mask = 0
    for key in unit.keys:
        if not key.isspace():
            mask |= 1 << ids.setdefault(key, len(ids))
    return mask


def _with_moves(old: Sequence[Unit], new: Sequence[Unit], steps: list[Step]) -> list[Step]:
    """Deletions and insertions that are one block moved get a common count; what stands several times in a draft is
    boilerplate, of which nobody can say that it moved."""
    before, after = Counter(old), Counter(new)
    alone = {unit for unit in (*before, *after) if before[unit] <= 1 and after[unit] <= 1 and _can_move(unit)}
    gone = [at for at, step in enumerate(steps) if not step.new and old[step.old[0]] in alone]
    come = [at for at, step in enumerate(steps) if not step.old and new[step.new[0]] in alone]
    marked = dict(_moved(old, new, steps, gone, come))
    if not marked:
        return steps
    numbers = {at: count for count, at in enumerate(sorted(marked), 1)}
    numbers |= {marked[at]: count for at, count in numbers.items()}
    return [Step(step.old, step.new, numbers.get(at, 0)) for at, step in enumerate(steps)]


def _can_move(unit: Unit) -> bool:
    return sum(not key.isspace() for key in unit.keys) >= _LEAST


def _moved(
    old: Sequence[Unit], new: Sequence[Unit], steps: list[Step], gone: list[int], come: list[int]
) -> Iterator[tuple[int, int]]:
    """Pairs that are liker to each other than to any other block, on both sides."""
    if len(gone) * len(come) > _GAP:
        return
    ids: dict[str, int] = {}
    left = {i: (old[steps[i].old[0]], _mask(old[steps[i].old[0]], ids)) for i in gone}
    right = {j: (new[steps[j].new[0]], _mask(new[steps[j].new[0]], ids)) for j in come}
    scores = {(i, j): _move_score(*left[i], *right[j]) for i in gone for j in come}
    for i in gone:
        ranked = sorted(((scores[i, j], j) for j in come), reverse=True)
        if not ranked or not ranked[0][0]:
            continue
        best, j = ranked[0]
        rivals = [other for other, _ in ranked[1:]] + [scores[k, j] for k in gone if k != i]
        if all(other + _LEAD <= best for other in rivals):
            yield i, j


def _move_score(old: Unit, mine: int, new: Unit, other: int) -> float:
    if old.sort != new.sort or 2 * (mine & other).bit_count() < _SIEVE * _MOVED * (
        mine.bit_count() + other.bit_count()
    ):
        return 0.0
    if old.keys == new.keys:
        return 1.0
    words = min(sum(not key.isspace() for key in unit.keys) for unit in (old, new))
    return similarity(old.keys, new.keys, _MOVED) if words >= _SHORT else 0.0
