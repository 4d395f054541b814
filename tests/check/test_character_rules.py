"""Characters: typeface, colour, size, marks left, and how they are stored."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from docgen.check.legacy import legacy_encoding
from tests.check.planting import BODY, Case, Clerk, Silent, across, planted, verify

ITEM = "1. Đánh giá đúng ưu điểm…"
SECOND = "2. Việc kiểm tra, giám sát…"
TCVN3 = "1. §¸nh gi¸ ®óng −u ®iÓm, h¹n chÕ, nguyªn nh©n trong viÖc thùc hiÖn quy chÕ."
VNI = "1. Ñaùnh giaù ñuùng öu ñieåm, haïn cheá, nguyeân nhaân trong vieäc thöïc hieän quy cheá."


def typed_in(clerk: Clerk, text: str, new: str) -> Clerk:
    """A whole line typed anew."""
    return clerk.retype(clerk.find(text.removesuffix("…")).text, new)


def bullet(clerk: Clerk, text: str) -> Clerk:
    """A dash as a sign of the font Symbol (Insert › Symbol)."""
    run = clerk.retype(text, text.removeprefix("-")).find(text.removeprefix("-")).runs[0]
    sign = OxmlElement("w:sym")
    sign.set(qn("w:font"), "Symbol")
    sign.set(qn("w:char"), "F0B7")
    run._r.insert(list(run._r).index(run._r.find(qn("w:t"))), sign)
    return clerk


def hide(clerk: Clerk, text: str) -> Clerk:
    """Hidden letters."""
    return clerk._letters(text, "direct", lambda font: setattr(font, "hidden", True))


FONTS = [
    *across(
        ["hd36", "hd36/tabs", "nd30-phu-luc"],
        Case("all in Arial", "", lambda c: c.font(BODY, "Arial"), [("characters.font", "opening")]),
    ),
    *across(
        ["hd05-phu-luc", "nd30/flat"],
        Case("Arial by styles", "", lambda c: c.font(BODY, "Arial", "style"), [("characters.font", "basis")]),
    ),
    Case(
        "the theme's Calibri",
        "hd36-phu-luc/flat",
        lambda c: c.font(BODY, "Calibri", "theme"),
        [("characters.font", "basis")],
    ),
    Case("a line, by a style", "hd36-phu-luc", lambda c: c.font(ITEM, "Arial", "style"), [("characters.font", "I.1")]),
    Case(
        "words, by a character style",
        "nd30",
        lambda c: c.font("Luật Lưu trữ", "Arial", "character"),
        [("characters.font", "Luật Lưu trữ")],
    ),
    Case("in pieces", "hd05", lambda c: c.font("BAN THƯỜNG VỤ", "Tahoma"), [("characters.font", "BAN THƯỜNG VỤ")]),
    Case(
        "five headings are three findings and one",
        "hd36-phu-luc",
        lambda c: [c.font(text, "Arial") for text in ("I- MỤC…", "II- NỘI…", "III- TỔ…", "a) Trình…", "đ) Việc…")],
        [("characters.font", "I"), ("characters.font", "II"), ("characters.font", "II.1.a")],
        also=[("characters.font", "II.1.đ")],
    ),
    Silent("another name of it", "hd36/flat", lambda c: c.font(BODY, "TimesNewRoman"), "characters.font"),
    Case("a bullet is no other typeface", "hd36-phu-luc", lambda c: bullet(c, "- Chấp"), [("body.bullet", "II.2.1")]),
    Silent("a hyphen in Calibri", "nd30/tabs", lambda c: c.font(" - ", "Calibri"), "characters.font"),
    Case("the page number", "hd36/tabs", lambda c: c.page_number().font("2", "Calibri"), [("characters.font", "2")]),
    Case(".VnTime", "hd36-phu-luc/tabs", lambda c: c.font(BODY, ".VnTime"), [("characters.legacy_font", "basis")]),
    Case(".VnTime", "nd30-phu-luc", lambda c: c.font(BODY, ".VnTime"), [("characters.legacy_font", "opening")]),
    Silent("a hyphen in VNI", "nd30/flat", lambda c: c.font(" - ", "VNI-Times"), "characters.legacy_font"),
    Case("VNI", "hd05", lambda c: c.font("BAN THƯỜNG VỤ", "VNI-Times"), [("characters.legacy_font", "BAN THƯỜNG")]),
]

COLOURS = [
    *across(
        ["hd36", "hd05/tabs", "nd30-phu-luc/flat"],
        Case("red words", "", lambda c: c.colour("Thực hiện", "FF0000"), [("characters.colour", "opening")]),
    ),
    Case("by a style", "hd36-phu-luc", lambda c: c.colour(ITEM, "1F497D", "style"), [("characters.colour", "I.1")]),
    Case("all blue", "nd30", lambda c: c.colour(BODY, "0000FF", "style"), [("characters.colour", "basis")]),
    *across(
        ["hd36/flat", "hd05"], Silent("black by number", "", lambda c: c.colour(BODY, "000000"), "characters.colour")
    ),
    Silent("a red space", "nd30", lambda c: c.colour(" - ", "FF0000"), "characters.colour"),
    Case("the marker", "hd36/table", lambda c: c.highlight("Thực hiện"), [("characters.highlight", "opening")]),
    *across(["hd05", "nd30"], Silent("a marked comma", "", lambda c: c.highlight(", "), "characters.highlight")),
    Case("hidden words", "nd30/tabs", lambda c: hide(c, "Sở Nội vụ"), [("characters.hidden", "Sở Nội vụ")]),
    *across(["hd36-phu-luc", "nd30/tabs"], Silent("a hidden comma", "", lambda c: hide(c, ", "), "characters.hidden")),
]

SIZES = [
    *across(
        ["hd36", "hd05/flat"],
        Case("13 in a Party paper", "", lambda c: c.size(BODY, 13), [("characters.size", "opening")]),
    ),
    Case("13 by styles", "hd36-phu-luc/tabs", lambda c: c.size(BODY, 13, "style"), [("characters.size", "basis")]),
    Case("15 in the state", "nd30", lambda c: c.size(BODY, 15, "style"), [("characters.size", "basis")]),
    Case("one paragraph", "hd36-phu-luc", lambda c: c.size(ITEM, 13, "style"), [("characters.size", "I.1")]),
    Case(
        "two paragraphs, in pieces",
        "hd36-phu-luc/flat",
        lambda c: c.split_runs(ITEM, 6).size(ITEM, 12).size(SECOND, 12),
        [("characters.size", "I.1"), ("characters.size", "I.2")],
    ),
    *across(["hd36/flat", "hd05"], Silent("15", "", lambda c: c.size(BODY, 15), "characters.size")),
    Silent("13 by styles", "nd30-phu-luc", lambda c: c.size(BODY, 13, "style"), "characters.size"),
    Silent("14.5 for headings", "hd36", lambda c: c.size("II-…", 14.5).size("III-…", 14.5), "characters.size"),
    Silent("13 in the state", "nd30/tabs", lambda c: c.size(BODY, 13), "characters.size"),
    Case(
        "words in 12", "hd36-phu-luc", lambda c: c.size("nguyên nhân", 12), [("characters.mixed_sizes", "nguyên nhân")]
    ),
    Case(
        "14 and 15",
        "hd36-phu-luc/tabs",
        lambda c: c.size(ITEM, 15).size(SECOND, 15, "style"),
        [("characters.mixed_sizes", "I.1")],
    ),
    Silent("a comma in 12", "hd36-phu-luc", lambda c: c.size(", hạn"[:2], 12), "characters.mixed_sizes"),
    Silent("one short line in 15", "hd36", lambda c: c.size("I- …", 15), "characters.mixed_sizes"),
]

STORED = [
    *across(
        ["hd36", "hd05/flat", "nd30-phu-luc"],
        Case("loose tone marks", "", lambda c: c.decompose("Thực hiện"), [("characters.decomposed", "opening")]),
    ),
    Case("all of them", "hd36-phu-luc/tabs", Clerk.decompose, [("characters.decomposed", "kind")]),
    *across(
        ["hd36", "nd30-phu-luc/flat"],
        Silent("a letter in pieces", "", lambda c: c.split_runs(BODY, 9).as_word_saves(), "characters.decomposed"),
    ),
    Case("TCVN3", "hd36-phu-luc", lambda c: typed_in(c, ITEM, TCVN3), [("characters.legacy", "I.1")]),
    Case("VNI", "hd36-phu-luc/flat", lambda c: typed_in(c, ITEM, VNI), [("characters.legacy", "I.1")]),
    Case(
        "a word pasted", "hd36-phu-luc", lambda c: c.retype("chi bộ trực thuộc", "chi bộ thuéc §¶ng bé"),
        [("characters.legacy", "§¶ng")],
    ),
    Silent(
        "a foreign name", "hd36-phu-luc", lambda c: c.retype("các cấp ủy trực thuộc", "các ông François, Müller"),
        "characters.legacy",
    ),
    *across(
        ["hd36", "nd30-phu-luc/tabs"],
        Case(
            "a zero-width sign",
            "",
            lambda c: c.retype("Thực hiện", "Thực\u200b hiện"),
            [("characters.unseen", "opening")],
        ),
    ),
    Case(
        "two soft hyphens are one finding",
        "hd36-phu-luc",
        lambda c: c.retype("nguyên nhân", "nguyên\u00ad nhân").retype("thận trọng", "thận\u00ad trọng"),
        [("characters.unseen", "I.1")],
    ),
    Case(
        "two non-breaking spaces",
        "hd36-phu-luc/tabs",
        lambda c: c.retype("ưu điểm, hạn chế", "ưu điểm,\u00a0\u00a0hạn chế"),
        [("characters.unseen", "I.1")],
    ),
    Case(
        "a private sign", "hd36-phu-luc", lambda c: c.retype("nguyên nhân", "nguyên \ue123nhân"),
        [("characters.unseen", "I.1")],
    ),
    Case(
        "a sign of a symbol font inside a word", "nd30/tabs", lambda c: c.retype("quy trình", "quy\uf0b7 trình"),
        [("characters.unseen", "I.2")],
    ),
    *across(
        ["hd36", "hd05/tabs", "nd30-phu-luc"],
        Silent(
            "one non-breaking space", "", lambda c: c.retype("Thực hiện", "Thực\u00a0hiện"), "characters.unseen"
        ),
    ),
]  # fmt: skip

CASES = [*FONTS, *COLOURS, *SIZES, *STORED]


@planted(FONTS)
def test_typefaces(case: Case | Silent) -> None:
    verify(case)


@planted(COLOURS)
def test_colours(case: Case | Silent) -> None:
    verify(case)


@planted(SIZES)
def test_sizes(case: Case | Silent) -> None:
    verify(case)


@planted(STORED)
def test_stored(case: Case | Silent) -> None:
    verify(case)


def test_codes_of_before_unicode() -> None:
    assert legacy_encoding("Céng hoµ x· héi chñ nghÜa ViÖt Nam") == "TCVN3"
    assert legacy_encoding("§¶ng") == "TCVN3"
    assert legacy_encoding("Thöïc hieän Keát luaän soá 50") == "VNI"
    assert legacy_encoding("Ñaûng") == "VNI"
    assert legacy_encoding("Cộng hoà xã hội chủ nghĩa Việt Nam") == ""
    assert legacy_encoding("mô hình «Dân vận khéo», § 5, 5½ km, 25 µg/m³ ©") == ""
    assert legacy_encoding("các ông François, Müller và Strauß dự họp cùng đại biểu") == ""
