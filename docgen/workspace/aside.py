"""Names beside: a new paper next to one a person edited, and the dated backup of what `--force` replaces."""

import datetime
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from docgen.workspace.history import keep_under
from docgen.workspace.standing import look
from docgen.workspace.writing import flush_folder, make_folder

BACKUPS = "ban-cu"


def beside_names(name: str) -> Iterator[str]:
    """`x.moi.docx`, `x.moi-2.docx`, …"""
    path = Path(name)
    yield f"{path.stem}.moi{path.suffix}"
    for number in count(2):
        yield f"{path.stem}.moi-{number}{path.suffix}"


def back_up(folder: Path, name: str, sha256: str) -> Path:
    """The file also under `ban-cu/<day>/`, on the disk; never over another backup. Raises OSError."""
    day = folder / BACKUPS / f"{datetime.date.today():%Y-%m-%d}"
    make_folder(day)
    for copy in _backup_names(day / name):
        there = look(copy)
        if there.kind == "absent":
            keep_under(folder / name, copy)
            flush_folder(day)
            return copy
        if there.sha256 == sha256:
            return copy
    raise AssertionError("names do not end")


def _backup_names(path: Path) -> Iterator[Path]:
    yield path
    for number in count(2):
        yield path.with_stem(f"{path.stem}-{number}")
