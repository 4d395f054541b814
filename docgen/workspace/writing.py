"""Whole or absent: temp file in the same folder → flush → replace → flush folder."""

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO

from docgen.problems import Place, Problem
from docgen.workspace.folder import Refused, reason_of

CANNOT = 4


def write_whole(path: Path, content: bytes, shown: str) -> None:
    """At every instant the path holds the old file or the new one. Raises Refused with exit code 4."""
    write_whole_by(path, lambda stream: stream.write(content), shown)


def write_whole_by(path: Path, fill: Callable[[IO[bytes]], object], shown: str) -> None:
    """The same for content too large to hold: `fill` writes it to the stream it is given."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, fill)
    except OSError as error:
        message = f"Không ghi được tệp ({reason_of(error)})."
        problem = Problem(Place(shown), "file.unwritable", message, "Đóng tệp trong Word, xem dung lượng và quyền ghi.")
        raise Refused(problem, CANNOT) from None


def _replace(path: Path, fill: Callable[[IO[bytes]], object]) -> None:
    handle, name = tempfile.mkstemp(prefix=".docgen-", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            fill(stream)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
    flush_folder(path.parent)


def begin_file(path: Path, content: Iterable[bytes]) -> int:
    """A new file, its content on the way to the disk; returns the descriptor for `end_file`. Raises OSError.

    Files begun together share the work of the disk: their flushes take half the time of one file after the other.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        for piece in content:
            rest = memoryview(piece)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)  # Linux begins to write at once
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def end_file(descriptor: int) -> None:
    """The content is on the disk. Raises OSError."""
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> list[Path]:
    """The folder and those above it, on the disk; returns the new ones, the outermost first. Raises OSError."""
    new = [path for path in (folder, *folder.parents) if not path.exists()][::-1]
    folder.mkdir(parents=True, exist_ok=True)
    for path in new:
        flush_folder(path.parent)
    return new


def flush_folder(folder: Path) -> None:
    """Names given in a folder are on the disk. Raises OSError."""
    if os.name == "nt":  # a folder cannot be flushed there
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
