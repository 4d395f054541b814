"""Bodies of the Party and the state that not every year knew (the-thuc.md sections 4 and 7)."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from docgen.vietnamese import capitalise

_TWO_LEVELS = datetime.date(2025, 7, 1)  # no districts any more: S43
_REARRANGED = datetime.date(2025, 4, 1)  # wound up or merged in the first months of 2025: S44, no day is known
_THIS_YEAR = datetime.date(2025, 1, 1)
_GONE = re.compile(
    r"(?:kết thúc|chấm dứt) hoạt động|giải thể|sáp nhập|hợp nhất|trước đây|\bcũ\b|\bnguyên\b|không (?:còn )?tổ chức",
    re.IGNORECASE,
)
_CITED = re.compile(r"(?:số\s+[^;.]{3,60}|ngày\s+[\d/]+\s*)(?:của|do)\s+[^;,.]{0,40}$", re.IGNORECASE)
_NEAR = 80


@dataclass(frozen=True)
class _Body:
    """A body by its names; it exists from `first` on, and until the day before `end`; `sure` of the day 0–1."""

    names: re.Pattern[str]
    first: datetime.date | None = None
    end: datetime.date | None = None
    sure: float = 1.0

    def exists_on(self, day: datetime.date) -> bool:
        return (self.first or day) <= day and (self.end is None or day < self.end)


def _named(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


_BODIES = (
    _Body(
        _named(
            r"(?:huyện|quận|thị) (?:ủy|uỷ)|đảng bộ (?:huyện|quận|thị xã)"
            r"|(?:(?:ủy|uỷ) ban nhân dân|hội đồng nhân dân|UBND|HĐND) (?:(?:các )?huyện|quận|thị xã)"
        ),
        end=_TWO_LEVELS,
    ),
    _Body(_named(r"đảng (?:ủy|uỷ) khối|đảng bộ khối"), end=_REARRANGED, sure=0.55),
    _Body(_named(r"ban cán sự đảng|đảng đoàn"), end=_REARRANGED, sure=0.55),
    _Body(_named(r"ban dân vận"), end=_REARRANGED, sure=0.55),
    _Body(_named(r"ban tuyên giáo và dân vận|ban xây dựng đảng"), first=_THIS_YEAR, sure=0.8),
    _Body(_named(r"(?:đảng (?:ủy|uỷ)|(?:ủy|uỷ) ban nhân dân|hội đồng nhân dân) đặc khu"), first=_TWO_LEVELS),
)
_ANY = re.compile("|".join(body.names.pattern for body in _BODIES), re.IGNORECASE)


@dataclass(frozen=True)
class Anachronism:
    """A body that did not exist on a day: what the text calls it, where, until or from when it does, how sure."""

    name: str
    start: int
    since: datetime.date
    ended: bool
    sure: float


def anachronisms(text: str, day: datetime.date) -> Iterator[Anachronism]:
    """Bodies a text speaks of that did not exist on a day; a paper of theirs cited, or their end told, is no slip."""
    for found in _ANY.finditer(text) if _ANY.search(text) else ():
        body = next(body for body in _BODIES if body.names.match(text, found.start()))
        if body.exists_on(day) or _told(text, found):
            continue
        since = body.end or body.first
        assert since is not None
        yield Anachronism(capitalise(found.group()), found.start(), since, body.end is not None, body.sure)


def _told(text: str, found: re.Match[str]) -> bool:
    start = max(0, found.start() - _NEAR)
    return bool(_CITED.search(text, start, found.start()) or _GONE.search(text, start, found.end() + _NEAR))
