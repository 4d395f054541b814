"""The official values as literals, read by python-docx: never judge yourself by your own ruler."""

import zipfile
from pathlib import Path

import docx
import docx.document
import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_UNDERLINE
from docx.oxml.ns import qn
from docx.shared import Pt, Twips


@pytest.fixture(scope="module")
def paper(built: Path) -> docx.document.Document:
    return docx.Document(str(built / "than-uyen.docx"))


def lines(document: docx.document.Document, style: str) -> list[str]:
    """Texts of a style, in the body and in the cells."""
    paragraphs = document.element.body.iter(qn("w:p"))
    names = {key.style_id: key.name for key in document.styles}
    found = []
    for paragraph in paragraphs:
        mark = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if mark is not None and names[mark.get(qn("w:val"))] == style:
            found.append("".join(text.text or "" for text in paragraph.iter(qn("w:t"))))
    return found


def test_page_is_a4_with_the_party_margins(paper: docx.document.Document) -> None:
    section = paper.sections[0]
    assert (section.page_width, section.page_height) == (Twips(11906), Twips(16838))
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert margins == (Twips(1134), Twips(1134), Twips(1701), Twips(850))
    assert section.header_distance == Twips(567)
    assert section.different_first_page_header_footer


@pytest.mark.parametrize(
    ("style", "size", "bold", "italic"),
    [
        ("Tiêu đề", 15, True, None),
        ("Cấp trên", 14, None, None),
        ("Cơ quan ban hành", 14, True, None),
        ("Số ký hiệu", 14, None, None),
        ("Địa danh, ngày", 14, None, True),
        ("Tên loại", 16, True, None),
        ("Trích yếu", 14, True, None),
        ("Mở đầu", 14, None, None),
        ("Đề mục", 14, True, None),
        ("Mục", 14, None, None),
        ("Gạch đầu dòng", 14, None, None),
        ("Đoạn văn", 14, None, None),
        ("Đoạn cuối", 14, None, None),
        ("Quyền hạn", 14, True, None),
        ("Chức vụ", 14, None, None),
        ("Người ký", 14, True, None),
        ("Nhãn nơi nhận", 14, None, None),
        ("Nơi nhận", 12, None, None),
        ("Số trang", 14, None, None),
        ("Độ mật, độ khẩn", 14, True, None),
        ("Phạm vi lưu hành", 12, True, None),
        ("Dự thảo", 14, None, True),
    ],
)
def test_letters_of_every_component(
    paper: docx.document.Document, style: str, size: int, bold: bool, italic: bool
) -> None:
    font = paper.styles[style].font
    assert (font.size, font.bold, font.italic) == (Pt(size), bold, italic)
    assert font.underline in ((WD_UNDERLINE.SINGLE, True) if style == "Nhãn nơi nhận" else (None,))


@pytest.mark.parametrize("style", ["Mở đầu", "Đề mục", "Mục", "Gạch đầu dòng", "Đoạn văn", "Đoạn cuối"])
def test_body_paragraphs(paper: docx.document.Document, style: str) -> None:
    layout = paper.styles[style].paragraph_format
    assert layout.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert layout.first_line_indent == Twips(567)
    assert layout.space_after == Pt(6)
    assert (layout.line_spacing_rule, layout.line_spacing) == (WD_LINE_SPACING.EXACTLY, Pt(18))


def test_times_new_roman_in_every_slot(built: Path) -> None:
    with zipfile.ZipFile(built / "than-uyen.docx") as archive:
        styles = archive.read("word/styles.xml").decode("utf-8")
        theme = archive.read("word/theme/theme1.xml").decode("utf-8")
        everything = b"".join(archive.read(name) for name in archive.namelist()).decode("utf-8")
    slots = 'w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"'
    assert styles.count(slots) == styles.count("<w:rFonts") == 2
    assert theme.count('typeface="Times New Roman"') == theme.count("typeface=") == 6
    assert "Theme=" not in everything and "Calibri" not in everything and "python-docx" not in everything


