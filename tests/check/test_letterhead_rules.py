"""Letterhead: title, motto, superior, issuer, star, drawn lines."""

import pytest
from docx.shared import Mm

from docgen.check.issuer import body_of, committee_of, kind_in, place_in, toneless
from tests.check.planting import Case, Clerk, Silent, across, planted, verify

TITLE = "ĐẢNG CỘNG SẢN VIỆT NAM"
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
ABOVE = "ĐẢNG BỘ TỈNH LAI CHÂU"
ISSUER = "HUYỆN ỦY THAN UYÊN"


def _an_office(clerk: Clerk) -> None:
    clerk.retype("HUYỆN ỦY GIẢ ĐỊNH BA", "VĂN PHÒNG").retype("ĐẢNG BỘ TỈNH GIẢ ĐỊNH", "HUYỆN ỦY GIẢ ĐỊNH BA")
    clerk.retype("09-KH/HU", "09-KH/VPHU")


def _a_province(clerk: Clerk) -> None:
    clerk.delete("ĐẢNG BỘ TỈNH LAI CHÂU").retype("HUYỆN ỦY THAN UYÊN", "TỈNH ỦY LAI CHÂU")
    clerk.retype("Số 05-KH/HU", "Số 05-KH/TU").retype("Than Uyên, ngày", "Lai Châu, ngày")


TITLES: list[Case | Silent] = [
    *across(
        ["hd36", "hd05/flat"],
        Case("the national title", "", lambda c: c.retype(TITLE, NATION), [("letterhead.title", "title")]),
    ),
    *across(
        ["hd36", "hd36/table", "hd05/flat"],
        Case(
            "a wrong mark in the title",
            "",
            lambda c: c.retype(TITLE, "ĐẢNG CÔNG SẢN VIỆT NAM"),
            [("letterhead.title", "ĐẢNG CÔNG SẢN")],
        ),
    ),
    Case(
        "national title and motto, and no line below",
        "hd36/table",
        lambda c: c.retype(TITLE, NATION).insert_after(NATION, MOTTO),
        [("letterhead.title", NATION)],
    ),
    Case(
        "the motto below the Party's title",
        "hd36/table",
        lambda c: c.insert_after(TITLE, MOTTO),
        [("letterhead.party_motto", MOTTO)],
    ),
    Case("no title", "hd36/flat", lambda c: c.delete(TITLE), [("letterhead.title_missing", "")]),
    Case("no motto", "nd30/table", lambda c: c.rule(NATION, 171).delete(MOTTO), [("letterhead.motto", NATION)]),
    Case("motto in capitals", "nd30/tabs", lambda c: c.retype(MOTTO, MOTTO.upper()), [("letterhead.motto", "title")]),
    Case(
        "a dash Word made in the motto",
        "nd30",
        lambda c: c.retype("lập - Tự", "lập – Tự"),
        [("letterhead.motto", MOTTO[:7])],
    ),
    *across(
        ["hd36/tabs"],
        Case("title in 13 pt", "", lambda c: c.size(TITLE, 13), [("letterhead.title_look", TITLE)]),
    ),
    Case(
        "title not bold by a style",
        "hd05/table",
        lambda c: c.bold(TITLE, False, "style"),
        [("letterhead.title_look", "title")],
    ),
    Case(
        "title in small letters",
        "nd30",
        lambda c: c.retype(NATION, NATION.capitalize()),
        [("letterhead.title_look", "title")],
    ),
    *across(
        ["nd30/table", "nd30/tabs", "nd30/flat"],
        Silent("tone mark the other way", "", lambda c: c.retype("HÒA", "HOÀ"), "letterhead.title"),
    ),
    *across(
        ["hd36", "hd36/tabs", "hd05/flat"],
        Silent("title over runs", "", lambda c: c.split_runs(TITLE, 9), "letterhead.title_look"),
    ),
    Silent("Quốc hiệu in 12 pt", "nd30/flat", lambda c: c.size(NATION, 12), "letterhead.title_look"),
    Silent(
        "Tiêu ngữ in 13 pt",
        "nd30-cong-van",
        lambda c: c.size(MOTTO, 13).rule(MOTTO, None).rule(MOTTO, 159),
        "letterhead.motto",
    ),
    Silent(
        "capitals by the typeface",
        "hd36/table",
        lambda c: c.retype(TITLE, TITLE.capitalize()).capitals(TITLE.capitalize()),
        "letterhead.title_look",
    ),
    Silent("decomposed letters", "hd36/table", lambda c: c.split_runs(ISSUER, 3).as_word_saves(), "letterhead.title"),
]

