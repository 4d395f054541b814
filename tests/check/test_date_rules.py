"""Place and date: comma, words, zeros, look; whose place it is."""

from tests.check.planting import Case, Silent, across, planted, verify

DATE = "Than Uyên, ngày 10 tháng 7 năm 2023"

WORDS: list[Case | Silent] = [
    *across(
        ["hd36", "hd36/tabs"],
        Case("no comma", "", lambda c: c.retype("Than Uyên, ngày", "Than Uyên ngày"), [("date.comma", "place_date")]),
    ),
    Case(
        "in figures", "hd36/table", lambda c: c.retype(DATE, "Than Uyên, 10/7/2023"), [("date.figures", "place_date")]
    ),
    Case(
        "in figures after the word",
        "nd30/tabs",
        lambda c: c.retype("ngày 06 tháng 5 năm 2024", "ngày 06.5.2024"),
        [("date.figures", "place_date")],
    ),
    Case("a capital", "hd05/flat", lambda c: c.retype("Hai, ngày", "Hai, Ngày"), [("date.words", "Ngày")]),
    Case("no place", "hd36/table", lambda c: c.retype("Than Uyên, ngày", "ngày"), [("date.words", "place_date")]),
    Case("a full stop", "nd30", lambda c: c.retype("năm 2024", "năm 2024."), [("date.words", "place_date")]),
    Case("a day without zero", "hd05", lambda c: c.retype("ngày 03", "ngày 3"), [("date.padding", "place_date")]),
    Case(
        "February without zero",
        "hd36-phu-luc/tabs",
        lambda c: c.retype("tháng 02", "tháng 2"),
        [("date.padding", "place_date")],
    ),
    Case(
        "July with a zero",
        "hd36/table",
        lambda c: c.retype("tháng 7", "tháng 07").split_runs("tháng 07", 4),
        [("date.padding", "place_date")],
    ),
    Case(
        "day blank in a paper from elsewhere",
        "hd36/tabs",
        lambda c: c.retype("ngày 10 tháng 7", "ngày      tháng 7"),
        [("date.blank", "place_date")],
    ),
    Case("no date", "hd36/table", lambda c: c.delete(DATE), [("date.missing", "")]),
    Silent(
        "day blank in our own paper", "hd36", lambda c: c.retype("ngày 10 tháng 7", "ngày      tháng 7"), "date.blank"
    ),
    Silent("the third of August", "hd05", lambda c: c.split_runs("03", 2), "date.padding"),
    Silent(
        "the thirty-first of March",
        "nd30-cong-van",
        lambda c: c.retype("ngày 03 tháng 6", "ngày 31 tháng 3"),
        "date.padding",
    ),
    Silent(
        "the twelfth of January",
        "hd36-phu-luc",
        lambda c: c.retype("ngày 05 tháng 02", "ngày 12 tháng 01"),
        "date.padding",
    ),
    Silent(
        "the first of January",
        "nd30/flat",
        lambda c: c.retype("ngày 06 tháng 5 năm 2024", "ngày 01 tháng 01 năm 2024"),
        "date.padding",
    ),
    Silent("over many runs", "hd36/tabs", lambda c: c.split_runs(DATE, 12), "date.comma"),
]

PLACES: list[Case | Silent] = [
    *across(
        ["hd36/table", "hd36/flat"],
        Case(
            "the province's name",
            "",
            lambda c: c.retype("Than Uyên, ngày", "Lai Châu, ngày"),
            [("date.place", "Lai Châu")],
        ),
    ),
    Case(
        "the province's name above a commune",
        "hd05/tabs",
        lambda c: c.retype("Giả Định Hai, ngày", "Giả Định, ngày"),
        [("date.place", "place_date")],
    ),
    Case(
        "the name of the unit above",
        "hd05-phu-luc/tabs",
        lambda c: c.retype("Giả Định Hai, ngày", "Giả Định, ngày").retype(
            "ĐẢNG ỦY XÃ GIẢ ĐỊNH HAI", "ĐẢNG ỦY XÃ GIẢ ĐỊNH"
        ),
        [("date.place_unit", "place_date")],
    ),
    Silent(
        "the word for the unit",
        "hd36/table",
        lambda c: c.retype("Than Uyên, ngày", "Huyện Than Uyên, ngày"),
        "date.place",
    ),
    Silent(
        "the unit in short, its name that of the province",
        "hd05-phu-luc",
        lambda c: c.retype("Giả Định Hai, ngày", "X. Giả Định, ngày").retype(
            "ĐẢNG ỦY XÃ GIẢ ĐỊNH HAI", "ĐẢNG ỦY XÃ GIẢ ĐỊNH"
        ),
        "date.place_unit",
    ),
    Silent(
        "a committee of no place",
        "hd05-phu-luc",
        lambda c: c.retype("ĐẢNG ỦY XÃ GIẢ ĐỊNH HAI", "ĐẢNG ỦY SỞ NỘI VỤ"),
        "date.place",
    ),
    Silent(
        "any seat of an organ of the state",
        "nd30",
        lambda c: c.retype("Giả Định, ngày", "Giả Định Hai, ngày"),
        "date.place",
    ),
]

LOOKS: list[Case | Silent] = [
    *across(
        ["hd36/tabs"],
        Case("upright", "", lambda c: c.italic(DATE, False), [("date.look", "place_date")]),
    ),
    Case(
        "bold italic by a style",
        "nd30",
        lambda c: c.bold("Giả Định, ngày…", how="style"),
        [("date.look", "place_date")],
    ),
    Case("in 13 pt", "hd05", lambda c: c.size("Giả Định Hai, ngày…", 13, "character"), [("date.look", "place_date")]),
    Silent("14 pt by a style", "hd36/table", lambda c: c.size(DATE, 14, "style"), "date.look"),
    Silent("13 pt of the state", "nd30/tabs", lambda c: c.size("Giả Định, ngày…", 13), "date.look"),
    Silent("an upright comma", "hd36/table", lambda c: c.italic(",", False).split_runs(DATE, 3), "date.look"),
]


@planted([*WORDS, *PLACES, *LOOKS])
def test_date(case: Case | Silent) -> None:
    verify(case)
