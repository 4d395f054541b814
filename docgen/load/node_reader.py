"""YAML nodes → plain data, every value and key noted with its place."""

from typing import Any, cast

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from docgen.load.characters import clean
from docgen.load.source import Path, Source
from docgen.problems import Place
from docgen.vietnamese import forbidden_character, to_nfc

MAX_DEPTH = 50
_STANDARD_TAG = "tag:yaml.org,2002:"
_NULLS = ("", "~", "null", "Null", "NULL")


class Reader:
    """Walks the nodes of one file once, filling the places, keys and notes of its source."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.seen: set[int] = set()

    def value(self, node: Node, path: Path) -> Any:
        """The data of a node and all below it; what may not stand is noted and None."""
        blank = isinstance(node, ScalarNode) and node.style is None and node.value in _NULLS
        here = Place(self.source.file, node.start_mark.line + 1, node.start_mark.column + 1)
        self.source.places[path] = self.source.keys.get(path, here) if blank else here
        if blank or self._refused(node, path):
            return None
        if isinstance(node, MappingNode):
            return self._mapping(node, path)
        if isinstance(node, SequenceNode):
            return [self.value(child, (*path, index)) for index, child in enumerate(node.value)]
        return self._scalar(cast(ScalarNode, node), path)

    def _refused(self, node: Node, path: Path) -> bool:
        if id(node) in self.seen:
            self.source.fault(
                "yaml.alias", path, "Không dùng bí danh (*) trong tệp dữ liệu.", "Viết lại giá trị đầy đủ."
            )
            return True
        self.seen.add(id(node))
        tag = str(node.tag)
        if not tag.startswith(_STANDARD_TAG) or "python" in tag:
            self.source.fault("yaml.tag", path, f"Không dùng thẻ «{tag}».", "Xóa thẻ, chỉ ghi giá trị.")
            return True
        if len(path) > MAX_DEPTH:
            self.source.fault("yaml.depth", path, "Dữ liệu lồng quá sâu.", "Bớt số cấp lồng nhau.")
            return True
        return False

    def _mapping(self, node: MappingNode, path: Path) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            place = Place(self.source.file, key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            key = self._key(key_node, path, place)
            if key is None:
                continue
            if key in result:
                self.source.fault("yaml.duplicate", (*path, key), f"Khóa «{key}» ghi hai lần.", "Giữ lại một.", place)
                continue
            if node.flow_style and value_node.end_mark.index == key_node.end_mark.index:
                message = f"Dấu phẩy trước «{key}» cắt giá trị làm hai."
                remedy = "Giá trị có dấu phẩy phải đặt trong nháy, hoặc viết xuống dòng riêng."
                self.source.fault("yaml.comma", (*path, key), message, remedy, place)
                continue
            self.source.keys[*path, key] = place
            result[key] = self.value(value_node, (*path, key))
        return result

    def _key(self, node: Node, path: Path, place: Place) -> str | None:
        """The key as text, or None when it is noted as a fault of the mapping."""
        key = to_nfc(str(node.value)) if isinstance(node, ScalarNode) else ""
        bad = forbidden_character(key)
        if key.strip() and not bad:
            return key
        message = f"Khóa có ký tự không được phép ({bad})." if bad else "Khóa phải là một từ."
        self.source.fault("yaml.key", path, message, "Viết khóa thành một từ, sau đó là dấu hai chấm.", place)
        return None

    def _scalar(self, node: ScalarNode, path: Path) -> str | None:
        text = str(node.value)
        return clean(text.rstrip("\n") if node.style in ("|", ">") else text, self.source, path)
