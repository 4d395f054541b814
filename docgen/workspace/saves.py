"""Saves noticed: what changed among the users' files, told when the folder has come to rest.

Word and Excel save by a dance: a temporary file, the old one renamed away, the new one renamed into place. So files of
theirs (`~$…`, `.tmp`, no ending) do not count, and nothing is told before two looks in a row are alike.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from docgen.workspace.folder import PLANS, SETTINGS, TEMPLATES
from docgen.workspace.standing import Stamp, stamp_of

DATA = "data"
WORKBOOK = ".xlsx"
_SUFFIXES = (".yaml", ".csv", ".jsonl", WORKBOOK, ".docx")
_PASSING = ("~$", ".")  # the owner files of Word and Excel, temporary files of docgen and of LibreOffice

Look = Mapping[str, Stamp | None]


def look_at(root: Path) -> Look:
    """Stamps of a workspace's settings, data files, templates and exported plans, by their names in messages."""
    below = [path for folder in (DATA, TEMPLATES) for path in (root / folder).rglob("*") if _is_users(path)]
    plans = [root / f"{path.stem}{WORKBOOK}" for path in (root / PLANS).glob("*.yaml")]
    return {path.relative_to(root).as_posix(): _stamp(path) for path in (root / SETTINGS, *plans, *below)}


def _is_users(path: Path) -> bool:
    return path.suffix.lower() in _SUFFIXES and not path.name.startswith(_PASSING)


def _stamp(path: Path) -> Stamp | None:
    """None also for a file that is just being replaced."""
    try:
        return stamp_of(path)
    except OSError:
        return None


def saves(before: Look, look: Callable[[], Look], pause: Callable[[], None]) -> Iterator[list[str]]:
    """Names of files written, made or removed since the last time; never ends. `pause` waits between two looks."""
    told = seen = before
    while True:
        pause()
        now = look()
        if now == seen and now != told:
            yield sorted(name for name in {*told, *now} if told.get(name) != now.get(name))
            told = now
        seen = now
