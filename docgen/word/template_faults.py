"""What is wrong with a template's tags, each fault at its own paragraph.

Every paragraph of a part is put on a line of its own before docxtpl prepares the tags, with its number in front; so a
line that Jinja names leads back to the paragraph a clerk sees.
"""

import re
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import TemplateSyntaxError, Undefined, nodes
from jinja2.meta import find_undeclared_variables

from docgen.problems import Place, Problem
from docgen.vietnamese import did_you_mean
from docgen.word.mending import break_lines, first_error
from docgen.word.rendering import FILTERS, SOURCE, TESTS, Paper, Unfit, environment, loaded

_BLOCK = re.compile(r"<w:(?:p|tr)[ />]")
_NO_NUMBER = re.compile(r"\d{4301}")
_NUMBERED = re.compile(r"<!--(\d+)-->")
_MARKUP = re.compile(r"<[^>]+>")
_NO_ATTRIBUTE = re.compile(r"has no attribute '(\w+)'|'(\w+)' is undefined")
_SNIPPET = 60

ALLOWED_NODES: frozenset[type[nodes.Node]] = frozenset(
    {
        nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem,
        nodes.For, nodes.If, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Filter, nodes.Test,
        nodes.List, nodes.Tuple, nodes.CondExpr, nodes.Keyword,
    }
)  # fmt: skip
_ANSWERED = ("defined", "undefined")  # tests that may be asked of a name there is no value for
ALLOWED_WORDS = "Chỉ dùng khóa, for, if và các bộ lọc đơn giản: " + ", ".join(FILTERS) + "."
_BROKEN = "Chỗ điền trong mẫu viết sai hoặc không đóng."
_PAIRS = "Mỗi {%p if %}, {%p for %} phải có {%p endif %}, {%p endfor %}; {{ và }} phải đủ đôi."
_LOOK = "Sửa chỗ này trong mẫu theo bảng khóa trong docs/du-lieu.md."


def numbered(xml: str) -> str:
    """A part with each paragraph, and each row, on its own line behind the paragraph's number."""
    count = 0

    def mark(found: re.Match[str]) -> str:
        nonlocal count
        count += found.group().startswith("<w:p")
        number = count if found.group().startswith("<w:p") else count + 1
        return f"\n<!--{number}-->{found.group()}"

    return _BLOCK.sub(mark, xml.replace("\n", " "))


def misplaced(file: str, part: str) -> Problem:
    """A tag in a part nothing is filled into, such as a chart or custom XML."""
    message = "Mẫu có chỗ điền trong phần không điền được."
    place = Place(file, part=part, paragraph=1)
    return Problem(place, "template.misplaced", message, "Chuyển chỗ điền ra thân văn bản, đầu trang, chân trang.")


@dataclass(frozen=True)
class TagCheck:
    """One part of one template: `prepared` is what docxtpl made of the numbered part."""

    xml: str
    prepared: str
    file: str
    part: str

    def problems(self, sample: Mapping[str, Any]) -> list[Problem]:
        """Unknown names, constructs not on the list, broken tags; then what a filling with `sample` runs into."""
        try:
            tree = environment().parse(self.prepared)
        except TemplateSyntaxError as error:
            return [self._problem(error.lineno, "template.broken", _BROKEN, _PAIRS)]
        except ValueError:  # Python reads no number of so many digits
            found = _NO_NUMBER.search(self.prepared)
            line = self.prepared.count("\n", 0, found.start() if found else 0) + 1
            return [self._problem(line, "template.broken", _BROKEN, _PAIRS)]
        unsafe = list(self._unsafe(tree))
        if unsafe and not _nameable(tree):
            return unsafe
        return [*self._unknown_names(tree, sample), *unsafe] or list(self._filled(tree, sample))

    def _problem(self, line: int, code: str, message: str, remedy: str) -> Problem:
        above = "\n".join(self.prepared.split("\n")[: max(line, 1)])
        return Problem(self._place(above), code, message, remedy)

    def _place(self, above: str) -> Place:
        """The paragraph `above` ends in."""
        numbers = _NUMBERED.findall(above)
        number = int(numbers[-1]) if numbers else 1
        starts = [found.start() for found in re.finditer(r"<w:p[ />]", self.xml)]
        start = starts[min(number, len(starts)) - 1] if starts else 0
        text = _MARKUP.sub("", self.xml[start:].partition("</w:p>")[0]).strip()
        return Place(self.file, part=self.part, paragraph=number, snippet=text[:_SNIPPET])

    def _unknown_names(self, tree: nodes.Template, sample: Mapping[str, Any]) -> Iterator[Problem]:
        known = {*sample, *_called(tree), *_optional(tree)}
        for name in sorted(find_undeclared_variables(tree) - known):
            line = next((node.lineno for node in tree.find_all(nodes.Name) if node.name == name), 1)
            message = f"Mẫu dùng khóa «{name}» không có trong dữ liệu."
            yield self._problem(line, "template.undefined", message, did_you_mean(name, sample))

    def _unsafe(self, tree: nodes.Template) -> Iterator[Problem]:
        told: set[int] = set()
        for node in tree.find_all(nodes.Node):
            name, line = refused(node), _line_of(node)
            if name and line not in told:  # one message a paragraph
                told.add(line)
                message = f"Mẫu dùng «{name}», không được phép trong mẫu."
                yield self._problem(line, "template.unsafe", message, ALLOWED_WORDS)

    def _filled(self, tree: nodes.Template, sample: Mapping[str, Any]) -> Iterator[Problem]:
        from docgen.word.template_compiling import code_of

        code = code_of(tree)
        try:
            data = break_lines(_Trial(sample).render(code).decode("utf-8")).encode("utf-8")
        except Exception as error:  # whatever a clerk's tag makes of the values is a fault of that tag
            yield self._problem(_line(error, code), *said_of(error, sample))
            return
        end = first_error(data)
        if end is not None:
            message = "Điền xong thì phần này hỏng: chỗ điền cắt ngang đoạn, hàng hoặc ô."
            yield Problem(self._place(data[:end].decode("utf-8", "replace")), "template.broken", message, _PAIRS)


