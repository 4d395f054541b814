"""Recipients: label, list, punctuation, archive line; the address above the text; who has a task."""

from tests.check.planting import Case, Silent, across, planted, verify

LABEL = "Nơi nhận:"
ABOVE = "- Ban Thường vụ Tỉnh ủy (để báo cáo),"
ARCHIVE = "- Lưu Văn phòng Huyện ủy."

LABELS = [
    *across(
        ["hd36/flat", "nd30/tabs"],
        Case("no colon", "", lambda c: c.retype(LABEL, "Nơi nhận"), [("recipients.label", "recipients_label")]),
    ),
    Case("in capitals", "hd05-phu-luc", lambda c: c.retype(LABEL, "NƠI NHẬN:"), [("recipients.label", "NƠI NHẬN:")]),
    *across(
        ["hd36-phu-luc/tabs", "hd05-phu-luc"],
        Case(
            "as in the state",
            "",
            lambda c: c.size(LABEL, 12).bold(LABEL).italic(LABEL).underline(LABEL, False),
            [("recipients.label_look", LABEL)],
        ),
    ),
    Case(
        "not underlined, by a style",
        "hd36/table",
        lambda c: c.underline(LABEL, False, "style"),
        [("recipients.label_look", LABEL)],
    ),
    Case(
        "as in the Party",
        "nd30",
        lambda c: c.bold(LABEL, False).italic(LABEL, False).underline(LABEL),
        [("recipients.label_look", LABEL)],
    ),
    *across(
        ["hd36-phu-luc/table", "hd05-phu-luc/table"],
        Silent(
            "a line drawn below", "", lambda c: c.underline(LABEL, False).rule(LABEL, 60), near="recipients.label_look"
        ),
    ),
    Silent(
        "the label in a style",
        "hd36-phu-luc/flat",
        lambda c: c.underline(LABEL, False).underline(LABEL, True, "style"),
        near="recipients.label_look",
    ),
    Silent(
        "the label and its list by Word", "hd36-phu-luc/tabs", lambda c: c.as_word_saves(), near="recipients.missing"
    ),
    Silent("in pieces", "nd30", lambda c: c.split_runs(LABEL, 4), near="recipients.label"),
    Case(
        "no recipients at all",
        "hd36-quyet-dinh/flat",
        lambda c: [
            c.delete(text) for text in (LABEL, "- Ban Thường vụ Huyện ủy", "- Ban Tổ chức", "- Các thành viên", ARCHIVE)
        ],
        [("recipients.missing", "authority")],
    ),
]

