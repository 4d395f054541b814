"""YAML → Excel → YAML and Excel → YAML → Excel lose nothing; only what a clerk changed is touched."""

import os
import subprocess
from pathlib import Path

import openpyxl
import pytest

from docgen.workspace.folder import Refused
from tests.conftest import Run, edit, need
from tests.excel.conftest import Edit, cell_of, change, typed

UNITS, PLAN = "data/don-vi.yaml", "data/ke-hoach/kl50.yaml"


def text(workspace: Path, name: str) -> str:
    return (workspace / name).read_text(encoding="utf-8")


def diff(before: str, after: str) -> tuple[list[str], list[str]]:
    """Lines that went and lines that came."""
    old, new = before.splitlines(), after.splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


def cells(path: Path) -> dict[tuple[str, str], object]:
    book = openpyxl.load_workbook(path)
    return {(page.title, cell.coordinate): cell.value for page in book for row in page.iter_rows() for cell in row}


def test_what_was_exported_changes_nothing(run: Run, workspace: Path, whole: Path) -> None:
    before = {path: path.read_bytes() for path in (workspace / "data").rglob("*.yaml")}
    result = run("excel", "import", str(whole))
    assert (result.exit_code, result.stdout) == (0, "Sổ không có gì khác dữ liệu; không ghi tệp nào.\n")
    assert {path: path.read_bytes() for path in before} == before


def test_the_same_data_give_the_same_bytes(run: Run, workspace: Path, exported: bytes) -> None:
    run("excel", "export", str(workspace / "khac.xlsx"))
    assert (workspace / "khac.xlsx").read_bytes() == exported


CHANGES: list[tuple[str, Edit, str, list[str], list[str]]] = [
    (
        "a signer, the comment beside kept",
        typed("Đơn vị", "tinh-uy", "Người ký", "Trần Thị B"),
        UNITS,
        ["  nguoi_ky: Lê Văn Lương        # theo bản gốc"],
        ["  nguoi_ky: Trần Thị B        # theo bản gốc"],
    ),
    (
        "a day typed as text",
        typed("Phần riêng", "than-uyen", "Ngày ban hành", "05/7/2023"),
        PLAN,
        [],
        ["    ngay: 05/7/2023"],
    ),
    ("a number where a blank stood", typed("Phần riêng", "tinh-uy", "Số", 150), PLAN, ["    so:"], ["    so: 150"]),
    (
        "a target of its own, in per cent",
        typed("Đơn vị", "than-uyen", "Chỉ tiêu riêng: chuyen-mon", 0.705, "0.0%"),
        UNITS,
        [],
        ["  chi_tieu:", "    chuyen-mon: 70,5"],
    ),
    (
        "a list",
        typed("Đơn vị", "sin-ho", "Nơi nhận riêng", "Tỉnh ủy (để báo cáo)\nCác chi bộ, đảng bộ"),
        UNITS,
        [],
        ["  noi_nhan: [Tỉnh ủy (để báo cáo), 'Các chi bộ, đảng bộ']"],
    ),
    (
        "a sentence with a colon",
        typed("Văn bản", "kl-48", "Trích yếu", "về: bước # hai"),
        PLAN,
        ["    trich_yeu:            # bản gốc không nêu"],
        ["    trich_yeu: 'về: bước # hai'            # bản gốc không nêu"],
    ),
    (
        "a deadline between brackets",
        typed("Thời hạn", "cap-xa", "Đến năm", 2029),
        PLAN,
        ["  cap-xa: {tu_nam: 2023, den_nam: 2030}"],
        ["  cap-xa: {tu_nam: 2023, den_nam: 2029}"],
    ),
]


@pytest.mark.parametrize(
    ("made", "file", "gone", "come"), [case[1:] for case in CHANGES], ids=[case[0] for case in CHANGES]
)
def test_only_what_changed_is_written(
    run: Run, workspace: Path, book: Path, made: Edit, file: str, gone: list[str], come: list[str]
) -> None:
    before = {name: text(workspace, name) for name in (UNITS, PLAN)}
    change(book, made)
    result = run("excel", "import", str(book))
    assert result.exit_code == 0, result.output
    assert diff(before[file], text(workspace, file)) == (gone, come)
    assert {name for name in before if before[name] != text(workspace, name)} == {file}


