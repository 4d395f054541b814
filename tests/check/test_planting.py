"""Each verb of the tests' clerk does what it says, read back with python-docx; clean papers say what they should."""

import datetime
import unicodedata
from io import BytesIO
from itertools import pairwise

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX, WD_LINE_SPACING
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from docgen.model.finding import Finding, Said, Spot
from docgen.typeface import text_width
from tests.check.planting import BODY, PAPERS, Clerk, clean
from tests.check.planting.cases import Find, draft, unexpected
from tests.check.planting.selection import body, paragraphs, runs_of, said_by
from tests.check.planting.wording import words_of_file

ITEM = "1. Việc xây dựng, sửa đổi, bổ sung quy chế làm việc:"
DASH = "- Chấp hành nguyên tắc"
ALL_LETTERHEADS = ("hd36-phu-luc/table", "hd36-phu-luc/tabs", "hd36-phu-luc/flat")


def clerk(paper: str = "hd36-phu-luc") -> Clerk:
    return Clerk(clean(paper))


def reopened(edited: Clerk) -> Clerk:
    return Clerk(edited.save())


def texts(edited: Clerk) -> list[str]:
    return [said_by(paragraph) for paragraph in paragraphs(reopened(edited).paper)]


def after(edited: Clerk, text: str) -> Paragraph:
    """The paragraph below the one that holds a text, in the file as saved."""
    again = reopened(edited)
    return Paragraph(again.find(text)._p.getnext(), again.paper._body)


# Clean papers


@pytest.mark.parametrize("paper", PAPERS)
def test_clean_papers_say_what_a_paper_must(paper: str) -> None:
    said = "\n".join(said_by(paragraph) for paragraph in paragraphs(docx.Document(BytesIO(clean(paper)))))
    party = not paper.startswith("nd30")
    assert ("ĐẢNG CỘNG SẢN VIỆT NAM" in said) == party
    assert ("Độc lập - Tự do - Hạnh phúc" in said) != party
    assert "Nguyễn Văn A" in said and "Nơi nhận:" in said and "- Lưu" in said
    assert ("Số: " in said) != party
    assert unicodedata.is_normalized("NFC", said) and "  " not in said


@pytest.mark.parametrize("letterhead", ["table", "tabs", "flat"])
def test_a_typed_paper_has_the_words_of_the_built_one_and_none_of_its_styles(letterhead: str) -> None:
    typed, built = docx.Document(BytesIO(clean(f"hd36/{letterhead}"))), docx.Document(BytesIO(clean("hd36")))
    assert {paragraph.style.name for paragraph in paragraphs(typed) if paragraph.style} == {"Normal", "Header"}
    assert [p.text for p in body(typed)] == [p.text for p in body(built)]


@pytest.mark.parametrize("paper", ALL_LETTERHEADS)
def test_a_letterhead_in_every_way(paper: str) -> None:
    edited = clerk(paper)
    (title,) = runs_of(edited.paper, "ĐẢNG CỘNG SẢN VIỆT NAM")
    assert (title.text, title.font.size, title.font.bold) == ("ĐẢNG CỘNG SẢN VIỆT NAM", Pt(15), True)
    (date,) = runs_of(edited.paper, "Giả Định Ba, ngày…")
    assert (date.text, date.font.size, date.font.italic) == (
        "Giả Định Ba, ngày 05 tháng 02 năm 2024", Pt(14), True,
    )  # fmt: skip


def test_number_and_date_stand_on_one_line() -> None:
    assert clerk("nd30/tabs").find("Số: 15").text == "\tSố: 15/KH-SNV\tGiả Định, ngày 06 tháng 5 năm 2024"
    cells = clerk("nd30/table").paper.tables[0].rows[1].cells
    assert [cell.text for cell in cells] == ["Số: 15/KH-SNV", "Giả Định, ngày 06 tháng 5 năm 2024"]


@pytest.mark.parametrize(
    ("paper", "words", "size", "share"),
    [
        ("hd36-phu-luc", "ĐẢNG CỘNG SẢN VIỆT NAM", 15, 1.0),
        ("nd30", "SỞ NỘI VỤ", 13, 0.42),
        ("nd30", "Độc lập - Tự do - Hạnh phúc", 14, 1.0),
        ("nd30", "Chỉnh lý tài liệu lưu trữ", 14, 0.42),
        ("nd30-phu-luc", "Công tác văn thư, lưu trữ", 14, 0.39),
    ],
)
def test_a_line_drawn_is_as_long_as_the_words_ask(paper: str, words: str, size: float, share: float) -> None:
    length = next(float(line.text) for above, line in pairwise(words_of_file(paper)) if above.text == words)
    assert round(length / text_width(words, size, "bold"), 2) == share


