"""Wording, second half: one word, one spelling; abbreviations, dates, capitals."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from docgen.check.draft import Draft
from docgen.check.rule import Fault, rule
from docgen.check.running import around, finds
from docgen.check.shares import spread
from docgen.model.document import BODY_ROLES, Role
from docgen.model.reading import Placed

_SMALL = "a-zđà-öø-ÿăĩũơưạ-ỹ"
_TONES = {
    "old": re.compile(r"(?:[òóỏõọÒÓỎÕỌ][aeAE]|[ùúủũụÙÚỦŨỤ][yY])(?!\w)"),
    "new": re.compile(r"(?:[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|(?<![qQ])[uU][ỳýỷỹỵỲÝỶỸỴ])(?!\w)"),
}
_WORD_END = re.compile(r"\w*$")
_LONGEST_START = 8  # letters of a syllable before its vowels
_QUOTED = re.compile(r'"[^"\n]*"|“[^”\n]*”|«[^»\n]*»')
_I_OR_Y = re.compile(r"\b(?:[hklmstHKLMST]|[qQ]u)[iíìỉĩịyýỳỷỹỵ]\b")
_BEFORE, _AFTER = re.compile(r"(\w+) $"), re.compile(r" (\w+)")
_AS_I = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")
_ASSURE = re.compile(r"[Đđ]ảm bảo|[Bb]ảo đảm")
_YEARS = re.compile(r"\b\d{4}([^\S\n]*[-–—][^\S\n]*)\d{4}\b(?!/)")
_DAY = re.compile(r"\b\d{1,2}([/.-])(\d{1,2})\1\d{4}\b(?!/)")
_PADDED_MONTHS = range(3, 10)
_SHORT = re.compile(r"(?<![\w/.-])[A-ZĐ]{2,}(?![\w/-])")
_ROMAN = re.compile(r"[IVXLCDM]+")
_INTRODUCED = re.compile(
    r"\((?:[^()\n]*\b(?:viết tắt|gọi tắt|gọi chung|sau đây|gọi)\b[^()\n]*?)?([A-ZĐ]{2,})[^\w()]*\)"
)
_KNOWN = frozenset(
    {
        *("COVID", "ASEAN", "UNESCO", "HIV", "AIDS", "ISO", "PCI", "OCOP", "GRDP", "GDP", "PAPI", "KPI"),
        *("TM", "KT", "TL", "TUQ", "TW", "TP", "TX", "TT", "GS", "PGS", "TS", "BS"),
    }
)
_MARKED = {"U": "ƯưỦủÚú", "A": "ĂăÂâÁá", "O": "ÔôƠơ", "E": "Êê"}
_NO_CAPITAL = re.compile(
    r"(?:Khoản|Điểm) (?:\d|[a-zđ]\b)|(?:Huyện|Tỉnh|Xã|Thị trấn|Thị xã) "
    r"(?=[A-ZĐÂĂÊÔƠƯ])(?!Đoàn|Hội|[ỦU][yỷ]|Hồ Chí Minh)"
)
_INSIDE = re.compile(rf"[{_SMALL},;] $")
_PEOPLE = re.compile(
    r"(?:tầng lớp|phục vụ|đời sống|ý kiến|vận động|tuyên truyền|quần chúng|đảng viên,|Nhà nước,|và|của|cho|với|trong"
    r"|đến) (nhân dân)\b(?! tệ)"
)
_WITH_HEAD: tuple[Role, ...] = ("superior", "issuer", "authority")
Way = tuple[str, str, Placed, re.Match[str]]  # the way, the words written so, their line, the find


def _mixed(seen: Sequence[Way]) -> Iterator[Fault]:
    """Ways of writing one thing: when there are several, the first place of the rarest, and how often each stands."""
    counts = Counter(way for way, *_ in seen)
    if len(counts) > 1:
        rare = min(counts, key=counts.__getitem__)
        _, words, placed, found = next(one for one in seen if one[0] == rare)
        others = next(one[1] for one in seen if one[0] != rare)
        often = {"few": str(counts[rare]), "many": str(len(seen) - counts[rare])}
        yield Fault(placed, words, others, words=often, snippet=around(found))


@rule(
    "wording.tone",
    "F7 43",
    "hint",
    (
        "Đặt dấu thanh lẫn hai kiểu: «{found}» ({few} chỗ) và «{expected}» ({many} chỗ).",
        "Tone marks are placed in two ways: «{found}» ({few}) and «{expected}» ({many}).",
    ),
    ("Dùng thống nhất một kiểu trong cả văn bản.", "Keep to one way in the whole paper."),
)
def tone(draft: Draft) -> Iterator[Fault]:
    """A paper places its tone marks one way; which one is free. Quotations and names are left out.

    Why: the-thuc.md section 8, 43; the guidance prints `uỷ`, many provinces `ủy`: only mixing is told.
    Wrong: `cấp ủy` beside `cấp uỷ`. Right: `ủy` throughout, or `uỷ` throughout.
    """
    lines = (*draft.of(*_WITH_HEAD), *draft.text.lines)
    yield from _mixed([(way, word, placed, found) for placed in lines for way, word, found in _tones(placed.text)])


@lru_cache(8192)
def _tones(text: str) -> tuple[tuple[str, str, re.Match[str]], ...]:
    quoted = [found.span() for found in _QUOTED.finditer(text)]
    return tuple(
        (way, word, found)
        for way, pattern in _TONES.items()
        for found in pattern.finditer(text)
        if _common(word := _syllable(found)) and not any(start <= found.start() < end for start, end in quoted)
    )


def _syllable(found: re.Match[str]) -> str:
    start = _WORD_END.search(found.string, max(0, found.start() - _LONGEST_START), found.start())
    return (start.group() if start else "") + found.group()


def _common(word: str) -> bool:
    """Whether a word is no name of a person or place."""
    return word.islower() or word.isupper() or word.lower() in ("ủy", "uỷ")


@rule(
    "wording.i_y",
    "F8",
    "hint",
    (
        "Một từ viết hai kiểu: «{found}» và «{expected}».",
        "One word is written in two ways: «{found}» and «{expected}».",
    ),
    ("Chọn một cách viết cho cả văn bản.", "Choose one spelling for the whole paper."),
)
def i_or_y(draft: Draft) -> Iterator[Fault]:
    """A word is written with i or with y, not with both in one paper.

    Why: lint-rules F8; which one is free.
    Wrong: `quản lý` beside `quản lí`. Right: `tỉ lệ` beside `tỷ đồng`, which are two words.
    """
    ways: dict[str, str] = {}
    for placed in draft.text.lines:
        for plain, words, found in _with_neighbours(placed.text):
            other = ways.setdefault(plain, words)
            if other != words:
                yield Fault(placed, words, other, snippet=around(found))
                return


@lru_cache(8192)
def _with_neighbours(text: str) -> tuple[tuple[str, str, re.Match[str]], ...]:
    """Syllables with the one before, and with the one after: written with i, and as they stand."""
    found = ((words, one) for one in _I_OR_Y.finditer(text) for words in _neighbours(one))
    return tuple((words.translate(_AS_I), words, one) for words, one in found)


def _neighbours(found: re.Match[str]) -> Iterator[str]:
    before = _BEFORE.search(found.string, max(0, found.start() - _LONGEST_START - 1), found.start())
    after = _AFTER.match(found.string, found.end())
    if before:
        yield f"{before[1]} {found.group()}".lower()
    if after:
        yield f"{found.group()} {after[1]}".lower()


@rule(
    "wording.assure",
    "73",
    "warning",
    (
        "Dùng lẫn «{found}» ({few} chỗ) và «{expected}» ({many} chỗ).",
        "«{found}» ({few}) and «{expected}» ({many}) are both used.",
    ),
    ("Dùng thống nhất một từ trong cả văn bản.", "Keep to one of them in the whole paper."),
)
def assure(draft: Draft) -> Iterator[Fault]:
    """A paper says `bảo đảm` or `đảm bảo`, not both.

    Why: the-thuc.md section 8, 73.
    Wrong: `đảm bảo chất lượng … bảo đảm tiến độ`. Right: `bảo đảm` throughout.
    """
    yield from _mixed([(one.group().lower(), one.group().lower(), at, one) for at, one in draft.text.finds(_ASSURE)])


@rule(
    "wording.years",
    "74",
    "warning",
    (
        "Khoảng năm viết lẫn hai kiểu: «{found}» và «{expected}».",
        "Spans of years are written in two ways: «{found}» and «{expected}».",
    ),
    ("Viết thống nhất, ví dụ 2020-2025.", "Write them alike, such as 2020-2025."),
)
def years(draft: Draft) -> Iterator[Fault]:
    """Spans of years are written one way in a paper.

    Why: the-thuc.md section 8, 74.
    Wrong: `2026 – 2031` beside `2025-2030`. Right: `2026-2031`, `2025-2030`.
    """
    yield from _mixed([(one[1], one.group(), at, one) for at, one in draft.text.finds(_YEARS)])


@rule(
    "wording.dates",
    "29",
    "warning",
    (
        "Ngày, tháng viết lẫn hai kiểu: «{found}» và «{expected}».",
        "Dates are written in two ways: «{found}» and «{expected}».",
    ),
    (
        "Viết thống nhất: ngày dưới 10 và tháng 1, 2 có số 0 ở trước, ví dụ 05/7/2023, 28/02/2023.",
        "Write them alike: a zero before days below 10 and months 1 and 2, such as 05/7/2023, 28/02/2023.",
    ),
)
def dates(draft: Draft) -> Iterator[Fault]:
    """Dates inside a text are padded one way.

    Why: the-thuc.md section 8, 29; section 1.6: day below 10 and months 01, 02 padded, other months not.
    Wrong: `01/07/2025` beside `30/8/2025`. Right: `01/7/2025`, `30/8/2025`.
    """
    found = [(at, one) for at, one in draft.text.finds(_DAY) if int(one[2]) in _PADDED_MONTHS]
    yield from _mixed([("padded" if one[2].startswith("0") else "plain", one.group(), at, one) for at, one in found])


@rule(
    "wording.abbreviation",
    "72",
    "hint",
    ("Từ viết tắt chưa được giải thích: {found}.", "Abbreviations are not explained: {found}."),
    (
        "Lần đầu viết đầy đủ, kèm từ viết tắt trong ngoặc đơn ngay sau.",
        "Write it in full the first time, the abbreviation in brackets right after.",
    ),
)
def abbreviation(draft: Draft) -> Iterator[Fault]:
    """An abbreviation stands in brackets after its words before it is used, or its words are read before it.

    Why: HD 05 on abbreviations, the-thuc.md sections 1.6 and 8, 72.
    Wrong: `HĐND các cấp` without more, or before its words. Right: `Hội đồng nhân dân (HĐND) … HĐND các cấp`.
    """
    known: set[str] = set(_KNOWN)
    unknown: dict[str, Placed] = {}
    for placed in draft.of("basis", *BODY_ROLES):
        if not placed.text.isupper():
            introduced = {found[1]: found.start(1) for found in reversed(finds(_INTRODUCED, placed.text))}
            for short, at in ((found.group(), found.start()) for found in finds(_SHORT, placed.text)):
                if short not in known and introduced.get(short, at + 1) > at and not _ROMAN.fullmatch(short):
                    unknown.setdefault(short, placed)
            known |= introduced.keys()
    said = "\n".join(placed.text for placed in draft.lines) if unknown else ""
    open_ = {short: placed for short, placed in unknown.items() if not _spelt(short, said, placed.text)}
    if open_:
        yield Fault(next(iter(open_.values())), ", ".join(open_), confidence=0.7, snippet=next(iter(open_)))


def _spelt(short: str, said: str, text: str) -> bool:
    """Whether words with these initials stand before it: who has read `Ủy ban nhân dân` understands UBND."""
    initials = r"\w*\s+".join(f"[{letter}{letter.lower()}{_MARKED.get(letter, '')}]" for letter in short)
    before = said[: said.find(text) + text.find(short)]
    return re.search(rf"\b{initials}\w*", before) is not None


@rule(
    "wording.abbreviation_twice",
    "72",
    "hint",
    ("Từ viết tắt «{found}» được giải thích hai lần.", "The abbreviation «{found}» is explained twice."),
    ("Lần sau chỉ dùng từ viết tắt.", "Use the abbreviation alone after the first time."),
)
def abbreviation_twice(draft: Draft) -> Iterator[Fault]:
    """An abbreviation is explained once.

    Why: the-thuc.md section 8, 72.
    Wrong: `Hội đồng nhân dân (HĐND)` in two places. Right: in the first alone.
    """
    known: set[str] = set()
    for placed, found in draft.text.finds(_INTRODUCED):
        short = found[1]
        if short in known and not _ROMAN.fullmatch(short):
            yield Fault(placed, short, snippet=around(found))
        known.add(short)


@rule(
    "wording.capitals",
    "B12 75",
    "hint",
    ("{where} viết hoa, viết thường chưa đúng: «{found}».", "{where} has a capital or small letter wrong: «{found}»."),
    (
        "Giữa câu viết «khoản», «điểm», «huyện», «tỉnh», «xã» thường; «Nhân dân» khi chỉ toàn dân viết hoa.",
        "Inside a sentence write «khoản», «điểm», «huyện», «tỉnh», «xã» small; «Nhân dân», the People, with a capital.",
    ),
)
def capitals(draft: Draft) -> Iterator[Fault]:
    """Khoản, điểm and words for a level are small inside a sentence; Nhân dân, the People, has a capital.

    Why: NĐ 30 Phụ lục II, the-thuc.md sections 5 and 8, 75; Party guides follow usage, so this is a hint.
    Wrong: `theo Khoản 1 Điều 2`, `phục vụ nhân dân`. Right: `theo khoản 1 Điều 2`, `Ủy ban nhân dân`.
    """
    found = [one for one in draft.text.finds(_NO_CAPITAL) if _inside(one[1])]
    found += draft.text.finds(_PEOPLE)
    lines = {placed.line.paragraph: (placed, one) for placed, one in found if placed.role in ("basis", *BODY_ROLES)}
    faults = [Fault(placed, one.group().strip(), snippet=around(one)) for placed, one in lines.values()]
    yield from spread(faults, len(draft.text.lines))


def _inside(found: re.Match[str]) -> bool:
    """Whether a word stands inside a sentence."""
    return _INSIDE.search(found.string, max(0, found.start() - 2), found.start()) is not None


RULES = (tone, i_or_y, assure, years, dates, abbreviation, abbreviation_twice, capitals)
