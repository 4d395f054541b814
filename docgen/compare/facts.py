"""Facts stated in a text: documents cited, deadlines, dates, shares, sums, numbers, who leads and who supports."""

import calendar
import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from docgen.compare.organs import leading, supporting
from docgen.model.change import Type

_DAY = r"(?:\d{1,2}/\d{1,2}/\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|(?<=ngày )\d{1,2}/\d{1,2}(?![/\d]))"
_MONTH = r"(?:[Tt]háng\s+\d{1,2}\s?(?:/|\s+năm\s+)\s?\d{4})"
_QUARTER = r"(?:[Qq]uý\s+(?:IV|I{1,3}|[1-4])\s?(?:/|-|\s+năm\s+)\s?\d{4})"
_SPAN = r"(?:\d{4}\s?[-–]\s?\d{4})"
_YEAR = r"(?:(?<=năm )\d{4}(?!\d))"
_TIME = re.compile(rf"(?<![\d/]){_DAY}|{_MONTH}|{_QUARTER}|(?<!\d){_SPAN}(?!\d)|{_YEAR}")
_LEAD = re.compile(
    r"(?:trước|chậm nhất|muộn nhất|đến hết|hết|xong|hoàn thành|thời hạn|hạn chót|hạn cuối|trong|giai đoạn)"
    r"(?![^.;:()\d]*(?:trước|chậm nhất|muộn nhất|đến hết|xong|hạn))[^.;:()\d,]{0,25}$",
    re.IGNORECASE,
)
_KINDS = (
    "nghị quyết|kết luận|chỉ thị|quyết định|quy định|quy chế|kế hoạch|chương trình hành động|chương trình|hướng dẫn"
    "|thông báo|thông tri|thông tư|nghị định|luật|pháp lệnh|đề án|công văn|báo cáo|tờ trình"
)
_GOES_ON = "(?:về|và|gắn|tại|trong|bảo đảm|phù hợp|theo|để|đã|được|là|cho|đến|với|có)"
_CITED = re.compile(
    rf"(?:(?<!\w)((?i:{_KINDS}))\s+)?(?:[Ss]ố\s*:?\s*)?(?<![\w/.,-])"
    r"((?:…|\.{2,}|\d{1,4})(?:/\d{4})?\s?[-/]\s?[A-ZĐƯ][^\W\d_]*\d*(?:\s?[-/]\s?[A-ZĐƯ][^\W\d_]*)*)"
    r"(?:\s*,?\s*ngày\s+((?:[\d…]{1,2}/[\d…]{1,2}/\d{4})|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}))?"
    rf"(?:\s+của\s+([^,;:.\"“(]{{2,60}}?)(?=\s+{_GOES_ON}\s|[,;:.\"“)]|$))?"
)
_SYMBOL = re.compile(r"[A-ZĐƯ]{2}")
_PERCENT = re.compile(r"(?<![\w.,/-])(\d+(?:[.,]\d+)?)\s?(?:%|phần trăm)")
_MONEY = re.compile(
    r"(?<![\w.,/-])(\d[\d.,]*)\s*(nghìn|ngàn|triệu|tỷ|tỉ)?\s*(?:đồng|VNĐ|đ(?!\w))|(?<![\w.,/-])(\d[\d.,]*)\s+(triệu|tỷ|tỉ)(?!\w)"
)
_NUMBER = re.compile(r"(?<![\w/.,-])\d+(?:[.,]\d+)*(?![\w/-])")
_TIMES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_AROUND, _MONTHS = 45, 12
_ANY_YEAR = 2001  # of a day stated without its year
Value = Decimal | datetime.date | None


@dataclass(frozen=True)
class Fact:
    """A fact at `text[start:end]`; `said` are its own words, `value` what can be reckoned with; `name` and `detail`
    of a document cited are its kind and issuer, and its day."""

    type: Type
    start: int
    end: int
    said: str
    value: Value = None
    name: str = ""
    detail: str = ""


