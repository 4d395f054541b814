"""What a reader sees: the look of a word after every style, default and theme has had its say."""

import pytest

from docgen.model.reading import Layout, Letters, Line
from docgen.word.package import read_package, write_package
from docgen.word.read import read_docx
from tests.word.small import W, package

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
THEME = (
    f'<a:theme xmlns:a="{A}"><a:themeElements><a:fontScheme name="x">'
    '<a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
    '<a:font script="Jpan" typeface="MS Mincho"/><a:font script="Hans" typeface="SimSun"/></a:minorFont>'
    "</a:fontScheme></a:themeElements></a:theme>"
)
SETTINGS = f'<w:settings xmlns:w="{W}"><w:themeFontLang w:val="vi-VN" w:eastAsia="ja-JP"/></w:settings>'


def read(body: str, styles: str = "", **parts: str) -> list[Line]:
    """Lines of a paper with these styles and parts."""
    parts = {"styles": f'<w:styles xmlns:w="{W}">{styles}</w:styles>', **parts}
    links = "".join(
        f'<Relationship Id="s{count}" Type="{OFFICE}/{name}" Target="{name}.xml"/>' for count, name in enumerate(parts)
    )
    made = read_package(package(body, **parts))
    made["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{RELATIONS}">{links}</Relationships>'.encode()
    return [placed.line for placed in read_docx(write_package(made)).lines]


def letters(run: str, paragraph: str = "", styles: str = "", **parts: str) -> Letters:
    """The look of the words «chữ» in a run with these properties."""
    body = f"<w:p><w:pPr>{paragraph}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>chữ</w:t></w:r></w:p>"
    found = read(body, styles, **parts)[0].letters
    assert found is not None
    return found


def layout(paragraph: str, styles: str = "", **parts: str) -> Layout:
    """The look of a paragraph with these properties."""
    return read(f"<w:p><w:pPr>{paragraph}</w:pPr><w:r><w:t>chữ</w:t></w:r></w:p>", styles, **parts)[0].layout


def style(key: str, inner: str, kind: str = "paragraph", based: str = "", default: bool = False) -> str:
    below = f'<w:basedOn w:val="{based}"/>' if based else ""
    first = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}" w:styleId="{key}"{first}><w:name w:val="{key}"/>{below}{inner}</w:style>'


def defaults(run: str = "", paragraph: str = "") -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{paragraph}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


BOLD = "<w:rPr><w:b/></w:rPr>"
PSTYLE = '<w:pStyle w:val="P"/>'
RSTYLE = '<w:rStyle w:val="C"/>'


class TestLetters:
    def test_size_comes_from_the_nearest_level(self) -> None:
        styles = (
            defaults('<w:sz w:val="22"/>')
            + style("Base", '<w:rPr><w:sz w:val="26"/></w:rPr>')
            + style("P", "", based="Base")
            + style("C", '<w:rPr><w:sz w:val="28"/></w:rPr>', "character")
        )
        assert letters("").size == 10.0
        assert letters("", styles=styles).size == 11.0
        assert letters("", PSTYLE, styles).size == 13.0
        assert letters(RSTYLE, PSTYLE, styles).size == 14.0
        assert letters(RSTYLE + '<w:sz w:val="30"/>', PSTYLE, styles).size == 15.0

    def test_the_default_paragraph_style_counts_without_being_named(self) -> None:
        assert letters("", styles=style("Normal", '<w:rPr><w:sz w:val="28"/></w:rPr>', default=True)).size == 14.0

    def test_bold_on_two_levels_of_styles_cancels_out(self) -> None:
        styles = style("P", BOLD) + style("C", BOLD, "character")
        assert letters("", PSTYLE, styles).bold
        assert not letters(RSTYLE, PSTYLE, styles).bold
        assert letters(RSTYLE + "<w:b/>", PSTYLE, styles).bold

    def test_bold_put_off_by_hand_is_off(self) -> None:
        assert not letters('<w:b w:val="0"/>', PSTYLE, style("P", BOLD)).bold

    def test_styles_that_are_based_on_each_other_end(self) -> None:
        assert letters("", PSTYLE, style("P", BOLD, based="Q") + style("Q", "", based="P")).bold

    def test_automatic_colour_is_no_colour(self) -> None:
        assert letters('<w:color w:val="auto"/>').color == ""
        assert letters('<w:color w:val="ff0000"/>').color == "FF0000"

    @pytest.mark.parametrize(("value", "seen"), [("single", True), ("double", True), ("none", False)])
    def test_underline(self, value: str, seen: bool) -> None:
        assert letters(f'<w:u w:val="{value}"/>').underline is seen


