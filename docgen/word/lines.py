"""Paragraphs of a story → lines: words, effective looks, what Word numbers by itself, lines drawn, fields."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from docgen.model.reading import BODY_PART, Cell, DrawnLine, Layout, Letters, Line, Piece
from docgen.vietnamese import to_nfc
from docgen.word.drawn import HOLDERS, lines_in
from docgen.word.looks import StyleSheet, W, whole
from docgen.word.numbering import Numbering

NUMBER = "docgen-paragraph"  # attribute of a w:p while it is read: its count in the part as stored
_SKIPPED = {W + name for name in ("pPr", "del", "moveFrom", "rt")}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BOX = W + "txbxContent"
_P_PR, _NUM_PR, _R, _T = (W + name for name in ("pPr", "numPr", "r", "t"))
_FLD_SIMPLE, _FLD_CHAR, _INSTR = (W + name for name in ("fldSimple", "fldChar", "instrText"))
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


@dataclass(frozen=True)
class _Known:
    """What a paragraph says and how it looks, wherever it stands."""

    pieces: tuple[Piece, ...]
    layout: Layout
    style: str
    label: str
    drawn: tuple[DrawnLine, ...]
    fields: tuple[str, ...]
    page_break: bool
    boxes: tuple[etree._Element, ...]


class LineReader:
    """Reads paragraphs of one paper; lists are counted as they pass, so in reading order."""

    def __init__(self, styles: StyleSheet, numbering: Numbering) -> None:
        self._styles, self._numbering = styles, numbering

    def read(self, paragraph: etree._Element, around: Around) -> Iterator[Line]:
        """The line of a paragraph, then those of text boxes anchored in it."""
        known = self._known(paragraph, around.table_style)
        drawn = known.drawn
        if known.layout.border_below:
            room = max(around.room - known.layout.left - known.layout.right, 0.0) * _POINTS_PER_MM
            drawn = (*drawn, DrawnLine("border", room, known.layout.border_below))
        yield Line(
            known.pieces, known.layout, known.style, around.part, whole(paragraph.get(NUMBER)) or 0, around.section,
            around.cell, known.label, drawn, known.fields, known.page_break,
        )  # fmt: skip
        for box in known.boxes:
            for inner in box.iter(W + "p"):
                yield from (replace(one, box=True) for one in self.read(inner, replace(around, cell=None)))

    def _known(self, paragraph: etree._Element, table_style: str) -> _Known:
        """What was worked out for the same paragraph before: papers of one template share most of theirs. Its own tag
        holds only its count and marks of editing."""
        written = etree.tostring(paragraph, with_tail=False)
        key = table_style, written[written.find(b">") :]
        found: _Known | None = self._styles.remembered.get(key)
        if found is None:
            found = self._worked_out(paragraph, table_style)
            if not found.boxes and not found.label and not self._in_list(paragraph):
                self._styles.remember(key, found)
        return found

    def _in_list(self, paragraph: etree._Element) -> bool:
        properties = paragraph.find(_P_PR)
        own = properties.find(_NUM_PR) if properties is not None else None
        return own is not None or self._styles.numbering_of(self._styles.style_of(properties)) is not None

    def _worked_out(self, paragraph: etree._Element, table_style: str) -> _Known:
        properties = paragraph.find(_P_PR)
        style = self._styles.style_of(properties)
        found = self._walk(paragraph, style, table_style)
        label, level = self._number(properties, style, bool(found.pieces))
        mark = self._styles.letters(paragraph if properties is None else properties, style, table_style)
        return _Known(
            pieces=_pieces(label, found.pieces) or (Piece("", mark),),  # an empty line stands as high as its mark
            layout=self._styles.layout(properties, style, level, table_style),
            style=self._styles.name(style),
            label=label,
            drawn=tuple(found.drawn),
            fields=tuple(code.split()[0].upper() for code in found.codes if code.split()),
            page_break=found.page_break,
            boxes=tuple(found.boxes),
        )

    def _number(self, properties: etree._Element | None, style: str, counts: bool) -> tuple[str, etree._Element | None]:
        """The number a list gives a paragraph, and the w:pPr of its level; an empty paragraph is not counted."""
        own = properties.find(_NUM_PR) if properties is not None else None
        numbering = own if own is not None else self._styles.numbering_of(style)
        level = self._numbering.level(numbering) if numbering is not None else None
        if level is None:
            return "", None
        return (self._numbering.label(numbering) if counts else ""), level.find(_P_PR)

    def _walk(self, paragraph: etree._Element, style: str, table_style: str) -> _Words:
        found = _Words()
        code: list[str] | None = None
        for element in runs_in(paragraph):
            if element.tag == _FLD_SIMPLE:
                found.codes.append(element.get(W + "instr", ""))
                continue
            text = ""
            for child in element:
                tag = child.tag
                if tag == _T:
                    text += child.text or ""
                elif tag == _FLD_CHAR:
                    kind = child.get(W + "fldCharType")
                    if kind == "begin":
                        code = []
                    elif code is not None:
                        found.codes.append("".join(code))
                        code = None
                elif tag == _INSTR:
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
        elif child.tag == _R:
            yield child
        elif child.tag not in _SKIPPED and child.tag != _FALLBACK and isinstance(child.tag, str):
            if child.tag == _FLD_SIMPLE:
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
