"""Looks put right as tracked changes: letters of runs, layout of paragraphs, sheets of sections."""

from collections.abc import Callable, Mapping

from lxml import etree

from docgen.measures import half_points, mm_to_twips, pt_to_twips
from docgen.word.looks import W, whole
from docgen.word.tracking import Attributes, Tracker, child_of, put

_LINES = 240  # 17.3.1.33
Value = float | bool | str
Written = Mapping[str, Attributes]


def change_letters(tracker: Tracker, holder: etree._Element, letters: Mapping[str, Value]) -> None:
    """A run, or the w:pPr that holds the mark of a paragraph, gets attributes of Letters."""
    put_letters(tracker.properties(holder, "rPr"), letters)


def put_letters(properties: etree._Element, letters: Mapping[str, Value]) -> None:
    """The same in w:rPr that nobody had before."""
    for name, value in letters.items():
        _put_all(properties, _LETTERS[name](value))


def change_layout(tracker: Tracker, paragraph: etree._Element, layout: Mapping[str, Value]) -> None:
    """A paragraph gets attributes of Layout."""
    properties = tracker.properties(paragraph, "pPr")
    for name, value in layout.items():
        if name in _LAYOUT:
            _put_all(properties, _LAYOUT[name](value))
    if "line" in layout:
        _put_all(properties, _line(str(layout["line_rule"]), float(layout["line"])))


def change_page(tracker: Tracker, section: etree._Element, page: Mapping[str, float]) -> None:
    """A w:sectPr gets attributes of Section; a gutter stays and counts as part of the left margin."""
    tracker.section(section)
    for name, length in page.items():
        twips = mm_to_twips(length)
        if name in ("width", "height"):
            put(section, "pgSz", {name[0]: str(twips)})
        else:
            gutter = (whole(child_of(section, "pgMar").get(W + "gutter")) or 0) if name == "left" else 0
            put(section, "pgMar", {name: str(twips - gutter)})


def _put_all(properties: etree._Element, written: Written) -> None:
    for name, attributes in written.items():
        put(properties, name, attributes)


def _switch(*names: str) -> Callable[[Value], Written]:
    return lambda on: {name: {"val": "1" if on else "0"} for name in names}


def _size(points: Value) -> Written:
    figure = str(half_points(float(points)))
    return {"sz": {"val": figure}, "szCs": {"val": figure}}


def _font(face: Value) -> Written:
    """All four slots, and no theme over them."""
    slots: dict[str, str | None] = dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), str(face))
    theme = dict.fromkeys(("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"), None)
    return {"rFonts": {**slots, **theme}}


def _color(figures: Value) -> Written:
    return {"color": {"val": str(figures) or "auto", "themeColor": None, "themeTint": None, "themeShade": None}}


_LETTERS: Mapping[str, Callable[[Value], Written]] = {
    "size": _size,
    "bold": _switch("b", "bCs"),
    "italic": _switch("i", "iCs"),
    "caps": _switch("caps"),
    "underline": lambda on: {"u": {"val": "single" if on else "none"}},
    "highlight": lambda on: {"highlight": {"val": "yellow" if on else "none"}},
    "font": _font,
    "color": _color,
    "spaced": lambda points: {"spacing": {"val": str(pt_to_twips(float(points)))}},
}


def _gap(side: str) -> Callable[[Value], Written]:
    lines, auto = f"{side}Lines", f"{side}Autospacing"
    return lambda points: {"spacing": {side: str(pt_to_twips(float(points))), lines: None, auto: "0"}}


def _line(rule: str, line: float) -> Written:
    given = round(line * _LINES) if rule == "multiple" else pt_to_twips(line)
    return {"spacing": {"line": str(given), "lineRule": "auto" if rule == "multiple" else rule}}


def _first(length: Value) -> Written:
    twips = mm_to_twips(float(length))
    in_letters: Attributes = {"firstLineChars": None, "hangingChars": None}
    if twips < 0:
        return {"ind": {"hanging": str(-twips), "firstLine": None, **in_letters}}
    return {"ind": {"firstLine": str(twips), "hanging": None, **in_letters}}


def _left(length: Value) -> Written:
    return {"ind": {"left": str(mm_to_twips(float(length))), "start": None, "leftChars": None, "startChars": None}}


_LAYOUT: Mapping[str, Callable[[Value], Written]] = {
    "alignment": lambda side: {"jc": {"val": str(side)}},
    "first": _first,
    "left": _left,
    "before": _gap("before"),
    "after": _gap("after"),
}
