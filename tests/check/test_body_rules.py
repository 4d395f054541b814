"""Layout, numbers and sentences of the body: faults found, near misses left alone."""

from copy import deepcopy

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from tests.check.planting import BODY, Case, Clerk, Silent, across, planted, verify
from tests.check.planting.selection import isolated

TRIES = "a) Trình tự xây dựng và thông qua quy chế."
LONG = "1. Ủy ban Kiểm tra Huyện ủy chủ trì…"
BUILT = "2. Xác định những việc…"
SHORT = "1. Việc xây dựng, sửa đổi, bổ sung quy chế làm việc:"


def empty_line(paper: Clerk, points: float) -> Clerk:
    """An empty paragraph whose own mark is of a size."""
    size = OxmlElement("w:sz")
    size.set(qn("w:val"), str(round(points * 2)))
    mark = OxmlElement("w:rPr")
    mark.append(size)
    empty = deepcopy(paper.find(LONG)._p)
    for run in empty.findall(qn("w:r")):
        empty.remove(run)
    empty.get_or_add_pPr().append(mark)
    paper.find(LONG)._p.addnext(empty)
    return paper


def halved_gaps(paper: Clerk) -> Clerk:
    """3 pt before and 3 pt after every paragraph."""
    return paper.gap(BODY, before=3, after=3)


def spelt_parts(paper: Clerk) -> Clerk:
    """Chapters above the articles, number and name on lines of their own."""
    for number, article in enumerate(("Điều 1. Thành lập…", "Điều 3. Hiệu lực…"), 1):
        paper.insert_before(article, f"Chương {'I' * number}", like="BAN THƯỜNG VỤ HUYỆN ỦY QUYẾT ĐỊNH")
    return paper


LAYOUT: list[Case | Silent] = [
    *across(["hd36", "hd36/table", "hd05"], Case(
        "all of it left", "", lambda c: c.align(BODY, "left"), [("body.justified", "opening")])),
    Case("one paragraph left, by a style", "hd36", lambda c: c.align(BUILT, "left", "style"),
         [("body.justified", "I.2")]),
    Silent("a line that fits on one, left", "hd36-phu-luc", lambda c: c.align(TRIES, "left"), near="body.justified"),
    Silent("headings centred", "hd36-phu-luc",
         lambda c: c.align("I- MỤC ĐÍCH, YÊU CẦU", "center").align("II- NỘI DUNG", "center"),
           near="body.justified"),
    Case("one paragraph not set in", "hd36-phu-luc/flat", lambda c: c.indent_mm(LONG, first=0),
         [("body.indent", "III.1")]),
    Case("12.7 mm in a Party paper", "hd05-phu-luc", lambda c: c.indent_mm(BODY, first=12.7, how="style"),
         [("body.indent", "basis")]),
    Case("four at other indents", "hd36-phu-luc", lambda c: (
        c.indent_mm(LONG, first=0).indent_mm(SHORT, first=5).indent_mm("2. Việc chấp hành…", first=0)
        .indent_mm("III- TỔ CHỨC…", first=0)),
         [("body.indent", "II.1"), ("body.indent", "II.2"), ("body.indent", "III.1")]),
    Silent("10 mm where 12.7 is as good", "nd30/flat", lambda c: c.indent_mm(BODY, first=10), near="body.indent"),
    Silent("dashes further in", "hd36-phu-luc",
         lambda c: c.indent_mm("- Chấp hành…", left=5).indent_mm("- Quan hệ…", left=5),
           near="body.indent"),
    Case("a tab instead of an indent", "hd36-phu-luc/tabs", lambda c: c.indent_with(LONG, "\t"),
         [("body.indent_typed", "III.1")]),
    Case("spaces instead of indents", "nd30", lambda c: c.indent_with("1. Bảo quản…", "      "),
         [("body.indent_typed", "I.1")]),
    Silent("one paragraph in 17 runs", "hd36-phu-luc/tabs", lambda c: c.split_runs(LONG, 17), near="body.cut"),
    Silent("all in six runs each", "hd36-quyet-dinh/flat", lambda c: c.split_runs(BODY, 6), near="body.mark_glued"),
    Silent("saved by Word again", "hd05-phu-luc", lambda c: c.as_word_saves(), near="body.line_spacing"),
    Silent("a tab after the number", "hd36-phu-luc", lambda c: c.retype("1. Ủy ban Kiểm tra", "1.\tỦy ban Kiểm tra"),
           near="body.indent_typed"),
    Case("1.5 lines throughout", "hd36/tabs", lambda c: c.line_spacing(BODY, multiple=1.5),
         [("body.line_spacing", "opening")]),
    *across(["hd05-phu-luc", "hd36-quyet-dinh"], Case(
        "1.15 lines throughout, by a style", "", lambda c: c.line_spacing(BODY, multiple=1.15, how="style"),
        [("body.line_spacing", "basis")])),
    Case("at least instead of exactly", "hd36-phu-luc", lambda c: c.line_spacing(LONG, at_least=18, how="style"),
         [("body.line_spacing", "III.1")]),
    Case("exactly 24 pt, by HD 05", "hd05-phu-luc", lambda c: c.line_spacing(BODY, exact=24),
         [("body.line_spacing", "basis")]),
    Silent("exactly 24 pt, by HD 36", "hd36-phu-luc", lambda c: c.line_spacing(BODY, exact=24),
         near="body.line_spacing"),
    Silent("exactly 18 pt, by NĐ 30: more than a line, less than 1.5", "nd30", lambda c: c.line_spacing(BODY, exact=18),
           near="body.line_spacing"),
    Case("double spacing, by NĐ 30", "nd30", lambda c: c.line_spacing(BODY, multiple=2),
         [("body.line_spacing", "basis")]),
    Case("no gap below one", "hd36-phu-luc/flat", lambda c: c.gap(LONG, after=0), [("body.gap", "III.1")]),
    Case("no gaps at all", "hd36", lambda c: c.gap(BODY), [("body.gap", "opening")]),
    *across(["hd36-phu-luc/tabs", "hd05-phu-luc", "nd30-cong-van"], Silent(
        "3 pt before and 3 pt after", "", halved_gaps, near="body.gap")),
    Silent("6 pt before instead of after", "nd30", lambda c: c.gap(BODY, before=6), near="body.gap"),
    Case("an empty line", "hd36-phu-luc/table", lambda c: empty_line(c, 14), [("body.empty_paragraph", "III.1")]),
    Silent("an empty line of 4 pt", "hd36-phu-luc/table", lambda c: empty_line(c, 4), near="body.empty_paragraph"),
    *across(["hd36-phu-luc", "hd36/flat", "hd05-phu-luc/tabs", "nd30"], Silent(
        "spacers before headings", "", lambda c: c.spacers(), near="body.empty_paragraph")),
]  # fmt: skip

