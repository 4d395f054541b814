"""Typefaces of a run's letters: the slots of w:rFonts, and the theme they may point to (17.3.2.26, 20.1.4.1.16)."""

from collections.abc import Mapping

from lxml import etree

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Script of a language where the theme names typefaces by script (17.15.1.88).
_SCRIPTS = {
    "vi": "Viet", "ja": "Jpan", "ko": "Hang", "zh": "Hans", "zh-TW": "Hant", "zh-HK": "Hant", "th": "Thai",
    "ar": "Arab", "he": "Hebr", "lo": "Laoo", "km": "Khmr",
}  # fmt: skip


class Theme:
    """Fonts of a theme: `minor` and `major`, each with Latin, East Asian and complex script."""

    def __init__(self, theme: etree._Element | None, settings: etree._Element | None) -> None:
        language = settings.find(_W + "themeFontLang") if settings is not None else None
        languages = {
            "ea": language.get(_W + "eastAsia", "") if language is not None else "",
            "cs": language.get(_W + "bidi", "") if language is not None else "",
        }
        self._faces: dict[str, str] = {}
        for kind in ("minor", "major"):
            fonts = theme.find(f".//{_A}{kind}Font") if theme is not None else None
            if fonts is not None:
                self._faces |= _faces_of(kind, fonts, languages)

    def faces(self, fonts: Mapping[str, str]) -> tuple[str, str]:
        """Typefaces of plain Latin letters and of Vietnamese ones: U+0100 and up stand in the hAnsi slot, or in the
        East Asian one where w:hint says so."""
        plain = self._face(fonts, "ascii")
        other = self._face(fonts, "eastAsia" if fonts.get("hint") == "eastAsia" else "hAnsi")
        return plain or other, other or plain

    def _face(self, fonts: Mapping[str, str], slot: str) -> str:
        named = self._faces.get(fonts.get(f"{slot}Theme", ""))
        return named or fonts.get(slot, "")


def _faces_of(kind: str, fonts: etree._Element, languages: Mapping[str, str]) -> dict[str, str]:
    """`minorHAnsi` → typeface, for every name w:asciiTheme and its like may use (17.18.96)."""
    latin = _typeface(fonts, "latin")
    east = _typeface(fonts, "ea") or _by_script(fonts, languages["ea"])
    complex_ = _typeface(fonts, "cs") or _by_script(fonts, languages["cs"])
    return {
        f"{kind}Ascii": latin, f"{kind}HAnsi": latin, f"{kind}EastAsia": east, f"{kind}Bidi": complex_,
    }  # fmt: skip


def _typeface(fonts: etree._Element, name: str) -> str:
    found = fonts.find(_A + name)
    return found.get("typeface", "") if found is not None else ""


def _by_script(fonts: etree._Element, language: str) -> str:
    script = _SCRIPTS.get(language) or _SCRIPTS.get(language.partition("-")[0], "")
    return next((font.get("typeface", "") for font in fonts.iterfind(_A + "font") if font.get("script") == script), "")
