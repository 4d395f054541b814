"""To whom a paper speaks: «Kính gửi», «Như trên»."""

import re
from collections.abc import Iterator
from itertools import takewhile

from docgen.check.draft import Draft
from docgen.check.looks import SIZE, SLANT, WEIGHT, misprint
from docgen.check.number_line import kind_by_symbol, number_line
from docgen.check.receivers import items
from docgen.check.rule import Fault, rule
from docgen.model.reading import Placed
from docgen.problems import Severity

ADDRESS = re.compile(r"\s*(Kính (?:gửi|trình))\b\s*:?", re.IGNORECASE)
_AS_ABOVE = re.compile(r"(?:[-–—+•▪*]\s*)?Như (?:trên|kính gửi|Kính gửi|Điều)\b", re.IGNORECASE)
_LETTER = "Công văn"
_NEVER = "Kế hoạch"
_END = ("recipients_label", "recipient", "authority", "appendix_title")


def address_of(draft: Draft) -> Placed | None:
    """The line that says whom the paper addresses, above the body."""
    above = takewhile(lambda placed: placed.role not in _END, draft.lines)
    return next((placed for placed in above if placed.role == "other" and ADDRESS.match(placed.text)), None)


def _kind(draft: Draft) -> str:
    """Tên loại as the form's tables have it; a paper without one, whose number names no other, is a công văn."""
    line = None if draft.kind else number_line(draft)
    if line:
        return kind_by_symbol(line, draft.form) or _LETTER
    return next((kind for kind in draft.form.kinds.value if kind.upper() == draft.kind), "")


@rule(
    "recipients.address",
    "R6 59",
    "error",
    ("{kind} không có phần «{found}».", "A paper of this kind ({kind}) does not address anybody: «{found}»."),
    (
        "Bỏ phần «{found}»; nơi cần gửi ghi ở «Nơi nhận».",
        "Drop «{found}»; whom the paper goes to is told by the recipients.",
    ),
)
def address(draft: Draft) -> Iterator[Fault]:
    """Only a công văn and a tờ trình address somebody, in the state also a báo cáo. A warning but in a kế hoạch, of
    which alone it is written: offices address giấy mời and báo cáo too.

    Why: HD 36, HD 05 1.9; NĐ 30.
    Wrong: «Kính gửi:» in a kế hoạch. Right: whom it goes to stands among the recipients.
    """
    form, kind, placed = draft.form.letter.address, _kind(draft), address_of(draft)
    if placed and kind and kind not in form.value:
        severity: Severity | None = None if kind == _NEVER else "warning"
        yield Fault(placed, _said(placed), "", form.clause, words={"kind": kind}, severity=severity)


@rule(
    "recipients.address_word",
    "R6",
    "error",
    ("{kind} ghi «{found}», phải ghi «{expected}».", "In this paper ({kind}) «{found}» is «{expected}»."),
    ("Sửa «{found}» thành «{expected}».", "Write «{expected}»."),
)
def address_word(draft: Draft) -> Iterator[Fault]:
    """The address begins with the word of the form.

    Why: HD 36 1.9: «Kính gửi» in both; HD 05 1.9: «Kính trình» in a tờ trình.
    Wrong: «Kính gửi» in a tờ trình under HD 05. Right: «Kính trình».
    """
    form, kind, placed = draft.form.letter.address, _kind(draft), address_of(draft)
    words = form.value.get(kind, ())
    if placed and words and _said(placed) not in words:
        yield Fault(placed, _said(placed), words[0], form.clause, words={"kind": kind})


