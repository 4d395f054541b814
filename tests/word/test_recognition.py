"""What a line is, told by its words and its place: papers typed by hand read like the papers docgen made."""

from collections.abc import Sequence

import pytest

from docgen.model.reading import Reading
from docgen.word.read import read_docx
from tests.check.planting.clean import PAPERS, clean
from tests.word.small import package

TYPED = [paper for paper in PAPERS if "/" in paper]


def said(reading: Reading) -> set[tuple[str, str, str]]:
    """Role, path and words of every line, whatever order a letterhead is read in."""
    return {(placed.role, placed.path, placed.text) for placed in reading.lines if placed.line.text}


@pytest.mark.parametrize("form", ["hd36", "hd05"])
@pytest.mark.parametrize("letterhead", ["table", "tabs", "flat"])
def test_a_typed_plan_reads_like_the_built_one(form: str, letterhead: str) -> None:
    assert said(read_docx(clean(f"{form}/{letterhead}"))) == said(read_docx(clean(form)))


@pytest.mark.parametrize("paper", sorted({paper.partition("/")[0] for paper in TYPED}))
def test_a_paper_reads_the_same_however_its_head_is_set(paper: str) -> None:
    table, tabs, flat = (said(read_docx(clean(f"{paper}/{how}"))) for how in ("table", "tabs", "flat"))
    assert table == tabs == flat


def paths(*texts: str) -> list[str]:
    """Paths of a body with these paragraphs."""
    head = "<w:p><w:r><w:t>KẾ HOẠCH</w:t></w:r></w:p><w:p><w:r><w:t>-----</w:t></w:r></w:p>"
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)
    return [placed.path for placed in read_docx(package(head + body)).lines if placed.path]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (
            ["I- MỤC ĐÍCH", "1. Một", "- Gạch", "- Gạch", "2. Hai", "Thêm"],
            ["I", "I.1", "I.1.1", "I.1.2", "I.2", "I.2.p2"],
        ),
        (
            ["II-NHIỆM VỤ", "1.Dính liền", "1.1. Một", "1.2 Hai", "a) A", "đ) Đ"],
            ["II", "II.1", "II.1.1", "II.1.2", "II.1.2.a", "II.1.2.đ"],
        ),
        (
            ["Phần I", "I- MỤC ĐÍCH", "1. Một", "Phần II", "I- NHIỆM VỤ"],
            ["Phần I", "Phần I.I", "Phần I.I.1", "Phần II", "Phần II.I"],
        ),
        (
            ["Chương I", "Điều 1. Phạm vi", "1. Một", "a) A"],
            ["Chương I", "Chương I.Điều 1", "Chương I.Điều 1.1", "Chương I.Điều 1.1.a"],
        ),
        (["A. PHẦN CHUNG", "I. MỤC ĐÍCH", "1. Một", "+ Cộng"], ["A", "A.I", "A.I.1", "A.I.1.1"]),
        (["I/ Mục đích, yêu cầu", "1- Một", "2/ Hai", "a) A"], ["I", "I.1", "I.2", "I.2.a"]),
        (["Mở đầu.", "10 - 12 người dự.", "1/7 là hạn.", "5-7 ngày sau."], ["p1", "p2", "p3"]),
        (["Năm 2023 đạt 5%.", "15/7/2023 là hạn.", "1.500 đồng."], ["p1", "p2"]),
    ],
)
def test_the_tree_of_the_body(texts: Sequence[str], found: Sequence[str]) -> None:
    assert paths(*texts) == found


def test_a_sentence_cut_in_two_goes_on() -> None:
    body = "".join(
        f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
        for text in ("KẾ HOẠCH", "-----", "1. Sắp xếp hoặc sang", "công ty cổ phần.", "2. Gồm:", "các huyện.")
    )
    assert [placed.text for placed in read_docx(package(body)).lines if placed.continues] == ["công ty cổ phần."]


def roles(*texts: str) -> list[str]:
    """What the lines of a paper with these paragraphs are."""
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)
    return [placed.role for placed in read_docx(package(body)).lines]


def test_who_decides_is_no_part_of_the_subject() -> None:
    decision = ("QUYẾT ĐỊNH", "về việc thành lập Hội đồng", "CHỦ TỊCH ỦY BAN NHÂN DÂN", "Căn cứ Luật Lưu trữ;")
    assert roles(*decision) == ["kind", "subject", "other", "basis"]
    assert roles("KẾ HOẠCH", "PHÒNG CHỐNG THIÊN TAI", "-----")[1] == "subject"


def test_who_typed_a_paper_is_no_recipient() -> None:
    assert roles("Một.", "Nơi nhận:", "- Như trên;", "- Lưu: VT, NC.", "NTH-05b")[2:] == ["recipient"] * 2 + ["other"]
    assert roles("Một.", "Nơi nhận:", "- Lưu: VT.", "GIÁM ĐỐC")[3] == "authority"


@pytest.mark.parametrize(("edge", "drawn"), [("single", ["border"]), ("nil", []), ("none", [])])
def test_the_lower_border_of_a_cell_of_the_head_is_a_drawn_line(edge: str, drawn: list[str]) -> None:
    border = f'<w:tcPr><w:tcBorders><w:bottom w:val="{edge}"/></w:tcBorders></w:tcPr>'

    def table(text: str) -> str:
        return f"<w:tbl><w:tr><w:tc>{border}<w:p><w:r><w:t>{text}</w:t></w:r></w:p><w:p/></w:tc></w:tr></w:tbl>"

    head, _, cell, _ = read_docx(package(table("ĐẢNG CỘNG SẢN VIỆT NAM") + table("Số lượng"))).lines
    assert [line.by for line in head.line.drawn] == drawn
    assert not cell.line.drawn
