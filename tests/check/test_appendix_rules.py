"""Appendices: referred to, numbered, titled, on sheets of their own; tables over pages; what is left at the end."""

import pytest
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn

from docgen.check.appendices import figure_of, written
from tests.check.planting import Case, Clerk, Silent, across, planted, verify

NOTE = "(Kèm theo Kế hoạch số 14-KH/ĐU, ngày 10/8/2026 của Ban Thường vụ Đảng ủy)"


def no_sheet_of_its_own(clerk: Clerk) -> Clerk:
    """The section break before the second appendix deleted."""
    _, holder, *_ = clerk.paper.element.body.iter(qn("w:sectPr"))
    holder.getparent().remove(holder)
    return clerk


def page_break_instead(clerk: Clerk) -> Clerk:
    """A page break where the section break was."""
    no_sheet_of_its_own(clerk)
    head = clerk.find("Phụ lục 2…")
    head.insert_paragraph_before().add_run().add_break(WD_BREAK.PAGE)
    return clerk


REFERENCES = [
    *across(
        ["hd36-phu-luc", "hd36-phu-luc/tabs"],
        Case(
            "a third that is not there",
            "",
            lambda c: c.retype("hoàn thành trước ngày 30/8/2024", "theo Phụ lục 3"),
            [("appendix.absent", "Phụ lục 3")],
        ),
    ),
    Case(
        "one of two in a list",
        "hd05-phu-luc",
        lambda c: c.retype("tại Phụ lục 2,", "tại Phụ lục 2 và 4,"),
        [("appendix.absent", "Phụ lục 2 và 4")],
    ),
    Case(
        "none is attached",
        "hd36-quyet-dinh",
        lambda c: c.retype("gồm năm thành viên.", "gồm năm thành viên (phụ lục kèm theo)."),
        [("appendix.absent", "phụ lục")],
    ),
    *across(
        ["hd36-phu-luc", "nd30-phu-luc"],
        Case(
            "the second is not named",
            "",
            lambda c: c.retype_all(" tại Phụ lục 2", "").retype_all(" theo mẫu tại Phụ lục II", ""),
            [("appendix.unreferred", "appendix_title")],
        ),
    ),
    Case(
        "a built paper without the words",
        "hd36",
        lambda c: c.retype_all("Phụ lục công việc", "Kế hoạch này"),
        [("appendix.unreferred", "PHỤ LỤC CÔNG VIỆC")],
    ),
    Silent(
        "an appendix of another document",
        "hd36-quyet-dinh",
        lambda c: c.retype("dự thảo báo cáo.", "dự thảo theo Phụ lục 2 Quy định số 22-QĐ/TW."),
        near="appendix.absent",
    ),
    Silent(
        "all of them at once",
        "hd36-phu-luc",
        lambda c: c.retype("theo lịch tại Phụ lục 1", "theo các phụ lục").retype("tại Phụ lục 2", "kèm theo"),
        near="appendix.unreferred",
    ),
    Silent(
        "both in one place",
        "hd36-phu-luc",
        lambda c: c.retype("tại Phụ lục 1", "tại Phụ lục 1, 2").retype(" tại Phụ lục 2", ""),
        near="appendix.unreferred",
    ),
]

NUMBERS = [
    *across(
        ["hd36-phu-luc", "hd05-phu-luc/flat"],
        Case(
            "Roman in the Party",
            "",
            lambda c: c.retype("Phụ lục 2…", "Phụ lục II"),
            [("appendix.numeral", "Phụ lục II")],
        ),
    ),
    Case(
        "Arabic in the state",
        "nd30-phu-luc/tabs",
        lambda c: c.retype("Phụ lục I…", "Phụ lục 1"),
        [("appendix.numeral", "Phụ lục 1")],
    ),
    Case("no number", "hd36-phu-luc", lambda c: c.retype("Phụ lục 2…", "Phụ lục"), [("appendix.number", "Phụ lục")]),
    Case(
        "a number left out",
        "nd30-phu-luc",
        lambda c: c.retype("Phụ lục II…", "Phụ lục III"),
        [("appendix.number", "Phụ lục III")],
    ),
    Case("no title", "hd36-phu-luc", lambda c: c.delete("ĐỀ CƯƠNG BÁO CÁO"), [("appendix.title", "Phụ lục 2")]),
    Silent(
        "the title on the line of the number",
        "hd36-phu-luc",
        lambda c: c.delete("ĐỀ CƯƠNG BÁO CÁO").retype("Phụ lục 2…", "Phụ lục 2: ĐỀ CƯƠNG BÁO CÁO"),
        near="appendix.title",
    ),
    Silent(
        "capitals of the head", "hd36-phu-luc", lambda c: c.retype("Phụ lục 2…", "PHỤ LỤC 2"), near="appendix.numeral"
    ),
    Silent(
        "Roman figures of the year",
        "nd30-phu-luc/flat",
        lambda c: c.split_runs("Phụ lục II…", 3),
        near="appendix.numeral",
    ),
    Silent("one alone has no number", "hd36", lambda c: c.split_runs("PHỤ LỤC CÔNG VIỆC", 4), near="appendix.number"),
    Silent(
        "a title of two lines",
        "nd30-phu-luc",
        lambda c: c.insert_after("MẪU BÁO CÁO", "NĂM 2024"),
        near="appendix.title",
    ),
]