NUMBERS: list[Case | Silent] = [
    Case("I, II, IV", "hd36-phu-luc/tabs", lambda c: c.retype("III- ", "IV- "), [("body.numbering", "IV")]),
    Case("two headings II", "hd36", lambda c: c.retype("III- ", "II- "), [("body.numbering", "II")]),
    Case("1, 2, 4", "nd30", lambda c: c.retype("2. Việc chỉnh lý", "4. Việc chỉnh lý"), [("body.numbering", "I.4")]),
    Case("1.1, 1.2, 1.4", "hd36-phu-luc", lambda c: (
        c.retype("a) Trình tự", "1.1. Trình tự").retype("b) Sự phù", "1.2. Sự phù")
        .retype("c) Việc công", "1.4. Việc công")
        .retype("d) Việc sửa", "1.5. Việc sửa").retype("đ) Việc lưu", "1.6. Việc lưu")),
        [("body.numbering", "II.1.4")]),
    Case("2.1 under 1", "hd36-phu-luc", lambda c: (
        c.retype("a) Trình tự", "2.1. Trình tự").retype("b) Sự phù", "2.2. Sự phù").delete("c) Việc công…")
        .delete("d) Việc sửa…").delete("đ) Việc lưu…")), [("body.numbering", "2.1. Trình tự")]),
    Case("d and then e", "hd36-phu-luc/flat", lambda c: c.retype("đ) Việc", "e) Việc"), [("body.numbering", "II.1.e")]),
    Case("an article left out", "hd36-quyet-dinh", lambda c: c.retype("Điều 3.", "Điều 4."),
         [("body.numbering", "Điều 4")]),
    Case("II under A", "hd36-phu-luc", lambda c: c.retype("I- MỤC", "A- MỤC").retype("III- TỔ", "B- TỔ"),
         [("body.numbering", "II- NỘI DUNG")]),
    Silent("items counted on from heading to heading", "hd36-phu-luc", lambda c: (
        c.retype("1. Việc xây", "3. Việc xây").retype("2. Việc chấp", "4. Việc chấp")), near="body.numbering"),
    Silent("a new list after a paragraph of its own", "hd36-phu-luc", lambda c: c.insert_after(
        "2. Các đảng ủy, chi bộ…", "Đối với các chi bộ trực thuộc, thực hiện các nội dung sau:")
        .retype("3. Văn phòng", "1. Văn phòng"),
           near="body.numbering"),
    Silent("1.1 and 1.2 under 1", "hd36-phu-luc", lambda c: (
        c.retype("a) Trình tự", "1.1. Trình tự").retype("b) Sự phù", "1.2. Sự phù").delete("c) Việc công…")
        .delete("d) Việc sửa…").delete("đ) Việc lưu…")), near="body.numbering"),
    Case("I- and II.", "hd36-phu-luc/table", lambda c: c.retype("II- NỘI", "II. NỘI"), [("body.heading_sign", "II")]),
    Silent("I. throughout", "hd36-phu-luc/table", lambda c: (
        c.retype("I- MỤC", "I. MỤC").retype("II- NỘI", "II. NỘI").retype("III- TỔ", "III. TỔ")),
        near="body.heading_sign"),
    Case("I., II., IV. in small letters", "nd30", lambda c: c.retype("I. MỤC ĐÍCH, YÊU CẦU", "I. Mục đích, yêu cầu")
         .retype("II. NỘI DUNG", "II. Nội dung").retype("III. TỔ CHỨC THỰC HIỆN", "IV. Tổ chức thực hiện"),
         [("body.numbering", "IV")]),
    Silent("a figure after the number", "hd36-phu-luc", lambda c: c.retype("1. Đánh giá", "1. 30 chi bộ đánh giá"),
           near="body.numbering"),
    *across(["hd36/flat", "hd36-phu-luc"], Case(
        "II-NHIỆM VỤ", "", lambda c: c.retype("II- N", "II-N"), [("body.mark_glued", "II")])),
    Case("-Cơ quan", "nd30-cong-van",
         lambda c: c.insert_after("Đề nghị các đơn vị…", "-Cơ quan chủ trì là Văn phòng Sở./.").retype(
        "quan tâm thực hiện./.", "quan tâm thực hiện."), [("body.mark_glued", "-Cơ quan")]),
    Case("a)Trình tự", "hd36-phu-luc", lambda c: c.retype("a) Trình", "a)Trình"), [("body.mark_glued", "II.1.a")]),
    Silent("a minus before a figure", "hd36-phu-luc",
         lambda c: c.retype("đúng quy định.", "đúng quy định, thay đổi từ -5% đến +3%."),
           near="body.mark_glued"),
    Case("Điều 2:", "hd36-quyet-dinh", lambda c: c.retype("Điều 2. ", "Điều 2: "), [("body.mark_form", "Điều 2")]),
    Case("b. instead of b)", "nd30", lambda c: c.retype("b) Thống kê", "b. Thống kê"),
         [("body.mark_form", "b. Thống kê")]),
    Case("1) and 2) instead of 1. and 2.", "hd36-phu-luc",
         lambda c: c.retype("1. Đánh giá", "1) Đánh giá").retype("2. Việc kiểm", "2) Việc kiểm"),
         [("body.mark_form", "I.1"), ("body.mark_form", "I.2")]),
    Case("Chương 1", "hd36-quyet-dinh", lambda c: spelt_parts(c).retype("Chương I", "Chương 1"),
         [("body.mark_form", "Chương 1")]),
    Silent("Chương I, Chương II", "hd36-quyet-dinh", spelt_parts, near="body.mark_form"),
    Case("Chương II to the left", "hd36-quyet-dinh",
         lambda c: spelt_parts(c).align("Chương II", "left").indent_mm("Chương II", first=10)
         .line_spacing("Chương II", exact=18), [("body.part_centred", "Chương II")]),
]  # fmt: skip

