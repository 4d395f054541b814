"""A fault of the user as data: what, where, how to mend it. Exceptions are our own bugs."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "hint"]


@dataclass(frozen=True, order=True)
class Place:
    """Where in the user's files: `line` and `column` count from 1; a template has `part` and `paragraph` instead.

    With a `sheet` they are row and column of a cell, and `snippet` is what the row is about.
    """

    file: str = ""
    line: int = 0
    column: int = 0
    part: str = ""
    paragraph: int = 0
    snippet: str = ""
    heading: str = ""  # the nearest above, in a template
    sheet: str = ""

    @property
    def cell(self) -> str:
        """`B7`: the cell as a spreadsheet names it."""
        letters, rest = "", self.column
        while rest:
            rest, letter = divmod(rest - 1, 26)
            letters = chr(ord("A") + letter) + letters
        return f"{letters}{self.line}"

    def as_json(self) -> dict[str, object]:
        """Shape `place` of a Problem in the contract."""
        if self.part:
            below = {"heading": self.heading} if self.heading else {}
            return {"file": self.file, "part": self.part, "paragraph": self.paragraph, **below, "snippet": self.snippet}
        if self.sheet:
            return {"file": self.file, "sheet": self.sheet, "cell": self.cell, "row": self.snippet}
        return {"file": self.file, "line": self.line, "column": self.column}

    def __str__(self) -> str:
        if self.part:
            heading = f" › {self.heading}" if self.heading else ""
            return f"{self.file} › {self.part} › đoạn {self.paragraph}{heading} «{self.snippet}»"
        if self.sheet:
            row = f" › {self.snippet}" if self.snippet else ""
            return f"{self.file} › {self.sheet} › ô {self.cell}{row}"
        if self.line:
            return f"{self.file}:{self.line}:{self.column}"
        return self.file


@dataclass(frozen=True, order=True)
class Problem:
    """One fault: one sentence saying what, one saying how to mend it."""

    place: Place
    code: str
    message: str
    remedy: str
    severity: Severity = "error"

    def as_json(self) -> dict[str, object]:
        """Shape `Problem` of the contract."""
        return {
            "code": self.code,
            "severity": self.severity,
            "place": self.place.as_json(),
            "message": self.message,
            "remedy": self.remedy,
        }


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Only the faults that stop work, in the order of their places."""
    return sorted(problem for problem in problems if problem.severity == "error")
