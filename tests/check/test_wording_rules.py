"""Wording: how it was typed, one spelling for one word, abbreviations, dates, capitals, what is left of a template."""

from tests.check.planting import Case, Silent, across, planted, verify

TASK = "1. Cụ thể hóa…"
REPORT = "Báo cáo tiến độ"


def case(name: str, old: str, new: str, code: str, where: str = "", paper: str = "hd36-phu-luc/table") -> Case:
    """Words typed in place of others in a paper with căn cứ, lists and an appendix."""
    return Case(name, paper, lambda c: c.retype(old, new), [(code, where or new)])


def silent(name: str, old: str, new: str, near: str, paper: str = "hd36-phu-luc/table") -> Silent:
    return Silent(name, paper, lambda c: c.retype(old, new), near=near)


TYPED = [
    case(
        "a tag of the template",
        "Việc lưu giữ hồ sơ.",
        "Việc {{ noi_dung }} lưu giữ hồ sơ.",
        "wording.placeholder",
        "{{ noi_dung }}",
    ),
    case(
        "a name to be filled in",
        "HUYỆN ỦY GIẢ ĐỊNH BA",
        "TÊN CƠ QUAN BAN HÀNH",
        "wording.placeholder",
        paper="hd36-phu-luc/tabs",
    ),
    case("dots in a sentence", "Việc lưu giữ hồ sơ.", "quy chế ………… làm việc.", "wording.blank", "…………"),
    silent("an ellipsis", "Việc lưu giữ hồ sơ.", "quy chế làm việc...", near="wording.blank"),
    *across(
        ["hd36-phu-luc/table", "hd36-phu-luc/flat", "hd05-phu-luc/table", "nd30/tabs"],
        Case("two blanks", "", lambda c: c.retype("thực hiện", "thực  hiện"), [("wording.spaces", "thực hiện")]),
    ),
    Case(
        "two blanks in pieces",
        "hd36",
        lambda c: c.split_runs(TASK, 3).retype("Cụ thể hóa", "Cụ thể  hóa"),
        [("wording.spaces", "I.1")],
    ),
    case("a blank before a comma", "kiểm tra, giám sát", "kiểm tra , giám sát", "wording.punctuation", "kiểm tra ,"),
    case("no blank after a comma", "kiểm tra, giám sát", "kiểm tra,giám sát", "wording.punctuation", "tra,giám"),
    case("a blank inside brackets", "(để báo cáo)", "( để báo cáo)", "wording.punctuation", "( để"),
    silent(
        "decimals, times and links",
        "Việc lưu giữ hồ sơ.",
        "quy chế, đạt 1,5 điểm lúc 14:30, xem https://a.vn/b,c v.v.",
        near="wording.punctuation",
    ),
    silent(
        "abbreviated titles", "Việc lưu giữ hồ sơ.", "quy chế do PGS.TS. Giả Định soạn.", near="wording.punctuation"
    ),
    case("a quotation that does not close", "Việc lưu giữ hồ sơ.", "“quy chế làm việc.", "wording.quotes", "“quy chế"),
    silent("a quotation that closes", "Việc lưu giữ hồ sơ.", "“quy chế” làm việc.", near="wording.quotes"),
    case("a word twice", "của cấp trên", "của của cấp trên", "wording.twice", "của của"),
    silent(
        "a word that may be doubled",
        "Việc lưu giữ hồ sơ.",
        "quy chế, luôn luôn cơ quan quan trọng.",
        near="wording.twice",
    ),
    case(
        "three words twice",
        "Việc lưu giữ hồ sơ.",
        "quy chế của Ban Thường vụ Ban Thường vụ.",
        "wording.twice",
        "Ban Thường vụ Ban Thường vụ",
    ),
    silent(
        "words that come again after another",
        "Việc lưu giữ hồ sơ.",
        "quy chế của Ban Thường vụ, Ban Thường vụ ban hành; từng bước từng bước.",
        near="wording.twice",
    ),
]

