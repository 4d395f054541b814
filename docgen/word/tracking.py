"""Tracked changes put into a part as Word records them (ECMA-376 Part 1, 17.13.5): who, when, what was before.

Rejecting them gives the part back; what they say of properties is said once for every element.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from itertools import count

from lxml import etree

from docgen.word.looks import W
from docgen.word.revision_marks import CONTENT

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_DELETED = {W + "t": W + "delText", W + "instrText": W + "delInstrText"}
_DIGITS = 10  # ids are 32 bits wide
_MARKS = tuple(W + name for name in ("ins", "del", "rPrChange", "pPrChange", "sectPrChange"))
_REFERENCES = (W + "headerReference", W + "footerReference")
# The order of children is fixed: 17.3.1.26, 17.3.2.28, 17.6.17.
_ORDER = {
    W + "pPr": (
        "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers",
        "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct",
        "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing",
        "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl",
        "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
    ),
    W + "rPr": (
        "ins", "del", "moveFrom", "moveTo", "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike",
        "dstrike", "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color",
        "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText",
        "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath", "rPrChange",
    ),
    W + "sectPr": (
        "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc",
        "pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote", "titlePg", "textDirection",
        "bidi", "rtlGutter", "docGrid", "printerSettings", "sectPrChange",
    ),
}  # fmt: skip
_PLACES = {parent: {W + name: place for place, name in enumerate(names)} for parent, names in _ORDER.items()}
_STAY: Mapping[str, tuple[str, ...]] = {
    W + "pPr": (W + "rPr", W + "sectPr"),
    W + "rPr": CONTENT,
    W + "sectPr": _REFERENCES,
}
Attributes = Mapping[str, str | None]


def child_of(parent: etree._Element, name: str) -> etree._Element:
    """The child of that name, made at its place when there is none."""
    found = parent.find(W + name)
    if found is None:
        found = parent.makeelement(W + name)
        _insert(parent, found)
    return found


def _insert(parent: etree._Element, child: etree._Element) -> None:
    """A child where the order has it; an element without an order begins with its properties."""
    places = _PLACES.get(str(parent.tag))
    if places is None:
        parent.insert(0, child)
        return
    own = places[str(child.tag)]
    before = [at for at, other in enumerate(parent, 1) if places.get(str(other.tag), 0) <= own]
    parent.insert(max(before, default=0), child)


def put(parent: etree._Element, name: str, attributes: Attributes) -> None:
    """Attributes of a child of that name; None takes one away."""
    child = child_of(parent, name)
    for key, value in attributes.items():
        if value is not None:
            child.set(W + key, value)
        elif W + key in child.attrib:
            del child.attrib[W + key]


AUTHOR = "docgen"
_UNDATED = datetime.date(2000, 1, 1)


def stamp(day: datetime.date | None) -> str:
    """A day as marks and comments have it: that of the paper, never today: the same paper gives the same bytes."""
    return f"{(day or _UNDATED).isoformat()}T00:00:00Z"


class Tracker:
    """Marks the changes of one package as made on a day. Marks have no ids until `number` gives them: a run that is
    split takes its marks along."""

    def __init__(self, day: datetime.date | None, roots: Iterable[etree._Element]) -> None:
        self._date = stamp(day)
        self._ids = count(1 + max((_largest_id(root) for root in roots), default=0))

    def properties(self, holder: etree._Element, name: str) -> etree._Element:
        """The properties of a run, paragraph or paragraph mark, ready to be changed: those of before are kept."""
        properties = child_of(holder, name)
        self.section(properties)
        return properties

    def section(self, properties: etree._Element) -> None:
        """The properties there are now are remembered as those of before; once."""
        name = f"{properties.tag}Change"
        if properties.find(name) is not None:
            return
        stay = _STAY.get(str(properties.tag), ())
        before = properties.makeelement(properties.tag)
        before.extend(deepcopy(child) for child in properties if child.tag not in stay)
        change = self._mark(name.removeprefix(W))
        change.append(before)
        properties.append(change)

    def delete(self, runs: Sequence[etree._Element]) -> None:
        """Runs are gone, each where it stands."""
        for run in runs:
            for child in run:
                child.tag = _DELETED.get(str(child.tag), child.tag)
            mark = self._mark("del")
            mark.tail, run.tail = run.tail, None
            run.addprevious(mark)
            mark.append(run)

    def insert(self, text: str, like: etree._Element, before: bool = False) -> None:
        """Words in the look of a run, behind it or before it."""
        run = like.makeelement(W + "r")
        properties = like.find(W + "rPr")
        if properties is not None:
            run.append(deepcopy(properties))
            for change in run.findall(f"{W}rPr/{W}rPrChange"):
                run[0].remove(change)
        words = etree.SubElement(run, W + "t")
        words.text = text
        words.set(_SPACE, "preserve")
        mark = self._mark("ins")
        mark.append(run)
        if before:
            like.addprevious(mark)
        else:
            like.addnext(mark)

    def add_paragraph(self, text: str, below: etree._Element) -> etree._Element:
        """A new paragraph laid out like the one above it; returns its run."""
        paragraph, run = below.makeelement(W + "p"), below.makeelement(W + "r")
        properties = below.find(W + "pPr")
        if properties is not None:
            paragraph.append(deepcopy(properties))
            for name in ("rPr", "sectPr", "pPrChange", "numPr"):
                for child in paragraph[0].findall(W + name):
                    paragraph[0].remove(child)
        _insert(child_of(child_of(paragraph, "pPr"), "rPr"), self._mark("ins"))
        mark = self._mark("ins")
        mark.append(run)
        paragraph.append(mark)
        etree.SubElement(run, W + "t").text = text
        below.addnext(paragraph)
        return run

    def delete_paragraph_mark(self, paragraph: etree._Element) -> None:
        """The paragraph runs on into the next one; an empty one is gone."""
        letters = child_of(child_of(paragraph, "pPr"), "rPr")
        _insert(letters, self._mark("del"))

    def _mark(self, name: str) -> etree._Element:
        return etree.Element(W + name, {W + "author": AUTHOR, W + "date": self._date})

    def number(self, root: etree._Element) -> None:
        """Ids for the marks of a part, in reading order."""
        for mark in root.iter(*_MARKS):
            if mark.get(W + "author") == AUTHOR and mark.get(W + "id") is None:
                mark.set(W + "id", str(next(self._ids)))


def _largest_id(root: etree._Element) -> int:
    found = (one.get(W + "id", "") for one in root.iter())
    return max((int(key) for key in found if key.isdecimal() and len(key) < _DIGITS), default=0)
