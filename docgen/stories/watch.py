"""One paper made anew whenever its data or its template is saved."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from docgen.load.workbook import Workbook
from docgen.problems import Problem, errors
from docgen.stories.build import Render, build
from docgen.stories.excel import Imported, import_workbook
from docgen.stories.opening import Opened, open_workbook
from docgen.stories.run import Built, Wanted
from docgen.workspace.folder import Refused, find_workspace
from docgen.workspace.saves import WORKBOOK


@dataclass(frozen=True)
class Watched:
    """What the user asked for: where the workspace is, and, unless None, which plan and which unit."""

    root: Path
    out: Path
    plan: str | None = None
    unit: str | None = None


@dataclass
class Rebuilt:
    """What came of a save: workbooks taken in, the paper made, or why the data cannot be read."""

    imported: list[Imported] = field(default_factory=list)
    built: Built | None = None
    problems: list[Problem] = field(default_factory=list)


class Watch:
    """Rebuilds the unit named, else the first one whose own data changed, else the same one as last time."""

    def __init__(self, watched: Watched, render: Render) -> None:
        self._watched, self._render = watched, render
        self._known: Workbook | None = None
        self._unit = watched.unit

    def begin(self) -> Rebuilt:
        """The data as they are now, and the paper of a unit that is named. Raises Refused for an unknown one."""
        if self._watched.unit is None:
            opened, problems = self._opened()
            return Rebuilt(problems=problems or self._remember(opened))
        rebuilt = self.rebuild(())
        for made in rebuilt.built.made if rebuilt.built else ():
            if unknown := next((problem for problem in made.problems if problem.code == "unit.unknown"), None):
                raise Refused(unknown)
        return rebuilt

    def rebuild(self, saved: Iterable[str]) -> Rebuilt:
        """The paper made of what is saved now; a workbook of a plan goes into the data first."""
        rebuilt = Rebuilt()
        for name in saved:
            if name.endswith(WORKBOOK) and "/" not in name:
                self._import(name, rebuilt)
        opened, problems = self._opened()
        rebuilt.problems += problems
        if opened is not None:
            unit = self._choose(opened.workbook)
            self._remember(opened)
            rebuilt.built = build(opened, Wanted(units=(unit,), out=self._watched.out, jobs=1), self._render)
        return rebuilt

    def _import(self, name: str, rebuilt: Rebuilt) -> None:
        path = self._watched.root / name
        try:
            taken = import_workbook(find_workspace(self._watched.root), path, dry_run=False) if path.exists() else None
        except Refused as refused:
            rebuilt.problems.append(refused.problem)
            return
        if taken is not None:
            rebuilt.problems += taken.problems
            rebuilt.imported += [taken] if not errors(taken.problems) else []

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
