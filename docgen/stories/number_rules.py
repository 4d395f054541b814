"""What the number desk refuses: an unknown series, a number given already, one that is not there to give back."""

from collections.abc import Callable
from typing import TypeVar

from docgen.model.numbering import HELD, Booking, Series, Term, parse_kind, parse_term
from docgen.model.register import default_day
from docgen.model.unit import Unit
from docgen.problems import Place, Problem
from docgen.stories.desk import Desk
from docgen.stories.unit_numbers import UnitNumbers
from docgen.vietnamese import short_date, to_nfc
from docgen.workspace.folder import USAGE, Refused
from docgen.workspace.numbers import REGISTER

T = TypeVar("T")


def kind_asked(desk: Desk, numbers: UnitNumbers, text: str | None) -> str:
    """The kind asked for, else the plan's; `kh` beside `KH` would be a second count of the same papers."""
    if text is None:
        return _parsed(parse_kind, desk.plan.kind_symbol, desk.place_of("ky_hieu_loai"), "Ghi như KH, QĐ, CTr.")
    kind = _parsed(parse_kind, to_nfc(text), Place("--kind"), "Ghi như KH, QĐ, CTr.")
    known = {desk.plan.kind_symbol, *(one.kind for one in numbers.stated), *(one.kind for one, _ in numbers.bookings)}
    twin = next((other for other in sorted(known) if other.casefold() == kind.casefold()), None)
    if kind in known or twin is None:
        return kind
    message = f"Ký hiệu «{kind}» khác chữ hoa, chữ thường với «{twin}» đang dùng."
    raise Refused(Problem(Place("--kind"), "number.kind", message, f"Có phải ý là «{twin}»?"), USAGE)


def term_asked(numbers: UnitNumbers, unit: Unit, text: str | None) -> Term:
    """The term asked for: no data says when a committee's congress was, so nothing stands in for it."""
    if text is None:
        message = f"Chưa biết nhiệm kỳ của «{unit.name}»: số văn bản đếm theo từng tên loại trong một nhiệm kỳ cấp ủy."
        known = " hoặc ".join(f"--term {term}" for term in sorted(numbers.terms()))
        remedy = f"Thêm {known or '--term kèm hai năm đại hội, ví dụ --term 2020-2025'}."
        raise Refused(Problem(Place("--term"), "number.no_term", message, remedy), USAGE)
    return term_read(text)


def term_read(text: str) -> Term:
    """Text → term."""
    return _parsed(parse_term, text, Place("--term"), "Ghi hai năm đại hội, ví dụ 2020-2025.")


def _parsed(parse: Callable[[str], T], text: str, place: Place, remedy: str) -> T:
    try:
        return parse(text)
    except ValueError as wrong:
        raise Refused(Problem(place, "number.option", str(wrong), remedy), USAGE) from None


def check_term(numbers: UnitNumbers, unit: Unit, term: Term) -> None:
    """A slip in the term would begin a second count from 01."""
    for other, booking in numbers.terms().items():
        if other != term and other.overlaps(term):
            message = f"Sổ của «{unit.name}» đang có nhiệm kỳ {other}, trùng thời gian với {term}."
            remedy = f"Ghi --term {other}; nếu sổ ghi nhầm nhiệm kỳ thì trả số bằng «docgen number release»."
            raise Refused(Problem(Place(REGISTER, booking.line, 1), "number.term", message, remedy))


def check_plan(desk: Desk, numbers: UnitNumbers, unit: Unit, term: Term, number: int | None) -> None:
    """A plan is of its own years, and needs one number for a unit: the one it states, or one held."""
    plan = desk.plan
    day = plan.part(unit.id).date or default_day(plan)
    if not term.may_hold(day):
        message = f"Kế hoạch {plan.id} ban hành năm {day.year}, ngoài nhiệm kỳ {term}."
        remedy = "Ghi nhiệm kỳ của cấp ủy lúc ban hành kế hoạch."
        raise Refused(Problem(Place("--term"), "number.term", message, remedy))
    for held in numbers.held:
        if held.plan == plan.id:
            message = f"«{unit.name}» đã giữ số {held.number:02d}-{held.series.kind} cho kế hoạch {plan.id}."
            remedy = f"Dùng số đó, hoặc trả bằng «docgen number release {unit.id} {held.number}» rồi giữ số khác."
            raise Refused(Problem(Place(REGISTER, held.line, 1), "number.held", message, remedy))
    for stated in numbers.stated:
        if stated.plan == plan.id and stated.number != number:
            message = f"Kế hoạch {plan.id} đã ghi số {stated.number:02d} cho «{unit.name}»."
            remedy = f"Ghi số này vào sổ bằng --number {stated.number}; muốn số khác thì xóa số ở đây trước."
            raise Refused(Problem(stated.place, "number.stated", message, remedy))


def check_free(numbers: UnitNumbers, unit: Unit, series: Series, number: int, plan: str) -> None:
    """A number asked for by name: neither held, nor stated by another plan; one given back may be held again."""
    what = f"Số {number:02d}-{series.kind} nhiệm kỳ {series.term} của «{unit.name}»"
    remedy = "Chọn số khác, hoặc bỏ --number để lấy số kế tiếp."
    booking = numbers.bookings.get((series, number))
    if booking and booking.state == HELD:
        message = f"{what} đã giữ ngày {short_date(booking.day)}."
        raise Refused(Problem(Place(REGISTER, booking.line, 1), "number.taken", message, remedy))
    for stated in numbers.stated_in(series):
        if stated.number == number and stated.plan != plan:
            message = f"{what} đã ghi cho kế hoạch {stated.plan}."
            raise Refused(Problem(stated.place, "number.taken", message, remedy))


def check_clear(numbers: UnitNumbers, series: Series) -> None:
    """What comes next is known only when every number stated is known to be of this term or of another."""
    for one in numbers.unclear_in(series):
        message = f"Chưa rõ số {one.number:02d} ghi ở đây thuộc nhiệm kỳ nào (năm có đại hội, hoặc không có ngày)."
        command = f"docgen number reserve {one.unit} --plan {one.plan} --number {one.number} --term …"
        raise Refused(Problem(one.place, "number.term", message, f"Ghi số đó vào sổ trước: «{command}»."))


def the_held(numbers: UnitNumbers, unit: Unit, number: int, kind: str | None, term: Term | None) -> Booking:
    """The one booking meant when a number is given back; a number a plan states is in use."""
    held = [
        booking
        for booking in numbers.held
        if booking.number == number and kind in (None, booking.series.kind) and term in (None, booking.series.term)
    ]
    if not held:
        message, remedy = f"«{unit.name}» không giữ số {number:02d}.", f"Xem bằng «docgen number list {unit.id}»."
        raise Refused(Problem(Place(str(number)), "number.not_held", message, remedy))
    if len(held) > 1:
        message = f"«{unit.name}» giữ số {number:02d} trong {len(held)} dãy số."
        ways = "; ".join(f"--kind {booking.series.kind} --term {booking.series.term}" for booking in held)
        raise Refused(Problem(Place(str(number)), "number.unclear", message, f"Thêm một trong: {ways}."), USAGE)
    for stated in numbers.stated_as(held[0]):
        message = f"Số {number:02d}-{stated.kind} đang ghi trong kế hoạch {stated.plan} nên không trả được."
        raise Refused(Problem(stated.place, "number.used", message, "Văn bản chưa ban hành thì xóa số ở đây trước."))
    return held[0]
