"""Effective letters of a run: direct, then character style, paragraph style and what it is based on, defaults, theme.

Toggle properties set by both a paragraph and a character style cancel out (ECMA-376 Part 1, 17.7.3).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_OFF = ("0", "false", "off", "none")
_DEFAULT_SIZE = 10.0  # 17.3.2.38: without any w:sz
_MAX_DEPTH = 32


@dataclass(frozen=True)
class Letters:
    """Effective look of a run; `font` is the typeface of Latin letters, empty when nothing says."""

    size: float
    bold: bool
    italic: bool
    underline: bool
    caps: bool
    font: str


def value_of(element: etree._Element | None, name: str) -> str | None:
    """Attribute w:val of child `name`; an empty string when the child has none; None without the child."""
    child = element.find(W + name) if element is not None else None
    return None if child is None else child.get(W + "val", "")


class StyleSheet:
    """styles.xml and theme of one paper."""

    def __init__(self, styles: etree._Element | None, theme: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._default_paragraph = ""
        self._defaults: etree._Element | None = None
        self._theme = _theme_fonts(theme)
        for style in styles.iterfind(W + "style") if styles is not None else ():
            key = style.get(W + "styleId", "")
            self._styles[key] = style
            if style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true"):
                self._default_paragraph = key
        if styles is not None:
            self._defaults = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")

    def name(self, key: str | None) -> str:
        """The name a person sees for a style id."""
        return value_of(self._styles.get(key or self._default_paragraph), "name") or ""

    def paragraph_value(self, paragraph: etree._Element, name: str) -> str | None:
        """w:val of a paragraph property, direct or from the styles."""
        own = value_of(paragraph.find(W + "pPr"), name)
        if own is not None:
            return own
        for style in self._chain(value_of(paragraph.find(W + "pPr"), "pStyle")):
            inherited = value_of(style.find(W + "pPr"), name)
            if inherited is not None:
                return inherited
        return None

    def letters(self, run: etree._Element, paragraph: etree._Element) -> Letters:
        """The look of a run inside its paragraph."""
        direct = run.find(W + "rPr")
        sources = [direct, *self._sources(direct, paragraph), self._defaults]
        size = _first(sources, "sz")
        return Letters(
            size=float(size) / 2 if size and size.isdecimal() else _DEFAULT_SIZE,
            bold=self._toggle("b", direct, paragraph),
            italic=self._toggle("i", direct, paragraph),
            underline=(_first(sources, "u") or "none") not in _OFF,
            caps=self._toggle("caps", direct, paragraph),
            font=self._font(sources),
        )

    def _sources(self, direct: etree._Element | None, paragraph: etree._Element) -> Iterator[etree._Element | None]:
        character = value_of(direct, "rStyle")
        for key in (character, value_of(paragraph.find(W + "pPr"), "pStyle") or self._default_paragraph):
            for style in self._chain(key):
                yield style.find(W + "rPr")

    def _chain(self, key: str | None) -> Iterator[etree._Element]:
        for _ in range(_MAX_DEPTH):
            style = self._styles.get(key or "")
            if style is None:
                return
            yield style
            key = value_of(style, "basedOn")

    def _toggle(self, name: str, direct: etree._Element | None, paragraph: etree._Element) -> bool:
        own = value_of(direct, name)
        if own is not None:
            return own not in _OFF
        keys = (value_of(direct, "rStyle"), value_of(paragraph.find(W + "pPr"), "pStyle") or self._default_paragraph)
        stated = [_first([style.find(W + "rPr") for style in self._chain(key)], name) for key in keys]
        on = [value not in _OFF for value in stated if value is not None]
        if on:
            return sum(on) % 2 == 1
        default = value_of(self._defaults, name)
        return default is not None and default not in _OFF

    def _font(self, sources: list[etree._Element | None]) -> str:
        for source in sources:
            fonts = source.find(W + "rFonts") if source is not None else None
            if fonts is None:
                continue
            theme = fonts.get(W + "asciiTheme")
            found = self._theme.get(theme[:5] if theme else "") or fonts.get(W + "ascii")
            if found:
                return found
        return ""


def _first(sources: list[etree._Element | None], name: str) -> str | None:
    return next((value for source in sources if (value := value_of(source, name)) is not None), None)


def _theme_fonts(theme: etree._Element | None) -> Mapping[str, str]:
    """`minor` and `major` → typeface of Latin letters (20.1.6.9)."""
    fonts = {}
    for kind in ("minor", "major"):
        latin = theme.find(f".//{A}{kind}Font/{A}latin") if theme is not None else None
        if latin is not None and latin.get("typeface"):
            fonts[kind] = latin.get("typeface", "")
    return fonts
