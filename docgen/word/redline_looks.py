"""Properties and things of a draft as values: equal when Word shows the same, whatever ids saving gave them."""

from collections.abc import Callable, Iterable
from hashlib import blake2b
from typing import Any

from lxml import etree

from docgen.word.looks import W
from docgen.word.revision_marks import CELLS, CONTENT
from docgen.word.revision_properties import PROPERTY_MARKS

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
SIMPLE_FIELD = W + "fldSimple"
BOX = W + "txbxContent"
NOTE_REFERENCES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
REFERENCES = (W + "headerReference", W + "footerReference")
_MARKS = frozenset((*CONTENT, *CELLS, *PROPERTY_MARKS, W + "rsid"))
# What stands among properties and is told for itself.
OWN = {
    W + "pPr": frozenset((W + "rPr", W + "sectPr")),
    W + "sectPr": frozenset(REFERENCES),
}
_PROOFING = frozenset((W + "lang", W + "noProof", W + "cnfStyle"))
_COUNTED = ("docPr", "cNvPr")  # elements whose id and name count drawings
_SHAPES = ("id", "spid", "style", "alt")  # of VML: ids, and sizes that Word writes anew
Look = tuple[Any, ...]
Target = Callable[[str], str]


def look(properties: etree._Element | None, strict: bool, list_of: Target) -> Look:
    """What properties say, in no order; () when they say nothing. Languages count only if strict; `list_of` tells what
    the number of a list stands for."""
    if properties is None:
        return ()
    left_out = OWN.get(str(properties.tag), frozenset())
    found = [
        _value(child, list_of)
        for child in properties
        if child.tag not in _MARKS and child.tag not in left_out and (strict or child.tag not in _PROOFING)
    ]
    own = tuple(sorted(_attributes(properties.items())))
    return (own, *sorted(found)) if own or found else ()


def _value(element: etree._Element, list_of: Target) -> tuple[Any, ...]:
    if element.tag == W + "numId":
        return str(element.tag), list_of(element.get(W + "val", ""))
    return (
        str(element.tag),
        tuple(sorted(_attributes(element.items()))),
        tuple(_value(child, list_of) for child in element if child.tag not in _MARKS),
    )


def _attributes(items: Iterable[tuple[Any, Any]]) -> Iterable[tuple[str, str]]:
    return ((str(key), str(value)) for key, value in items if "rsid" not in key and not key.startswith(W14))


def print_of(element: etree._Element, target: Target) -> str:
    """A fingerprint of a thing in a run: pictures by what they show, notes by their kind, text boxes without words."""
    return blake2b(repr(_thing(element, target)).encode("utf-8", "surrogatepass"), digest_size=9).hexdigest()


def _thing(element: etree._Element, target: Target) -> tuple[Any, ...]:
    tag = str(element.tag)
    if tag == BOX:
        return (tag,)
    local = tag.rpartition("}")[2]
    without: tuple[str, ...] = ("id", "name") if local in _COUNTED else ()
    if tag.startswith("{urn:schemas-microsoft-com:"):
        without = _SHAPES
    if tag in NOTE_REFERENCES:
        without = (W + "id",)
    own = tuple(
        (key, target(value) if key.startswith(R) else value)
        for key, value in sorted(_attributes(element.items()))
        if key.rpartition("}")[2] not in without and key not in without and not _is_editing_id(key)
    )
    text = element.text if element.text and not element.text.isspace() else ""
    children = (child for child in element if isinstance(child.tag, str) and child.tag not in _MARKS)
    return (tag, own, text, *(_thing(child, target) for child in children))


def _is_editing_id(key: str) -> bool:
    return key.endswith(("}editId", "}anchorId"))


def boxes_in(element: etree._Element) -> list[etree._Element]:
    """Outer text boxes, also in the form for older programs."""
    if element.tag == BOX:
        return [element]
    return [box for child in element for box in boxes_in(child)]
