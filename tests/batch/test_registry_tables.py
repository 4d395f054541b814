"""A registry as a table gives the same papers as the YAML it stands for, and tells faults by row and cell."""

import json
from pathlib import Path

import pytest

from docgen.stories.opening import Opened, open_workbook
from docgen.workspace.folder import Workspace
from tests.batch.conftest import COLUMNS, district, shipped_rows, workspace_of, write_csv
from tests.conftest import Run


@pytest.fixture
def as_jsonl(workspace: Path) -> Path:
    """The shipped units, one JSON object a line."""
    rows = []
    for row in shipped_rows():
        unit = {key: value for key, value in row.items() if value and key in COLUMNS and "." not in key}
        facts = {key.removeprefix("du_lieu."): value for key, value in row.items() if key.startswith("du_lieu.")}
        rows.append(json.dumps({**unit, **({"du_lieu": facts} if facts else {})}, ensure_ascii=False))
    (workspace / "data/don-vi.jsonl").write_text("\n".join(rows), encoding="utf-8")
    return workspace


def papers(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "build/kl50").glob("*.docx")}


def test_csv_gives_the_papers_of_the_yaml(run: Run, workspace: Path, built: Path) -> None:
    (workspace / "data/don-vi.yaml").unlink()
    write_csv(workspace / "data/don-vi.csv", shipped_rows())
    assert run("build").exit_code == 0
    assert papers(workspace) == {path.name: path.read_bytes() for path in built.glob("*.docx")}


def test_jsonl_gives_the_papers_of_the_yaml(run: Run, as_jsonl: Path, built: Path) -> None:
    (as_jsonl / "data/don-vi.yaml").unlink()
    assert run("build").exit_code == 0
    assert papers(as_jsonl) == {path.name: path.read_bytes() for path in built.glob("*.docx")}


def test_a_table_takes_the_place_of_the_yaml(run: Run, workspace: Path) -> None:
    write_csv(workspace / "data/don-vi.csv", [*shipped_rows(), district(1)])
    result = run("build", "huyen-mau-0001")
    assert result.exit_code == 0
    assert "data/don-vi.yaml: Cảnh báo: Không đọc tệp này vì đã có data/don-vi.csv." in result.stderr


def faults_of(folder: Path) -> list[tuple[str, int, int, str]]:
    opened, problems = open_workbook(Workspace(folder, None), None)
    assert isinstance(opened, Opened), problems
    book = opened.workbook
    found = {*book.problems, *(problem for own in book.faults.by_unit.values() for problem in own)}
    return sorted((one.code, one.place.line, one.place.column, one.message) for one in found if one.severity == "error")


def spoilt(folder: Path, old: str, new: str) -> list[tuple[str, int, int, str]]:
    """The faults of a table of the shipped units and one district (row 30) after one slip."""
    workspace_of(folder, 1)
    file = folder / "data/don-vi.csv"
    text = file.read_text(encoding="utf-8-sig")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return faults_of(folder)


def test_a_sound_table_has_no_faults(tmp_path: Path) -> None:
    assert spoilt(tmp_path / "viec", "Mẫu 0001", "Mẫu 1") == []


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "column", "words"),
    [
        ("huyen-mau-0001,", "than-uyen,", "unit.duplicate", 30, 1, "ghi hai lần"),
        ("huyen-mau-0001,", ",", "data.missing", 30, 1, "để trống"),
        ("tinh-uy,,Mẫu 0001,,", "tinh-uy,,,,", "data.missing", 30, 7, "để trống"),
        ("huyen-mau-0001,", "Huyen Mau,", "data.value", 30, 1, "mã đơn vị"),
        ("huyen-uy,tinh-uy,,Mẫu 0001", "huyen-ui,tinh-uy,,Mẫu 0001", "unit.kind", 30, 4, "không có loại"),
        ("huyen-uy,tinh-uy,,Mẫu 0001", "huyen-uy,tinh-ui,,Mẫu 0001", "unit.reference", 30, 5, "cấp trên"),
        ("tinh-uy,,Mẫu 0001,,", "tinh-uy,,Mẫu 0001,31/02/2023,", "data.value", 30, 8, "không có trong lịch"),
        ("tinh-uy,,Mẫu 0001,,", "tinh-uy,,Mẫu\x070001,,", "value.character", 30, 7, "U+0007"),
        ("tinh-uy,,Mẫu 0001,,", "tinh-uy,,Mẫu, 0001,,", "csv.cells", 30, 16, "nhiều ô hơn"),
        ("dia_danh,", "dia_dan,", "data.unknown_key", 1, 7, "dia_dan"),
        ("ky_hieu,dia_danh,", "ky_hieu,ky_hieu,", "yaml.duplicate", 1, 7, "ghi hai lần"),
    ],
)
def test_faults_by_row_and_cell(
    tmp_path: Path, old: str, new: str, code: str, line: int, column: int, words: str
) -> None:
    found = spoilt(tmp_path / "viec", old, new)
    assert any(one[:3] == (code, line, column) and words.lower() in one[3].lower() for one in found), found


def test_an_open_quote_is_told_at_its_row(tmp_path: Path) -> None:
    found = spoilt(tmp_path / "viec", "Huyện ủy Mẫu 0001", '"Huyện ủy Mẫu 0001')
    assert [one[:2] for one in found] == [("csv.syntax", 30)]


def test_semicolons_of_a_vietnamese_spreadsheet(tmp_path: Path) -> None:
    folder = workspace_of(tmp_path / "viec", 1)
    file = folder / "data/don-vi.csv"
    file.write_text(file.read_text(encoding="utf-8-sig").replace(",", ";"), encoding="utf-8")
    assert faults_of(folder) == []


def test_a_line_of_json_that_is_none(as_jsonl: Path) -> None:
    file = as_jsonl / "data/don-vi.jsonl"
    file.write_text(file.read_text(encoding="utf-8") + '\n{"ma": "x",,}\n["x"]\n', encoding="utf-8")
    assert [one[:2] for one in faults_of(as_jsonl)] == [("data.shape", 30), ("jsonl.syntax", 29)]


@pytest.mark.parametrize(
    ("cell", "reasons"), [("true", ("đơn vị",)), ("không", ()), ("ky_hieu | ten", ("ky_hieu", "ten"))]
)
def test_a_cell_says_what_is_unconfirmed(tmp_path: Path, cell: str, reasons: tuple[str, ...]) -> None:
    folder = workspace_of(tmp_path / "viec", 0)
    write_csv(folder / "data/don-vi.csv", [*shipped_rows(), {**district(1), "chua_xac_nhan": cell}])
    opened, _ = open_workbook(Workspace(folder, None), None)
    assert opened and opened.workbook.register.units["huyen-mau-0001"].unconfirmed == reasons


def test_an_empty_table_is_told(workspace: Path) -> None:
    for empty in ("ma,ten,loai,dia_danh\n", "\ufeff", ""):
        (workspace / "data/don-vi.csv").write_text(empty, encoding="utf-8")
        assert [one[0] for one in faults_of(workspace)] == ["yaml.empty"]