LISTS = [
    Case(
        "the list in 11",
        "hd36-quyet-dinh",
        lambda c: [
            c.size(f"{text}…", 11)
            for text in ("- Ban Thường vụ Huyện ủy (để", "- Ban Tổ chức", "- Các thành viên", "- Lưu")
        ],
        [("recipients.look", "- Ban Thường vụ Huyện ủy (để")],
    ),
    Case(
        "one line in 14",
        "hd36-phu-luc",
        lambda c: c.size("- Ủy ban Kiểm tra Huyện ủy,", 14, "style"),
        [("recipients.look", "- Ủy ban")],
    ),
    Case(
        "12 in the state",
        "nd30-cong-van/tabs",
        lambda c: c.size("- Như trên;", 12).size("- Lưu: VT, VP.", 12),
        [("recipients.look", "- Như trên;")],
    ),
    Silent("a word in bold", "hd36-phu-luc", lambda c: c.bold("Huyện ủy,"), near="recipients.look"),
    *across(
        ["hd36-phu-luc/tabs", "hd36-phu-luc/flat"],
        Case(
            "one semicolon",
            "",
            lambda c: c.retype("(để báo cáo),", "(để báo cáo);"),
            [("recipients.separator", "(để báo cáo)")],
        ),
    ),
    Case(
        "semicolons everywhere",
        "hd36-quyet-dinh",
        lambda c: (
            c.retype("(để báo cáo),", "(để báo cáo);")
            .retype("- Ban Tổ chức Huyện ủy,", "- Ban Tổ chức Huyện ủy;")
            .retype("- Các thành viên Tổ biên tập,", "- Các thành viên Tổ biên tập;")
        ),
        [("recipients.separator", "(để báo cáo);")],
    ),
    Case(
        "commas under the new guidance",
        "hd05-phu-luc",
        lambda c: c.retype("(để báo cáo);", "(để báo cáo),"),
        [("recipients.separator", "(để báo cáo),")],
    ),
    Case(
        "no sign",
        "nd30",
        lambda c: c.retype("- Văn phòng Sở;", "- Văn phòng Sở"),
        [("recipients.separator", "- Văn phòng Sở")],
    ),
    Case(
        "a semicolon at the end",
        "hd05",
        lambda c: c.retype("- Lưu Văn phòng Đảng ủy.", "- Lưu Văn phòng Đảng ủy;"),
        [("recipients.last", "recipient")],
    ),
    Case(
        "nothing at the end",
        "hd36/tabs",
        lambda c: c.retype(ARCHIVE, ARCHIVE[:-1]),
        [("recipients.last", ARCHIVE[:-1])],
    ),
    Case(
        "a dash without a blank",
        "hd36-phu-luc",
        lambda c: c.retype("- Ban Tổ chức Huyện ủy,", "-Ban Tổ chức Huyện ủy,"),
        [("recipients.dash", "-Ban Tổ chức")],
    ),
    Silent(
        "a recipient over two lines",
        "hd36-phu-luc",
        lambda c: c.retype("- Các đảng ủy, chi bộ trực thuộc,", "- Các đảng ủy, chi bộ").insert_after(
            "- Các đảng ủy, chi bộ", "trực thuộc Huyện ủy,"
        ),
        near="recipients.separator",
    ),
    Silent(
        "many commas inside",
        "hd36-phu-luc",
        lambda c: c.retype("- Các đảng ủy, chi bộ trực thuộc,", "- Các đảng ủy, chi bộ, cơ quan, đơn vị,"),
        near="recipients.separator",
    ),
    Silent(
        "a mark in brackets", "hd36/flat", lambda c: c.retype("(để báo cáo),", "(để b/c),"), near="recipients.separator"
    ),
    Silent(
        "12 by a style",
        "hd36-phu-luc",
        lambda c: c.size("- Ban Tổ chức Huyện ủy,", 12, "style"),
        near="recipients.look",
    ),
    Silent(
        "a comma inside",
        "hd05-phu-luc",
        lambda c: c.retype("- Các chi bộ trực thuộc;", "- Các chi bộ, đảng viên;"),
        near="recipients.separator",
    ),
    Silent("a long dash", "nd30", lambda c: c.retype("- Văn phòng Sở;", "– Văn phòng Sở;"), near="recipients.dash"),
]

ARCHIVES = [
    *across(
        ["hd36-phu-luc/flat", "hd36/tabs"],
        Case("as in the state", "", lambda c: c.retype(ARCHIVE, "- Lưu: VT."), [("recipients.archive", "- Lưu: VT.")]),
    ),
    Case(
        "as in the Party",
        "nd30",
        lambda c: c.retype("- Lưu: VT, VP.", "- Lưu Văn phòng Sở."),
        [("recipients.archive", "- Lưu Văn phòng")],
    ),
    Case(
        "no archive line",
        "hd36-phu-luc",
        lambda c: c.delete(ARCHIVE),
        [("recipients.archive_missing", "- Các đảng ủy")],
    ),
    Case(
        "above the others",
        "hd36-phu-luc",
        lambda c: c.delete(ARCHIVE).insert_before(ABOVE, ARCHIVE),
        [("recipients.archive_place", ARCHIVE)],
    ),
    Silent(
        "the office by its letters",
        "hd36-phu-luc",
        lambda c: c.retype(ARCHIVE, "- Lưu VPHU."),
        near="recipients.archive",
    ),
    Silent(
        "copies counted",
        "nd30-cong-van",
        lambda c: c.retype("- Lưu: VT, VP.", "- Lưu: VT (02), VP."),
        near="recipients.archive",
    ),
    Silent("in pieces", "hd36/tabs", lambda c: c.split_runs(ARCHIVE, 6), near="recipients.archive_missing"),
    Silent(
        "two offices keep it",
        "hd36-phu-luc",
        lambda c: c.retype(ARCHIVE, "- Lưu Văn phòng Huyện ủy, Ban Tổ chức Huyện ủy."),
        near="recipients.last",
    ),
    Silent(
        "a recipient that keeps something",
        "hd36-phu-luc",
        lambda c: c.retype("- Ban Tổ chức Huyện ủy,", "- Ban Tổ chức Huyện ủy (lưu hồ sơ),"),
        near="recipients.archive_place",
    ),
    Silent(
        "the archive alone",
        "nd30-cong-van",
        lambda c: c.retype("- Lưu: VT, VP.", "- Lưu: VT."),
        near="recipients.archive",
    ),
]

