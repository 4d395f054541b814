"""What is at hand while a story is merged."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from docgen.word.looks import W
from docgen.word.redline_carrying import Carrier
from docgen.word.redline_drafts import Side
from docgen.word.redline_looks import NOTE_REFERENCES, boxes_in
from docgen.word.redline_marks import Marker
from docgen.word.redline_pieces import Passage
from docgen.word.redline_prints import Prints


@dataclass
class Desk:
    """Both sides of a story, the marker, and what carries things over from the old draft.

    `folded` counts atoms that differ only in spelling form; `boxes` waits to be merged; `notes` are the references met:
    kind, id in the old draft, id in the new one. `sections` are the pairs whose headers are one another's.
    """

    old: Side
    new: Side
    prints: Prints
    marker: Marker
    carrier: Carrier
    folded: Counter[str]
    native_moves: bool
    boxes: list[tuple[etree._Element, etree._Element]] = field(default_factory=list)
    notes: list[tuple[str, str | None, str]] = field(default_factory=list)
    sections: list[tuple[etree._Element, etree._Element]] = field(default_factory=list)
    _passages: dict[etree._Element, Passage] = field(default_factory=dict)
    _keys: dict[bytes, tuple[str, ...]] = field(default_factory=dict)

    @property
    def strict(self) -> bool:
        """Whether every difference is one."""
        return self.new.strict

    def passage(self, paragraph: etree._Element, side: Side) -> Passage:
        """A paragraph of one side; keys of those with one print are read once."""
        found = self._passages.get(paragraph)
        if found is None:
            known = self.prints.of(paragraph)
            found = self._passages[paragraph] = Passage(paragraph, side, self._keys.get(known) if known else None)
            if known:
                self._keys[known] = found.keys
        return found

    def from_old(self, element: etree._Element) -> etree._Element:
        """A copy of something of the old draft that may stand in the new one."""
        return self.carrier.carried(element, self.old.part, self.new.part)

    def met_both(self, old: etree._Element, new: etree._Element) -> None:
        """A thing that is in both: what it holds is still to be merged."""
        self.boxes += zip(boxes_in(old), boxes_in(new), strict=False)
        self.notes += ((kind, a, b) for (kind, a), (_, b) in zip(_notes(old), _notes(new), strict=False))

    def met_new(self, element: etree._Element) -> None:
        """Something put in: its notes are put in too."""
        self.notes += ((kind, None, note) for kind, note in _notes(element))

    def changed(self, properties: etree._Element | None, before: etree._Element | None) -> bool:
        """Whether properties say something else than before."""
        return self.new.look(properties) != self.old.look(before)

    def change(self, properties: etree._Element, before: etree._Element | None) -> None:
        """Properties of the new draft remember those of the old one when these said something else."""
        if self.changed(properties, before):
            former = self.marker.change(properties, before)
            self.carrier.fit(former, self.old.part, self.new.part)


def _notes(element: etree._Element) -> Iterator[tuple[str, str]]:
    for reference in element.iter(*NOTE_REFERENCES):
        yield NOTE_REFERENCES[str(reference.tag)], reference.get(W + "id", "")
