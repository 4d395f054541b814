"""Widths of Times-metric letters, to break lines and draw rules without a font at hand.

Times New Roman, Liberation Serif 2 and Tinos share these advances. A tone mark changes nothing; ơ and ư are wider
than o and u. Units: 1/2048 of the font size.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from docgen.measures import Pt

Style = Literal["regular", "bold", "italic"]

_UNITS_PER_EM = 2048
_FIRST = 32
# Advances of the printable ASCII characters, U+0020 … U+007E.
_ASCII: dict[Style, tuple[int, ...]] = {
    "regular": (
        *(512, 682, 836, 1024, 1024, 1706, 1593, 369, 682, 682, 1024, 1155, 512, 682, 512, 569),
        *(1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 569, 569, 1155, 1155, 1155, 909),
        *(1886, 1479, 1366, 1366, 1479, 1251, 1139, 1479, 1479, 682, 797, 1479, 1251, 1821, 1479, 1479),
        *(1139, 1479, 1366, 1139, 1251, 1479, 1479, 1933, 1479, 1479, 1251, 682, 569, 682, 961, 1024),
        *(682, 909, 1024, 909, 1024, 909, 682, 1024, 1024, 569, 569, 1024, 569, 1593, 1024, 1024),
        *(1024, 1024, 682, 797, 569, 1024, 1024, 1479, 1024, 1024, 909, 983, 410, 983, 1108),
    ),
    "bold": (
        *(512, 682, 1137, 1024, 1024, 2048, 1706, 569, 682, 682, 1024, 1167, 512, 682, 512, 569),
        *(1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 682, 682, 1167, 1167, 1167, 1024),
        *(1905, 1479, 1366, 1479, 1479, 1366, 1251, 1593, 1593, 797, 1024, 1593, 1366, 1933, 1479, 1593),
        *(1251, 1593, 1479, 1139, 1366, 1479, 1479, 2048, 1479, 1479, 1366, 682, 569, 682, 1190, 1024),
        *(682, 1024, 1139, 909, 1139, 909, 682, 1024, 1139, 569, 682, 1139, 569, 1706, 1139, 1024),
        *(1139, 1139, 909, 797, 682, 1139, 1024, 1479, 1024, 1024, 909, 807, 451, 807, 1065),
    ),
    "italic": (
        *(512, 682, 860, 1024, 1024, 1706, 1593, 438, 682, 682, 1024, 1382, 512, 682, 512, 569),
        *(1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 682, 682, 1382, 1382, 1382, 1024),
        *(1884, 1251, 1251, 1366, 1479, 1251, 1251, 1479, 1479, 682, 909, 1366, 1139, 1706, 1366, 1479),
        *(1251, 1479, 1251, 1024, 1139, 1479, 1251, 1706, 1251, 1139, 1139, 797, 569, 797, 864, 1024),
        *(682, 1024, 1024, 909, 1024, 909, 569, 1024, 1024, 569, 569, 909, 569, 1479, 1024, 1024),
        *(1024, 1024, 797, 797, 569, 1024, 909, 1366, 909, 909, 797, 819, 563, 819, 1108),
    ),
}
_HORN = "\u031b"
_HORNED: dict[Style, dict[str, int]] = {
    "regular": {"o": 1083, "u": 1110, "O": 1479, "U": 1589},
    "bold": {"o": 1134, "u": 1229, "O": 1593, "U": 1630},
    "italic": {"o": 1093, "u": 1117, "O": 1479, "U": 1544},
}
_PLAIN = {"Đ": "D", "đ": "d", "–": "0", "“": '"', "”": '"', "\u00a0": " ", "‘": "'", "’": "'"}
_ELLIPSIS = {"regular": 2048, "bold": 2048, "italic": 1821}
_OTHER = 1024


def text_width(text: str, size: float, style: Style = "regular") -> Pt:
    """Width of `text` in points when set in `size` points."""
    return Pt(_units(text, style) * size / _UNITS_PER_EM)


@lru_cache(4096)  # words: the same ones stand in the heads of most papers
def _units(text: str, style: Style) -> int:
    return sum(_advances(text, style))


def _advances(text: str, style: Style) -> Iterator[int]:
    for letter in text:
        base = unicodedata.normalize("NFD", _PLAIN.get(letter, letter))[0]
        if _HORN in unicodedata.normalize("NFD", letter):
            yield _HORNED[style].get(base, _OTHER)
        elif letter == "…":
            yield _ELLIPSIS[style]
        elif _FIRST <= ord(base) < _FIRST + len(_ASCII[style]):
            yield _ASCII[style][ord(base) - _FIRST]
        else:
            yield _OTHER
