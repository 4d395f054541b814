"""What a .docx carries that reaches outside or runs: links, macros, embedded objects, fields that fetch. All is only
read, nothing followed (reliability.md, B5 and B6)."""

import posixpath
import re
from collections.abc import Iterator, Mapping

from lxml import etree

from docgen.model.hazard import Hazard, HazardKind
from docgen.word.guard import is_xml
from docgen.word.looks import W
from docgen.word.package import parse_part

_INTERNAL: Mapping[str, HazardKind] = {
    "vbaProject": "macro",
    "control": "macro",  # ActiveX
    "oleObject": "ole",
    "package": "ole",  # another Office file, whole
    "aFChunk": "alt_chunk",
}
_EXTERNAL: Mapping[str, HazardKind] = {"attachedTemplate": "template_link", "aFChunk": "alt_chunk"}
_BY_NAME: Mapping[str, HazardKind] = {
    r"(.*/)?vbaProject\.bin": "macro",
    r"(.*/)?activeX/[^/]*\.xml": "macro",
    r"(.*/)?embeddings/.*": "ole",
}
_FIELDS: Mapping[str, HazardKind] = {
    "DDE": "dde",
    "DDEAUTO": "dde",
    "INCLUDETEXT": "include",
    "INCLUDEPICTURE": "include",
    "INCLUDE": "include",
    "IMPORT": "include",
    "LINK": "include",
}
_MAY_HOLD_FIELDS = (b"nstrText", b"fldSimple", b"\0")  # NUL: in UTF-16 no word can be looked for
_FIELD_NAME = re.compile(r"\s*([A-Za-z]+)")
_FIELD_LINK = re.compile(r'\s*HYPERLINK(?:\s+\\(?:[lot]\s+"[^"]*"|[mn]))*\s+"?([^"\s]*)', re.IGNORECASE)
_HARMLESS = {"http", "https", "mailto"}
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_LONGEST = 200  # letters of a target or field code that are told


def hazards(parts: Mapping[str, bytes]) -> tuple[Hazard, ...]:
    """Parts as `read_package` gives them → all hazards, sorted. Raises Unreadable for a part that is no XML."""
    related = {hazard for name in parts if name.lower().endswith(".rels") for hazard in _of_relationships(parts, name)}
    told = {hazard.detail for hazard in related}
    unrelated = {hazard for name in parts if name not in told for hazard in _of_name(name)}
    fields = {hazard for name, data in parts.items() for hazard in _of_fields(name, data)}
    return tuple(sorted(related | unrelated | fields))


def _of_relationships(parts: Mapping[str, bytes], name: str) -> Iterator[Hazard]:
    folder, file = posixpath.split(name)
    folder = posixpath.dirname(folder)
    source = posixpath.join(folder, file[: -len(".rels")])
    for relation in parse_part(parts[name], name):
        target, role = relation.get("Target", ""), relation.get("Type", "").rpartition("/")[2]
        if relation.get("TargetMode") == "External":
            kind = _kind_of_link(role, target)
        else:
            kind, target = _INTERNAL.get(role), posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        if kind:
            yield Hazard(kind, source if source in parts else name, target[:_LONGEST])


def _kind_of_link(role: str, target: str) -> HazardKind | None:
    """A hyperlink waits for a click and is harmless when it leads to a page or a letter; all else is fetched."""
    if role == "hyperlink":
        return "external_link" if _leads_elsewhere(target) else None
    return _EXTERNAL.get(role, "external_link")


def _leads_elsewhere(target: str) -> bool:
    """To a file of this machine, another machine, or a program; a name without scheme stays beside the paper."""
    address = re.sub(r"[\x00-\x20]", "", target)
    scheme = _SCHEME.match(address)
    return address.startswith(("\\\\", "//")) or (scheme is not None and scheme[1].lower() not in _HARMLESS)


def _of_name(name: str) -> Iterator[Hazard]:
    """Parts that are there although nothing points to them."""
    for pattern, kind in _BY_NAME.items():
        if re.fullmatch(pattern, name, re.IGNORECASE):
            yield Hazard(kind, name, name)


def _of_fields(name: str, data: bytes) -> Iterator[Hazard]:
    if is_xml(name) and any(sign in data for sign in _MAY_HOLD_FIELDS):
        for code in _field_codes(parse_part(data, name)):
            kind = _kind_of_field(code)
            if kind:
                yield Hazard(kind, name, " ".join(code.split())[:_LONGEST])


def _kind_of_field(code: str) -> HazardKind | None:
    link = _FIELD_LINK.match(code)
    if link:
        return "external_link" if _leads_elsewhere(link[1]) else None
    found = _FIELD_NAME.match(code)
    return _FIELDS.get(found[1].upper()) if found else None


def _field_codes(root: etree._Element) -> Iterator[str]:
    """The code of every field, joined from its runs; fields stand in fields, so the open ones make a pile."""
    pile: list[list[str]] = [[]]  # the lowest: words of a code that no field began
    for element in root.iter(W + "fldChar", W + "instrText", W + "delInstrText", W + "fldSimple"):
        if element.tag == W + "fldSimple":
            yield element.get(W + "instr", "")
        elif element.tag != W + "fldChar":
            pile[-1].append(element.text or "")
        elif element.get(W + "fldCharType") == "begin":
            pile.append([])
        elif element.get(W + "fldCharType") == "end" and len(pile) > 1:
            yield "".join(pile.pop())
    yield from ("".join(pieces) for pieces in pile)
