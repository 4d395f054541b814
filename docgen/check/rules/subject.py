"""Subject: what the paper is about, below its kind, or below the number of a công văn."""

from collections.abc import Iterator
from itertools import pairwise

from docgen.check.draft import Draft
from docgen.check.drawn import drawn_in, right_length, typed_in, words_over
from docgen.check.looks import CENTRED, LETTERS, misprint
from docgen.check.rule import Fault, rule
from docgen.linebreaks import cut_name
from docgen.model.finding import Said
from docgen.model.reading import Placed
from docgen.typeface import Style, text_width

_POINTS_PER_MM = 72 / 25.4
_RECKONED = 0.5  # how sure a break is that Word makes and the file does not say
_OPENINGS = ("v/v", "về việc")


@rule(
    "subject.missing",
    "T2",
    "error",
    ("Dưới tên loại «{found}» không có trích yếu.", "Below the kind «{found}» there is no subject."),
    ("Thêm trích yếu dưới tên loại, chữ đậm, căn giữa.", "Add the subject below the kind, bold and centred."),
)
def missing(draft: Draft) -> Iterator[Fault]:
    """Below the kind stands what the paper is about.

    Why: HD 36, HD 05 mục 1.5; NĐ 30 Phụ lục I.
    Wrong: KẾ HOẠCH and then the body. Right: «thực hiện Kết luận số 50-KL/TW …» below it.
    """
    kind = draft.first("kind")
    if kind and draft.whole and not draft.first("subject"):
        yield Fault(kind, kind.text, "", draft.form.looks.subject.clause)


@rule(
    "subject.look",
    "T2 T3 21",
    "error",
    ("Trích yếu trình bày {how}, phải là {wanted}.", "The subject is {how}, not {wanted}."),
    ("Chọn trích yếu, đặt {wanted}.", "Select the subject and set {wanted}."),
)
def look(draft: Draft) -> Iterator[Fault]:
    """The subject is bold and centred in the size of the form; that of a công văn small, italic in papers of the Party.

    Why: HD 36 Phụ lục 3, HD 05 Phụ lục 2, mục 5b, 5c; NĐ 30 Phụ lục I.
    Wrong: regular below KẾ HOẠCH, 14 pt below the number of a công văn. Right: bold 14–15; italic 12.
    """
    looks = draft.form.looks
    subject = draft.of("subject")
    titled = misprint(subject, looks.subject, (*LETTERS, CENTRED)) if draft.kind else None
    fault = titled if draft.kind else misprint(subject, looks.letter_subject)
    if fault:
        yield fault


@rule(
    "subject.opening",
    "T2 T3 22",
    "error",
    ("Trích yếu bắt đầu bằng «{found}», {asked}.", "The subject begins with «{found}»: {asked}."),
    ("Sửa lời mở đầu của trích yếu: {asked}.", "Mend how the subject begins: {asked}."),
)
def opening(draft: Draft) -> Iterator[Fault]:
    """No «V/v» below a kind; that of a công văn begins as the form says: «về việc», «V/v», or with its own words.

    Why: HD 36, HD 05 mục 1.5 and their sample letters; NĐ 30 Phụ lục I.
    Wrong: «V/v kiểm tra …» below KẾ HOẠCH, «về việc …» in a công văn of 2023. Right: «kiểm tra …»; «Chuẩn bị hội nghị».
    """
    at = draft.first("subject")
    if at is None:
        return
    start = next((word for word in _OPENINGS if at.text.lower().startswith(word)), "")
    wanted = draft.form.letter.opening if not draft.kind else None
    if wanted is None and start == _OPENINGS[0]:
        asked = Said("dưới tên loại không ghi «V/v»", "no «V/v» below a kind")
        yield Fault(at, at.text[: len(start)], "", draft.form.looks.subject.clause, words={"asked": asked})
    elif wanted and wanted.value.lower() != start:
        asked = Said(f"phải bắt đầu bằng «{wanted.value}»", f"it should begin with «{wanted.value}»")
        if not wanted.value:
            asked = Said("phải vào thẳng nội dung, chữ đầu viết hoa", "it should begin with its own words")
        begins = at.text[: len(start)] or at.text.split(" ", 1)[0]
        yield Fault(at, begins, wanted.value, wanted.clause, words={"asked": asked})


@rule(
    "subject.end",
    "T2 22",
    "error",
    ("Trích yếu kết thúc bằng dấu chấm.", "The subject ends with a full stop."),
    ("Bỏ dấu chấm cuối trích yếu.", "Take the full stop away."),
)
def end(draft: Draft) -> Iterator[Fault]:
    """No full stop ends the subject.

    Why: HD 36, HD 05 mục 1.5: none in any sample; NĐ 30 Phụ lục III likewise.
    Wrong: «kiểm tra việc thực hiện quy chế làm việc.» Right: without the stop.
    """
    for at in draft.of("subject")[-1:]:
        if at.text.endswith(".") and not at.text.endswith(".."):
            yield Fault(at, ".", "", draft.form.looks.subject.clause)