class TestFonts:
    def test_a_named_font_over_a_theme_font_below(self) -> None:
        styles = defaults('<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>')
        assert letters("", styles=styles, theme=THEME).font == "Calibri"
        named = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
        assert letters(named, styles=styles, theme=THEME).font == "Times New Roman"

    def test_a_theme_font_over_a_named_one_below(self) -> None:
        styles = defaults('<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>')
        themed = '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/>'
        assert letters(themed, styles=styles, theme=THEME).font == "Cambria"

    def test_vietnamese_letters_stand_in_another_slot_than_plain_ones(self) -> None:
        found = letters('<w:rFonts w:ascii="Times New Roman" w:hAnsi="Arial"/>')
        assert (found.font, found.other_font) == ("Times New Roman", "Arial")
        assert letters('<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>').other_font == ""

    def test_the_east_asian_slot_counts_where_the_hint_says_so(self) -> None:
        fonts = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="SimSun"{}/>'
        assert letters(fonts.format("")).other_font == ""
        assert letters(fonts.format(' w:hint="eastAsia"')).other_font == "SimSun"

    def test_the_theme_names_east_asian_fonts_by_the_language_of_the_settings(self) -> None:
        fonts = '<w:rFonts w:ascii="Arial" w:eastAsiaTheme="minorEastAsia" w:hint="eastAsia"/>'
        assert letters(fonts, theme=THEME, settings=SETTINGS).other_font == "MS Mincho"


class TestLayout:
    def test_indents_and_gaps_are_taken_attribute_by_attribute(self) -> None:
        styles = style(
            "P", '<w:pPr><w:spacing w:before="120" w:after="60"/><w:ind w:left="567" w:firstLine="567"/></w:pPr>'
        )
        found = layout(f'{PSTYLE}<w:spacing w:after="0"/><w:ind w:left="0"/>', styles)
        assert (found.before, found.after, found.left, found.first) == (6.0, 0.0, 0.0, 10.0)

    def test_a_hanging_line_takes_the_place_of_an_indented_one(self) -> None:
        styles = style("P", '<w:pPr><w:ind w:firstLine="567"/></w:pPr>')
        assert layout(f'{PSTYLE}<w:ind w:left="567" w:hanging="567"/>', styles).first == -10.0

    @pytest.mark.parametrize(
        ("spacing", "rule", "line"),
        [
            ('w:line="360" w:lineRule="exact"', "exact", 18.0),
            ('w:line="360" w:lineRule="atLeast"', "atLeast", 18.0),
            ('w:line="360" w:lineRule="auto"', "multiple", 1.5),
            ('w:line="276"', "multiple", 1.15),
            ('w:before="0"', "multiple", 1.0),
        ],
    )
    def test_line_spacing(self, spacing: str, rule: str, line: float) -> None:
        found = layout(f"<w:spacing {spacing}/>")
        assert (found.line_rule, found.line) == (rule, line)

    def test_the_table_style_stands_below_the_paragraph_style(self) -> None:
        styles = style("T", '<w:pPr><w:spacing w:before="100"/></w:pPr><w:rPr><w:sz w:val="20"/></w:rPr>', "table")
        styles += style("P", '<w:rPr><w:sz w:val="26"/></w:rPr>')
        body = (
            '<w:tbl><w:tblPr><w:tblStyle w:val="T"/></w:tblPr><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>'
            f"<w:tc><w:p><w:pPr>{PSTYLE}</w:pPr><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        )
        first, second = read(body, styles)
        assert first.letters and second.letters
        assert (first.letters.size, first.layout.before) == (10.0, 5.0)
        assert (second.letters.size, second.layout.before) == (13.0, 5.0)

    def test_a_border_below(self) -> None:
        assert layout('<w:pBdr><w:bottom w:val="single" w:sz="6"/></w:pBdr>').border_below == "single"
        assert layout('<w:pBdr><w:bottom w:val="nil"/></w:pBdr>').border_below == ""
