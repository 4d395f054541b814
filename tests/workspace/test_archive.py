"""The zip of a build: names, index, the same bytes twice, and nothing half-written."""

import csv
import hashlib
import io
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.workspace.archive import INDEX, Member, write_archive
from docgen.workspace.folder import Refused

UTF8_NAME = 0x800


def paper(folder: Path, unit: str, content: bytes) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{unit}.docx"
    path.write_bytes(content)
    return path


def three(folder: Path) -> list[Member]:
    return [
        Member("than-uyen", "Huyện ủy Than Uyên", "05-KH/HU", paper(folder, "than-uyen", b"mot")),
        Member("dang-uy-khoi", "Đảng ủy Khối", "112-KH/ĐUK", paper(folder, "dang-uy-khoi", b"hai")),
        Member("ban-to-chuc", '=cmd|"/c calc"!A1', "", paper(folder, "ban-to-chuc", b"ba")),
    ]


def rows_of(path: Path) -> list[list[str]]:
    with zipfile.ZipFile(path) as archive:
        content = archive.read(INDEX)
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_papers_lie_under_the_names_an_office_knows(tmp_path: Path) -> None:
    write_archive(tmp_path / "kl50.zip", three(tmp_path / "kl50"), str)
    with zipfile.ZipFile(tmp_path / "kl50.zip") as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [
            "05-KH_HU than-uyen.docx",
            "112-KH_ĐUK dang-uy-khoi.docx",
            "ban-to-chuc.docx",
            "muc-luc.csv",
        ]
        assert archive.read("112-KH_ĐUK dang-uy-khoi.docx") == b"hai"
        entries = archive.infolist()
    assert {(entry.date_time, entry.compress_type, entry.create_system) for entry in entries} == {
        ((1980, 1, 1, 0, 0, 0), zipfile.ZIP_STORED, 3)
    }
    assert [bool(entry.flag_bits & UTF8_NAME) for entry in entries] == [False, True, False, False]  # ASCII needs none


def test_the_index_says_what_lies_in_the_zip_and_runs_nothing(tmp_path: Path) -> None:
    write_archive(tmp_path / "kl50.zip", three(tmp_path / "kl50"), str)
    header, first, second, third = rows_of(tmp_path / "kl50.zip")
    assert header == ["Mã đơn vị", "Tên đơn vị", "Số và ký hiệu", "Tệp", "SHA-256"]
    assert first == [
        "than-uyen", "Huyện ủy Than Uyên", "05-KH/HU", "05-KH_HU than-uyen.docx", hashlib.sha256(b"mot").hexdigest(),
    ]  # fmt: skip
    assert second[3] == "112-KH_ĐUK dang-uy-khoi.docx"
    assert third[1] == '\'=cmd|"/c calc"!A1' and third[2] == ""


def test_two_archives_of_one_build_are_equal_bytes(tmp_path: Path) -> None:
    members = three(tmp_path / "kl50")
    write_archive(tmp_path / "mot.zip", members, str)
    write_archive(tmp_path / "hai.zip", reversed(members), str)
    assert (tmp_path / "mot.zip").read_bytes() == (tmp_path / "hai.zip").read_bytes()


def test_a_paper_gone_leaves_the_old_archive_and_no_rest(tmp_path: Path) -> None:
    members = three(tmp_path / "kl50")
    write_archive(tmp_path / "kl50.zip", members, str)
    old = (tmp_path / "kl50.zip").read_bytes()
    members[1].paper.unlink()
    with pytest.raises(Refused) as refused:
        write_archive(tmp_path / "kl50.zip", members, lambda path: path.name)
    assert (refused.value.problem.place.file, refused.value.problem.code) == ("dang-uy-khoi.docx", "file.missing")
    assert (tmp_path / "kl50.zip").read_bytes() == old
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kl50", "kl50.zip"]


def test_papers_pass_through_one_at_a_time(tmp_path: Path) -> None:
    large = paper(tmp_path, "lon", b"\0" * 1_000_000)
    members = [Member(f"don-vi-{index}", "", "", large) for index in range(30)]
    tracemalloc.start()
    write_archive(tmp_path / "kl50.zip", members, str)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (tmp_path / "kl50.zip").stat().st_size > 30_000_000 > 4_000_000 > peak


def added(path: Path, name: str, content: bytes) -> None:
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(zipfile.ZipInfo(name), content)


def remade(path: Path, name: str, change: Callable[[bytes], bytes | None]) -> None:
    """The zip with one entry's content changed, or without the entry; all else alike."""
    with zipfile.ZipFile(path) as archive:
        entries = [(entry, archive.read(entry)) for entry in archive.infolist()]
    with zipfile.ZipFile(path, "w") as archive:
        for entry, there in entries:
            content = change(there) if entry.filename == name else there
            if content is not None:
                archive.writestr(entry, content)


def commented(path: Path) -> None:
    with zipfile.ZipFile(path, "a") as archive:
        archive.comment = "đã gửi".encode()


@pytest.mark.parametrize(
    "change",
    [
        lambda path: path.write_bytes(b"khong phai zip"),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:-30]),
        lambda path: zipfile.ZipFile(path, "w").close(),
        lambda path: added(path, "ghi-chu.txt", b""),
        lambda path: remade(path, "ban-to-chuc.docx", lambda there: there + b"da sua"),
        lambda path: remade(path, "ban-to-chuc.docx", lambda there: None),
        lambda path: remade(path, INDEX, lambda there: None),
        lambda path: remade(path, INDEX, lambda there: b"Da gui"),
        lambda path: remade(path, INDEX, lambda there: there.replace(b"SHA-256", b"Da gui")),
        commented,
        lambda path: (path.unlink(), path.symlink_to("dau-do.zip")),
        lambda path: (path.unlink(), path.mkdir()),
    ],
)
def test_what_a_person_put_there_or_changed_stays(tmp_path: Path, change: Callable[[Path], object]) -> None:
    path, members = tmp_path / "kl50.zip", three(tmp_path / "kl50")
    write_archive(path, members, str)
    change(path)
    there = path.read_bytes() if path.is_file() else None
    with pytest.raises(Refused) as refused:
        write_archive(path, members, str)
    assert (refused.value.problem.code, refused.value.exit_code) == ("file.protected", 1)
    assert (path.read_bytes() if path.is_file() else None) == there and not (tmp_path / "dau-do.zip").exists()


def test_our_own_is_replaced_by_the_papers_of_now(tmp_path: Path) -> None:
    path, members = tmp_path / "kl50.zip", three(tmp_path / "kl50")
    write_archive(path, members, str)
    paper(tmp_path / "kl50", "than-uyen", b"mot, sua tay")
    write_archive(path, members[:2], str)
    assert [row[4] for row in rows_of(path)[1:]] == [
        hashlib.sha256(content).hexdigest() for content in (b"mot, sua tay", b"hai")
    ]
