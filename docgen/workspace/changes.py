"""Groups of files of one folder replaced: temp → flush → announce → replace → flush folder.

A kill at any moment leaves each path old or new. What stands at a path is looked at once more just before it goes.
"""

import contextlib
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.workspace.standing import Standing, stamp_of
from docgen.workspace.writing import begin_file, end_file, flush_folder

GROUP = 32  # files that share the flushes of a journal and a folder
_BUSY = (5, 32, 33)  # Windows: access denied, sharing violation, lock violation
_PATIENCE = (0.0, 0.05, 0.1, 0.2, 0.4, 0.75, 1.0)  # seconds before each try, 2.5 in all


class Meddled(OSError):
    """Somebody wrote the file after docgen looked at it."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file of the folder that gets new content, read once, or goes; `before` is what docgen saw there."""

    name: str
    content: Iterable[bytes] | None
    sha256: str
    before: Standing


Announce = Callable[[Sequence[Change]], None]
Faults = dict[str, OSError]


class Changes:
    """`temp` is a folder on the same disk for our temp files only; `announce` is told of a group before it happens."""

    def __init__(self, folder: Path, temp: Path, announce: Announce) -> None:
        self._folder, self._temp, self._announce = folder, temp, announce

    def close(self) -> None:
        """Temp files are gone."""
        with contextlib.suppress(OSError):
            self.sweep()
            self._temp.rmdir()

    def sweep(self) -> None:
        """Remove temp files, also those of a killed run. Raises OSError."""
        for path in self._temp.iterdir() if self._temp.is_dir() else ():
            path.unlink()

    def apply(self, group: Sequence[Change]) -> Faults:
        """Faults by name; every other file is changed, and on the disk."""
        faults: Faults = {}
        ready = self._prepare(group, faults)
        if not ready:
            return faults
        try:
            self._announce(ready)
        except OSError as fault:
            with contextlib.suppress(OSError):
                self.sweep()
            return faults | dict.fromkeys((change.name for change in ready), fault)
        self._swap_patiently(ready, faults)
        try:
            flush_folder(self._folder)
        except OSError as fault:
            faults = dict.fromkeys((change.name for change in ready), fault) | faults
        return faults

    def _prepare(self, group: Sequence[Change], faults: Faults) -> list[Change]:
        """The changes whose content is on the disk."""
        begun: list[tuple[Change, int]] = []
        for change in group:
            if change.content is not None:
                with self._noting(change, faults):
                    self._temp.mkdir(exist_ok=True)
                    begun.append((change, begin_file(self._temp / change.name, change.content)))
        for change, descriptor in begun:
            with self._noting(change, faults):
                end_file(descriptor)
        return [change for change in group if change.name not in faults]

    @contextlib.contextmanager
    def _noting(self, change: Change, faults: Faults) -> Iterator[None]:
        """A file that cannot be written costs itself, and leaves nothing."""
        try:
            yield
        except OSError as fault:
            faults[change.name] = fault
            with contextlib.suppress(OSError):
                (self._temp / change.name).unlink()

    def _swap_patiently(self, ready: Iterable[Change], faults: Faults) -> None:
        """Files another program holds are tried again, all of them together."""
        waiting = list(ready)
        for pause in _PATIENCE:
            if waiting:
                time.sleep(pause)
            tried = {change.name: self._swap(change) for change in waiting}
            faults.update({name: fault for name, fault in tried.items() if fault and not is_busy(fault)})
            busy = {name: fault for name, fault in tried.items() if fault and is_busy(fault)}
            waiting = [change for change in waiting if change.name in busy]
        faults.update(busy)

    def _swap(self, change: Change) -> OSError | None:
        path = self._folder / change.name
        try:
            if stamp_of(path) != change.before.stamp:
                return Meddled()
            if change.content is None:
                path.unlink()
            else:
                (self._temp / change.name).replace(path)
        except OSError as fault:
            return fault
        return None


def is_busy(fault: OSError) -> bool:
    """Whether another program, most often Word, holds the file on Windows."""
    return getattr(fault, "winerror", None) in _BUSY
