"""Duties by people: who receives the draft, who decided, who signs."""

import re
from collections.abc import Iterator

from docgen.check.draft import Draft, Duties
from docgen.check.likeness import pairs, words
from docgen.check.receivers import items
from docgen.check.rule import Fault, rule
from docgen.check.rules import authority
from docgen.model.finding import Spot
from docgen.model.reading import Placed
from docgen.model.register import fill, permitted, signature
from docgen.model.unit import Signing

_COMMITTEES = ("", "ban thường vụ ", "thường trực ", "thường vụ ", "ban chấp hành ", "tt ", "bí thư ")
_PARTS = re.compile(r"[,;]| và | - ")
_BRACKETS = re.compile(r"\([^)]*\)?")
_ENOUGH = 0.6
_ORGAN = 3  # words of a name that tells who is meant
_DECIDES = re.compile(
    r"(?:^|[;,.:]\s*)((?:[^;,.:](?!;)){4,90}?) ban hành (?:Kế hoạch|Chương trình|kế hoạch|chương trình)"
)


@rule(
    "duties.superior_recipient",
    "C4 57",
    "warning",
    (
        "Nơi nhận không có «{expected}», cơ quan có kế hoạch mà văn bản này thực hiện.",
        "«{expected}», whose plan this paper carries out, is no recipient.",
    ),
    ("Thêm dòng «- {expected} (để báo cáo)» vào đầu nơi nhận.", "Put «- {expected} (để báo cáo)» first in the list."),
)
def superior_recipient(draft: Draft) -> Iterator[Fault]:
    """The superior whose plan is carried out receives the paper.

    Why: practice: superior organs to report to stand first.
    Wrong: a list that begins with the unit's own members. Right: «- Ban Thường vụ Tỉnh ủy (để báo cáo),» first.
    """
    duties, received = draft.duties, [item.text for item in items(draft)]
    if not (duties and duties.superior and received):
        return
    names = _names_of_superior(duties)
    wanted = [block.text for block in duties.expected.of("recipient") if _names_one(block.text, names)]
    if wanted and not any(_names_one(text, names) for text in received):
        yield Fault(draft.first("recipients_label"), "", _bare(wanted[0]), duties.clause())


def _names_of_superior(duties: Duties) -> frozenset[str]:
    above = duties.superior
    assert above
    kind = duties.register.kind_of(above)
    called = {above.name, above.spoken, fill(kind.words.get("don_vi", above.spoken), above, kind), kind.prefix}
    called |= {fill(one.decided_by, above, kind) for one in kind.signings}
    return frozenset(" ".join(words(name)) for name in called)


def _names_one(text: str, names: frozenset[str]) -> bool:
    """Whether one of the bodies a line lists is the superior itself, not an office of it."""
    said = [" ".join(words(part)) for part in _PARTS.split(_bare(text))]
    return any(
        part.removeprefix("các đồng chí ") == f"{before}{name}"
        for part in said
        for name in names
        for before in _COMMITTEES
    )


def _bare(text: str) -> str:
    """A recipient without its dash, purpose and sign."""
    return _BRACKETS.sub("", text).lstrip("-–+ ").rstrip(",;./ ")


@rule(
    "duties.recipient_missing",
    "R7 58",
    "warning",
    ("«{found}» được giao việc nhưng không có trong nơi nhận.", "«{found}» is given a task but is no recipient."),
    ("Thêm «- {found}» vào nơi nhận.", "Add «- {found}» to the recipients."),
)
def recipient_missing(draft: Draft) -> Iterator[Fault]:
    """Whoever the draft gives a task receives it.

    Why: an organ that does not receive the paper cannot carry it out.
    Wrong: no line for the Front though it has tasks. Right: «- Ủy ban Mặt trận Tổ quốc Việt Nam …».
    """
    received = [item for item in items(draft) if not item.archive]
    if not draft.duties or not received:
        return
    said = [pairs(item.text) for item in received]
    above = _names_of_superior(draft.duties) if draft.duties.superior else frozenset()
    tasks: str | None = None
    for block in draft.duties.expected.of("recipient")[:-1]:
        wanted = pairs(_bare(block.text))
        if any(len(wanted & one) >= _ENOUGH * len(wanted) for one in said) or _names_one(block.text, above):
            continue
        tasks = tasks or " ".join(" ".join(words(placed.text)) for placed in (*draft.body, *draft.of("table")))
        if _has_task(_bare(block.text), tasks):
            name = _bare(block.text)
            yield Fault(_at(received[-1].last, name), name, "", draft.duties.clause(), 0.8)