def test_the_rule_is_drawn_under_the_title_and_as_long(paper: docx.document.Document) -> None:
    layout = paper.styles["Tiêu đề"].element.pPr
    bottom = layout.find(f"{qn('w:pBdr')}/{qn('w:bottom')}")
    assert bottom.get(qn("w:val")) == "single"
    indents = layout.find(qn("w:ind"))
    length = 5055 - int(indents.get(qn("w:left"))) - int(indents.get(qn("w:right")))
    assert 4133 <= length <= 4133 * 1.03


def test_the_appendix_lies_in_a_landscape_section_with_a_repeating_header(paper: docx.document.Document) -> None:
    section = paper.sections[1]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert (section.page_width, section.page_height) == (Twips(16838), Twips(11906))
    margins = [round(margin.mm) for margin in (section.top_margin, section.bottom_margin)]
    assert margins == [30, 15] and section.header_distance == Twips(567)
    table = paper.tables[-1]
    assert [cell.text for cell in table.rows[0].cells] == [
        "TT", "Nội dung công việc", "Chủ trì", "Phối hợp", "Thời hạn", "Sản phẩm",
    ]  # fmt: skip
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_the_last_paragraph_stays_with_the_signature(paper: docx.document.Document) -> None:
    assert paper.styles["Đoạn cuối"].paragraph_format.keep_with_next
    assert len(lines(paper, "Đoạn cuối")) == 1
    signature = paper.tables[1]
    assert signature.rows[0]._tr.trPr.find(qn("w:cantSplit")) is not None


def test_properties_come_from_the_data(paper: docx.document.Document) -> None:
    properties = paper.core_properties
    assert properties.author == properties.last_modified_by == "Huyện ủy Than Uyên"
    assert properties.title.startswith("Kế hoạch thực hiện Kết luận số 50-KL/TW của Bộ Chính trị")
    assert properties.language == "vi-VN"
    assert properties.created.year == properties.modified.year == 2023


GAP, DAY = " " * 8, " " * 6
HEADS = {
    "tinh-uy": ([], ["TỈNH ỦY LAI CHÂU"], f"Số{GAP}-KH/TU", f"Lai Châu, ngày{DAY}tháng{DAY}năm 2023"),
    "than-uyen": (
        ["ĐẢNG BỘ TỈNH LAI CHÂU"],
        ["HUYỆN ỦY THAN UYÊN"],
        f"Số{GAP}-KH/HU",
        f"Than Uyên, ngày{DAY}tháng 7 năm 2023",
    ),
    "thanh-uy-lai-chau": (
        ["ĐẢNG BỘ TỈNH LAI CHÂU"],
        ["THÀNH ỦY LAI CHÂU"],
        f"Số{GAP}-KH/ThU",
        f"TP. Lai Châu, ngày{DAY}tháng 7 năm 2023",
    ),
    "dang-uy-khoi": (
        ["ĐẢNG BỘ TỈNH LAI CHÂU"],
        ["ĐẢNG ỦY KHỐI CÁC CƠ QUAN", "VÀ DOANH NGHIỆP TỈNH"],
        f"Số{GAP}-KH/ĐUK",
        f"Lai Châu, ngày{DAY}tháng 7 năm 2023",
    ),
    "bcsd-ubnd": (
        ["TỈNH ỦY LAI CHÂU"],
        ["BAN CÁN SỰ ĐẢNG", "ỦY BAN NHÂN DÂN TỈNH"],
        f"Số{GAP}-KH/BCSĐ",
        f"Lai Châu, ngày{DAY}tháng 7 năm 2023",
    ),
    "dang-doan-hdnd": (
        ["TỈNH ỦY LAI CHÂU"],
        ["ĐẢNG ĐOÀN", "HỘI ĐỒNG NHÂN DÂN TỈNH"],
        f"Số{GAP}-KH/ĐĐ",
        f"Lai Châu, ngày{DAY}tháng 7 năm 2023",
    ),
    "ban-to-chuc": (["TỈNH ỦY LAI CHÂU"], ["BAN TỔ CHỨC"], f"Số{GAP}-KH/BTCTU", f"Lai Châu, ngày{DAY}tháng 7 năm 2023"),
    "van-phong": (["TỈNH ỦY LAI CHÂU"], ["VĂN PHÒNG"], f"Số{GAP}-KH/VPTU", f"Lai Châu, ngày{DAY}tháng 7 năm 2023"),
    "uy-ban-kiem-tra": (
        ["TỈNH ỦY LAI CHÂU"],
        ["ỦY BAN KIỂM TRA"],
        f"Số{GAP}-KH/UBKTTU",
        f"Lai Châu, ngày{DAY}tháng 7 năm 2023",
    ),
}


