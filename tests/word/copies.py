"""What a copy of a paper is held against: the parts of its original, but for how runs are cut."""

import unicodedata
from typing import Any

from lxml import etree

from docgen.word.package import DOCUMENT, parse_part, read_package
from docgen.word.revisions import accept, reject
from tests.word.small import W

_W = f"{{{W}}}"
_LISTS = (f"{_W}rPr", f"{_W}pPr", f"{_W}sectPr")  # their children are a set


def changed(content: bytes, copy: bytes) -> list[str]:
    """Names of the parts that differ, new ones too."""
    before, after = read_package(content), read_package(copy)
    assert before.keys() <= after.keys()
    return [name for name in after if before.get(name) != after[name]]


def stored(content: bytes, part: str = DOCUMENT) -> list[Any]:
    """A part as its elements in order: neighbouring letters of one look as one, empty properties left out."""
    return _told(parse_part(read_package(content)[part], part))


def rejected(copy: bytes, part: str = DOCUMENT) -> list[Any]:
    """The same with all its changes rejected."""
    root = parse_part(read_package(copy)[part], part)
    reject(root)
    return _told(root)


def said(content: bytes, part: str = DOCUMENT) -> str:
    """Letters and figures of a part with its changes accepted, zeros in front of figures left out."""
    root = parse_part(read_package(content)[part], part)
    accept(root)
    text = unicodedata.normalize("NFC", "".join(element.text or "" for element in root.iter(f"{_W}t")))
    figures = [word.lstrip("0") if word.isdecimal() else word for word in _words(text)]
    return "".join(figures)


def _words(text: str) -> list[str]:
    """Runs of figures, and what stands between them without blanks and signs."""
    words = [""]
    for sign in text:
        if words[-1] and sign.isdecimal() != words[-1][-1].isdecimal():
            words.append("")
        words[-1] += sign if sign.isalnum() else ""
    return words


def _told(root: etree._Element) -> list[Any]:
    told: list[Any] = []
    _tell(root, told)
    return told


def _tell(element: etree._Element, told: list[Any]) -> None:
    told.append((element.tag, sorted(element.attrib.items())))
    children = sorted(element, key=lambda child: str(child.tag)) if element.tag in _LISTS else element
    for child in children:
        if child.tag == f"{_W}r":
            _tell_run(child, told)
        elif child.tag not in _LISTS or _held(child):
            _tell(child, told)
    told.append("end")


def _tell_run(run: etree._Element, told: list[Any]) -> None:
    look = _held(run.find(f"{_W}rPr"))
    for child in run:
        if child.tag == f"{_W}t" and child.text:
            if told and told[-1][:2] == ("words", look):
                told[-1] = ("words", look, told[-1][2] + child.text)
            else:
                told.append(("words", look, child.text))
        elif child.tag not in (f"{_W}t", f"{_W}rPr"):
            told.append(("sign", look, etree.tostring(child, method="c14n", with_tail=False)))


def _held(properties: etree._Element | None) -> list[bytes]:
    """What properties say; those that hold nothing but empty ones say nothing."""
    children = properties if properties is not None else ()
    kept = [child for child in children if child.tag not in _LISTS or _held(child)]
    return sorted(etree.tostring(child, method="c14n", with_tail=False) for child in kept)
