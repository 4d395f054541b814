"""Marks of tracked changes as Word writes them (ECMA-376 Part 1, 17.13.5): who, when, a number each."""

from collections.abc import Sequence
from copy import deepcopy
from itertools import count

from lxml import etree

from docgen.word.looks import W
from docgen.word.redline_looks import OWN, SIMPLE_FIELD
from docgen.word.revision_marks import CELLS, CONTENT, M, replace, within

State = str  # "=", "+" put in, "-" taken out, ">" moved here, "<" moved away
NAMES = {"+": "ins", "-": "del", ">": "moveTo", "<": "moveFrom"}
DELETED = {W + "t": W + "delText", W + "instrText": W + "delInstrText"}
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MARKED = (W + "r", M + "oMath", M + "oMathPara")
_STAYS = frozenset((*CONTENT, *CELLS))


def attributes_of(element: etree._Element | None) -> dict[str, str]:
    """Attributes of an element as plain text; none of none."""
    return {str(key): str(value) for key, value in element.attrib.items()} if element is not None else {}


class Marker:
    """Makes the marks of one redline; ids rise from `first`."""

    def __init__(self, author: str, date: str, first: int) -> None:
        self._author, self._date = author, date
        self._ids = count(first)

    def mark(self, name: str) -> etree._Element:
        """An empty mark with a number of its own."""
        return etree.Element(
            W + name, {W + "id": str(next(self._ids)), W + "author": self._author, W + "date": self._date}
        )

    def span(self, side: str, name: str) -> tuple[etree._Element, etree._Element]:
        """Start and end of what was moved: `side` moveFrom or moveTo; both halves of a move share a name."""
        start = self.mark(f"{side}RangeStart")
        start.set(W + "name", name)
        return start, etree.Element(f"{W}{side}RangeEnd", {W + "id": start.get(W + "id", "")})

    def name(self) -> str:
        """A name for a move."""
        return f"move{next(self._ids)}"

    def change(self, properties: etree._Element, before: etree._Element | None) -> etree._Element:
        """Properties remember those of before, of which a copy is given back."""
        name = etree.QName(properties).localname
        own = OWN.get(str(properties.tag), frozenset())
        former = properties.makeelement(properties.tag, attributes_of(before))
        former.extend(
            deepcopy(child)
            for child in (before if before is not None else ())
            if child.tag not in own and child.tag not in _STAYS and child.tag != f"{W}{name}Change"
        )
        change = self.mark(f"{name}Change")
        change.append(former)
        properties.append(change)
        return former

    def paragraph(self, paragraph: etree._Element, state: State) -> None:
        """The mark that ends a paragraph was put in, taken out or moved."""
        letters(paragraph).insert(0, self.mark(NAMES[state]))

    def whole(self, block: etree._Element, state: State) -> None:
        """Everything in a paragraph, table, row, cell or note was put in or taken out: words, marks, rows."""
        for row in block.iter(W + "tr"):
            first_child(row, "trPr", behind=("tblPrEx",)).append(self.mark(NAMES[state]))
        for simple in list(block.iter(SIMPLE_FIELD)):
            replace(simple, field_runs(simple))
        for paragraph in list(_paragraphs(block)):
            self.paragraph(paragraph, state)
            self._wrap_all(paragraph, state)

    def _wrap_all(self, holder: etree._Element, state: State) -> None:
        waiting: list[etree._Element] = []
        for child in [*holder, None]:
            if child is not None and child.tag in _MARKED:
                waiting.append(child)
                continue
            if waiting:
                self._wrap(waiting, state)
                waiting = []
            if child is not None and child.tag != W + "pPr":
                self._wrap_all(child, state)

    def _wrap(self, runs: Sequence[etree._Element], state: State) -> None:
        mark = self.mark(NAMES[state])
        runs[0].addprevious(mark)
        for run in runs:
            mark.append(run)
            if state == "-":
                as_deleted(run)


def _paragraphs(block: etree._Element) -> Sequence[etree._Element]:
    """Paragraphs of a block but not those of text boxes, which go with the run they hang on."""
    if block.tag == W + "p":
        return [block]
    found: list[etree._Element] = []
    for child in within(block, W + "p", W + "tbl", W + "tr", W + "tc"):
        found += _paragraphs(child)
    return found


def field_runs(simple: etree._Element) -> list[etree._Element]:
    """The runs of a simple field written out: no mark can hold the field itself (17.16.18, 17.16.19)."""
    begin, code, separate, end = (etree.Element(W + "r") for _ in range(4))
    for run, kind in ((begin, "begin"), (separate, "separate"), (end, "end")):
        etree.SubElement(run, W + "fldChar", {W + "fldCharType": kind})
    words = etree.SubElement(code, W + "instrText", {SPACE: "preserve"})
    words.text = simple.get(W + "instr", "")
    return [begin, code, separate, *(deepcopy(run) for run in simple.iter(W + "r")), end]


def as_deleted(run: etree._Element) -> None:
    """Words of a deleted run stand in elements of their own."""
    for child in run:
        child.tag = DELETED.get(str(child.tag), child.tag)


def first_child(parent: etree._Element, name: str, behind: Sequence[str] = ()) -> etree._Element:
    """The properties of an element, made in front of all but what is named when there are none."""
    found = parent.find(W + name)
    if found is None:
        found = parent.makeelement(W + name)
        parent.insert(sum(child.tag in {W + other for other in behind} for child in parent), found)
    return found


def letters(paragraph: etree._Element) -> etree._Element:
    """Properties of the mark that ends a paragraph; before section and change, behind all others (17.3.1.26)."""
    properties = first_child(paragraph, "pPr")
    found = properties.find(W + "rPr")
    if found is None:
        found = properties.makeelement(W + "rPr")
        place = sum(child.tag not in (W + "sectPr", W + "pPrChange") for child in properties)
        properties.insert(place, found)
    return found
