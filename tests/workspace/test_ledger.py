"""What docgen wrote is its to replace; what a person wrote or edited stays."""

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

from docgen.workspace.folder import Refused
from docgen.workspace.history import History
from docgen.workspace.ledger import Ledger
from tests.workspace.office import Office, batch_of

TODAY = f"ban-cu/{datetime.date.today():%Y-%m-%d}"


def test_new_then_same_then_changed(office: Office) -> None:
    assert office.states({"a": "1", "b": "1"}) == {"a": "created", "b": "created"}
    assert office.states({"a": "1", "b": "2"}) == {"a": "same", "b": "changed"}
    assert office.papers() == {"a.docx": "1", "b.docx": "2"}


def test_the_same_again_touches_no_file(office: Office) -> None:
    office.build({"a": "1"})
    files = [path for path in office.root.rglob("*") if path.is_file()]
    before = {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in files}
    office.build({"a": "1"})
    assert {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in files} == before


def test_equal_runs_leave_equal_folders_history_included(tmp_path: Path) -> None:
    trees = []
    for name in ("mot", "hai"):
        office = Office(tmp_path / name)
        office.build({"a": "1", "b": "1"})
        office.build({"a": "2", "b": "1"})
        files = (path for path in office.root.rglob("*") if path.is_file())
        trees.append({office.shown(path): path.read_bytes() for path in files})
    assert trees[0] == trees[1]


def test_a_trial_tells_the_states_and_writes_nothing(office: Office) -> None:
    assert office.states({"a": "1"}, dry_run=True) == {"a": "created"}
    assert list(office.root.iterdir()) == []
    office.build({"a": "1", "b": "1", "c": "1"})
    office.edit("c.docx", "của tôi")
    before = office.everything()
    assert office.states({"a": "1", "b": "2", "c": "2", "d": "2"}, dry_run=True) == {
        "a": "same",
        "b": "changed",
        "c": "protected",
        "d": "created",
    }
    assert office.everything() == before


def test_an_edited_paper_stays_and_the_new_one_lies_beside(office: Office) -> None:
    office.build({"a": "1"})
    office.edit("a.docx", "của tôi")
    stored = office.build({"a": "2"})["a"]
    assert (stored.state, stored.file, stored.beside) == (
        "protected",
        "build/kl50/a.docx",
        "build/kl50/a.moi.docx",
    )
    (problem,) = stored.problems
    assert (problem.code, problem.severity) == ("file.protected", "warning")
    assert "«docgen diff build/kl50/a.docx build/kl50/a.moi.docx»" in problem.remedy and "--force" in problem.remedy
    assert office.papers() == {"a.docx": "của tôi", "a.moi.docx": "2"}


def test_our_paper_beside_is_replaced_until_a_person_edits_it_too(office: Office) -> None:
    office.build({"a": "1"})
    office.edit("a.docx", "của tôi")
    office.build({"a": "2"})
    office.build({"a": "3"})
    assert office.papers() == {"a.docx": "của tôi", "a.moi.docx": "3"}
    office.edit("a.moi.docx", "cũng của tôi")
    office.build({"a": "4"})
    assert office.papers() == {"a.docx": "của tôi", "a.moi.docx": "cũng của tôi", "a.moi-2.docx": "4"}
    office.build({"a": "5"})
    assert office.papers() == {"a.docx": "của tôi", "a.moi.docx": "cũng của tôi", "a.moi-2.docx": "5"}


def test_a_paper_beside_goes_when_the_data_say_what_the_person_wrote(office: Office) -> None:
    office.build({"a": "1"})
    office.edit("a.docx", "2 của tôi")
    office.build({"a": "2"})
    assert office.states({"a": "2 của tôi"}) == {"a": "same"}
    assert office.papers() == {"a.docx": "2 của tôi"}
    assert office.states({"a": "3"}) == {"a": "changed"}


def test_the_paper_beside_renamed_over_the_edited_one_is_ours(office: Office) -> None:
    office.build({"a": "1"})
    office.edit("a.docx", "của tôi")
    office.build({"a": "2"})
    office.path("a.moi.docx").replace(office.path("a.docx"))
    assert office.states({"a": "3"}) == {"a": "changed"}


def test_a_copy_by_a_person_under_another_name_is_never_looked_at(office: Office) -> None:
    office.build({"a": "1"})
    office.path("a (1).docx").write_text("bản sao", encoding="utf-8")
    office.build({"a": "2"})
    assert office.papers() == {"a.docx": "2", "a (1).docx": "bản sao"}


@pytest.mark.parametrize("content", [None, "", "{", "[]", '{"schema": "docgen/manifest/1"}', '{"units": 1}', "null"])
def test_without_a_sound_manifest_every_file_counts_as_edited(office: Office, content: str | None) -> None:
    office.build({"a": "1", "b": "1"})
    if content is None:
        office.path("manifest.json").unlink()
    else:
        office.path("manifest.json").write_text(content, encoding="utf-8")
    assert office.states({"a": "2", "b": "1"}) == {"a": "protected", "b": "same"}
    assert office.papers() == {"a.docx": "1", "a.moi.docx": "2", "b.docx": "1"}


def test_one_unit_keeps_the_entries_of_the_others(office: Office) -> None:
    office.build({"a": "1", "b": "1"})
    office.build({"b": "2"})
    manifest = json.loads(office.path("manifest.json").read_text(encoding="utf-8"))
    assert list(manifest["units"]) == ["a", "b"]
    assert manifest["units"]["a"] == {
        "file": "a.docx",
        "sha256": "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b",
        **{"data": "d", "template": "t", "form": "hd36"},
    }


