"""What is wrong with a template's tags, each fault at its own paragraph.

Every paragraph of a part is put on a line of its own before docxtpl prepares the tags, with its number in front; so a
line that Jinja names leads back to the paragraph a clerk sees.
"""

import re
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.meta import find_undeclared_variables

from docgen.problems import Place, Problem
from docgen.vietnamese import did_you_mean

_BLOCK = re.compile(r"<w:(?:p|tr)[ >]")
_NUMBERED = re.compile(r"<!--(\d+)-->")
_MARKUP = re.compile(r"<[^>]+>")
_NO_ATTRIBUTE = re.compile(r"has no attribute '(\w+)'|'(\w+)' is undefined")
_SNIPPET = 60

ALLOWED_NODES: frozenset[type[nodes.Node]] = frozenset(
    {
        nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem,
        nodes.For, nodes.If, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Filter, nodes.Test,
        nodes.List, nodes.Tuple, nodes.CondExpr,
    }
)  # fmt: skip
ALLOWED_FILTERS = frozenset({"upper", "lower", "capitalize", "join", "length", "first", "last", "default"})
_SIMPLE = "Chỉ dùng khóa, for, if và các bộ lọc đơn giản: " + ", ".join(sorted(ALLOWED_FILTERS)) + "."
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


@dataclass(frozen=True)
class TagCheck:
    """One part of one template: `prepared` is what docxtpl made of the numbered part."""

    xml: str
    prepared: str
    file: str
    part: str

    def problems(self, environment: Environment, sample: Mapping[str, Any]) -> list[Problem]:
        """Unknown names, constructs not on the list, broken tags; then what a filling with `sample` runs into."""
        try:
            tree = environment.parse(self.prepared)
        except TemplateSyntaxError as error:
            return [self._syntax(error)]
        unsafe = list(self._unsafe(tree))
        if any(node.name not in ALLOWED_FILTERS for node in tree.find_all(nodes.Filter)):
            return unsafe  # Jinja cannot list the names of a part with an unknown filter
        return [*self._unknown_names(tree, sample), *unsafe] or list(self._filled(environment, sample))

    def _problem(self, line: int, code: str, message: str, remedy: str) -> Problem:
        return Problem(self._place(line), code, message, remedy)

    def _place(self, line: int) -> Place:
        above = "\n".join(self.prepared.split("\n")[: max(line, 1)])
        numbers = _NUMBERED.findall(above)
        number = int(numbers[-1]) if numbers else 1
        starts = [found.start() for found in re.finditer(r"<w:p[ >]", self.xml)]
        start = starts[min(number, len(starts)) - 1] if starts else 0
        text = _MARKUP.sub("", self.xml[start:].partition("</w:p>")[0]).strip()
        return Place(self.file, part=self.part, paragraph=number, snippet=text[:_SNIPPET])

    def _syntax(self, error: TemplateSyntaxError) -> Problem:
        return self._problem(error.lineno, "template.broken", "Chỗ điền trong mẫu viết sai hoặc không đóng.", _PAIRS)

    def _unknown_names(self, tree: nodes.Template, sample: Mapping[str, Any]) -> Iterator[Problem]:
        called = {node.node.name for node in tree.find_all(nodes.Call) if isinstance(node.node, nodes.Name)}
        for name in sorted(find_undeclared_variables(tree) - set(sample) - called):
            line = next((node.lineno for node in tree.find_all(nodes.Name) if node.name == name), 1)
            message = f"Mẫu dùng khóa «{name}» không có trong dữ liệu."
            yield self._problem(line, "template.undefined", message, did_you_mean(name, sample))

    def _unsafe(self, tree: nodes.Template) -> Iterator[Problem]:
        told: set[int] = set()
        for node in tree.find_all(nodes.Node):
            refused = _refused(node)
            if refused and node.lineno not in told:  # one message a paragraph
                told.add(node.lineno)
                message = f"Mẫu dùng «{refused}», không được phép trong mẫu."
                yield self._problem(node.lineno, "template.unsafe", message, _SIMPLE)

    def _filled(self, environment: Environment, sample: Mapping[str, Any]) -> Iterator[Problem]:
        try:
            environment.from_string(self.prepared).render(sample)
        except Exception as error:  # whatever a clerk's tag makes of the values is a fault of that tag
            line = next(
                (f.lineno for f in traceback.extract_tb(error.__traceback__)[::-1] if "template" in f.filename), 1
            )
            name = _NO_ATTRIBUTE.search(str(error))
            if name:
                word = name.group(1) or name.group(2)
                message = f"Không điền được mẫu: không có «{word}»."
                yield self._problem(line or 1, "template.undefined", message, did_you_mean(word, _keys_in(sample)))
            else:
                message = "Không điền được mẫu: chỗ điền dùng giá trị không hợp."
                yield self._problem(line or 1, "template.broken", message, _LOOK)


def _refused(node: nodes.Node) -> str | None:
    if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
        return node.attr
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const) and str(node.arg.value).startswith("_"):
        return str(node.arg.value)
    if isinstance(node, nodes.Filter) and node.name not in ALLOWED_FILTERS:
        return node.name
    if isinstance(node, nodes.Name) and node.name.startswith("_"):
        return node.name
    return None if type(node) in ALLOWED_NODES else type(node).__name__


def _keys_in(values: Any) -> set[str]:
    """Every key at every depth of the values."""
    if isinstance(values, Mapping):
        return {*values, *(key for value in values.values() for key in _keys_in(value))}
    return {key for value in values for key in _keys_in(value)} if isinstance(values, list) else set()
