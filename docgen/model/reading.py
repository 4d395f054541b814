"""A .docx as read: the Document it holds, and every line with its role, its effective look and its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from docgen.model.document import Document, Role
from docgen.model.hazard import Hazard

Alignment = Literal["left", "center", "right", "both"]
Spacing = Literal["exact", "atLeast", "multiple"]
DrawnBy = Literal["shape", "border", "characters"]
BODY_PART = "word/document.xml"
_SPACER_SIZE = 8.0  # pt: paragraphs of this size or less only keep a distance (lint-rules.md section 2)


@dataclass(frozen=True)
class Letters:
    """Effective look of a run. `font` is what the letters stand in; `other_font` of the Latin or Vietnamese ones
    when the two slots differ; `color` six hexadecimal digits, empty for automatic."""

    size: float
    bold: bool = False
    italic: bool = False
    underline: bool = False
    caps: bool = False
    font: str = ""
    other_font: str = ""
    color: str = ""
    hidden: bool = False
    highlight: bool = False
    spaced: float = 0.0


@dataclass(frozen=True)
class Layout:
    """Effective look of a paragraph: millimetres for indents, points for gaps; `line` in points, or in lines when
    `line_rule` is multiple. `first` is negative where the first line hangs out; borders by style: `single`."""

    alignment: Alignment = "left"
    first: float = 0.0
    left: float = 0.0
    right: float = 0.0
    before: float = 0.0
    after: float = 0.0
    line_rule: Spacing = "multiple"
    line: float = 1.0
    keep_next: bool = False
    keep_lines: bool = False
    new_page: bool = False
    outline_level: int | None = None
    border_above: str = ""
    border_below: str = ""


@dataclass(frozen=True)
class DrawnLine:
    """A horizontal line drawn in or under a paragraph; `width` in points, 0 when unknown (a border: as wide as it)."""

    by: DrawnBy
    width: float = 0.0
    style: str = "single"


@dataclass(frozen=True)
class Cell:
    """A cell of a table, counted from 0; `data` when the table holds data and does not only lay out lines; `width` in
    millimetres, 0 when the file does not say."""

    table: int
    row: int
    column: int
    data: bool = False
    width: float = 0.0


@dataclass(frozen=True)
class Piece:
    """Words in one look, in normal form; `raw` are the same as stored when they differ."""

    text: str
    letters: Letters
    raw: str = ""


@dataclass(frozen=True)
class Line:
    """One paragraph, or one row of it where a letterhead is set by tabs or line breaks.

    `paragraph` counts every w:p of `part` from 1 in document order; `label` is the number Word makes by itself, already
    the first piece; `fields` are field codes. An empty paragraph has one piece without words: how high its line stands.
    """

    pieces: tuple[Piece, ...]
    layout: Layout = Layout()
    style: str = ""
    part: str = BODY_PART
    paragraph: int = 0
    section: int = 0
    cell: Cell | None = None
    label: str = ""
    drawn: tuple[DrawnLine, ...] = ()
    fields: tuple[str, ...] = ()
    page_break: bool = False
    box: bool = False
    column: int = 0

    @cached_property
    def words(self) -> str:
        """All words with their outer blanks."""
        return "".join([piece.text for piece in self.pieces])

    @cached_property
    def text(self) -> str:
        """All words, edges trimmed."""
        return self.words.strip()

    @cached_property
    def raw(self) -> str:
        """All words as stored, not in normal form."""
        return "".join([piece.raw or piece.text for piece in self.pieces])

    @cached_property
    def letters(self) -> Letters | None:
        """The look of the first visible words."""
        return next((piece.letters for piece in self.pieces if piece.text.strip()), None)

    @property
    def spacer(self) -> bool:
        """Whether it only keeps a distance: no words, or none larger than 8 pt and none that are words."""
        letters = self.letters
        return letters is None or (letters.size <= _SPACER_SIZE and not any(map(str.isalnum, self.text)))

    def share(self, of: str) -> float:
        """Share of visible characters (0–1) whose letters have the attribute `of` set."""
        visible = [(len(piece.text.strip()), piece.letters) for piece in self.pieces]
        total = sum(length for length, _ in visible)
        return sum(length for length, letters in visible if getattr(letters, of)) / total if total else 0.0

    def cut(self, start: int, end: int, column: int = 0) -> "Line":
        """The characters start … end as a line of its own."""
        kept, at = [], 0
        for piece in self.pieces:
            begin, stop = max(start - at, 0), min(end - at, len(piece.text))
            if begin < stop:
                raw = piece.raw[begin:stop] if len(piece.raw) == len(piece.text) else ""
                kept.append(replace(piece, text=piece.text[begin:stop], raw=raw))
            at += len(piece.text)
        return replace(self, pieces=tuple(kept), column=column)


@dataclass(frozen=True)
class Grid:
    """A table of data: rows of cell texts, header row first; its lines stand in `Reading.lines` with role table."""

    rows: tuple[tuple[str, ...], ...]
    table: int = 0
    header_repeats: bool = False
    rows_split: bool = False
    paragraph: int = 0
    section: int = 0


@dataclass(frozen=True)
class Section:
    """A section: millimetres, and what stands in its headers and footers by kind (`default`, `first`, `even`).

    `number_format` is Word's name for the figures of its page numbers, `mirrored` whether left and right change sides
    on the back of a sheet, `two_sided` whether even pages have headers of their own.
    """

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    header: float
    landscape: bool = False
    first_page_differs: bool = False
    starts_at: int | None = None
    mirrored: bool = False
    two_sided: bool = False
    number_format: str = "decimal"
    headers: Mapping[str, tuple[Line, ...]] = field(default_factory=dict)
    footers: Mapping[str, tuple[Line, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Placed:
    """A line and what it is. `confidence` 0–1 says how sure; `continues` a sentence the line before left unended."""

    line: Line
    role: Role
    confidence: float = 1.0
    number: str = ""
    path: str = ""
    continues: bool = False

    @cached_property
    def text(self) -> str:
        """All words of the line, with its number."""
        return self.line.text

    @property
    def where(self) -> str:
        """Its path in the body, else its role."""
        return self.path or self.role


@dataclass(frozen=True)
class Reading:
    """A paper as read. `lines` are all of the body story in reading order, spacers too, cells of data tables too."""

    document: Document
    lines: tuple[Placed, ...]
    sections: tuple[Section, ...]
    tables: tuple[Grid, ...] = ()
    notes: tuple[Line, ...] = ()
    hazards: tuple[Hazard, ...] = ()
    revisions: int = 0

    def of(self, *roles: Role) -> tuple[Placed, ...]:
        """Lines with words of these roles, in reading order."""
        return tuple(placed for placed in self.lines if placed.role in roles and placed.line.text)

    def first(self, role: Role) -> Placed | None:
        """The first line of a role."""
        return next(iter(self.of(role)), None)

    @property
    def marginal(self) -> Iterator[Line]:
        """Lines of all headers and footers, a shared part once."""
        seen: set[tuple[str, int]] = set()
        for section in self.sections:
            for lines in (*section.headers.values(), *section.footers.values()):
                fresh = [line for line in lines if (line.part, line.paragraph) not in seen]
                seen.update((line.part, line.paragraph) for line in fresh)
                yield from fresh

    @property
    def page(self) -> Mapping[str, float]:
        """Sheet and margins of the first section in millimetres."""
        first = self.sections[0]
        return {
            "width": first.width, "height": first.height, "top": first.top, "bottom": first.bottom,
            "left": first.left, "right": first.right, "header": first.header,
        }  # fmt: skip

    @property
    def looks(self) -> Mapping[Role, Letters]:
        """Letters of the first line of each role."""
        found: dict[Role, Letters] = {}
        for placed in self.lines:
            if placed.line.letters and placed.line.text:
                found.setdefault(placed.role, placed.line.letters)
        return found

    @property
    def page_number(self) -> Line | None:
        """The header or footer line that holds the page number."""
        return next((line for line in self.marginal if "PAGE" in line.fields), None)
