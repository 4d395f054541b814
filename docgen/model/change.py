"""What changed between two drafts: each change typed, weighed, said in one sentence; the drafts side by side."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from docgen.edits import Edit
from docgen.model.document import Role
from docgen.model.finding import Said

Kind = Literal["insert", "delete", "replace", "move", "format", "row", "cell", "note", "header"]
Type = Literal[
    "number", "percent", "money", "deadline", "date", "citation", "basis", "lead", "support", "recipient", "signer",
    "position", "authority", "place", "symbol", "task_added", "task_removed", "task_moved", "renumbered", "wording",
    "format",
]  # fmt: skip
Weight = Literal["high", "medium", "low"]
Verdict = Literal["same", "noise", "format", "substantive"]


@dataclass(frozen=True)
class Change:
    """One change. `path` is its place in the new draft, in the old one when it went; `move` pairs the two ends of a
    block that moved, from 1, 0 when it stayed; `row` is the row of `Comparison.rows` it stands in."""

    kind: Kind
    type: Type
    severity: Weight
    path: str
    old: str
    new: str
    message: Said
    move: int = 0
    row: int = -1


@dataclass(frozen=True)
class Side:
    """A block of one draft as shown: its role, path and words (with its number)."""

    role: Role
    path: str
    text: str
    tokens: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    """Blocks that belong together, old and new; `edits` index their tokens; `move` pairs rows of one moved block."""

    old: Side | None
    new: Side | None
    edits: tuple[Edit, ...] = ()
    move: int = 0

    @property
    def equal(self) -> bool:
        """Whether nothing changed in it."""
        return self.old is not None and self.new is not None and all(edit.op == "equal" for edit in self.edits)


@dataclass(frozen=True)
class Comparison:
    """Two drafts compared: rows in reading order, changes, folded noise by kind, what was not looked at."""

    rows: tuple[Row, ...]
    changes: tuple[Change, ...]
    noise: Mapping[str, int] = field(default_factory=dict)
    not_compared: tuple[Said, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """The gravest of what was found."""
        if any(change.type not in ("format", "renumbered") for change in self.changes):
            return "substantive"
        return "format" if self.changes else "noise" if self.noise else "same"
