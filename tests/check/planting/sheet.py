"""The empty sheet of a paper: A4, margins, Times New Roman in Normal, the number of the page."""

from typing import Any

from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

FONT_SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")


def blank_page(paper: Any, number_size: float) -> None:
    """A4, margins, Times New Roman in Normal, the number of the page from the second page on."""
    normal = paper.styles["Normal"]
    normal.font.size = Pt(14)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for slot in FONT_SLOTS:
        fonts.set(qn(f"w:{slot}"), "Times New Roman")
    layout = normal.paragraph_format
    layout.space_before = layout.space_after = Pt(0)
    layout.line_spacing = 1.0
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance, section.different_first_page_header_footer = Mm(10), True
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    add_page_field(number, number_size)
    paper.core_properties.author, paper.core_properties.comments = "Văn thư", ""


def new_sheet(paper: Any, counts_anew: bool) -> None:
    section = paper.add_section(WD_SECTION.NEW_PAGE)
    section.different_first_page_header_footer = counts_anew
    if counts_anew:
        count_anew(section._sectPr)


def add_page_field(paragraph: Paragraph, size: float) -> None:
    """A PAGE field as Word writes it."""
    for kind, text in (("begin", ""), ("", " PAGE "), ("separate", ""), ("", "2"), ("end", "")):
        run = Run(paragraph.add_run()._r, paragraph)
        run.font.size = Pt(size)
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText" if "PAGE" in text else "w:t")
            mark.text = text
        run._r.append(mark)


def count_anew(section: Any) -> None:
    """Pages of a section (its w:sectPr) start at 1."""
    start = OxmlElement("w:pgNumType")
    start.set(qn("w:start"), "1")
    section.insert_element_before(start, "w:cols", "w:titlePg", "w:docGrid")
