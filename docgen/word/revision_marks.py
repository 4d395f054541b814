"""What each mark of a tracked change means to the two versions of a text: with the changes, and without them.

Names as in ECMA-376 Part 1, 17.13.5. Whatever is an insertion to the version with the changes is a deletion to the
other: so there is one way to settle a text, told which version is wanted.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from docgen.word.looks import W

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
CONTENT = (W + "ins", W + "del", W + "moveFrom", W + "moveTo")
CELLS = (W + "cellIns", W + "cellDel", W + "cellMerge")
_CONTROLS = (W + "sdt", W + "sdtContent", W + "customXml")
_PROPERTIES = (W + "rPr", W + "pPr", W + "trPr", W + "tcPr", W + "numPr")
_NO_CONTENT = {W + name for name in ("sdtPr", "sdtEndPr", "customXmlPr")}


@dataclass(frozen=True)
class Version:
    """One of the two versions: tags of what is not in it and of what is, and which property is the one in force.

    `gone` and `kept` hold content, paragraph marks and rows; `gone_cell` cells; `gone_controls` the ranges over tags of
    content controls; `merging` is the attribute of `w:cellMerge` that counts; `former` asks for the properties before.
    """

    gone: tuple[str, str]
    kept: tuple[str, str]
    gone_cell: str
    gone_controls: tuple[str, str]
    merging: str
    former: bool


ACCEPTED = Version(
    gone=(W + "del", W + "moveFrom"),
    kept=(W + "ins", W + "moveTo"),
    gone_cell=W + "cellDel",
    gone_controls=(W + "customXmlDelRange", W + "customXmlMoveFromRange"),
    merging=W + "vMerge",
    former=False,
)
REJECTED = Version(
    gone=ACCEPTED.kept,
    kept=ACCEPTED.gone,
    gone_cell=W + "cellIns",
    gone_controls=(W + "customXmlInsRange", W + "customXmlMoveToRange"),
    merging=W + "vMergeOrig",
    former=True,
)


def within(container: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """Children with one of the tags in reading order, also those inside content controls."""
    for child in container:
        if child.tag in tags:
            yield child
        elif child.tag in _CONTROLS:
            yield from within(child, *tags)


def unwrap(element: etree._Element) -> None:
    """The children take the place of the element."""
    replace(element, list(element))


def replace(element: etree._Element, others: list[etree._Element]) -> None:
    """Others take the place of an element; the top of a tree, which has no place, stays."""
    if element.getparent() is not None:
        for other in others:
            element.addprevious(other)
        drop(element)


def drop(element: etree._Element) -> None:
    """Out of the tree; nothing happens to an element that is out already."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def drop_block(element: etree._Element) -> None:
    """A paragraph, table, row or cell out of the tree, with the content controls it leaves empty."""
    parent = element.getparent()
    drop(element)
    while parent is not None and parent.tag in _CONTROLS and all(child.tag in _NO_CONTENT for child in parent):
        emptied = parent
        parent = emptied.getparent()
        drop(emptied)


def drop_mark(mark: etree._Element) -> None:
    """A mark out of its properties, and the properties that held nothing else: Word keeps no empty ones."""
    holder = mark.getparent()
    drop(mark)
    while holder is not None and holder.tag in _PROPERTIES and len(holder) == 0:
        emptied = holder
        holder = emptied.getparent()
        drop(emptied)
