"""What stands in a paragraph, in order: words of runs, things in them and beside them; and by what things are told.

Links belong to what their words say; content controls and smart tags are looked through; bookmarks and places of
comments are markers, not compared.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from docgen.word.looks import W
from docgen.word.redline_drafts import Side
from docgen.word.redline_looks import SIMPLE_FIELD, Look, R

THING = "\ue000"  # begins the key of what is no word
_INSIDE = "\ue001"  # parts the key of a word from the link it stands in
LINK = W + "hyperlink"
_SEEN_THROUGH = frozenset(W + name for name in ("sdt", "smartTag", "customXml", "dir", "bdo"))
_MARKERS = frozenset(
    W + name
    for name in (
        "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd",
    )
)  # fmt: skip
COMMENT = W + "commentReference"
_SILENT = frozenset(
    W + name
    for name in (
        "pPr", "rPr", "proofErr", "lastRenderedPageBreak", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "fldData",
    )
)  # fmt: skip
_SIGNS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "\u2011"}


class Bit(NamedTuple):
    """Words of one run, or one thing in it (`run` is None for what stands in no run); `around` outermost first."""

    text: str
    thing: etree._Element | None
    run: etree._Element | None
    around: tuple[etree._Element, ...]

    @property
    def held(self) -> etree._Element:
        """What holds a marker: its run, or the marker itself."""
        found = self.thing if self.run is None else self.run
        assert found is not None
        return found


def items_of(parent: etree._Element, around: tuple[etree._Element, ...] = ()) -> Iterator[Bit]:
    """All bits of a paragraph, or of something in it that stands in `around`."""
    for child in parent:
        tag = child.tag
        if tag == W + "r":
            for inner in child:
                if inner.tag == W + "t":
                    if inner.text:
                        yield Bit(inner.text, None, child, around)
                elif inner.tag not in _SILENT:
                    yield Bit("", inner, child, around)
        elif tag == LINK or tag in _SEEN_THROUGH:
            content = child.find(W + "sdtContent") if tag == W + "sdt" else child
            yield from items_of(content if content is not None else child, (*around, child))
        elif tag not in _SILENT:
            yield Bit("", child, None, around)


def is_marker(bit: Bit) -> bool:
    """Whether it only marks a place."""
    return bit.thing is not None and (bit.thing.tag in _MARKERS or bit.thing.tag == COMMENT)


def link_of(bit: Bit, side: Side) -> str:
    """What makes words in a link other words than those outside."""
    for one in bit.around:
        if one.tag == LINK:
            target = one.get(R + "id")
            told = (side.target(target) if target else "", one.get(W + "anchor", ""))
            return _INSIDE + "|".join(told)
    return ""


def fields_in(items: Sequence[Bit]) -> dict[int, int]:
    """Where fields begin and end that lie in one paragraph and, with both ends, in the same surroundings."""
    found, begun = {}, []
    for at, (_, thing, _, around) in enumerate(items):
        if thing is None or thing.tag != W + "fldChar":
            continue
        kind = thing.get(W + "fldCharType")
        if kind == "begin":
            begun.append(at)
        elif kind == "end" and begun:
            start = begun.pop()
            if items[start].around == around:
                found[start] = at
    return found


def key_of(bits: Sequence[Bit], side: Side) -> str:
    """What a thing or a field is told by."""
    thing = bits[0].held if bits[0].thing is None else bits[0].thing
    if thing.tag == SIMPLE_FIELD:
        return _field_key(thing.get(W + "instr", ""), items_of(thing), side)
    if len(bits) > 1:
        code, result = _code_and_result(bits)
        return _field_key(code, result, side)
    sign = _SIGNS.get(str(thing.tag)) if not thing.attrib else None
    return sign or THING + side.thing(thing)


def _code_and_result(bits: Sequence[Bit]) -> tuple[str, Sequence[Bit]]:
    """Of a field; one in whose code another stands has all but its ends as a result."""
    kinds = [bit.thing.get(W + "fldCharType") if bit.thing is not None else None for bit in bits]
    middle = kinds.index("separate") if "separate" in kinds else len(bits) - 1
    codes = [bit.thing for bit in bits[1:middle] if bit.thing is not None and bit.thing.tag == W + "instrText"]
    if len(codes) < middle - 1:
        return "", bits[1:-1]
    return "".join(code.text or "" for code in codes), bits[middle + 1 : -1]


def _field_key(code: str, result: Iterable[Bit], side: Side) -> str:
    """A field is told by its code and its result, looks included, however it is written down."""
    shown: list[tuple[str, Look]] = []
    for bit in result:
        piece, own = bit.text if bit.thing is None else THING + side.thing(bit.thing), side.look_of(bit.run)
        if shown and shown[-1][1] == own:
            piece = shown.pop()[0] + piece
        shown.append((piece, own))
    return f"{THING}{code.strip()}{shown}"
