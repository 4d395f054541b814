"""Horizontal lines people draw: DrawingML shapes (20.1.9.18), VML lines (Part 4, 19.1.2.12), both widths in points."""

import re
from collections.abc import Iterator

from lxml import etree

from docgen.model.reading import DrawnLine

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_V = "{urn:schemas-microsoft-com:vml}"
_O = "{urn:schemas-microsoft-com:office:office}"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
HOLDERS = (
    _W + "drawing", _W + "pict", _W + "object", "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent",
)  # fmt: skip
_EMU_PER_PT = 12_700
_FLAT = 3.0  # pt: a shape no higher than this is a line
_STRAIGHT = ("line", "straightConnector1", "lineInv", "flowChartConnector")
_CONNECTOR = "t32"  # VML's straight arrow connector
_LENGTH = re.compile(r"(-?[\d.]+)\s*(pt|in|mm|cm|px|pc)?")
_IN_POINTS = {"pt": 1.0, "in": 72.0, "mm": 72 / 25.4, "cm": 720 / 25.4, "px": 0.75, "pc": 12.0, None: 1.0, "": 1.0}


def lines_in(holder: etree._Element) -> Iterator[DrawnLine]:
    """Every horizontal line of one w:drawing, w:pict or mc:AlternateContent; of the last only what Word shows."""
    stack = [holder]
    while stack:
        element = stack.pop()
        if element.tag == _FALLBACK:
            continue
        found = _drawn(element)
        if found is not None:
            yield found
        stack.extend(element.iterchildren("*"))


def _drawn(element: etree._Element) -> DrawnLine | None:
    if element.tag == _A + "prstGeom":
        return _shape(element)
    if element.tag == _V + "line":
        return _vml_line(element)
    if element.tag in (_V + "shape", _V + "rect"):
        return _vml_shape(element)
    return None


def _shape(geometry: etree._Element) -> DrawnLine | None:
    parent = geometry.getparent()
    extent = parent.find(f"{_A}xfrm/{_A}ext") if parent is not None else None
    if parent is None or extent is None:
        return None
    width, height = _emu(extent.get("cx")), _emu(extent.get("cy"))
    if height > _FLAT or (geometry.get("prst") not in (*_STRAIGHT, "rect")):
        return None
    dash = parent.find(f"{_A}ln/{_A}prstDash")
    return DrawnLine(
        "shape", width, "single" if dash is None else {"solid": "single"}.get(dash.get("val", ""), "dashed")
    )


def _emu(text: str | None) -> float:
    try:
        return int(text or 0) / _EMU_PER_PT
    except ValueError:
        return 0.0


def _vml_line(element: etree._Element) -> DrawnLine | None:
    x1, y1 = _pair(element.get("from", "0,0"))
    x2, y2 = _pair(element.get("to", "0,0"))
    return DrawnLine("shape", abs(x2 - x1)) if abs(y2 - y1) <= _FLAT and x1 != x2 else None


def _vml_shape(element: etree._Element) -> DrawnLine | None:
    style = dict(part.split(":", 1) for part in element.get("style", "").split(";") if ":" in part)
    style = {key.strip(): value for key, value in style.items()}
    width, height = _points(style.get("width", "")), _points(style.get("height", ""))
    is_line = element.get("type", "").endswith(_CONNECTOR) or element.get(_O + "hr") or element.tag == _V + "rect"
    return DrawnLine("shape", width) if is_line and height <= _FLAT and (width or element.get(_O + "hr")) else None


def _pair(text: str) -> tuple[float, float]:
    first, _, second = text.partition(",")
    return _points(first), _points(second)


def _points(text: str) -> float:
    found = _LENGTH.match(text.strip())
    try:
        return float(found[1]) * _IN_POINTS[found[2]] if found else 0.0
    except ValueError:
        return 0.0
