"""Đảng ủy xã, đảng ủy cơ sở, chi bộ: each carries out its own superior's plan. The units are synthetic."""

from pathlib import Path

import pytest

from docgen.model.reading import Reading
from docgen.word.read import read_docx
from tests.conftest import Run, edit

BELOW = (Path(__file__).parents[1] / "data" / "cap-duoi.yaml").read_text(encoding="utf-8")


@pytest.fixture
def with_units_below(workspace: Path) -> Path:
    registry = workspace / "data/don-vi.yaml"
    registry.write_text(registry.read_text(encoding="utf-8") + BELOW, encoding="utf-8")
    return workspace


def paper(workspace: Path, unit: str) -> Reading:
    return read_docx((workspace / f"build/kl50/{unit}.docx").read_bytes())


EXPECTED = {
    "xa-gia-dinh-mot": (
        "ĐẢNG BỘ HUYỆN THAN UYÊN", "ĐẢNG ỦY XÃ GIẢ ĐỊNH MỘT", "T/M BAN THƯỜNG VỤ",
        "- Ban Thường vụ Huyện ủy (để báo cáo),",
        "Kế hoạch số 09-KH/HU, ngày 05/7/2023 của Ban Thường vụ Huyện ủy",
    ),
    "so-gia-dinh": (
        "ĐẢNG BỘ KHỐI CÁC CƠ QUAN VÀ DOANH NGHIỆP TỈNH", "ĐẢNG ỦY SỞ GIẢ ĐỊNH", "T/M ĐẢNG ỦY",
        "- Ban Thường vụ Đảng ủy Khối (để báo cáo),",
        "Kế hoạch số …-KH/ĐUK, ngày …/…/2023 của Ban Thường vụ Đảng ủy Khối",
    ),
    "ban-gia-dinh": (
        "ĐẢNG BỘ XÃ GIẢ ĐỊNH MỘT", "CHI BỘ BẢN GIẢ ĐỊNH", "T/M CHI BỘ", "- Ban Thường vụ Đảng ủy (để báo cáo),",
        "Kế hoạch số …-KH/ĐU, ngày …/…/2023 của Ban Thường vụ Đảng ủy",
    ),
    "phong-gia-dinh": (
        "ĐẢNG BỘ SỞ GIẢ ĐỊNH", "CHI BỘ PHÒNG GIẢ ĐỊNH", "T/M CHI BỘ", "- Đảng ủy (để báo cáo),",
        "Kế hoạch số …-KH/ĐU, ngày …/…/2023 của Đảng ủy",
    ),
}  # fmt: skip


def test_each_unit_carries_out_its_own_superior_s_plan(run: Run, with_units_below: Path) -> None:
    plan = with_units_below / "data/ke-hoach/kl50.yaml"
    edit(plan, "  than-uyen:\n", "  than-uyen:\n    so: 9\n    ngay: 5/7/2023\n")
    assert run("build", *EXPECTED).exit_code == 0
    for unit, (superior, issuer, authority, first, cited) in EXPECTED.items():
        document = paper(with_units_below, unit).document
        assert document.text_of("superior") == superior
        assert document.text_of("issuer") == issuer
        assert document.text_of("authority") == authority
        assert document.text_of("recipient") == first
        assert cited in document.text_of("opening")


def test_an_earlier_deadline_of_the_district_binds_the_commune(run: Run, with_units_below: Path) -> None:
    plan = with_units_below / "data/ke-hoach/kl50.yaml"
    edit(plan, "  than-uyen:\n", "  than-uyen:\n    thoi_han: {ban-hanh: 12/7/2023}\n")
    assert "trước ngày 12/7/2023" in texts(with_units_below, run, "than-uyen")
    assert run("build", "xa-gia-dinh-mot", "--date", "13/7/2023").exit_code == 3
    assert run("build", "so-gia-dinh", "--date", "13/7/2023").exit_code == 0


def test_a_stricter_figure_of_the_district_is_stated_and_binds(run: Run, with_units_below: Path) -> None:
    plan = with_units_below / "data/ke-hoach/kl50.yaml"
    edit(plan, "  than-uyen:\n", "  than-uyen:\n    chi_tieu:\n      bien-che-cong-chuc: 7,5\n")
    registry, place = with_units_below / "data/don-vi.yaml", "  dia_danh: Giả Định Một\n"
    edit(registry, place, place + "  chi_tieu: {bien-che-cong-chuc: 6}\n")
    assert "tinh giản ít nhất 7,5% biên chế cán bộ, công chức" in texts(with_units_below, run, "than-uyen")
    result = run("build", "xa-gia-dinh-mot")
    assert result.exit_code == 3
    assert "6% thấp hơn mức 7,5% của cấp trên" in result.stderr


def texts(workspace: Path, run: Run, unit: str) -> str:
    assert run("build", unit).exit_code == 0
    return "\n".join(block.text for block in paper(workspace, unit).document.blocks)