ORGANS: list[Case | Silent] = [
    *across(
        ["hd36/table", "hd36/tabs", "hd36/flat"],
        Case(
            "issuer in small letters",
            "",
            lambda c: c.retype(ISSUER, "Huyện ủy Than Uyên"),
            [("letterhead.issuer_look", "Huyện ủy Than Uyên")],
        ),
    ),
    Case(
        "superior in small letters",
        "hd36/tabs",
        lambda c: c.retype(ABOVE, "Đảng bộ tỉnh Lai Châu"),
        [("letterhead.superior_look", "Đảng bộ tỉnh Lai Châu")],
    ),
    *across(
        ["hd36/table", "hd36/tabs"],
        Case("superior bold", "", lambda c: c.bold(ABOVE), [("letterhead.superior_look", "superior")]),
    ),
    Case("issuer not bold", "hd36/flat", lambda c: c.bold(ISSUER, False), [("letterhead.issuer_look", "issuer")]),
    Case(
        "issuer not bold, of the state",
        "nd30",
        lambda c: c.bold("SỞ NỘI VỤ", False),
        [("letterhead.issuer_look", "issuer")],
    ),
    Case(
        "issuer in 13 pt by a style",
        "hd05/tabs",
        lambda c: c.size("ĐẢNG ỦY XÃ…", 13, "character"),
        [("letterhead.issuer_look", "issuer")],
    ),
    *across(
        ["hd36", "hd36/flat"],
        Case(
            "the committee above a committee",
            "",
            lambda c: c.retype(ABOVE, "TỈNH ỦY LAI CHÂU"),
            [("letterhead.superior_name", "TỈNH ỦY")],
        ),
    ),
    *across(
        ["hd36/flat"],
        Case("no superior", "", lambda c: c.delete(ABOVE), [("letterhead.superior_missing", ISSUER)]),
    ),
    Case(
        "no issuer at all",
        "hd36-phu-luc/flat",
        lambda c: c.delete("ĐẢNG BỘ TỈNH…").delete("HUYỆN ỦY GIẢ…"),
        [("letterhead.issuer_missing", "")],
    ),
    Silent("an office under its committee", "hd36-phu-luc", _an_office, "letterhead.superior_name"),
    Silent(
        "an issuer broken in two lines", "hd36/table", lambda c: c.soft_break(ISSUER, "THAN"), "letterhead.issuer_look"
    ),
    Silent("a provincial committee alone", "hd36/flat", _a_province, "letterhead.superior_missing"),
    Silent(
        "a superior of the state in 12 pt", "nd30", lambda c: c.size("TỈNH GIẢ ĐỊNH", 12), "letterhead.superior_look"
    ),
]

