"""What is kept between runs: the same result sooner, and never a fault of its own."""

import os
from pathlib import Path

import pytest

from docgen.workspace import cache
from docgen.workspace.cache import remembered

need_rights = pytest.mark.xfail(os.name == "nt", reason="rights of folders are not kept in a mode there")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "kept"))
    return tmp_path / "kept"


def kept(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def made_again(key: bytes = b"key") -> bool:
    """Whether a result had to be made."""
    calls: list[int] = []
    assert remembered(key, lambda: calls.append(1) or "made") == "made"
    return bool(calls)


def test_a_second_run_reads_what_the_first_kept(folder: Path) -> None:
    assert made_again() and not made_again()
    assert made_again(b"other") and not made_again(b"other")
    assert len(kept(folder)) == 2


def test_only_what_is_worth_it_is_kept(folder: Path) -> None:
    assert remembered(b"key", lambda: "refused", worth=lambda made: made != "refused") == "refused"
    assert kept(folder) == []


@pytest.mark.parametrize("damage", [b"", b"short", b"\0" * 200])
def test_a_damaged_file_is_made_anew(folder: Path, damage: bytes) -> None:
    made_again()
    (file,) = kept(folder)
    file.write_bytes(damage)
    assert made_again() and not made_again()


def test_one_byte_more_or_less_or_other_is_damage(folder: Path) -> None:
    made_again()
    (file,) = kept(folder)
    whole = file.read_bytes()
    for damaged in (whole + b".", whole[:-1], whole[:-1] + b"?"):
        file.write_bytes(damaged)
        assert made_again()


def test_a_changed_docgen_reads_nothing_of_the_old_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made_again()
    monkeypatch.setattr(cache, "_stamp", lambda: b"another docgen")
    assert made_again()


def test_touching_a_source_of_docgen_changes_its_stamp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "package" / "room" / "module.py"
    source.parent.mkdir(parents=True)
    source.write_text("old = 1", encoding="utf-8")
    monkeypatch.setattr(cache, "_PACKAGE", tmp_path / "package")
    before = cache._stamp.__wrapped__()
    source.write_text("new = 12", encoding="utf-8")
    assert cache._stamp.__wrapped__() != before


def test_the_newest_are_kept_and_what_is_not_ours_stays(folder: Path) -> None:
    folder.mkdir(mode=0o700)
    (folder / "thư.docx").write_bytes(b"of the user")
    for number in range(cache.KEPT + 5):
        made_again(b"%d" % number)
    assert len(kept(folder)) == cache.KEPT + 1
    assert (folder / "thư.docx").read_bytes() == b"of the user"
    assert not made_again(b"%d" % (cache.KEPT + 4))


@need_rights
def test_the_folder_is_the_users_alone(folder: Path) -> None:
    made_again()
    assert folder.stat().st_mode & 0o777 == 0o700


@need_rights
@pytest.mark.parametrize("mode", [0o777, 0o770, 0o755])
def test_a_folder_others_may_enter_is_not_used(folder: Path, mode: int) -> None:
    folder.mkdir()
    folder.chmod(mode)
    assert made_again() and made_again()
    assert kept(folder) == []


@need_rights
def test_a_folder_of_somebody_else_is_not_used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made_again()
    monkeypatch.setattr(os, "getuid", lambda: -1)
    assert made_again()


def test_a_link_to_a_folder_is_not_used(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    folder.symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert made_again() and made_again()
    assert kept(tmp_path / "elsewhere") == []


def test_where_no_folder_can_be_results_are_made(folder: Path) -> None:
    folder.write_text("a file stands here", encoding="utf-8")
    assert made_again() and made_again()


def test_a_disk_that_refuses_costs_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(cache, "write_whole", full)
    assert made_again() and made_again()


def test_what_cannot_be_pickled_is_given_all_the_same(folder: Path) -> None:
    assert remembered(b"key", lambda: made_again) is made_again
    assert remembered(b"lambda", lambda: lambda: 7)() == 7


def test_off_writes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.VARIABLE, "off")
    assert made_again() and made_again()
    assert not folder.exists()


def test_a_fault_of_making_is_not_hidden(folder: Path) -> None:
    def broken() -> str:
        raise LookupError("ours")

    with pytest.raises(LookupError):
        remembered(b"key", broken)
    assert kept(folder) == []