@pytest.mark.parametrize("unit", HEADS)
def test_head_of_the_paper(built: Path, unit: str) -> None:
    document = docx.Document(str(built / f"{unit}.docx"))
    superior, issuer, number, date = HEADS[unit]
    assert lines(document, "Cấp trên") == superior
    assert lines(document, "Cơ quan ban hành") == issuer
    assert lines(document, "Dấu sao") == ["*"]
    assert lines(document, "Tiêu đề") == ["ĐẢNG CỘNG SẢN VIỆT NAM"]
    assert lines(document, "Số ký hiệu") == [number]
    assert lines(document, "Địa danh, ngày") == [date]
    assert lines(document, "Tên loại") == ["KẾ HOẠCH"]
    assert lines(document, "Gạch dưới trích yếu") == ["-----"]


ENDS = {
    "tinh-uy": (
        ["T/M BAN THƯỜNG VỤ"],
        ["PHÓ BÍ THƯ"],
        ["Lê Văn Lương"],
        "- Các đảng đoàn, ban cán sự đảng,",
        "- Lưu VPTU.",
    ),
    "than-uyen": (["T/M BAN THƯỜNG VỤ"], ["BÍ THƯ"], [""], None, "- Lưu Văn phòng Huyện ủy."),
    "thanh-uy-lai-chau": (["T/M BAN THƯỜNG VỤ"], ["BÍ THƯ"], [""], None, "- Lưu Văn phòng Thành ủy."),
    "dang-uy-khoi": (["T/M BAN THƯỜNG VỤ"], ["BÍ THƯ"], [""], None, "- Lưu Văn phòng Đảng ủy Khối."),
    "bcsd-ubnd": (["T/M BAN CÁN SỰ ĐẢNG"], ["BÍ THƯ"], [""], None, "- Lưu Ban cán sự đảng UBND tỉnh."),
    "dang-doan-hdnd": (["T/M ĐẢNG ĐOÀN"], ["BÍ THƯ"], [""], None, "- Lưu Đảng đoàn Hội đồng nhân dân tỉnh."),
    "ban-to-chuc": (["TRƯỞNG BAN"], [], [""], None, "- Lưu Văn phòng Ban."),
    "van-phong": (["CHÁNH VĂN PHÒNG"], [], [""], None, "- Lưu Văn phòng Tỉnh ủy."),
    "uy-ban-kiem-tra": (["T/M ỦY BAN KIỂM TRA"], ["CHỦ NHIỆM"], [""], None, "- Lưu Văn phòng Ủy ban Kiểm tra."),
}


@pytest.mark.parametrize("unit", ENDS)
def test_end_of_the_paper(built: Path, unit: str) -> None:
    document = docx.Document(str(built / f"{unit}.docx"))
    authority, position, signer, first, last = ENDS[unit]
    assert lines(document, "Quyền hạn") == authority
    assert lines(document, "Chức vụ") == position
    assert lines(document, "Người ký") == signer
    assert lines(document, "Nhãn nơi nhận") == ["Nơi nhận:"]
    recipients = lines(document, "Nơi nhận")
    assert recipients[0] == (first or "- Ban Thường vụ Tỉnh ủy (để báo cáo),")
    assert recipients[-1] == last
    assert all(line.startswith("- ") and line.endswith(",") for line in recipients[:-1])
