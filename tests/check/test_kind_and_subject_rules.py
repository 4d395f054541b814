"""Kind and subject: looks, words, hyphens and lines below, where the subject breaks."""

import pytest

from docgen.linebreaks import cut_name
from tests.check.planting import Case, Silent, across, planted, verify

KIND = "KẾ HOẠCH"
FIRST = "thực hiện Kết luận…"
SHORT = "kiểm tra, giám sát việc thực hiện quy chế làm việc"
LAW = "Chỉnh lý tài liệu lưu trữ"
HYPHENS = "-----"
LONG = "kiểm tra, giám sát việc thực hiện quy chế làm việc của Ban Chấp hành Trung ương Đảng"

KINDS: list[Case | Silent] = [
    Case("kind in 14 pt", "hd36/table", lambda c: c.size(KIND, 14), [("kind.look", KIND)]),
    *across(
        ["hd36/table", "hd36/tabs", "hd05/flat"],
        Case("kind in small letters", "", lambda c: c.retype(KIND, "Kế hoạch"), [("kind.look", "Kế hoạch")]),
    ),
    *across(
        ["hd36", "nd30/flat"],
        Case("kind at the left", "", lambda c: c.align(KIND, "left"), [("kind.look", KIND)]),
    ),
    Silent(
        "kind pushed to the middle",
        "hd05/table",
        lambda c: c.align(KIND, "left").indent_mm(KIND, left=65),
        near="kind.look",
    ),
    Case(
        "subject justified by a style",
        "hd05/tabs",
        lambda c: c.align("thực hiện Nghị quyết", "both", "style"),
        [("subject.look", "thực hiện Nghị quyết")],
    ),
    Case("kind not bold by a style", "nd30/tabs", lambda c: c.bold(KIND, False, "style"), [("kind.look", KIND)]),
    Case(
        "kind left out",
        "hd36-phu-luc/tabs",
        lambda c: c.delete(KIND).delete(f"{SHORT}…").delete(HYPHENS),
        [("kind.missing", "number")],
    ),
    Case("a kind of the state", "hd36-phu-luc", lambda c: c.retype(KIND, "CÔNG ĐIỆN"), [("kind.unknown", "CÔNG ĐIỆN")]),
    Case(
        "a kind of the Party",
        "nd30",
        lambda c: c.retype(KIND, "THÔNG TRI").retype("15/KH", "15/TT").retype("Kế hoạch này", "Thông tri này"),
        [("kind.unknown", "kind")],
    ),
    Silent("kind in 15 pt", "hd36/tabs", lambda c: c.size(KIND, 15), "kind.look"),
    *across(
        ["hd36", "hd36/flat", "hd05/tabs"], Silent("kind over runs", "", lambda c: c.split_runs(KIND, 5), "kind.look")
    ),
    Silent("kind in 13 pt of the state", "nd30", lambda c: c.size(KIND, 13), "kind.look"),
    Silent(
        "a programme of action",
        "nd30",
        lambda c: c.retype(KIND, "CHƯƠNG TRÌNH").retype("15/KH", "15/CTr").retype("Kế hoạch này", "Chương trình này"),
        "kind.unknown",
    ),
]

SUBJECTS: list[Case | Silent] = [
    Case("not bold", "hd36-phu-luc", lambda c: c.bold(f"{SHORT}…", False), [("subject.look", "subject")]),
    Case(
        "one line of five in 13 pt",
        "hd36/tabs",
        lambda c: c.size("của Ban Chấp hành Trung ương Đảng khóa XII…", 13),
        [("subject.look", "của Ban Chấp hành")],
    ),
    Case(
        "a full stop", "hd36-phu-luc/tabs", lambda c: c.retype(f"{SHORT}…", f"{SHORT}."), [("subject.end", "subject")]
    ),
    Case(
        "V/v below a kind",
        "hd36-phu-luc",
        lambda c: c.retype(f"{SHORT}…", f"V/v {SHORT}"),
        [("subject.opening", "V/v")],
    ),
    Case("no subject", "hd36-phu-luc", lambda c: c.delete(f"{SHORT}…").delete(HYPHENS), [("subject.missing", KIND)]),
    Case(
        "a letter's subject in 14 pt",
        "hd36-cong-van",
        lambda c: c.size("Chuẩn bị hội nghị…", 14),
        [("subject.look", "Chuẩn bị")],
    ),
    Case(
        "a letter's subject upright",
        "hd36-cong-van",
        lambda c: c.italic("Chuẩn bị hội nghị…", False),
        [("subject.look", "subject")],
    ),
    Case(
        "a letter with về việc in 2023",
        "hd36-cong-van",
        lambda c: c.retype("Chuẩn bị hội", "về việc chuẩn bị hội"),
        [("subject.opening", "về việc")],
    ),
    Case(
        "a letter of the state without V/v",
        "nd30-cong-van",
        lambda c: c.retype("V/v giao", "Giao"),
        [("subject.opening", "Giao")],
    ),
    Silent("về việc below a kind", "hd36-to-trinh/tabs", lambda c: c.bold("về việc phê duyệt…"), "subject.opening"),
    Silent("in 15 pt", "hd36-phu-luc/flat", lambda c: c.size(f"{SHORT}…", 15), "subject.look"),
    Silent("one word upright and regular", "hd36-phu-luc", lambda c: c.bold("giám sát", False), "subject.look"),
    Silent("a figure at the end", "hd36-phu-luc", lambda c: c.retype(f"{SHORT}…", f"{SHORT}, năm 2024"), "subject.end"),
    Silent("a capital", "nd30/tabs", lambda c: c.split_runs(LAW, 3), "subject.opening"),
    *across(
        ["nd30-cong-van/flat", "nd30-cong-van/tabs"],
        Silent("13 pt", "", lambda c: c.size("V/v giao nộp…", 13), "subject.look"),
    ),
]