def test_pages_count_anew_where_the_form_asks() -> None:
    starts = {
        paper: [section._sectPr.find(qn("w:pgNumType")) is not None for section in clerk(paper).paper.sections]
        for paper in ("hd36-phu-luc", "hd05-phu-luc", "nd30-phu-luc")
    }
    assert starts == {
        "hd36-phu-luc": [False] * 3,
        "hd05-phu-luc": [False, True, True],
        "nd30-phu-luc": [False, True, True],
    }


# Cases


def finding(code: str, path: str = "", snippet: str = "") -> Finding:
    said = Said("câu", "sentence")
    return Finding(code, (), "error", 1.0, Spot("word/document.xml", 1, path, 1, snippet), "", "", said, said, "")


HERE, THERE, WORDS = ("a.b", "II.3"), ("a.b", "II.4"), ("c.d", "để báo cáo")


@pytest.mark.parametrize(
    ("expected", "found", "missing", "surplus"),
    [
        ([HERE, WORDS], [finding(*HERE), finding("c.d", "recipient", "- Tỉnh ủy (để báo cáo);")], [], 0),
        ([], [], [], 0),
        ([HERE], [], [HERE], 0),
        ([HERE], [finding(*THERE)], [HERE], 1),
        ([HERE], [finding("a.c", "II.3")], [HERE], 1),
        ([HERE], [finding(*HERE), finding(*HERE)], [], 1),
        ([HERE, HERE], [finding(*HERE)], [HERE], 0),
        ([("p.m", "")], [finding("p.m")], [], 0),
        ([("p.m", "")], [finding("p.m", "II", "lời")], [("p.m", "")], 1),
    ],
)
def test_exactly_the_findings_expected(
    expected: list[Find], found: list[Finding], missing: list[Find], surplus: int
) -> None:
    left, besides = unexpected(expected, found)
    assert (left, len(besides)) == (missing, surplus)


def test_a_draft_of_a_unit_knows_its_duties() -> None:
    held = draft(clean("hd36/tabs"), "hd36", "than-uyen")
    assert held.duties and held.duties.expected.text_of("number") == "Số 05-KH/HU"
    assert (held.day, held.form.id, held.duties.unit.name) == (datetime.date(2023, 7, 10), "hd36", "Huyện ủy Than Uyên")
    assert draft(clean("nd30"), "nd30").duties is None


# What a text stands for


def test_exact_words_are_held_alone() -> None:
    runs = runs_of(clerk().paper, "sửa đổi, bổ sung")
    assert [run.text for run in runs] == ["sửa đổi, bổ sung"]


def test_words_over_several_runs_are_held_alone() -> None:
    edited = clerk().split_runs(ITEM, 9)
    assert "".join(run.text for run in runs_of(edited.paper, "xây dựng, sửa đổi")) == "xây dựng, sửa đổi"
    assert edited.find(ITEM).text == ITEM


def test_an_ellipsis_holds_the_whole_line_or_its_half_between_tabs() -> None:
    assert "".join(run.text for run in runs_of(clerk().paper, "1. Việc xây dựng…")) == ITEM
    half = runs_of(clerk("hd36-phu-luc/tabs").paper, "Số 09…")
    assert [run.text for run in half] == ["Số 09-KH/HU"]


def test_the_body_is_its_justified_paragraphs() -> None:
    assert [p.text for p in body(clerk("hd36-cong-van").paper)] == [
        line.text for line in words_of_file("hd36-cong-van") if line.role == "paragraph"
    ]
    assert body(clerk("hd36").paper)[1].text == "I- MỤC ĐÍCH, YÊU CẦU"


def test_a_text_that_is_not_there_fails() -> None:
    with pytest.raises(AssertionError, match="không có đâu"):
        clerk().find("không có đâu")


def test_the_best_match_comes_first() -> None:
    assert clerk("hd36-phu-luc").find("PHÓ BÍ THƯ").text == "PHÓ BÍ THƯ"
    assert clerk("nd30-phu-luc").find("ỦY BAN NHÂN DÂN").text == "ỦY BAN NHÂN DÂN"


# Words


@pytest.mark.parametrize("runs", [1, 7])
def test_retype_keeps_the_look(runs: int) -> None:
    edited = reopened(clerk().split_runs("KẾ HOẠCH", runs).retype("KẾ HOẠCH", "THÔNG BÁO"))
    (run,) = runs_of(edited.paper, "THÔNG BÁO")
    assert (run.font.size, run.font.bold) == (Pt(16), True)


