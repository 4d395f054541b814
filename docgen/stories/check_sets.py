"""Papers of one folder against each other: what one alone does not show."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from docgen.check.set_facts import SetFacts
from docgen.check.sets import check_set
from docgen.model.checked import CheckedFile
from docgen.model.finding import Finding
from docgen.stories.checking import Judged, Task
from docgen.stories.duties import Office


def with_sets(tasks: Sequence[Task], judged: Sequence[Judged], office: Office | None) -> Iterator[CheckedFile]:
    """Every file with what its set tells of it, then every folder with what is wrong with the set as a whole."""
    by_file: dict[str, list[Finding]] = {}
    folders = []
    plan, register = (office.plan, office.register) if office else (None, None)
    for folder, papers in _sets(tasks, judged).items():
        found, whole = check_set(papers, plan, register)
        by_file |= found
        folders.append(CheckedFile(folder, findings=tuple(whole)))
    for one in judged:
        yield replace(one.told, findings=(*one.told.findings, *by_file.get(one.told.file, ())))
    yield from folders


def _sets(tasks: Sequence[Task], judged: Sequence[Judged]) -> dict[str, list[tuple[str, SetFacts]]]:
    """Papers that could be read, by the folder they were named with."""
    sets: dict[str, list[tuple[str, SetFacts]]] = {}
    for task, one in zip(tasks, judged, strict=True):
        if task.folder and one.facts:
            sets.setdefault(task.folder, []).append((task.file, one.facts))
    return sets
