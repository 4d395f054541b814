"""Appendix: referred to and there, its number, its title block, its sheet."""

import re
from collections.abc import Iterator

from docgen.check.appendices import appendices, called, figure_of, written
from docgen.check.draft import Draft
from docgen.check.rule import Fault, rule
from docgen.model.reading import Placed

_ONE = r"(?:\d{1,2}|[IVXL]+)\b(?![/.]\d)"
_REFERRED = re.compile(rf"\b[Pp](?:hụ lục|HỤ LỤC)\b(?:\s+(?:số\s*)?({_ONE}(?:\s*(?:,|và|đến)\s*{_ONE})*))?")
_NUMBER = re.compile(r"\d+|[IVXL]+\b")
_FOREIGN = re.compile(
    r"(?:,?\s*(?:của|thuộc|(?:được )?(?:ban hành )?(?:kèm theo|theo)))?\s*"
    r"(?:Nghị định|Nghị quyết|Thông tư|Quyết định|Quy định|Hướng dẫn|Luật|Công văn|Thông báo"
    r"|(?:Kế hoạch|Chương trình|Kết luận) số)\b(?! này)"
)
_ATTACHED = re.compile(
    r"\b(?:danh mục|biểu|bảng|danh sách|đề cương|lịch|mẫu|chi tiết)\b[^.;]{0,40}\bkèm theo", re.IGNORECASE
)
_NUMBER_LINE = re.compile(r"(\d*)\s*([-/])\s*([A-ZĐƯƠa-zđ]+\s*[-/]\s*[A-ZĐƯƠa-zđ]+)")
_APART = re.compile(r"\W+")
_DAY = re.compile(r"(\d{1,2})(?:/| tháng )(\d{1,2})(?:/| năm )(\d{4})")


def _references(draft: Draft) -> Iterator[tuple[Placed, str, int]]:
    """Every appendix of its own the text names: the line, the words, the number (0 without one)."""
    for placed in draft.body:
        if "hụ lục" not in placed.text and "HỤ LỤC" not in placed.text:
            continue
        for found in _REFERRED.finditer(placed.text):
            if not _FOREIGN.match(placed.text, found.end()):
                for number in _NUMBER.findall(found[1] or "") or [""]:
                    yield placed, found[0], figure_of(number)


@rule(
    "appendix.absent",
    "A1 60",
    "error",
    (
        "Nội dung dẫn «{found}» nhưng văn bản không kèm phụ lục đó.",
        "The text refers to «{found}», which is not attached.",
    ),
    ("Kèm phụ lục vào cuối văn bản, hoặc bỏ chỗ dẫn.", "Attach it at the end of the paper, or take the reference out."),
)
def absent(draft: Draft) -> Iterator[Fault]:
    """Every appendix the text refers to is there.

    Why: HD 36, HD 05 1.10, NĐ 30.
    Wrong: «theo lịch tại Phụ lục 3» in a paper with two. Right: the third is attached.
    """
    found = appendices(draft)
    present = {one.value for one in found} | set(range(1, len(found) + 1))
    told: set[int] = set()
    for placed, words, number in _references(draft):
        if number not in told and (not found if number == 0 else number not in present):
            told.add(number)
            yield Fault(placed, words, "", draft.form.appendix.referred.clause, 0.9, snippet=words)
            if not found:
                return


@rule(
    "appendix.unreferred",
    "A1 60",
    "error",
    ("Có «{found}» nhưng nội dung không nhắc đến.", "«{found}» is attached, but the text does not refer to it."),
    (
        "Nhắc đến phụ lục ở chỗ liên quan trong nội dung, ví dụ «(theo {found})».",
        "Refer to it where it belongs, such as «(theo {found})».",
    ),
)
def unreferred(draft: Draft) -> Iterator[Fault]:
    """The text refers to every appendix.

    Why: HD 36, HD 05 1.10, NĐ 30.
    Wrong: two attached, the text names the first alone. Right: «theo đề cương tại Phụ lục 2».
    """
    named = {number for _, _, number in _references(draft)}
    found = appendices(draft) if draft.whole and draft.form.appendix.referred.value else []
    if 0 in named or (found and any(_ATTACHED.search(placed.text) for placed in draft.body)):
        return
    for place, one in enumerate(found, 1):
        if not named & {one.value, place} and not (len(found) == 1 and named):
            yield Fault(one.head, called(one), "", draft.form.appendix.referred.clause)


@rule(
    "appendix.numeral",
    "A2 62",
    "error",
    (
        "Phụ lục đánh số «{found}», thể thức này đánh số «{expected}».",
        "The appendix is numbered «{found}», not «{expected}».",
    ),
    (
        "Sửa thành «{word} {expected}», và sửa cả chỗ dẫn trong nội dung.",
        "Write «{word} {expected}», also where it is named.",
    ),
)
def numeral(draft: Draft) -> Iterator[Fault]:
    """Appendices of the Party have Arabic numbers, those of the state Roman ones.

    Why: HD 36, HD 05 1.10; NĐ 30.
    Wrong: `Phụ lục II` in a Party paper. Right: `Phụ lục 2`.
    """
    form = draft.form.appendix
    for one in appendices(draft):
        if one.number and one.number.isdigit() == form.roman.value:
            expected = written(one.value, form.roman.value)
            yield Fault(one.head, one.number, expected, form.roman.clause, words={"word": form.word.value})


