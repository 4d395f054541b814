"""An output folder held by one process: `OUT/<plan>`, and what docgen remembers of it in `OUT/.docgen/<plan>`."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

from docgen.problems import Place, Problem
from docgen.workspace.folder import Refused
from docgen.workspace.history import History
from docgen.workspace.lock import FolderLock
from docgen.workspace.outcomes import unwritable
from docgen.workspace.writing import CANNOT, make_folder

STATE = ".docgen"


class OutputFolder:
    """`path` is what users see; `state`, beside it, holds lock, journal, the last run, temp files."""

    def __init__(self, path: Path, shown: Callable[[Path], str]) -> None:
        self.path, self.shown = path, shown
        self.state = path.parent / STATE / path.name
        self.temp = self.state / "temp"
        self.history = History(self.state)

    @contextlib.contextmanager
    def held(self, wait: float) -> Iterator[None]:
        """Nobody else writes here meanwhile. Raises Refused (exit code 4): held by another, a link, the disk."""
        new: list[Path] = []
        lock = FolderLock(self.state / "lock", self.shown(self.state / "lock"), wait)
        try:
            try:
                self._insist_on_no_link()
                new += make_folder(self.state)
                lock.acquire()
                new += make_folder(self.path)  # under lock: whoever held it may have removed the empty one
            except OSError as fault:
                raise Refused(unwritable(self.shown(self.path), fault), CANNOT) from None
            yield
        finally:
            lock.release()
            _remove_empty([*reversed(new), self.state, self.state.parent])

    def _insist_on_no_link(self) -> None:
        """A link that leads elsewhere would let us write where nobody asked us to."""
        for folder in (self.path, self.state.parent, self.state):
            if folder.resolve().parent != folder.parent.resolve():
                message = f"Thư mục này là liên kết tới nơi khác ({folder.resolve()})."
                remedy = "Dùng --out với thư mục thật, hoặc bỏ liên kết."
                raise Refused(Problem(Place(self.shown(folder)), "file.link", message, remedy), CANNOT)


def _remove_empty(folders: list[Path]) -> None:
    for folder in folders:
        with contextlib.suppress(OSError):
            folder.rmdir()
