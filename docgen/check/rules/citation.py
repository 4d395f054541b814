"""Documents cited: the word «số», the comma before the day, the issuer, in full the first time and short after it."""

from collections.abc import Iterator, Mapping

from docgen.check.citations import Citation
from docgen.check.draft import Draft
from docgen.check.rule import Fault, rule
from docgen.model.reading import Placed
from docgen.vietnamese import capitalise

_KINDS_OF_STATE = ("Nghị định", "Thông tư", "Luật")
_BY_NAME = "/QH"  # laws are cited by their name


@rule(
    "basis.number_word",
    "C3 27",
    "warning",
    ("Dẫn «{found}» thiếu chữ «số» trước số, ký hiệu.", "«{found}» lacks the word «số»."),
    ("Sửa thành «{expected}».", "Write «{expected}»."),
)
def number_word(draft: Draft) -> Iterator[Fault]:
    """The word «số» stands between the kind of a document cited and its number.

    Why: HD 36, HD 05, NĐ 30: tên loại, số, ký hiệu.
    Wrong: «Kế hoạch 82-KH/TU». Right: «Kế hoạch số 82-KH/TU».
    """
    asked = draft.form.basis.number_word
    if not asked.value:
        return
    kinds = _kinds(draft)
    for cited in draft.cited:
        kind = next((kind for kind in kinds if not cited.worded and cited.before.endswith(kind)), "")
        if kind:
            found = f"{kind} {cited.number}"
            yield Fault(cited.placed, found, f"{kind} số {cited.number}", asked.clause, 0.9, found)


@rule(
    "basis.comma",
    "C3 27",
    "warning",
    (
        "Dẫn «{found}» không có dấu phẩy trước «ngày», các chỗ khác trong văn bản có.",
        "«{found}» has no comma before the day; others in this paper have.",
    ),
    ("Sửa thành «{expected}».", "Write «{expected}»."),
)
def comma(draft: Draft) -> Iterator[Fault]:
    """A comma stands before the day of a document cited, throughout the paper or not at all.

    Why: practice of Party papers; NĐ 30 does not say.
    Wrong: «số 57-NQ/TW ngày 22/12/2024» beside «số 48-NQ/TU, ngày 11/02/2026». Right: both with the comma.
    """
    asked = draft.form.basis.comma_before_day
    dated = [cited for cited in draft.cited if cited.dated and cited.of_party]
    if asked.value and any(cited.comma for cited in dated):
        for cited in dated:
            if not cited.comma:
                found = f"{cited.number} ngày"
                yield Fault(cited.placed, found, f"{cited.number}, ngày", asked.clause, snippet=cited.snippet)


@rule(
    "basis.issuer",
    "C2 27",
    "warning",
    (
        "Lần đầu dẫn số {found} chưa ghi cơ quan ban hành.",
        "{found} is cited for the first time without its issuer.",
    ),
    (
        "Thêm «của» và tên cơ quan ban hành sau ngày, tháng, năm.",
        "Add «của» and the name of the issuer after the date.",
    ),
)
def issuer(draft: Draft) -> Iterator[Fault]:
    """A document cited for the first time is cited with its issuer.

    Why: HD 36, HD 05, NĐ 30: first time tên loại, số, ký hiệu, date, issuer, trích yếu.
    Wrong: «Căn cứ Kế hoạch số 15-KH/TU, ngày 08/01/2024 về …». Right: «… của Ban Thường vụ Tỉnh ủy về …».
    """
    asked = draft.form.basis.full_first
    for cited in _first_dated(draft).values():
        if not cited.issued:
            yield Fault(cited.placed, cited.number, "của …", asked.clause, 0.8, cited.snippet)


@rule(
    "basis.repeated",
    "C2 28",
    "warning",
    (
        "Số {found} đã được dẫn đầy đủ ở trên, ở đây chỉ cần ghi tên loại và số, ký hiệu.",
        "{found} was cited in full above; here its kind and number are enough.",
    ),
    (
        "Bỏ ngày, tên cơ quan và trích yếu, chỉ giữ tên loại và số, ký hiệu.",
        "Leave only its kind and number.",
    ),
)
def repeated(draft: Draft) -> Iterator[Fault]:
    """What was cited in full is cited short from then on.

    Why: HD 36, HD 05, NĐ 30: later only tên loại, số and ký hiệu.
    Wrong: «Kế hoạch số 15-KH/TU, ngày 08/01/2024 của …» twice. Right: the second time «Kế hoạch số 15-KH/TU».
    """
    asked = draft.form.basis.full_first
    first = _first_dated(draft)
    seen: dict[str, Placed | None] = {}
    for cited in draft.cited:
        again = cited.same in seen and seen[cited.same] is not cited.placed
        if again and (cited.dated or (cited.issued and cited.told)):
            yield Fault(cited.placed, cited.number, "", asked.clause, snippet=cited.snippet)
            seen[cited.same] = cited.placed
        if first.get(cited.same) is cited:
            seen[cited.same] = None


@rule(
    "basis.short_first",
    "C2 28",
    "warning",
    (
        "Số {found} được dẫn gọn khi chưa được dẫn đầy đủ lần nào.",
        "{found} is cited short before it has been cited in full.",
    ),
    (
        "Ghi đủ ngày, tháng, năm, cơ quan ban hành và trích yếu ở chỗ dẫn đầu tiên.",
        "Give its date, issuer and subject where it is first cited.",
    ),
)
def short_first(draft: Draft) -> Iterator[Fault]:
    """The first citation of a document is the full one.

    Why: HD 36, HD 05, NĐ 30: in full the first time. What is cited short throughout is left alone outside the căn cứ.
    Wrong: «Kế hoạch số 15-KH/TU» in I.1, its date and issuer in II.2. Right: the date and issuer in I.1.
    """
    asked = draft.form.basis.full_first
    dated = _first_dated(draft)
    seen: set[str] = set()
    for cited in draft.cited:
        fresh = cited.same not in seen and not cited.dated and _BY_NAME not in cited.number
        if fresh and (cited.same in dated or cited.placed.role == "basis"):
            yield Fault(cited.placed, cited.number, "", asked.clause, snippet=cited.snippet)
        seen.add(cited.same)


def _first_dated(draft: Draft) -> Mapping[str, Citation]:
    """Of every document the first citation with its date."""
    found: dict[str, Citation] = {}
    for cited in draft.cited:
        if cited.dated:
            found.setdefault(cited.same, cited)
    return found


def _kinds(draft: Draft) -> tuple[str, ...]:
    kinds = (*draft.form.kinds.value, *_KINDS_OF_STATE)
    return (*map(capitalise, kinds), *map(str.lower, kinds))


RULES = (number_word, comma, issuer, repeated, short_first)
