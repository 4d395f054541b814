"""YAML at node level: every scalar stays text and keeps its line and column.

Typed YAML would turn `05` into 5 and `no` into False, and would die on 30 February without a line.
"""

from typing import Any, cast

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError

from docgen.load.characters import clean, decoded
from docgen.load.source import Path, Source
from docgen.problems import Place
from docgen.vietnamese import forbidden_character, to_nfc

MAX_BYTES = 5_000_000
MAX_DEPTH = 50
_STANDARD_TAG = "tag:yaml.org,2002:"
_NULLS = ("", "~", "null", "Null", "NULL")
# What YAML says → what a clerk is told; the first that fits.
_SYNTAX = (
    ("'\\t'", "Có dấu Tab ở đây.", "Thụt dòng bằng dấu cách, không dùng phím Tab."),
    ("undefined alias", "Không dùng bí danh (*) trong tệp dữ liệu.", "Giá trị mở đầu bằng dấu * phải đặt trong nháy."),
    ("mapping values", "Dấu hai chấm đứng giữa giá trị.", "Đặt cả giá trị trong nháy kép, hoặc thụt lại cho thẳng."),
    ("quoted scalar", "Dấu nháy mở ở đây mà không đóng.", "Thêm dấu nháy đóng ở cuối giá trị, hoặc bỏ dấu nháy mở."),
    ("single document", "Tệp có hai phần ngăn bằng «---».", "Giữ một phần, bỏ dòng «---»."),
    ("", "Cú pháp YAML sai ở đây.", "Xem lại thụt dòng, dấu hai chấm, dấu ngoặc và dấu nháy ở dòng này và dòng trên."),
)  # fmt: skip


def read_yaml(content: bytes, file: str) -> Source:
    """Bytes → data made of dict, list, str and None. Every fault is in `problems`; then `data` may be None."""
    source = Source(file)
    text = decoded(content, source, MAX_BYTES)
    node = _compose(text, source) if text is not None else None
    if node is not None:
        source.data = _Reader(source).value(node, ())
    if not source.data and not source.notes:
        source.data = None
        source.fault("yaml.empty", (), "Tệp trống.", "Chép lại tệp mẫu bằng «docgen init» rồi điền.")
    return source


def _compose(text: str, source: Source) -> Node | None:
    try:
        node: Node | None = YAML(typ="safe", pure=True).compose(text)
    except ReaderError as error:
        before = text[: error.position]
        place = Place(source.file, before.count("\n") + 1, error.position - before.rfind("\n"))
        message = f"Có ký tự không được phép (U+{ord(text[error.position]):04X})."
        source.fault("yaml.character", (), message, "Xóa ký tự đó rồi gõ lại.", place)
    except MarkedYAMLError as error:
        _note_syntax(error, source)
    except (RecursionError, YAMLError):
        source.fault("yaml.depth", (), "Tệp lồng quá sâu hoặc không đọc được.", "Bớt số cấp lồng nhau.")
    else:
        return node
    return None


def _note_syntax(error: MarkedYAMLError, source: Source) -> None:
    said = f"{error.context} {error.problem}"
    sort, message, remedy = next(known for known in _SYNTAX if known[0] in said)
    opening = sort == "quoted scalar"  # the fault shows only at the end of the file: point at the quote
    mark = (error.context_mark if opening else None) or error.problem_mark or error.context_mark
    place = Place(source.file, mark.line + 1, mark.column + 1) if mark else None
    source.fault("yaml.syntax", (), message, remedy, place)


class _Reader:
    """Walks the nodes once, filling the places, keys and notes of the source."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.seen: set[int] = set()

    def value(self, node: Node, path: Path) -> Any:
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
        if not str(node.tag).startswith(_STANDARD_TAG) or "python" in str(node.tag):
            self.source.fault("yaml.tag", path, f"Không dùng thẻ «{node.tag}».", "Xóa thẻ, chỉ ghi giá trị.")
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
