"""Pages beside the papers, through LibreOffice when it is there."""

from pathlib import Path

import pytest

from tests.conftest import Run, edit, need


def test_pdf_beside_the_paper(run: Run, workspace: Path) -> None:
    need("soffice")
    assert run("build", "than-uyen", "--pdf").exit_code == 0
    assert (workspace / "build/kl50/than-uyen.pdf").read_bytes().startswith(b"%PDF")


def test_without_libreoffice_the_papers_are_made_and_the_exit_is_4(
    run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(workspace))
    result = run("build", "than-uyen", "--pdf")
    assert result.exit_code == 4
    assert "Máy này không có LibreOffice. Cách sửa: Cài LibreOffice" in result.stderr
    assert (workspace / "build/kl50/than-uyen.docx").exists()
    assert not (workspace / "build/kl50/than-uyen.pdf").exists()


def test_a_pdf_of_somebody_else_is_kept(run: Run, workspace: Path) -> None:
    need("soffice")
    run("build", "than-uyen")
    page = workspace / "build/kl50/than-uyen.pdf"
    page.write_bytes(b"ban quet co chu ky")
    result = run("build", "than-uyen", "--pdf")
    assert page.read_bytes() == b"ban quet co chu ky"
    assert "không do docgen ghi" in result.stderr


def test_our_own_pdf_is_renewed(run: Run, workspace: Path) -> None:
    need("soffice")
    run("build", "van-phong", "--pdf")
    page = workspace / "build/kl50/van-phong.pdf"
    before = page.read_bytes()
    edit(workspace / "data/don-vi.yaml", "- ma: van-phong\n", "- ma: van-phong\n  nguoi_ky: Nguyễn Giả Định\n")
    run("build", "van-phong", "--pdf")
    assert page.read_bytes() != before
