"""Two drafts, or two folders of them → what changed; what units share is told once."""

from collections.abc import Callable, Iterator
from functools import partial

from docgen.compare.sets import compare_sets
from docgen.model.compared import Pair, PairedSet
from docgen.stories.crew import Lost, each_group, grouped, size_for
from docgen.stories.diff_opening import Asked, Ready
from docgen.stories.diff_pair import REFUSED, compare_pair, compare_pairs, lost
from docgen.stories.hands import Hands, hands_for
from docgen.workspace.writing import CANNOT


def diff_files(ready: Ready) -> Pair:
    """The two papers. Raises Refused when one cannot be read."""
    (task,) = ready.tasks
    return compare_pair(ready.job, task)


def diff_folders(ready: Ready, asked: Asked, step: Callable[[str], None] = lambda unit: None) -> PairedSet:
    """Every pair, then what they have in common; `step` is called with each unit when it is done."""
    hands = hands_for(len(ready.tasks), None, None)
    try:
        pairs = tuple(_each_pair(ready, hands, step))
    finally:
        hands.stop()
    groups, singles = compare_sets((pair.unit, pair.comparison) for pair in pairs if pair.comparison)
    unpaired = tuple(map(str, ready.unpaired))
    return PairedSet(
        str(asked.old), str(asked.new), pairs, tuple(groups), tuple(singles), unpaired, _exit_code(pairs, unpaired)
    )


def _each_pair(ready: Ready, hands: Hands, step: Callable[[str], None]) -> Iterator[Pair]:
    """Every pair in order, wherever it was compared."""
    groups = grouped(ready.tasks, size_for(len(ready.tasks), hands.width))
    work = partial(compare_pairs, ready.job.packed())
    for group in each_group(hands, work, groups, _STEPS * ready.job.seconds):
        for task, result in group:
            step(task.unit)
            yield lost(task) if isinstance(result, Lost) else result


_STEPS = 4  # reading both, comparing, the redline: each may take its time


def _exit_code(pairs: tuple[Pair, ...], unpaired: tuple[str, ...]) -> int:
    """0 nothing differs, 1 something to see, 3 no pair could be read, 4 a redline does not hold."""
    codes = [pair.exit_code for pair in pairs]
    if CANNOT in codes:
        return CANNOT
    if all(code == REFUSED for code in codes):
        return REFUSED
    return int(any(codes) or bool(unpaired))
