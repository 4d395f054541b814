"""Number and symbol: word, colon, blanks, order, zeros, year, symbols of kind and issuer, look."""

from tests.check.planting import Case, Clerk, Silent, across, planted, verify

NUMBER = "Số 05-KH/HU"
COLON = ("number.colon", "number")


def _an_office(clerk: Clerk) -> None:
    clerk.retype("HUYỆN ỦY GIẢ ĐỊNH BA", "VĂN PHÒNG").retype("ĐẢNG BỘ TỈNH GIẢ ĐỊNH", "HUYỆN ỦY GIẢ ĐỊNH BA")
    clerk.retype("45-CV/HU", "45-CV/VPHU")


FORM: list[Case | Silent] = [
    Case("a colon", "hd36", lambda c: c.retype("Số 05", "Số: 05"), [COLON]),
    Case("a colon over two runs", "hd05/flat", lambda c: c.retype("Số 07", "Số: 07").split_runs("Số: 07", 3), [COLON]),
    Case("no colon in the state", "nd30/tabs", lambda c: c.retype("Số: 15", "Số 15"), [COLON]),
    Case("small letters", "hd36/table", lambda c: c.retype("Số 05", "số 05"), [("number.word", "number")]),
    Case("the word left out", "hd36/table", lambda c: c.retype(NUMBER, "05-KH/HU"), [("number.word", "05-KH/HU")]),
    Case(
        "blanks around the signs",
        "hd36/table",
        lambda c: c.retype(NUMBER, "Số 122 - KH / HU"),
        [("number.spaces", "number")],
    ),
    Case("a blank before the hyphen", "nd30", lambda c: c.retype("15/KH", "15 /KH"), [("number.spaces", "number")]),
    Case("no blank after the word", "hd36/flat", lambda c: c.retype("Số 05", "Số05"), [("number.spaces", "number")]),
    Case(
        "the order of the state", "hd36/tabs", lambda c: c.retype(NUMBER, "Số 62/KH-HU"), [("number.order", "62/KH-HU")]
    ),
    Case(
        "the order of the state above an appendix that has it right",
        "hd05/table",
        lambda c: c.retype("Số 07-KH/ĐU", "Số 07/KH-ĐU"),
        [("number.order", "07/KH-ĐU")],
    ),
    Case("the order of the Party", "nd30", lambda c: c.retype("15/KH-SNV", "15-KH/SNV"), [("number.order", "number")]),
    Case("a dash for the hyphen", "hd36/table", lambda c: c.retype("05-KH", "05–KH"), [("number.order", "number")]),
    Case("no zero", "hd36", lambda c: c.retype("05-KH", "5-KH"), [("number.padding", "5-KH")]),
    Case("a zero too many", "nd30/flat", lambda c: c.retype("15/KH", "015/KH"), [("number.padding", "number")]),
    Case("the year in it", "hd36/table", lambda c: c.retype("05-KH", "05-2023/KH"), [("number.year", "number")]),
    Case(
        "the year at the end",
        "hd05/table",
        lambda c: c.retype("07-KH/ĐU", "07-KH/ĐU-2026"),
        [("number.year", "number")],
    ),
    Case("no number line", "hd36/table", lambda c: c.delete(NUMBER), [("number.missing", "")]),
    Case(
        "left blank in a paper from elsewhere",
        "hd36/table",
        lambda c: c.retype("Số 05", "Số        "),
        [("number.blank", "number")],
    ),
    Silent("left blank in our own paper", "hd36", lambda c: c.retype("Số 05", "Số        "), "number.blank"),
    *across(
        ["hd36/table", "hd36/tabs"],
        Silent(
            "three digits over runs", "", lambda c: c.retype("05-KH", "122-KH").split_runs("122", 3), "number.padding"
        ),
    ),
    Silent("ten has no zero", "hd05/table", lambda c: c.retype_all("07-KH", "10-KH"), "number.padding"),
    Silent("the year of a rule of law", "nd30", lambda c: c.retype("15/KH", "15/2024/KH"), "number.year"),
    Silent(
        "a letter of the state without division", "nd30-cong-van", lambda c: c.retype("/SNV-VP", "/SNV"), "number.order"
    ),
    Silent("the seventh, with zero", "hd05/tabs", lambda c: c.split_runs("07", 2), "number.padding"),
    Silent("a thousand", "nd30-phu-luc/tabs", lambda c: c.retype_all("120/KH", "1200/KH"), "number.padding"),
    Silent("a secret letter's mark", "hd36-cong-van", lambda c: c.retype("45-CV/HU", "45-CV/HU/nb"), "number.order"),
]