RULES: list[Case | Silent] = [
    *across(
        ["hd36", "hd05/flat"],
        Case("four hyphens", "", lambda c: c.retype(HYPHENS, "----"), [("subject.rule", "rule")]),
    ),
    Case("dashes", "hd36/tabs", lambda c: c.retype(HYPHENS, "–––––"), [("subject.rule", "rule")]),
    Case("blanks between", "hd36/table", lambda c: c.retype(HYPHENS, "- - - - -"), [("subject.rule", "rule")]),
    Case("none", "hd36-phu-luc", lambda c: c.delete(HYPHENS), [("subject.rule", "subject")]),
    Case(
        "a drawn line",
        "hd36-phu-luc/flat",
        lambda c: c.delete(HYPHENS).rule(f"{SHORT}…", 90),
        [("subject.rule", "subject")],
    ),
    Case(
        "hyphens in the state",
        "nd30",
        lambda c: c.rule(LAW, None).insert_after(LAW, HYPHENS),
        [("subject.rule", "rule")],
    ),
    Case("no line in the state", "nd30/tabs", lambda c: c.rule(LAW, None), [("subject.rule", "subject")]),
    Case("a line too long", "nd30", lambda c: c.rule(LAW, None).rule(LAW, 140), [("subject.rule_length", "subject")]),
    Silent("five hyphens over runs", "hd36/table", lambda c: c.split_runs(HYPHENS, 5), "subject.rule"),
    Silent("a line in VML", "nd30", lambda c: c.rule(LAW, None).rule(LAW, 55, "vml"), "subject.rule"),
    Silent("a border", "nd30/flat", lambda c: c.rule(LAW, None).rule(LAW, 62, "border"), "subject.rule_length"),
]

BREAKS: list[Case | Silent] = [
    Case(
        "inside the name of an organ",
        "hd36-phu-luc",
        lambda c: c.retype(f"{SHORT}…", LONG).cut_paragraph(LONG, "hành Trung ương"),
        [("subject.break", "Ban Chấp hành")],
    ),
    Case(
        "inside a number",
        "hd36/table",
        lambda c: c.cut_paragraph(FIRST, "50-KL/TW"),
        [("subject.break", "Kết luận số 50-KL/TW")],
    ),
    Case(
        "where Word breaks it",
        "hd36-phu-luc",
        lambda c: c.retype(f"{SHORT}…", LONG.replace("kiểm tra", "tăng kiểm tra")),
        [("subject.break", "Ban Chấp hành")],
    ),
    Silent(
        "before the name",
        "hd36-phu-luc",
        lambda c: c.retype(f"{SHORT}…", LONG).cut_paragraph(LONG, "của Ban"),
        "subject.break",
    ),
    Silent(
        "joined by a blank that does not break",
        "hd36-phu-luc",
        lambda c: c.retype(
            f"{SHORT}…",
            LONG.replace("Ban Chấp hành Trung ương Đảng", "Ban\u00a0Chấp\u00a0hành\u00a0Trung\u00a0ương\u00a0Đảng"),
        ),
        "subject.break",
    ),
]


@planted([*KINDS, *SUBJECTS, *RULES, *BREAKS])
def test_kind_and_subject(case: Case | Silent) -> None:
    verify(case)


@pytest.mark.parametrize(
    ("line", "following", "cut"),
    [
        ("của Ban Chấp", "hành Trung ương Đảng", "Ban Chấp hành Trung ương Đảng"),
        ("thực hiện Kết luận số", "50-KL/TW của", "Kết luận số 50-KL/TW"),
        ("trong năm", "2024", "năm 2024"),
        ("thực", "hiện quy chế", None),
        ("của Bộ Chính trị", "về tổ chức", None),
    ],
)
def test_what_a_break_cuts(line: str, following: str, cut: str | None) -> None:
    assert cut_name(line, following) == cut
