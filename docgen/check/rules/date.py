"""Place and date: `Than Uyên, ngày 10 tháng 7 năm 2023`."""

import re
from collections.abc import Iterator

from docgen.check.draft import Draft
from docgen.check.looks import misprint
from docgen.check.rule import Fault, rule
from docgen.model.form import Form
from docgen.problems import Severity

_WORDS = re.compile(
    r"(?P<place>.*?)(?P<comma>\s*,)?\s*(?P<n>[Nn]gày)\s*(?P<day>\d*)[\s…._]*(?P<t>[Tt]háng)\s*(?P<month>\d*)[\s….,_]*"
    r"(?P<y>[Nn]ăm)?\s*(?P<year>\d*)[\s…._]*",
    re.DOTALL,
)
_FIGURES = re.compile(
    r"(?P<place>.*?)(?P<comma>,)?\s*(?:[Nn]gày\s*)?(?P<day>\d{1,2})\s*[-/.]\s*(?P<month>\d{1,2})\s*[-/.]\s*(?P<year>\d{4})\.?"
)


@rule(
    "date.missing",
    "D1",
    "error",
    ("Văn bản không có dòng địa danh, ngày, tháng, năm.", "The paper has no line of place and date."),
    (
        "Thêm dòng «{expected}» dưới tiêu đề; chưa có ngày thì để trống chỗ ngày.",
        "Add a line «{expected}» below the title; leave room where the day is not known yet.",
    ),
)
def missing(draft: Draft) -> Iterator[Fault]:
    """Every paper says where and when it was signed, even while the day itself is still blank.

    Why: HD 36, HD 05 mục 1.4; NĐ 30 Phụ lục I.
    Wrong: a plan whose head shows only the number. Right: «Than Uyên, ngày      tháng 7 năm 2023» in a draft.
    """
    if draft.whole and not draft.first("place_date"):
        asked = draft.form.date.pattern
        yield Fault(None, "", asked.value.format(dia_danh="…", ngay="…", thang="…", nam="…"), asked.clause)


@rule(
    "date.figures",
    "D1 20",
    "error",
    (
        "Ngày ban hành viết bằng số «{found}», phải viết đủ chữ: «{expected}».",
        "The date is in figures, «{found}»: it should be «{expected}».",
    ),
    ("Viết đủ chữ ngày, tháng, năm: «{expected}».", "Write it out: «{expected}»."),
)
def figures(draft: Draft) -> Iterator[Fault]:
    """The date in the head is written with the words ngày, tháng, năm.

    Why: HD 36, HD 05 mục 1.4; NĐ 30 Phụ lục I.
    Wrong: «Than Uyên, 10/7/2023». Right: «Than Uyên, ngày 10 tháng 7 năm 2023».
    """
    at = draft.first("place_date")
    found = _FIGURES.fullmatch(at.text) if at else None
    if found:
        yield Fault(at, found[0], _written(found, draft.form), draft.form.date.pattern.clause)


@rule(
    "date.comma",
    "D1 18",
    "error",
    ("Sau địa danh «{found}» thiếu dấu phẩy.", "There is no comma after the place «{found}»."),
    ("Thêm dấu phẩy sau địa danh: «{expected}».", "Add a comma after the place: «{expected}»."),
)
def comma(draft: Draft) -> Iterator[Fault]:
    """A comma stands between the place and the date.

    Why: HD 36, HD 05 mục 1.4; NĐ 30 Phụ lục I.
    Wrong: «Than Uyên ngày 10 tháng 7 năm 2023». Right: «Than Uyên, ngày 10 tháng 7 năm 2023».
    """
    at = draft.first("place_date")
    found = _WORDS.fullmatch(at.text) if at else None
    if found and found["place"].strip() and not found["comma"]:
        yield Fault(at, found["place"].strip(), _written(found, draft.form), draft.form.date.pattern.clause)


