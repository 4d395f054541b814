"""Documents cited in a text: `Kết luận số 50-KL/TW, ngày 28/02/2023 của Bộ Chính trị về …`."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from docgen.model.reading import Placed

_NUMBER = re.compile(
    r"\d{1,4}\s?(?:(-)\s?[^\W\d_]{1,5}\s?/\s?[^\W\d_]\w*|/\s?(?:\d{4}\s?/\s?[^\W\d_][\w-]*"
    r"|[A-ZĐƯ][^\W\d_]{0,4}\s?-\s?[^\W\d_]\w*))"
)
_PART_OF_MORE = re.compile(r"[\w/.,-]")
_DAY = r"(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?!\d)|(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})"
_DATED = re.compile(rf"\s*(,?)\s*(?:ngày\s+)?(?:{_DAY})")
_ISSUED = re.compile(r"\s*,?\s*(?:của|do)\s+([^,;:(\"“«.]{2,70})")
_TOLD = re.compile(r"\s*,?\s*(?:về|[\"“«])|\s(?:về việc|về|thực hiện)\s")
_WORD = re.compile(r"\bsố\s*:?\s*$", re.IGNORECASE)
_KIND = re.compile(
    r"(Nghị quyết|Kết luận|Chỉ thị|Quyết định|Quy định|Quy chế|Kế hoạch|Chương trình hành động|Chương trình|Hướng dẫn"
    r"|Thông báo|Thông tri|Thông tư|Nghị định|Luật|Pháp lệnh|Đề án|Công văn|Báo cáo|Tờ trình)$",
    re.IGNORECASE,
)
_AROUND = 40
_TOGETHER = re.compile(r"(?:\s*,\s*|\s+)(?:và\s+)?(?:[^\W\d_]+\s+){1,4}(?:số\s*:?\s*)?")
_LEADING = re.compile(r"\d+")


@dataclass(frozen=True)
class Cited:
    """A document cited in a text.

    `number` stands as written, without blanks; `before` are the words in front of it without «số», `worded` whether it
    was there; `comma` whether one stands before the day; `issuer` what follows «của», its end not known; `told` whether
    its subject follows.
    """

    number: str
    before: str
    worded: bool
    dated: bool
    comma: bool
    day: datetime.date | None
    issuer: str
    told: bool
    of_party: bool
    snippet: str

    @property
    def issued(self) -> bool:
        """Whether its issuer is named."""
        return bool(self.issuer)

    @property
    def kind(self) -> str:
        """`Kết luận`, empty when no kind stands in front."""
        found = _KIND.search(self.before)
        return found[1] if found else ""

    @property
    def same(self) -> str:
        """What two citations of one document have in common: the number without a zero in front."""
        return self.number.lstrip("0")

    @property
    def counted(self) -> str:
        """The number alone: `50`."""
        found = _LEADING.match(self.same)
        return found[0] if found else ""

    @property
    def symbol(self) -> str:
        """What follows the number: `-KL/TW`."""
        return self.same[len(self.counted) :]


@dataclass(frozen=True)
class Citation(Cited):
    """A document cited in a line of a paper."""

    placed: Placed


def citations(placed: Placed) -> Iterator[Citation]:
    """Every document a line cites with its number."""
    for found in citations_in(placed.text):
        yield Citation(**vars(found), placed=placed)


@lru_cache(8192)  # papers of a set share most paragraphs
def citations_in(text: str) -> tuple[Cited, ...]:
    """Every document a text cites with its number; two cited together share the issuer named after the second."""
    made: list[Cited] = []
    after: re.Match[str] | None = None
    for found in reversed(_numbers(text)):
        one, end = _citation(text, found)
        if made and after and not one.issuer and _TOGETHER.fullmatch(text, end, after.start()):
            one = replace(one, issuer=made[-1].issuer, told=made[-1].told)
        made.append(one)
        after = found
    return tuple(made[::-1])


def _numbers(text: str) -> list[re.Match[str]]:
    found = _NUMBER.finditer(text)
    return [one for one in found if not (one.start() and _PART_OF_MORE.match(text, one.start() - 1))]


def _citation(text: str, found: re.Match[str]) -> tuple[Cited, int]:
    before = text[max(0, found.start() - _AROUND) : found.start()].rstrip()
    word = _WORD.search(before)
    dated = _DATED.match(text, found.end())
    end = dated.end() if dated else found.end()
    issued = _ISSUED.match(text, end)
    told = _TOLD.match(text, end) or (issued and _TOLD.search(text, end, issued.end() + 4))
    one = Cited(
        number="".join(found.group().split()),
        before=before[: word.start()].rstrip() if word else before,
        worded=word is not None,
        dated=dated is not None,
        comma=bool(dated and dated[1]),
        day=_date(dated) if dated else None,
        issuer=issued[1].strip() if issued else "",
        told=told is not None,
        of_party=found[1] is not None,
        snippet=text[max(0, found.start() - _AROUND) : end],
    )
    return one, end


def number_of(text: str) -> str:
    """A number as `Cited.same` has it: `05 - KH/HU` → `5-KH/HU`."""
    return "".join(text.split()).lstrip("0")


def _date(found: re.Match[str]) -> datetime.date | None:
    day, month, year = [part for part in found.groups()[1:] if part]
    try:
        return datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None
