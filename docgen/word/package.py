"""A .docx as its parts, read behind a guard and written the same way every time."""

import posixpath
from collections.abc import Mapping
from typing import TYPE_CHECKING

from docgen.word.archive import CONTENT_TYPES, Entry, assemble, deflated
from docgen.word.formats import kind_of_archive, refuse_other_formats
from docgen.word.guard import admitted, check_xml, inflated
from docgen.word.refusals import Unreadable

if TYPE_CHECKING:
    from lxml import etree

DOCUMENT = "word/document.xml"

_RELATIONSHIPS = "_rels/.rels"
_OF_WORD = ("wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml")
_WITH_MACROS = "macroenabled"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"


def read_package(content: bytes) -> dict[str, bytes]:
    """Bytes of a .docx → parts by name. Raises Unreadable for anything else, before the text is parsed."""
    refuse_other_formats(content)
    parts = {name: inflated(name, entry) for name, entry in admitted(content).items()}
    check_xml(parts)
    _check_word(parts)
    return parts


def _check_word(parts: Mapping[str, bytes]) -> None:
    """Refuse what has no main part of a Word file without macros in the form Word saves."""
    main = main_part(parts)
    kind = content_type(parts, main).lower()
    if _WITH_MACROS in kind and "word" in kind:
        raise Unreadable("docx.macro")
    if not kind.endswith(_OF_WORD):
        found = kind_of_archive(parts)
        raise Unreadable("docx.not_word", kind=found) if found else Unreadable("docx.broken")
    if main not in parts:
        raise Unreadable("docx.broken")
    if _STRICT in parts[main]:
        raise Unreadable("docx.strict")


def content_type(parts: Mapping[str, bytes], name: str) -> str:
    """What the package says a part is: by its name, else by the ending of its name."""
    by_ending = ""
    types = parts.get(CONTENT_TYPES)
    for declared in parse_part(types, CONTENT_TYPES) if types else ():
        if declared.get("PartName", "").lstrip("/").lower() == name.lower():
            return declared.get("ContentType", "")
        if name.lower().endswith(f".{declared.get('Extension', '').lower()}"):
            by_ending = declared.get("ContentType", "")
    return by_ending


def main_part(parts: Mapping[str, bytes]) -> str:
    """The part with the body: `word/document.xml`, or what the package says it is (Word on the web numbers it)."""
    relationships = parts.get(_RELATIONSHIPS)
    for relation in parse_part(relationships, _RELATIONSHIPS) if relationships else ():
        if relation.get("Type", "").endswith("/officeDocument"):
            return posixpath.normpath(relation.get("Target", "")).lstrip("/")
    return DOCUMENT


def parse_part(data: bytes, name: str = DOCUMENT) -> "etree._Element":
    """XML of one part, elements and words only: no entities, no network, no recovery, 256 levels. Raises Unreadable."""
    from lxml import etree  # heavy: filling a template parses nothing

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable(_xml_fault(str(error)), part=name) from None
    if root.getroottree().docinfo.internalDTD is not None:  # in an encoding the guard cannot see through
        raise Unreadable("docx.doctype", part=name)
    return root


def _xml_fault(told: str) -> str:
    """The parser has one number for all its limits: only its words tell them apart."""
    if "Excessive depth" in told:
        return "docx.deep"
    return "docx.part_size" if "Resource limit" in told else "docx.xml"


def written(root: "etree._Element") -> bytes:
    """XML of one part as Word stores it."""
    from lxml import etree

    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def packed_parts(content: bytes) -> dict[str, Entry]:
    """A package `read_package` has let through → its parts by name, compressed as they lie."""
    return admitted(content)


def write_package(parts: Mapping[str, bytes]) -> bytes:
    """Parts → bytes of a .docx: content types first, fixed times, so that the same parts give the same bytes."""
    return assemble({name: deflated(data) for name, data in parts.items()})
