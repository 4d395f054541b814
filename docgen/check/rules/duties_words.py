"""Duties by words: what another level or unit would say, bodies of another time, documents cited wrongly."""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docgen.check.bodies import anachronisms
from docgen.check.carrying import Carried
from docgen.check.citations import Cited, citations_in, number_of
from docgen.check.draft import Draft, Duties
from docgen.check.likeness import words as plain_words
from docgen.check.rule import Fault, rule
from docgen.model.finding import Said
from docgen.model.reading import Placed
from docgen.vietnamese import short_date

_ITSELF = re.compile(
    r"(Chương trình hành động|Chương trình|Đề án|Phương án|Hướng dẫn|Báo cáo|Thông báo|Tờ trình|Kế hoạch) này(?!\w)"
)
_AROUND = 30


@rule(
    "duties.leftover",
    "X2 66",
    "error",
    (
        "«{found}» là lời của cấp khác hoặc đơn vị khác, còn sót lại trong văn bản này.",
        "«{found}» is what another level or another unit would say.",
    ),
    ("Thay bằng tên, cấp của đơn vị mình.", "Put the unit's own name or level."),
)
def leftover(draft: Draft) -> Iterator[Fault]:
    """Nothing of the superior's text, or of the unit whose file was copied, stays in the draft.

    Why: a unit speaks for itself; names it must give are named by the plan.
    Wrong: «phù hợp với thực tiễn của tỉnh» in a district's plan. Right: «… của huyện».
    """
    day = draft.day
    for placed, phrase in draft.leftovers:
        gone = day and any(found.start == phrase.start for found in anachronisms(placed.text, day))
        if not gone:
            yield Fault(placed, phrase.phrase, "", snippet=_around(placed.text, phrase.start, phrase.phrase))


@rule(
    "duties.other_kind",
    "X2 66",
    "warning",
    ("Văn bản là {expected} mà tự gọi là «{found}».", "The paper is a {expected} and calls itself «{found}»."),
    ("Sửa thành «{right}».", "Write «{right}»."),
)
def other_kind(draft: Draft) -> Iterator[Fault]:
    """A paper calls itself by its own kind.

    Why: words of the paper it was copied from.
    Wrong: «Chương trình hành động này» in a kế hoạch. Right: «Kế hoạch này».
    """
    kind = draft.kind.capitalize()
    for placed in draft.body if kind else ():
        for found in _ITSELF.finditer(placed.text):
            if found[1] != kind and f"{found[1]} " not in placed.text[: found.start()]:
                yield Fault(placed, found.group(), kind.lower(), snippet=found.group(), words={"right": f"{kind} này"})


def _around(text: str, start: int, phrase: str) -> str:
    return text[max(0, start - _AROUND) : start + len(phrase) + _AROUND]


@rule(
    "duties.body_not_existing",
    "H7 70",
    "error",
    (
        "«{found}» {when} {since}, văn bản đề ngày {day}.",
        "«{found}» {when} {since}; the paper is of {day}.",
    ),
    (
        "Thay bằng tên cơ quan, tổ chức có vào ngày ban hành.",
        "Name the body that exists on the day of the paper.",
    ),
)
def body_not_existing(draft: Draft) -> Iterator[Fault]:
    """Bodies a paper speaks of exist on its day; a body named again and again is told once.

    Why: districts ended on 01/7/2025; đảng đoàn, ban cán sự đảng and đảng ủy khối early in 2025; ban dân vận in 3/2025.
    Wrong: «Huyện ủy Than Uyên» in a paper of 2026. Right: the commune's đảng ủy.
    """
    if draft.day is None:
        return
    told: set[str] = set()
    for placed in draft.lines:
        for found in anachronisms(placed.text, draft.day):
            if found.name.lower() not in told and not _is_label(placed):
                told.add(found.name.lower())
                words = _when(found.ended, found.since, draft.day)
                around = _around(placed.text, found.start, found.name)
                yield Fault(placed, found.name, "", "", found.sure, around, words)
    yield from _own_line(draft, draft.day, told)


def _is_label(placed: Placed) -> bool:
    return placed.role in ("authority", "position")  # what the head says already


