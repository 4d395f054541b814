"""One paper made anew whenever its data or its template is saved."""

from dataclasses import dataclass
from pathlib import Path

from docgen.load.workbook import Workbook
from docgen.problems import Problem
from docgen.stories.build import Render, build
from docgen.stories.opening import Opened, open_workbook
from docgen.stories.run import Built, Wanted
from docgen.workspace.folder import Refused, find_workspace


@dataclass(frozen=True)
class Watched:
    """What the user asked for: where the workspace is, and, unless None, which plan and which unit."""

    root: Path
    out: Path
    plan: str | None = None
    unit: str | None = None


class Watch:
    """Rebuilds the unit named, else the first one whose own data changed, else the same one as last time."""

    def __init__(self, watched: Watched, render: Render) -> None:
        self._watched, self._render = watched, render
        self._known: Workbook | None = None
        self._unit = watched.unit

    def begin(self) -> tuple[Built | None, list[Problem]]:
        """The data as they are now, and the paper of a unit that is named. Raises Refused for an unknown one."""
        if self._watched.unit is None:
            opened, problems = self._opened()
            return None, problems or self._remember(opened)
        built, problems = self.rebuild()
        for made in built.made if built else ():
            if unknown := next((problem for problem in made.problems if problem.code == "unit.unknown"), None):
                raise Refused(unknown)
        return built, problems

    def rebuild(self) -> tuple[Built | None, list[Problem]]:
        """The paper made of what is saved now, or why the data cannot be read."""
        opened, problems = self._opened()
        if opened is None:
            return None, problems
        unit = self._choose(opened.workbook)
        self._remember(opened)
        return build(opened, Wanted(units=(unit,), out=self._watched.out, jobs=1), self._render), []

    def _opened(self) -> tuple[Opened | None, list[Problem]]:
        try:
            return open_workbook(find_workspace(self._watched.root), self._watched.plan)
        except Refused as refused:
            return None, [refused.problem]

    def _choose(self, book: Workbook) -> str:
        changed = first_changed(self._known, book) if self._known and not book.refused else None
        self._unit = self._watched.unit or changed or self._unit
        return self._unit or next(iter(book.all_units), "")

    def _remember(self, opened: Opened | None) -> list[Problem]:
        """A sound reading, to see next time what changed; the faults of another one."""
        if opened is None or opened.workbook.refused:
            return list(opened.workbook.problems) if opened else []
        self._known = opened.workbook
        return []


def first_changed(before: Workbook, now: Workbook) -> str | None:
    """The first unit, as the registry has them, whose entry or part in the plan is not what it was."""
    return next((unit for unit in now.all_units if _said_of(unit, before) != _said_of(unit, now)), None)


def _said_of(unit: str, book: Workbook) -> tuple[object, object]:
    return book.register.units.get(unit), book.plan.part(unit) if book.plan else None
