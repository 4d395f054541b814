"""Numbers Word makes by itself, as the reader sees them (17.9)."""

import re
from collections.abc import Iterator

from lxml import etree

from docgen.word.looks import W, value_of, whole

_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_BULLETS = {"\uf0b7": "•", "\uf02d": "-", "\uf0a7": "▪", "o": "o", "\u2212": "-", "\uf0fc": "✓"}  # Symbol, Wingdings
_LONGEST = 3999


class Numbering:
    """Lists of one paper: counts as paragraphs pass in reading order."""

    def __init__(self, root: etree._Element | None) -> None:
        abstract = {one.get(W + "abstractNumId", ""): one for one in _all(root, "abstractNum")}
        self._lists: dict[str, str] = {}
        self._levels: dict[str, dict[int, etree._Element]] = {}
        self._starts: dict[tuple[str, int], int] = {}
        for one in _all(root, "num"):
            key, base = one.get(W + "numId", ""), value_of(one, "abstractNumId") or ""
            self._lists[key] = base
            self._levels[key] = {whole(level.get(W + "ilvl")) or 0: level for level in _all(abstract.get(base), "lvl")}
            for override in one.iterfind(W + "lvlOverride"):
                self._override(key, whole(override.get(W + "ilvl")) or 0, override)
        self._counts: dict[tuple[str, int], int] = {}
        self._begun: set[str] = set()

    def _override(self, key: str, index: int, override: etree._Element) -> None:
        level, start = override.find(W + "lvl"), whole(value_of(override, "startOverride"))
        if level is not None:
            self._levels[key] = {**self._levels[key], index: level}
        if start is not None:
            self._starts[key, index] = start

    def level(self, numbering: etree._Element | None) -> etree._Element | None:
        """The w:lvl that w:numPr names, or None."""
        key, index = _named(numbering)
        return self._levels.get(key, {}).get(index)

    def label(self, numbering: etree._Element | None) -> str:
        """The number of the next paragraph with these w:numPr, such as `1.`, `II-`, `a)` or `-`; counts it."""
        key, index = _named(numbering)
        level = self._levels.get(key, {}).get(index)
        if level is None:
            return ""
        self._count(key, index)
        if value_of(level, "numFmt") == "bullet":
            text = value_of(level, "lvlText") or ""
            return _BULLETS.get(text, text)
        return _PLACE.sub(lambda place: self._figure(key, int(place[1]) - 1), value_of(level, "lvlText") or "")

    def _count(self, key: str, index: int) -> None:
        base = self._lists[key]
        if key not in self._begun:
            self._begun.add(key)
            for (owner, level), start in self._starts.items():
                if owner == key:
                    self._counts[base, level] = start - 1
        self._counts[base, index] = self._counts.get((base, index), self._start(key, index) - 1) + 1
        for deeper in [level for owner, level in self._counts if owner == base and level > index]:
            del self._counts[base, deeper]

    def _start(self, key: str, index: int) -> int:
        start = whole(value_of(self._levels[key].get(index), "start"))
        return 1 if start is None else start

    def _figure(self, key: str, index: int) -> str:
        count = self._counts.get((self._lists[key], index), self._start(key, index))
        kind = value_of(self._levels[key].get(index), "numFmt") or "decimal"
        return _written(count, kind)


def _named(numbering: etree._Element | None) -> tuple[str, int]:
    return value_of(numbering, "numId") or "0", whole(value_of(numbering, "ilvl")) or 0


def _all(element: etree._Element | None, name: str) -> Iterator[etree._Element]:
    return element.iterfind(W + name) if element is not None else iter(())


def _written(count: int, kind: str) -> str:
    """A count in a number format (17.18.59)."""
    if kind in ("upperRoman", "lowerRoman"):
        roman = _roman(count)
        return roman.upper() if kind == "upperRoman" else roman
    if kind in ("upperLetter", "lowerLetter") and count > 0:
        letter = _LETTERS[(count - 1) % len(_LETTERS)] * min((count - 1) // len(_LETTERS) + 1, _LONGEST)
        return letter.upper() if kind == "upperLetter" else letter
    if kind == "decimalZero":
        return f"{count:02d}"
    return "" if kind == "none" else str(count)


def _roman(count: int) -> str:
    if not 0 < count <= _LONGEST:
        return str(count)
    text = ""
    for value, letters in _ROMAN:
        text += letters * (count // value)
        count %= value
    return text