NOTES = [
    *across(
        ["hd05-phu-luc", "hd05"],
        Case(
            "no reference line",
            "",
            lambda c: c.delete("(Kèm theo Kế hoạch"),
            [("appendix.reference", "appendix_title")],
        ),
    ),
    Case(
        "none in the state",
        "nd30-phu-luc",
        lambda c: c.delete("(Kèm theo Kế hoạch"),
        [("appendix.reference", "Phụ lục I")],
    ),
    Silent(
        "HD 36 does not ask for it",
        "hd36-phu-luc/flat",
        lambda c: c.split_runs("Phụ lục 1…", 2),
        near="appendix.reference",
    ),
    Case(
        "another number",
        "hd05-phu-luc",
        lambda c: c.retype("số 14-KH/ĐU, ngày", "số 13-KH/ĐU, ngày"),
        [("appendix.reference_data", "13-KH/ĐU")],
    ),
    Case(
        "another day",
        "nd30-phu-luc",
        lambda c: c.retype("KH-UBND ngày 10 tháng 4", "KH-UBND ngày 11 tháng 4"),
        [("appendix.reference_data", "11 tháng 4")],
    ),
    Silent(
        "a blank number",
        "hd05-phu-luc",
        lambda c: c.retype("số 14-KH/ĐU, ngày 10/8/2026", "số …-KH/ĐU, ngày …/8/2026"),
        near="appendix.reference_data",
    ),
]

SHEETS = [
    *across(
        ["hd36-phu-luc/table", "nd30-phu-luc/flat"],
        Case("right below the one before", "", no_sheet_of_its_own, [("appendix.sheet", "appendix_title")]),
    ),
    Silent("on a new page by a break", "hd36-phu-luc", page_break_instead, near="appendix.sheet"),
    *across(
        ["hd05-phu-luc", "hd05"],
        Case("pages run on", "", lambda c: c.count_pages_anew(1, False), [("appendix.page_numbers", "appendix_title")]),
    ),
    Silent(
        "pages run on under HD 36", "hd36", lambda c: c.split_runs("PHỤ LỤC CÔNG VIỆC", 3), near="appendix.page_numbers"
    ),
    *across(
        ["hd36", "nd30-phu-luc/tabs"],
        Case(
            "the header row is not repeated",
            "",
            lambda c: c.table_header_repeat(False),
            [("appendix.table_header", "TT")],
        ),
    ),
    *across(
        ["hd36", "hd05-phu-luc/table"],
        Case("rows may be cut", "", lambda c: c.rows_may_split(True), [("appendix.table_rows", "TT")]),
    ),
    *across(
        ["hd36", "hd36-phu-luc"], Case("an empty row", "", lambda c: c.empty_row(), [("appendix.empty_row", "table")])
    ),
    Case(
        "an empty page at the end",
        "hd36-phu-luc",
        lambda c: c.empty_page_at_end(),
        [("appendix.empty_page", "2. Kết quả")],
    ),
    Case(
        "an empty page below the name",
        "nd30/tabs",
        lambda c: c.empty_page_at_end(),
        [("appendix.empty_page", "signer")],
    ),
    Silent(
        "a row that says little",
        "hd36-phu-luc",
        lambda c: c.retype("Đảng ủy xã Giả Định Năm", " "),
        near="appendix.empty_row",
    ),
    Silent("a table of one task", "hd05/table", lambda c: c.table_header_repeat(False), near="appendix.table_header"),
    Silent("its rows cut", "hd05/flat", lambda c: c.rows_may_split(True), near="appendix.table_rows"),
    Silent(
        "two empty lines at the end",
        "hd36-phu-luc",
        lambda c: c.empty_lines_after("2. Kết quả thực hiện", 2),
        near="appendix.empty_page",
    ),
]


@planted(REFERENCES)
def test_references(case: Case | Silent) -> None:
    verify(case)


@planted(NUMBERS)
def test_numbers_and_titles(case: Case | Silent) -> None:
    verify(case)


@planted(NOTES)
def test_reference_lines(case: Case | Silent) -> None:
    verify(case)


@planted(SHEETS)
def test_sheets_and_tables(case: Case | Silent) -> None:
    verify(case)


@pytest.mark.parametrize(
    ("roman", "figure"), [("I", 1), ("IV", 4), ("IX", 9), ("XIV", 14), ("XL", 40), ("XXXVIII", 38)]
)
def test_roman_numbers(roman: str, figure: int) -> None:
    assert (figure_of(roman), written(figure, roman=True)) == (figure, roman)
