"""Number and symbol: `Số 05-KH/HU`."""

from collections.abc import Iterator

from docgen.check.draft import Draft
from docgen.check.looks import misprint
from docgen.check.number_line import in_order, number_line, padded, written
from docgen.check.rule import Fault, rule
from docgen.model.finding import Said

_WITH, _WITHOUT = Said("có", "with"), Said("thiếu", "without")


@rule(
    "number.missing",
    "N2",
    "error",
    ("Văn bản không có dòng số và ký hiệu.", "The paper has no line of number and symbol."),
    (
        "Thêm dòng «{expected}» dưới tên cơ quan ban hành; chưa có số thì để trống chỗ số.",
        "Add a line «{expected}» below the issuer; leave room where the number is not known yet.",
    ),
)
def missing(draft: Draft) -> Iterator[Fault]:
    """Every paper has its number and symbol, even while the number itself is still blank.

    Why: HD 36, HD 05 mục 1.3; NĐ 30 Phụ lục I: số, ký hiệu is one of the parts every paper has.
    Wrong: a plan whose head shows only the date. Right: «Số        -KH/HU» in a draft.
    """
    if draft.whole and number_line(draft) is None:
        pattern = draft.form.number.pattern
        shown = pattern.value.format(so="…", loai="…", co_quan="…")
        yield Fault(None, "", f"{draft.form.number.word.value} {shown}", pattern.clause)


@rule(
    "number.word",
    "N1",
    "error",
    (
        "Dòng số và ký hiệu bắt đầu bằng «{found}», phải bắt đầu bằng «{expected}».",
        "The number line begins with «{found}», not «{expected}».",
    ),
    ("Gõ chữ «{expected}» trước số.", "Type «{expected}» in front of the number."),
)
def word(draft: Draft) -> Iterator[Fault]:
    """The number follows the word «Số», with a capital S.

    Why: HD 36, HD 05 mục 1.3; NĐ 30 Phụ lục I.
    Wrong: «05-KH/HU», «số 05-KH/HU». Right: «Số 05-KH/HU».
    """
    line, asked = number_line(draft), draft.form.number.word
    if line and not asked.allows(line.word):
        yield Fault(line.at, line.word or line.digits, asked.value, asked.clause)


@rule(
    "number.colon",
    "N1 9",
    "error",
    (
        "Sau chữ «Số» {how} dấu hai chấm, phải ghi «{expected}».",
        "«Số» is written {how} a colon: it should be «{expected}».",
    ),
    ("Sửa thành «{expected}».", "Write «{expected}»."),
)
def colon(draft: Draft) -> Iterator[Fault]:
    """Papers of the Party write «Số» without a colon, papers of the state with one.

    Why: HD 36, HD 05 mục 1.3: Số 127-QĐ/TW; NĐ 30 Phụ lục I: Số: 15/QĐ-BNV.
    Wrong: «Số: 05-KH/HU». Right: «Số 05-KH/HU».
    """
    line, asked = number_line(draft), draft.form.number.colon
    if line and line.word and line.colon != asked.value:
        how = _WITH if line.colon else _WITHOUT
        yield Fault(line.at, line.at.text, written(line, draft.form), asked.clause, words={"how": how})


@rule(
    "number.spaces",
    "N2 10",
    "error",
    (
        "Dấu cách trong số và ký hiệu «{found}» sai chỗ, phải ghi «{expected}».",
        "Blanks are misplaced in «{found}»: write «{expected}».",
    ),
    (
        "Xóa dấu cách quanh dấu gạch nối và gạch chéo, giữ một dấu cách sau chữ «Số»: «{expected}».",
        "Keep one blank after «Số» and none elsewhere: «{expected}».",
    ),
)
def spaces(draft: Draft) -> Iterator[Fault]:
    """One blank after «Số», none in the number and its symbol.

    Why: HD 36, HD 05 mục 1.3; NĐ 30 Phụ lục I: giữa các nhóm chữ không cách chữ.
    Wrong: «Số 122 - KH/TU», «Số05-KH/HU». Right: «Số 122-KH/TU»; room left for a number not known yet.
    """
    line = number_line(draft)
    if line and line.spaced:
        yield Fault(line.at, line.at.text, written(line, draft.form), draft.form.number.pattern.clause)


