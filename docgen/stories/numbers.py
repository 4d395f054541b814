"""The number desk: numbers held for papers and given back, none of them twice (the-thuc.md §1.3).

A number counts as given when the register ever held it, or a plan states it as a unit's `so`. The next number follows
the highest one given. One given back leaves a gap and is held again only for who asks for it by name: numbers run on
without gaps, but a paper may have gone out under it. Nothing enters a paper by itself: the clerk writes `so`.
"""

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Literal

from docgen.compose.letterhead import symbol
from docgen.model.numbering import HELD, RELEASED, Booking, Series, number_and_symbol
from docgen.model.unit import Unit
from docgen.problems import Place, Problem
from docgen.stories.desk import Desk
from docgen.stories.number_rules import (
    check_clear,
    check_free,
    check_plan,
    check_term,
    kind_asked,
    term_asked,
    term_read,
    the_held,
)
from docgen.stories.unit_numbers import UnitNumbers, numbers_by_unit, numbers_of
from docgen.vietnamese import short_date
from docgen.workspace.numbers import REGISTER, add_to_register, read_register, sole_writer, today

State = Literal["reserved", "used", "released"]


@dataclass(frozen=True)
class Asked:
    """What to hold: without `kind` the one number of the plan at hand, with it `count` numbers for other papers."""

    unit: str
    term: str | None
    kind: str | None = None
    number: int | None = None
    count: int = 1
    dry_run: bool = False


@dataclass(frozen=True)
class Returned:
    """What to give back; kind and term are needed only where the number is held in several series."""

    unit: str
    numbers: Sequence[int]
    kind: str | None = None
    term: str | None = None
    dry_run: bool = False


@dataclass(frozen=True)
class Numbered:
    """One number as the desk tells of it; `term` and `day` are empty for one that only a plan states."""

    unit: str
    kind: str
    term: str
    number: int
    text: str
    state: State
    day: str
    plan: str


@dataclass(frozen=True)
class Told:
    """Numbers, and what is worth seeing about them."""

    numbers: list[Numbered]
    problems: list[Problem]


def reserve(desk: Desk, asked: Asked) -> Told:
    """Hold numbers: the next ones, or the one named. Raises Refused."""
    unit = desk.unit(asked.unit)
    with nullcontext() if asked.dry_run else sole_writer(desk.workspace):
        numbers = numbers_of(desk, unit.id)
        series = _series(desk, numbers, unit, asked)
        plan = "" if asked.kind else desk.plan.id
        if asked.number:
            check_free(numbers, unit, series, asked.number, plan)
        else:
            check_clear(numbers, series)
        first = asked.number or numbers.highest(series) + 1
        held = [Booking(series, number, HELD, today(), plan) for number in range(first, first + asked.count)]
        if not asked.dry_run:
            add_to_register(desk.workspace, held)
    hints = list(_hints(unit, series, numbers.highest(series), asked.number))
    return Told([_numbered(desk, booking, "reserved") for booking in held], hints)


def _series(desk: Desk, numbers: UnitNumbers, unit: Unit, asked: Asked) -> Series:
    kind, term = kind_asked(desk, numbers, asked.kind), term_asked(numbers, unit, asked.term)
    check_term(numbers, unit, term)
    if asked.kind is None:
        check_plan(desk, numbers, unit, term, asked.number)
    return Series(unit.id, kind, term)


def _hints(unit: Unit, series: Series, highest: int, number: int | None) -> Iterator[Problem]:
    if not highest and not number:
        message = f"Sổ chưa có số {series.kind} nào của «{unit.name}» nhiệm kỳ {series.term} nên bắt đầu từ 01."
        remedy = "Nếu đã cấp số ngoài docgen thì trả số này rồi giữ số đúng bằng --number."
        yield Problem(Place(REGISTER), "number.first", message, remedy, "hint")
    if highest and number and number > highest + 1:
        message = f"Bỏ cách các số từ {highest + 1:02d} đến {number - 1:02d}."
        yield Problem(Place("--number"), "number.gap", message, "Số văn bản phải liên tục: xem lại số vừa giữ.", "hint")


