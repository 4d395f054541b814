"""Data read once is read again sooner, and is the same."""

from pathlib import Path

import pytest

from docgen.load import everything
from docgen.load.everything import load_everything
from docgen.workspace import cache
from tests.conftest import edit, workbook_of


@pytest.fixture
def reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The plan files read and checked, in a cache of the test's own."""
    read: list[str] = []
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "kept"))
    monkeypatch.setattr(
        everything, "load_everything", lambda files: read.append(files.plan[0]) or load_everything(files)
    )
    return read


def test_the_second_run_reads_nothing_and_knows_the_same(workspace: Path, reads: list[str]) -> None:
    first, second = workbook_of(workspace).workbook, workbook_of(workspace).workbook
    assert len(reads) == 1
    assert second == first
    assert second.place_of_part("than-uyen", "quyet_dinh") == first.place_of_part("than-uyen", "quyet_dinh")


CHANGES = [
    ("data/don-vi.yaml", "nguoi_ky: Lê Văn Lương", "nguoi_ky: Lê Văn Sáu"),
    ("data/loai-don-vi.yaml", "ky_hieu: HU", "ky_hieu: HUY"),
    ("data/ke-hoach/kl50.yaml", "  tinh-uy:\n    so:", "  tinh-uy:\n    so: 5"),
    ("data/the-thuc/hd36.yaml", "\n", "\n\n"),
]


@pytest.mark.parametrize(("file", "old", "new"), CHANGES)
def test_a_change_in_any_file_is_seen(workspace: Path, reads: list[str], file: str, old: str, new: str) -> None:
    before = workbook_of(workspace).workbook
    edit(workspace / file, old, new)
    after = workbook_of(workspace).workbook
    assert len(reads) == 2
    assert not after.refused
    assert (after == before) == (new == "\n\n")


def test_what_is_refused_is_read_each_time(workspace: Path, reads: list[str]) -> None:
    edit(workspace / "data/ke-hoach/kl50.yaml", "co_quan_ban_hanh: tinh-uy", "co_quan_ban_hanh: khong-co")
    assert workbook_of(workspace).workbook.refused and workbook_of(workspace).workbook.refused
    assert len(reads) == 2


def test_deleting_what_is_kept_changes_nothing(workspace: Path, tmp_path: Path, reads: list[str]) -> None:
    first = workbook_of(workspace).workbook
    for file in (tmp_path / "kept").iterdir():
        file.unlink()
    assert workbook_of(workspace).workbook == first
    assert len(reads) == 2
