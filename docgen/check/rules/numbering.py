"""Numbers of headings and items: their order, their sign, their form, the space after them."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from docgen.check.counting import Counting
from docgen.check.draft import Draft
from docgen.check.marks import ARABIC, ARTICLE, PARTS, SECTIONS, Mark, mark_of, sign_after
from docgen.check.rule import Fault, rule
from docgen.check.shares import spread
from docgen.model.form_parts import Body
from docgen.model.form_values import Text
from docgen.model.reading import Placed

_GLUED_DASH = re.compile(r"[-–—+•](?=[^\W\d_])")
_DASHES = str.maketrans("–—", "--")
_PLACES = {
    "{la_ma}": "[IVXLC]+", "{bang_chu}": r"(?:thứ )?[^\W\d_]{2,}", "{so}": r"\d+",
}  # fmt: skip


@rule(
    "body.numbering",
    "B6 B7 32",
    "warning",
    (
        "Đánh số không liên tục: «{found}» đứng ở chỗ của «{expected}».",
        "Numbering jumps: «{found}» stands where «{expected}» should.",
    ),
    (
        "Sửa thành «{expected}» và đánh số lại các mục sau; nếu sót một mục thì bổ sung.",
        "Make it «{expected}» and renumber what follows, or add what is missing.",
    ),
)
def numbering(draft: Draft) -> Iterator[Fault]:
    """Headings and items are numbered without gaps; letters follow the Vietnamese alphabet, a b c d đ e g.

    Why: HD 36, HD 05, NĐ 30: consecutive numbers, Vietnamese letters; numbers may run on from one heading to the next.
    Wrong: I, II, IV; 1.1, 1.2, 1.4; «II.» under «A.»; d) then e). Right: I, II, III; d) then đ).
    """
    body = draft.form.body
    for placed, mark, expected in Counting(draft.whole).jumps(draft.body):
        clause = body.point_mark.clause if mark.is_letter else body.clause_mark.clause
        yield Fault(placed, mark.number, expected, clause, 0.9)


@rule(
    "body.heading_sign",
    "B7 32",
    "warning",
    (
        "{where} ghi «{found}», các đề mục khác ghi «{expected}».",
        "{where} with «{found}» after the number, other headings have «{expected}».",
    ),
    ("Sửa thành «{expected}».", "Make it «{expected}»."),
)
def heading_sign(draft: Draft) -> Iterator[Fault]:
    """Headings of one level carry one sign after their number.

    Why: the guidance leaves «I-» or «I.» open; a paper keeps to one.
    Wrong: «I- MỤC ĐÍCH», then «II. NỘI DUNG». Right: «I- …», «II- …».
    """
    clause = draft.form.looks.heading.clause
    for odd, headings in uneven_headings(draft):
        yield from spread([Fault(placed, found, usual, clause) for placed, found, usual in odd], headings)


@rule(
    "body.mark_glued",
    "B7 33",
    "warning",
    (
        "{where} thiếu dấu cách sau «{found}».",
        "{where} without a space after «{found}».",
    ),
    ("Thêm một dấu cách: «{expected}».", "Add a space: «{expected}»."),
)
def mark_glued(draft: Draft) -> Iterator[Fault]:
    """A space stands between the mark of a paragraph and its words.

    Why: HD 36, HD 05, NĐ 30: «1. …», «a) …», «- …» as printed there.
    Wrong: «II-NHIỆM VỤ», «-Cơ quan», «1.Việc». Right: «II- NHIỆM VỤ», «- Cơ quan», «1. Việc».
    """
    faults = []
    for placed in draft.body:
        glued = glued_mark(placed)
        if glued:
            word = placed.text[len(glued) :].split(maxsplit=1)[0]
            faults.append(Fault(placed, glued, f"{glued} {word}", draft.form.body.clause_mark.clause))
    yield from spread(faults, len(draft.body))


@rule(
    "body.mark_form",
    "B6",
    "warning",
    (
        "{where} ghi «{found}», thể thức quy định «{expected}».",
        "{where} marked «{found}», not «{expected}».",
    ),
    ("Sửa thành «{expected}».", "Make it «{expected}»."),
)
def mark_form(draft: Draft) -> Iterator[Fault]:
    """Parts, sections, articles, clauses and points are marked as the guidance writes them.

    Why: HD 36, HD 05: Phần, Chương in Roman or words; Mục in Arabic; «Điều 1.», «1.», «a)»; NĐ 30: likewise, no words.
    Wrong: «Chương 1», «Mục II», «Điều 1:», «1)», «a.». Right: «Chương I», «Mục 2», «Điều 1.», «1.», «a)».
    """
    body = draft.form.body
    faults = []
    marked = marked_lines(draft)
    for placed, mark in marked:
        asked, expected = asked_mark(body, mark, sign_after(placed, mark.number).strip())
        if expected:
            found = mark.number + sign_after(placed, mark.number).strip()
            faults.append(Fault(placed, found, expected, asked.clause))
    yield from spread(faults, len(marked))


@rule(
    "body.part_centred",
    "B6",
    "warning",
    ("{where} ghi «{found}» chưa căn giữa.", "{where} with «{found}» not centred."),
    ("Chọn dòng này rồi bấm Ctrl+E.", "Select the line and press Ctrl+E."),
)
def part_centred(draft: Draft) -> Iterator[Fault]:
    """«Phần», «Chương», «Mục» and their number stand centred on a line of their own.

    Why: HD 36, HD 05, NĐ 30: centred, the name below.
    Wrong: «Chương I» at the left margin. Right: centred.
    """
    parts = [(placed, mark) for placed, mark in marked_lines(draft) if mark.series in (*PARTS, *SECTIONS)]
    faults = [
        Fault(placed, mark.number, "", draft.form.body.part.clause)
        for placed, mark in parts
        if placed.line.layout.alignment != "center"
    ]
    yield from spread(faults, len(parts))


def uneven_headings(draft: Draft) -> Iterator[tuple[list[tuple[Placed, str, str]], int]]:
    """By level, headings with another sign than most, each with its mark as it is and as it should be; how many
    headings there are."""
    levels: dict[int, list[tuple[Placed, Mark, str]]] = {}
    for placed, mark in marked_lines(draft):
        if mark.is_heading:
            sign = sign_after(placed, mark.number).rstrip().translate(_DASHES)
            levels.setdefault(mark.series, []).append((placed, mark, sign))
    for level in levels.values():
        usual = Counter(sign for *_, sign in level).most_common(1)[0][0]
        odd = [(placed, mark.number + sign, mark.number + usual) for placed, mark, sign in level if sign != usual]
        yield odd, len(level)


def marked_lines(draft: Draft) -> list[tuple[Placed, Mark]]:
    """Paragraphs of the body with the numbers in front of them."""
    return [(placed, mark) for placed in draft.body if (mark := mark_of(placed))]


def glued_mark(placed: Placed) -> str:
    """The mark of a line when its words follow without a space."""
    if placed.role == "dash":
        found = _GLUED_DASH.match(placed.text)
        return found[0] if found else ""
    mark = mark_of(placed)
    sign = sign_after(placed, mark.number) if mark else ""
    words = placed.text.removeprefix(mark.number + sign) if mark else ""
    if not mark or not sign or sign[-1].isspace() or not words or words[0].isspace():
        return ""
    return mark.number + sign


def asked_mark(body: Body, mark: Mark, sign: str) -> tuple[Text, str]:
    """The clause on a mark, and how it should be written when it is written otherwise."""
    if mark.series in PARTS or mark.series in SECTIONS:
        asked = body.part if mark.series in PARTS else body.section
        written = any(_pattern(form).fullmatch(mark.number) for form in (asked.value, *asked.others))
        return asked, "" if written or not mark.value else mark.other(mark.value)
    if mark.series == ARTICLE:
        return body.article, "" if sign in (".", "") else f"{mark.number}."
    asked = body.point_mark if mark.is_letter else body.clause_mark
    wanted = asked.value.rpartition("}")[2]
    free = mark.is_heading or not (mark.is_letter or mark.series == ARABIC)
    return asked, "" if free or sign == wanted else mark.number + wanted


@cache
def _pattern(form: str) -> re.Pattern[str]:
    for place, written in _PLACES.items():
        form = form.replace(place, written)
    return re.compile(form, re.IGNORECASE)


RULES = (numbering, heading_sign, mark_glued, mark_form, part_centred)
