"""The last run, kept so that it can be put back: its journal and the contents it replaced.

A run that was killed leaves its journal open; the next run goes on under it, `docgen undo` rolls it back. A finished
run's journal becomes `last-run`, in the place of the one before; a run that changed nothing leaves it alone. Nothing
here depends on the clock: equal runs leave equal files.
"""

import contextlib
import os
import shutil
from collections import deque
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from docgen.workspace.changes import Change
from docgen.workspace.journal import Journal, Move
from docgen.workspace.standing import ABSENT, digest_of, look
from docgen.workspace.writing import flush_folder


class History:
    """The state folder of an output folder: `journal`, `last-run`, `kept/<hash>`. Every method may raise OSError."""

    def __init__(self, state: Path) -> None:
        self._state, self._kept = state, state / "kept"
        self.journal, self._last = Journal(state / "journal"), Journal(state / "last-run")

    def exists(self) -> bool:
        """Whether there is a run to put back."""
        return self.journal.path.exists() or self._last.path.exists()

    def kept(self, sha256: str) -> Path | None:
        """The content with this hash, unless somebody wrote into the file after it was kept."""
        path = self._kept / sha256
        return path if path.is_file() and digest_of(path) == sha256 else None

    def announce(self, folder: Path, group: Sequence[Change]) -> None:
        """What will be replaced is kept, what is about to happen is written down: both on the disk."""
        fresh = not self.journal.path.exists()
        self._keep([(folder / change.name, change.before.sha256) for change in group if change.before.kind == "file"])
        self.journal.append(Move(change.name, change.sha256, change.before.sha256) for change in group)
        if fresh:
            flush_folder(self._state)

    def recover(self, manifest: Path) -> None:
        """A run that was killed between its manifest and its end is over."""
        last = deque(self.journal.moves(), maxlen=1)
        if last and last[0].name == manifest.name and look(manifest).sha256 == last[0].new:
            self.finish()

    def finish(self) -> None:
        """The open run is now the last run."""
        if self.journal.path.exists():
            self.journal.path.replace(self._last.path)
            flush_folder(self._state)
            self.sweep()

    def reopen(self) -> None:
        """The last run is open again, to be rolled back, unless one is open already."""
        if not self.journal.path.exists():
            self._last.path.replace(self.journal.path)
            flush_folder(self._state)

    def forget(self) -> None:
        """The open run was put back."""
        self.journal.path.unlink()
        flush_folder(self._state)
        self.sweep()

    def sweep(self) -> None:
        """Contents no run needs go; what cannot be removed now goes next time."""
        with contextlib.suppress(OSError):
            moves = chain(self.journal.moves(), self._last.moves())
            needed = {move.old for move in moves if move.old != ABSENT}
            for path in self._kept.iterdir():
                if path.name not in needed:
                    path.unlink()
            if not needed:
                self._kept.rmdir()

    def _keep(self, files: Sequence[tuple[Path, str]]) -> None:
        if files:
            self._kept.mkdir(exist_ok=True)
            for path, sha256 in files:
                keep_under(path, self._kept / sha256)
            flush_folder(self._kept)


def keep_under(path: Path, name: Path) -> None:
    """A second name for a file's content, else a copy: whole or absent. Raises OSError."""
    name.unlink(missing_ok=True)
    try:
        os.link(path, name)
    except OSError:  # a disk without second names
        half = name.with_name(f"{name.name}.tmp")
        shutil.copyfile(path, half)
        with half.open("rb+") as stream:
            os.fsync(stream.fileno())
        half.replace(name)
