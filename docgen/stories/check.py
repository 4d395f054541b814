"""Files → findings: whoever made them. What the office waives or knows of is counted, the rest is told."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

from docgen.check.waivers import all_known, without_known, without_waived
from docgen.model.checked import SEVERE, Checked, CheckedFile
from docgen.model.copied import Copied
from docgen.model.waiver import Known
from docgen.stories.check_copies import write_copies
from docgen.stories.check_opening import Asked, Ready
from docgen.stories.check_sets import with_sets
from docgen.stories.checking import Judged, check_files, lost
from docgen.stories.crew import Lost, each_group, grouped, size_for
from docgen.stories.hands import Hands, hands_for
from docgen.workspace.baseline import write_baseline
from docgen.workspace.numbers import today
from docgen.workspace.writing import CANNOT

REFUSED = 3


def check(ready: Ready, asked: Asked, step: Callable[[str], None] = lambda file: None) -> Checked:
    """The whole story; `step` is called with each file's name when it is done. Raises Refused."""
    hands = hands_for(len(ready.tasks), None, None)
    try:
        judged = list(_each_judged(ready, hands, step))
    finally:
        hands.stop()
    every = [without_waived(file, ready.waivers, today()) for file in with_sets(ready.tasks, judged, ready.job.office)]
    known, recorded = _known(every, ready, asked)
    every = [without_known(file, known) for file in every]
    files, sets = tuple(every[: len(judged)]), tuple(every[len(judged) :])
    copies = _copies(ready, files) if ready.folders else ()
    return Checked(files, sets, copies, tuple(ready.problems), recorded, _exit_code(files, sets, copies))


def _each_judged(ready: Ready, hands: Hands, step: Callable[[str], None]) -> Iterator[Judged]:
    """Every file in order, wherever it was checked."""
    groups = grouped(ready.tasks, size_for(len(ready.tasks), hands.width))
    work = partial(check_files, ready.job.packed())
    for group in each_group(hands, work, groups, ready.job.seconds):
        for task, result in group:
            step(task.path.name)
            yield lost(task) if isinstance(result, Lost) else result


def _known(files: list[CheckedFile], ready: Ready, asked: Asked) -> tuple[Counter[Known], int | None]:
    """What the baseline knows; one that is not there yet is written, and how much was recorded."""
    if asked.baseline is None:
        return Counter(), None
    if ready.known is not None:
        return Counter(ready.known), None
    known = all_known(files)
    write_baseline(asked.baseline, known.elements())
    return known, known.total()


def _copies(ready: Ready, files: tuple[CheckedFile, ...]) -> tuple[Copied, ...]:
    """Copies with what is left to tell, and what of it can be mended."""
    pairs = zip(ready.tasks, files, strict=True)
    return write_copies(ready.folders, pairs, ready.job.forms, ready.job.seconds)


def _exit_code(files: tuple[CheckedFile, ...], sets: tuple[CheckedFile, ...], copies: tuple[Copied, ...]) -> int:
    """0 nothing to mend, 1 something, 3 no file could be read, 4 a copy could not be written."""
    if any(copy.problem and copy.problem.severity == "error" for copy in copies):
        return CANNOT
    if all(file.refused for file in files):
        return REFUSED
    severe = any(finding.severity in SEVERE for file in (*files, *sets) for finding in file.findings)
    return int(severe or any(file.refused for file in files))
