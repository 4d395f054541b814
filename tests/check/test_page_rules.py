"""Page: sheet, margins, which way it is turned, number of the page."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from tests.check.planting import Case, Clerk, Silent, across, planted, verify
from tests.check.planting.sheet import add_page_field

PARTY = ["hd36", "hd36-phu-luc/tabs", "hd05/flat"]
EVERY_FORM = ["hd36/flat", "hd05-phu-luc", "nd30-phu-luc/tabs"]
FIRST_ITEM = "1. Đánh giá đúng ưu điểm…"


def turned_margins(clerk: Clerk) -> Clerk:
    """The sheet of the first table turned to the right, its margins with it."""
    return clerk.landscape(1).margins(1, top=30, bottom=15, left=20, right=20)


def even_headers(clerk: Clerk) -> Clerk:
    """Different Odd & Even Pages."""
    clerk.paper.settings.odd_and_even_pages_header_footer = True
    return clerk


def number_in_words(clerk: Clerk, mark: str) -> Clerk:
    """Page Number Format: `lowerRoman`, `decimal`."""
    for section in clerk.paper.sections:
        start = OxmlElement("w:pgNumType")
        start.set(qn("w:fmt"), mark)
        section._sectPr.insert_element_before(start, "w:cols", "w:titlePg", "w:docGrid")
    return clerk


def number_by_tabs(clerk: Clerk, tabs: int) -> Clerk:
    """The number typed behind tabs, as in Word's own style Header."""
    clerk.page_number(align="left")
    line = clerk.paper.sections[0].header.paragraphs[0]
    line.insert_paragraph_before("\t" * tabs)
    first = clerk.paper.sections[0].header.paragraphs[0]
    add_page_field(first, 14)
    line._p.getparent().remove(line._p)
    return clerk


def number_in_a_frame(clerk: Clerk, across_page: str) -> Clerk:
    """The number in a frame, as Word 2003 made it."""
    clerk.page_number(align="left")
    line = clerk.paper.sections[0].header.paragraphs[0]
    frame = OxmlElement("w:framePr")
    for name, value in (("wrap", "around"), ("vAnchor", "text"), ("hAnchor", "margin"), ("xAlign", across_page)):
        frame.set(qn(f"w:{name}"), value)
    line._p.get_or_add_pPr().insert(0, frame)
    return clerk


def section_ends_after(clerk: Clerk, text: str, anew: bool) -> Clerk:
    """A section break below a paragraph of the body, pages counted anew below it or not."""
    paragraph: Paragraph = clerk.find(text)
    break_ = clerk.paper.sections[0]._sectPr.__copy__()
    paragraph._p.get_or_add_pPr().append(break_)
    return clerk.count_pages_anew(1, anew)


SHEETS = [
    *across(
        ["hd36/table", "hd05-phu-luc", "nd30-phu-luc/tabs"],
        Case("Letter", "", lambda c: c.paper_size(215.9, 279.4), [("page.size", "")]),
    ),
    Case("a plan on A5", "hd36-phu-luc", lambda c: c.paper_size(148, 210), [("page.size", "")]),
    Case("A5 in the state", "nd30", lambda c: c.paper_size(148, 210), [("page.size", "")]),
    *across(
        ["hd36/table", "nd30/tabs"], Silent("A4 of 11900 twips", "", lambda c: c.paper_size(209.9, 296.9), "page.size")
    ),
    Silent("297.4 mm", "hd36-phu-luc/flat", lambda c: c.paper_size(210, 297.4), "page.size"),
]

MARGINS = [
    *across(PARTY, Case("20 mm on the right", "", lambda c: c.margins(right=20), [("page.margins", "")])),
    Case(
        "those of NĐ 30",
        "hd05-phu-luc",
        lambda c: c.margins(top=25, bottom=25, left=35, right=20),
        [("page.margins", "")],
    ),
    Case(
        "so wide that the subject breaks elsewhere",
        "hd05/table",
        lambda c: c.margins(left=35, right=20),
        [("page.margins", "")],
    ),
    Case("13 mm below", "nd30/flat", lambda c: c.margins(bottom=13), [("page.margins", "")]),
    Case(
        "the sheet of an appendix",
        "hd36-phu-luc",
        lambda c: c.margins(2, left=20),
        [("page.margins", "appendix_title")],
    ),
    Case(
        "the same on every sheet is one fault",
        "hd36-phu-luc/flat",
        lambda c: c.margins(0, left=35).margins(1, left=35).margins(2, left=35),
        [("page.margins", "")],
    ),
    *across(PARTY, Silent("a twip's rounding", "", lambda c: c.margins(left=29.8, right=15.3), "page.margins")),
    Silent("35 and 20 mm in the state", "nd30/tabs", lambda c: c.margins(left=35, right=20), "page.margins"),
    *across(["hd36/tabs", "hd05"], Silent("mirrored", "", Clerk.mirror_margins, "page.back_side")),
    Case(
        "mirrored the wrong way round",
        "hd36-phu-luc/tabs",
        lambda c: c.mirror_margins().margins(left=15, right=30),
        [("page.back_side", "")],
    ),
    Case("headers for both sides, margins for one", "hd05/table", even_headers, [("page.back_side", "")]),
    Silent("for both sides", "hd05/table", lambda c: even_headers(c).mirror_margins(), "page.back_side"),
    Silent("NĐ 30 knows no back side", "nd30", even_headers, "page.back_side"),
]

