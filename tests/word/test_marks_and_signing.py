"""Draft, urgency, secrecy, circulation: there when the data asks for them. Every permitted way to sign."""

from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from docgen.word.read import read_docx
from tests.conftest import Run, edit

MARKS = """  than-uyen:
    so: 5
    ngay: 5/7/2023
    du_thao_lan: 2
    do_khan: THƯỢNG KHẨN
    do_mat: MẬT
    luu_hanh: TÀI LIỆU HỘI NGHỊ
"""


@pytest.fixture
def plan(workspace: Path) -> Path:
    return workspace / "data/ke-hoach/kl50.yaml"


def blocks(workspace: Path, run: Run, unit: str, *options: str) -> list[tuple[str, str]]:
    result = run("build", unit, *options)
    assert result.exit_code == 0, result.stderr
    document = read_docx((workspace / f"build/kl50/{unit}.docx").read_bytes()).document
    return [(block.role, block.text) for block in document.blocks]


def test_marks_stand_where_the_guidance_puts_them(run: Run, workspace: Path, plan: Path) -> None:
    edit(plan, "  than-uyen:\n", MARKS)
    head = blocks(workspace, run, "than-uyen")[:10]
    assert head == [
        ("mark", "TÀI LIỆU HỘI NGHỊ"),
        ("superior", "ĐẢNG BỘ TỈNH LAI CHÂU"),
        ("issuer", "HUYỆN ỦY THAN UYÊN"),
        ("star", "*"),
        ("title", "ĐẢNG CỘNG SẢN VIỆT NAM"),
        ("number", "Số 05-KH/HU"),
        ("mark", "MẬT"),
        ("mark", "THƯỢNG KHẨN"),
        ("mark", "Dự thảo lần 2"),
        ("place_date", "Than Uyên, ngày 05 tháng 7 năm 2023"),
    ]
    paper = Document(str(workspace / "build/kl50/than-uyen.docx"))
    assert paper.sections[0].first_page_header.paragraphs[0].text == "TÀI LIỆU HỘI NGHỊ"
    assert "TÀI LIỆU HỘI NGHỊ" not in paper.sections[0].header.paragraphs[0].text


NOT_TO_SPREAD = "Không phổ biến trên phương tiện thông tin đại chúng"


@pytest.mark.parametrize(("form", "framed"), [("hd36", False), ("hd05", True)])
def test_not_to_be_spread_stands_at_the_end(run: Run, workspace: Path, plan: Path, form: str, framed: bool) -> None:
    edit(plan, "  than-uyen:\n", f"  than-uyen:\n    luu_hanh: {NOT_TO_SPREAD}\n")
    texts = blocks(workspace, run, "than-uyen", "--form", form)
    place = texts.index(("mark", NOT_TO_SPREAD))
    assert texts[place - 1] == ("position", "BÍ THƯ")
    style = Document(str(workspace / "build/kl50/than-uyen.docx")).styles["Không phổ biến"]
    assert (style.element.pPr.find(qn("w:framePr")) is not None) == framed


SIGNED = [
    ("ban-to-chuc", "chuc_vu: TRƯỞNG BAN", ["TRƯỞNG BAN"], []),
    ("ban-to-chuc", "chuc_vu: PHÓ TRƯỞNG BAN", ["K/T TRƯỞNG BAN"], ["PHÓ TRƯỞNG BAN"]),
    ("ban-to-chuc", "quyen_han: Q. TRƯỞNG BAN", ["Q. TRƯỞNG BAN"], []),
    ("ban-to-chuc", "quyen_han: PHÓ TRƯỞNG BAN", ["PHÓ TRƯỞNG BAN"], []),
    ("van-phong", "chuc_vu: PHÓ CHÁNH VĂN PHÒNG", ["K/T CHÁNH VĂN PHÒNG"], ["PHÓ CHÁNH VĂN PHÒNG"]),
    ("uy-ban-kiem-tra", "chuc_vu: PHÓ CHỦ NHIỆM", ["T/M ỦY BAN KIỂM TRA"], ["PHÓ CHỦ NHIỆM"]),
    ("than-uyen", "chuc_vu: PHÓ BÍ THƯ", ["T/M BAN THƯỜNG VỤ"], ["PHÓ BÍ THƯ"]),
    ("than-uyen", "quyen_han: T/L BAN THƯỜNG VỤ", ["T/L BAN THƯỜNG VỤ"], ["CHÁNH VĂN PHÒNG"]),
    ("dang-uy-quan-su", "quyen_han: T/M ĐẢNG ỦY", ["T/M ĐẢNG ỦY"], ["BÍ THƯ"]),
]


@pytest.mark.parametrize(("unit", "line", "authority", "position"), SIGNED)
def test_permitted_signatures(
    run: Run, workspace: Path, unit: str, line: str, authority: list[str], position: list[str]
) -> None:
    edit(workspace / "data/don-vi.yaml", f"- ma: {unit}\n", f"- ma: {unit}\n  {line}\n  nguoi_ky: Nguyễn Giả Định\n")
    texts = blocks(workspace, run, unit)
    assert [text for role, text in texts if role == "authority"] == authority
    assert [text for role, text in texts if role == "position"] == position
    assert [text for role, text in texts if role == "signer"] == ["Nguyễn Giả Định"]


def test_who_signs_decides_who_issues(run: Run, workspace: Path) -> None:
    edit(workspace / "data/don-vi.yaml", "- ma: dang-uy-quan-su\n", "- ma: dang-uy-quan-su\n  quyen_han: T/M ĐẢNG ỦY\n")
    opening = next(text for role, text in blocks(workspace, run, "dang-uy-quan-su") if role == "opening")
    assert opening.endswith("; Đảng ủy Quân sự tỉnh ban hành Kế hoạch thực hiện như sau:")