@rule(
    "subject.rule",
    "T2 24",
    "error",
    ("Dưới trích yếu {what}, phải là {wanted}.", "Below the subject: {what}; it should be {wanted}."),
    ("Dưới trích yếu đặt {wanted} ở giữa.", "Put {wanted} centred below the subject."),
)
def under(draft: Draft) -> Iterator[Fault]:
    """Below the subject stand exactly five hyphens in papers of the Party, a drawn line in those of the state.

    Why: HD 36, HD 05 mục 1.5; NĐ 30 Phụ lục I. A line of the state that cannot be seen is a warning.
    Wrong: «---», a drawn line below the subject of a Party paper. Right: «-----».
    """
    subject, asked = draft.of("subject"), draft.form.subject_rule
    if not draft.kind or not subject:
        return
    typed, drawn = draft.first("rule") or typed_in(draft).get("below"), drawn_in(draft)["below"]
    if asked.drawn and not drawn:
        yield Fault(
            typed or subject[-1], typed.text if typed else "", "đường kẻ liền nét", asked.clause, severity="warning",
            words={"what": _seen(typed, False), "wanted": Said("một đường kẻ liền nét", "a solid drawn line")},
        )  # fmt: skip
    elif not asked.drawn and (typed is None or typed.text != asked.value):
        yield Fault(
            typed or subject[-1], typed.text if typed else "", asked.value, asked.clause,
            words={"what": _seen(typed, bool(drawn)), "wanted": _signs(asked.value)},
        )  # fmt: skip


@rule(
    "subject.rule_length",
    "T2",
    "hint",
    (
        "Đường kẻ dưới trích yếu dài {found} pt, dòng chữ dài {expected} pt.",
        "The line below the subject is {found} pt long, the words {expected} pt.",
    ),
    ("Kéo đường kẻ dài bằng 1/3 đến 1/2 dòng chữ.", "Make it a third to a half as long as the words."),
)
def rule_length(draft: Draft) -> Iterator[Fault]:
    """In papers of the state the line below the subject is a third to a half as long as the words.

    Why: NĐ 30 Phụ lục I. Lengths are reckoned from the letters, so this is a hint.
    Wrong: as long as the words. Right: 60 pt below 150 pt of words.
    """
    asked, subject = draft.form.subject_rule, draft.of("subject")
    drawn = drawn_in(draft)["below"] if asked.drawn and draft.kind else []
    if not (drawn and subject):
        return
    length = min(words_over(subject[-1], draft.form.looks.subject), _room(draft, subject[-1]))
    if not any(right_length(one.line, length, asked) for one in drawn):
        yield Fault(subject[-1], f"{drawn[0].line.width:.0f}", f"{length:.0f}", asked.clause)


@rule(
    "subject.break",
    "T2 23",
    "warning",
    ("Trích yếu ngắt dòng giữa «{found}».", "The subject breaks inside «{found}»."),
    (
        "Đưa cả cụm «{found}» về một dòng, hoặc gõ Ctrl+Shift+dấu cách giữa các chữ của cụm.",
        "Keep «{found}» on one line, or join its words with Ctrl+Shift+Space.",
    ),
)
def broken(draft: Draft) -> Iterator[Fault]:
    """The subject never breaks inside the name of an organ or a number; a break Word makes is reckoned, and a hint.

    Why: HD 36, HD 05 mục 1.5, practice.
    Wrong: «… của Ban Chấp / hành Trung ương». Right: «… của / Ban Chấp hành Trung ương».
    """
    if not draft.kind:
        return
    lines = [(placed, text, at > 0) for placed in draft.of("subject") for at, text in enumerate(_set(draft, placed))]
    for (_, before, _), (placed, after, reckoned) in pairwise(lines):
        cut = cut_name(before, after)
        if cut:
            yield Fault(placed, cut, "", draft.form.looks.subject.clause, _RECKONED if reckoned else 1.0, snippet=cut)


def _set(draft: Draft, placed: Placed) -> list[str]:
    """A paragraph as Word breaks it into lines, reckoned from the letters."""
    layout = placed.line.layout
    room = _room(draft, placed) - (layout.left + layout.right) * _POINTS_PER_MM
    letters = placed.line.letters
    if letters is None:
        return [placed.text]
    style: Style = "bold" if letters.bold else "regular"
    lines = [""]
    for word in placed.text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and text_width(longer, letters.size, style) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _room(draft: Draft, placed: Placed) -> float:
    """Points between the margins: Word breaks what is longer. Wrong margins are another fault: the form's count."""
    section, page = draft.reading.sections[placed.line.section], draft.form.page
    sides = ((section.left, page.left), (section.right, page.right))
    margins = sum(side if asked.allows(side) else float(asked.value) for side, asked in sides)
    return (section.width - margins) * _POINTS_PER_MM


def _seen(typed: Placed | None, drawn: bool) -> Said:
    if typed:
        return _signs(typed.text)
    return Said("có đường kẻ", "a drawn line") if drawn else Said("chưa có gì", "nothing")


def _signs(text: str) -> Said:
    if set(text) == {"-"}:
        return Said(f"{len(text)} dấu gạch nối «{text}»", f"{len(text)} hyphens «{text}»")
    return Said(f"dấu «{text}»", f"«{text}»")


RULES = (missing, look, opening, end, under, rule_length, broken)
