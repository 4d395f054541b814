"""Duties by the calendar: deadlines later than the superior's, past, on a day off; a paper issued too late."""

import datetime
from collections.abc import Iterator

from docgen.check.carrying import carry_rows
from docgen.check.deadlines import Deadline, deadlines, periods, periods_due, spans
from docgen.check.draft import Draft, Duties
from docgen.check.rule import Fault, rule
from docgen.model.document import APPENDIX_HEADER, BODY_ROLES
from docgen.model.finding import Said
from docgen.model.reading import Placed
from docgen.model.register import binding_day
from docgen.vietnamese import short_date

_DEADLINE = APPENDIX_HEADER.index("Thời hạn")
_SATURDAY = 5


@rule(
    "duties.deadline_later",
    "X3 67",
    "error",
    (
        "Thời hạn «{found}» muộn hơn thời hạn cấp trên giao ({expected}).",
        "The deadline «{found}» is later than the superior's ({expected}).",
    ),
    ("Ghi thời hạn không muộn hơn {expected}.", "Set a deadline no later than {expected}."),
)
def deadline_later(draft: Draft) -> Iterator[Fault]:
    """A deadline is no later than the superior's for the same work.

    Why: deadlines must be earlier than or equal to the parent's.
    Wrong: «hoàn thành trước ngày 31/7/2023» where the plan says 15/7/2023. Right: 15/7/2023 or earlier.
    """
    if not draft.duties:
        return
    for carried in draft.carried:
        if carried.found:
            clause = draft.duties.clause(carried.block.item)
            yield from _later(draft.duties, carried.block.text, carried.found.text, carried.found.at, clause)
    for row in carry_rows(draft.duties.expected, draft.of("table")):
        cell = row.found.get(_DEADLINE)
        if cell:
            yield from _later(draft.duties, row.cells[_DEADLINE], cell.text, cell, draft.duties.clause())


def _later(duties: Duties, expected: str, text: str, at: Placed, clause: str) -> Iterator[Fault]:
    if expected in text:
        return
    wanted, stated = list(deadlines(expected)), [(one.last, one.words) for one in deadlines(text)]
    if len(stated) < len(wanted):
        stated += periods(text)
    for one, (last, words) in zip(wanted, stated, strict=False):
        limit = _limit(duties, one)
        if last > limit - (one.named - one.last):
            yield Fault(at, words, f"trước ngày {short_date(limit)}", clause, snippet=words)
    ends = {start: (end, words) for start, end, words in spans(expected)}
    for start, end, words in spans(text):
        if start in ends and end > ends[start][0]:
            yield Fault(at, words, ends[start][1], clause, snippet=words)


def _limit(duties: Duties, stated: Deadline) -> datetime.date:
    """The superior's day for what the unit's paper would give its own."""
    plan, register, superior = duties.plan, duties.register, duties.superior
    for name in plan.deadlines:
        if superior and binding_day(plan, register, duties.unit, name) == stated.named:
            return binding_day(plan, register, superior, name) or stated.named
    return stated.named


@rule(
    "duties.deadline_past",
    "X3 67",
    "error",
    (
        "Thời hạn «{found}» đã qua vào ngày ban hành văn bản ({day}).",
        "The deadline «{found}» is past on the day of the paper ({day}).",
    ),
    ("Sửa ngày, tháng, năm của thời hạn này.", "Correct the date of this deadline."),
)
def deadline_past(draft: Draft) -> Iterator[Fault]:
    """A deadline lies after the day the paper is issued.

    Why: what is due before the order is given cannot be done in time.
    Wrong: «hoàn thành trước ngày 30/3/2025» in a plan of 2026. Right: 30/3/2026.
    """
    past = [(placed, stated.words) for placed, stated in _own_deadlines(draft) if _is_past(draft, stated)]
    for placed in draft.of(*BODY_ROLES):
        past += [(placed, said) for last, said in periods_due(placed.text) if draft.day and last < draft.day]
    for placed, said in past:
        words = {"day": short_date(draft.day)} if draft.day else {}
        yield Fault(placed, said, "", "", 0.9, said, words)


def _is_past(draft: Draft, stated: Deadline) -> bool:
    return draft.day is not None and stated.ordered and stated.last < draft.day


@rule(
    "duties.deadline_day_off",
    "X3 67",
    "warning",
    ("Thời hạn «{found}» rơi vào {weekday}.", "The deadline «{found}» falls on a {weekday}."),
    ("Chọn một ngày làm việc sát trước đó.", "Choose the working day before it."),
)
def deadline_day_off(draft: Draft) -> Iterator[Fault]:
    """A deadline the unit sets itself falls on a working day; holidays are not known.

    Why: nothing is handed in on a day off. The superior's own day is repeated as it is.
    Wrong: «trước ngày 09/7/2023», a Sunday. Right: 07/7/2023.
    """
    if not draft.duties:
        return
    late = {fault.found for fault in deadline_later.judge(draft)}
    for placed, stated in _own_deadlines(draft):
        weekday = stated.named.weekday()
        if weekday >= _SATURDAY and stated.words not in late and not _is_past(draft, stated):
            words = {"weekday": _WEEKEND[weekday]}
            yield Fault(placed, stated.words, "", "", 0.9, stated.words, words)


_WEEKEND = {5: Said("thứ Bảy", "Saturday"), 6: Said("Chủ nhật", "Sunday")}


def _own_deadlines(draft: Draft) -> Iterator[tuple[Placed, Deadline]]:
    """Deadlines of the draft that the paper expected does not state."""
    known = draft.duties.days if draft.duties else ()
    return ((placed, stated) for placed, stated in draft.deadlines if stated.named not in known)


@rule(
    "duties.issued_late",
    "X3 67",
    "error",
    (
        "Văn bản ghi ngày {found}, sau thời hạn ban hành cấp trên giao ({expected}).",
        "The paper is of {found}, after the day by which it had to be issued ({expected}).",
    ),
    (
        "Xem lại ngày ban hành; đã trễ hạn thì báo cáo cấp trên.",
        "Check the date; if it is late, tell the superior.",
    ),
)
def issued_late(draft: Draft) -> Iterator[Fault]:
    """A unit's plan is issued by the day the superior's plan sets.

    Why: the superior's plan, «hoàn thành việc xây dựng kế hoạch thực hiện trước ngày …».
    Wrong: a plan of 20/7/2023 below one that says 15/7/2023. Right: a plan of 14/7/2023.
    """
    duties = draft.duties
    if not (duties and duties.superior and draft.day):
        return
    due = binding_day(duties.plan, duties.register, duties.superior, duties.plan.issue_deadline)
    if due and draft.day > due:
        expected = f"trước ngày {short_date(due)}"
        yield Fault(draft.first("place_date"), short_date(draft.day), expected, duties.clause())


RULES = (deadline_later, deadline_past, deadline_day_off, issued_late)
