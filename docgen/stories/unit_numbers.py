"""One unit's numbers, as the register and the plans together have them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from docgen.model.numbering import HELD, Booking, Series, Term, standing
from docgen.stories.desk import Desk, Stated
from docgen.workspace.numbers import read_register


@dataclass(frozen=True)
class UnitNumbers:
    """`bookings`: how every number of the register stands; `stated`: those the plans state."""

    unit: str
    bookings: dict[tuple[Series, int], Booking]
    stated: Sequence[Stated]

    @property
    def held(self) -> list[Booking]:
        """What is held now."""
        return [booking for booking in self.bookings.values() if booking.state == HELD]

    def home(self, stated: Stated) -> Series | None:
        """The series the register holds a stated number in."""
        meant = (stated.kind, stated.number, stated.plan)
        homes = (held.series for held in self.held if (held.series.kind, held.number, held.plan) == meant)
        return next(homes, None)

    def stated_in(self, series: Series) -> list[Stated]:
        """Stated numbers that may be of a series: the register says so, or says nothing and the day allows it."""
        return [one for one in self.stated if one.kind == series.kind and self._may_be_of(one, series)]

    def _may_be_of(self, stated: Stated, series: Series) -> bool:
        home = self.home(stated)
        return home == series if home else stated.day is None or series.term.may_hold(stated.day)

    def unclear_in(self, series: Series) -> list[Stated]:
        """Stated numbers that may be of this series or of another one."""
        return [
            one
            for one in self.stated_in(series)
            if self.home(one) is None and not (one.day and series.term.surely_holds(one.day))
        ]

    def highest(self, series: Series) -> int:
        """The highest number ever given in a series, 0 for none."""
        booked = (number for known, number in self.bookings if known == series)
        return max((0, *booked, *(one.number for one in self.stated_in(series))))

    def stated_as(self, booking: Booking) -> list[Stated]:
        """Where plans state a number of the register."""
        return [one for one in self.stated_in(booking.series) if one.number == booking.number]

    def terms(self) -> dict[Term, Booking]:
        """Terms with a number held, and the last such number."""
        return {booking.series.term: booking for booking in self.held}


def numbers_of(desk: Desk, unit: str) -> UnitNumbers:
    """One unit's numbers. Raises Refused."""
    own = (booking for booking in read_register(desk.workspace) if booking.series.unit == unit)
    return UnitNumbers(unit, standing(own), desk.stated.get(unit, ()))


def numbers_by_unit(desk: Desk, register: Iterable[Booking]) -> list[UnitNumbers]:
    """The numbers of every unit that has any, in the order of their ids."""
    own: dict[str, list[Booking]] = {unit: [] for unit in desk.stated}
    for booking in register:
        own.setdefault(booking.series.unit, []).append(booking)
    return [UnitNumbers(unit, standing(own[unit]), desk.stated.get(unit, ())) for unit in sorted(own)]
