"""A .docx as its lines in reading order: words, looks, where they stand. No roles yet."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from docgen.measures import twips_to_mm
from docgen.vietnamese import to_nfc
from docgen.word.looks import Letters, StyleSheet, W, value_of
from docgen.word.package import main_part, parse_part, read_package
from docgen.word.properties import CORE

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SKIPPED = {W + name for name in ("del", "moveFrom", "instrText", "delText", "pict", "object")}
_SKIPPED |= {"{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}anchor"}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_A4 = (11906, 16838)


@dataclass(frozen=True)
class Line:
    """One paragraph: runs of words with their letters; `cell` is (table, row, column), counted from 0, or None."""

    runs: tuple[tuple[str, Letters], ...]
    style: str
    alignment: str
    cell: tuple[int, int, int] | None = None

    @property
    def text(self) -> str:
        """All words, edges trimmed."""
        return "".join(text for text, _ in self.runs).strip()

    @property
    def letters(self) -> Letters | None:
        """The look of the first visible words."""
        return next((letters for text, letters in self.runs if text.strip()), None)


@dataclass(frozen=True)
class Grid:
    """A table of data: rows of cell texts."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Paper:
    """A whole .docx: page in millimetres, lines and grids of the body, what stands in the headers, properties."""

    page: Mapping[str, float]
    flow: tuple[Line | Grid, ...]
    first_header: tuple[Line, ...] = ()
    page_number: Line | None = None
    title: str = ""
    author: str = ""


def read_paper(content: bytes) -> Paper:
    """Bytes of a .docx → Paper. Raises Unreadable."""
    parts = read_package(content)
    main = main_part(parts)
    related = _relationships(parts, main)
    kinds = dict(related.values())
    styles = StyleSheet(_optional(parts, kinds.get("styles")), _optional(parts, kinds.get("theme")))
    root = parse_part(parts[main], main)
    body = root.find(W + "body")
    section = next(root.iter(W + "sectPr"), None)
    headers = _headers(related, section)
    first = _lines_of(parts, headers.get("first"), styles) if value_of(section, "titlePg") is not None else ()
    core = _optional(parts, CORE)
    return Paper(
        page=_page(section),
        flow=tuple(_flow(body, styles)) if body is not None else (),
        first_header=tuple(line for line in first if line.text),
        page_number=_page_number(parts, headers, styles),
        title=_property(core, "title"),
        author=_property(core, "creator"),
    )


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


def _page(section: etree._Element | None) -> dict[str, float]:
    size = section.find(W + "pgSz") if section is not None else None
    margins = section.find(W + "pgMar") if section is not None else None

    def length(element: etree._Element | None, name: str, default: int = 0) -> float:
        given = element.get(W + name, "") if element is not None else ""
        try:
            return twips_to_mm(int(float(given))) if given else twips_to_mm(default)
        except ValueError:
            return twips_to_mm(default)

    return {
        "width": length(size, "w", _A4[0]),
        "height": length(size, "h", _A4[1]),
        **{side: length(margins, side) for side in ("top", "bottom", "left", "right", "header")},
    }


def _headers(related: Mapping[str, tuple[str, str]], section: etree._Element | None) -> dict[str, str]:
    """Header part by kind (`default`, `first`) of the first section."""
    references = section.iterfind(W + "headerReference") if section is not None else ()
    return {ref.get(W + "type", "default"): related.get(ref.get(_R + "id", ""), ("", ""))[1] for ref in references}


def _lines_of(parts: Mapping[str, bytes], part: str | None, styles: StyleSheet) -> tuple[Line, ...]:
    root = _optional(parts, part)
    return tuple(_line(paragraph, styles) for paragraph in root.iter(W + "p")) if root is not None else ()


def _page_number(parts: Mapping[str, bytes], headers: Mapping[str, str], styles: StyleSheet) -> Line | None:
    root = _optional(parts, headers.get("default"))
    for paragraph in root.iter(W + "p") if root is not None else ():
        codes = "".join(code.text or "" for code in paragraph.iter(W + "instrText"))
        simple = "".join(code.get(W + "instr", "") for code in paragraph.iter(W + "fldSimple"))
        if "PAGE" in codes.split() or "PAGE" in simple.split():
            return _line(paragraph, styles)
    return None


def _flow(container: etree._Element, styles: StyleSheet) -> Iterator[Line | Grid]:
    tables = 0
    for element in _unwrapped(container):
        if element.tag == W + "p":
            yield _line(element, styles)
        elif element.tag == W + "tbl":
            tables += 1
            yield from _table(element, tables, styles)


def _unwrapped(container: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables, also those inside content controls and insertions."""
    for child in container:
        if child.tag in (W + "sdt", W + "sdtContent", W + "ins", W + "customXml", W + "moveTo", W + "smartTag"):
            yield from _unwrapped(child)
        elif child.tag in (W + "p", W + "tbl"):
            yield child


def _table(table: etree._Element, number: int, styles: StyleSheet) -> Iterator[Line | Grid]:
    """A table that only lays out lines gives its lines; a table of data gives a grid."""
    rows = [list(row.iterfind(W + "tc")) for row in table.iterfind(W + "tr")]
    if _lays_out(table, rows):
        for r, row in enumerate(rows):
            for c, cell in enumerate(row):
                for paragraph in cell.iter(W + "p"):
                    yield _line(paragraph, styles, (number, r, c))
        return
    yield Grid(tuple(tuple(_cell_text(cell, styles) for cell in row) for row in rows))


def _lays_out(table: etree._Element, rows: list[list[etree._Element]]) -> bool:
    words = "".join(text.text or "" for text in table.iter(W + "t"))
    landmarks = ("ĐẢNG CỘNG SẢN VIỆT NAM", "CỘNG HÒA XÃ HỘI", "Nơi nhận")
    narrow = max((len(row) for row in rows), default=0) <= 3
    return narrow and any(landmark in to_nfc(words) for landmark in landmarks)


def _cell_text(cell: etree._Element, styles: StyleSheet) -> str:
    return "\n".join(line.text for paragraph in cell.iter(W + "p") if (line := _line(paragraph, styles)).text)


def _line(paragraph: etree._Element, styles: StyleSheet, cell: tuple[int, int, int] | None = None) -> Line:
    runs = tuple(
        (to_nfc(text), styles.letters(run, paragraph)) for run in _runs(paragraph) if (text := "".join(_words(run)))
    )
    style = styles.name(value_of(paragraph.find(W + "pPr"), "pStyle"))
    return Line(runs, style, styles.paragraph_value(paragraph, "jc") or "left", cell)


def _runs(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if child.tag in _SKIPPED or child.tag == _FALLBACK:
            continue
        if child.tag == W + "r":
            yield child
        elif isinstance(child.tag, str) and child.tag != W + "pPr":
            yield from _runs(child)


def _words(run: etree._Element) -> Iterator[str]:
    for child in run:
        if child.tag == W + "t":
            yield child.text or ""
        elif child.tag == W + "tab":
            yield "\t"
        elif child.tag in (W + "br", W + "cr"):
            yield "" if child.get(W + "type") in ("page", "column") else "\n"
        elif child.tag == W + "noBreakHyphen":
            yield "-"
