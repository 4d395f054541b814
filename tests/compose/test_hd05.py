"""A synthetic commune of 2026 proves the form of HD 05: chosen by the paper's date."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from docgen.cli.main import cli
from docgen.word.read import read_docx
from tests.conftest import ROOT, Run

DATA = Path(__file__).parents[1] / "data" / "nam-2026"


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("nam") / "2026"
    shutil.copytree(DATA, folder)
    shutil.copytree(ROOT / "data/the-thuc", folder / "data/the-thuc", dirs_exist_ok=True)
    shutil.copytree(ROOT / "templates", folder / "templates")
    result = CliRunner().invoke(cli, ["-C", str(folder), "build"])
    assert result.exit_code == 0, result.output
    return folder / "build" / "gia-dinh"


def test_the_form_follows_the_date(papers: Path) -> None:
    manifest = json.loads((papers / "manifest.json").read_text(encoding="utf-8"))
    forms = {unit: entry["form"] for unit, entry in manifest["units"].items()}
    assert forms == {"tinh-uy": "hd05", "xa-gia-dinh": "hd05"}


def test_the_commune_s_paper(papers: Path) -> None:
    document = read_docx((papers / "xa-gia-dinh.docx").read_bytes()).document
    assert [(block.role, block.text) for block in document.blocks if block.role != "table"] == [
        ("superior", "ĐẢNG BỘ TỈNH GIẢ ĐỊNH"),
        ("issuer", "ĐẢNG ỦY XÃ GIẢ ĐỊNH HAI"),
        ("star", "*"),
        ("title", "ĐẢNG CỘNG SẢN VIỆT NAM"),
        ("number", "Số 07-KH/ĐU"),
        ("place_date", "Giả Định Hai, ngày 03 tháng 8 năm 2026"),
        ("kind", "KẾ HOẠCH"),
        ("subject", "thực hiện Nghị quyết số 01-NQ/TW của Ban Chấp hành Trung ương Đảng"),
        ("rule", "-----"),
        (
            "opening",
            "Thực hiện Nghị quyết số 01-NQ/TW, ngày 05/01/2026 của Ban Chấp hành Trung ương Đảng và "
            "Kế hoạch số 12-KH/TU, ngày 02/6/2026 của Ban Thường vụ Tỉnh ủy; Ban Thường vụ Đảng ủy "
            "ban hành Kế hoạch kèm theo Phụ lục công việc như sau:",
        ),
        ("heading", "NHIỆM VỤ"),
        ("item", "Văn phòng Đảng ủy tổ chức thực hiện."),
        ("recipients_label", "Nơi nhận:"),
        ("recipient", "- Ban Thường vụ Tỉnh ủy (để báo cáo);"),
        ("recipient", "- Các chi bộ trực thuộc;"),
        ("recipient", "- Lưu Văn phòng Đảng ủy."),
        ("authority", "T/M BAN THƯỜNG VỤ"),
        ("position", "BÍ THƯ"),
        ("appendix_title", "PHỤ LỤC CÔNG VIỆC"),
        ("appendix_note", "(Kèm theo Kế hoạch số 07-KH/ĐU, ngày 03/8/2026 của Ban Thường vụ Đảng ủy)"),
    ]
    assert document.of("table")[0].rows[1] == (
        "1", "Văn phòng Đảng ủy tổ chức thực hiện.", "Văn phòng Đảng ủy", "", "Trước ngày 01/9/2026", "",
    )  # fmt: skip


def test_a_plan_without_assignments_has_no_appendix_and_one_section(papers: Path) -> None:
    from docx import Document

    assert len(Document(str(papers / "tinh-uy.docx")).sections) == 1
    assert len(Document(str(papers / "xa-gia-dinh.docx")).sections) == 2


def test_the_appendix_counts_its_own_pages(papers: Path) -> None:
    from docx import Document
    from docx.oxml.ns import qn

    section = Document(str(papers / "xa-gia-dinh.docx")).sections[1]._sectPr
    assert section.find(qn("w:pgNumType")).get(qn("w:start")) == "1"


def test_the_reference_line_bears_the_paper_s_own_date(run: Run, workspace: Path) -> None:
    assert run("build", "van-phong", "--form", "hd05", "--date", "10/7/2023").exit_code == 0
    document = read_docx((workspace / "build/kl50/van-phong.docx").read_bytes()).document
    assert document.text_of("place_date") == "Lai Châu, ngày 10 tháng 7 năm 2023"
    assert document.text_of("appendix_note") == (
        "(Kèm theo Kế hoạch số …-KH/VPTU, ngày 10/7/2023 của Văn phòng Tỉnh ủy)"
    )
