"""A .docx as its lines in reading order: words, looks, where they stand. No roles yet."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from lxml import etree

from docgen.model.hazard import Hazard
from docgen.model.reading import Grid, Line, Section
from docgen.vietnamese import to_nfc
from docgen.word.hazards import hazards
from docgen.word.lines import Around, LineReader, count_paragraphs
from docgen.word.looks import StyleSheet, W, is_on, value_of
from docgen.word.numbering import Numbering
from docgen.word.package import main_part, parse_part, read_package
from docgen.word.properties import CORE
from docgen.word.refusals import Unreadable
from docgen.word.revisions import accept, has_revisions, reject
from docgen.word.sections import section_of
from docgen.word.tables import WRAPPERS, TableReader
from docgen.word.themes import Theme

Revisions = Literal["accepted", "rejected", "refused"]
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@dataclass(frozen=True)
class Paper:
    """A whole .docx. `flow` holds the lines of the body; a table of data stands before the lines of its cells."""

    flow: tuple[Line | Grid, ...]
    sections: tuple[Section, ...]
    notes: tuple[Line, ...] = ()
    hazards: tuple[Hazard, ...] = ()
    revisions: int = 0
    title: str = ""
    author: str = ""


def read_paper(content: bytes, revisions: Revisions = "accepted") -> Paper:
    """Bytes of a .docx → Paper. Raises Unreadable, also for tracked changes when they are to be refused."""
    parts = read_package(content)
    return _Reader(parts, revisions).read()


class _Reader:
    """Holds what every story of one package needs."""

    def __init__(self, parts: Mapping[str, bytes], revisions: Revisions) -> None:
        self._parts, self._policy = parts, revisions
        self._main = main_part(parts)
        self._related = _relationships(parts, self._main)
        self._revised = 0
        self._mirrored, self._two_sided = _sides(self._content_of("settings"))
        self._styles = _style_sheet(*(self._content_of(kind) for kind in ("styles", "theme", "settings")))
        self._lines = LineReader(self._styles, Numbering(self._part_of("numbering")))
        self._tables = TableReader(self._main, self._styles, self._lines)

    def read(self) -> Paper:
        root = self._story(self._main)
        body = root.find(W + "body")
        sections = self._sections(root)
        flow = tuple(self._flow(body, sections)) if body is not None else ()
        core = _optional(self._parts, CORE)
        return Paper(
            flow=flow,
            sections=sections,
            notes=tuple(self._notes()),
            hazards=hazards(self._parts),
            revisions=self._revised,
            title=_property(core, "title"),
            author=_property(core, "creator"),
        )

    def _part_of(self, kind: str) -> etree._Element | None:
        name = next((name for found, name in self._related.values() if found == kind), None)
        return _optional(self._parts, name)

    def _content_of(self, kind: str) -> bytes:
        name = next((name for found, name in self._related.values() if found == kind), "")
        return self._parts.get(name, b"")

    def _story(self, name: str) -> etree._Element:
        """A part with its tracked changes settled; every paragraph knows its count as stored."""
        root = parse_part(self._parts[name], name)
        count_paragraphs(root)
        if has_revisions(root):
            if self._policy == "refused":
                raise Unreadable("docx.tracked")
            self._revised += 1
            (accept if self._policy == "accepted" else reject)(root)
        return root

    def _sections(self, root: etree._Element) -> tuple[Section, ...]:
        found: list[Section] = []
        for element in root.iter(W + "sectPr"):
            before = found[-1] if found else None
            headers = self._margins_of(element, "headerReference", before.headers if before else {})
            footers = self._margins_of(element, "footerReference", before.footers if before else {})
            found.append(replace(self._section(element), headers=headers, footers=footers))
        return tuple(found) or (self._section(None),)

    def _section(self, element: etree._Element | None) -> Section:
        return replace(section_of(element), mirrored=self._mirrored, two_sided=self._two_sided)

    def _margins_of(
        self, section: etree._Element, tag: str, inherited: Mapping[str, tuple[Line, ...]]
    ) -> Mapping[str, tuple[Line, ...]]:
        """Header or footer lines by kind; a kind a section does not name is that of the section before (17.10.5)."""
        own = {
            reference.get(W + "type", "default"): self._marginal(
                self._related.get(reference.get(_R + "id", ""), ("", ""))[1]
            )
            for reference in section.iterfind(W + tag)
        }
        return {**inherited, **own}

    def _marginal(self, name: str) -> tuple[Line, ...]:
        if not self._parts.get(name):
            return ()
        root = self._story(name)
        return tuple(line for line in self._loose(root, name) if line.text or line.fields or line.drawn)

    def _loose(self, root: etree._Element, part: str) -> Iterator[Line]:
        """Lines of a small story, tables and text boxes included, once each."""
        inside = {paragraph for box in root.iter(W + "txbxContent") for paragraph in box.iter(W + "p")}
        for paragraph in root.iter(W + "p"):
            if paragraph not in inside:
                yield from self._lines.read(paragraph, Around(part))

    def _notes(self) -> Iterator[Line]:
        for kind, name in self._related.values():
            if kind in ("footnotes", "endnotes") and self._parts.get(name):
                yield from (line for line in self._loose(self._story(name), name) if line.text)

    def _flow(self, body: etree._Element, sections: tuple[Section, ...]) -> Iterator[Line | Grid]:
        section = tables = 0
        for element in _unwrapped(body):
            page = sections[min(section, len(sections) - 1)]
            room = page.width - page.left - page.right
            if element.tag == W + "p":
                yield from self._lines.read(element, Around(self._main, section, room=room))
                section += element.find(f"{W}pPr/{W}sectPr") is not None
            else:
                yield from self._tables.read(element, tables, section)
                tables += 1


@lru_cache(8)
def _sides(settings: bytes) -> tuple[bool, bool]:
    """Whether the back of a sheet mirrors its front, and whether even pages have headers of their own (17.15.1)."""
    root = parse_part(settings) if settings else None
    return is_on(value_of(root, "mirrorMargins")), is_on(value_of(root, "evenAndOddHeaders"))


@lru_cache(8)  # papers of one template share their styles, and all looks resolved from them
def _style_sheet(styles: bytes, theme: bytes, settings: bytes) -> StyleSheet:
    parsed = [parse_part(part) if part else None for part in (styles, theme, settings)]
    return StyleSheet(parsed[0], Theme(parsed[1], parsed[2]))


def _relationships(parts: Mapping[str, bytes], main: str) -> dict[str, tuple[str, str]]:
    """What the main part points to inside the package: kind and part name by relationship id."""
    folder, name = posixpath.split(main)
    root = _optional(parts, f"{folder}/_rels/{name}.rels")
    found = {}
    for relation in root if root is not None else ():
        if relation.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join(folder, relation.get("Target", ""))).lstrip("/")
            found[relation.get("Id", "")] = relation.get("Type", "").rpartition("/")[2], target
    return found


def _optional(parts: Mapping[str, bytes], name: str | None) -> etree._Element | None:
    return parse_part(parts[name], name) if name and parts.get(name) else None


def _property(core: etree._Element | None, name: str) -> str:
    found = core.find(f"{{http://purl.org/dc/elements/1.1/}}{name}") if core is not None else None
    return to_nfc(found.text or "") if found is not None else ""


def _unwrapped(container: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables, also those inside content controls and insertions."""
    stack = [iter(container)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag in WRAPPERS:
            stack.append(iter(child))
        elif child.tag in (W + "p", W + "tbl"):
            yield child
