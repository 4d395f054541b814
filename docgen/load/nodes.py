"""YAML at node level: every scalar stays text and keeps its line and column.

Typed YAML would turn `05` into 5 and `no` into False, and would die on 30 February without a line. The YAML library is
imported when a file is really read: a run on remembered data needs none.
"""

import re
from typing import TYPE_CHECKING

from docgen.load.characters import decoded
from docgen.load.source import Source
from docgen.problems import Place

if TYPE_CHECKING:
    from ruamel.yaml.error import MarkedYAMLError
    from ruamel.yaml.nodes import Node

MAX_BYTES = 5_000_000
_LINE_ENDS = re.compile("[\x85\u2028\u2029]")  # no keyboard has them; YAML folds them into a blank, or stumbles
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
    node = compose(text, source) if text is not None else None
    if node is not None:
        from docgen.load.node_reader import Reader

        source.data = Reader(source).value(node, ())
    if not source.data and not source.notes:
        source.data = None
        source.fault("yaml.empty", (), "Tệp trống.", "Chép lại tệp mẫu bằng «docgen init» rồi điền.")
    return source


def compose(text: str, source: Source) -> "Node | None":
    """The nodes of a file's text, None with the fault noted."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError
    from ruamel.yaml.reader import ReaderError

    from docgen.load.quick_nodes import quick_root

    if line_end := _LINE_ENDS.search(text):
        _refuse_character(text, line_end.start(), source)
        return None
    try:
        node: Node | None = quick_root(text) or YAML(typ="safe", pure=True).compose(text)
    except ReaderError as error:
        _refuse_character(text, error.position, source)
    except MarkedYAMLError as error:
        _note_syntax(error, source)
    except (RecursionError, YAMLError):
        source.fault("yaml.depth", (), "Tệp lồng quá sâu hoặc không đọc được.", "Bớt số cấp lồng nhau.")
    else:
        return node
    return None


def _refuse_character(text: str, at: int, source: Source) -> None:
    place = Place(source.file, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
    message = f"Có ký tự không được phép (U+{ord(text[at]):04X})."
    source.fault("yaml.character", (), message, "Xóa ký tự đó rồi gõ lại.", place)


def _note_syntax(error: "MarkedYAMLError", source: Source) -> None:
    said = f"{error.context} {error.problem}"
    sort, message, remedy = next(known for known in _SYNTAX if known[0] in said)
    opening = sort == "quoted scalar"  # the fault shows only at the end of the file: point at the quote
    mark = (error.context_mark if opening else None) or error.problem_mark or error.context_mark
    place = Place(source.file, mark.line + 1, mark.column + 1) if mark else None
    source.fault("yaml.syntax", (), message, remedy, place)
