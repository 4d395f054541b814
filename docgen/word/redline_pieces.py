"""A paragraph as the atoms that are compared: tokens of its words, and things that are no words."""

from collections import deque
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from docgen.tokens import Token, tokens
from docgen.word.looks import W
from docgen.word.redline_drafts import Side
from docgen.word.redline_items import Bit, fields_in, is_marker, items_of, key_of, link_of

PARAGRAPH = "\ue002"  # the key of a mark that ends a paragraph


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


class _Stretch(NamedTuple):
    """Words that lie together, or one thing with its `key`; `markers` stand behind so many letters of it."""

    tokens: tuple[Token, ...]
    key: str
    bits: tuple[Bit, ...]
    markers: tuple[tuple[int, etree._Element], ...]

    def told(self) -> Iterator[str]:
        """Keys of its atoms; to a word its key is the link it stands in."""
        return (token.key + self.key for token in self.tokens) if self.tokens else iter((self.key,) * bool(self.bits))

    def atoms(self) -> Iterator[tuple[int, str, tuple[Bit, ...]]]:
        """What its atoms are made of, each with the place where it begins."""
        at = 0
        if not self.tokens and self.bits:
            yield at, self.key, self.bits
        for token, bits in zip(self.tokens, _slices(self.bits, self.tokens), strict=True):
            yield at, token.key + self.key, bits
            at += len(token.text)


class Passage:
    """A paragraph, read when it is asked for; `keys` may be known from another that says the same."""

    def __init__(self, paragraph: etree._Element, side: Side, keys: tuple[str, ...] | None = None) -> None:
        self.paragraph, self._side, self._keys = paragraph, side, keys

    @cached_property
    def _stretches(self) -> tuple[_Stretch, ...]:
        return tuple(_stretches(list(items_of(self.paragraph)), self._side))

    @property
    def keys(self) -> tuple[str, ...]:
        """Those of its atoms without the last."""
        if self._keys is None:
            self._keys = tuple(key for stretch in self._stretches for key in stretch.told())
        return self._keys

    @cached_property
    def atoms(self) -> tuple[Atom, ...]:
        """Its atoms, the mark that ends it the last."""
        found: list[Atom] = []
        waiting: list[etree._Element] = []
        for stretch in self._stretches:
            markers = deque(stretch.markers)
            for at, key, bits in stretch.atoms():
                while markers and markers[0][0] <= at:
                    waiting.append(markers.popleft()[1])
                found.append(Atom(key, bits, tuple(waiting)))
                waiting.clear()
            waiting += (marker for _, marker in markers)
        return (*found, Atom(PARAGRAPH, (), tuple(waiting), self))

    @cached_property
    def runs(self) -> tuple[Atom, ...]:
        """The same with words uncut, for a paragraph that is not compared word by word."""
        if any(stretch.markers for stretch in self._stretches):
            return self.atoms
        found = (Atom(stretch.key, stretch.bits) for stretch in self._stretches if stretch.bits)
        return (*found, Atom(PARAGRAPH, (), (), self))

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


def _stretches(items: Sequence[Bit], side: Side) -> Iterator[_Stretch]:
    """Words wait until something else comes: a token may lie in several runs."""
    fields = fields_in(items)
    words: list[Bit] = []
    markers: list[tuple[int, etree._Element]] = []
    length = at = 0
    while at < len(items):
        bit, end = items[at], fields.get(at, at)
        if is_marker(bit):
            markers.append((length, bit.held))
        else:
            if words and (
                not bit.text or (bit.around != words[-1].around and link_of(bit, side) != link_of(words[-1], side))
            ):
                yield _of_words(words, markers, side)
                words, markers, length = [], [], 0
            if bit.text:
                words.append(bit)
                length += len(bit.text)
            else:
                yield _of_thing(items[at : end + 1], markers, side)
                markers = []
        at = end + 1
    yield _of_words(words, markers, side)


def _of_words(words: Sequence[Bit], markers: Sequence[tuple[int, etree._Element]], side: Side) -> _Stretch:
    found = tokens("".join(bit.text for bit in words), side.strict) if words else ()
    return _Stretch(found, link_of(words[0], side) if words else "", tuple(words), tuple(markers))


def _of_thing(bits: Sequence[Bit], markers: Sequence[tuple[int, etree._Element]], side: Side) -> _Stretch:
    """A thing, or a field with its result as one; what stands in a field and is not compared stands before it."""
    shown = tuple(bit for bit in bits if not is_marker(bit))
    inside = ((0, bit.held) for bit in bits if is_marker(bit))
    return _Stretch(
        (), key_of(shown, side) + link_of(shown[0], side), shown, (*((0, one) for _, one in markers), *inside)
    )


def _slices(words: Sequence[Bit], parts: Sequence[Token]) -> Iterator[tuple[Bit, ...]]:
    """The words again, cut into their tokens."""
    at = start = 0
    for token in parts:
        length, found = len(token.text), []
        while length:
            text, _, run, around = words[at]
            taken = text[start : start + length]
            found.append(Bit(taken, None, run, around))
            length -= len(taken)
            start += len(taken)
            if start == len(text):
                at, start = at + 1, 0
        yield tuple(found)
