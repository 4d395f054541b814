"""docxtpl with autoescape as the oracle: a template filled by it and by us, part against part."""

import io
import posixpath
import zipfile
from collections.abc import Mapping
from typing import Any

from docxtpl import DocxTemplate
from lxml import etree

from docgen.word.archive import CONTENT_TYPES
from docgen.word.properties import CORE
from docgen.word.template import compile_template

Parts = dict[str, bytes]


def ours(template: bytes, values: Mapping[str, Any]) -> Parts:
    """The parts we make."""
    compiled = compile_template(template, "mau.docx", values)
    paper = compiled.fill(values, {})
    assert compiled.verify(paper, values) == []
    return parts_of(paper)


def theirs(template: bytes, values: Mapping[str, Any]) -> Parts:
    """The parts docxtpl makes."""
    document, out = DocxTemplate(io.BytesIO(template)), io.BytesIO()
    document.render(dict(values), autoescape=True)
    document.save(out)
    return parts_of(out.getvalue())


def parts_of(paper: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(paper)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def differences(mine: Parts, other: Parts) -> list[str]:
    """Names of the parts of `other` that are not the same in `mine`."""
    return [name for name in sorted(other) if name not in mine or _comparable(name, mine) != _comparable(name, other)]


def _comparable(name: str, parts: Parts) -> object:
    """What of a part must agree: python-docx writes packages anew, in its own order, and fills in properties."""
    if name == CONTENT_TYPES:
        return {part: _type_of(part, parts) for part in parts if part != CONTENT_TYPES and not part.endswith(".rels")}
    if name.endswith(".rels"):
        base = "/" + posixpath.dirname(posixpath.dirname(name))
        return {
            (one.get("Id"), one.get("Type"), one.get("TargetMode") or posixpath.join(base, one.get("Target", "")))
            for one in etree.fromstring(parts[name])
        }
    if name == CORE:
        return {element.tag: element.text for element in etree.fromstring(parts[name]) if element.text}
    return canonical(parts[name]) if name.endswith(".xml") else parts[name]


def _type_of(part: str, parts: Parts) -> str | None:
    types = etree.fromstring(parts[CONTENT_TYPES])
    extension = part.rpartition(".")[2].lower()
    own = [one.get("ContentType") for one in types if one.get("PartName") == "/" + part]
    return [*own, *(one.get("ContentType") for one in types if one.get("Extension", "").lower() == extension)][0]


def canonical(xml: bytes) -> bytes:
    """Canonical XML; blanks between elements, which python-docx drops, do not count."""
    parser = etree.XMLParser(remove_blank_text=True, resolve_entities=False)
    return etree.tostring(etree.fromstring(xml, parser), method="c14n")
