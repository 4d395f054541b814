"""Copies of checked papers: where they go, what they hold, what is never overwritten."""

import io
import shutil
from pathlib import Path

import docx
import pytest

from docgen.model.checked import Checked
from docgen.stories.check import check
from docgen.stories.check_copies import Folders, write_copies
from docgen.stories.check_opening import Asked, open_check
from docgen.stories.checking import Task
from docgen.workspace.folder import Refused
from tests.check.planting import Clerk, clean


def faulty() -> Clerk:
    """A margin and a sign that can be mended, a spelling that cannot."""
    return Clerk(clean("hd36/table")).margins(right=25).retype("(để báo cáo),", "(để báo cáo);")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A paper with faults, a sound one, one that cannot be read."""
    folder = tmp_path / "bản nộp"
    folder.mkdir()
    (folder / "có lỗi.docx").write_bytes(faulty().save())
    (folder / "sạch.docx").write_bytes(clean("hd36-quyet-dinh"))
    (folder / "hỏng.docx").write_bytes(b"PK")
    return folder


def checked(*paths: Path, **folders: Path) -> Checked:
    asked = Asked(paths, form="hd36", **folders)
    ready, problems = open_check(paths[0].parent, asked)
    assert ready is not None, problems
    return check(ready, asked)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_copies_are_of_papers_with_findings_and_originals_stay(folder: Path, tmp_path: Path) -> None:
    before = contents(folder)
    found = checked(folder, annotate=tmp_path / "ghi chú", fix=tmp_path / "sửa")
    assert contents(folder) == before
    assert list(contents(tmp_path / "ghi chú")) == list(contents(tmp_path / "sửa")) == ["có lỗi.docx"]
    [copy] = found.copies
    assert (copy.mended, copy.left, copy.problem) == (2, 0, None)
    assert found.exit_code == 1  # as without copies


def test_what_was_found_stands_in_the_one_and_is_gone_from_the_other(folder: Path, tmp_path: Path) -> None:
    found = checked(folder / "có lỗi.docx", annotate=tmp_path / "ghi chú", fix=tmp_path / "sửa")
    comments = docx.Document(str(tmp_path / "ghi chú" / "có lỗi.docx")).comments
    messages = [finding.message.vi for finding in found.files[0].findings]
    assert [comment.text.partition("\n")[0] for comment in comments] == messages != []
    again = checked(tmp_path / "sửa" / "có lỗi.docx")
    assert [finding.code for finding in again.files[0].findings] == ["file.tracked_changes"]


def test_the_same_check_again_leaves_the_copies_as_they_are(folder: Path, tmp_path: Path) -> None:
    wanted = {"annotate": tmp_path / "ghi chú", "fix": tmp_path / "sửa"}
    checked(folder, **wanted)
    before = contents(tmp_path / "ghi chú"), contents(tmp_path / "sửa")
    assert [copy.problem for copy in checked(folder, **wanted).copies] == [None]
    assert (contents(tmp_path / "ghi chú"), contents(tmp_path / "sửa")) == before


def test_a_file_of_somebody_else_is_not_overwritten(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "sửa"
    other.mkdir()
    (other / "có lỗi.docx").write_bytes(b"cua nguoi khac")
    found = checked(folder, annotate=tmp_path / "ghi chú", fix=other)
    [copy] = found.copies
    assert copy.problem and copy.problem.code == "copy.exists" and not copy.fixed and copy.annotated
    assert contents(other) == {"có lỗi.docx": b"cua nguoi khac"}
    assert found.exit_code == 4


def test_nor_where_a_link_stands(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "sửa"
    other.mkdir()
    (other / "có lỗi.docx").symlink_to(folder / "có lỗi.docx")
    before = contents(folder)
    [copy] = checked(folder, fix=other).copies
    assert copy.problem and copy.problem.code == "copy.exists"
    assert contents(folder) == before


def test_two_papers_of_one_name_do_not_take_each_others_place(folder: Path, tmp_path: Path) -> None:
    second = tmp_path / "bản nộp 2"
    second.mkdir()
    (second / "có lỗi.docx").write_bytes(faulty().font("KẾ HOẠCH", "Arial", "direct").save())
    first, other = checked(folder / "có lỗi.docx", second / "có lỗi.docx", annotate=tmp_path / "ghi chú").copies
    assert first.annotated and not first.problem
    assert other.problem and other.problem.code == "copy.exists"


def test_copies_never_lie_among_originals_nor_both_kinds_together(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "lối tắt").symlink_to(folder)
    for folders in (
        {"annotate": folder},
        {"fix": tmp_path / "lối tắt"},
        {"annotate": tmp_path / "x", "fix": tmp_path / "x"},
    ):
        with pytest.raises(Refused) as refused:
            checked(folder, **folders)
        assert (refused.value.exit_code, refused.value.problem.code) == (2, "copy.folder")
    assert not (tmp_path / "x").exists()


def test_a_paper_with_tracked_changes_is_annotated_but_not_mended(folder: Path, tmp_path: Path) -> None:
    (folder / "có lỗi.docx").write_bytes(faulty().track_insert("Nơi nhận:", "(mới) ").save())
    found = checked(folder / "có lỗi.docx", annotate=tmp_path / "ghi chú", fix=tmp_path / "sửa")
    [copy] = found.copies
    assert copy.annotated and not copy.fixed
    assert copy.problem and (copy.problem.code, copy.problem.severity) == ("fix.tracked", "warning")
    assert found.exit_code == 1


def test_what_nothing_mends_has_no_mended_copy(folder: Path, tmp_path: Path) -> None:
    paper = Clerk(clean("hd36/table")).retype("Số 05-KH/HU", "Số 05/2023-KH/HU").save()
    (folder / "có lỗi.docx").write_bytes(paper)
    [copy] = checked(folder, annotate=tmp_path / "ghi chú", fix=tmp_path / "sửa").copies
    assert copy.annotated and not copy.fixed and (copy.mended, copy.left) == (0, 1)
    assert not (tmp_path / "sửa").exists()


def test_a_paper_that_changed_while_it_was_checked_costs_its_own_copy(folder: Path, tmp_path: Path) -> None:
    asked = Asked([folder / "có lỗi.docx"], form="hd36")
    ready, _ = open_check(folder, asked)
    assert ready is not None
    file = check(ready, asked).files[0]
    second = folder / "lần hai.docx"
    shutil.copy(folder / "có lỗi.docx", second)
    (folder / "có lỗi.docx").write_bytes(b"PK")
    pairs = [(Task(folder / "có lỗi.docx", "a"), file), (Task(second, "b"), file)]
    spoilt, sound = write_copies(Folders(annotate=tmp_path / "ghi chú"), pairs, ready.job.forms, 30.0)
    assert spoilt.problem and spoilt.problem.code == "docx.broken" and not spoilt.annotated
    assert docx.Document(io.BytesIO(Path(sound.annotated).read_bytes())).comments
