"""The appendices of a paper: title block, number, where each begins."""

import re
from dataclasses import dataclass, field

from docgen.check.draft import Draft
from docgen.model.reading import Placed

_HEAD = re.compile(r"PHỤ LỤC(?:\s+(?:SỐ\s*)?(\d{1,2}|[IVXL]+)\b)?\s*[.:\-–]?\s*(.*)", re.DOTALL)
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_TENS = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass
class Appendix:
    """One appendix: the line «Phụ lục …», the lines of its title and note, its number as written."""

    head: Placed
    index: int
    number: str = ""
    titles: list[Placed] = field(default_factory=list)
    named: bool = False
    note: Placed | None = None

    @property
    def value(self) -> int:
        """The number in figures, 0 without one."""
        return figure_of(self.number)


def appendices(draft: Draft) -> list[Appendix]:
    """All of them in reading order; `index` counts lines of the reading, spacers too."""
    found: list[Appendix] = []
    for index, placed in enumerate(draft.reading.lines):
        if placed.role == "appendix_title" and placed.line.text:
            head = _HEAD.match(placed.text.upper())
            if not found or (head and (head[1] or placed.line.layout.alignment == "center")):
                found.append(Appendix(placed, index, (head and head[1]) or "", named=bool(head and head[2].strip())))
            else:
                found[-1].titles.append(placed)
        elif placed.role == "appendix_note" and found and found[-1].note is None:
            found[-1].note = placed
    return found


def called(one: Appendix) -> str:
    """`Phụ lục 2`, in the number it has."""
    return f"Phụ lục {one.number}".strip()


def figure_of(number: str) -> int:
    """`3` and `III` are 3."""
    if number.isdigit() or not number:
        return int(number or 0)
    values = [_ROMAN[letter] for letter in number]
    return sum(-value if value < max(values[at:], default=0) else value for at, value in enumerate(values))


def written(number: int, roman: bool) -> str:
    """A number as the form writes it."""
    if not roman:
        return str(number)
    text = ""
    for value, letters in _TENS:
        text += letters * (number // value)
        number %= value
    return text
