"""The sheet and its tables."""

from typing import Literal, Self

from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from tests.check.planting.desk import Desk
from tests.check.planting.looks import Align
from tests.check.planting.selection import margins_of
from tests.check.planting.sheet import add_page_field, count_anew
from tests.check.planting.typist import ALIGNMENTS

_BEFORE_MIRRORS = {qn("w:writeProtection"), qn("w:view"), qn("w:zoom")}  # order of CT_Settings


class Page(Desk):
    """Verbs of page layout and of tables."""

    def margins(self, section: int = 0, **mm: float) -> Self:
        """`top`, `bottom`, `left`, `right` in mm, of one section."""
        for side, width in mm.items():
            setattr(self.paper.sections[section], f"{side}_margin", Mm(width))
        return self

    def paper_size(self, width: float, height: float) -> Self:
        """Every sheet, mm."""
        for section in self.paper.sections:
            section.page_width, section.page_height = Mm(width), Mm(height)
        return self

    def landscape(self, section: int = 0) -> Self:
        """The sheet turned, margins as they are."""
        page = self.paper.sections[section]
        page.page_width, page.page_height = page.page_height, page.page_width
        page.orientation = WD_ORIENT.LANDSCAPE
        return self

    def header_distance(self, mm: float) -> Self:
        """From the edge of the sheet to the number of the page."""
        for section in self.paper.sections:
            section.header_distance = Mm(mm)
        return self

    def no_page_number(self) -> Self:
        """Clear every header and footer."""
        for section in self.paper.sections:
            for story in margins_of(section):
                for element in list(story._element):
                    story._element.remove(element)
                story.add_paragraph()
        return self

    def page_number(
        self,
        where: Literal["top", "bottom"] = "top",
        align: Align = "center",
        size: float = 14,
        on_first: bool = False,
    ) -> Self:
        """The number of the page, put in anew."""
        self.no_page_number()
        section = self.paper.sections[0]
        section.different_first_page_header_footer = not on_first
        story = section.header if where == "top" else section.footer
        story.is_linked_to_previous = False
        story.paragraphs[0].alignment = ALIGNMENTS[align]
        add_page_field(story.paragraphs[0], size)
        return self

    def count_pages_anew(self, section: int, on: bool = True) -> Self:
        """Start at 1 in this section, or go on from the one before."""
        properties = self.paper.sections[section]._sectPr
        for start in properties.findall(qn("w:pgNumType")):
            properties.remove(start)
        if on:
            count_anew(properties)
        return self

    def mirror_margins(self) -> Self:
        """Left and right change sides on the back of a sheet."""
        settings = self.paper.settings.element
        settings.insert(sum(child.tag in _BEFORE_MIRRORS for child in settings), OxmlElement("w:mirrorMargins"))
        return self

    def empty_page_at_end(self) -> Self:
        """Ctrl+Enter after the last line."""
        self.paper.add_page_break()
        return self

    def table_header_repeat(self, on: bool) -> Self:
        """Repeat header rows, in the last table."""
        return self._row_mark("w:tblHeader", on, first_only=True)

    def rows_may_split(self, on: bool) -> Self:
        """Allow rows to break across pages, in the last table."""
        return self._row_mark("w:cantSplit", not on)

    def empty_row(self) -> Self:
        """Tab in the last cell of the last table."""
        self.paper.tables[-1].add_row()
        return self

    def _row_mark(self, tag: str, on: bool, first_only: bool = False) -> Self:
        rows = list(self.paper.tables[-1].rows)
        for row in rows[:1] if first_only else rows:
            properties = row._tr.get_or_add_trPr()
            for mark in properties.findall(qn(tag)):
                properties.remove(mark)
            if on:
                properties.append(OxmlElement(tag))
        return self
