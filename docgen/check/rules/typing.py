"""Wording, first half: how it was typed."""

import re
from collections.abc import Iterator
from functools import lru_cache

from docgen.check.draft import Draft
from docgen.check.rule import Fault, rule
from docgen.check.running import around, finds
from docgen.check.shares import spread
from docgen.model.document import BODY_ROLES

_SMALL = "a-zđà-öø-ÿăĩũơưạ-ỹ"
_MARKS_LEFT = re.compile(
    r"\{\{|\}\}|\{%|\[(?:\.{3}|…|[^\[\]\d]{0,30}(?:tên|ghi|điền|nhập)[^\[\]]{0,40})\]|<[^\W\d_][^<>]{1,40}>"
    r"|\bX{3,}\b|\b[Ll]orem ipsum\b|TÊN (?:CƠ QUAN|ĐƠN VỊ|TỔ CHỨC)"
    r"|\b[Tt]ên (?:cơ quan|đơn vị) (?:cấp trên|ban hành|soạn thảo)\b|\((?:ký,? )?ghi rõ họ(?: và)? tên\)"
)
_DOTS = re.compile(r"…{2,}|\.{5,}|_{4,}|…/…")
SPACES = re.compile(r"(?<=\S)(?<!\b[Ss]ố)(?<!ngày)(?<!tháng)  +(?=\S)")
LETTERS_APART = re.compile(r"(?:\b\w ){5}")
_BEFORE = re.compile(r" +(?:[,;:?!](?!\S)|\.(?![.\w]))|\( +| +\)")
_AFTER = re.compile(rf"[,;)](?=[^\W\d_])|\.(?=[A-ZĐÀ-ÝĂƠƯ][{_SMALL}])")
_LINK = re.compile(r"\S*(?:://|www\.|@)\S*|\S+\.(?:vn|com|gov|org|net)\b\S*")
_BESIDE = 8  # letters
_SMALL_WORDS = (
    "và của các những là được trong cho với về theo để có tại này khi thì mà đã sẽ đến trên do bị không việc một hoặc "
    "nhằm phải cần huyện tỉnh nếu vì bởi rằng mọi nhưng cũng nên"
)
_ONCE = frozenset(_SMALL_WORDS.split())
_SAID_TWICE = (2, 3, 4)  # words


@rule(
    "wording.placeholder",
    "X1",
    "error",
    ("Còn sót chỗ của mẫu: «{found}».", "A place of the template is left: «{found}»."),
    ("Thay bằng nội dung thật hoặc xóa đi.", "Put in what belongs there, or delete it."),
)
def placeholder(draft: Draft) -> Iterator[Fault]:
    """Nothing of the template is left in a paper.

    Why: lint-rules X1; a paper goes out as it is.
    Wrong: `{{ ten_don_vi }}`, `TÊN CƠ QUAN`, `[ghi tên đơn vị]`. Right: the unit's own name.
    """
    for placed in draft.lines:
        for found in finds(_MARKS_LEFT, placed.text)[:1]:
            yield Fault(placed, found.group(), snippet=around(found))


@rule(
    "wording.blank",
    "X1",
    "hint",
    ("Câu còn chỗ để trống: «{found}».", "A sentence has a blank left: «{found}»."),
    ("Điền nội dung, hoặc bỏ chỗ trống.", "Fill the blank, or take it out."),
)
def blank(draft: Draft) -> Iterator[Fault]:
    """Sentences have no dotted blanks; what docgen left blank on purpose is none, forms in an appendix are none.

    Why: lint-rules X1.
    Wrong: `hoàn thành trước ngày ……….`. Right: `hoàn thành trước ngày 15/7/2023`.
    """
    if not draft.ours:
        for placed, found in draft.text.firsts(_DOTS):
            if placed.role in ("basis", *BODY_ROLES):
                yield Fault(placed, found.group(), snippet=around(found))


@rule(
    "wording.spaces",
    "B11 44",
    "hint",
    ("{where} có hai dấu cách liền nhau.", "{where} has two blanks in a row."),
    ("Giữ một dấu cách giữa hai từ.", "Keep one blank between two words."),
)
def spaces(draft: Draft) -> Iterator[Fault]:
    """One blank stands between two words.

    Why: the-thuc.md section 8, 44.
    Wrong: `tổ chức  thực hiện`. Right: `tổ chức thực hiện`.
    """
    found = [one for one in draft.text.firsts(SPACES) if not LETTERS_APART.search(one[0].text)]
    yield from spread([Fault(placed, snippet=around(match)) for placed, match in found], len(draft.text.lines))