SYMBOLS: list[Case | Silent] = [
    Case("three letters", "hd36/table", lambda c: c.retype("05-KH", "05-KHH"), [("number.kind_symbol", "number")]),
    Case(
        "TT for a tờ trình",
        "hd36-to-trinh/flat",
        lambda c: c.retype("08-TTr", "08-TT"),
        [("number.kind_symbol", "number")],
    ),
    Case(
        "QyĐ of the state",
        "hd36-quyet-dinh",
        lambda c: c.retype("127-QĐ", "127-QyĐ"),
        [("number.kind_symbol", "number")],
    ),
    Case(
        "an unknown symbol in a letter",
        "hd36-cong-van",
        lambda c: c.retype("45-CV", "45-CVN"),
        [("number.kind_symbol", "number")],
    ),
    Case(
        "the province's symbol", "hd36/tabs", lambda c: c.retype("KH/HU", "KH/TU"), [("number.organ_symbol", "number")]
    ),
    Case(
        "a district's symbol in a commune",
        "hd05",
        lambda c: c.retype_all("KH/ĐU", "KH/HU"),
        [("number.organ_symbol", "number")],
    ),
    Case(
        "UB for UBND", "nd30-phu-luc", lambda c: c.retype_all("KH-UBND", "KH-UB"), [("number.organ_symbol", "number")]
    ),
    Silent(
        "QĐ and QĐi are both right",
        "hd36-quyet-dinh",
        lambda c: c.retype("QUYẾT ĐỊNH", "QUY ĐỊNH").retype("127-QĐ", "127-QĐi"),
        "number.kind_symbol",
    ),
    Silent(
        "a programme of action",
        "hd36-phu-luc",
        lambda c: c.retype("09-KH", "09-CTr").retype("KẾ HOẠCH", "CHƯƠNG TRÌNH HÀNH ĐỘNG"),
        "number.kind_symbol",
    ),
    Silent(
        "CTr for a chương trình",
        "nd30",
        lambda c: (
            c.retype("KẾ HOẠCH", "CHƯƠNG TRÌNH").retype("15/KH", "15/CTr").retype("Kế hoạch này", "Chương trình này")
        ),
        "number.kind_symbol",
    ),
    Silent("an office", "hd36-cong-van", _an_office, "number.organ_symbol"),
    Silent("a department of the state", "nd30/tabs", lambda c: c.retype("KH-SNV", "KH-NV"), "number.organ_symbol"),
    Silent("two organs of the Party", "hd36/table", lambda c: c.retype("KH/HU", "KH/HU-UBND"), "number.organ_symbol"),
    Silent(
        "an army committee",
        "hd05-phu-luc",
        lambda c: c.retype("ĐẢNG ỦY XÃ GIẢ ĐỊNH HAI", "ĐẢNG ỦY QUÂN SỰ TỈNH").retype_all("KH/ĐU", "KH/ĐUQS"),
        "number.organ_symbol",
    ),
]

LOOKS: list[Case | Silent] = [
    Case("number in 13 pt", "hd36/tabs", lambda c: c.size(NUMBER, 13), [("number.look", "number")]),
    Case(
        "number in 14 pt, of the state",
        "nd30",
        lambda c: c.size("Số: 15/KH-SNV", 14, "style"),
        [("number.look", "number")],
    ),
    Case("number bold", "hd05", lambda c: c.bold("Số 07-KH/ĐU", how="character"), [("number.look", "number")]),
    Silent("one letter bold", "hd36/table", lambda c: c.bold("05"), "number.look"),
    Silent("13 pt of the state", "nd30-cong-van/flat", lambda c: c.size("Số: 230/SNV-VP", 13), "number.look"),
    Silent("14 pt by a style", "hd36/table", lambda c: c.size(NUMBER, 14, "style"), "number.look"),
]


@planted([*FORM, *SYMBOLS, *LOOKS])
def test_number(case: Case | Silent) -> None:
    verify(case)
