"""The words of a paragraph as reading gives them, and the runs that hold a span of them, split at its ends."""

import unicodedata
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from docgen.vietnamese import to_nfc
from docgen.word.lines import runs_in, sign_of
from docgen.word.looks import W

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
TEXT = W + "t"


@dataclass
class _Slot:
    """What shows in a run: a w:t, or an element that stands for one sign."""

    run: etree._Element
    child: etree._Element
    shown: str


class Words:
    """One paragraph. Offsets count characters of `text`, which is in normal form; several as stored may be one."""

    def __init__(self, paragraph: etree._Element) -> None:
        self.paragraph = paragraph
        self._slots = list(_slots(paragraph))
        self.stored = "".join(slot.shown for slot in self._slots)
        self.text = to_nfc(self.stored)
        self._begins, self._ends = _offsets(self.stored, self.text)

    def runs(self, start: int, end: int) -> list[etree._Element]:
        """The runs of characters start … end, and of no others; whatever stands between them comes along."""
        return list(dict.fromkeys(slot.run for slot in self._span(start, end)))

    def letters(self, start: int, end: int) -> list[etree._Element]:
        """The runs of characters start … end with nothing else in them: no drawing, no mark of a note."""
        for slot in self._span(start, end):
            self._split_after(slot)
            self._split_before(slot)
        return self.runs(start, end)

    def stored_as(self, start: int, end: int) -> str:
        """Characters start … end as they are stored."""
        return self.stored[self._begins[start] : self._ends[end - 1]] if start < end else ""

    def _span(self, start: int, end: int) -> list[_Slot]:
        if start >= end:
            return []
        begin, stop = self._begins[start], self._ends[end - 1]
        self._cut(begin)
        self._cut(stop)
        at, found = 0, []
        for slot in self._slots:
            if begin <= at < stop:
                found.append(slot)
            at += len(slot.shown)
        self._split_before(found[0])
        self._split_after(found[-1])
        return found

    def _cut(self, at: int) -> None:
        """No w:t holds characters on both sides of a place."""
        for index, slot in enumerate(self._slots):
            if 0 < at < len(slot.shown):
                rest = deepcopy(slot.child)
                rest.tail = None
                slot.child.addnext(rest)
                for child, shown in ((slot.child, slot.shown[:at]), (rest, slot.shown[at:])):
                    child.text = shown
                    child.set(_SPACE, "preserve")
                self._slots.insert(index + 1, _Slot(slot.run, rest, slot.shown[at:]))
                slot.shown = slot.shown[:at]
                return
            at -= len(slot.shown)

    def _split_before(self, slot: _Slot) -> None:
        """The slot is the first in its run."""
        if any(child.tag != W + "rPr" for child in slot.child.itersiblings(preceding=True)):
            self._split(slot.run, [slot.child, *slot.child.itersiblings()])

    def _split_after(self, slot: _Slot) -> None:
        """The slot is the last in its run."""
        behind = list(slot.child.itersiblings())
        if behind:
            self._split(slot.run, behind)

    def _split(self, run: etree._Element, moved: list[etree._Element]) -> None:
        """Children of a run into a new one behind it, in the same look."""
        behind = run.makeelement(run.tag, {str(key): str(value) for key, value in run.attrib.items()})
        behind.tail, run.tail = run.tail, None
        run.addnext(behind)
        properties = run.find(W + "rPr")
        if properties is not None:
            behind.append(deepcopy(properties))
        behind.extend(moved)
        for slot in self._slots:
            if slot.child.getparent() is behind:
                slot.run = behind


def _slots(paragraph: etree._Element) -> Iterator[_Slot]:
    for run in runs_in(paragraph):
        for child in run if run.tag == W + "r" else ():
            shown = (child.text or "") if child.tag == TEXT else sign_of(child)
            if shown:
                yield _Slot(run, child, shown)


def _offsets(stored: str, text: str) -> tuple[list[int], list[int]]:
    """Where each character of the normal form begins and ends as stored; a letter and its marks are never parted."""
    if stored == text:
        return list(range(len(text))), list(range(1, len(text) + 1))
    begins: list[int] = []
    ends: list[int] = []
    starts = [at for at, sign in enumerate(stored) if at == 0 or not unicodedata.combining(sign)]
    for begin, end in zip(starts, [*starts[1:], len(stored)], strict=True):
        composed = len(to_nfc(stored[begin:end]))
        begins += [begin] * composed
        ends += [end] * composed
    if len(begins) != len(text):  # scripts whose letters join in other ways: all or nothing
        return [0] * len(text), [len(stored)] * len(text)
    return begins, ends