@rule(
    "appendix.number",
    "A2",
    "error",
    ("Phụ lục này phải là «{expected}».", "This appendix is «{expected}»."),
    ("Ghi «{expected}» trên dòng riêng, ở giữa.", "Write «{expected}» on a line of its own, centred."),
)
def number(draft: Draft) -> Iterator[Fault]:
    """Two or more appendices are numbered, one after the other.

    Why: HD 36, HD 05 1.10; NĐ 30.
    Wrong: two appendices headed `Phụ lục`; 1, 3. Right: `Phụ lục 1`, `Phụ lục 2`.
    """
    form, found = draft.form.appendix, appendices(draft)
    if len(found) < float(form.numbered_from.value):
        return
    for before, one in zip([None, *found], found, strict=False):
        expected = (before.value if before and before.value else found.index(one)) + 1
        if one.value != expected:
            words = f"{form.word.value} {written(expected, form.roman.value)}"
            yield Fault(one.head, called(one), words, form.numbered_from.clause)


@rule(
    "appendix.title",
    "A2",
    "error",
    ("«{found}» không có tiêu đề.", "«{found}» has no title."),
    ("Thêm tiêu đề ở giữa, ngay dưới dòng «{found}».", "Add a title, centred, below «{found}»."),
)
def title(draft: Draft) -> Iterator[Fault]:
    """Every appendix has a title.

    Why: HD 36, HD 05 1.10, NĐ 30: the title stands below `Phụ lục n`.
    Wrong: `Phụ lục 1`, below it the table. Right: `Phụ lục 1`, below it `LỊCH KIỂM TRA, GIÁM SÁT`.
    """
    for one in appendices(draft):
        if not (one.titles or one.named):
            yield Fault(one.head, called(one), "", draft.form.appendix.word.clause)


@rule(
    "appendix.reference",
    "A3 61",
    "error",
    ("«{found}» không có dòng «(Kèm theo … số …, ngày … của …)».", "«{found}» does not say what it is attached to."),
    (
        "Dưới tiêu đề, thêm dòng «(Kèm theo {paper})», chữ nghiêng, ở giữa.",
        "Below the title add «(Kèm theo {paper})», italic, centred.",
    ),
)
def reference(draft: Draft) -> Iterator[Fault]:
    """Below its title an appendix says which paper it belongs to.

    Why: HD 05 1.10, NĐ 30; HD 36 does not ask for it.
    Wrong: a title and then the table. Right: `(Kèm theo Kế hoạch số 14-KH/ĐU, ngày 10/8/2026 của …)`.
    """
    form = draft.form.appendix.reference_line
    for one in appendices(draft) if form.value else ():
        if one.note is None:
            yield Fault(one.head, called(one), "", form.clause, words={"paper": _paper(draft)})


def _paper(draft: Draft) -> str:
    number = draft.first("number")
    return f"{draft.kind.capitalize() or 'Công văn'} {number.text.lower()[:2] if number else 'số'} …, ngày … của …"


@rule(
    "appendix.reference_data",
    "A3 61",
    "error",
    ("Dòng kèm theo ghi «{found}», văn bản là «{expected}».", "The note says «{found}», the paper is «{expected}»."),
    ("Sửa cho đúng số, ký hiệu và ngày của văn bản.", "Give the number, symbol and day of the paper itself."),
)
def reference_data(draft: Draft) -> Iterator[Fault]:
    """What the note says of the paper is what its head says.

    Why: HD 05 1.10, NĐ 30.
    Wrong: `(Kèm theo Kế hoạch số 13-KH/ĐU …)` below a paper numbered 14. Right: `số 14-KH/ĐU`.
    """
    clause = draft.form.appendix.reference_line.clause
    for one in appendices(draft):
        for pattern, role in ((_NUMBER_LINE, "number"), (_DAY, "place_date")):
            own = draft.first(role)  # type: ignore[arg-type]
            said, truth = one.note and pattern.search(one.note.text), own and pattern.search(own.text)
            if one.note and said and truth and not _same(said, truth):
                yield Fault(one.note, said[0], truth[0], clause, snippet=said[0])


def _same(said: re.Match[str], truth: re.Match[str]) -> bool:
    """Whether figures and symbols agree; what is blank in one of them is no difference, nor are the signs between."""
    pairs = zip(said.groups(), truth.groups(), strict=True)
    return all(not a or not b or _bare(a) == _bare(b) for a, b in pairs)


def _bare(text: str) -> str:
    return _APART.sub("", text).lstrip("0").casefold()


RULES = (absent, unreferred, numeral, number, title, reference, reference_data)
