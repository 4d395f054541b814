"""Signature, second half: how it looks, who is named, where it stands."""

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from docgen.check.draft import Draft
from docgen.check.looks import LETTERS, SMALL, misprint
from docgen.check.rule import Fault, rule
from docgen.model.reading import Placed

_TITLES = re.compile(
    r"(?:(?:GS|PGS|TS|ThS|Ths|BS|BSCKI{1,2}|DS|KS|CN|LS|NSND|NSƯT|NGND|NGƯT)\b[.,]?|Giáo sư|Phó Giáo sư|Tiến sĩ|Tiến sỹ"
    r"|Thạc sĩ|Thạc sỹ|Bác sĩ|Kỹ sư|Cử nhân|Luật sư|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy|uý)|Chuẩn đô đốc"
    r"|Đồng chí|Đ/c|Ông|Bà)(?=[\s.,]|$)"
)
_RANKS = re.compile(r"QUÂN|CÔNG AN|BIÊN PHÒNG|TRƯỜNG|HỌC VIỆN|ĐẠI HỌC|BỆNH VIỆN|VIỆN ")
_PRACTICE = "theo thực tế: phần ký không đứng riêng một trang"
_END = ("recipients_label", "recipient", "authority", "position", "signer")


@rule(
    "signature.authority_look",
    "S2",
    "error",
    (
        "Dòng quyền hạn đang để {how}; thể thức quy định {wanted}.",
        "The line of authority is {how}; the form asks for {wanted}.",
    ),
    ("Chọn dòng này, đặt {wanted}.", "Select the line and make it {wanted}."),
)
def authority_look(draft: Draft) -> Iterator[Fault]:
    """For whom somebody signs stands in bold capitals.

    Why: HD 36 annex 3, 7a, HD 05 annex 2, 7a: 14, bold; NĐ 30: 13–14, bold.
    Wrong: `T/M BAN THƯỜNG VỤ` not bold. Right: `T/M BAN THƯỜNG VỤ` in bold 14.
    """
    fault = misprint(draft.of("authority"), draft.form.looks.authority)
    if fault:
        yield fault


@rule(
    "signature.position_look",
    "S2 50",
    "warning",
    (
        "Chức vụ đang để {how}; thể thức quy định {wanted}.",
        "The position is {how}; the form asks for {wanted}.",
    ),
    ("Chọn dòng chức vụ, đặt {wanted}.", "Select the position and make it {wanted}."),
)
def position_look(draft: Draft) -> Iterator[Fault]:
    """The position stands in capitals, in a Party paper not bold. Practice often prints it bold: a warning.

    Why: HD 36 annex 3, 7b, HD 05 annex 2, 7b: 14, regular; NĐ 30: 13–14, bold.
    Wrong: `PHÓ BÍ THƯ` in bold. Right: `PHÓ BÍ THƯ` regular.
    """
    positions = [placed for placed in draft.of("position") if placed.text.upper() != "KIÊM"]
    fault = misprint(positions, draft.form.looks.position)
    if fault:
        yield fault


@rule(
    "signature.name_look",
    "S2",
    "error",
    (
        "Họ tên người ký đang để {how}; thể thức quy định {wanted}.",
        "The name of who signs is {how}; the form asks for {wanted}.",
    ),
    ("Chọn họ tên, đặt {wanted}.", "Select the name and make it {wanted}."),
)
def name_look(draft: Draft) -> Iterator[Fault]:
    """The name stands in bold, not in capitals.

    Why: HD 36 annex 3, 7c, HD 05 annex 2, 7c: 14, bold; NĐ 30: 13–14, bold.
    Wrong: `Nguyễn Văn A` in 13. Right: `Nguyễn Văn A` in bold 14.
    """
    fault = misprint(draft.of("signer"), draft.form.looks.signer, (*LETTERS, SMALL))
    if fault:
        yield fault


@rule(
    "signature.title",
    "S5 52",
    "error",
    (
        "Trước họ tên người ký có «{found}»; không ghi học hàm, học vị, quân hàm.",
        "«{found}» stands before the name; no titles or ranks are written there.",
    ),
    ("Bỏ «{found}», chỉ để họ và tên.", "Drop «{found}» and leave the name."),
)
def title(draft: Draft) -> Iterator[Fault]:
    """No title, degree or rank before the name.

    Why: HD 36, HD 05 1.7; NĐ 30, but forces, schools and hospitals may write them.
    Wrong: `TS. Nguyễn Văn A`, `Đại tá Nguyễn Văn A`. Right: `Nguyễn Văn A`.
    """
    form = draft.form.authority.titles
    if form.value or (not draft.is_party and any(_RANKS.search(one.text.upper()) for one in draft.of("issuer"))):
        return
    for placed in draft.of("signer"):
        found = "".join(_titles(placed.text))
        if found:
            yield Fault(placed, found.strip(" ,"), "", form.clause)


