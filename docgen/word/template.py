"""A Word file with docxtpl tags: checked and compiled once, then a paper costs one Jinja render a part.

docxtpl prepares the tags and is the reference of the tests. Its defaults are unsafe, so here: autoescape, strict
undefined, an allow-list of Jinja nodes over every part, an immutable sandbox with nothing in it, plain data only.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import StrictUndefined
from jinja2 import Template as JinjaTemplate
from jinja2.sandbox import ImmutableSandboxedEnvironment

from docgen.problems import Place, Problem
from docgen.word.package import Unreadable, main_part, parse_part, read_package, write_package
from docgen.word.template_faults import ALLOWED_FILTERS, TagCheck, numbered

_PARTS = re.compile(
    r"word/(document\d*|header\d*|footer\d*|footnotes|endnotes|comments)\.xml|docProps/(core|app|custom)\.xml"
)
_TAG = re.compile(rb"\{[\{%#]|\{(<[^>]*>)+[\{%#]")
# The sections of a paper whose last one was left empty by its tags: the page before it becomes the last.
_EMPTY_LAST_SECTION = re.compile(
    r"(?P<kept><w:sectPr>(?:(?!</w:sectPr>).)*</w:sectPr>)</w:pPr></w:p>\s*"
    r"<w:sectPr>(?:(?!</w:sectPr>).)*</w:sectPr></w:body>",
    re.DOTALL,
)


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

    parts: Mapping[str, bytes]
    compiled: Mapping[str, JinjaTemplate]

    def fill(self, values: Mapping[str, Any], extra: Mapping[str, str]) -> bytes:
        """One paper: `values` into the tags, `extra` parts written as they are."""
        parts = dict(self.parts)
        for name, part in self.compiled.items():
            parts[name] = _EMPTY_LAST_SECTION.sub(_promote_section, part.render(values)).encode("utf-8")
        parts.update({name: xml.encode("utf-8") for name, xml in extra.items()})
        return write_package(parts)


def _promote_section(found: re.Match[str]) -> str:
    return f"</w:pPr></w:p>{found['kept']}</w:body>"


def compile_template(content: bytes, file: str, sample: Mapping[str, Any]) -> Template:
    """Bytes of a template → Template. `sample` has every value a template may name.

    Raises TemplateRefused with every fault found, each with part and paragraph.
    """
    parts = _read(content, file)
    problems: list[Problem] = []
    main = main_part(parts)
    compiled = {}
    for name, data in parts.items():
        if _PARTS.fullmatch(name) and (name == main or _TAG.search(data)):
            xml = data.decode("utf-8")
            problems += TagCheck(xml, _prepare(numbered(xml), file), file, name).problems(_environment(), sample)
            if not problems:
                compiled[name] = _environment().from_string(_prepare(xml, file))
    if problems:
        raise TemplateRefused(sorted(problems))
    return Template(parts, compiled)


def _read(content: bytes, file: str) -> dict[str, bytes]:
    try:
        parts = read_package(content)
        for name, data in parts.items():
            if name.endswith((".xml", ".rels")):
                parse_part(data, name)
    except Unreadable as unreadable:
        problem = Problem(Place(file), unreadable.code, unreadable.message, unreadable.remedy)
        raise TemplateRefused([problem]) from None
    return parts


def _prepare(xml: str, file: str) -> str:
    """docxtpl's own reading of its tags."""
    from docxtpl import DocxTemplate  # heavy: only when a template is compiled

    return str(DocxTemplate(file).patch_xml(xml))