SENTENCES: list[Case | Silent] = [
    *across(["hd36/table", "hd36-phu-luc", "hd05"], Case(
        "./. at the end of a Party paper", "", lambda c: c.retype(last_words(c), last_words(c) + "/."),
        [("body.closing", "/.")])),
    Case("no full stop at the end", "hd36-cong-van", lambda c: c.retype("để tổng hợp.", "để tổng hợp"),
         [("body.closing", "để tổng hợp")]),
    Silent("a full stop by NĐ 30", "nd30", lambda c: c.retype("năm 2024./.", "năm 2024."), near="body.closing"),
    Case("«như sau» and a full stop", "hd36-phu-luc/tabs", lambda c: c.retype("như sau:", "như sau."),
         [("body.colon", "như sau.")]),
    Silent("«như sau» within a sentence", "hd36-phu-luc",
         lambda c: c.retype("đúng quy định.", "đúng quy định như sau này sửa đổi."),
           near="body.colon"),
    Case("Shift+Enter after the number", "nd30/tabs", lambda c: c.retype("2. Việc chỉnh lý", "2.\nViệc chỉnh lý"),
         [("body.soft_break", "I.2")]),
    Case("Shift+Enter", "hd36", lambda c: c.soft_break(BUILT, "rõ lộ trình"), [("body.soft_break", "rõ lộ trình")]),
    Silent("Shift+Enter in what is centred", "hd36-quyet-dinh",
         lambda c: c.soft_break("BAN THƯỜNG VỤ HUYỆN ỦY QUYẾT ĐỊNH", "QUYẾT ĐỊNH"),
           near="body.soft_break"),
    *across(["hd36", "hd36/flat"], Case(
        "cut as in a PDF", "", lambda c: c.cut_paragraph(BUILT, "nhiệm vụ của các cấp ủy"), [("body.cut", "I.2.p2")])),
    Silent("a paragraph in two where a sentence ends", "hd36-phu-luc",
         lambda c: c.retype("đúng quy định.", "đúng quy định. Kết luận rõ ràng.")
           .cut_paragraph("2. Việc kiểm tra…", "Kết luận"), near="body.cut"),
    Case("letters apart", "hd36-phu-luc", lambda c: c.retype("đúng quy định.", "đúng T h a m m ư u của cấp ủy."),
         [("body.letter_spaced", "I.2")]),
    Silent("single letters in a row", "hd36-phu-luc",
         lambda c: c.retype("đúng quy định.", "đúng các điểm a, b, c, d, đ và e."),
           near="body.letter_spaced"),
    Case("words run together", "hd36/tabs",
         lambda c: c.retype("theo Kế hoạch số 82", "theo Kếhoạch, chỉthị, Kế hoạch số 82"),
         [("body.glued_words", "Kếhoạch"), ("body.glued_words", "chỉthị")]),
    Silent("names of other tongues", "hd36-phu-luc",
         lambda c: c.retype("đúng quy định.", "đúng quy định tại Đắk Lắk, Krông Pắc, Sìn Hồ."),
           near="body.glued_words"),
    Case("a check mark", "hd36-phu-luc", lambda c: c.retype("- Quan hệ", "✓ Quan hệ"), [("body.bullet", "II.2.2")]),
    Case("a bold hyphen", "hd36-phu-luc/flat", lambda c: bold_mark(c, "- Quan hệ…"), [("body.bullet", "II.2.2")]),
    Silent("a bold hyphen before bold words", "hd36-phu-luc", lambda c: c.bold("- Quan hệ công tác"),
         near="body.bullet"),
    Case("a plus no further in", "nd30", lambda c: c.retype("- Viết mục lục", "+ Viết mục lục"),
         [("body.plus", "Viết mục lục")]),
    Silent("a plus further in", "nd30",
         lambda c: c.retype("- Viết mục lục", "+ Viết mục lục").indent_mm("+ Viết…", left=6), near="body.plus"),
    Case("no part on implementation", "hd36-phu-luc", lambda c: c.retype("TỔ CHỨC THỰC HIỆN", "THỜI GIAN, ĐỊA ĐIỂM"),
         [("body.plan_parts", "KẾ HOẠCH")]),
    Silent("tasks in an appendix", "nd30-phu-luc", lambda c: c, near="body.plan_parts"),
    Case("a row without a lead", "nd30-phu-luc", lambda c: blank_cell(c, 1, 2), [("body.task_incomplete", "Tập huấn")]),
    Silent("a column of few entries", "hd36/table", lambda c: c, near="body.task_incomplete"),
]  # fmt: skip


def last_words(paper: Clerk) -> str:
    """The words that end the body."""
    return next(
        end
        for end in ("báo cáo Ban Thường vụ Tỉnh ủy.", "trước ngày 30/9/2024.", "tổ chức thực hiện.")
        if says(paper, end)
    )


def says(paper: Clerk, text: str) -> bool:
    return any(text in paragraph.text for paragraph in paper.paper.paragraphs)


def bold_mark(paper: Clerk, line: str) -> Clerk:
    """The hyphen alone in bold."""
    isolated(paper.find(line), 0, 1)[0].bold = True
    return paper


def blank_cell(paper: Clerk, row: int, column: int) -> Clerk:
    """A cell of the last table emptied."""
    paper.paper.tables[-1].rows[row].cells[column].paragraphs[0].clear()
    return paper


@planted(LAYOUT)
def test_layout(case: Case | Silent) -> None:
    verify(case)


@planted(NUMBERS)
def test_numbers(case: Case | Silent) -> None:
    verify(case)


@planted(SENTENCES)
def test_sentences(case: Case | Silent) -> None:
    verify(case)
