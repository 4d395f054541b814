"""Results kept between runs by what they were made from: parsed data, compiled templates.

They are pickled, and reading a pickle runs whatever it says. That is safe only because the folder is the user's own
(mode 0700, no link, nobody else's): who can write there can already do all the user can. It is never inside a
workspace, which may come from somebody else. A cache that cannot be read or written costs time, nothing else.
"""

import contextlib
import hashlib
import os
import pickle
import stat
import sys
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar, cast

import platformdirs

from docgen.workspace.writing import write_whole

T = TypeVar("T")

VARIABLE = "DOCGEN_CACHE"  # a folder of one's own choice, or OFF
OFF = "off"
KEPT = 20
_SUFFIX = ".docgen-pickle"
_DIGEST = hashlib.sha256().digest_size
_PACKAGE = Path(__file__).parents[1]
_LIBRARY = "pydantic"  # stands for all: the folder it is installed in changes with every library


def remembered(key: bytes, make: Callable[[], T], worth: Callable[[T], bool] = lambda made: True) -> T:
    """What `make` gave for this key in an earlier run of the same docgen, else what it gives now.

    `key` is all that the result depends on; kept is only what is `worth` it.
    """
    file = _file(key)
    if file is None:
        return make()
    with contextlib.suppress(Exception):  # absent, damaged, from another time: made anew
        return cast(T, _read(file))
    made = make()
    if worth(made):
        with contextlib.suppress(Exception):  # a full disk, a value too deep to pickle
            _write(file, made)
    return made


def _file(key: bytes) -> Path | None:
    """Where the result of a key stands; None when there is no folder to trust."""
    chosen = os.environ.get(VARIABLE)
    if chosen == OFF:
        return None
    try:
        folder = Path(chosen) if chosen else platformdirs.user_cache_path("docgen", appauthor=False)
        return folder / f"{hashlib.sha256(_stamp() + key).hexdigest()}{_SUFFIX}" if _is_own(folder) else None
    except (OSError, RuntimeError, ImportError):  # no home, no such place
        return None


def _is_own(folder: Path) -> bool:
    """Whether the folder, made when absent, is the user's alone."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode):
        return False
    return os.name == "nt" or (found.st_uid == os.getuid() and not found.st_mode & 0o077)


@cache
def _stamp() -> bytes:
    """This very docgen, its Python and its libraries: what another one kept is not read. Raises OSError."""
    spec = find_spec(_LIBRARY)
    sources = sorted(_PACKAGE.rglob("*.py"))
    if not sources or spec is None or spec.origin is None:
        raise FileNotFoundError(_PACKAGE)  # run from an archive: no telling which docgen it is
    marks = [(str(path), (found := path.stat()).st_mtime_ns, found.st_size) for path in sources]
    return repr((sys.version, Path(spec.origin).parents[1].stat().st_mtime_ns, marks)).encode()


def _read(file: Path) -> Any:
    """The value of a whole file. Raises anything."""
    content = file.read_bytes()
    digest, pickled = content[:_DIGEST], content[_DIGEST:]
    if hashlib.sha256(pickled).digest() != digest:
        raise ValueError(file)
    with contextlib.suppress(OSError):
        os.utime(file)  # the newest are kept
    return pickle.loads(pickled)


def _write(file: Path, value: object) -> None:
    pickled = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    write_whole(file, hashlib.sha256(pickled).digest() + pickled, file.name)
    kept = [*file.parent.glob(f"*{_SUFFIX}"), *file.parent.glob(".docgen-*.tmp")]  # only what docgen put there
    for old in sorted(kept, key=lambda path: path.stat().st_mtime_ns)[:-KEPT]:
        old.unlink(missing_ok=True)
