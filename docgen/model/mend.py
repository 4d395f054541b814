"""How formal faults are mended: changes of a paper's form as data, each at its place. Never a word, figure or name."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.model.reading import Line


@dataclass(frozen=True)
class Relettered:
    """Characters start … end of `line.words` get these attributes of Letters, such as `size` or `bold`."""

    line: Line
    start: int
    end: int
    letters: Mapping[str, float | bool | str] = field(default_factory=dict)


@dataclass(frozen=True)
class Relaid:
    """The paragraph of a line gets these attributes of Layout, in its units."""

    line: Line
    layout: Mapping[str, float | str] = field(default_factory=dict)


@dataclass(frozen=True)
class Retyped:
    """Characters start … end of `line.words` become `text`: signs, blanks and padding zeros alone."""

    line: Line
    start: int
    end: int
    text: str = ""


@dataclass(frozen=True)
class Composed:
    """Letters of a line and their tone marks become one character each."""

    line: Line


@dataclass(frozen=True)
class Removed:
    """An empty paragraph goes."""

    line: Line


@dataclass(frozen=True)
class Added:
    """A paragraph of signs below that of a line, laid out alike, in these attributes of Letters."""

    line: Line
    text: str
    letters: Mapping[str, float | bool | str] = field(default_factory=dict)


@dataclass(frozen=True)
class Repaged:
    """A section, counted from 0, gets these attributes of Section in millimetres."""

    section: int
    page: Mapping[str, float] = field(default_factory=dict)


Mend = Relettered | Relaid | Retyped | Composed | Removed | Added | Repaged
