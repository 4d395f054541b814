"""The last run of an output folder put back: by content, so that it may be killed and begun again at any moment."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Literal

from docgen.problems import Problem
from docgen.workspace import outcomes
from docgen.workspace.changes import GROUP, Change, Changes
from docgen.workspace.folder import Refused
from docgen.workspace.journal import Trail
from docgen.workspace.manifest import NAME
from docgen.workspace.output import OutputFolder
from docgen.workspace.standing import ABSENT, Standing, look
from docgen.workspace.writing import CANNOT

WAIT = 20.0
State = Literal["restored", "removed", "kept"]


@dataclass(frozen=True, slots=True)
class Undone:
    """A file the run had changed; `kept`: it stays as it is, for the reason told."""

    file: str
    state: State
    problem: Problem | None = None


@dataclass
class Undoing:
    """What was put back; `found` is False when there was no run to put back."""

    found: bool = True
    files: list[Undone] = field(default_factory=list)


def undo_last_run(folder: Path, shown: Callable[[Path], str], wait: float = WAIT) -> Undoing:
    """Old contents return, new files go; one a person wrote since stays. Raises Refused (exit code 4).

    The last run is opened again and rolled back from its end, the manifest first. Killed half-way, it is a run that did
    not finish: the next `undo` goes on, and the next build knows by its journal which files are docgen's.
    """
    output = OutputFolder(folder, shown)
    try:
        if not output.history.exists():
            return Undoing(found=False)
        with output.held(wait):
            return Undoing(files=_Rollback(output).run())
    except OSError as fault:
        raise Refused(outcomes.unwritable(shown(folder), fault), CANNOT) from None


class _Rollback:
    def __init__(self, output: OutputFolder) -> None:
        self._output, self._history = output, output.history
        self._failed = False

    def run(self) -> list[Undone]:
        """Raises OSError. A file the disk did not let us put back leaves the run open, to be tried again."""
        self._history.reopen()
        changes = Changes(self._output.path, self._output.temp, lambda group: None)
        try:
            changes.sweep()
            backward = reversed(self._history.journal.trails().items())
            undone = [file for group in _groups(backward) for file in self._put_back(group, changes)]
        finally:
            changes.close()
        if not self._failed:
            self._history.forget()
        return undone

    def _put_back(self, group: list[tuple[str, Trail]], changes: Changes) -> list[Undone]:
        decided = [found for name, trail in group if (found := self._decide(name, trail))]
        faults = changes.apply([change for change in decided if isinstance(change, Change)])
        self._failed = self._failed or bool(faults)
        return [self._told(found, faults.get(found.name)) if isinstance(found, Change) else found for found in decided]

    def _decide(self, name: str, trail: Trail) -> Change | Undone | None:
        """None: the file is as it was before the run."""
        there = look(self._output.path / name)
        shown = self._shown(name)
        if there.kind in ("file", "absent") and there.sha256 == trail.old:
            return None
        if not _is_of_run(name, there, trail):
            return Undone(shown, "kept", outcomes.edited_since(shown))
        if trail.old == ABSENT:
            return Change(name, None, ABSENT, there)
        before = self._history.kept(trail.old)
        if before is None:
            return Undone(shown, "kept", outcomes.nothing_kept(shown))
        return Change(name, (before.read_bytes(),), trail.old, there)

    def _told(self, change: Change, fault: OSError | None) -> Undone:
        shown = self._shown(change.name)
        if fault:
            return Undone(shown, "kept", outcomes.of_fault(shown, fault))
        return Undone(shown, "restored" if change.content is not None else "removed")

    def _shown(self, name: str) -> str:
        return self._output.shown(self._output.path / name)


def _is_of_run(name: str, there: Standing, trail: Trail) -> bool:
    """Whether nothing of a person's is lost: the file is the run's, or gone; the manifest is nobody's own work."""
    if there.kind == "file":
        return there.sha256 in trail.given or name == NAME
    return there.kind == "absent"


def _groups(trails: Iterable[tuple[str, Trail]]) -> Iterator[list[tuple[str, Trail]]]:
    rest = iter(trails)
    while group := list(islice(rest, GROUP)):
        yield group
