"""Sets, first half: the same fact is the same in all papers of a folder; the odd ones out are told."""

import difflib
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

from docgen.check.rule import Fault
from docgen.check.set_facts import CitedFact, said
from docgen.check.set_rule import PaperSet, Told, set_rule
from docgen.vietnamese import short_date

_ALIKE = 0.85
_FEW = 3  # papers that make a majority for a name misspelt
T = TypeVar("T")
V = TypeVar("V", bound=Hashable)


@set_rule(
    "set.citation_date",
    "X5",
    "warning",
    (
        "Số {number} ở đây ghi ngày {found}, các văn bản khác trong bộ ghi ngày {expected}.",
        "{number} is of {found} here and of {expected} in the other papers of the set.",
    ),
    ("Đối chiếu với văn bản gốc rồi sửa chỗ sai.", "Compare with the document itself and correct what is wrong."),
)
def citation_date(asked: PaperSet) -> Told:
    """A document cited in several papers has one date.

    Why: one document, one date.
    Wrong: «Kế hoạch số 150-KH/TU, ngày 03/6/2023» in one paper, 03/7/2023 in all others. Right: 03/7/2023.
    """
    for file, one, usual in _odd(_dated(asked), lambda cited: cited.number, lambda cited: cited.day):
        assert one.day and usual
        yield file, Fault(one.at, short_date(one.day), short_date(usual), words={"number": one.number})


@set_rule(
    "set.citation_number",
    "X5",
    "warning",
    (
        "Văn bản ngày {day} ở đây ghi số {found}, các văn bản khác trong bộ ghi số {expected}.",
        "The document of {day} is {found} here and {expected} in the other papers of the set.",
    ),
    ("Đối chiếu với văn bản gốc rồi sửa chỗ sai.", "Compare with the document itself and correct what is wrong."),
)
def citation_number(asked: PaperSet) -> Told:
    """A document cited in several papers has one number.

    Why: one document, one number. A paper that cites both numbers cites two documents.
    Wrong: «Kế hoạch số 105-KH/TU, ngày 03/7/2023» in one paper, 150-KH/TU in all others. Right: 150-KH/TU.
    """
    numbers = {file: {one.number for one in facts.cited} for file, facts in asked.papers}
    wrong = _odd(_dated(asked), lambda cited: (cited.kind, cited.symbol, cited.day), lambda cited: cited.number)
    for file, one, usual in wrong:
        if usual not in numbers[file] and usual not in asked.registered and one.day:
            yield file, Fault(one.at, one.number, usual, words={"day": short_date(one.day)})


def _dated(asked: PaperSet) -> Iterator[tuple[str, CitedFact]]:
    """Citations with a date; in a unit's draft those of the plan's own documents are judged by its duties."""
    for file, facts in asked.papers:
        known = asked.registered if facts.unit else ()
        yield from ((file, one) for one in facts.cited if one.day and one.number not in known)


@set_rule(
    "set.signer",
    "X5",
    "warning",
    (
        "Người ký ở đây là «{found}», văn bản khác của cùng đơn vị là «{expected}», cùng chức vụ.",
        "Signed by «{found}»; another paper of the unit is signed by «{expected}» in the same position.",
    ),
    ("Kiểm tra họ tên, chức vụ của người ký.", "Check name and position of who signs."),
)
def signer(asked: PaperSet) -> Told:
    """One head of one unit has one name; deputies may be several, a name is spelt one way all the same.

    Why: papers issued together are signed by the same people.
    Wrong: «Nguyễn Văn An» and «Nguyễn Văn Ân», both BÍ THƯ of one unit. Right: the same name.
    """
    signed = [(file, facts) for file, facts in asked.papers if facts.signer.text and facts.issuer.text]
    for file, facts, usual in _odd(
        signed, lambda one: (said(one.issuer), said(one.position)), lambda one: one.signer.text
    ):
        if not _deputy(facts.position) or _near(facts.signer.text, usual):
            yield file, Fault(facts.signer.at, facts.signer.text, usual)


def _deputy(position: str) -> bool:
    return "phó" in position.lower()


@set_rule(
    "set.superior_name",
    "X5",
    "warning",
    (
        "Tên cấp trên ở đây là «{found}», các văn bản khác trong bộ ghi «{expected}».",
        "The superior is «{found}» here and «{expected}» in the other papers of the set.",
    ),
    ("Sửa thành «{expected}» nếu cùng một cơ quan.", "Write «{expected}» if it is the same body."),
)
def superior_name(asked: PaperSet) -> Told:
    """The same organ has the same name in all papers of the set.

    Why: names of organs are complete and exact.
    Wrong: ĐẢNG BỘ TỈNH LAI CHÂY in one paper. Right: ĐẢNG BỘ TỈNH LAI CHÂU as in the others.
    """
    names = Counter(said(facts.superior) for _, facts in asked.papers if facts.superior.text)
    usual = [name for name, times in names.items() if times >= _FEW]
    shown = {said(facts.superior): facts.superior.text for _, facts in asked.papers}
    for file, facts in asked.papers:
        name = said(facts.superior)
        right = next((one for one in usual if names[name] == 1 and one != name and _near(one, name)), None)
        if name and right:
            yield file, Fault(facts.superior.at, facts.superior.text, shown[right])


def _near(one: str, other: str) -> bool:
    return difflib.SequenceMatcher(None, one, other).ratio() >= _ALIKE


def _odd(
    facts: Iterable[tuple[str, T]], same: Callable[[T], Hashable], value: Callable[[T], V]
) -> Iterator[tuple[str, T, V]]:
    """Facts whose value is not the usual one of their kind, with the usual one; of values as frequent the first."""
    groups: dict[Hashable, list[tuple[str, T]]] = defaultdict(list)
    for file, fact in facts:
        groups[same(fact)].append((file, fact))
    for members in groups.values():
        files = Counter(one for _, one in {(file, value(fact)): value(fact) for file, fact in members}.items())
        if len(files) > 1:
            usual = files.most_common(1)[0][0]
            yield from ((file, fact, usual) for file, fact in members if value(fact) != usual)


RULES = (citation_date, citation_number, signer, superior_name)