class _Trial(Paper):
    """A paper that stumbles over a missing value where the tag stands."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        super().__init__(values)
        self.say = self._try

    def _try(self, value: Any) -> None:
        if isinstance(value, Undefined):
            str(value)
        self.said.append(value)


def said_of(error: Exception, values: Mapping[str, Any]) -> tuple[str, str, str]:
    """Code, message and remedy for what went wrong in a rendering."""
    if isinstance(error, Unfit):
        return error.code, error.message, error.remedy
    name = _NO_ATTRIBUTE.search(str(error))
    if name:
        word = name.group(1) or name.group(2)
        return "template.undefined", f"Không điền được mẫu: không có «{word}».", did_you_mean(word, _keys_in(values))
    return "template.broken", "Không điền được mẫu: chỗ điền dùng giá trị không hợp.", _LOOK


def _line(error: Exception, code: bytes) -> int:
    """The line of the template an error comes from."""
    lines = [frame.lineno or 1 for frame in traceback.extract_tb(error.__traceback__) if frame.filename == SOURCE]
    pairs = [pair.split("=") for pair in loaded(code)["debug_info"].split("&") if pair]
    return next((int(line) for line, generated in reversed(pairs) if lines and int(generated) <= lines[-1]), 1)


def _line_of(node: nodes.Node) -> int:
    """Jinja gives some statements no line of their own."""
    return node.lineno or next((inner.lineno for inner in node.find_all(nodes.Node) if inner.lineno), 1)


def refused(node: nodes.Node) -> str | None:
    """What a node does that no template may do, in a word; None when it may."""
    if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
        return node.attr
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const) and str(node.arg.value).startswith("_"):
        return str(node.arg.value)
    if isinstance(node, nodes.Filter) and node.name not in FILTERS:
        return node.name
    if isinstance(node, nodes.Test) and node.name not in TESTS:
        return node.name
    if isinstance(node, nodes.Name) and (node.name.startswith("_") or node.name == "self"):
        return node.name
    if isinstance(node, nodes.For) and node.recursive:
        return "recursive"
    if isinstance(node, nodes.List | nodes.Tuple) and not all(map(_may_be_listed, node.items)):
        return type(node).__name__  # loops over [a, a] in loops over [b, b] would grow without end
    if isinstance(node, nodes.Mul) and isinstance(node.left, nodes.Const) and _is_loop_length(node.right):
        return None  # docxtpl's own, out of {% hm %}
    return None if type(node) in ALLOWED_NODES else type(node).__name__


def _may_be_listed(node: nodes.Expr) -> bool:
    """A constant, or a name a loop gives a value to."""
    return isinstance(node, nodes.Const) or (isinstance(node, nodes.Name) and node.ctx == "store")


def _is_loop_length(node: nodes.Expr) -> bool:
    owner = node.node if isinstance(node, nodes.Getattr) and node.attr == "length" else None
    return isinstance(owner, nodes.Name) and owner.name == "loop"


def _nameable(tree: nodes.Template) -> bool:
    """Whether Jinja can list the names of a part: not with a filter or a test it does not know.

    Nor with arithmetic: it works out constants on the way, and `9 ** 9 ** 9` is one.
    """
    if any(type(node) not in ALLOWED_NODES for node in tree.find_all(nodes.BinExpr)):
        return False
    known = all(node.name in FILTERS for node in tree.find_all(nodes.Filter))
    return known and all(node.name in TESTS for node in tree.find_all(nodes.Test))


def _called(tree: nodes.Template) -> set[str]:
    return {node.node.name for node in tree.find_all(nodes.Call) if isinstance(node.node, nodes.Name)}


def _optional(tree: nodes.Template) -> set[str]:
    """Names a template says what to do without: `x|default('')`, `x is defined`."""
    filtered = [node.node for node in tree.find_all(nodes.Filter) if node.name == "default"]
    tested = [node.node for node in tree.find_all(nodes.Test) if node.name in _ANSWERED]
    return {node.name for node in (*filtered, *tested) if isinstance(node, nodes.Name)}


def _keys_in(values: Any) -> set[str]:
    """Every key at every depth of the values."""
    if isinstance(values, Mapping):
        return {*values, *(key for value in values.values() for key in _keys_in(value))}
    return {key for value in values for key in _keys_in(value)} if isinstance(values, list) else set()
