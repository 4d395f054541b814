"""One value of a form and the clause that sets it.

No generic class: pydantic builds those one by one at every start, and pickle does not find them.
"""

from decimal import Decimal

from pydantic import Field

from docgen.model.entry import Entry, Flag, Number


class Rule(Entry):
    """A value and the clause that sets it."""

    value: object = Field(alias="gia_tri", title="Giá trị")
    clause: str = Field(alias="can_cu", title="Căn cứ", min_length=1)


class Text(Rule):
    """Words, or a pattern with places such as `{so}`; `others` are as good."""

    value: str = Field(alias="gia_tri", title="Giá trị")
    others: tuple[str, ...] = Field((), alias="hoac", title="Hoặc")

    def allows(self, text: str) -> bool:
        """Whether the clause accepts these very words."""
        return text == self.value or text in self.others


class Figure(Rule):
    """A figure, `low` and `high` where the clause gives a range; `tolerance` is what measuring may be off."""

    value: Number = Field(alias="gia_tri", title="Giá trị")
    others: tuple[Number, ...] = Field((), alias="hoac", title="Hoặc")
    low: Number | None = Field(None, alias="tu", title="Từ")
    high: Number | None = Field(None, alias="den", title="Đến")
    tolerance: Number = Field(Decimal(0), alias="sai_so", title="Sai số cho phép")

    def allows(self, measured: float) -> bool:
        """Whether the clause accepts a measured figure."""
        off = float(self.tolerance)
        if self.low is None and self.high is None:
            return any(abs(measured - float(accepted)) <= off for accepted in (self.value, *self.others))
        return within(measured, self.low, self.high, off)


class Switch(Rule):
    """Yes or no."""

    value: Flag = Field(alias="gia_tri", title="Giá trị")


class Words(Rule):
    """A list of words."""

    value: tuple[str, ...] = Field(alias="gia_tri", title="Giá trị")


class Table(Rule):
    """Words by a name."""

    value: dict[str, tuple[str, ...]] = Field(alias="gia_tri", title="Giá trị")


class Line(Rule):
    """What stands below a component: signs on a line of their own, or, where there are none, a drawn line.

    `low` and `high` are the length of the drawn line as a share of the words above it.
    """

    value: str = Field(alias="gia_tri", title="Dấu")
    low: Number | None = Field(None, alias="tu", title="Nét kẻ dài từ")
    high: Number | None = Field(None, alias="den", title="Nét kẻ dài đến")

    @property
    def drawn(self) -> bool:
        """Whether a line is drawn."""
        return not self.value


class Look(Entry):
    """Letters of one component; the size in points, `low` and `high` where the clause gives a range."""

    size: Number = Field(alias="co", title="Cỡ chữ")
    low: Number | None = Field(None, alias="tu", title="Cỡ nhỏ nhất")
    high: Number | None = Field(None, alias="den", title="Cỡ lớn nhất")
    caps: Flag = Field(False, alias="hoa", title="In hoa")
    bold: Flag = Field(False, alias="dam", title="Đậm")
    italic: Flag = Field(False, alias="nghieng", title="Nghiêng")
    underline: Flag = Field(False, alias="gach_chan", title="Gạch chân")
    clause: str = Field(alias="can_cu", title="Căn cứ", min_length=1)

    def allows(self, size: float) -> bool:
        """Whether the clause accepts a size."""
        return within(size, self.low or self.size, self.high or self.size, 0)


def within(measured: float, low: Decimal | None, high: Decimal | None, off: float) -> bool:
    """Whether a figure lies in a range that may be open, give or take `off`."""
    return (low is None or measured >= float(low) - off) and (high is None or measured <= float(high) + off)
