"""Căn cứ and citations: faults found, near misses left alone."""

from tests.check.planting import Case, Clerk, Silent, across, planted, verify

LAST_36 = "Căn cứ Kế hoạch số 15-KH/TU…"
LAST_STATE = "Căn cứ Kế hoạch số 120/KH-UBND…"


def renamed(paper: Clerk) -> Clerk:
    """A decision whose last căn cứ is named like the others."""
    return paper.retype("Xét đề nghị của Ban Tổ chức Huyện ủy,", "Căn cứ đề nghị của Ban Tổ chức Huyện ủy,")


BASES: list[Case | Silent] = [
    Case("the last one ends in a semicolon", "hd36-phu-luc/tabs", lambda c: c.retype("năm 2024,", "năm 2024;"),
         [("basis.separator", "Căn cứ Kế hoạch số 15-KH/TU")]),
    Case("the last one ends in a full stop, by HD 36", "hd36-phu-luc/flat",
         lambda c: c.retype("năm 2024,", "năm 2024."),
         [("basis.separator", "Căn cứ Kế hoạch số 15-KH/TU")]),
    Case("the last one ends in a comma, by HD 05", "hd05-phu-luc",
         lambda c: c.retype("công tác kiểm tra, giám sát.", "công tác kiểm tra, giám sát,"),
         [("basis.separator", "15-KH/TU")]),
    Case("a comma between two", "nd30",
         lambda c: c.split_runs("Căn cứ Luật Lưu trữ…", 5).retype("năm 2011;", "năm 2011,"),
         [("basis.separator", "Luật Lưu trữ")]),
    Case("no sign after the proposal of a decision", "hd36-quyet-dinh", lambda c: c.retype("Huyện ủy,", "Huyện ủy"),
         [("basis.separator", "Xét đề nghị")]),
    Silent("a decision's căn cứ are all named alike", "hd36-quyet-dinh", renamed, near="basis.separator"),
    Silent("an opening that runs on", "hd36-phu-luc", lambda c: (
        c.delete("Căn cứ Điều lệ…").delete("Căn cứ Quy định số 22…").delete("Ban Thường vụ Huyện ủy ban hành…")
        .retype("năm 2024,", "năm 2024; Ban Thường vụ Huyện ủy ban hành Kế hoạch như sau:")), near="basis.separator"),
    Silent("one căn cứ that opens a letter", "nd30-cong-van",
           lambda c: c.retype("Thực hiện Kế hoạch", "Căn cứ Kế hoạch"), near="basis.slant"),
    Silent("the opening goes on from the last one", "hd36-phu-luc", lambda c: c
           .delete("Ban Thường vụ Huyện ủy ban hành…")
           .retype("năm 2024,", "năm 2024, Ban Thường vụ Huyện ủy ban hành Kế hoạch như sau:"),
           near="basis.separator"),
    Silent("the opening is one more ground", "nd30", lambda c: c
           .retype("Sở Nội vụ ban hành", "Thực hiện chương trình công tác năm; Sở Nội vụ ban hành")
           .retype("công tác văn thư, lưu trữ.", "công tác văn thư, lưu trữ;"), near="basis.separator"),
    Case("no dash, by HD 05", "hd05-phu-luc/table", lambda c: c.retype("- Căn cứ Điều lệ", "Căn cứ Điều lệ"),
         [("basis.dash", "Căn cứ Điều lệ")]),
    Case("a dash, by NĐ 30", "nd30/tabs", lambda c: c.retype("Căn cứ Luật", "- Căn cứ Luật"),
         [("basis.dash", "Luật Lưu trữ")]),
    Silent("a dash, by HD 36 which does not say", "hd36-phu-luc", lambda c: c.retype_all("Căn cứ ", "- Căn cứ "),
           near="basis.dash"),
    *across(["hd36-phu-luc/table", "hd05-phu-luc/flat"], Case(
        "in italics, by a style", "", lambda c: c.italic("Căn cứ Điều lệ Đảng Cộng sản Việt Nam;", True, "style"),
        [("basis.slant", "Điều lệ")])),
    Case("upright, by NĐ 30", "nd30", lambda c: c.italic(LAST_STATE, False), [("basis.slant", "Kế hoạch số 120")]),
    Silent("one word in italics", "hd36-phu-luc", lambda c: c.italic("Điều lệ"), near="basis.slant"),
]  # fmt: skip

CITED: list[Case | Silent] = [
    Case("no «số»", "hd36/table", lambda c: c.retype("Kế hoạch số 82-KH/TU", "Kế hoạch 82-KH/TU"),
         [("basis.number_word", "II.4")]),
    Case("no «số», lower case, in a paper of the state", "nd30", lambda c: c.retype("Nghị định số 30", "Nghị định 30"),
         [("basis.number_word", "Nghị định 30")]),
    Silent("a number with no kind in front", "hd36-phu-luc",
         lambda c: c.retype("đúng quy định.", "đúng văn bản 12-CV/TU đã nêu."),
           near="basis.number_word"),
    Case("no comma before the day, others have one", "hd36", lambda c: c.retype("82-KH/TU, ngày", "82-KH/TU ngày"),
         [("basis.comma", "II.4")]),
    Silent("no comma anywhere", "hd36-phu-luc/flat",
         lambda c: c.retype_all("/TU, ngày", "/TU ngày").retype_all("/TW, ngày", "/TW ngày"),
           near="basis.comma"),
    Silent("papers of the state go without", "nd30-phu-luc", lambda c: c, near="basis.comma"),
    Case("no issuer", "hd36-phu-luc/table",
         lambda c: c.retype(" của Ban Thường vụ Tỉnh ủy về công tác", " về công tác"),
         [("basis.issuer", "15-KH/TU")]),
    Silent("two documents of one issuer", "hd36/tabs", lambda c: c.split_runs("4. Tiếp tục thực hiện nghiêm…", 9),
         near="basis.issuer"),
    Case("in full again", "hd36-phu-luc/tabs", lambda c: c.retype(
        "đúng quy định.", "đúng Quy định số 22-QĐ/TW, ngày 28/7/2021 của Ban Chấp hành Trung ương Đảng."),
         [("basis.repeated", "I.2")]),
    Silent("short the second time, with its issuer", "hd36-phu-luc", lambda c: c.retype(
        "đúng quy định.", "đúng Quy định số 22-QĐ/TW của Trung ương."), near="basis.repeated"),
    Case("short first, in full later", "hd36/flat", lambda c: c.retype(
        "thực chất, hiệu quả.", "thực chất, theo Kế hoạch số 82-KH/TU."), [("basis.short_first", "I.3")]),
    Case("a căn cứ without its date", "hd05-phu-luc/tabs", lambda c: c.retype(
        "số 22-QĐ/TW, ngày 28/7/2021 của", "số 22-QĐ/TW của"), [("basis.short_first", "22-QĐ/TW")]),
    Silent("short throughout, outside the căn cứ", "hd36-phu-luc", lambda c: c.retype(
        "đúng quy định.", "đúng Quy chế số 03-QC/HU."), near="basis.short_first"),
]  # fmt: skip


@planted(BASES)
def test_bases(case: Case | Silent) -> None:
    verify(case)


@planted(CITED)
def test_citations(case: Case | Silent) -> None:
    verify(case)
