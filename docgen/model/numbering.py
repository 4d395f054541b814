"""Numbers of papers: from 01 on, for each kind of paper within one term of the committee (the-thuc.md §1.3)."""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

HELD: Final = "giu"
RELEASED: Final = "huy"
_TERM = re.compile(r"(\d{4})\s*[-\u2013]\s*(\d{4})", re.ASCII)
_LONGEST = 6  # years: a congress every five, at most one year late
_KIND = re.compile(r"[^\W\d_]{1,10}")


@dataclass(frozen=True, order=True)
class Term:
    """A term of office (nhiệm kỳ) by the years of its two congresses."""

    first: int
    last: int

    def __str__(self) -> str:
        return f"{self.first}-{self.last}"

    def overlaps(self, other: "Term") -> bool:
        """Whether both claim some time; one ends in the year the next begins."""
        return self.first < other.last and other.first < self.last

    def may_hold(self, day: datetime.date) -> bool:
        """Whether a paper of that day may be of this term; in the year of a congress it may be of two."""
        return self.first <= day.year <= self.last

    def surely_holds(self, day: datetime.date) -> bool:
        """Whether a paper of that day can be of no other term."""
        return self.first < day.year < self.last


def parse_term(text: str) -> Term:
    """Read 2020-2025. ValueError carries a Vietnamese sentence."""
    found = _TERM.fullmatch(text.strip())
    if not found:
        raise ValueError(f"Nhiệm kỳ «{text}» không viết theo dạng năm-năm.")
    term = Term(int(found[1]), int(found[2]))
    if not 0 < term.last - term.first <= _LONGEST:
        raise ValueError(f"Nhiệm kỳ «{text}» phải dài từ 1 đến {_LONGEST} năm.")
    return term


def parse_kind(text: str) -> str:
    """Read the symbol of a kind of paper: KH, QĐ, CTr. ValueError carries a Vietnamese sentence."""
    if not _KIND.fullmatch(text) or not text[0].isupper():
        raise ValueError(f"«{text}» không phải là ký hiệu tên loại văn bản.")
    return text


def number_and_symbol(number: int, kind: str, symbol: str) -> str:
    """`05-KH/HU`: below ten with a zero; `05-KH` when the organ's symbol is not known."""
    return f"{number:02d}-{kind}/{symbol}" if symbol else f"{number:02d}-{kind}"


@dataclass(frozen=True, order=True)
class Series:
    """What is counted by itself: one unit's papers of one kind (`KH`) in one term."""

    unit: str
    kind: str
    term: Term


@dataclass(frozen=True)
class Booking:
    """One line of the register: a number held for a paper, or given back. `plan` is empty for a paper of no plan."""

    series: Series
    number: int
    state: Literal["giu", "huy"]
    day: datetime.date
    plan: str = ""
    line: int = 0


def standing(bookings: Iterable[Booking]) -> dict[tuple[Series, int], Booking]:
    """How every number of the register stands: its last line counts."""
    return {(booking.series, booking.number): booking for booking in bookings}