def test_retype_changes_one_place_and_retype_all_every_place() -> None:
    once, everywhere = clerk(), clerk()
    before = "\n".join(texts(once)).count("Huyện ủy")
    assert "\n".join(texts(once.retype("Huyện ủy", "Đảng ủy"))).count("Huyện ủy") == before - 1
    assert "\n".join(texts(everywhere.retype_all("Huyện ủy", "Huyện ủy mới"))).count("Huyện ủy mới") == before


def test_delete_and_insert() -> None:
    assert not any(text.startswith(DASH) for text in texts(clerk().delete(DASH)))
    assert after(clerk().insert_after(ITEM, "Dòng mới."), ITEM).text == "Dòng mới."
    assert after(clerk().insert_before(ITEM, "Dòng mới."), "Dòng mới.").text == ITEM
    heading = after(clerk().insert_after(ITEM, "Dòng mới.", like="II- NỘI DUNG"), ITEM)
    assert heading.runs[0].font.bold


def test_a_cell_keeps_a_paragraph() -> None:
    edited = reopened(clerk().delete("Tháng 4/2024"))
    assert [cell.text for cell in edited.paper.tables[-1].rows[1].cells][2] == ""


def test_enter() -> None:
    edited = clerk().empty_lines_after("II- NỘI DUNG", 2)
    place = texts(edited).index("II- NỘI DUNG")
    assert texts(edited)[place + 1 : place + 4] == ["", "", ITEM]


def test_breaks() -> None:
    assert "sửa đổi,\n" not in ITEM
    assert "xây dựng, \nsửa đổi" in texts(clerk().soft_break(ITEM, "sửa đổi"))[texts(clerk()).index(ITEM)]
    edited = clerk().cut_paragraph(ITEM, "sửa đổi")
    assert edited.find("1. Việc xây dựng, ").text == "1. Việc xây dựng, "
    assert after(edited, "1. Việc xây dựng, ").text == "sửa đổi, bổ sung quy chế làm việc:"
    assert "1. Việc xây dựng, sửa đổi, bổ sung quy chế làm việc:" in texts(edited.join_next("1. Việc xây dựng, "))


def test_indent_by_blanks() -> None:
    paragraph = reopened(clerk().indent_with(ITEM, "\t")).find(ITEM)
    assert (said_by(paragraph)[:3], paragraph.paragraph_format.first_line_indent) == ("\t1.", Mm(0))


def test_decomposed_letters() -> None:
    one, all_of_them = clerk().decompose(ITEM), clerk().decompose()
    assert sum(not unicodedata.is_normalized("NFC", text) for text in texts(one)) == 1
    assert sum(not unicodedata.is_normalized("NFC", text) for text in texts(all_of_them)) > 30


# Looks


@pytest.mark.parametrize("how", ["direct", "style", "character"])
def test_letters_in_every_way(how: str) -> None:
    edited = reopened(
        clerk().size(f"{ITEM}…", 13, how).bold(f"{ITEM}…", True, how).font(f"{ITEM}…", "Arial", how)  # type: ignore[arg-type]
    )
    (run,) = runs_of(edited.paper, ITEM)
    style = {"direct": run, "style": edited.find(ITEM).style, "character": run.style}[how]
    assert _said_somewhere(style, "size") == Pt(13)
    assert _said_somewhere(style, "bold") is True
    assert _said_somewhere(style, "name") == "Arial"
    assert how == "direct" or run.font.size is None


def _said_somewhere(bearer: object, what: str) -> object:
    """A look said by a run, or by a style or one it is based on."""
    while bearer is not None:
        if (found := getattr(bearer.font, what)) is not None:  # type: ignore[attr-defined]
            return found
        bearer = getattr(bearer, "base_style", None)
    return None


def test_a_font_by_the_theme() -> None:
    edited = reopened(clerk().font("sửa đổi", "Arial", "theme"))
    (run,) = runs_of(edited.paper, "sửa đổi")
    assert run._r.rPr.rFonts.get(qn("w:asciiTheme")) == "minorHAnsi"
    theme = next(part for part in edited.paper.part.package.iter_parts() if "theme" in part.partname)
    assert b'<a:minorFont><a:latin typeface="Arial"' in theme.blob.replace(b"\n", b"").replace(b"  ", b"")


def test_other_letters() -> None:
    edited = clerk().colour("sửa đổi", "FF0000").highlight("sửa đổi").underline("sửa đổi").italic("sửa đổi")
    (run,) = runs_of(reopened(edited.capitals("sửa đổi").spacing("sửa đổi", 2)).paper, "sửa đổi")
    font = run.font
    assert (font.color.rgb, font.highlight_color) == (RGBColor(255, 0, 0), WD_COLOR_INDEX.YELLOW)
    assert (font.underline, font.italic, font.all_caps) == (True, True, True)
    assert run._r.rPr.find(qn("w:spacing")).get(qn("w:val")) == "40"


