"""Signature: for whom, by whom, in which look, where it stands."""

from docx.enum.text import WD_BREAK

from tests.check.planting import Case, Clerk, Silent, across, planted, verify

FOR = "T/M BAN THƯỜNG VỤ"
NAME = "Nguyễn Văn A"


def page_break_before_signature(clerk: Clerk) -> Clerk:
    """Ctrl+Enter below the last words of the text."""
    last = next(p for p in clerk.paper.paragraphs if p.text.startswith("3. Văn phòng"))
    clerk.insert_after(last.text, "")
    below = last._p.getnext()
    next(p for p in clerk.paper.paragraphs if p._p is below).add_run().add_break(WD_BREAK.PAGE)
    return clerk


PREFIXES = [
    *across(
        ["hd36", "hd36-phu-luc/flat", "hd05/tabs"],
        Case("TM. in a Party paper", "", lambda c: c.retype("T/M", "TM."), [("signature.prefix", "authority")]),
    ),
    Case(
        "TM without a dot, in pieces",
        "hd36-phu-luc",
        lambda c: c.split_runs(FOR, 5).retype("T/M", "TM"),
        [("signature.prefix", "TM BAN")],
    ),
    Case("TL. in a Party letter", "hd36-cong-van", lambda c: c.retype("T/L", "TL."), [("signature.prefix", "TL. BAN")]),
    Case(
        "TUQ., which the Party has not",
        "hd36-cong-van",
        lambda c: c.retype("T/L", "TUQ."),
        [("signature.prefix", "TUQ. BAN")],
    ),
    *across(
        ["nd30/tabs", "nd30/flat"],
        Case(
            "K/T in a paper of the state", "", lambda c: c.retype("KT.", "K/T"), [("signature.prefix", "K/T GIÁM ĐỐC")]
        ),
    ),
    Case("T/M over KT.", "nd30-phu-luc", lambda c: c.retype("TM.", "T/M"), [("signature.prefix", "T/M ỦY BAN")]),
    *across(
        ["nd30", "nd30/flat"],
        Silent("TUQ. of the state", "", lambda c: c.retype("KT. GIÁM ĐỐC", "TUQ. GIÁM ĐỐC"), near="signature.prefix"),
    ),
    Silent(
        "by order, signed by the deputy",
        "hd36-cong-van",
        lambda c: c.retype("CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
        near="signature.organ",
    ),
    *across(
        ["hd36/flat", "hd36-phu-luc/table", "hd05/tabs"],
        Silent("T/M in pieces", "", lambda c: c.split_runs(FOR, 4).as_word_saves(), near="signature.prefix"),
    ),
]

DEPUTIES = [
    *across(
        ["hd36-phu-luc/tabs", "hd05-phu-luc/flat"],
        Case(
            "K/T under a committee",
            "",
            lambda c: c.retype(FOR, "K/T BÍ THƯ"),
            [("signature.committee_deputy", "K/T BÍ THƯ")],
        ),
    ),
    Case(
        "K/T a standing committee",
        "hd36-phu-luc",
        lambda c: c.retype("T/M", "K/T"),
        [("signature.committee_deputy", "authority")],
    ),
    Case(
        "K/T below T/M",
        "hd36-phu-luc",
        lambda c: c.insert_after(FOR, "K/T BÍ THƯ"),
        [("signature.committee_deputy", "K/T BÍ THƯ")],
    ),
    Silent(
        "K/T the head of a department",
        "hd36-cong-van",
        lambda c: c.retype("T/L BAN THƯỜNG VỤ", "K/T TRƯỞNG BAN").retype("CHÁNH VĂN PHÒNG", "PHÓ TRƯỞNG BAN"),
        near="signature.committee_deputy",
    ),
    Silent(
        "TM. and KT. in the state",
        "nd30-phu-luc",
        lambda c: c.split_runs("KT. CHỦ TỊCH", 3),
        near="signature.committee_deputy",
    ),
    *across(
        ["nd30", "nd30/tabs"],
        Case(
            "KT. without a deputy",
            "",
            lambda c: c.retype("PHÓ GIÁM ĐỐC", "GIÁM ĐỐC"),
            [("signature.deputy", "position")],
        ),
    ),
    Case(
        "K/T and the head himself",
        "hd36-cong-van",
        lambda c: c.retype("T/L BAN THƯỜNG VỤ", "K/T TRƯỞNG BAN").retype("CHÁNH VĂN PHÒNG", "TRƯỞNG BAN"),
        [("signature.deputy", "TRƯỞNG BAN")],
    ),
    Case(
        "KT. and no position", "nd30/table", lambda c: c.delete("PHÓ GIÁM ĐỐC"), [("signature.deputy", "KT. GIÁM ĐỐC")]
    ),
    Silent(
        "a vice-minister",
        "nd30",
        lambda c: c.retype("KT. GIÁM ĐỐC", "KT. BỘ TRƯỞNG").retype("PHÓ GIÁM ĐỐC", "THỨ TRƯỞNG"),
        near="signature.deputy",
    ),
]

POSITIONS = [
    *across(
        ["hd36-phu-luc", "hd36-phu-luc/flat"],
        Case(
            "the organ beside the position",
            "",
            lambda c: c.retype("PHÓ BÍ THƯ", "PHÓ BÍ THƯ HUYỆN ỦY"),
            [("signature.organ", "PHÓ BÍ THƯ HUYỆN ỦY")],
        ),
    ),
    Case(
        "spelt the other way",
        "hd36/tabs",
        lambda c: c.retype("BÍ THƯ", "BÍ THƯ HUYỆN UỶ"),
        [("signature.organ", "position")],
    ),
    Case(
        "the office above its head",
        "hd36-cong-van",
        lambda c: c.insert_before("CHÁNH VĂN PHÒNG", "VĂN PHÒNG HUYỆN ỦY"),
        [("signature.organ", "VĂN PHÒNG HUYỆN ỦY")],
    ),
    Silent(
        "the organ in the state",
        "nd30",
        lambda c: c.retype("PHÓ GIÁM ĐỐC", "PHÓ GIÁM ĐỐC SỞ NỘI VỤ"),
        near="signature.organ",
    ),
    Silent(
        "a standing deputy",
        "hd36-phu-luc",
        lambda c: c.retype("PHÓ BÍ THƯ", "PHÓ BÍ THƯ THƯỜNG TRỰC"),
        near="signature.organ",
    ),
    Silent(
        "the head of a steering committee",
        "hd36-phu-luc",
        lambda c: (
            c.insert_after("PHÓ BÍ THƯ", "TRƯỞNG BAN CHỈ ĐẠO")
            .insert_after("PHÓ BÍ THƯ", "kiêm")
            .delete(FOR)
            .bold("PHÓ BÍ THƯ")
        ),
        near="signature.organ",
    ),
    *across(
        ["hd36-phu-luc/table", "hd36-phu-luc/tabs"],
        Case(
            "an ordinary member",
            "",
            lambda c: c.retype("PHÓ BÍ THƯ", "ỦY VIÊN BAN THƯỜNG VỤ"),
            [("signature.position", "ỦY VIÊN BAN THƯỜNG VỤ")],
        ),
    ),
    Case(
        "the head of the office on behalf of",
        "hd36-cong-van",
        lambda c: c.retype("T/L", "T/M"),
        [("signature.position", "CHÁNH VĂN PHÒNG")],
    ),
    *across(
        ["hd36-phu-luc/table", "hd36-phu-luc/flat"],
        Silent("a member without a position", "", lambda c: c.delete("PHÓ BÍ THƯ"), near="signature.position"),
    ),
    *across(
        ["hd36-phu-luc", "hd36/tabs"],
        Case(
            "a degree before the name",
            "",
            lambda c: c.retype(NAME, f"TS. {NAME}"),
            [("signature.title", f"TS. {NAME}")],
        ),
    ),
    Case(
        "a rank before the name",
        "nd30/flat",
        lambda c: c.retype(NAME, f"Đại tá {NAME}"),
        [("signature.title", "signer")],
    ),
    Case("two titles", "hd05-phu-luc", lambda c: c.retype(NAME, f"PGS.TS {NAME}"), [("signature.title", "signer")]),
    Silent("a name like a title", "hd36-phu-luc", lambda c: c.retype(NAME, "Đại Văn Tá"), near="signature.title"),
    Silent(
        "a rank in the police",
        "nd30",
        lambda c: c.retype("SỞ NỘI VỤ", "CÔNG AN TỈNH").retype(NAME, f"Đại tá {NAME}"),
        near="signature.title",
    ),
    Case("no name", "hd36-phu-luc", lambda c: c.delete(NAME), [("signature.name", "PHÓ BÍ THƯ")]),
    Case(
        "nobody signs",
        "hd36-phu-luc/table",
        lambda c: [c.delete(text) for text in (FOR, "PHÓ BÍ THƯ", NAME)],
        [("signature.missing", "Nơi nhận:")],
    ),
    Silent(
        "the head signs for himself",
        "hd36-cong-van",
        lambda c: c.delete("T/L BAN THƯỜNG VỤ").bold("CHÁNH VĂN PHÒNG…"),
        near="signature.missing",
    ),
    Silent(
        "an academic name", "hd05-phu-luc/flat", lambda c: c.retype(NAME, "Bùi Thị Kỹ Sương"), near="signature.title"
    ),
    Silent(
        "a deputy in charge",
        "hd36-cong-van",
        lambda c: (
            c.delete("T/L BAN THƯỜNG VỤ").retype("CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG").bold("PHÓ CHÁNH VĂN PHÒNG")
        ),
        near="signature.deputy",
    ),
    Silent(
        "the chair of the commission",
        "hd36-phu-luc",
        lambda c: (
            c.retype(FOR, "T/M ỦY BAN KIỂM TRA")
            .retype("PHÓ BÍ THƯ", "CHỦ NHIỆM")
            .retype("Ban Thường vụ Huyện ủy ban hành", "Ủy ban Kiểm tra ban hành")
        ),
        near="signature.position",
    ),
    Silent(
        "the secretary of a cell",
        "hd36-phu-luc/tabs",
        lambda c: c.retype(FOR, "T/M CHI BỘ").retype("Ban Thường vụ Huyện ủy ban hành", "Chi bộ ban hành"),
        near="signature.decider",
    ),
    Silent("no name in a paper of docgen", "hd36", lambda c: c.retype(NAME, " "), near="signature.name"),
]

LOOKS = [
    *across(
        ["hd36-phu-luc/tabs", "hd36-phu-luc/flat"],
        Case(
            "authority in small letters",
            "",
            lambda c: c.retype(FOR, "T/M Ban Thường vụ"),
            [("signature.authority_look", "T/M Ban Thường vụ")],
        ),
    ),
    Case("authority in 13", "hd36-phu-luc", lambda c: c.size(FOR, 13, "style"), [("signature.authority_look", FOR)]),
    Case("authority not bold", "hd36/tabs", lambda c: c.bold(FOR, False), [("signature.authority_look", FOR)]),
    Case("position bold", "hd36-phu-luc", lambda c: c.bold("PHÓ BÍ THƯ"), [("signature.position_look", "PHÓ BÍ THƯ")]),
    Case(
        "position bold by a style",
        "hd36",
        lambda c: c.bold("BÍ THƯ…", True, "style"),
        [("signature.position_look", "position")],
    ),
    Case(
        "position in small letters",
        "hd36-phu-luc",
        lambda c: c.retype("PHÓ BÍ THƯ", "Phó Bí thư"),
        [("signature.position_look", "Phó Bí thư")],
    ),
    Case("name not bold", "hd05-phu-luc", lambda c: c.bold(NAME, False, "character"), [("signature.name_look", NAME)]),
    Case("name in capitals", "hd36", lambda c: c.retype(NAME, NAME.upper()), [("signature.name_look", NAME.upper())]),
    Case("name set in capitals", "nd30", lambda c: c.capitals(NAME, True, "style"), [("signature.name_look", NAME)]),
    Case("name in 12", "nd30/tabs", lambda c: c.size(NAME, 12), [("signature.name_look", NAME)]),
    Silent(
        "13 and 14 in the state",
        "nd30",
        lambda c: c.size("KT. GIÁM ĐỐC", 13).size(NAME, 14),
        near="signature.name_look",
    ),
    Silent(
        "bold position in the state",
        "nd30",
        lambda c: c.bold("PHÓ GIÁM ĐỐC", True, "style"),
        near="signature.position_look",
    ),
    Silent(
        "13 pt bold capitals in the state",
        "nd30/flat",
        lambda c: c.size("KT. GIÁM ĐỐC", 13, "style"),
        near="signature.authority_look",
    ),
    Silent(
        "bold by a style",
        "hd36-phu-luc",
        lambda c: c.bold(FOR, False).bold(FOR, True, "style"),
        near="signature.authority_look",
    ),
    Silent("one letter not bold", "hd36-phu-luc/tabs", lambda c: c.bold("Ng", False), near="signature.name_look"),
    Silent(
        "capitals by a look",
        "hd36-phu-luc",
        lambda c: c.retype("PHÓ BÍ THƯ", "Phó Bí thư").capitals("Phó Bí thư"),
        near="signature.position_look",
    ),
]

PLACES = [
    *across(
        ["hd36-phu-luc/table", "hd36-phu-luc/tabs", "hd36-phu-luc/flat"],
        Case("a page break above", "", page_break_before_signature, [("signature.alone", "Nơi nhận:")]),
    ),
    Case(
        "the last paragraph let go",
        "hd36",
        lambda c: c.keep_with_next("4. Ban Tổ chức Huyện ủy chủ trì, phối hợp với các", False),
        [("signature.alone", "III.4")],
    ),
    Silent(
        "an empty line above",
        "hd36-phu-luc/flat",
        lambda c: c.empty_lines_after("- Lưu Văn phòng Huyện ủy."),
        near="signature.alone",
    ),
    Case(
        "another body decides",
        "hd36-phu-luc",
        lambda c: c.retype(FOR, "T/M HUYỆN ỦY"),
        [("signature.decider", "T/M HUYỆN ỦY")],
    ),
    Case(
        "the committee decides",
        "hd05-phu-luc/tabs",
        lambda c: c.retype("Ban Thường vụ Đảng ủy ban hành", "Ban Chấp hành Đảng bộ xã ban hành"),
        [("signature.decider", FOR)],
    ),
    Case(
        "in capitals above the articles",
        "hd36-quyet-dinh",
        lambda c: c.retype(FOR, "T/M HUYỆN ỦY"),
        [("signature.decider", "T/M HUYỆN ỦY")],
    ),
    Silent(
        "the committee decides and signs",
        "hd36-phu-luc",
        lambda c: c.retype("Ban Thường vụ Huyện ủy ban hành", "Ban Chấp hành Đảng bộ huyện ban hành").retype(
            FOR, "T/M HUYỆN ỦY"
        ),
        near="signature.decider",
    ),
    Silent(
        "the committee named without deciding",
        "hd36-phu-luc",
        lambda c: c.retype("Ban Thường vụ Huyện ủy ban hành", "Huyện ủy ban hành"),
        near="signature.decider",
    ),
]


@planted(PREFIXES)
def test_for_whom(case: Case | Silent) -> None:
    verify(case)


@planted(DEPUTIES)
def test_deputies(case: Case | Silent) -> None:
    verify(case)


@planted(POSITIONS)
def test_position_and_name(case: Case | Silent) -> None:
    verify(case)


@planted(LOOKS)
def test_looks(case: Case | Silent) -> None:
    verify(case)


@planted(PLACES)
def test_place_and_decider(case: Case | Silent) -> None:
    verify(case)