SPELT = [
    Case(
        "two ways to place a tone",
        "hd36",
        lambda c: c.retype("1. Cụ thể hóa", "1. Cụ thể hoá"),
        [("wording.tone", "hoá")],
    ),
    Silent(
        "the other way throughout",
        "nd30",
        lambda c: c.retype_all("hóa", "hoá").retype_all("ủy", "uỷ").retype_all("Ủy", "Uỷ").retype_all("ỦY", "UỶ"),
        near="wording.tone",
    ),
    case(
        "a quotation keeps its own", "Việc lưu giữ hồ sơ.", "quy chế “hoà bình” làm việc, khoẻ.", "wording.tone", "khoẻ"
    ),
    silent("a quotation in the other way", "Việc lưu giữ hồ sơ.", "quy chế “hoà bình” làm việc.", near="wording.tone"),
    silent("a name in the other way", "Việc lưu giữ hồ sơ.", "quy chế do Giả Thuý soạn.", near="wording.tone"),
    case("i and y in one word", "Việc lưu giữ hồ sơ.", "quản lý quy chế, quản lí làm việc.", "wording.i_y", "quản lí"),
    silent("i and y in two words", "Việc lưu giữ hồ sơ.", "quy chế đạt tỉ lệ cao, hai tỷ đồng.", near="wording.i_y"),
    Case(
        "đảm bảo beside bảo đảm",
        "hd36",
        lambda c: c.insert_after(TASK, "Đảm bảo tiến độ.", like=TASK),
        [("wording.assure", "Đảm bảo")],
    ),
    silent("bảo đảm alone", "Việc lưu giữ hồ sơ.", "quy chế bảo đảm làm việc.", near="wording.assure"),
    case(
        "two spans of years",
        "Việc lưu giữ hồ sơ.",
        "quy chế giai đoạn 2020-2025, 2026 – 2030.",
        "wording.years",
        "2026 – 2030",
    ),
    silent(
        "spans of years alike", "Việc lưu giữ hồ sơ.", "quy chế giai đoạn 2020-2025, 2026-2030.", near="wording.years"
    ),
    case(
        "two ways to write a date",
        "Việc lưu giữ hồ sơ.",
        "quy chế từ 01/07/2024 đến 30/8/2024 và 30/9/2024.",
        "wording.dates",
        "01/07/2024",
    ),
    silent(
        "dates alike", "Việc lưu giữ hồ sơ.", "quy chế từ 01/7/2024 đến 30/8/2024, 28/02/2025.", near="wording.dates"
    ),
]

WRITTEN = [
    case("a short form nobody explained", "Việc lưu giữ hồ sơ.", "quy chế của BQLDA.", "wording.abbreviation", "BQLDA"),
    case(
        "a short form used before it is explained",
        "Việc lưu giữ hồ sơ.",
        "quy chế CCHC; cải cách hành chính (CCHC) ở xã.",
        "wording.abbreviation",
        "CCHC",
    ),
    silent(
        "a short form explained",
        "Việc lưu giữ hồ sơ.",
        "quy chế của Ban quản lý dự án (BQLDA); BQLDA thực hiện.",
        near="wording.abbreviation",
    ),
    silent(
        "a short form whose words were read",
        "Việc lưu giữ hồ sơ.",
        "quy chế của Ủy ban nhân dân xã; UBND thực hiện.",
        near="wording.abbreviation",
    ),
    silent(
        "symbols and Roman numbers",
        "Việc lưu giữ hồ sơ.",
        "quy chế số 12-QC/HU, khóa XII.",
        near="wording.abbreviation",
    ),
    case(
        "a short form explained twice",
        "Việc lưu giữ hồ sơ.",
        "quy chế (QCLV), nhắc lại quy chế (QCLV).",
        "wording.abbreviation_twice",
        "(QCLV)",
    ),
    case(
        "a capital inside a sentence",
        "Việc lưu giữ hồ sơ.",
        "quy chế theo Khoản 1 Điều 2.",
        "wording.capitals",
        "Khoản 1",
    ),
    case(
        "a level with a capital",
        "Việc lưu giữ hồ sơ.",
        "quy chế của các xã thuộc Huyện Giả Định.",
        "wording.capitals",
        "Huyện",
    ),
    case(
        "the People without a capital",
        "Việc lưu giữ hồ sơ.",
        "quy chế phục vụ nhân dân.",
        "wording.capitals",
        "phục vụ nhân dân",
    ),
    case(
        "the People among others",
        "Việc lưu giữ hồ sơ.",
        "quy chế trong cán bộ, đảng viên và nhân dân.",
        "wording.capitals",
        "và nhân dân",
    ),
    silent("the currency", "Việc lưu giữ hồ sơ.", "quy chế quy đổi đồng và nhân dân tệ.", near="wording.capitals"),
    silent(
        "a capital where a sentence begins",
        "Việc lưu giữ hồ sơ.",
        "quy chế. Huyện Giả Định làm việc.",
        near="wording.capitals",
    ),
    silent(
        "nhân dân in a name",
        "Việc lưu giữ hồ sơ.",
        "quy chế của Hội đồng nhân dân, theo khoản 1 Điều 2.",
        near="wording.capitals",
    ),
    silent("Tỉnh Đoàn", "Việc lưu giữ hồ sơ.", "quy chế của Tỉnh Đoàn.", near="wording.capitals"),
]

CASES = [*TYPED, *SPELT, *WRITTEN]


@planted(CASES)
def test_wording(case: Case | Silent) -> None:
    verify(case)
