"""The numbers in front of paragraphs: which series they belong to, their place in it, and what comes next."""

import re
from dataclasses import dataclass
from functools import lru_cache

from docgen.model.reading import Placed

LETTERS = "abcdđeghiklmnopqrstuvxy"  # the Vietnamese alphabet as lists use it
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_FIRST = {"một": 1, "bốn": 4, "bẩy": 7}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_TENS = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX")
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_SERIES = ("phần", "chương", "mục", "tiểu mục", "A", "I", "điều")  # from the outside in; then 1, 1.1, a, (i)
PARTS, SECTIONS, HEADINGS, ARTICLE = (0, 1), (2, 3), (4, 5), 6
ARABIC = len(_SERIES)
_DEEPEST = 12
_LETTER, _SMALL_ROMAN = ARABIC + _DEEPEST, ARABIC + _DEEPEST + 1
_SIGNS = "-–—.):/ \t\u00a0"
_STROKE = re.compile(r"([a-zđ](?=[./]\s+[^\W\d_])|\d{1,2}(?=/\s+[^\W\d_]))")
_NAMED = re.compile(r"(phần|chương|tiểu mục|mục|điều)\s+(?:thứ\s+)?(\w+)", re.IGNORECASE)


@dataclass(frozen=True)
class Mark:
    """`series` counts from the outside in; `value` is the place in it, 0 when unknown; `parent` is the `1` of `1.2`."""

    number: str
    series: int
    value: int
    parent: str = ""
    word: str = ""

    @property
    def is_letter(self) -> bool:
        """Whether it is one of a), b), c)."""
        return self.series == _LETTER

    @property
    def is_heading(self) -> bool:
        """Whether it is one of I, II, III, or of A, B, C."""
        return self.series in HEADINGS

    def other(self, value: int, parent: str = "") -> str:
        """How another of its series is written."""
        if self.word:
            return f"{self.word} {_in_roman(value) if self.series in PARTS else value}"
        if self.is_letter:
            return LETTERS[value - 1 : value] or "y"
        if self.series == _SMALL_ROMAN:
            return f"({_in_roman(value).lower()})"
        if self.is_heading:
            return _in_roman(value) if self.series == HEADINGS[1] else chr(ord("A") + value - 1)
        return f"{parent}.{value}" if parent else str(value)


def mark_of(placed: Placed) -> Mark | None:
    """The mark in front of a line, also one written `a.`, `a/` or `1/`."""
    if placed.role in ("heading", "item") and placed.number:
        return _mark(placed.role, placed.number)
    stroke = _STROKE.match(placed.text) if placed.role in ("paragraph", "opening") else None
    return _mark("item", stroke[1]) if stroke else None


@lru_cache(2048)
def _mark(role: str, number: str) -> Mark:
    named = _NAMED.fullmatch(number)
    if named:
        return Mark(number, _SERIES.index(named[1].lower()), _value(named[2]), word=named[1])
    if number[0].isdigit():
        parent, _, last = number.rpartition(".")
        return Mark(number, ARABIC + min(number.count("."), _DEEPEST - 1), int(last), parent)
    if number.startswith("("):
        return Mark(number, _SMALL_ROMAN, _value(number.strip("()")))
    if role == "item":
        return Mark(number, _LETTER, LETTERS.find(number) + 1)
    if set(number) <= _ROMAN.keys():
        return Mark(number, HEADINGS[1], _value(number))
    return Mark(number, HEADINGS[0], ord(number[0]) - ord("A") + 1)


def sign_after(placed: Placed, number: str) -> str:
    """What stands between the number of a line and its words: `- `, `. `, `) `, a glued `-`."""
    rest = placed.text.removeprefix(number)
    return rest[: len(rest) - len(rest.lstrip(_SIGNS))] if rest != placed.text else ""


def _value(written: str) -> int:
    """An Arabic, Roman or spelt number; 0 when it is none."""
    if written.isdigit():
        return int(written)
    lower = written.lower()
    if lower in _ORDINALS:
        return _ORDINALS.index(lower) + 1
    if lower in _FIRST:
        return _FIRST[lower]
    signs = [_ROMAN.get(sign, 0) for sign in written.upper()]
    total = sum(-one if one < after else one for one, after in zip(signs, [*signs[1:], 0], strict=True))
    return total if all(signs) else 0


def _in_roman(value: int) -> str:
    return _TENS[value // 10] + _ONES[value % 10]
