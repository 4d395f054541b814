"""Kind of paper: `KẾ HOẠCH`."""

from collections.abc import Iterator

from docgen.check.draft import Draft
from docgen.check.issuer import kind_in
from docgen.check.looks import CENTRED, LETTERS, misprint
from docgen.check.number_line import kind_by_symbol, number_line
from docgen.check.rule import Fault, rule

_LETTER = "Công văn"


@rule(
    "kind.missing",
    "T1",
    "error",
    (
        "Ký hiệu là «{found}» nhưng văn bản không có tên loại «{expected}».",
        "The symbol is «{found}» but no kind «{expected}» is named.",
    ),
    ("Thêm dòng «{expected}» ở giữa, trên trích yếu.", "Add a centred line «{expected}» above the subject."),
)
def missing(draft: Draft) -> Iterator[Fault]:
    """A paper whose symbol is of a kind names that kind; only a công văn has none.

    Why: HD 36, HD 05 mục 1.5; NĐ 30 Phụ lục I.
    Wrong: «Số 05-KH/HU» and no KẾ HOẠCH. Right: KẾ HOẠCH on a line of its own.
    """
    line, kinds = number_line(draft), draft.form.kinds
    if draft.kind or not draft.whole or line is None:
        return
    named = kind_by_symbol(line, draft.form)
    if named and named != _LETTER:
        yield Fault(line.at, line.symbols[0], named.upper(), kinds.clause)


@rule(
    "kind.unknown",
    "71",
    "error",
    ("«{found}» không phải là tên loại văn bản theo hướng dẫn.", "«{found}» is no kind of paper the guidance knows."),
    (
        "Chọn một tên loại có trong hướng dẫn, như «Kế hoạch», «Thông báo».",
        "Use a kind the guidance lists, such as «Kế hoạch».",
    ),
)
def unknown(draft: Draft) -> Iterator[Fault]:
    """The kind is one of those the guidance lists. Who may issue which kind is not known to the form.

    Why: HD 36, HD 05 mục 1.3 and 1.5; NĐ 30 Phụ lục III.
    Wrong: «CÔNG ĐIỆN» in a paper of the Party, «THÔNG TRI» in one of the state. Right: «THÔNG BÁO».
    """
    at, kinds = draft.first("kind"), draft.form.kinds
    if at and kind_in(draft.kind, kinds.value) is None:
        yield Fault(at, draft.kind, "", kinds.clause)


@rule(
    "kind.look",
    "T1 21",
    "error",
    ("Tên loại trình bày {how}, phải là {wanted}.", "The kind is {how}, not {wanted}."),
    ("Chọn dòng tên loại, đặt {wanted}.", "Select the kind and set {wanted}."),
)
def look(draft: Draft) -> Iterator[Fault]:
    """The kind stands in the middle, in bold capitals in the size of the form.

    Why: HD 36 Phụ lục 3, HD 05 Phụ lục 2, mục 5a: cỡ 15–16; NĐ 30 Phụ lục I: cỡ 13–14.
    Wrong: KẾ HOẠCH in 14 pt in a Party paper. Right: 15 or 16 pt bold.
    """
    fault = misprint(draft.of("kind")[:1], draft.form.looks.kind, (*LETTERS, CENTRED))
    if fault:
        yield fault


RULES = (missing, unknown, look)