def facts(text: str) -> list[Fact]:
    """All facts of a text in order, none over another: what says most comes first."""
    found: list[Fact] = []
    for look in _LOOKS:
        for fact in look(text):
            if all(fact.end <= other.start or other.end <= fact.start for other in found):
                found.append(fact)
    return sorted(found, key=lambda fact: fact.start)


def _cited(text: str) -> Iterator[Fact]:
    for found in _CITED.finditer(text):
        kind, number, day, issuer = found.groups()
        if _SYMBOL.search(number):
            yield Fact(
                "citation", found.start(), found.end(), number, _day(day or ""),
                " ".join(filter(None, (kind, f"của {issuer}" if issuer else ""))), day or "",
            )  # fmt: skip


def _times(text: str) -> Iterator[Fact]:
    for found in _TIME.finditer(text):
        lead = _LEAD.search(text[max(0, found.start() - _AROUND) : found.start()])
        start = found.start() - len(lead[0]) if lead else found.start()
        last = last_day(found[0])
        if last and lead and "trước" in lead[0].lower() and _day(found[0]):
            last -= datetime.timedelta(days=1)
        bound = lead or re.match(_MONTH, found[0]) or re.match(_QUARTER, found[0])
        of: Type = "deadline" if bound else "date"
        yield Fact(of, start, found.end(), found[0], last, detail=lead[0] if lead else "")


def _percents(text: str) -> Iterator[Fact]:
    for found in _PERCENT.finditer(text):
        yield Fact("percent", found.start(), found.end(), found[0], _decimal(found[1].replace(".", ",")))


def _sums(text: str) -> Iterator[Fact]:
    for found in _MONEY.finditer(text):
        value = _decimal(found[1] or found[3])
        scale = _TIMES.get(found[2] or found[4] or "", 1)
        yield Fact("money", found.start(), found.end(), found[0], None if value is None else value * scale)


def _leads(text: str) -> Iterator[Fact]:
    return (Fact("lead", start, end, text[start:end]) for start, end in leading(text))


def _supports(text: str) -> Iterator[Fact]:
    return (Fact("support", start, end, text[start:end]) for start, end in supporting(text))


def _numbers(text: str) -> Iterator[Fact]:
    for found in _NUMBER.finditer(text):
        yield Fact("number", found.start(), found.end(), found[0], _decimal(found[0]))


_LOOKS: tuple[Callable[[str], Iterator[Fact]], ...] = (_cited, _times, _percents, _sums, _leads, _supports, _numbers)


def last_day(words: str) -> datetime.date | None:
    """The day, or the last day of the month, quarter, year or span of years, that a text names."""
    figures = [int(one) for one in re.findall(r"\d+", words)]
    day = _day(words)
    if day or not figures:
        return day
    year = figures[-1]
    quarter = re.match(r"[Qq]uý\s+(\w+)", words)
    if quarter and quarter[1] in _QUARTERS:
        return _end(year, 3 * _QUARTERS[quarter[1]])
    if re.match(_MONTH, words) and 1 <= figures[0] <= _MONTHS:
        return _end(year, figures[0])
    return _end(year, _MONTHS) if year >= 1000 else None


def _end(year: int, month: int) -> datetime.date | None:
    return datetime.date(year, month, calendar.monthrange(year, month)[1]) if year else None


def _day(words: str) -> datetime.date | None:
    if not re.fullmatch(_DAY.replace("(?<=ngày )", ""), words):
        return None
    figures = [int(one) for one in re.findall(r"\d+", words)]
    try:
        return datetime.date(figures[2] if len(figures) > 2 else _ANY_YEAR, figures[1], figures[0])
    except ValueError:
        return None


def _decimal(figures: str) -> Decimal | None:
    """12.500 is a thousand times 12,5; `.` parts thousands, `,` decimals."""
    try:
        return Decimal(figures.rstrip(".,").replace(".", "").replace(",", "."))
    except InvalidOperation:
        return None
