"""The coverage matrix: every item × every unit, with the decision, the reason and the words. No empty cell.

Cells travel from the workers by the thousand: named tuples are packed and unpacked fastest.
"""

from dataclasses import dataclass
from typing import NamedTuple


class Cell(NamedTuple):
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


class Added(NamedTuple):
    """An item a unit adds of its own."""

    unit: str
    item: str
    after: str
    text: str
    unconfirmed: tuple[str, ...]


class Covered(NamedTuple):
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
