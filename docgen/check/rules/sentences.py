"""Sentences of the body: how it ends, colons, what a copy from a PDF leaves, bullets."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from docgen.check.draft import Draft
from docgen.check.rule import Fault, rule
from docgen.check.running import finds
from docgen.check.shares import spread
from docgen.model.finding import Said
from docgen.model.reading import Placed

_LAST = 12  # letters: the words that announce a list
_QUOTES = '"”»)'
_ANNOUNCES = re.compile(r"(?:như sau|sau đây|dưới đây)\s*[.;,]?$")
_LISTS = re.compile(r"(?:bao gồm|gồm có|gồm)$")
_SPACED = re.compile(r"(?<!\w)(?:[^\W\d_][ \u00a0]{1,3}){5,}[^\W\d_](?!\w)")
_ALONE = re.compile(r" \w {1,3}\w ")  # cheap: two letters alone
_TONED = "àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ"
_TWO_TONES = re.compile(rf"[{_TONED}{_TONED.upper()}]\w*[{_TONED}{_TONED.upper()}]")
_WORD = re.compile(r"\w+")
_HYPHEN_BULLETS = "-–—+"
_NOTE = re.compile(r"\([^()]*\)")  # «(Có danh sách kèm theo)» below the last sentence
_OFF = 0.5  # mm
_OTHER_SIGN = Said("không phải gạch nối", "that is no hyphen")
_BOLD = Said("in đậm", "in bold")


@rule(
    "body.closing",
    "B5 30",
    "error",
    (
        "Nội dung kết thúc bằng «{found}», thể thức quy định kết thúc bằng «{expected}».",
        "The body ends in «{found}», not in «{expected}».",
    ),
    ("Sửa cuối đoạn cuối cùng thành «{expected}».", "Make the last paragraph end in «{expected}»."),
)
def closing(draft: Draft) -> Iterator[Fault]:
    """The last paragraph of the body ends in the sign of the guidance.

    Why: HD 36, HD 05: a full stop; NĐ 30: a full stop, «./.» in its samples.
    Wrong: «… tổ chức thực hiện./.» in a Party paper. Right: «… tổ chức thực hiện.».
    """
    asked = draft.form.body.closing
    if not (draft.whole and draft.prose):
        return
    last = next((placed for placed in reversed(draft.prose) if not _NOTE.fullmatch(placed.text)), draft.prose[-1])
    end = _end(last.text.rstrip(_QUOTES))
    if not asked.allows(end):
        yield Fault(last, last.text.split()[-1], asked.value, asked.clause, snippet=last.text[-60:])


def _end(text: str) -> str:
    """The signs a text ends in."""
    return text[len(text.rstrip(" ./;:,!?…")) :].strip()


@rule(
    "body.colon",
    "31",
    "warning",
    (
        "Đoạn này báo trước phần liệt kê bằng «{found}» nhưng không có dấu hai chấm.",
        "This paragraph announces a list with «{found}» and has no colon.",
    ),
    ("Kết thúc đoạn bằng «{found}:».", "End it with «{found}:»."),
)
def colon(draft: Draft) -> Iterator[Fault]:
    """What announces a list ends in a colon.

    Why: the-thuc.md section 8, 31.
    Wrong: «… ban hành Kế hoạch như sau.» Right: «… như sau:».
    """
    for placed, below in zip_longest(draft.prose, draft.prose[1:]):
        listed = below is not None and below.role in ("item", "dash")
        end = placed.text[-_LAST:]
        found = _ANNOUNCES.search(end) or (listed and _LISTS.search(end))
        if found and placed.role != "heading":
            words = found.group().rstrip(" .;,")
            yield Fault(placed, words, f"{words}:", confidence=0.9, snippet=placed.text[-60:])


@rule(
    "body.soft_break",
    "B9 45",
    "warning",
    ("{where} bị ngắt dòng bằng Shift+Enter.", "{where} broken with Shift+Enter."),
    (
        "Xóa dấu ngắt dòng; muốn sang đoạn mới thì bấm Enter.",
        "Delete the break; for a new paragraph press Enter.",
    ),
)
def soft_break(draft: Draft) -> Iterator[Fault]:
    """No line of the body is broken by hand; what is centred over several lines may be.

    Why: the-thuc.md section 8, 45: a line broken by hand stays short when the text changes.
    Wrong: Shift+Enter inside a sentence. Right: one paragraph.
    """
    broken = [placed for placed in draft.prose if "\n" in placed.text]
    faults = [Fault(placed, snippet=_around(placed.text, placed.text.index("\n"))) for placed in broken]
    yield from spread(faults, len(draft.prose))


@rule(
    "body.cut",
    "B9 45",
    "warning",
    ("{where} là phần sau của một câu bị ngắt ở đoạn trên.", "{where}: the rest of a sentence begun above."),
    ("Đưa con trỏ về đầu đoạn rồi bấm Backspace để nối với đoạn trên.", "Join it to the paragraph above."),
)
def cut(draft: Draft) -> Iterator[Fault]:
    """A sentence stands in one paragraph.

    Why: the-thuc.md section 8, 45: what a copy from a PDF leaves behind.
    Wrong: «… tự chịu trách nhiệm hoặc sang» ¶ «công ty cổ phần; …». Right: one paragraph.
    """
    faults = [Fault(placed, confidence=0.9) for placed in draft.prose if placed.continues]
    yield from spread(faults, len(draft.prose))


@rule(
    "body.letter_spaced",
    "46",
    "error",
    ("{where} có chữ bị tách rời: «{found}».", "{where} with letters torn apart: «{found}»."),
    ("Gõ lại những chữ này.", "Type these words again."),
)
def letter_spaced(draft: Draft) -> Iterator[Fault]:
    """Words are not torn into letters.

    Why: the-thuc.md section 8, 46: what a copy from a PDF leaves behind.
    Wrong: «T h a m  m ư u». Right: «Tham mưu».
    """
    suspects = [placed for placed in draft.body if finds(_ALONE, placed.text)]
    found = [(placed, words) for placed in suspects if (words := _SPACED.search(placed.text))]
    faults = [Fault(placed, words[0], confidence=0.9, snippet=words[0]) for placed, words in found]
    yield from spread(faults, len(draft.body))


@rule(
    "body.glued_words",
    "46",
    "warning",
    ("«{found}» là hai chữ dính liền.", "«{found}» is two words run together."),
    ("Thêm dấu cách giữa hai chữ.", "Put a space between them."),
)
def glued_words(draft: Draft) -> Iterator[Fault]:
    """Words stand apart: no Vietnamese syllable has two tone marks.

    Why: the-thuc.md section 8, 46: what a copy from a PDF leaves behind.
    Wrong: «chỉ thịsố». Right: «chỉ thị số».
    """
    suspects = [placed for placed in draft.body if finds(_TWO_TONES, placed.text)]
    for placed in suspects:
        for glued in filter(_TWO_TONES.search, _WORD.findall(placed.text)):
            yield Fault(placed, glued, confidence=0.8, snippet=glued)


@rule(
    "body.bullet",
    "34",
    "warning",
    ("{where} có dấu đầu dòng «{found}» {what}.", "{where} with a bullet «{found}» {what}."),
    ("Dùng «-» kiểu chữ thường như phần lời.", "Use «-» in the letters of the text."),
)
def bullet(draft: Draft) -> Iterator[Fault]:
    """A bullet is a hyphen, or a plus under it, in the letters of its text.

    Why: the-thuc.md section 8, 34.
    Wrong: a bold «-» before plain words, «•», «✓». Right: «-».
    """
    dashes = [placed for placed in draft.body if placed.role == "dash"]
    faults = [
        Fault(placed, placed.text[0], "-", words={"what": what})
        for placed in dashes
        if (what := _OTHER_SIGN if placed.text[0] not in _HYPHEN_BULLETS else _BOLD if _bold_mark(placed) else None)
    ]
    yield from spread(faults, len(dashes))


@rule(
    "body.plus",
    "34",
    "hint",
    ("{where} có dấu «+» không lùi vào so với dấu «-» ở trên.", "{where} with «+» no further in than the «-» above."),
    ("Tăng lùi đầu dòng của các dòng «+».", "Set the lines with «+» further in."),
)
def plus(draft: Draft) -> Iterator[Fault]:
    """A plus stands further in than the hyphen above it.

    Why: the-thuc.md section 8, 34: practice, and no clause says so.
    Wrong: «+» at the indent of «-». Right: «+» further in.
    """
    above: Placed | None = None
    faults = []
    lines = [placed for placed in draft.prose if placed.role == "dash"]
    for placed in lines:
        if placed.text[0] != "+":
            above = placed
        elif above and _begin(placed) <= _begin(above) + _OFF:
            faults.append(Fault(placed, "+"))
    yield from spread(faults, len(lines))


def _begin(placed: Placed) -> float:
    return placed.line.layout.left + placed.line.layout.first


def _bold_mark(placed: Placed) -> bool:
    """A bold bullet before words that are not."""
    seen = [piece.letters for piece in placed.line.pieces if piece.text.strip()]
    first = next(piece.text.strip() for piece in placed.line.pieces if piece.text.strip())
    return len(first) == 1 and len(seen) > 1 and seen[0].bold and not seen[1].bold


def _around(text: str, at: int) -> str:
    return text[max(0, at - 30) : at + 30]


RULES = (closing, colon, soft_break, cut, letter_spaced, glued_words, bullet, plus)
