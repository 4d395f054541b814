"""The coverage matrix: every item × every unit, with the decision, the reason and the words. No empty cell."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Cell:
    """What one unit made of one item; `drafting` marks an assignment made when drafting."""

    item: str
    unit: str
    decision: str
    reason: str
    text: str
    drafting: bool


@dataclass(frozen=True)
class Added:
    """An item a unit adds of its own."""

    unit: str
    item: str
    after: str
    text: str
    unconfirmed: tuple[str, ...]


@dataclass(frozen=True)
class Coverage:
    """Items with the superior's words, units with their names, cells, additions."""

    plan: str
    items: tuple[tuple[str, str], ...]
    units: tuple[tuple[str, str], ...]
    cells: tuple[Cell, ...]
    added: tuple[Added, ...]
