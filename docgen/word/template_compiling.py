"""The bytes of a Word file with docxtpl tags → Template: read behind the guard, checked, each part compiled."""

import marshal
import re
from collections.abc import Mapping
from typing import Any

from jinja2 import nodes
from lxml import etree

from docgen.problems import Place, Problem
from docgen.word.grids import follow_the_data
from docgen.word.looks import W
from docgen.word.mending import BREAKS
from docgen.word.package import main_part, packed_parts, parse_part, read_package
from docgen.word.refusals import Unreadable
from docgen.word.rendering import COUNTED, SOURCE, environment
from docgen.word.template import Part, Template, TemplateRefused
from docgen.word.template_faults import TagCheck, misplaced, numbered
from docgen.word.template_habits import repaired
from docgen.word.template_proof import proved

FILLED_PARTS = re.compile(
    r"word/(document\d*|header\d*|footer\d*|footnotes|endnotes|comments)\.xml|docProps/(core|app|custom)\.xml"
)
_TAG = re.compile(rb"\{(<[^>]*>)*[\{%#]")
MAX_PART = 4_000_000  # bytes of a part with tags; the largest of hundreds of real papers has 1 MB
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WRITTEN_AS = {"{_{": "{{", "}_}": "}}", "{_%": "{%", "%_}": "%}"}  # docxtpl: how a template shows a tag
_LAST_SECTION = re.compile(r"<w:sectPr[ >].*</w:body></w:document>", re.DOTALL)


def compiled(content: bytes, file: str, sample: Mapping[str, Any]) -> Template:
    """See `template.compile_template`."""
    parts = parts_of_template(content, file)
    main = main_part(parts)
    problems = misplaced_tags(parts, main, file)
    made = []
    for name, data in parts.items():
        if name == main or (FILLED_PARTS.fullmatch(name) and _TAG.search(data)):
            if len(data) > MAX_PART:
                problems.append(_too_large(file, name))
                continue
            xml = as_docxtpl_reads(repaired(data, sample))
            problems += TagCheck(xml, prepare(numbered(xml), file), file, name).problems(sample)
            if not problems:
                made.append(_part(name, xml, prepare(xml, file), name == main))
    if problems:
        raise TemplateRefused(sorted(problems))
    kept = {name: entry for name, entry in packed_parts(content).items() if name not in {part.name for part in made}}
    return Template(file, kept, tuple(made))


def parts_of_template(content: bytes, file: str) -> dict[str, bytes]:
    """Parts by name, every XML part sound. Raises TemplateRefused."""
    try:
        parts = read_package(content)
        for name, data in parts.items():
            if name.endswith((".xml", ".rels")):
                parse_part(data, name)
    except Unreadable as unreadable:
        problem = Problem(Place(file), unreadable.code, unreadable.message, unreadable.remedy)
        raise TemplateRefused([problem]) from None
    return parts


def _too_large(file: str, part: str) -> Problem:
    message = f"Phần {part} của mẫu lớn hơn {MAX_PART // 1_000_000} MB."
    return Problem(Place(file), "template.too_much", message, "Bớt nội dung thừa trong mẫu rồi lưu lại trong Word.")


def misplaced_tags(parts: Mapping[str, bytes], main: str, file: str) -> list[Problem]:
    """Tags in parts nothing is filled into."""
    return [misplaced(file, name) for name, data in parts.items() if _may_not_have_tags(name, main, data)]


def _may_not_have_tags(name: str, main: str, data: bytes) -> bool:
    """A part nothing is filled into, yet with whole tags: they would stand in the paper as they are."""
    fillable = name == main or FILLED_PARTS.fullmatch(name) or not name.endswith(".xml")
    return not fillable and re.search(rb"\{\{[^{}<>]+\}\}|\{%[^{}<>]+%\}", data) is not None


def as_docxtpl_reads(data: bytes) -> str:
    """A part without blanks between elements, entities and quotes as lxml writes them: what docxtpl sees."""
    parser = etree.XMLParser(remove_blank_text=True, resolve_entities=False)
    root = etree.fromstring(data, parser)
    for body in root.findall(W + "body"):  # taken out and put back, which unites prefixes of one namespace
        root.replace(body, etree.fromstring(etree.tostring(body), parser))
    return etree.tostring(root, encoding="unicode")


def prepare(xml: str, file: str) -> str:
    """docxtpl's own reading of its tags."""
    from docxtpl import DocxTemplate  # heavy

    return str(DocxTemplate(file).patch_xml(xml))


def _part(name: str, xml: str, prepared: str, is_body: bool) -> Part:
    tree = environment().parse(prepared)
    for data in tree.find_all(nodes.TemplateData):
        for written, meant in _WRITTEN_AS.items():
            data.data = data.data.replace(written, meant)
    is_proved = proved(tree)
    breaks = any(sign in data.data for data in tree.find_all(nodes.TemplateData) for sign in BREAKS)
    return Part(
        name,
        code_of(tree),
        is_body,
        is_proved,
        breaks,
        drawings="<wp:docPr " in prepared,
        grids=is_body and (not is_proved or follow_the_data(etree.fromstring(xml))),
        last_section=_last_section(tree) if "sectPrChange" not in prepared else b"",
    )


def _last_section(tree: nodes.Template) -> bytes:
    """The end of the body, if a tag stands right before its section."""
    last = tree.body[-1] if tree.body else None
    data = last.nodes[-1] if isinstance(last, nodes.Output) else None
    is_section = isinstance(data, nodes.TemplateData) and _LAST_SECTION.fullmatch(data.data)
    return data.data.encode("utf-8") if is_section and isinstance(data, nodes.TemplateData) else b""


def code_of(tree: nodes.Template) -> bytes:
    """Checked Jinja → marshalled code, its loops counted, the XML declaration in front."""
    for loop in tree.find_all(nodes.For):
        loop.iter = nodes.Filter(loop.iter, COUNTED, [], [], None, None, lineno=loop.lineno)
    tree.body.insert(0, nodes.Output([nodes.TemplateData(_DECLARATION)], lineno=1))
    tree.set_environment(environment())
    return marshal.dumps(environment().compile(tree, filename=SOURCE))
