"""What stands at a path before docgen touches it."""

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

ABSENT = "-"
_PIECE = 1 << 20

Stamp = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Standing:
    """`sha256` and `stamp` (inode, bytes, nanoseconds) are of a file; a link is never followed; `other`: a folder …"""

    kind: Literal["absent", "file", "link", "other"]
    sha256: str = ABSENT
    stamp: Stamp | None = None


def look(path: Path) -> Standing:
    """One look, one read. Raises OSError when the disk does not let us."""
    try:
        seen = os.lstat(path)
    except FileNotFoundError:
        return Standing("absent")
    if stat.S_ISLNK(seen.st_mode):
        return Standing("link")
    if not stat.S_ISREG(seen.st_mode):
        return Standing("other")
    return Standing("file", digest_of(path), _stamp(seen))


def stamp_of(path: Path) -> Stamp | None:
    """Changes when anybody writes the file; None when there is nothing. Raises OSError."""
    try:
        return _stamp(os.lstat(path))
    except FileNotFoundError:
        return None


def _stamp(seen: os.stat_result) -> Stamp:
    return seen.st_ino, seen.st_size, seen.st_mtime_ns


def digest_of(path: Path) -> str:
    """SHA-256 of a file of any size. Raises OSError."""
    digest = hashlib.sha256()
    with path.open("rb", buffering=0) as stream:
        while piece := stream.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()