TURNED = [
    *across(
        ["hd36-phu-luc", "hd05-phu-luc/tabs", "nd30-phu-luc"],
        Case("the body turned", "", Clerk.landscape, [("page.landscape", "")]),
    ),
    Case(
        "an appendix without a table",
        "hd36-phu-luc/tabs",
        lambda c: c.landscape(2),
        [("page.landscape", "appendix_title")],
    ),
    *across(
        ["hd36-phu-luc", "hd05-phu-luc/tabs", "nd30-phu-luc"],
        Silent("the sheet of a table", "", lambda c: c.landscape(1), "page.landscape"),
    ),
    Silent("its margins turned with it", "hd36-phu-luc/flat", turned_margins, "page.margins"),
]

NUMBERS = [
    *across(EVERY_FORM, Case("none", "", Clerk.no_page_number, [("page.number_missing", "")])),
    *across(
        ["hd36-cong-van", "hd36-to-trinh/flat", "nd30-cong-van"],
        Silent("none on a page", "", Clerk.no_page_number, "page.number_missing"),
    ),
    *across(
        ["hd36", "hd05/tabs", "nd30"],
        Case("below", "", lambda c: c.page_number("bottom"), [("page.number_place", "")]),
    ),
    Case("on the right", "hd36/tabs", lambda c: c.page_number(align="right"), [("page.number_place", "")]),
    Case("behind two tabs", "hd36-to-trinh", lambda c: number_by_tabs(c, 2), [("page.number_place", "")]),
    Silent("behind one tab", "hd36-to-trinh", lambda c: number_by_tabs(c, 1), "page.number_place"),
    Case("a frame on the right", "nd30", lambda c: number_in_a_frame(c, "right"), [("page.number_place", "")]),
    Silent("a frame in the middle", "nd30", lambda c: number_in_a_frame(c, "center"), "page.number_place"),
    *across(
        ["hd36/flat", "hd05", "nd30/tabs"],
        Case("on the first page", "", lambda c: c.page_number(on_first=True), [("page.number_on_first", "")]),
    ),
    *across(EVERY_FORM, Silent("from the second page on", "", Clerk.page_number, "page.number_on_first")),
    *across(["hd36", "hd05/flat"], Case("in 12", "", lambda c: c.page_number(size=12), [("page.number_look", "")])),
    Case("in 12, of the state", "nd30", lambda c: c.page_number(size=12), [("page.number_look", "")]),
    Silent("in 13, of the state", "nd30", lambda c: c.page_number(size=13), "page.number_look"),
    Case("Roman", "hd36/table", lambda c: number_in_words(c, "lowerRoman"), [("page.number_figures", "")]),
    *across(
        ["hd36/table", "nd30/flat"],
        Silent("Arabic by name", "", lambda c: number_in_words(c, "decimal"), "page.number_figures"),
    ),
    *across(PARTY, Case("12.7 mm", "", lambda c: c.header_distance(12.7), [("page.number_distance", "")])),
    *across(PARTY, Silent("9.5 mm", "", lambda c: c.header_distance(9.5), "page.number_distance")),
    Silent("any distance in the state", "nd30/flat", lambda c: c.header_distance(12.7), "page.number_distance"),
    Case(
        "anew in the body",
        "hd36-phu-luc",
        lambda c: section_ends_after(c, FIRST_ITEM, True),
        [("page.number_anew", "I.2")],
    ),
    Silent(
        "a section that runs on", "hd36-phu-luc", lambda c: section_ends_after(c, FIRST_ITEM, False), "page.number_anew"
    ),
]

CASES = [*SHEETS, *MARGINS, *TURNED, *NUMBERS]


@planted(SHEETS)
def test_sheet(case: Case | Silent) -> None:
    verify(case)


@planted(MARGINS)
def test_margins(case: Case | Silent) -> None:
    verify(case)


@planted(TURNED)
def test_turned_sheets(case: Case | Silent) -> None:
    verify(case)


@planted(NUMBERS)
def test_page_numbers(case: Case | Silent) -> None:
    verify(case)