def _at(last: Placed, name: str) -> Spot:
    """The end of the list, with the name that is not there."""
    return Spot(last.line.part, last.line.section + 1, last.where, last.line.paragraph, name)


def _has_task(name: str, tasks: str) -> bool:
    parts = [" ".join(words(part)) for part in _PARTS.split(name)]
    return any(part.count(" ") >= _ORGAN - 1 and part in tasks for part in (*parts, " ".join(words(name))))


@rule(
    "duties.decider",
    "49",
    "error",
    (
        "Lời mở đầu ghi «{found}» ban hành, văn bản này do «{expected}» ban hành.",
        "The opening has «{found}» issue the paper; it is «{expected}» that issues it.",
    ),
    ("Sửa lời mở đầu thành «{expected} ban hành …».", "Write «{expected} ban hành …» in the opening."),
)
def decider(draft: Draft) -> Iterator[Fault]:
    """The body the opening says issues the paper is the unit's own. That it is another than signs is told there.

    Why: HD 36 and HD 05, 1.7; the issuer formula is the unit's own.
    Wrong: «Ban Thường vụ Tỉnh ủy ban hành Kế hoạch» in a district's paper. Right: «Ban Thường vụ Huyện ủy …».
    """
    told = any(True for _ in authority.decider.judge(draft))
    for placed in draft.of("opening") if draft.duties and not told else ():
        found = list(_DECIDES.finditer(placed.text))
        if found and draft.duties and not any(line is placed for line, _ in draft.leftovers):
            right = _deciders(draft.duties)
            body = found[-1][1].strip()
            if not _said_by_one(body, right):
                yield Fault(placed, body, right[0], draft.form.authority.prefixes.clause, 0.9, body)


def _deciders(duties: Duties) -> list[str]:
    kind = duties.register.kind_of(duties.unit)
    signed = signature(duties.unit, kind, duties.plan)
    own = [fill(one.decided_by, duties.unit, kind) for one in kind.signings]
    return [*([signed.decided_by] if signed else []), *own, duties.unit.name, duties.unit.spoken]


def _said_by_one(body: str, right: list[str]) -> bool:
    said = " ".join(words(body))
    return any(" ".join(words(name)) in said for name in right)


@rule(
    "duties.signing",
    "49",
    "error",
    (
        "Phần ký ghi «{found}», đơn vị này chỉ được ký: {expected}.",
        "Signed «{found}»; this unit may sign: {expected}.",
    ),
    ("Sửa quyền hạn và chức vụ của người ký theo một trong các cách trên.", "Sign in one of the ways above."),
)
def signing(draft: Draft) -> Iterator[Fault]:
    """Authority and position are among those the unit's kind may sign with; what form alone forbids is told there.

    Why: HD 36 and HD 05, 1.7: who may sign for whom.
    Wrong: `T/M ĐẢNG ĐOÀN` under a district committee. Right: `T/M BAN THƯỜNG VỤ`, `BÍ THƯ`.
    """
    first = draft.first("authority")
    if not (draft.duties and first) or any(True for one in authority.RULES for _ in one.judge(draft)):
        return
    kind = draft.duties.register.kind_of(draft.duties.unit)
    position = draft.first("position")
    found = authority.plain(first.text), authority.plain(position.text) if position else ""
    ways = [one for one in kind.signings if authority.plain(one.authority) == found[0]]
    if not ways:
        yield Fault(first, first.text, permitted(kind), draft.form.authority.prefixes.clause)
    elif position and not any(_may(one, found[1]) for one in ways):
        yield Fault(position, position.text, permitted(kind), draft.form.authority.prefixes.clause)


def _may(way: Signing, position: str) -> bool:
    return position in map(authority.plain, way.positions)


RULES = (superior_recipient, recipient_missing, decider, signing)