LINES: list[Case | Silent] = [
    *across(
        ["hd36", "hd05/table"],
        Case("a line typed for the star", "", lambda c: c.retype("*", "-------"), [("letterhead.star", "issuer")]),
    ),
    *across(
        ["hd36", "hd36/flat"],
        Case(
            "the star right after the name",
            "",
            lambda c: c.delete("*").retype(ISSUER, f"{ISSUER} *"),
            [("letterhead.star", ISSUER)],
        ),
    ),
    *across(
        ["hd36/tabs", "hd05"],
        Case("no line below the title", "", lambda c: c.rule(TITLE, None), [("letterhead.title_rule", TITLE)]),
    ),
    Case(
        "title underlined",
        "hd36/table",
        lambda c: c.rule(TITLE, None).underline(TITLE),
        [("letterhead.title_rule", TITLE)],
    ),
    Case(
        "underscores below the title",
        "hd36/table",
        lambda c: c.rule(TITLE, None).insert_after(TITLE, "_" * 20),
        [("letterhead.title_rule", TITLE)],
    ),
    Case(
        "a line too short",
        "hd36/table",
        lambda c: c.rule(TITLE, None).rule(TITLE, 150),
        [("letterhead.rule_length", TITLE)],
    ),
    Case(
        "a line as long as the name",
        "nd30",
        lambda c: c.rule("SỞ NỘI VỤ", None).rule("SỞ NỘI VỤ", 68),
        [("letterhead.rule_length", "SỞ NỘI VỤ")],
    ),
    Case(
        "no line below the issuer",
        "nd30/flat",
        lambda c: c.rule("SỞ NỘI VỤ", None),
        [("letterhead.issuer_rule", "SỞ NỘI VỤ")],
    ),
    *across(
        ["hd36", "hd05/flat"],
        Case("no star", "", lambda c: c.delete("*"), [("letterhead.star", "issuer")]),
    ),
    *across(
        ["hd36/table", "hd36/tabs"],
        Case("a line for the star", "", lambda c: c.delete("*").rule(ISSUER, 60), [("letterhead.star", "issuer")]),
    ),
    Case("hyphens for the star", "hd36/table", lambda c: c.retype("*", "-----"), [("letterhead.star", "issuer")]),
    *across(
        ["hd36/table", "hd36/tabs", "hd05/flat"],
        Silent("a line in VML", "", lambda c: c.rule(TITLE, None).rule(TITLE, 207, "vml"), "letterhead.title_rule"),
    ),
    Silent(
        "a border below the title",
        "hd36/table",
        lambda c: c.rule(TITLE, None).rule(TITLE, 207, "border", 282),
        "letterhead.title_rule",
    ),
    Silent(
        "a line drawn by eye", "hd36/flat", lambda c: c.rule(TITLE, None).rule(TITLE, 198), "letterhead.rule_length"
    ),
    Silent(
        "the title's line hangs on the name of the superior",
        "hd36/table",
        lambda c: c.rule(TITLE, None).rule(ABOVE, 207),
        "letterhead.star",
    ),
    *across(
        ["hd36/table", "nd30"],
        Silent("a paragraph of 2 pt after each", "", lambda c: c.spacers(), "letterhead.title_rule"),
    ),
    Silent("star over runs of two sizes", "hd05/table", lambda c: c.bold("*"), "letterhead.star"),
    Silent(
        "a line of a third of the name",
        "nd30/tabs",
        lambda c: c.rule("SỞ NỘI VỤ", None).rule("SỞ NỘI VỤ", 24),
        "letterhead.rule_length",
    ),
]


def _right_column(clerk: Clerk, mm: float) -> None:
    for row in clerk.paper.tables[0].rows:
        row.cells[1].width = Mm(mm)


COLUMNS: list[Case | Silent] = [
    Case("a column too narrow", "hd36/table", lambda c: _right_column(c, 65), [("letterhead.columns", TITLE)]),
    Case("too narrow for Quốc hiệu", "nd30", lambda c: _right_column(c, 80), [("letterhead.columns", NATION)]),
    Silent("just wide enough", "hd36/table", lambda c: _right_column(c, 74), "letterhead.columns"),
    Silent("wider than the text", "hd05/table", lambda c: _right_column(c, 130), "letterhead.columns"),
]


@planted([*TITLES, *ORGANS, *LINES, *COLUMNS])
def test_letterhead(case: Case | Silent) -> None:
    verify(case)


@pytest.mark.parametrize(
    ("name", "kind", "place"),
    [
        ("HUYỆN UỶ THAN UYÊN", "Huyện ủy", "THAN UYÊN"),
        ("ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH", "Đảng ủy Khối", ""),
        ("ĐẢNG ỦY PHƯỜNG 12", "Đảng ủy", "12"),
        ("THÀNH ỦY THÀNH PHỐ HỒ CHÍ MINH", "Thành ủy", "HỒ CHÍ MINH"),
        ("HUYỆN ỦYBAN", None, ""),
        ("SỞ NỘI VỤ", None, ""),
    ],
)
def test_what_an_issuers_name_says(name: str, kind: str | None, place: str) -> None:
    assert kind_in(name, ("Huyện ủy", "Đảng ủy", "Đảng ủy Khối", "Thành ủy")) == kind
    assert place_in(name) == place


def test_a_committee_and_its_body() -> None:
    assert body_of("TỈNH UỶ LAI CHÂU") == "ĐẢNG BỘ TỈNH LAI CHÂU"
    assert committee_of("ĐẢNG BỘ XÃ PHÚC THAN") == "ĐẢNG ỦY XÃ PHÚC THAN"
    assert body_of("ĐẢNG BỘ TỈNH LAI CHÂU") == committee_of("HUYỆN ỦY THAN UYÊN") == ""
    assert toneless("Hoà Bình") == toneless("HÒA BÌNH") == "HOA BINH"
