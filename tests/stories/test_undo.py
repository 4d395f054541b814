"""`docgen undo` and `docgen build` on one folder, as a user meets them."""

import itertools
import json
from pathlib import Path

import pytest

from tests.conftest import Run, edit

NUMBER = "  than-uyen:\n", "  than-uyen:\n    so: 5\n"


def files(workspace: Path) -> dict[str, bytes]:
    """All a person sees of the results."""
    return {path.name: path.read_bytes() for path in (workspace / "build/kl50").rglob("*") if path.is_file()}


def test_a_build_put_back_to_the_byte(run: Run, workspace: Path) -> None:
    run("build", "than-uyen", "sin-ho")
    before = files(workspace)
    edit(workspace / "data/ke-hoach/kl50.yaml", *NUMBER)
    run("build", "than-uyen", "nam-nhun")
    assert files(workspace) != before
    result = run("undo")
    assert (result.exit_code, files(workspace)) == (0, before)
    assert result.stdout.startswith("Đã trả lại lần dựng gần nhất: ") and "1 tệp mới được bỏ" in result.stdout


def test_nothing_to_put_back_is_said(run: Run, workspace: Path) -> None:
    result = run("undo")
    assert (result.exit_code, result.stdout) == (0, "Không có lần dựng nào trong build/kl50/ để trả lại.\n")
    assert not (workspace / "build").exists()


def test_a_paper_edited_since_stays_and_the_exit_code_is_1(run: Run, workspace: Path) -> None:
    run("build", "than-uyen")
    paper = workspace / "build/kl50/than-uyen.docx"
    paper.write_bytes(b"cua toi")
    result = run("undo", "--json")
    shape = json.loads(result.stdout)
    assert (result.exit_code, shape["schema"], shape["counts"]["kept"]) == (1, "docgen/undo/1", 1)
    assert {"file": "build/kl50/than-uyen.docx", "state": "kept"} in shape["files"]
    assert [problem["code"] for problem in shape["problems"]] == ["file.protected"]
    assert paper.read_bytes() == b"cua toi"


def test_another_out_folder_is_another_history(run: Run, workspace: Path) -> None:
    run("build", "than-uyen", "--out", "khac")
    assert "Không có lần dựng nào" in run("undo").stdout
    assert run("undo", "--out", "khac").exit_code == 0
    assert not list((workspace / "khac").rglob("*.docx"))


def test_an_edited_paper_gets_the_new_one_beside_and_force_its_place(run: Run, workspace: Path) -> None:
    run("build", "than-uyen")
    paper = workspace / "build/kl50/than-uyen.docx"
    paper.write_bytes(b"cua toi")
    told = run("build", "than-uyen").stderr
    assert "«docgen diff build/kl50/than-uyen.docx build/kl50/than-uyen.moi.docx»" in told
    new = paper.with_name("than-uyen.moi.docx").read_bytes()
    assert run("build", "than-uyen", "--force").exit_code == 0
    assert paper.read_bytes() == new and not paper.with_name("than-uyen.moi.docx").exists()
    (backup,) = (workspace / "build/kl50/ban-cu").rglob("*.docx")
    assert backup.read_bytes() == b"cua toi"


def test_a_folder_somebody_holds_is_refused_with_4(run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    state = workspace / "build/.docgen/kl50"
    state.mkdir(parents=True)
    owner = {"pid": 7, "user": "lan", "host": "may-van-thu", "since": "2023-07-14T08:00:00+07:00"}
    (state / "lock").write_text(json.dumps(owner), encoding="utf-8")
    monkeypatch.setattr("time.monotonic", itertools.count(0, 60).__next__)  # no test waits
    result = run("build", "than-uyen")
    assert result.exit_code == 4
    assert "Thư mục đang do lan dùng trên máy may-van-thu (tiến trình 7)" in result.stderr
    assert not (workspace / "build/kl50").exists()
