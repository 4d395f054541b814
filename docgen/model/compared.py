"""What a comparison of files gave: pair by pair, and for two folders what the pairs have in common."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from docgen.model.change import Change, Comparison
from docgen.model.finding import Said
from docgen.problems import Problem


@dataclass(frozen=True)
class Pair:
    """Two papers held side by side: refused and why, or compared. `unit` names the pair in a set; `redline` is the new
    paper with the changes tracked, empty when not asked for or when `unproved` says where it does not hold."""

    unit: str
    old: str
    new: str
    comparison: Comparison | None = None
    refused: Problem | None = None
    redline: bytes = b""
    unproved: tuple[Problem, ...] = ()
    exit_code: int = 0


@dataclass(frozen=True)
class Group:
    """The same change in the papers of several units."""

    units: tuple[str, ...]
    change: Change


@dataclass(frozen=True)
class Single:
    """What only one unit changed."""

    unit: str
    change: Change


@dataclass(frozen=True)
class PairedSet:
    """Two folders: every pair in the order of the old one, changes by how many share them, the others outliers first;
    `unpaired` are files only one folder has."""

    old: str
    new: str
    pairs: tuple[Pair, ...]
    groups: tuple[Group, ...] = ()
    singles: tuple[Single, ...] = ()
    unpaired: tuple[str, ...] = ()
    exit_code: int = 0

    @property
    def compared(self) -> tuple[tuple[Pair, Comparison], ...]:
        """Pairs that could be read."""
        return tuple((pair, pair.comparison) for pair in self.pairs if pair.comparison)

    @property
    def noise(self) -> Mapping[str, int]:
        """Folded noise of all pairs."""
        return sum((Counter(comparison.noise) for _, comparison in self.compared), Counter[str]())

    @property
    def not_compared(self) -> tuple[Said, ...]:
        """What was not looked at in one pair or another."""
        return tuple(dict.fromkeys(said for _, comparison in self.compared for said in comparison.not_compared))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Why pairs were refused, and where redlines do not hold."""
        refused = (pair.refused for pair in self.pairs if pair.refused)
        return (*refused, *(problem for pair in self.pairs for problem in pair.unproved))
