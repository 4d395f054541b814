"""`docgen build` as a user meets it."""

import json
from pathlib import Path

from tests.conftest import Run, edit


def test_every_unit_gets_a_paper(run: Run, workspace: Path) -> None:
    result = run("build")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == (
        "28 đơn vị: 28 tạo mới, 0 lỗi; 27 thiếu người ký, 14 chưa xác nhận; kế hoạch của cấp trên còn thiếu số, ngày."
    )
    papers = {path.stem for path in (workspace / "build/kl50").glob("*.docx")}
    assert len(papers) == 28
    assert {"tinh-uy", "than-uyen", "thanh-uy-lai-chau", "dang-uy-khoi", "bcsd-ubnd", "uy-ban-kiem-tra"} <= papers


def test_a_second_run_changes_nothing(run: Run, workspace: Path) -> None:
    run("build")
    before = {path: path.read_bytes() for path in (workspace / "build").rglob("*.*") if path.is_file()}
    result = run("build")
    assert "28 không đổi" in result.stdout
    assert {path: path.read_bytes() for path in (workspace / "build").rglob("*.*") if path.is_file()} == before


def test_json_names_the_new_paper_beside_an_edited_one(run: Run, workspace: Path) -> None:
    run("build", "than-uyen")
    (workspace / "build/kl50/than-uyen.docx").write_bytes(b"ban sua tay")
    [unit] = json.loads(run("build", "than-uyen", "--json").stdout)["units"]
    assert (unit["state"], unit["file"]) == ("protected", "build/kl50/than-uyen.docx")
    assert unit["beside"] == "build/kl50/than-uyen.moi.docx"


def test_dry_run_writes_nothing(run: Run, workspace: Path) -> None:
    assert "28 tạo mới" in run("build", "--dry-run").stdout
    assert not (workspace / "build").exists()


def test_dry_run_lists_what_would_become_of_each_paper(run: Run, workspace: Path) -> None:
    run("build", "than-uyen", "sin-ho")
    (workspace / "build/kl50/sin-ho.docx").write_bytes(b"ban sua tay")
    assert run("build", "--dry-run", "than-uyen", "sin-ho", "tinh-uy").stdout.splitlines()[:3] == [
        "không đổi   build/kl50/than-uyen.docx",
        "giữ nguyên  build/kl50/sin-ho.docx",
        "tạo mới     build/kl50/tinh-uy.docx",
    ]


def test_a_number_in_the_data_changes_only_that_paper(run: Run, workspace: Path) -> None:
    run("build")
    edit(workspace / "data/ke-hoach/kl50.yaml", "  than-uyen:\n", "  than-uyen:\n    so: 5\n")
    shape = json.loads(run("build", "--json").stdout)
    assert shape["schema"] == "docgen/build/1"
    assert shape["counts"] == {"created": 0, "same": 27, "changed": 1, "protected": 0, "failed": 0}
    assert [made["unit"] for made in shape["units"] if made["state"] == "changed"] == ["than-uyen"]


def test_a_hand_edited_paper_is_kept(run: Run, workspace: Path) -> None:
    run("build", "than-uyen")
    paper = workspace / "build/kl50/than-uyen.docx"
    paper.write_bytes(paper.read_bytes() + b"sua tay")
    edit(workspace / "data/ke-hoach/kl50.yaml", "  than-uyen:\n", "  than-uyen:\n    so: 5\n")
    result = run("build", "than-uyen")
    assert paper.read_bytes().endswith(b"sua tay")
    assert "1 giữ nguyên" in result.stdout
    assert "sửa tay" in result.stderr


def test_an_issued_paper_is_kept(run: Run, workspace: Path) -> None:
    run("build", "than-uyen")
    paper = workspace / "build/kl50/than-uyen.docx"
    before = paper.read_bytes()
    edit(
        workspace / "data/ke-hoach/kl50.yaml",
        "  than-uyen:\n",
        "  than-uyen:\n    so: 5\n    trang_thai: da_ban_hanh\n",
    )
    assert "đã ban hành" in run("build", "than-uyen").stderr
    assert paper.read_bytes() == before


def test_one_unit_keeps_the_entries_of_the_others(run: Run, workspace: Path) -> None:
    run("build")
    run("build", "sin-ho")
    manifest = json.loads((workspace / "build/kl50/manifest.json").read_text(encoding="utf-8"))
    assert len(manifest["units"]) == 28
    assert set(manifest["units"]["sin-ho"]) == {"file", "sha256", "data", "template", "form"}


def test_a_faulty_unit_costs_only_itself(run: Run, workspace: Path) -> None:
    edit(workspace / "data/don-vi.yaml", "  ten: Huyện ủy Sìn Hồ\n", "")
    result = run("build")
    assert result.exit_code == 1
    assert "27 tạo mới, 1 lỗi" in result.stdout
    assert "data/don-vi.yaml:" in result.stderr and "«ten» (Tên đầy đủ)" in result.stderr


def test_faults_of_the_plan_and_of_a_unit_are_told_at_once(run: Run, workspace: Path) -> None:
    edit(workspace / "data/ke-hoach/kl50.yaml", "{truoc_ngay: 15/7/2023}", "{truoc_ngay: 30/02/2023}")
    edit(workspace / "data/don-vi.yaml", "  dia_danh: Sìn Hồ\n", "  dia_danhh: Sìn Hồ\n")
    result = run("build")
    assert result.exit_code == 3
    told = result.stderr.splitlines()
    assert len(told) == 2
    assert "«dia_danhh»" in told[0] and "«30/02/2023»" in told[1]
