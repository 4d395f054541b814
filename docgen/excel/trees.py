"""What users wrote as plain text, lists of records by their id: so two versions can be laid side by side."""

from collections.abc import Iterator
from typing import Any, TypeAlias

Path: TypeAlias = tuple[str | int, ...]
Tree: TypeAlias = "str | list[str] | dict[str, Any]"
ID = "ma"


class Listed(dict[str, Any]):
    """Records that stand in a list, by id: unlike keys of a mapping, their order counts."""

    __hash__ = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, dict) and list(self.items()) == list(other.items())

    def __ne__(self, other: object) -> bool:
        return not self == other


def tree_of(data: Any) -> Any:
    """Plain data → a tree: blanks are left out, an entry without an id goes by its ordinal."""
    if isinstance(data, dict):
        return {key: tree_of(value) for key, value in data.items() if value is not None}
    if isinstance(data, list) and data and all(isinstance(entry, dict) for entry in data):
        return Listed((str(entry.get(ID) or f"#{number}"), tree_of(entry)) for number, entry in enumerate(data, 1))
    return [str(entry) for entry in data if entry is not None] if isinstance(data, list) else data


def twice(data: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every id that a list has two of: a tree would lose one."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from twice(value, (*path, key))
    elif isinstance(data, list):
        ids = [str(entry[ID]) for entry in data if isinstance(entry, dict) and entry.get(ID)]
        yield from ((path, name) for name in dict.fromkeys(ids) if ids.count(name) > 1)
        for entry in data:
            yield from twice(entry, path)
