"""Types the words of an office paper as the habits of that office have it, down to the XML Word leaves behind."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from io import BytesIO
from itertools import zip_longest
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from docgen.typeface import text_width
from tests.check.office.drawing import box, rule
from tests.check.office.habits import Habits
from tests.check.office.markup import Look, Markup, element
from tests.check.office.words import TEXT, Said
from tests.check.planting.saving import resaved_by_libreoffice, set_theme_font
from tests.check.planting.sheet import FONT_SLOTS, add_page_field, count_anew

LEFT = ("superior", "issuer", "star", "number", "letter_subject")
RIGHT = ("title", "motto", "place_date")
SIGNING = ("authority", "position", "signed", "signer")
_LOWER = ("number", "letter_subject", "place_date")
_END_LEFT = ("recipients_label", "recipient", "typist")
_AFTER = ("appendix_number", "appendix_title", "appendix_note", "row", "appendix_text")
_INCH = 1440

_STATE = {
    "superior": Look(13), "issuer": Look(13, "b"), "number": Look(13), "title": Look(13, "b"), "motto": Look(14, "b"),
    "place_date": Look(14, "i"), "letter_subject": Look(12), "kind": Look(14, "b"), "subject": Look(14, "b"),
    "address": Look(14), "addressee": Look(14), "decides": Look(14, "b"), "authority": Look(14, "b"),
    "position": Look(14, "b"), "signed": Look(14, "i"), "signer": Look(14, "b"), "recipients_label": Look(12, "bi"),
    "recipient": Look(11), "appendix_number": Look(14, "b"), "appendix_title": Look(14, "b"),
    "appendix_note": Look(14, "i"), "typist": Look(10), "row": Look(13), "basis": Look(14, "i"), "star": Look(14),
    "rule": Look(14),
}  # fmt: skip
_PARTY = _STATE | {
    "superior": Look(14), "issuer": Look(14, "b"), "number": Look(14), "title": Look(15, "b"),
    "letter_subject": Look(12, "i"), "kind": Look(16, "b"), "address": Look(14, "i"), "position": Look(14),
    "recipients_label": Look(14, "u"), "recipient": Look(12), "basis": Look(14),
}  # fmt: skip


@cache
def typed(words: tuple[Said, ...], habits: Habits) -> bytes:
    """The paper as .docx."""
    paper = _Paper(words, habits).typed()
    stream = BytesIO()
    paper.save(stream)
    content = stream.getvalue()
    return resaved_by_libreoffice(content) if habits.resaved else content


class _Paper:
    """One paper being typed."""

    def __init__(self, words: Sequence[Said], habits: Habits) -> None:
        self.words, self.habits = words, habits
        self.party = any(said.text.startswith("ĐẢNG CỘNG SẢN") for said in words)
        self.looks = dict(_PARTY if self.party else _STATE)
        for role, size in habits.sizes:
            self.looks[role] = Look(size, self.looks[role].slants)
        if habits.bold_position:
            self.looks["position"] = Look(self.looks["position"].size, "b")
        self.paper: Any = docx.Document()
        self.end = self.paper.element.body.sectPr
        self.write = Markup(habits, self._new_list)

    def typed(self) -> Any:
        self._sheet()
        self._add(self._columns(self._of(LEFT), self._of(RIGHT), head=True))
        apart = {*LEFT, *RIGHT, *SIGNING, *_END_LEFT}
        rest = [said for said in self.words if said.role not in apart]
        self._gap()
        for said in (said for said in rest if said.role not in _AFTER):
            self._add(self._paragraph(said))
        self._gap()
        self._add(self._columns(self._of(_END_LEFT), self._signature(), head=False))
        self._appendix([said for said in rest if said.role in _AFTER])
        if self.habits.commented:
            self._comment()
        return self.paper

    def _new_list(self) -> int:
        """Numbers like those of Word's own List Number, from 1 on."""
        kept = self.paper.styles["List Number"].element.pPr.numPr.numId.val
        numbering = self.paper.part.numbering_part.element
        made = numbering.add_num(numbering.num_having_numId(kept).abstractNumId.val)
        made.add_lvlOverride(0).add_startOverride(1)
        return int(made.numId)

    def _of(self, roles: Iterable[str]) -> list[Said]:
        return [said for said in self.words if said.role in roles]

    def _add(self, made: Iterable[str]) -> None:
        for xml in made:
            self.end.addprevious(element(xml))

    def _gap(self) -> None:
        if self.habits.spacer:
            self._add([self.write.empty(self.habits.spacer)])

    def _sheet(self) -> None:
        self._normal()
        self._margins()
        paper, habits = self.paper, self.habits
        if habits.page_number:
            part = paper.sections[0].header if habits.page_number == "top" else paper.sections[0].footer
            part.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
            add_page_field(part.paragraphs[0], 14 if self.party else 13)
            for run in part.paragraphs[0].runs:
                run.font.name = "Times New Roman"
        paper.core_properties.author, paper.core_properties.comments = "Admin", ""

    def _normal(self) -> None:
        paper, habits = self.paper, self.habits
        normal = paper.styles["Normal"]
        normal.font.size = Pt(habits.normal)
        if habits.fonts in ("style", "some"):
            fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
            for slot in FONT_SLOTS:
                fonts.set(qn(f"w:{slot}"), "Times New Roman")
        elif habits.fonts == "theme":
            set_theme_font(paper, "Times New Roman")
        normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(0), 1.0

    def _margins(self) -> None:
        habits, section = self.habits, self.paper.sections[0]
        section.page_width, section.page_height, section.header_distance = Mm(210), Mm(297), Mm(10)
        section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = map(Mm, habits.margins)
        section.different_first_page_header_footer = not habits.on_first

    def _columns(self, left: list[Said], right: list[Said], head: bool) -> Iterator[str]:
        halves = [(left, right)]
        if head and self.habits.columns == "rows":
            halves = [(_half(left, lower), _half(right, lower)) for lower in (False, True)]
        if head and self.habits.columns == "tabs":
            yield from self._tabbed(left, right)
            return
        rows = [(self._cell(one, 0), self._cell(other, 1)) for one, other in halves]
        widths = [round(width * _INCH) for width in self.habits.widths]
        yield self.write.table(rows, widths, bordered=head and self.habits.rule == "cell")

    def _cell(self, lines: list[Said], column: int) -> str:
        room = self.habits.widths[column] * 72 - 10.8
        made = [xml for said, *rest in _paragraphs(lines) for xml in self._paragraph(said, room, rest)]
        return "".join(made or [self.write.empty(12)])

    def _tabbed(self, left: list[Said], right: list[Said]) -> Iterator[str]:
        """Both columns of a head on one line; what is drawn below them hangs on that line."""
        halves = [(_half(left, lower), _half(right, lower)) for lower in (False, True)]
        for one, other in [pair for half in halves for pair in zip_longest(*half)]:
            runs = ""
            for said in (one, other):
                runs += "<w:r><w:tab/></w:r>" + (self.write.runs(said.text, self.looks[said.role]) if said else "")
            for said, at in ((one, 20.0), (other, 220.0)):
                runs += self._drawn(said, 200, at) if said else ""
            yield self.write.paragraph(runs, tabs=(1900, 6600), after=4)

    def _signature(self) -> list[Said]:
        lines = self._of(SIGNING)
        at = next((at for at, said in enumerate(lines) if said.role in ("signed", "signer")), len(lines))
        return [*lines[:at], *[Said("room", "")] * self.habits.room, *lines[at:]]

    def _paragraph(self, said: Said, room: float = 0.0, rest: Sequence[Said] = ()) -> Iterator[str]:
        """A paragraph with the rest of its lines, and the empty one below on which a line may hang."""
        write, habits = self.write, self.habits
        if said.role == "room":
            yield write.empty(14)
            return
        if said.role in (TEXT, "basis"):
            yield self.write.body(said.text, self.looks.get(said.role, Look(habits.body)).slants)
            return
        look = self.looks[said.role]
        align = "left" if said.role in _END_LEFT else "center"
        last = [said, *rest][-1]
        drawn = self._drawn(last, room or 467)
        border = habits.rule == "border" and last.role in ("motto", "title") and bool(drawn)
        hanging = habits.anchor == "below"
        before = 6 if said.role in ("letter_subject", "address") else 0
        indent = 62 if said.role == "addressee" and said.text.startswith("-") else 0
        yield write.paragraph(
            write.runs(said.text, look)
            + "".join(f"<w:r><w:br/></w:r>{write.runs(one.text, self.looks[one.role])}" for one in rest)
            + ("" if hanging or border else drawn),
            align="left" if indent else align,
            before=before,
            left=indent,
            border=(room - self._width(last)) / 2 if border else None,
        )
        if drawn and hanging and not border:
            yield write.empty(habits.spacer or 8, drawn)

    def _drawn(self, said: Said, room: float, at: float | None = None) -> str:
        """The line below the last of the words of an organ, a motto, a subject."""
        habits = self.habits
        upper = "title" if self.party else "motto"
        share = {upper: habits.title_rule, "subject": habits.subject_rule}.get(said.role)
        if said.role == "issuer" and not self.party:
            share = habits.issuer_rule
        last = [one for one in self.words if one.role == said.role][-1]
        if not share or not habits.rule or said is not last:
            return ""
        paper_wide = habits.rule in ("border", "cell") and said.role != upper
        drawn = rule("connector" if paper_wide else habits.rule, share * self._width(said), room, at)
        return drawn + (box(habits.box) if habits.box and said.role == upper else "")

    def _width(self, said: Said) -> float:
        look = self.looks[said.role]
        return text_width(said.text, look.size, "bold" if "b" in look.slants else "regular")

    def _appendix(self, lines: list[Said]) -> None:
        before = ""
        rows: list[Said] = []
        for said in lines:
            if said.role in ("appendix_number", "appendix_title") and before not in (
                "appendix_number",
                "appendix_title",
            ):
                self._flush(rows)
                self._new_sheet()
            if said.role == "row":
                rows.append(said)
            elif said.role == "appendix_text":
                self._add([self.write.body(said.text, "")])
            else:
                self._add(self._paragraph(said))
            before = said.role
        self._flush(rows)

    def _flush(self, rows: list[Said]) -> None:
        if rows:
            self._add([self.write.grid([said.cells for said in rows], self.looks["row"].size)])
            rows.clear()

    def _new_sheet(self) -> None:
        section = self.paper.add_section(WD_SECTION.NEW_PAGE)
        count_anew(section._sectPr)
        if self.habits.landscape:
            section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
        self.end = self.paper.element.body.sectPr

    def _comment(self) -> None:
        paragraph = next(one for one in self.paper.paragraphs if len(one.runs) > 1)
        self.paper.add_comment(paragraph.runs, text="Đã rà lại số liệu", author="Chuyên viên", initials="CV")


def _half(lines: Iterable[Said], lower: bool) -> list[Said]:
    """The upper or the lower lines of one side of a head: number and date stand below."""
    return [said for said in lines if (said.role in _LOWER) == lower]


def _paragraphs(lines: Iterable[Said]) -> list[list[Said]]:
    """Lines by the paragraph they stand in."""
    found: list[list[Said]] = []
    for said in lines:
        if said.broken:
            found[-1].append(said)
        else:
            found.append([said])
    return found
