"""Effective looks: direct, then character style, paragraph style and what each is based on, table style, defaults.

Properties of one element are gathered into plain dictionaries, once for every style and every distinct element; a
paper has few of them. Toggle properties set on several levels of styles cancel out (ECMA-376 Part 1, 17.7.3).
"""

from collections.abc import Iterable, Mapping
from typing import Any

from lxml import etree

from docgen.measures import TWIPS_PER_PT, twips_to_mm
from docgen.model.reading import Alignment, Layout, Letters, Spacing
from docgen.word.themes import Theme

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = ("0", "false", "off", "none")
_DEFAULT_SIZE = 10.0  # 17.3.2.38: without any w:sz
_MAX_DEPTH = 32
_MOST_REMEMBERED = 4_000  # paragraphs
_LINES = 240  # 17.3.1.33: w:line counts 240ths of a line when the rule is auto
_TOGGLES = ("b", "i", "caps", "vanish")
_ALIGNMENTS: Mapping[str, Alignment] = {
    "center": "center", "right": "right", "end": "right", "both": "both", "distribute": "both",
    "lowKashida": "both", "mediumKashida": "both", "highKashida": "both", "thaiDistribute": "both",
}  # fmt: skip
_RULES: Mapping[str, Spacing] = {"exact": "exact", "atLeast": "atLeast"}
Properties = Mapping[str, Any]
_NOTHING: Properties = {}
_VAL, _R_PR = W + "val", W + "rPr"


def value_of(element: etree._Element | None, name: str) -> str | None:
    """Attribute w:val of child `name`; an empty string when the child has none; None without the child."""
    child = element.find(W + name) if element is not None else None
    return None if child is None else child.get(_VAL, "")


def whole(text: str | None) -> int | None:
    """A number as files write it, `12` or `12.0`; None for anything else."""
    try:
        return int(float(text)) if text else None
    except (ValueError, OverflowError):
        return None


def is_on(value: str | None) -> bool:
    """A switch (17.17.4): present and not put off."""
    return value is not None and value not in _OFF


