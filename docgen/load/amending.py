"""A YAML file with other values: only what changed is written anew, every other byte and comment stays.

Works on the text between the marks of the nodes. `before` and `after` are the same data twice, as trees (lists of
records by their id); a key that stands in the file but in neither of them is none of our business.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from docgen.excel.trees import ID, Listed
from docgen.load.nodes import compose
from docgen.load.source import Source
from docgen.vietnamese import to_nfc

_WIDTH = 120
_STEP = 2
_PLAIN = re.compile(r"\w(?:[^:#\n]|:(?=\S)|(?<=\S)#)*(?<![\s:])")
_PLAIN_INSIDE = re.compile(r"\w[^:#,\[\]{}\n]*(?<!\s)")  # between the brackets of a list or a mapping
_COMMENT = re.compile(r"\s(#[^\n]*)")
_NULLS = ("null", "Null", "NULL")
_FOLDS = re.compile(r"\S+(?: \S+)*")  # single blanks only: a line may end at each of them


def amended(text: str, before: Any, after: Any) -> str:
    """The text of a sound YAML file, saying `after` where it said `before`."""
    root = compose(text, Source(""))
    assert root is not None, "only a file that was read is amended"
    work = _Amending(text)
    return text[: root.start_mark.index] + work.value(root, before, after) + text[work.stop(root) :]


@dataclass
class _Amending:
    """Entries of a block are chunks of text: a line break, the comments above, the entry, the comment beside it."""

    text: str

    def value(self, node: Node, before: Any, after: Any) -> str:
        """What stands in the place of a node, up to its `stop`."""
        if before == after:
            return self.text[node.start_mark.index : self.stop(node)]
        if not _is_block(node):
            return _between_brackets(after)
        if isinstance(node, MappingNode) and isinstance(after, dict):
            return self._mapping(node, before if isinstance(before, dict) else {}, after)
        if isinstance(node, SequenceNode) and _by_name(after) is not None:
            return self._list(node, _by_name(before) or {}, _by_name(after) or {})
        return rendered(after, node.start_mark.column)

    def stop(self, node: Node) -> int:
        """Where a node ends; a block takes the rest of its last line along."""
        end = _end(self.text, node)
        return self._line_end(end) if _is_block(node) else end

    def _mapping(self, node: MappingNode, before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
        indent = "\n" + " " * node.start_mark.column
        chunks: dict[str, str] = {}
        cut = node.start_mark.index
        for key_node, value_node in node.value:
            key = to_nfc(str(key_node.value))
            end = self._line_end(_end_of_pair(self.text, key_node, value_node))
            chunk = self.text[cut:end]
            if before.get(key) != after.get(key):
                chunk = self._pair(cut, end, key_node, value_node, before.get(key), after[key]) if key in after else ""
            chunks[key] = indent + chunk if chunk and not chunks else chunk
            cut = end
        for key, previous in _new_keys(chunks, after):
            chunks = _inserted(chunks, key, indent + _pair_text(key, after[key], node.start_mark.column), previous)
        return _without_first_indent("".join(chunks.values()), indent)

    def _pair(self, cut: int, end: int, key: Node, value: Node, before: Any, after: Any) -> str:
        """`key: value` with the comments above and beside it."""
        colon = self.text.index(":", key.end_mark.index) + 1
        head, tail = self.text[cut:colon], self.text[self.stop(value) : end]
        if _is_blank(value):
            return head + _after_colon(after, key.start_mark.column, bool(self.text[colon:end].strip())) + tail
        if _is_block(value):
            inner = self.value(value, before, after)
            return self.text[cut : value.start_mark.index] + inner if inner else head
        between_brackets = not isinstance(value, ScalarNode)
        if between_brackets:  # comments between the brackets stand above the key from now on
            lines = "".join(f"{one}\n{' ' * key.start_mark.column}" for one in self._comments_inside(value))
            head = self.text[cut : key.start_mark.index] + lines + self.text[key.start_mark.index : colon]
        return head + _after_colon(after, key.start_mark.column, between_brackets or bool(tail.strip())) + tail

    def _comments_inside(self, node: Node) -> list[str]:
        return _COMMENT.findall(self.text, node.start_mark.index, node.end_mark.index)

    def _list(self, node: SequenceNode, before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
        indent = "\n" + " " * node.start_mark.column
        chunks: dict[str, str] = {}
        cut = node.start_mark.index
        for number, entry in enumerate(node.value, 1):
            name, end = _id(entry, number), self._line_end(_end(self.text, entry))
            lead = self.text[cut : entry.start_mark.index]
            tail = self.text[self.stop(entry) : end]
            if name in after:
                chunk = lead + self.value(entry, before.get(name), after[name]) + tail
                chunks[name] = indent + chunk if number == 1 else chunk
            cut = end
        column = node.start_mark.column + _STEP
        texts = (chunks.get(name) or f"{indent}- {rendered(value, column)}" for name, value in after.items())
        return _without_first_indent("".join(texts), indent)

    def _line_end(self, at: int) -> int:
        found = self.text.find("\n", at)
        return len(self.text) if found < 0 else found


def _is_block(node: Node) -> bool:
    return isinstance(node, MappingNode | SequenceNode) and not node.flow_style


def _is_blank(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.style is None and not node.value


def _end(text: str, node: Node) -> int:
    """Where a node's last letter ends: block texts and blocks are marked as reaching to what comes next."""
    if not _is_block(node) or not node.value:
        return int(node.start_mark.index) + len(text[node.start_mark.index : node.end_mark.index].rstrip())
    last = node.value[-1]
    return _end_of_pair(text, *last) if isinstance(last, tuple) else _end(text, last)


