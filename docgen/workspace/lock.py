"""One batch at a time in an output folder: a lock file that says who, where and since when.

The kernel holds the lock and drops it with its process, so the lock of a killed run on this machine is taken over,
whatever its process number is used for now. On a share another machine's kernel does not tell: its lock is never
taken, only shown with its age.
"""

import contextlib
import datetime
import getpass
import json
import os
import socket
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from docgen.problems import Place, Problem
from docgen.workspace.folder import Refused
from docgen.workspace.writing import CANNOT, make_folder

_PAUSE = 0.1
_NAMELESS = 1.0  # seconds after which a lock without an owner is of a process killed before it could write its name
_held: set[int] = set()


@dataclass(frozen=True)
class Owner:
    """Who holds a lock; `since` as ISO 8601 with the zone."""

    pid: int
    user: str
    host: str
    since: str


class FolderLock:
    """Waits up to `wait` seconds for the lock file at `path`, then raises Refused with who holds it. Exit code 4."""

    def __init__(self, path: Path, shown: str, wait: float) -> None:
        self._path, self._shown, self._wait = path, shown, wait
        self._descriptor: int | None = None
        self._holder: Owner | None = None

    def acquire(self) -> None:
        """Raises Refused when another batch holds it, OSError when the disk does not let us."""
        deadline = time.monotonic() + self._wait
        while not self._try():
            if time.monotonic() > deadline:
                raise Refused(self._busy(), CANNOT)
            time.sleep(_PAUSE)

    def release(self) -> None:
        """The file goes with the lock; one that cannot be removed says a process that is gone."""
        if self._descriptor is None:
            return
        descriptor, self._descriptor = self._descriptor, None
        if sys.platform != "win32":  # there a file in use cannot be removed
            _remove(self._path)
        _held.discard(descriptor)
        with contextlib.suppress(OSError):
            os.close(descriptor)
        if sys.platform == "win32":
            _remove(self._path)

    def _try(self) -> bool:
        descriptor, fresh = self._open()
        if descriptor is None:
            return False
        try:
            seized = _seize(descriptor) and _is_at(descriptor, self._path)
            self._holder = _read(descriptor)
            if seized and (fresh or self._is_gone(descriptor)):
                _write(descriptor)
                self._descriptor = descriptor
                _held.add(descriptor)
        finally:
            if self._descriptor is None:
                os.close(descriptor)
        return self._descriptor is not None

    def _open(self) -> tuple[int | None, bool]:
        """A descriptor, and whether the file is our own making: exclusive also between machines."""
        make_folder(self._path.parent)  # whoever had the lock may have removed the empty folder
        try:
            return os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o666), True
        except FileNotFoundError:  # the folder went this moment
            return None, False
        except FileExistsError:
            pass
        try:
            return os.open(self._path, os.O_RDWR), False
        except FileNotFoundError:  # released just now
            return None, False

    def _is_gone(self, descriptor: int) -> bool:
        """Whether the owner of a lock that the kernel gave us is dead."""
        if self._holder is None:
            return time.time() - os.fstat(descriptor).st_mtime > _NAMELESS
        return self._holder.host == socket.gethostname()

    def _busy(self) -> Problem:
        place, holder = Place(self._shown), self._holder
        if holder is None:
            message = "Một lệnh docgen khác đang ghi vào thư mục này."
            return Problem(place, "lock.held", message, "Đợi lệnh kia xong rồi chạy lại.")
        message = (
            f"Thư mục đang do {holder.user} dùng trên máy {holder.host} (tiến trình {holder.pid}), "
            f"bắt đầu {_in_words(holder.since)}."
        )
        remedy = "Đợi lệnh kia xong rồi chạy lại."
        if holder.host != socket.gethostname():
            remedy = f"Đợi lệnh kia xong; nếu chắc máy ấy không còn chạy docgen thì xóa tệp {self._shown}."
        return Problem(place, "lock.held", message, remedy)


def _in_words(since: str) -> str:
    """`lúc 08:05 ngày 23/11/2026 (cách đây 12 phút)`."""
    begun = datetime.datetime.fromisoformat(since).astimezone()
    minutes = int((datetime.datetime.now().astimezone() - begun).total_seconds() // 60)
    age = f"{minutes} phút" if minutes < 120 else f"{minutes // 60} giờ"
    return f"lúc {begun:%H:%M} ngày {begun:%d/%m/%Y} (cách đây {age})"


def _read(descriptor: int) -> Owner | None:
    os.lseek(descriptor, 0, os.SEEK_SET)
    content = os.read(descriptor, 4096)
    try:
        owner = Owner(**json.loads(content))
        datetime.datetime.fromisoformat(owner.since)
    except (ValueError, TypeError):
        return None
    return owner


def _write(descriptor: int) -> None:
    since = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
    owner = Owner(os.getpid(), _user(), socket.gethostname(), since)
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, json.dumps(asdict(owner), ensure_ascii=False).encode("utf-8"))


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no name for this user, no password database
        return "?"


def _is_at(descriptor: int, path: Path) -> bool:
    """False when the file was removed by its owner while we opened it."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):  # a lock of a process that is gone is taken over
        path.unlink()


if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30  # a byte nobody reads

    def _seize(descriptor: int) -> bool:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _seize(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _let_go() -> None:
        """A worker forked from a run would keep its lock when the run itself is killed."""
        for descriptor in _held:
            os.close(descriptor)
        _held.clear()

    os.register_at_fork(after_in_child=_let_go)