@rule(
    "number.order",
    "N2 11",
    "error",
    (
        "Số và ký hiệu «{found}» không đúng dạng, phải ghi «{expected}».",
        "«{found}» is not in order: it should be «{expected}».",
    ),
    ("Sửa các dấu giữa số, tên loại và cơ quan thành «{expected}».", "Write «{expected}»."),
)
def order(draft: Draft) -> Iterator[Fault]:
    """Hyphen after the number and slash before the issuer in papers of the Party, the other way in those of the state.

    Why: HD 36, HD 05 mục 1.3; NĐ 30 Phụ lục I.
    Wrong: «Số 62/KH-HU» in a Party paper, «Số: 15-KH/SNV» in one of the state. Right: «Số 62-KH/HU», «Số: 15/KH-SNV».
    """
    line = number_line(draft)
    if line and not line.year and not in_order(line):
        yield Fault(line.at, line.at.text, written(line, draft.form), draft.form.number.pattern.clause)


@rule(
    "number.padding",
    "N3 12",
    "error",
    ("Số «{found}» phải ghi là «{expected}».", "The number «{found}» should be written «{expected}»."),
    ("Số nhỏ hơn 10 thêm một số 0 đằng trước: «{expected}».", "A number below 10 has one zero in front: «{expected}»."),
)
def padding(draft: Draft) -> Iterator[Fault]:
    """Numbers below 10 have a zero in front, others none.

    Why: HD 36, HD 05 mục 1.3; NĐ 30 Phụ lục I.
    Wrong: «Số 5-KH/HU», «Số 012-KH/HU». Right: «Số 05-KH/HU», «Số 12-KH/HU».
    """
    line = number_line(draft)
    if line and line.digits and line.digits != padded(line, draft.form):
        yield Fault(line.at, line.digits, padded(line, draft.form), draft.form.number.pad_below.clause)


@rule(
    "number.year",
    "N2 13",
    "error",
    (
        "Số và ký hiệu có năm «{found}», phải ghi «{expected}».",
        "The number holds the year «{found}»: it should be «{expected}».",
    ),
    ("Bỏ năm khỏi số và ký hiệu: «{expected}».", "Take the year out: «{expected}»."),
)
def year(draft: Draft) -> Iterator[Fault]:
    """No year in the number: papers of the Party are counted through a nhiệm kỳ, not by the year.

    Why: HD 36, HD 05 mục 1.3. In papers of the state the year belongs to those that set law, so nothing is said there.
    Wrong: «Số 05/2023-KH/HU». Right: «Số 05-KH/HU».
    """
    line, asked = number_line(draft), draft.form.number.per_term
    if line and line.year and asked.value:
        yield Fault(line.at, line.year, written(line, draft.form), asked.clause)


@rule(
    "number.blank",
    "N4",
    "hint",
    ("Số của văn bản còn để trống.", "The number is still blank."),
    ("Văn thư ghi số khi phát hành.", "Văn thư fills it in when the paper is released."),
)
def blank(draft: Draft) -> Iterator[Fault]:
    """A number still blank is right in a draft and wrong in a paper that goes out; our own drafts leave it on purpose.

    Why: HD 36, HD 05 mục 1.3; NĐ 30 Phụ lục I.
    Wrong: «Số        -KH/HU» in a paper released. Right: «Số 05-KH/HU».
    """
    line = number_line(draft)
    if line and not line.digits and not draft.ours:
        yield Fault(line.at, "", "", draft.form.number.pattern.clause)


@rule(
    "number.look",
    "N7",
    "error",
    ("Số và ký hiệu trình bày {how}, phải là {wanted}.", "Number and symbol are {how}, not {wanted}."),
    ("Chọn dòng số và ký hiệu, đặt {wanted}.", "Select the number line and set {wanted}."),
)
def look(draft: Draft) -> Iterator[Fault]:
    """Number and symbol are upright, not bold, in the size of the form.

    Why: HD 36 Phụ lục 3, HD 05 Phụ lục 2, mục 3: cỡ 14; NĐ 30 Phụ lục I: cỡ 13.
    Wrong: 13 pt in a Party paper. Right: 14 pt.
    """
    fault = misprint(draft.of("number")[:1], draft.form.looks.number)
    if fault:
        yield fault


RULES = (missing, word, colon, spaces, order, padding, year, blank, look)
