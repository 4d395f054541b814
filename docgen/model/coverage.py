"""The coverage matrix: every item × every unit, with the decision, the reason and the words. No empty cell."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """What one unit, or in a large registry every unit of a `kind`, made of one item.

    `drafting` marks an assignment made when drafting.
    """

    item: str
    unit: str
    decision: str
    reason: str
    text: str
    drafting: bool
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Added:
    """An item a unit adds of its own."""

    unit: str
    item: str
    after: str
    text: str
    unconfirmed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Covered:
    """What one paper made of the items."""

    cells: tuple[Cell, ...]
    added: tuple[Added, ...]


@dataclass(frozen=True)
class Coverage:
    """Items with the superior's words; columns with their names; cells, additions.

    A column is a unit, or a kind whose units all decide alike.
    """

    plan: str
    items: tuple[tuple[str, str], ...]
    columns: tuple[tuple[str, str], ...]
    covered: tuple[Covered, ...]