ADDRESSES = [
    *across(
        ["hd36-phu-luc", "hd36-phu-luc/flat"],
        Case(
            "an address in a plan",
            "",
            lambda c: c.insert_after("-----", "Kính gửi: Ban Thường vụ Tỉnh ủy", like="-----"),
            [("recipients.address", "Kính gửi")],
        ),
    ),
    Case(
        "none in a letter",
        "hd36-to-trinh",
        lambda c: c.delete("Kính gửi:").retype("- Như trên,", "- Ban Thường vụ Tỉnh ủy,"),
        [("recipients.address_missing", "opening")],
    ),
    Case(
        "kính trình under the old guidance",
        "hd36-to-trinh",
        lambda c: c.retype("Kính gửi:", "Kính trình:"),
        [("recipients.address_word", "Kính trình:")],
    ),
    Case(
        "upright in the Party",
        "hd36-cong-van",
        lambda c: c.italic("Kính gửi:", False),
        [("recipients.address_look", "Kính gửi:")],
    ),
    Case(
        "italic in the state",
        "nd30-cong-van/tabs",
        lambda c: c.italic("Kính gửi:", True, "style"),
        [("recipients.address_look", "Kính gửi:")],
    ),
    Silent(
        "the name on the same line, upright",
        "hd36-to-trinh",
        lambda c: c.insert_after("Kính gửi:", "Kính gửi: ").delete("Kính gửi:…").join_next("Kính gửi:"),
        near="recipients.address_look",
    ),
    Case(
        "the first is named",
        "hd36-cong-van",
        lambda c: c.retype("- Như trên,", "- Các đảng ủy trực thuộc,"),
        [("recipients.as_above", "- Các đảng ủy")],
    ),
    Case(
        "as above where nothing is",
        "hd36-phu-luc/tabs",
        lambda c: c.retype(ABOVE, "- Như trên,"),
        [("recipients.nothing_above", "- Như trên,")],
    ),
    Silent(
        "as the articles say",
        "nd30",
        lambda c: c.retype("- Ủy ban nhân dân tỉnh (để báo cáo);", "- Như Điều 3;"),
        near="recipients.nothing_above",
    ),
    Silent(
        "words of address inside a plan",
        "hd36-phu-luc",
        lambda c: c.retype("dân chủ, khách quan", "báo cáo kính gửi cấp trên"),
        near="recipients.address",
    ),
    Silent(
        "as addressed above",
        "nd30-cong-van/tabs",
        lambda c: c.retype("- Như trên;", "- Như kính gửi;"),
        near="recipients.as_above",
    ),
    Silent(
        "the address in pieces",
        "hd36-to-trinh/flat",
        lambda c: c.split_runs("Kính gửi:", 4),
        near="recipients.address_missing",
    ),
    Silent(
        "a request ends with its words",
        "hd36-to-trinh",
        lambda c: c.split_runs("Kính trình Ban Thường vụ", 3),
        near="recipients.address_word",
    ),
]

TASKS: list[Case | Silent] = [
    Case(
        "the commission is no recipient",
        "hd36-phu-luc",
        lambda c: c.delete("- Ủy ban Kiểm tra Huyện ủy,"),
        [("recipients.tasked", "Ủy ban Kiểm tra Huyện ủy")],
    ),
    Silent(
        "a group holds it",
        "hd36-phu-luc",
        lambda c: c.retype("- Ủy ban Kiểm tra Huyện ủy,", "- Các ban đảng, Văn phòng Huyện ủy,"),
        near="recipients.tasked",
    ),
    Silent(
        "the office keeps it",
        "hd36-phu-luc",
        lambda c: c.retype(
            "1. Ủy ban Kiểm tra Huyện ủy chủ trì, phối hợp với Ban Tổ chức Huyện ủy", "1. Văn phòng Huyện ủy chủ trì"
        ),
        near="recipients.tasked",
    ),
    Silent(
        "a task in another part",
        "hd36-phu-luc",
        lambda c: c.retype("2. Việc kiểm tra, giám sát bảo đảm", "2. Ban Dân vận Huyện ủy tổ chức giám sát bảo đảm"),
        near="recipients.tasked",
    ),
]


@planted(LABELS)
def test_label(case: Case | Silent) -> None:
    verify(case)


@planted(LISTS)
def test_list(case: Case | Silent) -> None:
    verify(case)


@planted(ARCHIVES)
def test_archive_line(case: Case | Silent) -> None:
    verify(case)


@planted(ADDRESSES)
def test_address(case: Case | Silent) -> None:
    verify(case)


@planted(TASKS)
def test_tasks(case: Case | Silent) -> None:
    verify(case)
