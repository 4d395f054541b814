"""A draft as stories: its parts read once, tracked changes in them taken as accepted, targets of relationships."""

import posixpath
from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cached_property
from hashlib import blake2b
from typing import NamedTuple

from lxml import etree

from docgen.word.looks import W, value_of
from docgen.word.package import main_part, parse_part, read_package
from docgen.word.redline_looks import Look, look, print_of
from docgen.word.revisions import accept, has_revisions


class Relation(NamedTuple):
    """A line of a .rels part; `target` is the name of a part, or an address when it is external."""

    type: str
    target: str
    external: bool


class Draft:
    """One of the two papers."""

    def __init__(self, content: bytes) -> None:
        self.parts = read_package(content)
        self.main = main_part(self.parts)
        self.tracked = False
        self._roots: dict[str, etree._Element] = {}
        self._relations: dict[str, dict[str, Relation]] = {}
        self._lists: dict[str, str] | None = None
        self._notes: dict[str, dict[str, etree._Element]] = {}

    def root(self, name: str) -> etree._Element:
        """The tree of a part, its tracked changes accepted."""
        if name not in self._roots:
            root = parse_part(self.parts[name], name)
            if has_revisions(root):
                self.tracked = True
                accept(root)
            self._roots[name] = root
        return self._roots[name]

    def relations(self, part: str) -> dict[str, Relation]:
        """Relationships of a part by id."""
        if part not in self._relations:
            self._relations[part] = dict(_relations(self.parts, part))
        return self._relations[part]

    def part_of(self, kind: str) -> str | None:
        """The part the body names as its footnotes, styles, numbering …."""
        for relation in self.relations(self.main).values():
            if relation.type.endswith(f"/{kind}") and not relation.external and relation.target in self.parts:
                return relation.target
        return None

    def notes(self, kind: str) -> dict[str, etree._Element]:
        """Footnotes or endnotes it came with, by their numbers."""
        if kind not in self._notes:
            part = self.part_of(f"{kind}s")
            found = self.root(part).iterchildren(W + kind) if part else ()
            self._notes[kind] = {one.get(W + "id", ""): one for one in found}
        return self._notes[kind]

    def list_of(self, key: str) -> str:
        """What an automatic list looks like, as a value; "" when there is none."""
        if self._lists is None:
            part = self.part_of("numbering")
            self._lists = dict(_lists(self.root(part))) if part else {}
        return self._lists.get(key, "")


def _lists(root: etree._Element) -> Iterator[tuple[str, str]]:
    kinds = {one.get(W + "abstractNumId"): print_of(_without_ids(one), str) for one in root.iterfind(W + "abstractNum")}
    for one in root.iterfind(W + "num"):
        overrides = "".join(print_of(override, str) for override in one.iterfind(W + "lvlOverride"))
        yield one.get(W + "numId", ""), kinds.get(value_of(one, "abstractNumId"), "") + overrides


def _without_ids(abstract: etree._Element) -> etree._Element:
    copy = deepcopy(abstract)
    copy.attrib.clear()
    for name in ("nsid", "tmpl"):
        for one in copy.findall(W + name):
            copy.remove(one)
    return copy


class Side:
    """A part of a draft while it is compared; `by_number` tells lists also by their number."""

    def __init__(self, draft: Draft, part: str, strict: bool, by_number: bool = False) -> None:
        self.draft, self.part, self.strict, self._by_number = draft, part, strict, by_number
        self._looks: dict[etree._Element, Look] = {}
        self._targets: dict[str, str] = {}

    @cached_property
    def root(self) -> etree._Element:
        """The tree of the part."""
        return self.draft.root(self.part)

    def look_of(self, run: etree._Element | None) -> Look:
        """Look of the letters of a run."""
        if run is None:
            return ()
        found = self._looks.get(run)
        if found is None:
            found = self._looks[run] = self.look(run.find(W + "rPr"))
        return found

    def look(self, properties: etree._Element | None) -> Look:
        """What properties say."""
        return look(properties, self.strict, self._list)

    def _list(self, key: str) -> str:
        told = self.draft.list_of(key) or key
        return f"{key} {told}" if self._by_number else told

    def thing(self, element: etree._Element) -> str:
        """Fingerprint of a thing in a run."""
        return print_of(element, self.target)

    def target(self, relation_id: str) -> str:
        """What a relationship leads to, as a value: an address, or a digest of a part."""
        if relation_id not in self._targets:
            relation = self.draft.relations(self.part).get(relation_id)
            self._targets[relation_id] = _digest(relation, self.draft.parts) if relation else relation_id
        return self._targets[relation_id]


def relations_part(part: str) -> str:
    """Name of the part that holds the relationships of a part."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _relations(parts: Mapping[str, bytes], part: str) -> list[tuple[str, Relation]]:
    name = relations_part(part)
    found = []
    for one in parse_part(parts[name], name) if name in parts else ():
        target, external = one.get("Target", ""), one.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
        found.append((one.get("Id", ""), Relation(one.get("Type", ""), target, external)))
    return found


def _digest(relation: Relation, parts: Mapping[str, bytes]) -> str:
    if relation.external or relation.target not in parts:
        return relation.target
    return blake2b(parts[relation.target], digest_size=9).hexdigest()
