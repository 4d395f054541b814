"""What became of the copies of a checked paper: one with comments, one with its formal faults mended."""

from dataclasses import dataclass

from docgen.problems import Problem


@dataclass(frozen=True)
class Copied:
    """Copies of one file as paths shown to the user, empty where none was needed: nothing was found, nothing could be
    mended. `mended` and `left` count findings; `problem`: why a copy is missing."""

    file: str
    annotated: str = ""
    fixed: str = ""
    mended: int = 0
    left: int = 0
    problem: Problem | None = None