def test_rows_come_go_and_move(run: Run, workspace: Path, book: Path) -> None:
    def edits(opened: openpyxl.Workbook) -> None:
        page = opened["Đơn vị"]
        page.append(["xa-moi", "Đảng ủy xã Mới", None, "dang-uy-xa", "than-uyen", None, "Mới"])
        gone = cell_of(page, "nam-nhun", "Mã đơn vị").row
        page.delete_rows(gone)
        added = opened["Mục bổ sung"]
        first, second = ([cell.value for cell in added[row]] for row in (2, 3))
        for column, (one, other) in enumerate(zip(first, second, strict=True), 1):
            added.cell(2, column).value, added.cell(3, column).value = other, one

    change(book, edits)
    result = run("excel", "import", str(book))
    assert result.exit_code == 0, result.output
    units, plan = text(workspace, UNITS), text(workspace, PLAN)
    assert "- ma: xa-moi\n  ten: Đảng ủy xã Mới\n  loai: dang-uy-xa\n" in units and "nam-nhun" not in units
    assert plan.index("- ma: than-uyen-2") < plan.index("- ma: than-uyen-1")
    again = workspace / "lai.xlsx"
    assert run("excel", "export", str(again)).exit_code == 0
    assert cells(again)["Mục bổ sung", "A2"] == cells(book)["Mục bổ sung", "A2"]
    assert cells(again)["Đơn vị", "A29"] == "xa-moi"
    assert run("excel", "import", str(book)).stdout.startswith("Sổ không có gì khác")


def test_a_dry_run_tells_and_writes_nothing(run: Run, workspace: Path, book: Path) -> None:
    before = text(workspace, UNITS)
    change(book, typed("Đơn vị", "than-uyen", "Người ký", "Nguyễn Văn A"))
    result = run("excel", "import", str(book), "--dry-run")
    assert result.stdout == (
        "data/don-vi.yaml: don_vi › than-uyen › nguoi_ky: (trống) → «Nguyễn Văn A»\n"
        "Sẽ sửa 1 chỗ trong data/don-vi.yaml.\n"
    )
    assert text(workspace, UNITS) == before


def test_an_edit_in_yaml_after_the_export_is_kept(run: Run, workspace: Path, book: Path) -> None:
    edit(workspace / UNITS, "  dia_danh: Tân Uyên\n", "  dia_danh: Tân Uyên\n  nguoi_ky: Sửa ở YAML\n")
    change(book, typed("Đơn vị", "than-uyen", "Người ký", "Sửa ở Excel"))
    assert run("excel", "import", str(book)).exit_code == 0
    assert "nguoi_ky: Sửa ở YAML" in text(workspace, UNITS) and "nguoi_ky: Sửa ở Excel" in text(workspace, UNITS)


def test_one_value_edited_in_both_is_a_conflict(run: Run, workspace: Path, book: Path) -> None:
    edit(workspace / UNITS, "nguoi_ky: Lê Văn Lương", "nguoi_ky: Ông Một")
    change(book, typed("Đơn vị", "tinh-uy", "Người ký", "Ông Hai"))
    before = text(workspace, UNITS)
    result = run("excel", "import", str(book))
    assert result.exit_code == 3
    assert "so.xlsx › Đơn vị › ô M2 › Tỉnh ủy Lai Châu: Lỗi: Chỗ này đã sửa trong sổ" in result.stderr
    assert "«Ông Một»" in result.stderr and text(workspace, UNITS) == before


def test_a_workbook_with_edits_not_imported_is_not_overwritten(run: Run, book: Path) -> None:
    assert run("excel", "export", str(book)).exit_code == 0
    change(book, typed("Đơn vị", "than-uyen", "Người ký", "Nguyễn Văn A"))
    result = run("excel", "export", str(book))
    assert isinstance(result.exception, Refused) and result.exception.problem.code == "excel.not_imported"


def test_a_column_taken_away_loses_nothing(run: Run, workspace: Path, book: Path) -> None:
    before = text(workspace, UNITS)
    change(book, lambda opened: opened["Đơn vị"].delete_cols(13))  # Người ký
    assert run("excel", "import", str(book)).stdout.startswith("Sổ không có gì khác")
    assert text(workspace, UNITS) == before


def test_a_workbook_takes_the_place_of_the_yaml(run: Run, workspace: Path, exported: bytes, built: Path) -> None:
    (workspace / UNITS).unlink()
    (workspace / "data/don-vi.xlsx").write_bytes(exported)
    assert run("build").exit_code == 0
    papers = {path.name: path.read_bytes() for path in (workspace / "build/kl50").glob("*.docx")}
    assert papers == {path.name: path.read_bytes() for path in built.glob("*.docx")}


def test_libreoffice_opens_the_workbook(run: Run, tmp_path: Path, whole: Path) -> None:
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    words = [need("soffice"), profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"]
    subprocess.run([*words, str(tmp_path / "ra"), str(whole)], check=True, capture_output=True)
    if not (tmp_path / "ra/so.xlsx").exists() and not os.environ.get("CI"):
        pytest.skip("LibreOffice is here without Calc")
    ours, theirs = cells(whole), cells(tmp_path / "ra/so.xlsx")
    assert {at: said for at, said in ours.items() if said is not None} == {
        at: said for at, said in theirs.items() if said is not None
    }
    assert run("excel", "import", str(tmp_path / "ra/so.xlsx")).stdout.startswith("Sổ không có gì khác")