def _titles(text: str) -> Iterator[str]:
    """Titles at the head of a name, one after the other."""
    while found := _TITLES.match(text):
        rest = text[found.end() :]
        yield text[: found.end() + len(rest) - len(rest.lstrip(" .,"))]
        text = rest.lstrip(" .,")


@rule(
    "signature.missing",
    "",
    "error",
    ("Văn bản không có phần ký (quyền hạn, chức vụ, họ tên).", "The paper has no signature block."),
    (
        "Thêm quyền hạn, chức vụ và họ tên người ký ở bên phải, ngang hàng «{label}».",
        "Add authority, position and name on the right, level with «{label}».",
    ),
)
def missing(draft: Draft) -> Iterator[Fault]:
    """A whole paper says who signs it.

    Why: HD 36, HD 05 1.7, NĐ 30: the signature is a part every paper has.
    Wrong: recipients alone at the end. Right: `T/M BAN THƯỜNG VỤ`, `PHÓ BÍ THƯ`, the name.
    """
    if draft.whole and not draft.of("authority", "position", "signer"):
        label = draft.form.recipients.label.value
        clause = draft.form.authority.prefixes.clause
        yield Fault(draft.first("recipients_label") or draft.lines[-1], "", "", clause, words={"label": label})


@rule(
    "signature.name",
    "",
    "hint",
    ("Chưa có họ tên người ký.", "The name of who signs is missing."),
    ("Ghi họ tên người ký dưới chức vụ, chừa chỗ ký.", "Write the name below the position, with room to sign."),
)
def name(draft: Draft) -> Iterator[Fault]:
    """Below authority and position stands a name; drafts of docgen may leave it open.

    Why: HD 36, HD 05 1.7, NĐ 30.
    Wrong: `PHÓ BÍ THƯ` and nothing below. Right: `PHÓ BÍ THƯ`, below `Nguyễn Văn A`.
    """
    last = (draft.of("authority", "position") or (None,))[-1]
    if last and not draft.ours and not draft.of("signer"):
        yield Fault(last, "", "", draft.form.looks.signer.clause)


@rule(
    "signature.alone",
    "S6 65",
    "warning",
    (
        "Phần ký có thể nằm một mình trên trang sau, tách khỏi nội dung hoặc nơi nhận.",
        "The signature may stand alone on a page, cut off from the text or the recipients.",
    ),
    (
        "Bỏ ngắt trang trước phần ký; ở đoạn cuối của nội dung bật Paragraph › Keep with next.",
        "Take out the page break before it, and turn on Keep with next in the last paragraph of the text.",
    ),
)
def alone(draft: Draft) -> Iterator[Fault]:
    """No page break before the signature or between it and the recipients; docgen's own papers keep them with the text.

    Why: practice; a page with a signature alone can be put under any text.
    Wrong: Ctrl+Enter after the last paragraph. Right: the last paragraph is kept with the signature.
    """
    tail = _tail(draft)
    for before, one in pairwise(tail):
        breaks = one.line.layout.new_page or (one.line.page_break and not one.line.text)
        if breaks or (before.line.page_break and before.role in _END):
            yield Fault(next(placed for placed in tail if placed.role in _END), clause=_PRACTICE)
            return
    if draft.ours and tail and any(not placed.line.layout.keep_next for placed in takewhile(_outside, tail)):
        yield Fault(tail[0], clause=_PRACTICE, severity="hint")


def _outside(placed: Placed) -> bool:
    return placed.role not in _END


def _tail(draft: Draft) -> list[Placed]:
    """From the last words of the body down to the last line of recipients and signature, spacers too."""
    lines = draft.reading.lines
    ends = [index for index, placed in enumerate(lines) if placed.role in _END and placed.line.text]
    if not ends:
        return []
    start = next((at for at in range(ends[0] - 1, -1, -1) if lines[at].line.text), ends[0])
    return list(lines[start : ends[-1] + 1])


RULES = (authority_look, position_look, name_look, title, missing, name, alone)
