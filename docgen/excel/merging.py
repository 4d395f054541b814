"""Three versions of a tree: the one a workbook was made from, the data of today, the workbook.

What only one side changed is taken from that side; what both changed differently is a conflict.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from docgen.excel.trees import Listed, Path


@dataclass(frozen=True)
class Change:
    """A value, a list or a whole record that differs: `old` None when it is new, `new` None when it is gone."""

    path: Path
    old: Any
    new: Any


def merged(base: Any, today: Any, sheet: Any, path: Path = ()) -> tuple[Any, list[Change]]:
    """The data as they should be, and every conflict with what the data and the workbook say."""
    if sheet in (base, today):
        return today, []
    if today == base:
        return sheet, []
    sides = [side for side in (base, today, sheet) if side is not None]
    if today is None or sheet is None or not all(isinstance(side, dict) for side in sides):
        return today, [Change(path, today, sheet)]
    result: dict[str, Any] = Listed() if isinstance(sheet, Listed) else {}
    conflicts = []
    for key in _order(base or {}, today, sheet):
        value, found = merged((base or {}).get(key), today.get(key), sheet.get(key), (*path, key))
        conflicts += found
        if value is not None:
            result[key] = value
    return result, conflicts


def _order(base: Mapping[str, Any], today: Mapping[str, Any], sheet: Mapping[str, Any]) -> list[str]:
    """Keys of both sides in the order of the side that changed the order, the workbook when both did."""
    kept = [key for key in base if key in sheet]
    moved = [key for key in sheet if key in base] != kept
    lead, other = (sheet, today) if moved else (today, sheet)
    order = list(lead)
    before: str | None = None
    for key in other:
        if key not in lead:
            order.insert(order.index(before) + 1 if before else 0, key)
        before = key
    return order


def changes(old: Any, new: Any, path: Path = ()) -> Iterator[Change]:
    """Where two trees differ: values one by one, records that came or went as a whole."""
    if old == new:
        return
    if not (isinstance(old, dict) and isinstance(new, dict)):
        yield Change(path, old, new)
        return
    inner = [
        change for key in dict.fromkeys([*old, *new]) for change in changes(old.get(key), new.get(key), (*path, key))
    ]
    yield from inner or [Change(path, list(old), list(new))]
