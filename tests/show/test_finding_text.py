"""What a clerk reads on the terminal: grouped, in the order of the paper, the summary last."""

from docgen.model.checked import Checked, CheckedFile
from docgen.show.finding_text import findings, summary
from tests.show.findings import CHECKED, GAP, MARGIN

TOLD = """\
bản nộp/a 1.docx (hd36): 2 lỗi, 1 cảnh báo, 2 lưu ý
  Trang giấy
    Lỗi: Lề phải là 20 mm, thể thức quy định 15 mm.
      Cách sửa: Đặt lề phải 15 mm. (HD 36, mục II.1)
  Số và ký hiệu
    Cảnh báo, số, ký hiệu «Số 05 - KH/HU»: Gạch nối có dấu cách.
      Cách sửa: Bỏ dấu cách.
  Nội dung
    Lưu ý, mục II.3 «Rà soát <b>&</b>»: Cách đoạn 0 pt.
      Cách sửa: Đặt 6 pt.
    Lưu ý, mục II.4 «Rà soát <b>&</b>»: Cách đoạn 0 pt.
      Cách sửa: Đặt 6 pt.
    Lỗi, đầu trang «- 2 -»: Cách đoạn 0 pt.
      Cách sửa: Đặt 6 pt.

3 tệp: 2 lỗi, 1 cảnh báo, 2 lưu ý; 1 tệp không có gì phải sửa, 1 tệp không đọc được; 2 lỗi đã biết, 1 lỗi được miễn."""


def test_findings_stand_under_their_paper_and_group_in_reading_order() -> None:
    assert findings(CHECKED) == TOLD


def test_of_many_papers_each_rule_is_told_once() -> None:
    papers = [CheckedFile(f"nop/{number:03d}.docx", "hd36", findings=(MARGIN,)) for number in range(700)]
    papers[3] = CheckedFile("nop/003.docx", "hd36", findings=(GAP, MARGIN))
    assert findings(Checked(tuple(papers))).split("\n") == [
        "Trang giấy",
        "  Lỗi ở 700 tệp: Lề phải là 20 mm, thể thức quy định 15 mm.",
        "    Cách sửa: Đặt lề phải 15 mm. (HD 36, mục II.1)",
        "    Tệp: 000.docx, 001.docx, 002.docx, 003.docx, 004.docx và 695 tệp khác",
        "",
        "Nội dung",
        "  Lưu ý ở 1 tệp: Cách đoạn 0 pt.",
        "    Cách sửa: Đặt 6 pt.",
        "    Tệp: 003.docx",
        "",
        "Từng chỗ trong từng tệp: dùng --html TỆP hoặc --json.",
        "",
        "700 tệp: 700 lỗi, 1 lưu ý.",
    ]


def test_of_clean_papers_only_the_summary_is_told() -> None:
    assert findings(Checked((CheckedFile("a.docx", "hd36"),))) == "1 tệp: 1 tệp không có gì phải sửa."


def test_what_concerns_the_whole_set_is_told_last() -> None:
    every = Checked(CHECKED.files, (CheckedFile("bản nộp", findings=(MARGIN,)),))
    assert "\n\nbản nộp: 1 lỗi\n  Trang giấy\n" in findings(every)
    assert summary(every).startswith("3 tệp: 3 lỗi,")
