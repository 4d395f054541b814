"""The comments of a package: those it has and new ones, in one part the main part points to (17.13.4, Part 2)."""

import datetime
import posixpath
from collections.abc import Iterable, Mapping

from lxml import etree

from docgen.word.archive import CONTENT_TYPES
from docgen.word.looks import W
from docgen.word.package import parse_part, written
from docgen.word.tracking import AUTHOR, stamp

_INITIALS = "dg"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATED = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


class Comments:
    """Comments of the main part of one package, to be added to; `parts` are those that changed."""

    def __init__(self, parts: Mapping[str, bytes], main: str, day: datetime.date | None) -> None:
        self._folder, name = posixpath.split(main)
        self._date = stamp(day)
        self._types = parse_part(parts[CONTENT_TYPES], CONTENT_TYPES)
        self._links_name = posixpath.join(self._folder, "_rels", f"{name}.rels")
        self._links = _parsed(parts, self._links_name, f'<Relationships xmlns="{_RELATED}"/>')
        self._name = self._linked() or self._link(_free(posixpath.join(self._folder, "comments"), parts))
        self._root = _parsed(parts, self._name, f'<w:comments xmlns:w="{_WORD}"/>')
        self._next = 1 + max((int(key) for key in self._ids() if key.isdecimal()), default=-1)

    def add(self, paragraphs: Iterable[str]) -> str:
        """A new comment; returns its id."""
        key, self._next = str(self._next), self._next + 1
        names = {"id": key, "author": AUTHOR, "date": self._date, "initials": _INITIALS}
        comment = etree.SubElement(self._root, W + "comment", {W + name: value for name, value in names.items()})
        for words in paragraphs:
            paragraph = etree.SubElement(comment, W + "p")
            text = etree.SubElement(etree.SubElement(paragraph, W + "r"), W + "t", {_SPACE: "preserve"})
            text.text = words
        return key

    @property
    def parts(self) -> dict[str, bytes]:
        """Comments, what points to them and what says that they are comments."""
        found = {self._links_name: self._links, CONTENT_TYPES: self._types, self._name: self._root}
        return {name: written(root) for name, root in found.items()}

    def _ids(self) -> Iterable[str]:
        return (comment.get(W + "id", "") for comment in self._root.iter(W + "comment"))

    def _linked(self) -> str:
        """The part of comments there is, if any."""
        for link in self._links:
            if link.get("Type") == _KIND:
                return posixpath.normpath(posixpath.join(self._folder, link.get("Target", ""))).lstrip("/")
        return ""

    def _link(self, name: str) -> str:
        taken = {link.get("Id") for link in self._links}
        key = next(f"rId{number}" for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
        target = posixpath.relpath(name, self._folder or ".")
        etree.SubElement(self._links, f"{{{_RELATED}}}Relationship", {"Id": key, "Type": _KIND, "Target": target})
        etree.SubElement(self._types, f"{{{_TYPES}}}Override", {"PartName": f"/{name}", "ContentType": _CONTENT})
        return name


def _parsed(parts: Mapping[str, bytes], name: str, empty: str) -> etree._Element:
    return parse_part(parts.get(name) or empty.encode(), name)


def _free(stem: str, parts: Mapping[str, bytes]) -> str:
    taken = {name.lower() for name in parts}
    names = (f"{stem}{number or ''}.xml" for number in range(len(parts) + 1))
    return next(name for name in names if name.lower() not in taken)