def _own_line(draft: Draft, day: datetime.date, told: set[str]) -> Iterator[Fault]:
    """The unit and those above it, by the days the registry gives them."""
    line = draft.duties.register.line_of(draft.duties.unit) if draft.duties else ()
    for unit in line:
        if not unit.exists_on(day) and not any(unit.name.lower().startswith(name) for name in told):
            ended = unit.valid_to is not None and unit.valid_to < day
            since = (unit.valid_to + datetime.timedelta(days=1)) if ended and unit.valid_to else unit.valid_from
            yield Fault(draft.first("issuer"), unit.name, words=_when(ended, since or day, day))


def _when(ended: bool, since: datetime.date, day: datetime.date) -> Mapping[str, str | Said]:
    when = Said("không còn từ", "ended by") if ended else Said("chỉ có từ", "exists only from")
    return {"when": when, "since": short_date(since), "day": short_date(day)}


@dataclass(frozen=True)
class _Document:
    """A document as the plan registers it."""

    kind: str
    number: str
    day: datetime.date | None
    issuer: str


@rule(
    "duties.citation",
    "X5",
    "error",
    (
        "Dẫn «{found}», theo kế hoạch cấp trên phải là «{expected}».",
        "«{found}» is cited; the superior's plan has «{expected}».",
    ),
    ("Sửa lại theo đúng văn bản được dẫn.", "Correct it after the document itself."),
)
def citation(draft: Draft) -> Iterator[Fault]:
    """Documents of the plan are cited with their own number, date, kind and issuer.

    Why: the superior's plan registers every document once.
    Wrong: «Kết luận số 50-KL/TW, ngày 28/3/2023». Right: «Kết luận số 50-KL/TW, ngày 28/02/2023».
    """
    if not draft.duties:
        return
    known = _registered(draft.duties)
    clause = draft.duties.clause()
    for cited in draft.cited:
        document = known.get(cited.same)
        wrong = _differs(cited, document, known) if document else None
        if wrong:
            yield Fault(cited.placed, wrong[0], wrong[1], clause, snippet=wrong[0])
    for carried in draft.carried:
        yield from _misnumbered(carried, known, clause)


def _registered(duties: Duties) -> dict[str, _Document]:
    """By number: documents of the plan, and the plans of the units above as far as their numbers are known."""
    plan, register = duties.plan, duties.register
    known = {
        number_of(one.number): _Document(one.type, one.number, one.date, one.issuer) for one in plan.documents.values()
    }
    for unit in register.line_of(duties.unit):
        part, symbol = plan.part(unit.id), unit.symbol or register.kind_of(unit).symbol
        if part.number and unit.id != duties.unit.id:
            number = f"{part.number:02d}-{plan.kind_symbol}/{symbol}"
            known[number_of(number)] = _Document(plan.kind.capitalize(), number, part.date, "")
    return known


def _differs(cited: Cited, document: _Document, known: Mapping[str, _Document]) -> tuple[str, str] | None:
    """What is cited, and what it should be."""
    if cited.kind and cited.kind.lower() != document.kind.lower():
        return f"{cited.kind} số {cited.number}", f"{document.kind} số {document.number}"
    if cited.day and document.day and cited.day != document.day:
        return short_date(cited.day), short_date(document.day)
    issuer, right = plain_words(cited.issuer), plain_words(document.issuer)
    others = (plain_words(other.issuer) for other in known.values() if other.issuer)
    if issuer and right and issuer[: len(right)] != right and right[: len(issuer)] != issuer:
        wrong = next((other for other in others if other != right and issuer[: len(other)] == other), None)
        if wrong:
            return " ".join(cited.issuer.split()[: len(wrong)]), document.issuer
    return None


def _misnumbered(carried: Carried, known: Mapping[str, _Document], clause: str) -> Iterator[Fault]:
    """A number nobody knows where the paper expected cites another one of the same sign, or of the same figure."""
    if not carried.found or carried.block.text in carried.found.text:
        return
    wanted = list(citations_in(carried.block.text))
    said = list(citations_in(carried.found.text))
    missing = [one for one in wanted if one.same not in {cited.same for cited in said}]
    for cited in said:
        if cited.same in known or not missing:
            continue
        right = next((one for one in missing if one.symbol == cited.symbol or one.counted == cited.counted), None)
        if right:
            missing.remove(right)
            yield Fault(carried.found.at, cited.number, right.number, clause, 0.9, cited.number)


RULES = (leftover, other_kind, body_not_existing, citation)
