"""What was taken out of a draft stands in the redline again: copied with all it leads to."""

from collections.abc import Iterator
from copy import deepcopy
from itertools import count

from lxml import etree

from docgen.word.looks import W, value_of
from docgen.word.package import content_type
from docgen.word.redline_drafts import Draft
from docgen.word.redline_lists import Lists
from docgen.word.redline_looks import NOTE_REFERENCES, W14, R
from docgen.word.redline_marks import Marker
from docgen.word.redline_package import Package
from docgen.word.revision_marks import drop

_STYLES = (W + "pStyle", W + "rStyle", W + "tblStyle")
_OF_STYLES = (W + "basedOn", W + "link", W + "next")
_NAMED = frozenset(
    W + name
    for name in (
        "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd",
        "commentReference", "proofErr", "lastRenderedPageBreak",
    )
)  # fmt: skip
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_FIRST_DRAWING = 1_000_000  # ids of drawings are 32 bits wide; programs count from 1
_SPECIAL = W + "type"  # of a note: a separator, no note of the text


class Carrier:
    """Carries elements from the old draft into the new one."""

    def __init__(self, old: Draft, new: Draft, package: Package, marker: Marker) -> None:
        self._old, self._new, self._package, self._marker = old, new, package, marker
        self._lists = Lists(old, new, package)
        self._drawings = count(_FIRST_DRAWING)
        self._styles_seen: set[str] = set()
        self._numbers: dict[str, Iterator[int]] = {}
        self.notes: dict[tuple[str, str], etree._Element] = {}

    def carried(self, element: etree._Element, old_part: str, new_part: str) -> etree._Element:
        """A copy of an element of a part of the old draft, for a part of the new one."""
        copy = deepcopy(element)
        copy.tail = None
        self.fit(copy, old_part, new_part)
        return copy

    def fit(self, copy: etree._Element, old_part: str, new_part: str) -> None:
        """A copy of something old as it may stand in the new part."""
        for one in list(copy.iter()):
            tag = one.tag
            if tag in _NAMED:
                drop(one)
            elif tag in _STYLES:
                self._style(one.get(W + "val", ""))
            elif tag == W + "numId":
                one.set(W + "val", self._lists.here(one.get(W + "val", "")))
            elif tag in NOTE_REFERENCES:
                if old_part == self._old.main:
                    self._note(one, NOTE_REFERENCES[str(tag)])
                else:
                    drop(one)  # no note has notes
            elif tag == _DRAWING:
                one.set("id", str(next(self._drawings)))
            for key in [str(name) for name in one.attrib]:
                if key.startswith(R):
                    one.set(key, self._relation(one.get(key, ""), old_part, new_part))
                elif key.startswith(W14) and key.endswith("Id"):
                    del one.attrib[key]

    def _relation(self, key: str, old_part: str, new_part: str) -> str:
        relation = self._old.relations(old_part).get(key)
        if relation is None:
            return key
        if not relation.external and relation.target in self._old.parts:
            relation = relation._replace(target=self._package.copied(self._old, relation.target))
        return self._package.relate(new_part, relation)

    def _style(self, key: str) -> None:
        """A style the new draft does not have, and those it builds on."""
        if key in self._styles_seen:
            return
        self._styles_seen.add(key)
        old, new = self._old.part_of("styles"), self._new.part_of("styles")
        if old is None or new is None or _style(self._new.root(new), key) is not None:
            return
        style = _style(self._old.root(old), key)
        if style is None:
            return
        copy = deepcopy(style)
        copy.attrib.pop(W + "default", "")
        self._package.story(new).append(copy)
        for number in copy.iter(W + "numId"):
            number.set(W + "val", self._lists.here(number.get(W + "val", "")))
        for name in _OF_STYLES:
            self._style(value_of(copy, name.removeprefix(W)) or "")

    def _note(self, reference: etree._Element, kind: str) -> None:
        """The note comes along, its words taken out as well; the reference gets its number here."""
        old = self._old.part_of(f"{kind}s")
        source = self._old.notes(kind).get(reference.get(W + "id", ""))
        if old is None or source is None:
            return
        new = self._new.part_of(f"{kind}s") or self._notes_part(kind, old)
        root = self._package.story(new)
        number = self._next_number(kind)
        copy = self.carried(source, old, new)
        copy.set(W + "id", number)
        self._marker.whole(copy, "-")
        root.append(copy)
        self.notes[kind, number] = copy
        reference.set(W + "id", number)

    def _next_number(self, kind: str) -> str:
        if kind not in self._numbers:
            taken = [int(key) for key in self._new.notes(kind) if key.isdecimal()]
            self._numbers[kind] = count(max(taken, default=0) + 1)
        return str(next(self._numbers[kind]))

    def _notes_part(self, kind: str, old: str) -> str:
        """A part for notes, with the separators of the old one."""
        name = self._package.free(old)
        top = deepcopy(self._old.root(old))
        for one in list(top):
            if one.get(_SPECIAL) is None:
                top.remove(one)
        relation = next(one for one in self._old.relations(self._old.main).values() if one.target == old)
        self._package.add(name, etree.tostring(top), content_type(self._old.parts, old))
        self._package.relate(self._new.main, relation._replace(target=name))
        return name


def _style(root: etree._Element, key: str) -> etree._Element | None:
    return next((one for one in root.iterfind(W + "style") if one.get(W + "styleId") == key), None)
