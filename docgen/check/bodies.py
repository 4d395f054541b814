"""Bodies of the Party and the state that not every year knew (the-thuc.md sections 4 and 7)."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from docgen.vietnamese import capitalise

_TWO_LEVELS = datetime.date(2025, 7, 1)  # no districts any more: S43
_REARRANGED = datetime.date(2025, 4, 1)  # wound up or merged in the first months of 2025: S44, no day is known
_THIS_YEAR = datetime.date(2025, 1, 1)
_GONE = re.compile(
    r"(?:kết thúc|chấm dứt) hoạt động|giải thể|sáp nhập|hợp nhất|trước đây|\bcũ\b|\bnguyên\b|không (?:còn )?tổ chức"
)
_CITED = re.compile(r"(?:số\s+[^;.]{3,60}|ngày\s+[\d/]+\s*)(?:của|do)\s+[^;,.]{0,40}$")
_NEAR = 80


@dataclass(frozen=True)
class _Body:
    """A body by its names, none without its `sign`; it exists from `first` on, until the day before `end`."""

    sign: str
    names: re.Pattern[str]
    first: datetime.date | None = None
    end: datetime.date | None = None
    sure: float = 1.0

    def exists_on(self, day: datetime.date) -> bool:
        return (self.first or day) <= day and (self.end is None or day < self.end)


def _named(words: str) -> re.Pattern[str]:
    """Names in small letters, `ủy` with its mark on either vowel."""
    return re.compile(rf"(?<!\w)(?:{words.replace('ủy', '(?:ủy|uỷ)')})(?!\w)")


_BODIES = (
    _Body(
        "huyện",
        _named(r"huyện ủy|đảng bộ huyện|(?:ủy ban nhân dân|hội đồng nhân dân|ubnd|hđnd) (?:các )?huyện"),
        end=_TWO_LEVELS,
    ),
    _Body(
        "quận", _named(r"quận ủy|đảng bộ quận|(?:ủy ban|hội đồng) nhân dân quận|(?:ubnd|hđnd) quận"), end=_TWO_LEVELS
    ),
    _Body("thị", _named(r"thị ủy|đảng bộ thị xã|(?:ủy ban|hội đồng) nhân dân thị xã"), end=_TWO_LEVELS),
    _Body("khối", _named(r"đảng ủy khối|đảng bộ khối"), end=_REARRANGED, sure=0.55),
    _Body("ban cán sự", _named(r"ban cán sự đảng"), end=_REARRANGED, sure=0.55),
    _Body("đảng đoàn", _named(r"đảng đoàn"), end=_REARRANGED, sure=0.55),
    _Body("ban dân vận", _named(r"ban dân vận"), end=_REARRANGED, sure=0.55),
    _Body("tuyên giáo và", _named(r"ban tuyên giáo và dân vận"), first=_THIS_YEAR, sure=0.8),
    _Body("ban xây dựng", _named(r"ban xây dựng đảng"), first=_THIS_YEAR, sure=0.8),
    _Body("đặc khu", _named(r"(?:đảng ủy|ủy ban nhân dân|hội đồng nhân dân) đặc khu"), first=_TWO_LEVELS),
)


@dataclass(frozen=True)
class Anachronism:
    """A body that did not exist on a day: what the text calls it, where, until or from when it does, how sure."""

    name: str
    start: int
    since: datetime.date
    ended: bool
    sure: float


@lru_cache(8192)  # papers of a set share most paragraphs
def anachronisms(text: str, day: datetime.date) -> tuple[Anachronism, ...]:
    """Bodies a text speaks of that did not exist on a day; a paper of theirs cited, or their end told, is no slip."""
    return tuple(_anachronisms(text, day))


def _anachronisms(text: str, day: datetime.date) -> Iterator[Anachronism]:
    absent = _absent(day)
    said = text.lower() if absent else ""
    for body in absent:
        since = body.end or body.first
        for found in body.names.finditer(said) if body.sign in said else ():
            if since and not _told(said, found):
                name = capitalise(text[found.start() : found.end()])
                yield Anachronism(name, found.start(), since, body.end is not None, body.sure)


@lru_cache(64)
def _absent(day: datetime.date) -> tuple[_Body, ...]:
    return tuple(body for body in _BODIES if not body.exists_on(day))


def _told(text: str, found: re.Match[str]) -> bool:
    start = max(0, found.start() - _NEAR)
    return bool(_CITED.search(text, start, found.start()) or _GONE.search(text, start, found.end() + _NEAR))