@pytest.mark.parametrize("how", ["direct", "style"])
def test_lines_in_every_way(how: str) -> None:
    edited = clerk().align(ITEM, "left", how).indent_mm(ITEM, first=12.7, how=how)  # type: ignore[arg-type]
    paragraph = reopened(edited.gap(ITEM, 1, 2, how).line_spacing(ITEM, exact=16, how=how)).find(ITEM)  # type: ignore[arg-type]
    layout = paragraph.paragraph_format
    if how == "style":
        assert layout.alignment is None and layout.line_spacing is None
        styles = [paragraph.style, *(style for style in _bases(paragraph.style))]
        layout = _Merged([style.paragraph_format for style in styles])  # type: ignore[assignment]
    assert layout.alignment == WD_ALIGN_PARAGRAPH.LEFT
    assert round(layout.first_line_indent.mm, 1) == 12.7
    assert (layout.space_before, layout.space_after, layout.line_spacing) == (Pt(1), Pt(2), Pt(16))


def _bases(style: object) -> list[object]:
    base = getattr(style, "base_style", None)
    return [base, *_bases(base)] if base is not None else []


class _Merged:
    """The first of several layouts that says something."""

    def __init__(self, layouts: list[object]) -> None:
        self._layouts = layouts

    def __getattr__(self, name: str) -> object:
        return next(value for layout in self._layouts if (value := getattr(layout, name)) is not None)


@pytest.mark.parametrize(
    ("spacing", "rule", "value"),
    [
        ({"exact": 17}, WD_LINE_SPACING.EXACTLY, Pt(17)),
        ({"at_least": 17}, WD_LINE_SPACING.AT_LEAST, Pt(17)),
        ({"multiple": 1.3}, WD_LINE_SPACING.MULTIPLE, 1.3),
    ],
)
def test_line_spacing(spacing: dict[str, float], rule: WD_LINE_SPACING, value: float) -> None:
    edited = reopened(clerk().line_spacing(BODY, **spacing))  # type: ignore[arg-type]
    layouts = {(p.paragraph_format.line_spacing_rule, p.paragraph_format.line_spacing) for p in body(edited.paper)}
    assert layouts == {(rule, value)}


@pytest.mark.parametrize("paper", ["hd36", *ALL_LETTERHEADS])
def test_a_rule_is_taken_away_and_drawn_anew(paper: str) -> None:
    edited = clerk(paper).rule("ĐẢNG CỘNG SẢN VIỆT NAM", None)
    assert not _drawn(reopened(edited))
    for kind, tag in (("shape", "w:drawing"), ("vml", "w:pict"), ("border", "w:pBdr")):
        assert _drawn(reopened(edited.rule("ĐẢNG CỘNG SẢN VIỆT NAM", 150, kind))) == [tag]  # type: ignore[arg-type]


def _drawn(edited: Clerk) -> list[str]:
    title = edited.find("ĐẢNG CỘNG SẢN VIỆT NAM")
    bearers = [title._p, title.style.element] if title.style else [title._p]
    tags = ("w:drawing", "w:pict", "w:pBdr")
    return [tag for bearer in bearers for tag in tags if bearer.find(f".//{qn(tag)}") is not None]


def test_numbers_by_word() -> None:
    paragraph = reopened(clerk().auto_number("2. Việc chấp hành", "2. ")).find("Việc chấp hành")
    assert paragraph.text.startswith("Việc chấp hành") and paragraph.style and paragraph.style.name == "List Number"


# Page and tables


def test_page() -> None:
    edited = clerk().margins(top=25, left=35).header_distance(12.7).paper_size(215.9, 279.4)
    first, second, *_ = reopened(edited).paper.sections
    assert [round(side.mm) for side in (first.top_margin, first.left_margin, first.bottom_margin)] == [25, 35, 20]
    assert round(second.top_margin.mm) == 20
    assert round(first.page_width.mm, 1) == 215.9 and round(first.header_distance.mm, 1) == 12.7


def test_a_sheet_turned() -> None:
    first = reopened(clerk().landscape()).paper.sections[0]
    assert first.page_width > first.page_height