class StyleSheet:
    """styles.xml and theme of one paper."""

    def __init__(self, styles: etree._Element | None, theme: Theme) -> None:
        self._theme = theme
        self._styles: dict[str, etree._Element] = {}
        self._default_of: dict[str, str] = {}
        for style in styles.iterfind(W + "style") if styles is not None else ():
            key = style.get(W + "styleId", "")
            self._styles[key] = style
            if is_on(style.get(W + "default")):
                self._default_of[style.get(W + "type", "")] = key
        defaults = styles.find(W + "docDefaults") if styles is not None else None
        self._run_defaults = run_properties(_child(_child(defaults, "rPrDefault"), "rPr"))
        self._paragraph_defaults = paragraph_properties(_child(_child(defaults, "pPrDefault"), "pPr"))
        self._runs: dict[str, Properties] = {}
        self._paragraphs: dict[str, Properties] = {}
        self.remembered: dict[tuple[str, bytes], Any] = {}
        self._numberings: dict[str, etree._Element | None] = {}
        self._names: dict[str, str] = {}
        self._letters: dict[tuple[str, str, bytes], Letters] = {}
        self._layouts: dict[tuple[str, str, bytes], Layout] = {}

    def remember(self, key: tuple[str, bytes], what: Any) -> None:
        """Keep what was worked out for a paragraph, for papers of the same styles."""
        if len(self.remembered) >= _MOST_REMEMBERED:
            self.remembered.clear()
        self.remembered[key] = what

    def name(self, key: str) -> str:
        """The name a person sees for a style id."""
        if key not in self._names:
            self._names[key] = value_of(self._styles.get(key), "name") or ""
        return self._names[key]

    def style_of(self, properties: etree._Element | None) -> str:
        """Style id of a paragraph with these w:pPr."""
        return value_of(properties, "pStyle") or self._default_of.get("paragraph", "")

    def table_style_of(self, table: etree._Element) -> str:
        """Style id of a table."""
        return value_of(_child(table, "tblPr"), "tblStyle") or self._default_of.get("table", "")

    def letters(self, run: etree._Element, style: str, table_style: str = "") -> Letters:
        """The look of a run in a paragraph of `style`, inside a table of `table_style`."""
        properties = run.find(_R_PR)
        key = (style, table_style, b"" if properties is None else etree.tostring(properties, with_tail=False))
        found = self._letters.get(key)
        if found is None:
            found = self._letters[key] = self._resolve(run_properties(properties), style, table_style)
        return found

    def layout(
        self, properties: etree._Element | None, style: str, numbering: etree._Element | None, table_style: str = ""
    ) -> Layout:
        """The look of a paragraph; `numbering` are the w:pPr its list level sets."""
        plain = b"" if properties is None else etree.tostring(properties, with_tail=False)
        if numbering is not None:
            plain += etree.tostring(numbering, with_tail=False)
        found = self._layouts.get((style, table_style, plain))
        if found is None:
            levels = (
                self._paragraph_defaults,
                self._paragraph_style(table_style),
                self._paragraph_style(style),
                paragraph_properties(numbering),
                paragraph_properties(properties),
            )
            found = self._layouts[style, table_style, plain] = _layout(_merged(levels))
        return found

    def numbering_of(self, style: str) -> etree._Element | None:
        """w:numPr that a paragraph style sets."""
        if style not in self._numberings:
            found = (_child(_child(one, "pPr"), "numPr") for one in self._chain(style))
            self._numberings[style] = next((one for one in found if one is not None), None)
        return self._numberings[style]

    def _resolve(self, direct: Properties, style: str, table_style: str) -> Letters:
        levels = [self._run_style(table_style), self._run_style(style), self._run_style(direct.get("rStyle", ""))]
        merged = _merged([self._run_defaults, *levels, direct])
        toggles = {name: self._toggle(name, direct, levels) for name in _TOGGLES}
        size = whole(merged.get("sz"))
        font, other = self._theme.faces(merged.get("rFonts", _NOTHING))
        color = merged.get("color", "")
        return Letters(
            size=size / 2 if size and size > 0 else _DEFAULT_SIZE,
            bold=toggles["b"],
            italic=toggles["i"],
            underline=is_on(merged.get("u", "none")),
            caps=toggles["caps"],
            font=font,
            other_font=other if other != font else "",
            color="" if color == "auto" else color.upper(),
            hidden=toggles["vanish"],
            highlight=is_on(merged.get("highlight")),
            spaced=(whole(merged.get("spacing")) or 0) / TWIPS_PER_PT,
        )

    def _toggle(self, name: str, direct: Properties, levels: Iterable[Properties]) -> bool:
        if name in direct:
            return is_on(direct[name])
        stated = [is_on(level[name]) for level in levels if name in level]
        return sum(stated) % 2 == 1 if stated else is_on(self._run_defaults.get(name))

    def _run_style(self, key: str) -> Properties:
        if key not in self._runs:
            chain = [run_properties(_child(style, "rPr")) for style in self._chain(key)]
            self._runs[key] = _merged(reversed(chain))
        return self._runs[key]

    def _paragraph_style(self, key: str) -> Properties:
        if key not in self._paragraphs:
            chain = [paragraph_properties(_child(style, "pPr")) for style in self._chain(key)]
            self._paragraphs[key] = _merged(reversed(chain))
        return self._paragraphs[key]

    def _chain(self, key: str | None) -> Iterable[etree._Element]:
        for _ in range(_MAX_DEPTH):
            style = self._styles.get(key or "")
            if style is None:
                return
            yield style
            key = value_of(style, "basedOn")


def _child(element: etree._Element | None, name: str) -> etree._Element | None:
    return element.find(W + name) if element is not None else None


