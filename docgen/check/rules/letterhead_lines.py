"""Letterhead: what stands below the title and below the issuer, and whether the columns are wide enough."""

from collections.abc import Iterator

from docgen.check.draft import Draft, mostly
from docgen.check.drawn import drawn_in, right_length, typed_in, words_over
from docgen.check.rule import Fault, rule
from docgen.check.title import over_the_rule, title_is_right
from docgen.model.finding import Said

_NOTHING = Said("chưa có gì", "nothing")
_UNDERLINED = Said("có chữ gạch chân", "underlined words")
_BROKEN = Said("có đường kẻ không liền nét", "a line that is not solid")
_LINE = Said("có đường kẻ", "a drawn line")
_BESIDE = Said("không có gì vì dấu «*» gõ liền sau tên", "nothing, for the «*» is typed right after the name")
_POINTS_PER_MM = 72 / 25.4


@rule(
    "letterhead.title_rule",
    "H2 3",
    "warning",
    (
        "Dưới «{title}» {what}, phải là một đường kẻ liền nét.",
        "Below «{title}» stands {what}: it should be a solid drawn line.",
    ),
    (
        "Vào Insert › Shapes › Line, kẻ một đường liền nét dài bằng dòng chữ, không gạch chân, không gõ dấu.",
        "Draw a solid line as long as the words with Insert › Shapes › Line; do not underline, do not type it.",
    ),
)
def title_rule(draft: Draft) -> Iterator[Fault]:
    """Below the title, in papers of the state below the motto, a solid line is drawn: a shape, a VML line or a border.

    Why: HD 36, HD 05 mục 1.1; NĐ 30 Phụ lục I.
    Wrong: underlined words, a row of underscores. Right: a drawn line as long as the words.
    """
    titles, drawn = draft.of("title"), drawn_in(draft)["right"]
    if not titles or any(one.line.style == "single" for one in drawn):
        return
    typed = typed_in(draft).get("right")
    underlined = any(mostly(placed, "underline") for placed in titles)
    typed_said = Said(f"có dấu «{typed.text}»", f"«{typed.text}»") if typed else _NOTHING
    what = _BROKEN if drawn else _UNDERLINED if underlined else typed_said
    words: dict[str, str | Said] = {"title": titles[-1].text, "what": what}
    yield Fault(titles[-1], what.vi, "đường kẻ liền nét", draft.form.title_rule.clause, words=words)


@rule(
    "letterhead.star",
    "H4 4",
    "error",
    (
        "Dưới tên cơ quan ban hành {what}, phải là dấu «{expected}» trên một dòng riêng.",
        "Below the issuer stands {what}: it should be «{expected}» on a line of its own.",
    ),
    (
        "Để ở giữa một dòng riêng, dưới tên cơ quan, chỉ dấu «{expected}», không kẻ, không gõ dấu khác.",
        "Leave nothing but «{expected}» centred on its own line below the issuer: no line, no other sign.",
    ),
)
def star(draft: Draft) -> Iterator[Fault]:
    """In papers of the Party a star on its own line stands between issuer and number, no line.

    Why: HD 36, HD 05 mục 1.2.
    Wrong: a short line below HUYỆN ỦY THAN UYÊN, as papers of the state have it. Right: «*».
    """
    asked, issuer = draft.form.issuer_rule, draft.of("issuer")
    drawn, typed = drawn_in(draft)["left"], typed_in(draft).get("left")
    if asked.drawn or not issuer or (draft.of("star") and not drawn):
        return
    typed_said = Said(f"có dấu «{typed.text}»", f"«{typed.text}»") if typed else _NOTHING
    beside = issuer[-1].text.endswith(asked.value)
    what = _LINE if drawn else _BESIDE if beside else typed_said
    yield Fault(issuer[-1], what.vi, asked.value, asked.clause, words={"what": what})


