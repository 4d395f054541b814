"""A .docx as its lines in reading order: words, looks, where they stand. No roles yet."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from lxml import etree

from docgen.measures import twips_to_mm
from docgen.model.hazard import Hazard
from docgen.model.reading import Cell, DrawnLine, Grid, Line, Section
from docgen.vietnamese import to_nfc
from docgen.word.hazards import hazards
from docgen.word.landmarks import DATE, LABEL, MOTTO, NUMBER_LINE, is_title, signs, squeezed
from docgen.word.lines import Around, LineReader, count_paragraphs
from docgen.word.looks import StyleSheet, W, is_on, value_of, whole
from docgen.word.numbering import Numbering
from docgen.word.package import main_part, parse_part, read_package
from docgen.word.properties import CORE
from docgen.word.refusals import Unreadable
from docgen.word.revisions import accept, has_revisions, reject
from docgen.word.themes import Theme

Revisions = Literal["accepted", "rejected", "refused"]
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A4 = (11906, 16838)
_WRAPPERS = {W + name for name in ("sdt", "sdtContent", "ins", "customXml", "moveTo", "smartTag")}
_TC_PR, _TC_W = W + "tcPr", W + "tcW"
_NARROW = 3  # columns of a table that lays out a letterhead or a signature
_CELL_MARGIN = 108  # twips left and right of a cell where nothing else is said


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
        return replace(_section(element), mirrored=self._mirrored, two_sided=self._two_sided)

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
                yield from self._table(element, tables, section)
                tables += 1

    def _table(self, table: etree._Element, number: int, section: int) -> Iterator[Line | Grid]:
        rows = [list(_cells(row)) for row in _unwrapped_rows(table)]
        data = not _lays_out(table, rows)
        style, inset = self._styles.table_style_of(table), _side_margins(table)
        lines: list[list[list[Line]]] = []
        widths = [whole(column.get(W + "w")) or 0 for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
        for r, row in enumerate(rows):
            lines.append([])
            for c, cell in enumerate(row):
                width = _width(cell, widths[c] if c < len(widths) else 0)
                place = Cell(number, r, c, data, width)
                around = Around(self._main, section, place, style, max(width - inset, 0.0))
                said = [line for one in _paragraphs(cell) for line in self._lines.read(one, around)]
                lines[-1].append(said if data else _bordered(said, cell))
        if data:
            yield _grid(table, number, lines, section)
        yield from (line for row in lines for cell in row for line in cell)


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


def _section(element: etree._Element | None) -> Section:
    size = element.find(W + "pgSz") if element is not None else None
    margins = element.find(W + "pgMar") if element is not None else None
    numbers = element.find(W + "pgNumType") if element is not None else None

    def length(of: etree._Element | None, name: str, default: int = 0) -> float:
        given = whole(of.get(W + name)) if of is not None else None
        return twips_to_mm(default if given is None else given)

    width, height = length(size, "w", _A4[0]), length(size, "h", _A4[1])
    return Section(
        width=width,
        height=height,
        top=abs(length(margins, "top")),
        bottom=abs(length(margins, "bottom")),
        left=length(margins, "left") + length(margins, "gutter"),
        right=length(margins, "right"),
        header=length(margins, "header"),
        landscape=width > height,
        first_page_differs=is_on(value_of(element, "titlePg")),
        starts_at=whole(numbers.get(W + "start")) if numbers is not None else None,
        number_format=numbers.get(W + "fmt", "decimal") if numbers is not None else "decimal",
    )


def _unwrapped(container: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables, also those inside content controls and insertions."""
    stack = [iter(container)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag in _WRAPPERS:
            stack.append(iter(child))
        elif child.tag in (W + "p", W + "tbl"):
            yield child


def _unwrapped_rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == W + "tr":
            yield child
        elif child.tag in _WRAPPERS:
            yield from child.iter(W + "tr")


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for child in row:
        if child.tag == W + "tc":
            yield child
        elif child.tag in _WRAPPERS:
            yield from (cell for cell in child.iter(W + "tc"))


def _paragraphs(cell: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs of a cell and of tables inside it; those of text boxes come with their anchor."""
    boxes = list(cell.iter(W + "txbxContent"))
    inside = {paragraph for box in boxes for paragraph in box.iter(W + "p")} if boxes else ()
    return (paragraph for paragraph in cell.iter(W + "p") if paragraph not in inside)


def _width(cell: etree._Element, column: int) -> float:
    properties = cell.find(_TC_PR)
    element = properties.find(_TC_W) if properties is not None else None
    stated = whole(element.get(W + "w")) if element is not None and element.get(W + "type") == "dxa" else None
    return twips_to_mm(stated or column)


def _bordered(lines: list[Line], cell: etree._Element) -> list[Line]:
    """The lines of a cell of a letterhead; its lower border is a line drawn under its last words."""
    edge = value_of(cell.find(f"{W}tcPr/{W}tcBorders"), "bottom") or ""
    last = next((at for at in range(len(lines) - 1, -1, -1) if lines[at].text), None)
    if edge in ("", "nil", "none") or last is None:
        return lines
    drawn = (*lines[last].drawn, DrawnLine("border", style=edge))
    return [*lines[:last], replace(lines[last], drawn=drawn), *lines[last + 1 :]]


def _side_margins(table: etree._Element) -> float:
    margins = table.find(f"{W}tblPr/{W}tblCellMar")
    sides = [margins.find(W + side) if margins is not None else None for side in ("left", "right")]
    given = [whole(side.get(W + "w")) if side is not None else None for side in sides]
    return twips_to_mm(sum(_CELL_MARGIN if one is None else one for one in given))


def _lays_out(table: etree._Element, rows: list[list[etree._Element]]) -> bool:
    """Whether a table only sets a letterhead or a signature side by side, by what a line of it says."""
    if max((len(row) for row in rows), default=0) > _NARROW:
        return False
    for paragraph in table.iter(W + "p"):
        for part in "".join(_plain(paragraph)).split("\n"):
            text = squeezed(to_nfc(part))
            if text and (is_title(text) or signs(text) or any(mark.fullmatch(text) for mark in _MARKS)):
                return True
    return False


_MARKS = (MOTTO, NUMBER_LINE, DATE, LABEL)


def _plain(paragraph: etree._Element) -> Iterator[str]:
    for element in paragraph.iter(W + "t", W + "br", W + "tab"):
        yield (element.text or "") if element.tag == W + "t" else "\n"


def _grid(table: etree._Element, number: int, lines: list[list[list[Line]]], section: int) -> Grid:
    rows = tuple(tuple("\n".join(line.text for line in cell if line.text) for cell in row) for row in lines)
    first = next((line for row in lines for cell in row for line in cell), None)
    headers = table.find(f"{W}tr/{W}trPr/{W}tblHeader")
    split = any(not is_on(value_of(row.find(W + "trPr"), "cantSplit")) for row in table.iterfind(W + "tr"))
    repeats = headers is not None and is_on(headers.get(W + "val", ""))
    return Grid(rows, number, repeats, split, first.paragraph if first else 0, section)