@rule(
    "wording.punctuation",
    "B11 44",
    "hint",
    ("{where} có dấu câu đặt sai chỗ: «{found}».", "{where} has a sign set wrongly: «{found}»."),
    (
        "Viết dấu câu liền sau từ trước, cách từ sau một dấu cách; ngoặc đơn liền với chữ bên trong.",
        "Set the sign right after the word, one blank before the next; brackets close to what they hold.",
    ),
)
def punctuation(draft: Draft) -> Iterator[Fault]:
    """No blank before a comma, semicolon, colon or full stop, one after it; none inside brackets.

    Why: the-thuc.md section 8, 44.
    Wrong: `cấp ủy , tổ chức`, `cấp ủy,tổ chức`. Right: `cấp ủy, tổ chức`, `1,5`, `14:30`, `v.v.`.
    """
    wrong = [(placed, found) for placed in draft.text.lines for found in misplaced(placed.text)[:1]]
    faults = [Fault(placed, _near(found), snippet=around(found)) for placed, found in wrong]
    yield from spread(faults, len(draft.text.lines))


@lru_cache(8192)
def misplaced(text: str) -> tuple[re.Match[str], ...]:
    """Signs set wrongly, in reading order; links and addresses hold signs of their own."""
    found = [*_BEFORE.finditer(text), *(one for one in _AFTER.finditer(text) if _runs_on(text, one.start()))]
    links = [link.span() for link in _LINK.finditer(text)] if found else []
    free = [one for one in found if not any(start <= one.start() < end for start, end in links)]
    return tuple(sorted(free, key=lambda one: one.start()))


def _runs_on(text: str, at: int) -> bool:
    """Whether a sign stands right after a word of two letters or more; `P.V` and `TP.Hồ` are abbreviations."""
    before = text[max(0, at - 2) : at]
    return len(before) > 1 and before.isalpha() and (text[at] != "." or before.islower())


def _near(found: re.Match[str]) -> str:
    """The sign with the words beside it."""
    return found.string[max(0, found.start() - _BESIDE) : found.end() + _BESIDE].strip()


@rule(
    "wording.quotes",
    "B11 44",
    "hint",
    (
        "Dấu ngoặc kép mở mà không đóng, hoặc đóng mà không mở.",
        "A quotation mark opens without closing, or the reverse.",
    ),
    ("Thêm dấu ngoặc kép còn thiếu.", "Add the missing quotation mark."),
)
def quotes(draft: Draft) -> Iterator[Fault]:
    """Quotation marks come in pairs; a quotation may run over several paragraphs.

    Why: the-thuc.md section 8, 44.
    Wrong: `"Một số vấn đề`. Right: `"Một số vấn đề"`.
    """
    odd = [placed for placed in draft.text.lines if placed.text.count('"') % 2]
    if len(odd) % 2:
        yield Fault(odd[-1], '"')
    uneven = [(placed, placed.text.count("“") - placed.text.count("”")) for placed in draft.text.lines]
    open_ = sum(more for _, more in uneven)
    if open_:
        yield Fault(next(placed for placed, more in uneven if more), "“" if open_ > 0 else "”")


@rule(
    "wording.twice",
    "F8",
    "hint",
    ("Từ «{found}» viết lặp hai lần.", "«{found}» stands twice in a row."),
    ("Xóa một từ thừa.", "Delete one of them."),
)
def twice(draft: Draft) -> Iterator[Fault]:
    """No word stands twice by mistake; reduplications and words that happen to meet are right.

    Why: lint-rules F8, typing leftovers.
    Wrong: `của của các cấp ủy`. Right: `luôn luôn`, `cơ quan quan trọng`.
    """
    for placed in draft.text.lines:
        again = _again(placed.text)
        if again:
            yield Fault(placed, again, snippet=f"{again} {again}")


@lru_cache(8192)
def _again(text: str) -> str:
    """The word, or the two to four words, that stand twice in a row."""
    words = text.split(" ")
    for at, word in enumerate(words):
        if word in words[at + 1 : at + 2] and word in _ONCE:
            return word
        if word in words[at + 2 : at + 5] and word != "từng":
            again = [said for said in (words[at : at + length] for length in _SAID_TWICE) if _goes_on(words, at, said)]
            if again:
                return " ".join(again[0])
    return ""


def _goes_on(words: list[str], at: int, said: list[str]) -> bool:
    """Whether words that begin at a place stand there a second time."""
    again = " ".join(words[at + len(said) : at + 2 * len(said)])
    return again.rstrip(".,;:") == " ".join(said) and all(map(_is_word, said))


def _is_word(text: str) -> bool:
    return text.isalpha() and text[1:].islower()


RULES = (placeholder, blank, spaces, punctuation, quotes, twice)