def _end_of_pair(text: str, key: Node, value: Node) -> int:
    return text.index(":", key.end_mark.index) + 1 if _is_blank(value) else _end(text, value)


def _by_name(value: Any) -> Mapping[str, Any] | None:
    """Entries of a list by their id, or by themselves; None when two are the same."""
    if isinstance(value, dict):
        return value
    by_name = {entry: entry for entry in value} if isinstance(value, list) else None
    return by_name if by_name is not None and len(by_name) == len(value) else None


def _id(node: Node, number: int) -> str:
    if isinstance(node, ScalarNode):
        return to_nfc(str(node.value))
    pairs = cast(Sequence[tuple[Node, Node]], node.value)
    return next((to_nfc(str(value.value)) for key, value in pairs if key.value == ID), f"#{number}")


def _new_keys(chunks: Mapping[str, str], after: Mapping[str, Any]) -> list[tuple[str, str | None]]:
    """Keys to add, each with the key it comes after."""
    keys = list(after)
    return [(key, keys[at - 1] if at else None) for at, key in enumerate(keys) if key not in chunks]


def _inserted(chunks: dict[str, str], key: str, chunk: str, after: str | None) -> dict[str, str]:
    at = list(chunks).index(after) + 1 if after in chunks else 0
    pairs = list(chunks.items())
    return dict([*pairs[:at], (key, chunk), *pairs[at:]])


def _without_first_indent(text: str, indent: str) -> str:
    """The first entry stands behind what its parent wrote already; comments above it stand on lines of their own."""
    return text.removeprefix(indent).lstrip("\n")


# What is new


def rendered(value: Any, column: int) -> str:
    """A value as a block, its first line to be put at `column`, the others behind as many blanks."""
    between = "\n" + " " * column
    if isinstance(value, dict) and isinstance(value, Listed):
        return between.join(f"- {rendered(entry, column + _STEP)}" for entry in value.values())
    if isinstance(value, dict):
        return between.join(_pair_text(key, inner, column) for key, inner in value.items()) or "{}"
    return _between_brackets(value) if isinstance(value, list) else _line(value)


def _pair_text(key: str, value: Any, column: int) -> str:
    return f"{_line(key)}:{_after_colon(value, column, False)}"


def _after_colon(value: Any, column: int, one_line: bool) -> str:
    """What follows the colon of a key at `column`; `one_line` when a comment follows on the same line."""
    if isinstance(value, dict) and value and not one_line:
        inner = column if isinstance(value, Listed) else column + _STEP
        return "\n" + " " * inner + rendered(value, inner)
    if isinstance(value, str) and not one_line and _folds(value, column):
        return " >-" + _folded(value, column + _STEP)
    return " " + (_line(value) if isinstance(value, str) else _between_brackets(value))


def _folds(text: str, column: int) -> bool:
    return len(text) > _WIDTH - column and _FOLDS.fullmatch(text) is not None


def _folded(text: str, column: int) -> str:
    lines, line = [], ""
    for word in text.split(" "):
        if line and column + len(line) + 1 + len(word) > _WIDTH:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return "".join("\n" + " " * column + one for one in [*lines, line])


def _between_brackets(value: Any) -> str:
    if isinstance(value, dict) and isinstance(value, Listed):
        return f"[{', '.join(map(_between_brackets, value.values()))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_inside(key)}: {_between_brackets(inner)}" for key, inner in value.items()) + "}"
    return f"[{', '.join(map(_inside, value))}]" if isinstance(value, list) else _inside(value)


def _inside(text: str) -> str:
    return text if _PLAIN_INSIDE.fullmatch(text) and text not in _NULLS else _quoted(text)


def _line(text: str) -> str:
    return text if _PLAIN.fullmatch(text) and text not in _NULLS else _quoted(text)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
