"""Recipients: the label, the list, its punctuation."""

import re
from collections.abc import Iterator
from dataclasses import replace

from docgen.check.draft import Draft
from docgen.check.looks import SIZE, SLANT, UNDERLINE, WEIGHT, misprint
from docgen.check.receivers import Item, items
from docgen.check.rule import Fault, rule
from docgen.check.shares import spread
from docgen.model.finding import Said
from docgen.model.form_parts import Recipients
from docgen.problems import Severity

_DASH = re.compile(r"[-–]\s")
_AT_MOST = 3


@rule(
    "recipients.missing",
    "R1",
    "error",
    ("Văn bản không có «{label}».", "The paper has no list «{label}»."),
    (
        "Thêm «{label}» và danh sách ở bên trái, ngang hàng phần ký.",
        "Add «{label}» and its list on the left, level with the signature.",
    ),
)
def missing(draft: Draft) -> Iterator[Fault]:
    """A whole paper says who receives it.

    Why: HD 36, HD 05 1.9, NĐ 30.
    Wrong: a signature alone at the end. Right: `Nơi nhận:`, below it the list.
    """
    if draft.whole and not draft.of("recipients_label"):
        form = draft.form.recipients
        at = next(iter(draft.of("recipient", "authority", "position", "signer")), draft.lines[-1])
        yield Fault(at, "", form.label.value, form.label.clause, 0.9, words={"label": form.label.value})


@rule(
    "recipients.label",
    "R1",
    "error",
    ("Ghi «{found}», phải ghi «{expected}» trên một dòng riêng.", "«{found}» is «{expected}» on a line of its own."),
    ("Sửa thành «{expected}».", "Write «{expected}»."),
)
def label(draft: Draft) -> Iterator[Fault]:
    """The label is spelt as the form has it.

    Why: HD 36, HD 05 1.9, NĐ 30: `Nơi nhận:` in small letters, with a colon.
    Wrong: `Nơi nhận`, `NƠI NHẬN:`. Right: `Nơi nhận:`.
    """
    form = draft.form.recipients.label
    for placed in draft.of("recipients_label")[:1]:
        if not form.allows(" ".join(placed.text.split())):
            yield Fault(placed, placed.text, form.value, form.clause)


@rule(
    "recipients.label_look",
    "R1 53",
    "error",
    ("«Nơi nhận» đang để {how}; thể thức quy định {wanted}.", "«Nơi nhận» is {how}; the form asks for {wanted}."),
    ("Chọn «Nơi nhận:», đặt {wanted}.", "Select «Nơi nhận:» and make it {wanted}."),
)
def label_look(draft: Draft) -> Iterator[Fault]:
    """The label is upright and underlined in a Party paper, bold italic 12 in one of the state.

    Why: HD 36 annex 3, 9c, HD 05 annex 2, 9c: 14, a line below; NĐ 30: 12, bold italic.
    Wrong: bold italic 12 in a Party paper. Right: upright 14, underlined by a line of any kind.
    """
    for placed in draft.of("recipients_label")[:1]:
        judged = (SIZE, WEIGHT, SLANT) if placed.line.drawn else (SIZE, WEIGHT, SLANT, UNDERLINE)
        fault = misprint([placed], draft.form.looks.recipients_label, judged)
        if fault:
            yield fault


@rule(
    "recipients.look",
    "R2 54",
    "error",
    (
        "{where} đang để {how}; nơi nhận phải là {wanted}.",
        "{where}: {how}; the form asks for {wanted} in the recipients.",
    ),
    ("Chọn danh sách nơi nhận, đặt {wanted}.", "Select the list and make it {wanted}."),
)
def look(draft: Draft) -> Iterator[Fault]:
    """The list is smaller than the text and upright.

    Why: HD 36 annex 3, 9d, HD 05 annex 2, 9d: 12; NĐ 30: 11.
    Wrong: the list in 11 in a Party paper. Right: 12.
    """
    lines = draft.of("recipient")
    faults = [fault for placed in lines if (fault := misprint([placed], draft.form.looks.recipient))]
    if faults and len(faults) == len(lines):
        yield replace(faults[0], words={**faults[0].words, "where": Said("Cả danh sách nơi nhận", "The whole list")})
    else:
        yield from spread(faults, len(lines))


