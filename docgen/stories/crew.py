"""Many pieces of work in order, a few at a time, whatever happens to a worker.

A worker that dies or hangs takes its group with it: the hands are replaced and the pieces in flight are done again one
by one, so that only the guilty one is lost.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from itertools import chain, islice
from typing import TypeVar

from docgen.stories.hands import Hands

Piece = TypeVar("Piece")
Result = TypeVar("Result")
Work = Callable[[Sequence[Piece]], list[Result]]

LARGEST_GROUP = 32
_GRACE = 1.0  # seconds a worker has to tell by itself that its time is up


class Lost(Exception):
    """The worker of a piece died or did not answer in time."""


def size_for(count: int, width: int) -> int:
    """Groups large enough that handing out costs nothing, small enough that nobody waits at the end."""
    return max(1, min(LARGEST_GROUP, count // (2 * width)))


def grouped(pieces: Iterable[Piece], size: int) -> Iterator[list[Piece]]:
    """Pieces by groups of `size`; the last one may be smaller."""
    source = iter(pieces)
    return iter(lambda: list(islice(source, size)), [])


def each_group(
    hands: Hands, work: Work[Piece, Result], groups: Iterable[Sequence[Piece]], seconds: float
) -> Iterator[list[tuple[Piece, Result | Lost]]]:
    """Every group with its results, in order; never more groups in flight than the hands are wide."""
    source = iter(groups)
    waiting: deque[tuple[Sequence[Piece], Future[list[Result]]]] = deque()
    while True:
        waiting.extend((group, _handed(hands, work, group)) for group in islice(source, hands.width - len(waiting)))
        if not waiting:
            return
        group, future = waiting.popleft()
        try:
            results = future.result(seconds + _GRACE)
        except Exception:  # a dead or hung worker: which of the pieces did it?
            again = [group, *(group for group, _ in waiting)]
            waiting.clear()
            hands.restart()
            for piece in chain.from_iterable(again):
                result = _alone(hands, work, piece, seconds)
                yield [(piece, result)]
        else:
            yield list(zip(group, results, strict=True))


def _alone(hands: Hands, work: Work[Piece, Result], piece: Piece, seconds: float) -> Result | Lost:
    try:
        return _handed(hands, work, [piece]).result(seconds + _GRACE)[0]
    except Exception as error:
        hands.restart()
        return Lost(type(error).__name__)


def _handed(hands: Hands, work: Work[Piece, Result], group: Sequence[Piece]) -> Future[list[Result]]:
    """The future of a group; an executor too broken to take it gives one that failed."""
    try:
        return hands.executor.submit(work, group)
    except Exception as broken:
        failed: Future[list[Result]] = Future()
        failed.set_exception(broken)
        return failed
