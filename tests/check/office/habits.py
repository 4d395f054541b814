"""How an office types its papers: what a clerk sets by hand, what is left of years of copying from paper to paper."""

from dataclasses import dataclass
from typing import Literal

Columns = Literal["table", "rows", "tabs"]
Rule = Literal["shape", "connector", "vml", "vml_shape", "border", "cell", "group"]
Fonts = Literal["direct", "theme", "style", "some"]
Spacing = Literal["exact", "atLeast", "auto"]


@dataclass(frozen=True)
class Habits:
    """Points for sizes and gaps, millimetres for margins and indents, inches for columns, shares for drawn lines."""

    columns: Columns = "table"
    """One row of two cells, two rows of them, or tabs."""
    widths: tuple[float, float] = (2.6, 4.2)
    rule: Rule | None = "connector"
    title_rule: float = 0.95
    issuer_rule: float = 0.45
    subject_rule: float | None = None
    anchor: Literal["line", "below"] = "line"
    """Lines hang on the words above them or on an empty paragraph below."""
    spacer: float | None = 6
    """Size of the empty paragraphs between the parts of the head."""
    fonts: Fonts = "direct"
    """Times New Roman on every run, by the theme, by Normal, or on every second run of a paper whose Normal has it."""
    normal: float = 12
    body: float = 14
    second: float | None = None
    """Size of every eighth paragraph of the body."""
    runs: int = 3
    noise: bool = True
    decomposed: bool = False
    margins: tuple[float, float, float, float] = (20, 20, 30, 15)
    """Top, bottom, left, right."""
    spacing: Spacing = "auto"
    line: float = 1.0
    before: float = 0
    after: float = 6
    indent: float = 12.7
    tabbed: bool = False
    """The first line set in by a tab sign."""
    page_number: Literal["top", "bottom"] | None = "top"
    on_first: bool = False
    sizes: tuple[tuple[str, float], ...] = ()
    """Sizes of components that are not those of the guidance."""
    bold_position: bool = False
    condensed: int = 0
    """Twentieths of a point taken off between letters, in every fifth paragraph."""
    box: str = ""
    """Words in a text box beside the head."""
    room: int = 4
    """Empty lines above the name."""
    name_in_table: bool = True
    tracked: bool = False
    commented: bool = False
    numbered: bool = False
    """Items `1.`, `2.` by Word's own numbering."""
    resaved: bool = False
    """Saved by LibreOffice last."""
    landscape: bool = False
    """The appendix lies across."""