@rule(
    "recipients.separator",
    "R3 55",
    "error",
    ("{where} kết thúc bằng {seen}, phải là {wanted}.", "{where} ends in {seen} instead of {wanted}."),
    ("Thay bằng {wanted} sau mỗi nơi nhận, trừ dòng cuối.", "Put {wanted} after every recipient but the last."),
)
def separator(draft: Draft) -> Iterator[Fault]:
    """Every recipient but the last ends with the sign of the form; lists that mix signs are told line by line.

    Why: HD 36 1.9: ","; HD 05 1.9 and NĐ 30: ";".
    Wrong: `- Ban Tổ chức Tỉnh ủy;` under HD 36. Right: `- Ban Tổ chức Tỉnh ủy,`.
    """
    form, listed = draft.form.recipients, [item for item in items(draft)[:-1] if not item.archive]
    wrong = [item for item in listed if item.sign != form.separator.value]
    mixed = len({item.sign for item in listed}) > 1
    faults = [_separated(item, form, "warning" if mixed else "error") for item in wrong]
    if mixed:
        yield from spread(faults, len(listed))
    elif faults:
        where = Said("Các dòng nơi nhận đều" if len(faults) > 1 else "Dòng này", "Every recipient")
        yield replace(faults[0], words={**faults[0].words, "where": where})


def _separated(item: Item, form: Recipients, severity: Severity) -> Fault:
    sign = form.separator
    words = {"seen": _named(item.sign), "wanted": _named(sign.value)}
    return Fault(item.last, item.sign, sign.value, sign.clause, words=words, severity=severity)


def _named(sign: str) -> Said:
    return Said(f"«{sign}»", f"«{sign}»") if sign else Said("chữ, không có dấu", "a word, without a sign")


@rule(
    "recipients.last",
    "R3 55",
    "error",
    (
        "Dòng cuối của nơi nhận kết thúc bằng {seen}, phải là {wanted}.",
        "The list ends in {seen}, not {wanted}.",
    ),
    ("Thay dấu cuối dòng bằng {wanted}.", "End the line with {wanted}."),
)
def last(draft: Draft) -> Iterator[Fault]:
    """The list ends with a full stop.

    Why: HD 36, HD 05 1.9, NĐ 30: "." after the archive line.
    Wrong: `- Lưu Văn phòng Huyện ủy,`. Right: `- Lưu Văn phòng Huyện ủy.`
    """
    form, listed = draft.form.recipients, items(draft)
    if listed and listed[-1].archive and listed[-1].sign != form.last.value:
        item = listed[-1]
        words = {"seen": _named(item.sign), "wanted": _named(form.last.value)}
        yield Fault(item.last, item.sign, form.last.value, form.last.clause, words=words)


@rule(
    "recipients.dash",
    "33",
    "warning",
    ("Nơi nhận này không bắt đầu bằng gạch ngang và dấu cách («- »).", "This recipient does not begin with «- »."),
    ("Gõ «- » trước mỗi nơi nhận.", "Type «- » before every recipient."),
)
def dash(draft: Draft) -> Iterator[Fault]:
    """Every recipient has a dash and a blank in front.

    Why: HD 36, HD 05 1.9, NĐ 30: "- " before each.
    Wrong: `-Ban Tổ chức Tỉnh ủy,`. Right: `- Ban Tổ chức Tỉnh ủy,`.
    """
    listed = items(draft)
    without = [item for item in listed if not _DASH.match(item.text)]
    for item in without[: 1 if len(without) == len(listed) else _AT_MOST]:
        yield Fault(item.first, item.text[:2], "- ", draft.form.recipients.separator.clause)


RULES = (missing, label, label_look, look, separator, last, dash)
