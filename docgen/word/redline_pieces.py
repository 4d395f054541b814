"""A paragraph as the atoms that are compared: tokens of its words, and things that are no words.

Links belong to what their words say; content controls and smart tags are looked through; bookmarks
and places of comments stand between atoms and are not compared.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from docgen.tokens import tokens
from docgen.word.looks import W
from docgen.word.redline_drafts import Side
from docgen.word.redline_looks import SIMPLE_FIELD, Look, R

THING = "\ue000"  # begins the key of what is no word
_INSIDE = "\ue001"  # parts the key of a word from the link it stands in
PARAGRAPH = "\ue002"  # the key of a mark that ends a paragraph
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


class Atom(NamedTuple):
    """What is compared as one: a token, a thing, a field, or the mark at the end of a paragraph (`end`).

    `markers` stand before it and are not compared.
    """

    key: str
    bits: tuple[Bit, ...]
    markers: tuple[etree._Element, ...] = ()
    end: "Passage | None" = None

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(bit.text for bit in self.bits)


class Passage:
    """A paragraph, read when it is asked for; `keys` may be known from another that says the same."""

    def __init__(self, paragraph: etree._Element, side: Side, keys: tuple[str, ...] | None = None) -> None:
        self.paragraph, self._side, self._keys = paragraph, side, keys

    @cached_property
    def atoms(self) -> tuple[Atom, ...]:
        """Its atoms, the mark that ends it the last."""
        reader = _Reader(self._side)
        reader.read(list(_items(self.paragraph, ())))
        return (*reader.atoms, Atom(PARAGRAPH, (), reader.taken(), self))

    @property
    def keys(self) -> tuple[str, ...]:
        """Those of its atoms without the last."""
        if self._keys is None:
            self._keys = tuple(atom.key for atom in self.atoms[:-1])
        return self._keys

    @property
    def properties(self) -> etree._Element | None:
        """Its w:pPr."""
        return self.paragraph.find(W + "pPr")

    @property
    def section(self) -> etree._Element | None:
        """The section it ends, if it does."""
        return self.paragraph.find(f"{W}pPr/{W}sectPr")

    @property
    def mark(self) -> etree._Element | None:
        """Properties of the mark that ends it."""
        return self.paragraph.find(f"{W}pPr/{W}rPr")


class _Reader:
    """Words wait until something else comes: a token may lie in several runs."""

    def __init__(self, side: Side) -> None:
        self._side = side
        self.atoms: list[Atom] = []
        self._words: list[Bit] = []
        self._length = 0
        self._link = ""
        self._markers: list[tuple[int, etree._Element]] = []  # behind so many letters of the words that wait

    def read(self, items: Sequence[Bit]) -> None:
        fields = _fields(items)
        at = 0
        while at < len(items):
            bit = items[at]
            if _is_marker(bit):
                self.marker(bit)
            elif bit.text:
                self.words(bit)
            else:
                end = fields.get(at, at)
                self.thing(items[at : end + 1])
                at = end
            at += 1
        self._flush()

    def marker(self, bit: Bit) -> None:
        self._markers.append((self._length, bit.held))

    def words(self, bit: Bit) -> None:
        link = _link(bit, self._side) if bit.around else ""
        if self._words and link != self._link:
            self._flush()
        self._link = link
        self._words.append(bit)
        self._length += len(bit.text)

    def thing(self, bits: Sequence[Bit]) -> None:
        """A thing, or a field with its result as one."""
        self._flush()
        self._markers += ((0, bit.held) for bit in bits if _is_marker(bit))
        shown = tuple(bit for bit in bits if not _is_marker(bit))
        self.atoms.append(Atom(_key(shown, self._side) + _link(shown[0], self._side), shown, self.taken()))

    def _flush(self) -> None:
        """Words that wait become atoms, in slices of their runs."""
        parts = tokens("".join(bit.text for bit in self._words), self._side.strict) if self._words else ()
        at = 0
        for token, bits in zip(parts, _slices(self._words, [len(token.text) for token in parts]), strict=True):
            self.atoms.append(Atom(token.key + self._link, bits, self.taken(at)))
            at += len(token.text)
        self._words, self._length, self._link = [], 0, ""
        self._markers = [(0, marker) for _, marker in self._markers]

    def taken(self, at: int = 0) -> tuple[etree._Element, ...]:
        """Markers that stood there or before."""
        if not self._markers:
            return ()
        taken = tuple(marker for place, marker in self._markers if place <= at)
        self._markers = self._markers[len(taken) :]
        return taken


def _items(parent: etree._Element, around: tuple[etree._Element, ...]) -> Iterator[Bit]:
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
            yield from _items(content if content is not None else child, (*around, child))
        elif tag not in _SILENT:
            yield Bit("", child, None, around)


def _is_marker(bit: Bit) -> bool:
    return bit.thing is not None and (bit.thing.tag in _MARKERS or bit.thing.tag == COMMENT)


def _link(bit: Bit, side: Side) -> str:
    """What makes words in a link other words than those outside."""
    for one in bit.around:
        if one.tag == LINK:
            target = one.get(R + "id")
            told = (side.target(target) if target else "", one.get(W + "anchor", ""))
            return _INSIDE + "|".join(told)
    return ""


def _slices(words: Sequence[Bit], lengths: Sequence[int]) -> Iterator[tuple[Bit, ...]]:
    """The words again, cut into pieces of these lengths."""
    at = start = 0
    for length in lengths:
        found: list[Bit] = []
        while length:
            text, _, run, around = words[at]
            taken = text[start : start + length]
            found.append(Bit(taken, None, run, around))
            length -= len(taken)
            start += len(taken)
            if start == len(text):
                at, start = at + 1, 0
        yield tuple(found)


def _fields(items: Sequence[Bit]) -> dict[int, int]:
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


def _key(bits: Sequence[Bit], side: Side) -> str:
    thing = bits[0].held if bits[0].thing is None else bits[0].thing
    if thing.tag == SIMPLE_FIELD:
        return _field_key(thing.get(W + "instr", ""), _items(thing, ()), side)
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
