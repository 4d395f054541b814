"""Căn cứ: one a line, their dash, their slant and the sign after each."""

import re
from collections.abc import Iterator

from docgen.check.draft import Draft, mostly
from docgen.check.rule import Fault, rule
from docgen.check.shares import spread
from docgen.model.finding import Said
from docgen.model.reading import Placed

_ISSUER_ACTS = re.compile(
    r"[,;] [A-ZĐỦỪÝÀ-Ý][^,;]{3,80} (?:ban hành|xây dựng|đề nghị|yêu cầu|báo cáo|thông báo|tổ chức|triển khai|trình"
    r"|quyết định|hướng dẫn|kính mời|trân trọng)\b"
)
_GROUNDS = ("Thực hiện ", "Xét ", "Theo ", "Trên cơ sở ")
_UNSURE = 0.5
_DASHES = ("-", "–", "—")


def bases_of(draft: Draft) -> tuple[Placed, ...]:
    """The căn cứ set one a line; an opening that goes on to what its issuer does is none."""
    return tuple(placed for placed in draft.of("basis") if not _goes_on(placed))


def _goes_on(placed: Placed) -> bool:
    return placed.text.endswith((":", "như sau.", "như sau")) or _ISSUER_ACTS.search(placed.text) is not None


def _linked(draft: Draft) -> bool:
    """Whether the opening below the căn cứ is one more ground of the paper."""
    opening = draft.first("opening")
    return opening is not None and opening.text.startswith(_GROUNDS)


@rule(
    "basis.separator",
    "C1 26",
    "error",
    (
        "Căn cứ này kết thúc bằng «{found}», thể thức quy định kết thúc bằng «{expected}».",
        "This legal basis ends in «{found}», not in «{expected}».",
    ),
    (
        "Đặt dấu «{expected}» ở cuối dòng căn cứ.",
        "Put «{expected}» at the end of the line.",
    ),
)
def separator(draft: Draft) -> Iterator[Fault]:
    """Each căn cứ ends in the sign of the guidance, the last one in its own.

    Why: HD 36: «;» after each, «,» after the last; HD 05, NĐ 30: «;» after each, «.» after the last.
    Wrong: «Căn cứ Quy định số 22-QĐ/TW …,» before another căn cứ. Right: «…;».
    """
    signs = draft.form.basis
    last = draft.of("basis")[-1:]
    for placed in bases_of(draft):
        wanted = signs.last if placed in last else signs.separator
        linked = placed in last and _linked(draft) and signs.separator.allows(placed.text[-1])
        if not (linked or wanted.allows(placed.text[-1])):
            yield Fault(placed, placed.text.split()[-1], wanted.value, wanted.clause)


@rule(
    "basis.dash",
    "C1 25",
    "error",
    (
        "{where} trong phần căn cứ {what} gạch đầu dòng.",
        "{where} among the legal bases: the line {what} a dash in front.",
    ),
    (
        "Sửa đầu dòng căn cứ thành «{expected}».",
        "Make the line begin with «{expected}».",
    ),
)
def dash(draft: Draft) -> Iterator[Fault]:
    """A dash stands before each căn cứ where the guidance asks for one, and none where it asks for none.

    Why: HD 05: each line begins with «- »; NĐ 30: no dash; HD 36 does not say.
    Wrong (HD 05): «Căn cứ Điều lệ …». Right: «- Căn cứ Điều lệ …».
    """
    dashed = draft.form.basis.dash
    if dashed is None:
        return
    bases = bases_of(draft)
    what = Said("thiếu", "lacks") if dashed.value else Said("thừa", "has")
    wrong = [placed for placed in bases if placed.text.startswith(_DASHES) != dashed.value]
    expected = "- Căn cứ" if dashed.value else "Căn cứ"
    faults = [Fault(placed, placed.text[:8], expected, dashed.clause, words={"what": what}) for placed in wrong]
    yield from spread(faults, len(bases))


@rule(
    "basis.slant",
    "C1 25",
    "error",
    (
        "{where} trong phần căn cứ in chữ {slant}, thể thức quy định chữ {expected}.",
        "{where} among the legal bases {slant}, not as the guidance has it.",
    ),
    (
        "Chọn các dòng căn cứ rồi bấm Ctrl+I.",
        "Select the lines and press Ctrl+I.",
    ),
)
def slant(draft: Draft) -> Iterator[Fault]:
    """Căn cứ stand upright in Party papers, in italics in papers of the state.

    Why: HD 36, HD 05: letters of the body; NĐ 30, Phụ lục I: italics.
    Wrong: «*Căn cứ Điều lệ Đảng …*» in a Party paper. Right: upright.
    """
    look = draft.form.looks.basis
    bases = bases_of(draft)
    found = Said("đứng", "upright") if look.italic else Said("nghiêng", "in italics")
    expected = "nghiêng" if look.italic else "đứng"
    wrong = [placed for placed in bases if mostly(placed, "italic") != look.italic]
    sure = _UNSURE if _linked(draft) else 1.0
    faults = [Fault(placed, found.vi, expected, look.clause, sure, words={"slant": found}) for placed in wrong]
    yield from spread(faults, len(bases))


RULES = (separator, dash, slant)