def release(desk: Desk, returned: Returned) -> Told:
    """Give numbers back, all or none. Raises Refused for one that is not held or stands in a plan."""
    unit = desk.unit(returned.unit)
    term = term_read(returned.term) if returned.term else None
    with nullcontext() if returned.dry_run else sole_writer(desk.workspace):
        numbers = numbers_of(desk, unit.id)
        held = [the_held(numbers, unit, one, returned.kind, term) for one in dict.fromkeys(returned.numbers)]
        given_back = [Booking(one.series, one.number, RELEASED, today(), one.plan) for one in held]
        if not returned.dry_run:
            add_to_register(desk.workspace, given_back)
    return Told([_numbered(desk, booking, "released") for booking in given_back], [])


def listing(desk: Desk, unit: str | None) -> Told:
    """Every number of the register and of the plans, of one unit or of all. Raises Refused."""
    wanted = desk.unit(unit).id if unit else None
    register = [booking for booking in read_register(desk.workspace) if wanted in (None, booking.series.unit)]
    told = Told([], list(_held_twice(register)))
    for numbers in numbers_by_unit(desk, register):
        if wanted in (None, numbers.unit):
            told.numbers.extend(sorted(_listed(desk, numbers), key=lambda one: (one.kind, one.term, one.number)))
            told.problems.extend(_stated_for_another(numbers))
    return told


def _listed(desk: Desk, numbers: UnitNumbers) -> Iterator[Numbered]:
    for booking in numbers.bookings.values():
        state: State = "used" if numbers.stated_as(booking) else "reserved"
        yield _numbered(desk, booking, state if booking.state == HELD else "released")
    for one in numbers.stated:
        if not any(one in numbers.stated_as(held) for held in numbers.held):
            text = _text(desk, one.unit, one.kind, one.number)
            yield Numbered(one.unit, one.kind, "", one.number, text, "used", "", one.plan)


def _numbered(desk: Desk, booking: Booking, state: State) -> Numbered:
    series, number = booking.series, booking.number
    text = _text(desk, series.unit, series.kind, number)
    day, plan = short_date(booking.day), booking.plan
    return Numbered(series.unit, series.kind, str(series.term), number, text, state, day, plan)


def _text(desk: Desk, unit_id: str, kind: str, number: int) -> str:
    """`05-KH/HU`; without the organ's symbol when the unit is no longer in the registry."""
    register = desk.opened.workbook.register
    unit = register.units.get(unit_id)
    return number_and_symbol(number, kind, symbol(unit, register.kind_of(unit)) if unit else "")


def _held_twice(register: Sequence[Booking]) -> Iterator[Problem]:
    """Only a register put together by hand from two copies says so."""
    held: dict[tuple[Series, int], Booking] = {}
    for booking in register:
        known = held.get((booking.series, booking.number))
        if booking.state == RELEASED:
            held.pop((booking.series, booking.number), None)
        elif known:
            what = f"Số {booking.number:02d}-{booking.series.kind} của «{booking.series.unit}»"
            message, remedy = f"{what} giữ hai lần (lần trước ở dòng {known.line}).", "Đổi số một trong hai văn bản."
            yield Problem(Place(REGISTER, booking.line, 1), "number.twice", message, remedy, "warning")
        else:
            held[booking.series, booking.number] = booking


def _stated_for_another(numbers: UnitNumbers) -> Iterator[Problem]:
    for held in numbers.held:
        for stated in numbers.stated_as(held):
            if held.plan not in ("", stated.plan):
                message = f"Số {held.number:02d} ghi ở đây là số sổ đang giữ cho kế hoạch {held.plan}."
                remedy = (
                    f"Xóa số ở đây rồi lấy số khác bằng «docgen number reserve {stated.unit} --plan {stated.plan}»."
                )
                yield Problem(stated.place, "number.taken", message, remedy, "warning")
