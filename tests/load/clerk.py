"""A clerk's slip in a shipped file, and the one problem it must give.

`new` holds a `¦` where the problem must point: it is taken out before the file is written.
"""

from pathlib import Path
from typing import NamedTuple

from docgen.problems import Problem, errors
from docgen.stories.opening import open_workbook
from docgen.workspace.folder import Workspace

UNITS, KINDS = "data/don-vi.yaml", "data/loai-don-vi.yaml"
PLAN, FORM = "data/ke-hoach/kl50.yaml", "data/the-thuc/hd36.yaml"
MARK = "¦"
ALL = "all"


class Slip(NamedTuple):
    """One edit; what it gives: code, words of message or remedy; which unit it stops, or ALL."""

    name: str
    old: str
    new: str
    code: str
    says: tuple[str, ...]
    stops: str = "than-uyen"


def make(folder: Path, file: str, *edits: tuple[str, str]) -> None:
    """Edit a file the way a clerk would; the old text must be there."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new.replace(MARK, ""), 1)
    path.write_text(text, encoding="utf-8")


def told(folder: Path) -> tuple[list[Problem], set[str]]:
    """Every problem of a workspace, each once, and the units it stops (ALL when the run is refused)."""
    opened, problems = open_workbook(Workspace(folder, None), None)
    if opened is None:
        return problems, {ALL}
    book = opened.workbook
    if book.refused:
        return list(book.problems), {ALL}
    found = dict.fromkeys([*book.problems, *(one for own in book.faults.by_unit.values() for one in own)])
    return list(found), {unit for unit in book.faults.by_unit if book.faults.stops(unit)}


def assert_told(folder: Path, file: str, slip: Slip) -> None:
    """Exactly one problem, where the clerk slipped, and nobody else is harmed."""
    before = (folder / file).read_text(encoding="utf-8")
    assert slip.old in before, slip.old
    marked = before.replace(slip.old, slip.new, 1)
    make(folder, file, (slip.old, slip.new))
    found, stopped = told(folder)
    assert [problem.code for problem in found] == [slip.code], found
    above = marked[: marked.index(MARK)]
    line, column = above.count("\n") + 1, len(above) - above.rfind("\n")
    assert str(found[0].place) == f"{file}:{line}:{column}"
    assert stopped == {slip.stops}
    sentence = f"{found[0].message} {found[0].remedy}"
    assert all(words in sentence for words in slip.says), sentence


def assert_silent(folder: Path, file: str, *edits: tuple[str, str]) -> None:
    """Near misses: nothing to say."""
    make(folder, file, *edits)
    found, stopped = told(folder)
    assert not errors(found) and not stopped