def run_properties(element: etree._Element | None) -> Properties:
    """w:rPr → values by name; w:rFonts as its attributes (17.3.2)."""
    found: dict[str, Any] = {}
    for child in element if element is not None else ():
        if not isinstance(child.tag, str):
            continue
        name = child.tag.rpartition("}")[2]
        found[name] = _attributes(child) if name == "rFonts" else child.get(_VAL, "")
    return found


def paragraph_properties(element: etree._Element | None) -> Properties:
    """w:pPr → values by name; w:ind, w:spacing, w:framePr and w:pBdr as dictionaries (17.3.1)."""
    found: dict[str, Any] = {}
    for child in element if element is not None else ():
        if not isinstance(child.tag, str):
            continue
        name = child.tag.rpartition("}")[2]
        if name in ("ind", "spacing", "framePr"):
            found[name] = _attributes(child)
        elif name == "pBdr":
            found[name] = {side.tag.rpartition("}")[2]: side.get(W + "val", "") for side in child.iterchildren("*")}
        elif name != "rPr":
            found[name] = child.get(_VAL, "")
    return found


def _attributes(element: etree._Element) -> dict[str, str]:
    return {str(name).rpartition("}")[2]: str(value) for name, value in element.attrib.items()}


def _merged(levels: Iterable[Properties]) -> Properties:
    """Later levels over earlier ones; dictionaries attribute by attribute, a theme font giving way to a named one."""
    found: dict[str, Any] = {}
    for level in levels:
        for name, value in level.items():
            if isinstance(value, dict):
                before = found.get(name, {})
                kept = {key: old for key, old in before.items() if not _replaced(key, value)}
                found[name] = {**kept, **value}
            else:
                found[name] = value
    return found


def _replaced(key: str, by: Mapping[str, str]) -> bool:
    """A theme font gives way to a named one of its slot, a hanging indent to a first-line one, and the reverse."""
    if key.endswith("Theme"):
        return key.removesuffix("Theme") in by
    return {"firstLine": "hanging", "hanging": "firstLine"}.get(key, "") in by


def _layout(found: Properties) -> Layout:
    indent, spacing = found.get("ind", _NOTHING), found.get("spacing", _NOTHING)
    hanging = whole(indent.get("hanging"))
    rule = _RULES.get(spacing.get("lineRule", ""), "multiple")
    line = whole(spacing.get("line"))
    across = found.get("framePr", _NOTHING).get("xAlign") or found.get("jc", "")  # a frame stands where it says
    return Layout(
        alignment=_ALIGNMENTS.get(across, "left"),
        first=-twips_to_mm(hanging) if hanging else twips_to_mm(whole(indent.get("firstLine")) or 0),
        left=twips_to_mm(whole(indent.get("left") or indent.get("start")) or 0),
        right=twips_to_mm(whole(indent.get("right") or indent.get("end")) or 0),
        before=_gap(spacing, "before"),
        after=_gap(spacing, "after"),
        line_rule=rule,
        line=1.0 if line is None else line / (_LINES if rule == "multiple" else TWIPS_PER_PT),
        keep_next=is_on(found.get("keepNext")),
        keep_lines=is_on(found.get("keepLines")),
        new_page=is_on(found.get("pageBreakBefore")),
        outline_level=whole(found.get("outlineLvl")),
        border_above=_border(found, "top"),
        border_below=_border(found, "bottom"),
    )


def _border(found: Properties, side: str) -> str:
    style: str = found.get("pBdr", _NOTHING).get(side, "")
    return "" if style in ("nil", "none") else style


_AUTO_GAP = 14.0  # pt: what Word leaves for w:beforeAutospacing and w:afterAutospacing (17.3.1.33)


def _gap(spacing: Mapping[str, str], side: str) -> float:
    if is_on(spacing.get(f"{side}Autospacing")):
        return _AUTO_GAP
    return (whole(spacing.get(side)) or 0) / TWIPS_PER_PT
