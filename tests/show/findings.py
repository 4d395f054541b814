"""Findings as a check gives them, small enough to read."""

from dataclasses import replace

from docgen.model.checked import Checked, CheckedFile
from docgen.model.finding import Finding, Said, Spot
from docgen.problems import Place, Problem

BODY = "word/document.xml"
MARGIN = Finding(
    "page.margins", ("P2", "39"), "error", 1.0, Spot(), "15", "20",
    Said("Lề phải là 20 mm, thể thức quy định 15 mm.", "The right margin is 20 mm, not 15 mm."),
    Said("Đặt lề phải 15 mm.", "Set the right margin to 15 mm."), "HD 36, mục II.1",
)  # fmt: skip
NUMBER = Finding(
    "number.hyphens", ("N2",), "warning", 0.8, Spot(BODY, 1, "number", 4, "Số 05 - KH/HU"), "", "",
    Said("Gạch nối có dấu cách.", "Blanks around the hyphen."), Said("Bỏ dấu cách.", "Remove the blanks."), "",
)  # fmt: skip
GAP = Finding(
    "body.gap", (), "hint", 1.0, Spot(BODY, 1, "II.3", 41, "Rà soát <b>&</b>"), "", "",
    Said("Cách đoạn 0 pt.", "No gap."), Said("Đặt 6 pt.", "Set 6 pt."), "",
)  # fmt: skip
LATER = replace(GAP, place=replace(GAP.place, path="II.4", paragraph=44))
HEADER = replace(GAP, place=Spot("word/header2.xml", 1, "", 1, "- 2 -"), severity="error")
BROKEN = Problem(Place("bản nộp/hỏng.docx"), "docx.broken", "Tệp đã hỏng.", "Lưu lại.")

CHECKED = Checked(
    (
        CheckedFile("bản nộp/a 1.docx", "hd36", findings=(LATER, HEADER, GAP, NUMBER, MARGIN)),
        CheckedFile("bản nộp/b.docx", "hd36", known=2, waived=1),
        CheckedFile("bản nộp/hỏng.docx", refused=BROKEN),
    ),
    exit_code=1,
)