def test_an_issued_paper_is_never_rebuilt_over(office: Office) -> None:
    office.build({"a": "1"})
    assert office.states({"a": "2"}, issued=("a",)) == {"a": "protected"}
    assert office.states({"a": "2"}, issued=("a",), force=True) == {"a": "protected"}
    assert office.papers() == {"a.docx": "1"}
    assert office.states({"a": "2"}) == {"a": "changed"}


def test_force_moves_an_edited_paper_to_a_dated_backup(office: Office) -> None:
    office.build({"a": "1"})
    office.edit("a.docx", "của tôi")
    stored = office.build({"a": "2"}, force=True)["a"]
    assert stored.state == "changed"
    assert [problem.code for problem in stored.problems] == ["file.backed_up"]
    assert office.papers() == {"a.docx": "2", f"{TODAY}/a.docx": "của tôi"}


def test_a_backup_is_never_written_over(office: Office) -> None:
    for text in ("lần một", "lần hai", "lần một"):
        office.build({"a": "1"}, force=True)
        office.edit("a.docx", text)
    office.build({"a": "1"}, force=True)
    assert office.papers() == {"a.docx": "1", f"{TODAY}/a.docx": "lần một", f"{TODAY}/a-2.docx": "lần hai"}


def test_force_backs_up_nothing_that_is_ours(office: Office) -> None:
    office.build({"a": "1"})
    office.build({"a": "2"}, force=True)
    assert office.papers() == {"a.docx": "2"}


def test_an_edited_record_is_backed_up_and_told(office: Office) -> None:
    office.build({"a": "1"})
    office.path("coverage.json").write_text("ghi chú", encoding="utf-8")
    office.build({"a": "1"})
    assert [problem.code for problem in office.told] == ["file.backed_up"]
    assert office.path(f"{TODAY}/coverage.json").read_text(encoding="utf-8") == "ghi chú"
    assert office.path("coverage.json").read_text(encoding="utf-8") == "a"


def test_a_folder_in_the_way_costs_its_unit(office: Office) -> None:
    office.path("a.docx").mkdir(parents=True)
    stored = office.build({"a": "1", "b": "1"})
    assert [problem.code for problem in stored["a"].problems] == ["file.directory"]
    assert (stored["a"].state, stored["b"].state) == ("failed", "created")
    assert office.path("b.docx").read_text(encoding="utf-8") == "1"


@pytest.mark.parametrize("force", [False, True])
def test_a_link_is_not_written_through(office: Office, force: bool) -> None:
    outside = office.root / "ngoai.docx"
    outside.write_text("của người khác", encoding="utf-8")
    office.folder.mkdir(parents=True)
    office.path("a.docx").symlink_to(outside)
    stored = office.build({"a": "1"}, force=force)["a"]
    assert (stored.state, stored.beside) == ("protected", "build/kl50/a.moi.docx")
    assert outside.read_text(encoding="utf-8") == "của người khác" and office.path("a.docx").is_symlink()


@pytest.mark.parametrize("link", ["build/kl50", "build/.docgen"])
def test_a_folder_that_leads_elsewhere_is_refused(office: Office, link: str) -> None:
    elsewhere = office.root / "noi-khac"
    elsewhere.mkdir()
    (office.root / "build").mkdir()
    (office.root / link).symlink_to(elsewhere)
    with pytest.raises(Refused) as refused:
        office.build({"a": "1"})
    assert (refused.value.exit_code, refused.value.problem.code) == (4, "file.link")
    assert list(elsewhere.iterdir()) == []


def test_an_output_folder_that_is_itself_a_link_is_the_users_choice(tmp_path: Path) -> None:
    (tmp_path / "o-dia-chung").mkdir()
    (tmp_path / "build").symlink_to(tmp_path / "o-dia-chung")
    assert Office(tmp_path).states({"a": "1"}) == {"a": "created"}


def test_nothing_put_leaves_nothing_behind(office: Office) -> None:
    with office.ledger():
        pass
    assert list(office.root.iterdir()) == []


def test_papers_of_a_killed_run_stay_ours_when_the_next_run_is_about_another_unit(office: Office) -> None:
    office.build({"a": "1"})
    office.killed_build({"a": "2", "b": "2"})
    office.build({"c": "2"})
    assert office.states({"a": "3", "b": "3"}) == {"a": "changed", "b": "changed"}


def test_interrupted_what_is_done_is_in_the_manifest_and_the_lock_is_free(office: Office) -> None:
    with pytest.raises(KeyboardInterrupt), office.ledger() as ledger:
        ledger.put(batch_of({"a": "1"}))
        raise KeyboardInterrupt
    assert list(json.loads(office.path("manifest.json").read_text(encoding="utf-8"))["units"]) == ["a"]
    assert office.states({"a": "2", "b": "2"}) == {"a": "changed", "b": "created"}


def test_interrupted_between_replacing_and_telling_the_paper_is_still_ours(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(ledger: Ledger, *details: object) -> None:
        raise KeyboardInterrupt

    office.build({"b": "1"})
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt), office.ledger() as ledger:
        patch.setattr(Ledger, "_settled", stop)
        ledger.put(batch_of({"a": "1"}))
    assert office.states({"a": "2"}) == {"a": "changed"}


def test_a_file_saved_while_docgen_was_about_to_replace_it_stays(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.build({"a": "1", "b": "1"})
    real = History.announce

    def save_meanwhile(*details: Any) -> None:
        real(*details)
        office.edit("a.docx", "của tôi")

    with monkeypatch.context() as patch:
        patch.setattr(History, "announce", save_meanwhile)
        stored = office.build({"a": "2", "b": "2"})
    assert [problem.code for problem in stored["a"].problems] == ["file.meddled"]
    assert (stored["a"].state, stored["b"].state) == ("failed", "changed")
    assert office.papers() == {"a.docx": "của tôi", "b.docx": "2"}
