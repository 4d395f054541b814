"""A tracked change as somebody left it in a paper: who, when, what, where."""

from dataclasses import dataclass
from typing import Literal

from docgen.model.finding import Spot

RevisionKind = Literal[
    "insert", "delete", "moved_from", "moved_to", "format", "row_insert", "row_delete", "cell_insert", "cell_delete",
    "cell_merge",
]  # fmt: skip


@dataclass(frozen=True)
class Revision:
    """One tracked change. `date` as the file has it, ISO 8601 or empty; `words` are those it is about: put in, taken
    out, moved, or of another look now; rows and cells come and go as a whole."""

    kind: RevisionKind
    author: str
    date: str
    words: str
    place: Spot
