"""YAML at node level: every scalar stays text and keeps its line and column.

Typed YAML would turn `05` into 5 and `no` into False, and would die on 30 February without a line.
"""

from dataclasses import dataclass, field
from typing import Any, cast

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError

from docgen.problems import Place, Problem
from docgen.vietnamese import forbidden_character, to_nfc

Path = tuple[str | int, ...]

MAX_BYTES = 5_000_000
MAX_DEPTH = 50
_STANDARD_TAG = "tag:yaml.org,2002:"
_NULLS = ("", "~", "null")


@dataclass
class Source:
    """One file as plain data, with the place of every value."""

    file: str
    data: Any = None
    places: dict[Path, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def place(self, *path: str | int) -> Place:
        """The place of a value, or of the nearest thing around it."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.places:
                return self.places[path[:length]]
        return Place(self.file)

    def fault(self, code: str, path: Path, message: str, remedy: str) -> None:
        """Note an error at the place of a value."""
        self.problems.append(Problem(self.place(*path), code, message, remedy))


def read_yaml(content: bytes, file: str) -> Source:
    """Bytes → data made of dict, list, str and None. Every fault is in `problems`; then `data` may be None."""
    source = Source(file)
    text = _decode(content, source)
    if text is None:
        return source
    node = _compose(text, source)
    if node is None and not source.problems:
        source.fault("yaml.empty", (), "Tệp trống.", "Chép lại tệp mẫu bằng «docgen init» rồi điền.")
    if node is not None:
        source.data = _Reader(source).value(node, ())
    return source


def _decode(content: bytes, source: Source) -> str | None:
    if len(content) > MAX_BYTES:
        source.fault("yaml.size", (), "Tệp lớn hơn 5 MB.", "Chia nhỏ tệp hoặc bỏ phần thừa.")
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        problem = "Tệp không phải là văn bản UTF-8."
        source.problems.append(
            Problem(Place(source.file, line, 1), "yaml.encoding", problem, "Lưu lại tệp với bảng mã UTF-8.")
        )
        return None


def _compose(text: str, source: Source) -> Node | None:
    try:
        node: Node | None = YAML(typ="safe", pure=True).compose(text)
    except ReaderError as error:
        before = text[: error.position]
        place = Place(source.file, before.count("\n") + 1, error.position - before.rfind("\n"))
        message = f"Có ký tự không được phép (U+{ord(text[error.position]):04X})."
        source.problems.append(Problem(place, "yaml.character", message, "Xóa ký tự đó rồi gõ lại."))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(source.file, mark.line + 1, mark.column + 1) if mark else Place(source.file)
        message = "Cú pháp YAML sai ở đây."
        remedy = (
            "Xem lại thụt dòng, dấu hai chấm và dấu nháy ở dòng này và dòng trên; chuỗi có «: » phải đặt trong nháy."
        )
        source.problems.append(Problem(place, "yaml.syntax", message, remedy))
    except (RecursionError, YAMLError):
        source.fault("yaml.depth", (), "Tệp lồng quá sâu hoặc không đọc được.", "Bớt số cấp lồng nhau.")
    else:
        return node
    return None


class _Reader:
    """Walks the nodes once, filling `source.places` and `source.problems`."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.seen: set[int] = set()

    def value(self, node: Node, path: Path) -> Any:
        self.source.places[path] = Place(self.source.file, node.start_mark.line + 1, node.start_mark.column + 1)
        if self._refused(node, path):
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
            if not isinstance(key_node, ScalarNode):
                self.source.fault(
                    "yaml.key", path, "Khóa phải là một từ.", "Viết khóa thành một từ, sau đó là dấu hai chấm."
                )
                continue
            key = to_nfc(str(key_node.value))
            if key in result:
                place = Place(self.source.file, key_node.start_mark.line + 1, key_node.start_mark.column + 1)
                message = f"Khóa «{key}» ghi hai lần."
                self.source.problems.append(Problem(place, "yaml.duplicate", message, "Giữ lại một."))
                continue
            result[key] = self.value(value_node, (*path, key))
        return result

    def _scalar(self, node: ScalarNode, path: Path) -> str | None:
        text = str(node.value)
        if node.style is None and text in _NULLS:
            return None
        text = text.rstrip("\n") if node.style in ("|", ">") else text
        bad = forbidden_character(text)
        if bad:
            message = f"Giá trị có ký tự không được phép ({bad})."
            self.source.fault("value.character", path, message, "Xóa ký tự đó; mỗi giá trị viết trên một dòng.")
            return None
        normal = to_nfc(text)
        if normal != text:
            self._note_nfd(path, normal)
        return normal

    def _note_nfd(self, path: Path, text: str) -> None:
        message = f"«{text[:40]}» gõ bằng dấu rời (NFD); đã đưa về dấu dựng sẵn (NFC)."
        remedy = "Không phải sửa; nên gõ bằng bảng mã Unicode dựng sẵn."
        self.source.problems.append(Problem(self.source.place(*path), "value.nfd", message, remedy, "hint"))
