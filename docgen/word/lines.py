"""Paragraphs of a story → lines: words, effective looks, what Word numbers by itself, lines drawn, fields."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from docgen.model.reading import BODY_PART, Cell, DrawnLine, Letters, Line, Piece
from docgen.vietnamese import to_nfc
from docgen.word.drawn import HOLDERS, lines_in
from docgen.word.looks import StyleSheet, W, whole
from docgen.word.numbering import Numbering

NUMBER = "docgen-paragraph"  # attribute of a w:p while it is read: its count in the part as stored
_SKIPPED = {W + name for name in ("pPr", "del", "moveFrom", "rt")}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BOX = W + "txbxContent"
_POINTS_PER_MM = 72 / 25.4


def count_paragraphs(root: etree._Element) -> None:
    """Every w:p keeps its count, from 1, whatever is taken out of the tree later."""
    for count, paragraph in enumerate(root.iter(W + "p"), 1):
        paragraph.set(NUMBER, str(count))


@dataclass(frozen=True)
class Around:
    """What a paragraph stands in; `room` is the width of its column in millimetres."""

    part: str = BODY_PART
    section: int = 0
    cell: Cell | None = None
    table_style: str = ""
    room: float = 0.0


@dataclass
class _Words:
    """What the runs of one paragraph hold, as they are walked."""

    pieces: list[tuple[str, Letters]] = field(default_factory=list)
    drawn: list[DrawnLine] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    page_break: bool = False


class LineReader:
    """Reads paragraphs of one paper; lists are counted as they pass, so in reading order."""

    def __init__(self, styles: StyleSheet, numbering: Numbering) -> None:
        self._styles, self._numbering = styles, numbering

    def read(self, paragraph: etree._Element, around: Around) -> Iterator[Line]:
        """The line of a paragraph, then those of text boxes anchored in it."""
        properties = paragraph.find(W + "pPr")
        style = self._styles.style_of(properties)
        found = self._walk(paragraph, style, around.table_style)
        numbering = self._numbers_of(properties, style)
        level = self._numbering.level(numbering)
        label = self._numbering.label(numbering) if found.pieces else ""
        layout = self._styles.layout(
            properties, style, None if level is None else level.find(W + "pPr"), around.table_style
        )
        drawn = found.drawn
        if layout.border_below:
            room = max(around.room - layout.left - layout.right, 0.0) * _POINTS_PER_MM
            drawn = [*drawn, DrawnLine("border", room, layout.border_below)]
        pieces = _pieces(label, found.pieces) or (Piece("", self._mark(paragraph, properties, style, around)),)
        line = Line(
            pieces, layout, self._styles.name(style), around.part,
            whole(paragraph.get(NUMBER)) or 0, around.section, around.cell, label, tuple(drawn),
            tuple(code.split()[0].upper() for code in found.codes if code.split()), found.page_break,
        )  # fmt: skip
        yield line
        for box in found.boxes:
            for inner in box.iter(W + "p"):
                yield from (replace(one, box=True) for one in self.read(inner, replace(around, cell=None)))

    def _mark(
        self, paragraph: etree._Element, properties: etree._Element | None, style: str, around: Around
    ) -> Letters:
        """The look of the mark that ends a paragraph: how high the line of an empty one stands."""
        return self._styles.letters(paragraph if properties is None else properties, style, around.table_style)

    def _numbers_of(self, properties: etree._Element | None, style: str) -> etree._Element | None:
        own = properties.find(W + "numPr") if properties is not None else None
        return own if own is not None else self._styles.numbering_of(style)

    def _walk(self, paragraph: etree._Element, style: str, table_style: str) -> _Words:
        found = _Words()
        code: list[str] | None = None
        for element in runs_in(paragraph):
            if element.tag == W + "fldSimple":
                found.codes.append(element.get(W + "instr", ""))
                continue
            text = ""
            for child in element:
                tag = child.tag
                if tag == W + "t":
                    text += child.text or ""
                elif tag == W + "fldChar":
                    kind = child.get(W + "fldCharType")
                    if kind == "begin":
                        code = []
                    elif code is not None:
                        found.codes.append("".join(code))
                        code = None
                elif tag == W + "instrText":
                    if code is not None:
                        code.append(child.text or "")
                elif tag in HOLDERS:
                    found.drawn.extend(lines_in(child))
                    found.boxes.extend(_boxes(child))
                else:
                    text += sign_of(child)
                    found.page_break |= tag == W + "br" and child.get(W + "type") == "page"
            if text:
                found.pieces.append((text, self._styles.letters(element, style, table_style)))
        return found


def runs_in(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Runs of a paragraph in order, also those inside links, insertions and content controls; w:fldSimple before its
    own runs. What was deleted and what Word shows instead of something else is left out."""
    stack = [iter(paragraph)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag == W + "r":
            yield child
        elif child.tag not in _SKIPPED and child.tag != _FALLBACK and isinstance(child.tag, str):
            if child.tag == W + "fldSimple":
                yield child
            stack.append(iter(child))


def _boxes(holder: etree._Element) -> Iterator[etree._Element]:
    """Contents of text boxes that Word shows, outer ones only."""
    stack = [holder]
    while stack:
        element = stack.pop()
        if element.tag == _BOX:
            yield element
        elif element.tag != _FALLBACK:
            stack.extend(reversed(list(element.iterchildren("*"))))


def sign_of(child: etree._Element) -> str:
    """Children of a run that show as a sign (17.3.3)."""
    tag = child.tag
    if tag in (W + "tab", W + "ptab"):
        return "\t"
    if tag in (W + "br", W + "cr"):
        return "" if child.get(W + "type") in ("page", "column") else "\n"
    if tag == W + "noBreakHyphen":
        return "-"
    if tag == W + "softHyphen":
        return "\u00ad"
    if tag == W + "sym":
        code = child.get(W + "char", "")
        return chr(int(code, 16)) if len(code) == 4 and all(sign in "0123456789abcdefABCDEF" for sign in code) else ""
    return ""


def _pieces(label: str, found: list[tuple[str, Letters]]) -> tuple[Piece, ...]:
    """Neighbours of one look made one; the number Word makes stands in front, in the look of the first words."""
    joined: list[tuple[str, Letters]] = [(f"{label} ", found[0][1])] if label and found else []
    for text, letters in found:
        if joined and joined[-1][1] == letters:
            joined[-1] = (joined[-1][0] + text, letters)
        else:
            joined.append((text, letters))
    return tuple(_piece(text, letters) for text, letters in joined)


def _piece(raw: str, letters: Letters) -> Piece:
    text = to_nfc(raw)
    return Piece(text, letters, "" if text == raw else raw)