@rule(
    "letterhead.issuer_rule",
    "H4",
    "warning",
    (
        "Dưới tên cơ quan ban hành {what}, phải là một đường kẻ liền nét.",
        "Below the issuer stands {what}: it should be a solid drawn line.",
    ),
    (
        "Vào Insert › Shapes › Line, kẻ một đường liền nét dài từ 1/3 đến 1/2 dòng chữ.",
        "Draw a solid line a third to a half as long as the words with Insert › Shapes › Line.",
    ),
)
def issuer_rule(draft: Draft) -> Iterator[Fault]:
    """In papers of the state a solid line stands below the issuer, no star.

    Why: NĐ 30 Phụ lục I.
    Wrong: «*» below SỞ NỘI VỤ. Right: a line a third to a half as long as the words.
    """
    asked, issuer = draft.form.issuer_rule, draft.of("issuer")
    drawn = drawn_in(draft)["left"]
    if not asked.drawn or not issuer or any(one.line.style == "single" for one in drawn):
        return
    typed = draft.first("star") or typed_in(draft).get("left")
    underlined = mostly(issuer[-1], "underline")
    typed_said = Said(f"có dấu «{typed.text}»", f"«{typed.text}»") if typed else _NOTHING
    what = _BROKEN if drawn else _UNDERLINED if underlined else typed_said
    yield Fault(issuer[-1], what.vi, "đường kẻ liền nét", asked.clause, words={"what": what})


@rule(
    "letterhead.rule_length",
    "H2 H4 3",
    "hint",
    (
        "Đường kẻ dưới «{words}» dài {found} pt, dòng chữ dài {expected} pt.",
        "The line below «{words}» is {found} pt long, the words {expected} pt.",
    ),
    (
        "Kéo đường kẻ dài bằng dòng tiêu đề; dưới tên cơ quan nhà nước thì bằng 1/3 đến 1/2 dòng chữ.",
        "Make it as long as the title; below an organ of the state a third to a half of the words.",
    ),
)
def rule_length(draft: Draft) -> Iterator[Fault]:
    """The line below the title is as long as the title; below an issuer of the state a third to a half of the name.

    Why: HD 36, HD 05 mục 1.1; NĐ 30 Phụ lục I. Lengths are reckoned from the letters, so this is a hint.
    Wrong: 150 pt below ĐẢNG CỘNG SẢN VIỆT NAM in 15 pt. Right: 207 pt.
    """
    drawn, form = drawn_in(draft), draft.form
    issuer = draft.of("issuer")[-1:] if form.issuer_rule.drawn else ()
    for lines, over, asked in (
        (drawn["right"], over_the_rule(draft), form.title_rule),
        (drawn["left"], (issuer[0], form.looks.issuer) if issuer else None, form.issuer_rule),
    ):
        length = words_over(*over) if over else 0.0
        if over and lines and not any(right_length(one.line, length, asked) for one in lines):
            words = {"words": over[0].text}
            yield Fault(over[0], f"{lines[0].line.width:.0f}", f"{length:.0f}", asked.clause, words=words)


@rule(
    "letterhead.columns",
    "H6",
    "hint",
    (
        "Cột phải của phần đầu rộng {found} mm, dòng «{title}» cần ít nhất {expected} mm nên bị ngắt.",
        "The right column is {found} mm wide; «{title}» needs {expected} mm and breaks.",
    ),
    ("Kéo rộng cột phải của bảng phần đầu.", "Widen the right column of the table."),
)
def columns(draft: Draft) -> Iterator[Fault]:
    """The right column of a letterhead set in a table holds the title on one line.

    Why: HD 36, HD 05 mục 1.1: the title is one line; NĐ 30 Phụ lục I.
    Wrong: a column of 70 mm. Right: at least as wide as the title, 73 mm at 15 pt.
    """
    at, look = draft.first("title"), draft.form.looks.title
    cell = at.line.cell if at and title_is_right(draft) else None
    if at and cell and 0 < cell.width < words_over(at, look) / _POINTS_PER_MM:
        needed = words_over(at, look) / _POINTS_PER_MM
        yield Fault(at, f"{cell.width:.0f}", f"{needed:.0f}", look.clause, words={"title": at.text})


RULES = (title_rule, star, issuer_rule, rule_length, columns)
