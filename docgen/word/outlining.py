"""The body as a tree: the mark in front of a paragraph, its number, how deep it stands."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from docgen.model.document import Role

Rank = Literal["part", "section", "capital", "roman", "article", "arabic", "letter", "small_roman", "dash", "plus"]
_HEADINGS: tuple[Rank, ...] = ("part", "section", "capital", "roman")
_PATTERNS: tuple[tuple[Rank, re.Pattern[str]], ...] = (
    ("part", re.compile(
        r"((?:PHẦN|Phần|CHƯƠNG|Chương)\s+(?:[IVXL]+|\d+|[Tt]hứ \w+|THỨ \w+))(?:[.:]\s*|\s*$|\s+(?=[^\W\d_]))"
    )),
    ("section", re.compile(r"((?:TIỂU MỤC|Tiểu mục|MỤC|Mục)\s+(?:\d+|[IVXL]+))(?:[.:]\s*|\s*$)")),
    ("article", re.compile(r"(Điều \d+)(?:[.:]\s*|\s*$)")),
    ("roman", re.compile(r"([IVXL]+)\s*([-–./])\s*(?=\S)")),
    ("capital", re.compile(r"([A-H])\s*([-./])\s+(?=\S)")),
    ("arabic", re.compile(r"(\d{1,3}(?:\.\d{1,3})*)[.)](?:\s+(?=\S)|(?=[^\d\s]))")),
    ("arabic", re.compile(r"(\d{1,2}(?:\.\d{1,2})+)\s+(?=[^\W\d_])")),
    ("arabic", re.compile(r"(\d{1,2})[-/]\s+(?=[^\W\d_])")),
    ("letter", re.compile(r"([a-zđăâêôơư])\)\s*(?=\S)")),
    ("small_roman", re.compile(r"(\([ivx]+\))\s*(?=\S)")),
    ("plus", re.compile(r"(\+)\s*(?=\S)")),
    ("dash", re.compile(r"([-–—•▪✓\uf0b7\uf02d*])\s*(?=\S)|(o)\s+(?=[^\W\d_])")),
)  # fmt: skip
_TITLE = re.compile(r"[^\W\d_]{2}[^.]{0,118}[^\W_]")  # `Mục đích, yêu cầu`, but neither `I. Lênin` nor a sentence
_TITLED = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class Mark:
    """What stands in front of a paragraph; `end` counts the characters up to its words."""

    rank: Rank
    number: str
    end: int

    @property
    def role(self) -> Role:
        """Heading, item or dash."""
        if self.rank in _HEADINGS:
            return "heading"
        return "dash" if self.rank in ("dash", "plus") else "item"


@lru_cache(8192)  # papers of a set share most paragraphs
def mark_of(text: str) -> Mark | None:
    """The mark of a paragraph, or None; `I.` and `A.` count only before words in capitals, `I.` before a title too."""
    for rank, pattern in _PATTERNS:
        found = pattern.match(text)
        if found and (rank not in ("roman", "capital") or _heads(text, found)):
            return Mark(rank, found[1] or found[2], found.end())
    return None


def _heads(text: str, found: re.Match[str]) -> bool:
    words = text[found.end() :]
    upper = words == words.upper() or (found[2] == "-" and len(found[1]) < len(text))
    return bool(_TITLED.search(words)) and (upper or (text[0] in "IVX" and bool(_TITLE.fullmatch(words))))


class Depth:
    """Levels as paragraphs pass: headings from 1, items from 2, dashes from 3, deeper where something is open above."""

    def __init__(self) -> None:
        self._headings: list[Rank] = []
        self._item = self._arabic = 0
        self._dash = self._article = False

    def of(self, mark: Mark | None) -> int:
        """Level of the next body paragraph."""
        if mark is None:
            return 2
        if mark.role == "heading":
            return self._heading(mark.rank)
        if mark.role == "item":
            self._dash = False
            self._item = self._item_level(mark)
            return self._item
        deeper = mark.rank == "plus" and self._dash
        self._dash = self._dash or mark.rank == "dash"
        return max(3, self._item + 1) + deeper

    def _heading(self, rank: Rank) -> int:
        outer = [one for one in self._headings if _HEADINGS.index(one) < _HEADINGS.index(rank)]
        self._headings = [*outer, rank]
        self._item = self._arabic = 0
        self._dash = self._article = False
        return len(self._headings)

    def _item_level(self, mark: Mark) -> int:
        base = max(2, len(self._headings) + 1)
        if mark.rank == "article":
            self._article = True
            return base
        base += self._article
        if mark.rank == "arabic":
            self._arabic = base + mark.number.count(".")
            return self._arabic
        return max(base, self._arabic) + 1 + (mark.rank == "small_roman")
