"""A compiled part × the values of one paper → the part's bytes. Nothing here reads a template or an XML tree.

The code Jinja generates yields what stands between the tags already encoded, and hands every value to `Paper.say`;
values are checked, escaped and encoded together, a batch at a time, which costs a third of doing it one by one.
"""

import functools
import marshal
import re
from collections.abc import Iterable, Iterator, Mapping, Sized
from itertools import islice
from typing import Any, cast

from jinja2 import StrictUndefined, nodes, pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.filters import do_join
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

MAX_TURNS = 1_000_000
MAX_PART = 64_000_000
FILTERS = (
    "capitalize", "count", "default", "e", "escape", "first", "join", "last", "length", "lower", "trim", "upper",
)  # fmt: skip
TESTS = (
    "boolean", "defined", "divisibleby", "eq", "equalto", "even", "false", "float", "ge", "gt", "in", "integer", "le",
    "lt", "mapping", "ne", "none", "number", "odd", "sequence", "string", "true", "undefined",
)  # fmt: skip
COUNTED = "counted"
SOURCE = "<template>"  # the file name generated code goes by in a traceback

_BATCH = 1024
_BETWEEN = "\x1f"  # illegal in XML, so no value has it
# Bytes that ask for a closer look: controls, and the first byte of the thousands with surrogates, U+FFFE, U+FFFF.
_ODD = bytes(range(0x1F)) + b"\xed\xef"
_ILLEGAL = re.compile("[\x00-\x06\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("[\t\n\a\f]")  # docxtpl's: tab, line, paragraph, page
_RELATION = re.compile(r"""\sr:\w+\s*=""")


class Unfit(ValueError):
    """A value that cannot stand in a paper. `code` and the two sentences go to the user."""

    def __init__(self, code: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.code, self.message, self.remedy = code, message, remedy


class TooMuch(Unfit):
    """Loops or output beyond what any paper needs."""

    def __init__(self) -> None:
        message = "Mẫu làm ra quá nhiều nội dung (vòng lặp quá dài)."
        super().__init__("template.too_much", message, "Bớt các vòng lặp lồng nhau trong mẫu hoặc bớt dữ liệu.")


class Paper(Context):
    """The values of one paper while it is written, and what has been met on the way."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        super().__init__(environment(), dict(values), None, {})
        self.turns = 0
        self.breaks = False  # some value has a line break or its like
        self.rich = False  # some value is XML of its own
        self.said: list[Any] = []
        self.say = self.said.append

    def render(self, code: bytes) -> bytes:
        """One part. Raises Unfit, or whatever a tag makes of the values."""
        stream: Iterator[bytes | None] = loaded(code)["root"](self)
        pieces: list[bytes] = []
        size = 0
        self.said.clear()
        while chunks := list(islice(stream, _BATCH)):
            value = iter(self._encoded()).__next__
            woven = [value() if chunk is None else chunk for chunk in chunks]
            size += sum(map(len, woven))
            if size > MAX_PART:
                raise TooMuch
            pieces.append(b"".join(woven))
            self.said.clear()
        return b"".join(pieces)

    def _encoded(self) -> list[bytes]:
        """The values said, escaped, in UTF-8."""
        said = self.said
        rich: dict[int, bytes] = {}
        if {*map(type, said)} - {str}:
            rich = {place: self._rich(value) for place, value in enumerate(said) if hasattr(value, "__html__")}
            said = ["" if place in rich else str(value) for place, value in enumerate(said)]
        pieces = self._escaped(said) if said else []
        for place, xml in rich.items():
            pieces[place] = xml
        return pieces

    def _escaped(self, texts: list[str]) -> list[bytes]:
        if sum(map(len, texts)) > MAX_PART:
            raise TooMuch
        data = _BETWEEN.join(texts).encode("utf-8", "surrogatepass")
        if len(data.translate(None, _ODD)) != len(data) or data.count(b"\x1f") >= len(texts):
            self._look(texts)
        data = data.replace(b"&", b"&amp;").replace(b"<", b"&lt;").replace(b">", b"&gt;").replace(b'"', b"&#34;")
        return data.replace(b"\r", b"&#13;").split(b"\x1f")  # a bare CR would be read as a line feed

    def _look(self, texts: Iterable[str]) -> None:
        """Refuse what XML cannot hold; note line breaks."""
        for text in texts:
            if found := _ILLEGAL.search(text):
                message = f"Giá trị «{_ILLEGAL.sub('�', text)[:60]}» có ký tự U+{ord(found.group()):04X}."
                raise Unfit("template.bad_character", message, "Xóa ký tự lạ này trong dữ liệu.")
            self.breaks = self.breaks or _BREAKS.search(text) is not None

    def _rich(self, value: Any) -> bytes:
        """XML of a rich text; the part it goes into is parsed afterwards."""
        try:
            xml = str(value.__html__())
        except Exception:  # a picture or a document inside asks the docxtpl document it was made for
            xml = None
        if xml is None or _RELATION.search(xml):
            message = f"Giá trị kiểu «{type(value).__name__}» cần tệp hoặc liên kết kèm theo."
            raise Unfit("template.relation", message, "Chỉ đưa văn bản vào mẫu, không đưa ảnh, liên kết, tệp con.")
        self._look([xml])
        self.rich = True
        return xml.encode("utf-8")


class _Generator(CodeGenerator):
    """Jinja's code generator; data encoded at once, values said."""

    def _output_const_repr(self, group: Iterable[Any]) -> str:
        return repr("".join(group).encode("utf-8"))

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        if isinstance(node, nodes.TemplateData):
            return node.data
        raise nodes.Impossible  # a constant is a value too

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("context.say(")


class _Environment(ImmutableSandboxedEnvironment):
    """Second wall, behind the allow-list. Methods are no values; a key of the data comes before a method of dict."""

    code_generator_class = _Generator

    def getattr(self, obj: Any, attribute: str) -> Any:
        if type(obj) is dict:
            try:
                return obj[attribute]
            except KeyError:
                return self.undefined(obj=obj, name=attribute)
        return self._value(super().getattr(obj, attribute), obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        return self._value(super().getitem(obj, argument), obj, argument)

    def _value(self, found: Any, obj: Any, name: Any) -> Any:
        return self.undefined(obj=obj, name=name) if callable(found) else found


@pass_context
def _counted(paper: Paper, items: Sized) -> Sized:
    """What a loop goes through, its turns counted before it starts."""
    paper.turns += len(items)
    if paper.turns > MAX_TURNS:
        raise TooMuch
    return items


@pass_context
def _joined(paper: Paper, items: Sized, between: str = "", attribute: str | None = None) -> str:
    """Jinja's own filter, kept within bounds."""
    if len(_counted(paper, items)) * len(between) > MAX_PART:
        raise TooMuch
    joined: str = do_join(paper.eval_ctx, cast(Iterable[Any], items), between, attribute)
    return joined


@functools.cache
def environment() -> ImmutableSandboxedEnvironment:
    """Autoescape, strict undefined, no globals, the filters and tests of the allow-list only."""
    made = _Environment(autoescape=True, undefined=StrictUndefined)
    made.globals = {}
    made.filters = {name: made.filters[name] for name in FILTERS} | {"join": _joined, COUNTED: _counted}
    made.tests = {name: made.tests[name] for name in TESTS}
    return made


@functools.lru_cache(maxsize=64)
def loaded(code: bytes) -> dict[str, Any]:
    """The module Jinja generated: `root`, and `debug_info` that leads from its lines to the template's."""
    namespace: dict[str, Any] = {"environment": environment()}
    exec(marshal.loads(code), namespace)
    return namespace
