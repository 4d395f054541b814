"""Many drafts compared with their bases: what was changed alike in several units, and what in one alone."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from docgen.edits import similarity
from docgen.model.change import Change, Comparison, Type
from docgen.model.compared import Group, Single
from docgen.tokens import fold, tokens

_LIKE = 0.75  # share of words two places must have in common to be one place of the common text
_NEAR = 0.35  # the same where the path is one too
_SAME = 0.9  # the same for what came or went there, names of the unit left out
_BY_WORDS: tuple[Type, ...] = ("task_added", "task_removed", "task_moved", "wording", "lead", "support", "recipient")
_OF_UNITS = ("issuer", "superior", "place_date")
_WEIGHTS = {"high": 0, "medium": 1, "low": 2}


@dataclass(frozen=True)
class _One:
    """A change of a unit, with its words and those around it, the unit's own name left out."""

    unit: str
    change: Change
    old: tuple[str, ...]
    new: tuple[str, ...]
    around: tuple[str, ...]


@dataclass
class _Cluster:
    """Changes taken for one."""

    ones: list[_One] = field(default_factory=list)

    @property
    def units(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.unit for one in self.ones))


def compare_sets(pairs: Iterable[tuple[str, Comparison]]) -> tuple[list[Group], list[Single]]:
    """Changes several units share, once each with the units, most units first; then those of one unit alone, units
    that differ most first. `pairs` are units with their comparisons."""
    clusters: dict[tuple[str, str], list[_Cluster]] = {}
    for unit, comparison in pairs:
        for one in _ones(unit, comparison):
            _put(clusters.setdefault((one.change.kind, one.change.type), []), one)
    every = [cluster for some in clusters.values() for cluster in some]
    groups = [Group(cluster.units, cluster.ones[0].change) for cluster in every if len(cluster.ones) > 1]
    singles = [Single(cluster.ones[0].unit, cluster.ones[0].change) for cluster in every if len(cluster.ones) == 1]
    return sorted(groups, key=_order_of_group), _outliers_first(singles)


def _order_of_group(group: Group) -> tuple[int, int, str]:
    return -len(group.units), _WEIGHTS[group.change.severity], group.change.path


def _outliers_first(singles: Sequence[Single]) -> list[Single]:
    counted = Counter(single.unit for single in singles)
    return sorted(singles, key=lambda one: (-counted[one.unit], one.unit, _WEIGHTS[one.change.severity]))


def _put(clusters: list[_Cluster], one: _One) -> None:
    """Into the first cluster that says the same and has nothing of this unit yet, else a new one."""
    for cluster in clusters:
        if one.unit not in cluster.units and any(_alike(known, one) for known in cluster.ones):
            cluster.ones.append(one)
            return
    clusters.append(_Cluster([one]))


def _alike(one: _One, other: _One) -> bool:
    if one.change.type not in _BY_WORDS:
        return (one.old, one.new) == (other.old, other.new) and _same_place(one, other)
    said = _figures(one) == _figures(other) and _close(one.old, other.old, _SAME) and _close(one.new, other.new, _SAME)
    return said and _same_place(one, other)


def _same_place(one: _One, other: _One) -> bool:
    least = _NEAR if one.change.path == other.change.path else _LIKE
    return _close(one.around, other.around, least)


def _close(one: Sequence[str], other: Sequence[str], least: float) -> bool:
    return one == other or similarity(one, other, least) > 0


def _figures(one: _One) -> list[str]:
    return [key for key in (*one.old, *one.new) if any(map(str.isdigit, key))]


def _ones(unit: str, comparison: Comparison) -> Iterable[_One]:
    own = _names(comparison)
    for change in comparison.changes:
        row = comparison.rows[change.row] if change.row >= 0 else None
        side = (row.old or row.new) if row else None
        around = _keys(side.text, own) if side else (change.path,)
        yield _One(unit, change, _keys(change.old, own), _keys(change.new, own), around)


def _names(comparison: Comparison) -> frozenset[str]:
    """Words of the unit's own name and place, as its letterhead has them."""
    heads = [side for row in comparison.rows for side in (row.old, row.new) if side and side.role in _OF_UNITS]
    return frozenset(key for side in heads for key in _keys(side.text, frozenset()) if key.isalpha())


def _keys(text: str, without: frozenset[str]) -> tuple[str, ...]:
    keys = (fold(token.text.lower()) for token in tokens(text) if not token.blank)
    return tuple(key for key in keys if any(map(str.isalnum, key)) and key not in without)