def test_page_numbers() -> None:
    gone = reopened(clerk("hd36").no_page_number()).paper
    assert "PAGE" not in gone.sections[0].header._element.xml
    low = reopened(clerk("hd36").page_number("bottom", "right", 12, on_first=True)).paper.sections[0]
    assert "PAGE" in low.footer._element.xml and "PAGE" not in low.header._element.xml
    assert low.footer.paragraphs[0].alignment == WD_ALIGN_PARAGRAPH.RIGHT
    assert not low.different_first_page_header_footer


def test_pages_counted_anew_mirrored_and_empty() -> None:
    paper = reopened(clerk("hd05-phu-luc").count_pages_anew(1, False).count_pages_anew(0).mirror_margins()).paper
    assert [s._sectPr.find(qn("w:pgNumType")) is not None for s in paper.sections] == [True, False, True]
    assert paper.settings.element.find(qn("w:mirrorMargins")) is not None
    last = reopened(clerk().empty_page_at_end()).paper.paragraphs[-1]
    assert last._p.find(f".//{qn('w:br')}").get(qn("w:type")) == "page"


def test_a_style_for_one_thing_leaves_the_others() -> None:
    paragraph = reopened(clerk().line_spacing(ITEM, exact=16, how="style")).find(ITEM)
    assert paragraph.style is not None and paragraph.paragraph_format.space_after is None
    layout = paragraph.style.paragraph_format
    assert (layout.space_after, layout.line_spacing, layout.alignment) == (Pt(6), Pt(16), WD_ALIGN_PARAGRAPH.JUSTIFY)


def test_kept_with_the_next() -> None:
    assert reopened(clerk().keep_with_next(ITEM)).find(ITEM).paragraph_format.keep_with_next


def test_a_line_drawn_among_tabs_stands_under_its_words() -> None:
    element = clerk("hd36-phu-luc/tabs").find("ĐẢNG CỘNG SẢN VIỆT NAM")._p
    line = next(element.iter("{urn:schemas-microsoft-com:vml}line"))
    left, right = (float(line.get(end).partition("pt")[0]) for end in ("from", "to"))
    assert (round(right - left), round((left + right) / 2 / 72 * 25.4)) == (207, 118)


def test_tables() -> None:
    edited = reopened(clerk().table_header_repeat(False).rows_may_split(True).empty_row())
    rows = edited.paper.tables[-1].rows
    assert [cell.text for cell in rows[-1].cells] == [""] * 4
    assert all(row._tr.find(f".//{qn('w:tblHeader')}") is None for row in rows)
    assert all(row._tr.find(f".//{qn('w:cantSplit')}") is None for row in rows)
    again = reopened(edited.table_header_repeat(True)).paper.tables[-1]
    assert [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in again.rows] == [True, False, False, False]


# Storage


def test_split_runs_say_the_same() -> None:
    edited = reopened(clerk().split_runs(ITEM, 17))
    assert len(edited.find(ITEM).runs) == 17 and edited.find(ITEM).text == ITEM


def test_spacers_are_tiny_and_say_nothing() -> None:
    before, edited = clerk(), clerk().spacers()
    tiny = [p for p in reopened(edited).paper.paragraphs if p.runs and p.runs[0].font.size == Pt(2)]
    assert len(tiny) >= 4 and not any(p.text.strip() for p in tiny)
    assert [text for text in texts(edited) if text.strip()] == [text for text in texts(before) if text.strip()]


def test_tracked_changes() -> None:
    element = reopened(clerk().track_delete("xây dựng, ").track_insert("sửa đổi,", " thay thế,")).find("1. Việc")._p
    assert ["".join(element.itertext(tag)) for tag in (qn("w:delText"), qn("w:t"))] == [
        "xây dựng, ",
        "1. Việc sửa đổi, thay thế, bổ sung quy chế làm việc:",
    ]
    assert [len(list(element.iter(qn(tag)))) for tag in ("w:ins", "w:del")] == [1, 1]


@pytest.mark.parametrize("paper", ["hd36", "hd36-phu-luc/tabs"])
def test_what_word_adds_changes_no_words(paper: str) -> None:
    edited = clerk(paper).as_word_saves()
    assert texts(edited) == texts(clerk(paper))
    assert "w:proofErr" in edited.paper.element.xml and "w:rsidR" in edited.paper.element.xml


def test_what_libreoffice_saves_says_the_same() -> None:
    edited = clerk("hd36-phu-luc").as_libreoffice_saves()
    assert [p.text for p in body(edited.paper)] == [p.text for p in body(clerk("hd36-phu-luc").paper)]
    assert runs_of(edited.paper, "ĐẢNG CỘNG SẢN VIỆT NAM")[0].font.size == Pt(15)
    assert "LibreOffice" in edited.paper.part.package.part_related_by(RT.EXTENDED_PROPERTIES).blob.decode("utf-8")