@rule(
    "date.words",
    "D1",
    "error",
    (
        "Dòng địa danh, ngày viết «{found}», phải viết «{expected}».",
        "The line of place and date says «{found}»: it should be «{expected}».",
    ),
    ("Sửa thành «{expected}».", "Write «{expected}»."),
)
def words(draft: Draft) -> Iterator[Fault]:
    """A place stands first; the words ngày, tháng, năm stand in lower case, each of them; no full stop ends the line.

    Why: HD 36, HD 05 mục 1.4; NĐ 30 Phụ lục I.
    Wrong: «Than Uyên, Ngày 10 tháng 7 năm 2023.», no place. Right: «Than Uyên, ngày 10 tháng 7 năm 2023».
    """
    at = draft.first("place_date")
    found = _WORDS.fullmatch(at.text) if at else None
    if not found:
        return
    wrong = found["n"][0] == "N" or found["t"][0] == "T" or found["y"] != "năm" or not found["place"].strip()
    if wrong or (found["year"] and found[0].endswith(".")):
        yield Fault(at, found[0], _written(found, draft.form), draft.form.date.pattern.clause)


@rule(
    "date.padding",
    "D2 19",
    "error",
    ("Ngày ghi «{found}», phải ghi «{expected}».", "The date says «{found}»: it should be «{expected}»."),
    (
        "Ngày nhỏ hơn 10, tháng 1 và tháng 2 thêm số 0 đằng trước; các tháng khác thì không: «{expected}».",
        "Days below 10 and months 1 and 2 have a zero in front, other months none: «{expected}».",
    ),
)
def padding(draft: Draft) -> Iterator[Fault]:
    """Days below 10 and the months 1 and 2 have a zero in front; months 3 to 9 have none.

    Why: HD 36, HD 05 mục 1.4; NĐ 30 Phụ lục I. A zero too many is a habit more than a fault, so a warning.
    Wrong: «ngày 5 tháng 07», «tháng 1». Right: «ngày 05 tháng 7», «tháng 01».
    """
    at, date = draft.first("place_date"), draft.form.date
    found = _WORDS.fullmatch(at.text) if at else None
    if not found:
        return
    for name, word, below in (("day", "ngày", date.pad_days_below), ("month", "tháng", date.pad_months_below)):
        given, asked = found[name], _padded(found[name], int(below.value))
        if given != asked:
            severity: Severity = "warning" if len(given) > len(asked) else "error"
            yield Fault(at, f"{word} {given}", f"{word} {asked}", below.clause, severity=severity)


@rule(
    "date.blank",
    "D1",
    "hint",
    ("Ngày, tháng ban hành còn để trống.", "The day or month is still blank."),
    ("Văn thư ghi ngày, tháng khi phát hành.", "Văn thư fills it in when the paper is released."),
)
def blank(draft: Draft) -> Iterator[Fault]:
    """A date still blank is right in a draft and wrong in a paper that goes out; our own drafts leave it on purpose.

    Why: HD 36, HD 05 mục 1.4: the day the paper is signed; NĐ 30 Phụ lục I.
    Wrong: «ngày      tháng 7 năm 2023» in a paper released. Right: «ngày 10 tháng 7 năm 2023».
    """
    at = draft.first("place_date")
    found = _WORDS.fullmatch(at.text) if at else None
    if found and not draft.ours and not (found["day"] and found["month"] and found["year"]):
        yield Fault(at, "", "", draft.form.date.pattern.clause)


@rule(
    "date.look",
    "D1 20",
    "error",
    ("Dòng địa danh, ngày trình bày {how}, phải là {wanted}.", "The line of place and date is {how}, not {wanted}."),
    ("Chọn dòng địa danh, ngày, đặt {wanted}.", "Select the line and set {wanted}."),
)
def look(draft: Draft) -> Iterator[Fault]:
    """Place and date are italic, not bold, in the size of the form.

    Why: HD 36 Phụ lục 3, HD 05 Phụ lục 2, mục 4: cỡ 14; NĐ 30 Phụ lục I: cỡ 13–14.
    Wrong: upright or bold. Right: italic.
    """
    fault = misprint(draft.of("place_date")[:1], draft.form.looks.place_date)
    if fault:
        yield fault


def _written(found: re.Match[str], form: Form) -> str:
    """The same place and date as the form writes them."""
    return form.date.pattern.value.format(
        dia_danh=found["place"].strip(" ,") or "…",
        ngay=_padded(found["day"], int(form.date.pad_days_below.value)) or "…",
        thang=_padded(found["month"], int(form.date.pad_months_below.value)) or "…",
        nam=found["year"] or "…",
    )


def _padded(figure: str, below: int) -> str:
    if not figure:
        return ""
    return f"{int(figure):02d}" if int(figure) < below else str(int(figure))


RULES = (missing, figures, comma, words, padding, blank, look)
