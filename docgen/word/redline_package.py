"""The package of a redline: parts of the new draft, and what has to be put beside them."""

import posixpath
from itertools import count

from lxml import etree

from docgen.word.archive import CONTENT_TYPES
from docgen.word.package import content_type, parse_part, written
from docgen.word.redline_drafts import Draft, Relation, relations_part

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATIONSHIPS = f"{_PACKAGE}/relationships"
_TYPES = f"{{{_PACKAGE}/content-types}}"


class Package:
    """Grows beside a draft, whose own parts stay as they lie."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._trees: dict[str, etree._Element] = {}
        self._parts: dict[str, bytes] = {}
        self._copies: dict[str, str] = {}

    def written(self) -> dict[str, bytes]:
        """Parts that are new or not as they were."""
        found = {name: written(root) for name, root in self._trees.items()}
        changed = {name: data for name, data in found.items() if name in self._parts or data != self._before(name)}
        return self._parts | changed

    def _before(self, name: str) -> bytes:
        data = self._draft.parts.get(name)
        return written(parse_part(data, name)) if data else b""

    def story(self, name: str) -> etree._Element:
        """A part of the draft that is about to change, without tracked changes."""
        self._trees[name] = self._draft.root(name)
        return self._trees[name]

    def _tree(self, name: str, empty: str) -> etree._Element:
        """A part of the package itself; `empty` is its top when there is none."""
        if name not in self._trees:
            data = self._draft.parts.get(name)
            self._trees[name] = parse_part(data, name) if data else etree.fromstring(empty)
        return self._trees[name]

    def relate(self, part: str, relation: Relation) -> str:
        """Id of a relationship of a part, one that is there already if it says the same."""
        there = self._draft.relations(part)
        for key, other in there.items():
            if other == relation:
                return key
        key = next(key for number in count(1) if (key := f"rIdOld{number}") not in there)
        there[key] = relation
        _add(self._tree(relations_part(part), f'<Relationships xmlns="{_RELATIONSHIPS}"/>'), key, relation)
        return key

    def copied(self, draft: Draft, name: str) -> str:
        """Name here of a part of another draft, with all it leads to: the same where the bytes are the same."""
        if name not in self._copies:
            alike = self._draft.parts.get(name) == draft.parts[name] and relations_part(name) not in draft.parts
            self._copies[name] = name if alike else self.duplicated(draft, name)
        return self._copies[name]

    def duplicated(self, draft: Draft, name: str) -> str:
        """Name here of a copy of its own."""
        own = self.free(name)
        self.add(own, draft.parts[name], content_type(draft.parts, name))
        if relations_part(name) in draft.parts:
            self._copies[name] = own  # parts may lead back to it
            self._copy_relations(draft, name, own)
        return own

    def add(self, name: str, data: bytes, kind: str) -> None:
        """A part that was not there; relationships of it come after."""
        self._parts[name] = self._draft.parts[name] = data
        if content_type({**self._draft.parts, CONTENT_TYPES: self._types_now()}, name) != kind:
            types = self._tree(CONTENT_TYPES, f'<Types xmlns="{_PACKAGE}/content-types"/>')
            etree.SubElement(types, f"{_TYPES}Override", {"PartName": f"/{name}", "ContentType": kind})

    def _types_now(self) -> bytes:
        if CONTENT_TYPES in self._trees:
            return written(self._trees[CONTENT_TYPES])
        return self._draft.parts[CONTENT_TYPES]

    def free(self, name: str) -> str:
        """A name for a part that is not taken: this one if it can be."""
        stem, ending = posixpath.splitext(name)
        names = (name, *(f"{stem}_old{number}{ending}" for number in range(1, len(self._draft.parts) + 2)))
        taken = {other.lower() for other in self._draft.parts}
        return next(own for own in names if own.lower() not in taken)

    def _copy_relations(self, draft: Draft, name: str, own: str) -> None:
        """Ids of relationships are a part's own: they stay."""
        top = etree.fromstring(f'<Relationships xmlns="{_RELATIONSHIPS}"/>')
        for key, relation in draft.relations(name).items():
            if not relation.external and relation.target in draft.parts:
                relation = relation._replace(target=self.copied(draft, relation.target))
            _add(top, key, relation)
        self._parts[relations_part(own)] = written(top)


def _add(relations: etree._Element, key: str, relation: Relation) -> None:
    line = etree.SubElement(relations, f"{{{_RELATIONSHIPS}}}Relationship", {"Id": key, "Type": relation.type})
    if relation.external:
        line.set("Target", relation.target)
        line.set("TargetMode", "External")
    else:
        line.set("Target", f"/{relation.target}")
