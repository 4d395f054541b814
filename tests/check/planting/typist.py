"""Types a paper as a person does in Word: style Normal everywhere, looks given by hand, one of three letterheads.

`table`  two borderless columns, lines drawn as DrawingML shapes
`tabs`   both columns on one line, split by tab stops, lines drawn in VML
`flat`   one line after the other, the long line as a paragraph border
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import zip_longest
from typing import Any, Literal

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from tests.check.planting.drawn import RuleKind, draw_rule
from tests.check.planting.looks import BODIES, BODY_ROLES, LOOKS, Align
from tests.check.planting.sheet import blank_page, new_sheet
from tests.check.planting.wording import Line

Letterhead = Literal["table", "tabs", "flat"]
ALIGNMENTS: dict[Align, WD_ALIGN_PARAGRAPH] = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
_RULES: dict[Letterhead, RuleKind] = {"table": "shape", "tabs": "vml", "flat": "border"}
_LEFT_HEAD = ("superior", "issuer", "star", "number", "letter_subject")
_RIGHT_HEAD = ("title", "motto", "place_date")
_LOWER_HEAD = ("number", "letter_subject", "place_date")
_LEFT_END = ("recipients_label", "recipient")
_RIGHT_END = ("authority", "position", "signer")
_APPENDIX_START = ("appendix_number", "appendix_title")
_COLUMNS = (Mm(68), Mm(99.5))  # together wider than the text, as in most offices
_TAB_STOPS = (Mm(37), Mm(118))
TEXT_WIDTH = 467.7  # points
_SIGNING_LINES = 4
_ROOM_FOR_RULE = 8  # points below
# Points before and after, where a person leaves some.
_GAPS = {"kind": (12, 0), "address": (12, 12), "decides": (12, 12), "rule": (0, 12), "letter_subject": (6, 0)}
BLANK = Line("blank", "")


@dataclass(frozen=True)
class Part:
    """A line and the rule drawn under it, in points."""

    line: Line
    drawn: float | None = None


@dataclass
class Typist:
    """One sheet being typed; `form` gives the looks, `letterhead` the way the two columns are made."""

    form: str
    letterhead: Letterhead
    paper: Any = field(default_factory=docx.Document)

    def type(self, lines: Sequence[Line]) -> bytes:
        """The whole paper."""
        blank_page(self.paper, LOOKS[self.form]["page_number"].size)
        parts = _parts(lines)
        self._columns(_columns(_of(parts, _LEFT_HEAD), _of(parts, _RIGHT_HEAD)))
        apart = {*_LEFT_HEAD, *_RIGHT_HEAD, *_LEFT_END, *_RIGHT_END}
        rest = [part for part in parts if part.line.role not in apart]
        start = next((at for at, part in enumerate(rest) if part.line.role in _APPENDIX_START), len(rest))
        for part in rest[:start]:
            self._typed(self.paper.add_paragraph(), part)
        self._columns([(_of(parts, _LEFT_END), _with_room(_of(parts, _RIGHT_END)))])
        self._appendices(rest[start:])
        stream = BytesIO()
        self.paper.save(stream)
        return stream.getvalue()

    def _columns(self, rows: list[tuple[list[Part], list[Part]]]) -> None:
        """Two columns side by side: rows of a table, lines split by a tab, or one after the other."""
        if self.letterhead == "table":
            self._table(rows)
        elif self.letterhead == "tabs":
            for left, right in rows:
                for pair in zip_longest(left, right, fillvalue=Part(BLANK)):
                    self._tabbed(*pair)
        else:
            for part in (part for column in range(2) for row in rows for part in row[column]):
                self._typed(self.paper.add_paragraph(), part)

    def _table(self, rows: list[tuple[list[Part], list[Part]]]) -> None:
        table = self.paper.add_table(rows=len(rows), cols=2)
        table.autofit = False
        for column, width in zip(table.columns, _COLUMNS, strict=True):
            column.width = width
        for row, columns in zip(table.rows, rows, strict=True):
            for cell, parts, width in zip(row.cells, columns, _COLUMNS, strict=True):
                cell.width = width
                self._cell(cell, parts)

    def _cell(self, cell: Any, parts: Iterable[Part]) -> None:
        for at, part in enumerate(parts):
            self._typed(cell.add_paragraph() if at else cell.paragraphs[0], part)

    def _tabbed(self, left: Part, right: Part) -> None:
        """Both columns on one line. The left one begins at a tab stop too when it is centred."""
        paragraph = self.paper.add_paragraph()
        if left.line is right.line:
            return
        stops = paragraph.paragraph_format.tab_stops
        middle_left, middle_right = _TAB_STOPS
        if left.line is BLANK or LOOKS[self.form][left.line.role].align == "center":
            stops.add_tab_stop(middle_left, WD_TAB_ALIGNMENT.CENTER)
            paragraph.add_run("\t")
        stops.add_tab_stop(middle_right, WD_TAB_ALIGNMENT.CENTER)
        self._said(paragraph, left, room=2 * middle_left.pt)
        if right.line is not BLANK:
            paragraph.add_run("\t")
            self._said(paragraph, right, room=2 * middle_right.pt)
        if left.drawn or right.drawn:
            paragraph.paragraph_format.space_after = Pt(_ROOM_FOR_RULE)

    def _appendices(self, parts: list[Part]) -> None:
        """Each on a sheet of its own; rows that follow each other are one table."""
        table = before = None
        for part in parts:
            role = part.line.role
            if role in _APPENDIX_START and before not in _APPENDIX_START:
                new_sheet(self.paper, counts_anew=self.form != "hd36")
            if role != "row":
                self._typed(self.paper.add_paragraph(), part)
            elif before == "row":
                self._row(table.add_row(), part.line.cells, "cell")  # type: ignore[union-attr]
            else:
                table = self.paper.add_table(rows=1, cols=len(part.line.cells), style="Table Grid")
                self._row(table.rows[0], part.line.cells, "cell_head")
            before = role

    def _row(self, row: Any, texts: list[str], role: str) -> None:
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if role == "cell_head":
            properties.append(OxmlElement("w:tblHeader"))
        for cell, text in zip(row.cells, texts, strict=True):
            self._cell(cell, [Part(Line(role, text))])

    def _typed(self, paragraph: Paragraph, part: Part) -> None:
        """A line as a paragraph of its own."""
        role = part.line.role
        if part.line is BLANK:
            return
        paragraph.alignment = ALIGNMENTS[LOOKS[self.form][role].align]
        self._said(paragraph, part)
        before, after = _GAPS.get(role, (0, _ROOM_FOR_RULE if part.drawn else 0))
        paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(before), Pt(after)
        if role in BODY_ROLES:
            self._body(paragraph)

    def _said(self, paragraph: Paragraph, part: Part, room: float = TEXT_WIDTH) -> None:
        """The words in their look, and the rule under them, centred in `room` points."""
        if part.line is BLANK:
            return
        look = LOOKS[self.form][part.line.role]
        run = paragraph.add_run(part.line.text)
        run.font.size = Pt(look.size)
        for slant, name in (("b", "bold"), ("i", "italic"), ("u", "underline")):
            if slant in look.slants:
                setattr(run.font, name, True)
        if part.drawn:
            draw_rule(paragraph, part.drawn, self._rule_kind(part.line.role), room)

    def _rule_kind(self, role: str) -> RuleKind:
        """A border is as wide as its paragraph: only a rule as long as the words can be one."""
        kind = _RULES[self.letterhead]
        return "shape" if kind == "border" and role not in _RIGHT_HEAD else kind

    def _body(self, paragraph: Paragraph) -> None:
        body, layout = BODIES[self.form], paragraph.paragraph_format
        layout.first_line_indent, layout.space_after = Mm(body.indent), Pt(body.gap)
        if body.exact:
            layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(body.exact)
        else:
            layout.line_spacing = body.multiple


def _parts(lines: Iterable[Line]) -> list[Part]:
    parts: list[Part] = []
    for line in lines:
        if line.role == "drawn":
            parts[-1] = Part(parts[-1].line, float(line.text))
        else:
            parts.append(Part(line))
    return parts


def _of(parts: Iterable[Part], roles: Sequence[str]) -> list[Part]:
    return [part for part in parts if part.line.role in roles]


def _columns(left: list[Part], right: list[Part]) -> list[tuple[list[Part], list[Part]]]:
    """Upper and lower half of a letterhead: number and date stand on one line."""
    return [
        (
            [part for part in left if (part.line.role in _LOWER_HEAD) == lower],
            [part for part in right if (part.line.role in _LOWER_HEAD) == lower],
        )
        for lower in (False, True)
    ]


def _with_room(signature: list[Part]) -> list[Part]:
    """Empty lines above the name, where the signature goes."""
    return [*signature[:-1], *[Part(BLANK)] * _SIGNING_LINES, signature[-1]]
