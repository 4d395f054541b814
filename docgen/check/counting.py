"""Counts the numbers of a body as they pass: what stands outside opens what stands inside anew."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from docgen.check.marks import ARABIC, ARTICLE, HEADINGS, Mark, mark_of
from docgen.model.reading import Placed


@dataclass
class _Series:
    """How far a series has come: what its next may follow, the number that should be next, where it stands."""

    follows: set[int]
    next: int = 1
    parents: tuple[str, ...] = ()
    number: str = ""
    passed: int = 0
    spoilt: bool = False


class Counting:
    """One walk through a body. `whole`: the first number of all must be a first one."""

    def __init__(self, whole: bool) -> None:
        self._whole = whole
        self._open: dict[int, _Series] = {}
        self._reached: dict[int, int] = {}
        self._headings: list[int] = []
        self._paragraphs = self._dashes = 0

    def jumps(self, body: Iterable[Placed]) -> Iterator[tuple[Placed, Mark, str]]:
        """Lines out of order, each with the number that should stand there."""
        for placed in body:
            mark = mark_of(placed)
            if mark is None:
                self._paragraphs += placed.role == "paragraph"
                self._dashes += placed.role == "dash"
            elif mark.value or mark.is_letter:
                expected = self._step(mark)
                if expected:
                    yield placed, mark, expected

    def _step(self, mark: Mark) -> str:
        depth = self._depth(mark)
        for deeper in [one for one in self._open if one > depth and one != ARTICLE]:
            del self._open[deeper]
        series = self._series(mark, depth)
        above = self._open.get(depth - 1)
        parent = above.number if depth > ARABIC and not mark.is_letter and above else ""
        right = mark.value - 1 in series.follows and (not parent or mark.parent in (parent, *series.parents))
        expected = "" if right or series.spoilt else mark.other(series.next, parent or mark.parent)
        self._go_on(series, mark, right)
        self._reached[depth] = mark.value
        return expected

    def _depth(self, mark: Mark) -> int:
        """A, B stand outside or inside I, II: as they are first met."""
        if not mark.is_heading:
            return mark.series
        if mark.series not in self._headings:
            self._headings.append(mark.series)
        return HEADINGS[0] + self._headings.index(mark.series)

    def _series(self, mark: Mark, depth: int) -> _Series:
        """The series a mark goes on with; a new one where a paragraph without a mark parts two lists."""
        series = self._open.get(depth)
        parted = series is not None and mark.value == 1 and self._passed(mark) > series.passed
        moved = series is not None and mark.parent not in series.parents and depth - 1 not in self._open
        if series is None or parted or moved:
            reached = self._reached.get(depth, 0)
            first = reached if reached or self._whole else mark.value - 1
            parents = () if depth - 1 in self._open else (mark.parent,)
            series = self._open[depth] = _Series({0, first}, parents=parents)
        return series

    def _go_on(self, series: _Series, mark: Mark, right: bool) -> None:
        """After a jump the next may follow what stands there or what should have; a list of letters is told once."""
        series.follows = {mark.value} if right else {mark.value, series.next}
        series.spoilt |= mark.is_letter and not right
        series.next = max(mark.value, 0 if right else series.next) + 1
        series.parents = (*series.parents, mark.parent)
        series.number, series.passed = mark.number, self._passed(mark)

    def _passed(self, mark: Mark) -> int:
        return self._paragraphs + (self._dashes if mark.is_letter else 0)
