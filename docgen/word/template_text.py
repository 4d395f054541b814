"""The paragraphs of a template as its tags see them: words, cell, nearest heading, and what stands beside them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from docgen.word.looks import W

_SPACES = {W + "br", W + "cr", W + "tab"}
_CHANGES = {"ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange",
            "sectPrChange", "cellIns", "cellDel", "cellMerge", "numberingChange"}  # fmt: skip
_DRAWN = {W + "drawing": "hình", W + "pict": "hình", W + "object": "đối tượng nhúng", W + "sectPr": "ngắt phần"}
_HEADING_TEXT = re.compile(r"(?:[IVXLC]+[-.]\s|Điều \d+|Phần |Chương |Mục \d|Phụ lục)")
_HEADING_STYLES = re.compile(r"(?i)heading|title|đề mục|tên loại|tiêu đề")
_TAGS = re.compile(r"\{[{%#].*?[}%#]\}")
_WORDS_OF_HEADING = 60


class Cell(NamedTuple):
    """A cell by the numbers of its table, row and column in the part, each counted from 1 through the whole part."""

    table: int
    row: int
    column: int


class Atom(NamedTuple):
    """A piece of a paragraph's words: its element, and what it says."""

    element: "etree._Element"
    text: str


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of a part, counted from 1; `cells` from the outermost table inward.

    `beside` names things other than words (pictures, breaks); `fields` are the words of field codes in it.
    """

    number: int
    text: str
    cells: tuple[Cell, ...]
    heading: str
    beside: str
    fields: str
    hidden: str
    tracked: bool


def paragraphs_of(root: "etree._Element", styles: dict[str, str]) -> list[Paragraph]:
    """Every paragraph in the order of the file; `styles` has the names of styles by id."""
    cells = _Cells(root)
    heading, found = "", []
    for number, element in enumerate(root.iter(W + "p"), 1):
        text = "".join(atom.text for atom in atoms(element))
        found.append(_paragraph(number, element, text, cells.around(element), heading))
        heading = _heading(element, text, styles) or heading
    return found


def atoms(paragraph: "etree._Element") -> Iterator[Atom]:
    """What a paragraph says, in order; a text box in it has paragraphs of its own."""
    for element in _own(paragraph):
        if element.tag == W + "t":
            yield Atom(element, element.text or "")
        elif _is_blank(element):
            yield Atom(element, " ")
        elif element.tag == W + "noBreakHyphen":
            yield Atom(element, "-")
        elif element.tag == W + "softHyphen":
            yield Atom(element, "\u00ad")


def _is_blank(element: "etree._Element") -> bool:
    """A line break or a tab; a tab stop of the layout is none."""
    run = element.getparent()
    return element.tag in _SPACES and element.get(W + "type") is None and run is not None and run.tag == W + "r"


def _own(element: "etree._Element") -> Iterator["etree._Element"]:
    for child in element:
        if child.tag != W + "p":
            yield child
            yield from _own(child)


def _paragraph(number: int, element: "etree._Element", text: str, cells: tuple[Cell, ...], heading: str) -> Paragraph:
    own = list(_own(element))
    beside = next((_beside(one) for one in own if _beside(one)), "")
    fields = "".join(one.text or "" for one in own if one.tag == W + "instrText")
    fields += "".join(one.get(W + "instr", "") for one in own if one.tag == W + "fldSimple")
    hidden = "".join(one.text or "" for one in own if one.tag == W + "t" and _is_hidden(one))
    return Paragraph(number, text, cells, heading, beside, fields, hidden, _is_tracked(element, own))


def _beside(element: "etree._Element") -> str:
    if element.tag == W + "br" and element.get(W + "type") in ("page", "column"):
        return "ngắt trang"
    return _DRAWN.get(str(element.tag), "")


def _is_hidden(text: "etree._Element") -> bool:
    run = text.getparent()
    vanish = run.find(f"{W}rPr/{W}vanish") if run is not None else None
    return vanish is not None and vanish.get(W + "val") not in ("0", "false", "off")


def _is_tracked(element: "etree._Element", own: list["etree._Element"]) -> bool:
    """A change of its own, or of the table row it opens."""
    around = (W + "ins", W + "del", W + "moveFrom", W + "moveTo")
    return any(str(one.tag).removeprefix(W) in _CHANGES for one in own) or any(
        one.tag in around for one in element.iterancestors()
    )


def _heading(element: "etree._Element", text: str, styles: dict[str, str]) -> str:
    """The words of a heading; of one that is filled in, the name of its style."""
    words = _TAGS.sub("", text).strip()
    style = styles.get(_style_of(element), "")
    if words and (_HEADING_TEXT.match(words) or _HEADING_STYLES.search(style)):
        return words[:_WORDS_OF_HEADING]
    return style if "{{" in text and _HEADING_STYLES.search(style) else ""


def _style_of(element: "etree._Element") -> str:
    style = element.find(f"{W}pPr/{W}pStyle")
    return style.get(W + "val", "") if style is not None else ""


def style_names(root: "etree._Element") -> dict[str, str]:
    """Names of paragraph styles by id, out of styles.xml."""
    found = {}
    for style in root.iter(W + "style"):
        name = style.find(W + "name")
        if name is not None:
            found[style.get(W + "styleId", "")] = name.get(W + "val", "")
    return found


class _Cells:
    """Numbers of tables, rows and cells of a part."""

    def __init__(self, root: "etree._Element") -> None:
        self._numbers = {
            element: number for tag in ("tbl", "tr", "tc") for number, element in enumerate(root.iter(W + tag), 1)
        }

    def around(self, paragraph: "etree._Element") -> tuple[Cell, ...]:
        inside = [self._numbers[one] for one in paragraph.iterancestors(W + "tc", W + "tr", W + "tbl")][::-1]
        return tuple(Cell(*inside[at : at + 3]) for at in range(0, len(inside) - 2, 3))
