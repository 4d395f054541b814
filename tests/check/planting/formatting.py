"""How it looks: letters and lines, by hand or by styles."""

from collections.abc import Callable
from typing import Any, Literal, Self

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_COLOR_INDEX, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from tests.check.planting.desk import Desk
from tests.check.planting.drawn import RuleKind, draw_rule, remove_rules
from tests.check.planting.looks import Align
from tests.check.planting.saving import set_theme_font
from tests.check.planting.selection import chosen, isolated, runs_of
from tests.check.planting.sheet import FONT_SLOTS
from tests.check.planting.typist import ALIGNMENTS, TEXT_WIDTH

How = Literal["direct", "style", "character", "theme"]
_MINOR = (
    ("asciiTheme", "minorHAnsi"),
    ("hAnsiTheme", "minorHAnsi"),
    ("eastAsiaTheme", "minorEastAsia"),
    ("cstheme", "minorBidi"),
)


class Formatting(Desk):
    """Verbs of the ribbon's first page."""

    def size(self, text: str, points: float, how: How = "direct") -> Self:
        """Letters of this size."""
        return self._letters(text, how, lambda font: setattr(font, "size", Pt(points)))

    def bold(self, text: str, on: bool = True, how: How = "direct") -> Self:
        """Ctrl+B."""
        return self._letters(text, how, lambda font: setattr(font, "bold", on))

    def italic(self, text: str, on: bool = True, how: How = "direct") -> Self:
        """Ctrl+I."""
        return self._letters(text, how, lambda font: setattr(font, "italic", on))

    def underline(self, text: str, on: bool = True, how: How = "direct") -> Self:
        """Ctrl+U."""
        return self._letters(text, how, lambda font: setattr(font, "underline", on))

    def capitals(self, text: str, on: bool = True, how: How = "direct") -> Self:
        """Shown in capitals while the letters stay as typed."""
        return self._letters(text, how, lambda font: setattr(font, "all_caps", on))

    def colour(self, text: str, rgb: str, how: How = "direct") -> Self:
        """Letters of a colour, as `FF0000`."""
        return self._letters(text, how, lambda font: setattr(font.color, "rgb", RGBColor.from_string(rgb)))

    def highlight(self, text: str) -> Self:
        """The yellow marker."""
        return self._letters(text, "direct", lambda font: setattr(font, "highlight_color", WD_COLOR_INDEX.YELLOW))

    def spacing(self, text: str, points: float) -> Self:
        """Letters set apart (Word: Character Spacing)."""
        for run in runs_of(self.paper, text):
            mark = OxmlElement("w:spacing")
            mark.set(qn("w:val"), str(round(points * 20)))
            run._r.get_or_add_rPr().insert_element_before(
                mark, "w:w", "w:kern", "w:position", "w:sz", "w:szCs", "w:highlight", "w:u"
            )
        return self

    def font(self, text: str, name: str, how: How = "direct") -> Self:
        """Another typeface; by `theme` the letters take the theme's body font, which becomes this one."""
        if how == "theme":
            set_theme_font(self.paper, name)
        return self._letters(
            text, "direct" if how == "theme" else how, lambda font: set_face(font, name, how == "theme")
        )

    def align(self, text: str, how_far: Align, how: How = "direct") -> Self:
        """Left, centred, right or justified."""
        return self._lines(text, how, lambda layout: setattr(layout, "alignment", ALIGNMENTS[how_far]))

    def indent_mm(self, text: str, first: float | None = None, left: float | None = None, how: How = "direct") -> Self:
        """First line and left indent, mm."""

        def write(layout: Any) -> None:
            if first is not None:
                layout.first_line_indent = Mm(first)
            if left is not None:
                layout.left_indent = Mm(left)

        return self._lines(text, how, write)

    def line_spacing(
        self,
        text: str,
        *,
        exact: float | None = None,
        at_least: float | None = None,
        multiple: float = 1.0,
        how: How = "direct",
    ) -> Self:
        """Exactly or at least so many points, else a multiple of a line."""

        def write(layout: Any) -> None:
            layout.line_spacing = Pt(points) if (points := exact or at_least) else multiple
            if at_least:
                layout.line_spacing_rule = WD_LINE_SPACING.AT_LEAST

        return self._lines(text, how, write)

    def gap(self, text: str, before: float = 0, after: float = 0, how: How = "direct") -> Self:
        """Points above and below."""

        def write(layout: Any) -> None:
            layout.space_before, layout.space_after = Pt(before), Pt(after)

        return self._lines(text, how, write)

    def keep_with_next(self, text: str, on: bool = True) -> Self:
        """Never the last line of a page."""
        return self._lines(text, "direct", lambda layout: setattr(layout, "keep_with_next", on))

    def rule(self, text: str, points: float | None, kind: RuleKind = "shape", room: float = TEXT_WIDTH) -> Self:
        """The line drawn under a text: of this length, or none; the border of a shipped title leaves its style."""
        paragraph = self.find(text)
        remove_rules(paragraph._p)
        if paragraph.style is not None:
            remove_rules(paragraph.style.element)
        if points is not None:
            draw_rule(paragraph, points, kind, room)
        return self

    def auto_number(self, text: str, typed: str) -> Self:
        """Word's own numbering instead of the typed marker, which goes."""
        paragraph = self.find(text)
        for run in isolated(paragraph, 0, len(typed)):
            run.text = ""
        paragraph.style = self.paper.styles["List Number"]
        return self

    def _letters(self, text: str, how: How, write: Callable[[Any], None]) -> Self:
        """Write a look of letters: on the words, in a style of their own, or in a style of the paragraph."""
        runs = runs_of(self.paper, text)
        if how == "direct":
            for run in runs:
                write(run.font)
        elif how == "character":
            style = self._new_style(WD_STYLE_TYPE.CHARACTER)
            style.base_style = runs[0].style if runs[0]._r.style else None
            write(style.font)
            for run in runs:
                _clear(run._r.rPr, style.element.rPr)
                run.style = style
        else:
            for paragraph in chosen(self.paper, text):
                style = self._style_for(paragraph)
                write(style.font)
                for element in paragraph._p.iter(qn("w:rPr")):
                    _clear(element, style.element.rPr)
        return self

    def _lines(self, text: str, how: How, write: Callable[[Any], None]) -> Self:
        """Write a look of lines: on the paragraph or in a style of its own."""
        for paragraph in chosen(self.paper, text):
            if how == "direct":
                write(paragraph.paragraph_format)
            else:
                style = self._style_for(paragraph)
                _move(paragraph._p.get_or_add_pPr(), style.element.get_or_add_pPr())
                write(style.paragraph_format)
        return self

    def _style_for(self, paragraph: Paragraph) -> Any:
        """A new style based on the paragraph's own, given to it."""
        style = self._new_style(WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = paragraph.style
        paragraph.style = style
        return style

    def _new_style(self, kind: WD_STYLE_TYPE) -> Any:
        return self.paper.styles.add_style(f"Kiểu {len(self.paper.styles) + 1}", kind)


def set_face(font: Any, name: str, theme: bool) -> None:
    """A typeface in all four script slots, by its name or by the theme (17.3.2.26: a theme slot wins over a name)."""
    fonts = font._element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    if theme:
        for slot, part in _MINOR:
            fonts.set(qn(f"w:{slot}"), part)
    else:
        for slot in FONT_SLOTS:
            fonts.set(qn(f"w:{slot}"), name)


def _clear(direct: Any, style: Any) -> None:
    """Take away by hand what the style now says, else the style would not show."""
    for element in list(direct) if direct is not None else []:
        if style.find(element.tag) is not None:
            direct.remove(element)


def _move(direct: Any, style: Any) -> None:
    """Give what was set by hand to the style, so that one change leaves the rest of the layout as it was."""
    for tag in ("w:spacing", "w:ind", "w:jc"):
        if (element := direct.find(qn(tag))) is not None:
            style.append(element)
