"""Content controls that were put in, taken out or moved (ECMA-376 Part 1, 17.13.5.4–11).

Not the content is marked but the two tags of a control: each lies in a range of its own.
"""

from lxml import etree

from docgen.word.looks import W
from docgen.word.revision_marks import Version, drop, replace

_KINDS = [W + f"customXml{kind}Range" for kind in ("Ins", "Del", "MoveFrom", "MoveTo")]
_MOVES = [W + f"move{side}Range" for side in ("From", "To")]
RANGE_MARKS = tuple(kind + end for kind in (*_KINDS, *_MOVES) for end in ("Start", "End"))
_PROPERTIES = (W + "sdtPr", W + "sdtEndPr", W + "customXmlPr")


def settle_controls(root: etree._Element, version: Version) -> None:
    """Controls that are not in the version leave their content behind; the marks of ranges, moves too, are gone."""
    for control in _gone_controls(root, version):
        parts = [part for part in control if part.tag not in _PROPERTIES]
        replace(control, [child for part in parts for child in (part if part.tag == W + "sdtContent" else [part])])
    for mark in list(root.iter(*RANGE_MARKS)):
        drop(mark)


def _gone_controls(root: etree._Element, version: Version) -> list[etree._Element]:
    """Controls with both tags in ranges of what is gone."""
    starts, ends = ([kind + end for kind in version.gone_controls] for end in ("Start", "End"))
    tags = (*starts, *ends, W + "sdt", W + "customXml")
    ranges: set[str | None] = set()
    begun: set[etree._Element] = set()
    gone = []
    for event, element in etree.iterwalk(root, events=("start", "end"), tag=tags):
        if element.tag in starts:
            ranges.add(element.get(W + "id"))
        elif element.tag in ends:
            ranges.discard(element.get(W + "id"))
        elif ranges and event == "start":
            begun.add(element)
        elif ranges and element in begun:
            gone.append(element)
    return gone
