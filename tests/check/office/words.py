"""The words of an office paper: a file of `papers/`, one paragraph a line, `role | text` or text of the body alone.

A line that begins with `↵` stands in the paragraph of the line before, after a line break.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "papers"
_SIGN = " | "
_BREAK = "↵"
TEXT = "text"


@dataclass(frozen=True)
class Said:
    """A paragraph; `**…**` in it is bold, `__…__` italic."""

    role: str
    text: str
    broken: bool = False
    """Whether a line break parts it from the line before, and no paragraph."""

    @property
    def plain(self) -> str:
        """Its words alone, tabs and wide blanks kept."""
        return self.text.replace("**", "").replace("__", "")

    @property
    def cells(self) -> list[str]:
        """The cells of a `row`."""
        return self.text.split(_SIGN)


@cache
def words_of(name: str) -> tuple[Said, ...]:
    """All paragraphs of a paper in reading order, columns one after the other."""
    lines = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(_said(line) for line in lines if line)


def _said(line: str) -> Said:
    broken, line = line.startswith(_BREAK), line.removeprefix(_BREAK)
    role, sign, text = line.partition(_SIGN)
    if broken:
        return Said(role, text, broken=True)
    return Said(role, text) if sign and role.replace("_", "").isalpha() and role.islower() else Said(TEXT, line)
