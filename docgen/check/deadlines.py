"""Deadlines in a text: `hoàn thành trước ngày 15/7/2023`, `chậm nhất ngày 15/7/2023`, `giai đoạn 2022-2026`."""

import calendar
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_DAY = re.compile(r"(\d{1,2})(?:\s?/\s?(\d{1,2})\s?/\s?|\s+tháng\s+(\d{1,2})\s+năm\s+)(\d{4})(?!\d)")
_LEAD = re.compile(
    r"(?:trước|chậm nhất|muộn nhất|đến hết|xong|hoàn thành|thời hạn|hạn chót|hạn cuối)[^.;:()\d]{0,25}$|trong ngày\s*$"
)
_DUE = re.compile(
    r"(?<!đã )(?:chậm nhất|muộn nhất|xong|hoàn thành|thời hạn|hạn chót|hạn cuối)[^.;:()\d]{0,35}"
    r"(?:trong|trước|vào|hết)(?: cuối| đầu)?\s*$"
)
_MONTH = re.compile(r"tháng\s+(\d{1,2})\s?(?:/|\s+năm\s+)\s?(\d{4})(?!\d)", re.IGNORECASE)
_QUARTER = re.compile(r"quý\s+(IV|I{1,3}|[1-4])\s?(?:/|-|\s+năm\s+)\s?(\d{4})(?!\d)", re.IGNORECASE)
_SPAN = re.compile(r"(?<!\d)(\d{4})\s?[-–]\s?(\d{4})(?!\d)")
_TERM = re.compile(r"nhiệm kỳ\s*$", re.IGNORECASE)
_COMMAND = re.compile(
    r"hoàn thành|xong|gửi|báo cáo|nộp|trình|chậm nhất|muộn nhất|thời hạn|thời gian|hạn (?:chót|cuối)", re.IGNORECASE
)
_QUARTERS = {"I": 3, "II": 6, "III": 9, "IV": 12, "1": 3, "2": 6, "3": 9, "4": 12}
_LONGEST, _BEFORE, _MONTHS = 45, 90, 12


@dataclass(frozen=True)
class Deadline:
    """A day stated: `last` is the last day in time, one before `named` where the words say «trước ngày»; `ordered`
    when the words around it ask for something by then; `words` are the date as it stands, at `start`."""

    named: datetime.date
    last: datetime.date
    words: str
    start: int
    ordered: bool


@lru_cache(8192)  # papers of a set share most paragraphs
def deadlines(text: str) -> tuple[Deadline, ...]:
    """Days before, or on, which something must be done."""
    return tuple(_deadlines(text))


def _deadlines(text: str) -> Iterator[Deadline]:
    for found in _DAY.finditer(text):
        lead = _LEAD.search(text[max(0, found.start() - _LONGEST) : found.start()].lower())
        named = _date(found) if lead else None
        if lead and named:
            before = "trước" in lead[0]
            last = named - datetime.timedelta(days=1) if before else named
            ordered = _ordered(text[max(0, found.start() - _BEFORE) : found.start()], len(lead[0]))
            yield Deadline(named, last, found.group(), found.start(), ordered)


def _date(found: re.Match[str]) -> datetime.date | None:
    day, slashed, spelt, year = found.groups()
    try:
        return datetime.date(int(year), int(slashed or spelt), int(day))
    except ValueError:
        return None


def _ordered(before: str, lead: int) -> bool:
    """Whether the words before a date ask for something: a command, or nothing but the lead itself."""
    rest = before[: len(before) - lead].rstrip()
    return not rest or rest.endswith((":", "(", "-")) or bool(_COMMAND.search(before))


def periods(text: str) -> Iterator[tuple[datetime.date, str]]:
    """Last days of months and quarters named, with their words."""
    for found in _MONTH.finditer(text):
        if 1 <= int(found[1]) <= _MONTHS:
            yield _end(int(found[2]), int(found[1])), found.group()
    for found in _QUARTER.finditer(text):
        yield _end(int(found[2]), _QUARTERS[found[1].upper()]), found.group()


def periods_due(text: str) -> Iterator[tuple[datetime.date, str]]:
    """Months and quarters by whose end something must be done, with their words."""
    for last, words in periods(text):
        at = text.find(words)
        if _DUE.search(text[max(0, at - _BEFORE) : at].lower()):
            yield last, words


def _end(year: int, month: int) -> datetime.date:
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Spans of years with their words; a term of office is none."""
    for found in _SPAN.finditer(text):
        if not _TERM.search(text, max(0, found.start() - 10), found.start()):
            yield int(found[1]), int(found[2]), found.group()
