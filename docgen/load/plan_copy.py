"""A plan's file as the beginning of another plan: its words, ids and decisions, without what was its own.

The text is cut where the values stand, so that comments and the way the clerk wrote it stay as they are.
"""

from collections.abc import Iterator

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode

from docgen.load.bounds import PARTS
from docgen.load.characters import decoded
from docgen.load.nodes import MAX_BYTES, compose
from docgen.load.source import Source

_ANY = "*"
_OF_PARTS = ("so", "ngay", "nguoi_ky", "quyen_han", "chuc_vu", "trang_thai", "du_thao_lan")
_OWN = (
    *(("thoi_han", _ANY, key) for key in ("truoc_ngay", "tu_nam", "den_nam", "nam")),
    ("chi_tieu", _ANY, "gia_tri"),
    *((PARTS, _ANY, key) for key in _OF_PARTS),
    *((PARTS, _ANY, key, _ANY) for key in ("chi_tieu", "thoi_han")),
)
_DRAFT = "du_thao"
Keys = tuple[str, ...]


def copied_plan(content: bytes, file: str, new: str) -> tuple[str, list[str], Source]:
    """Text of the plan `new`, the keys left blank (`thoi_han.ban-hanh.truoc_ngay`), and what cannot be read."""
    source = Source(file)
    text = decoded(content, source, MAX_BYTES) or ""
    root = compose(text, source) if text else None
    values = list(_values(root, ())) if root else []
    blanked = [(keys, node) for keys, node in values if _is_own(keys) and node.value not in ("", _DRAFT)]
    renamed = [(node, new) for keys, node in values if keys == ("ma",)]
    for node, value in _from_the_end([*renamed, *((node, "") for _, node in blanked)]):
        text = _put(text, node, value)
    return text, [".".join(keys) for keys, _ in blanked], source


def _values(node: Node, keys: Keys) -> Iterator[tuple[Keys, ScalarNode]]:
    """Every single value below mappings."""
    if isinstance(node, ScalarNode):
        yield keys, node
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            yield from _values(value, (*keys, str(key.value)))


def _is_own(keys: Keys) -> bool:
    """Whether a value is the old plan's own: a figure, a date, a number or what became of one of its papers."""
    alike = (own for own in _OWN if len(own) == len(keys))
    return any(all(part in (_ANY, key) for key, part in zip(keys, own, strict=True)) for own in alike)


def _from_the_end(changes: list[tuple[ScalarNode, str]]) -> list[tuple[ScalarNode, str]]:
    """What is put in moves only what follows."""
    return sorted(changes, key=lambda change: change[0].start_mark.index, reverse=True)


def _put(text: str, node: ScalarNode, value: str) -> str:
    """Another value in the place of one; no blanks are left at the end of its line."""
    start, end = node.start_mark.index, node.end_mark.index
    end = start + len(text[start:end].rstrip())
    before = text[:start].rstrip(" ") if not value and text[end : end + 1] in ("", "\r", "\n") else text[:start]
    return before + value + text[end:]