@rule(
    "recipients.address_missing",
    "R6",
    "error",
    ("{kind} phải có phần «{expected}» ở trên nội dung.", "A paper of this kind ({kind}) begins with «{expected}»."),
    ("Thêm dòng «{expected}:» và tên nơi gửi trên nội dung.", "Add «{expected}:» and the names above the text."),
)
def address_missing(draft: Draft) -> Iterator[Fault]:
    """A công văn and a tờ trình say whom they address.

    Why: HD 36, HD 05 1.9; NĐ 30.
    Wrong: a tờ trình without it. Right: «Kính gửi: Ban Thường vụ Tỉnh ủy.»
    """
    form, kind = draft.form.letter, _kind(draft)
    words = form.address.value.get(kind, ()) if kind in form.as_above.value else ()
    if draft.whole and words and not address_of(draft):
        at = draft.first("opening") or (draft.body or draft.lines)[0]
        sure = 0.9 if draft.kind else 0.5
        yield Fault(at, "", words[0], form.address.clause, sure, words={"kind": kind})


@rule(
    "recipients.address_look",
    "R6",
    "error",
    ("«{said}» đang để {how}; thể thức quy định {wanted}.", "«{said}» is {how}; the form asks for {wanted}."),
    ("Chọn «{said}», đặt {wanted}.", "Select «{said}» and make it {wanted}."),
)
def address_look(draft: Draft) -> Iterator[Fault]:
    """The word of address is italic in a Party paper, upright in one of the state; the names after it are judged apart.

    Why: HD 36 annex 3, 9a, HD 05 annex 2, 9a: 14, italic; NĐ 30: 13–14, upright.
    Wrong: «Kính gửi:» upright in a Party paper. Right: «Kính gửi:» italic.
    """
    placed = address_of(draft) if _kind(draft) in draft.form.letter.address.value else None
    found = ADDRESS.match(placed.line.words) if placed else None
    if placed and found:
        word = Placed(placed.line.cut(0, found.end()), placed.role, placed.confidence)
        fault = misprint([word], draft.form.looks.address, (SIZE, WEIGHT, SLANT))
        if fault:
            yield Fault(
                placed,
                fault.found,
                fault.expected,
                fault.clause,
                snippet=word.text,
                words={**fault.words, "said": found[1]},
            )


@rule(
    "recipients.as_above",
    "R5",
    "warning",
    (
        "Nơi nhận đầu tiên phải là «Như trên», vì văn bản có «{found}».",
        "With «{found}» the first recipient is «Như trên».",
    ),
    ("Thêm «- Như trên{sign}» ngay dưới «Nơi nhận:».", "Add «- Như trên{sign}» as the first recipient."),
)
def as_above(draft: Draft) -> Iterator[Fault]:
    """Where the paper addresses somebody, the first recipient is «Như trên».

    Why: HD 36, HD 05 1.9: công văn and tờ trình; NĐ 30: công văn.
    Wrong: the list of a công văn without it. Right: `- Như trên,` first.
    """
    form, placed, listed = draft.form, address_of(draft), items(draft)
    if placed and listed and _kind(draft) in form.letter.as_above.value and not _AS_ABOVE.match(listed[0].text):
        words = {"sign": form.recipients.separator.value}
        yield Fault(listed[0].first, _said(placed), "Như trên", form.letter.as_above.clause, words=words)


@rule(
    "recipients.nothing_above",
    "R5",
    "warning",
    ("Nơi nhận ghi «Như trên» mà văn bản không có «Kính gửi».", "«Như trên» stands where nobody is addressed above."),
    ("Thay «Như trên» bằng tên nơi nhận.", "Name the recipient instead."),
)
def nothing_above(draft: Draft) -> Iterator[Fault]:
    """«Như trên» needs an address above.

    Why: HD 36, HD 05 1.9; NĐ 30.
    Wrong: `- Như trên,` in a kế hoạch. Right: the names themselves.
    """
    if draft.whole and draft.kind and not address_of(draft):
        for item in items(draft)[:1]:
            if _AS_ABOVE.match(item.text) and "Điều" not in item.text:
                yield Fault(item.first, item.text, "", draft.form.letter.as_above.clause)


def _said(placed: Placed) -> str:
    found = ADDRESS.match(placed.text)
    return found[1].capitalize() if found else ""


RULES = (address, address_word, address_missing, address_look, as_above, nothing_above)
