"""A Word file with docxtpl tags: checked and compiled once, then a paper costs one Jinja render a part.

docxtpl prepares the tags and is the reference of the tests. Its defaults are unsafe, so here: autoescape, strict
undefined, an allow-list of Jinja nodes over every part, an immutable sandbox with nothing in it, plain data only.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import StrictUndefined, TemplateError, nodes
from jinja2 import Template as JinjaTemplate
from jinja2.meta import find_undeclared_variables
from jinja2.sandbox import ImmutableSandboxedEnvironment

from docgen.problems import Place, Problem
from docgen.vietnamese import did_you_mean
from docgen.word.package import Unreadable, main_part, parse_part, read_package, write_package

_PARTS = re.compile(
    r"word/(document\d*|header\d*|footer\d*|footnotes|endnotes|comments)\.xml|docProps/(core|app|custom)\.xml"
)
_TAG = re.compile(rb"\{[\{%#]|\{(<[^>]*>)+[\{%#]")
_PARAGRAPH = re.compile(r"<w:p[ >].*?</w:p>", re.DOTALL)
_MARKUP = re.compile(r"<[^>]+>")
_SNIPPET = 60
# The sections of a paper whose last one was left empty by its tags: the page before it becomes the last.
_EMPTY_LAST_SECTION = re.compile(
    r"(?P<kept><w:sectPr>(?:(?!</w:sectPr>).)*</w:sectPr>)</w:pPr></w:p>\s*<w:sectPr>(?:(?!</w:sectPr>).)*</w:sectPr></w:body>",
    re.DOTALL,
)

ALLOWED_NODES: frozenset[type[nodes.Node]] = frozenset(
    {
        nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem,
        nodes.For, nodes.If, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Filter, nodes.Test,
        nodes.List, nodes.Tuple, nodes.CondExpr,
    }
)  # fmt: skip
ALLOWED_FILTERS = frozenset({"upper", "lower", "capitalize", "join", "length", "first", "last", "default"})


def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    environment.globals = {}
    environment.filters = {name: environment.filters[name] for name in ALLOWED_FILTERS}
    return environment


class TemplateRefused(Exception):
    """A template with faults; all of them."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} faults")
        self.problems = problems


@dataclass(frozen=True)
class Template:
    """Parts no tag touches, and compiled parts by name."""

    file: str
    parts: Mapping[str, bytes]
    compiled: Mapping[str, JinjaTemplate]

    def fill(self, values: Mapping[str, Any], extra: Mapping[str, str]) -> bytes:
        """One paper: `values` into the tags, `extra` parts written as they are. Raises TemplateRefused."""
        parts = dict(self.parts)
        for name, part in self.compiled.items():
            try:
                xml = _RESTORE.sub(r"\1", part.render(values))
            except TemplateError as error:
                raise TemplateRefused([self._runtime_problem(name, error)]) from None
            parts[name] = _EMPTY_LAST_SECTION.sub(_promote_section, xml).encode("utf-8")
        parts.update({name: xml.encode("utf-8") for name, xml in extra.items()})
        return write_package(parts)

    def _runtime_problem(self, part: str, error: TemplateError) -> Problem:
        word = re.search(r"'(\w+)'$", str(error))
        place = find_in_part(self.parts[part].decode("utf-8"), word.group(1) if word else "{", self.file, part)
        message = f"Không điền được mẫu: không có «{word.group(1) if word else error}»."
        return Problem(
            place, "template.undefined", message, "Sửa chỗ này trong mẫu theo bảng khóa trong docs/du-lieu.md."
        )


_RESTORE = re.compile(r"\n(<w:p[ >])")


def _promote_section(found: re.Match[str]) -> str:
    return f"</w:pPr></w:p>{found['kept']}</w:body>"


def compile_template(content: bytes, file: str, keys: Mapping[str, object]) -> Template:
    """Bytes of a template → Template. Raises TemplateRefused with every fault found, each with part and paragraph."""
    try:
        parts = read_package(content)
        for name in parts:
            if name.endswith((".xml", ".rels")):
                parse_part(parts[name], name)
    except Unreadable as unreadable:
        problem = Problem(Place(file), unreadable.code, unreadable.message, unreadable.remedy)
        raise TemplateRefused([problem]) from None
    problems: list[Problem] = []
    main = main_part(parts)
    compiled = {}
    for name, data in parts.items():
        if _PARTS.fullmatch(name) and (name == main or _TAG.search(data)):
            ready = _compile_part(data.decode("utf-8"), file, name, keys, problems)
            if ready:
                compiled[name] = ready
    if problems:
        raise TemplateRefused(sorted(problems))
    return Template(file, parts, compiled)


def _compile_part(
    xml: str, file: str, part: str, keys: Mapping[str, object], problems: list[Problem]
) -> JinjaTemplate | None:
    from docxtpl import DocxTemplate  # heavy: only when a template is compiled

    environment = _environment()
    prepared = re.sub(r"<w:p([ >])", r"\n<w:p\1", DocxTemplate(file).patch_xml(xml))
    try:
        tree = environment.parse(prepared)
        found = list(_faults(tree, keys))
        for word, code, message, remedy in found:
            problems.append(Problem(find_in_part(xml, word, file, part), code, message, remedy))
        return None if found else environment.from_string(tree)
    except TemplateError as error:
        line = prepared.splitlines()[max((getattr(error, "lineno", 1) or 1) - 1, 0)]
        snippet = _MARKUP.sub("", line).strip()
        place = find_in_part(xml, snippet, file, part)
        remedy = "Mỗi {%p if %}, {%p for %} phải có {%p endif %}, {%p endfor %}; {{ và }} phải đủ đôi."
        problems.append(Problem(place, "template.broken", "Chỗ điền trong mẫu viết sai hoặc không đóng.", remedy))
        return None


def _faults(tree: nodes.Template, keys: Mapping[str, object]) -> list[tuple[str, str, str, str]]:
    """Word to look for, code, message, remedy: for every unknown name and every construct not on the list."""
    faults = [
        (name, "template.undefined", f"Mẫu dùng khóa «{name}» không có trong dữ liệu.", did_you_mean(name, keys))
        for name in sorted(find_undeclared_variables(tree) - set(keys))
    ]
    for node in tree.find_all(nodes.Node):
        refused = _refused(node)
        if refused:
            message = f"Mẫu dùng «{refused}», không được phép trong mẫu."
            faults.append((refused, "template.unsafe", message, "Chỉ dùng khóa, for, if và các bộ lọc đơn giản."))
    return faults


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


def find_in_part(xml: str, word: str, file: str, part: str) -> Place:
    """The first paragraph whose text holds `word`, counted from 1; the first paragraph when none does."""
    paragraphs = [_MARKUP.sub("", found.group()).strip() for found in _PARAGRAPH.finditer(xml)]
    pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)" if word.isidentifier() else re.escape(word))
    for number, text in enumerate(paragraphs, start=1):
        if word and pattern.search(text):
            return Place(file, part=part, paragraph=number, snippet=text[:_SNIPPET])
    return Place(file, part=part, paragraph=1, snippet=(paragraphs or [""])[0][:_SNIPPET])
