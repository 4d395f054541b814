"""The last run put back, and nothing of a person's with it."""

import pytest

from docgen.workspace.undoing import Undoing
from tests.workspace.office import Office


def states(undone: Undoing) -> dict[str, str]:
    return {file.file.removeprefix("build/kl50/"): file.state for file in undone.files}


def test_replaced_papers_get_their_content_back_and_new_ones_go(office: Office) -> None:
    office.build({"a": "1", "b": "1"})
    before = office.everything()
    office.build({"a": "2", "b": "1", "c": "2"})
    assert states(office.undo()) == {
        "manifest.json": "restored",
        "coverage.json": "restored",
        "c.docx": "removed",
        "a.docx": "restored",
    }
    assert office.everything() == before


def test_the_first_run_undone_leaves_nothing(office: Office) -> None:
    office.build({"a": "1"})
    office.undo()
    assert [path for path in office.root.rglob("*") if path.is_file()] == []


def test_only_the_last_run_is_put_back(office: Office) -> None:
    for text in ("1", "2", "3"):
        office.build({"a": text})
    office.undo()
    assert office.papers() == {"a.docx": "2"}
    assert not office.undo().found
    assert office.papers() == {"a.docx": "2"}


def test_a_run_that_changed_nothing_is_not_the_last_run(office: Office) -> None:
    office.build({"a": "1"})
    office.build({"a": "2"})
    office.build({"a": "2"})
    office.undo()
    assert office.papers() == {"a.docx": "1"}


def test_a_paper_edited_since_stays_and_is_told(office: Office) -> None:
    office.build({"a": "1"})
    office.build({"a": "2", "b": "2", "c": "2"})
    office.edit("a.docx", "của tôi")
    office.edit("b.docx", "của tôi")
    undone = office.undo()
    assert {name: state for name, state in states(undone).items() if name.endswith("docx")} == {
        "a.docx": "kept",
        "b.docx": "kept",
        "c.docx": "removed",
    }
    assert [file.problem.code for file in undone.files if file.problem] == ["file.protected"] * 2
    assert office.papers() == {"a.docx": "của tôi", "b.docx": "của tôi"}
    assert office.states({"a": "3", "b": "3"}) == {"a": "protected", "b": "protected"}


def test_after_undo_the_papers_are_still_ours(office: Office) -> None:
    office.build({"a": "1"})
    office.build({"a": "2"})
    office.undo()
    assert office.states({"a": "3"}) == {"a": "changed"}


def test_what_force_replaced_is_back_and_protected_again(office: Office) -> None:
    office.build({"a": "1"})
    office.edit("a.docx", "của tôi")
    office.build({"a": "2"}, force=True)
    office.undo()
    assert office.papers()["a.docx"] == "của tôi"
    assert office.states({"a": "3"}) == {"a": "protected"}


def test_a_paper_beside_comes_and_goes_with_its_run(office: Office) -> None:
    office.build({"a": "1"})
    office.edit("a.docx", "của tôi")
    office.build({"a": "2"})
    office.undo()
    assert office.papers() == {"a.docx": "của tôi"}


def test_a_first_run_keeps_no_contents_and_later_runs_only_the_last_ones(office: Office) -> None:
    office.build({"a": "1", "b": "1"})
    kept = office.root / "build/.docgen/kl50/kept"
    assert not kept.exists()
    office.build({"a": "2", "b": "1"})
    office.build({"a": "3", "b": "1"})
    assert sorted(path.read_text(encoding="utf-8") for path in kept.iterdir() if path.stat().st_size < 5) == ["2"]


def test_a_kept_content_that_was_written_into_is_not_put_back(office: Office) -> None:
    office.build({"a": "1"})
    office.build({"a": "2"})
    for path in (office.root / "build/.docgen/kl50/kept").iterdir():
        path.write_bytes(path.read_bytes() + b"x")
    (paper,) = (file for file in office.undo().files if file.file.endswith("a.docx"))
    assert paper.state == "kept" and office.papers() == {"a.docx": "2"}


def test_a_run_that_was_killed_is_put_back_too(office: Office) -> None:
    office.build({"a": "1"})
    before = office.everything()
    office.killed_build({"a": "2", "b": "2"})
    assert office.papers() == {"a.docx": "2", "b.docx": "2"}
    office.undo()
    assert office.everything() == before


def test_a_killed_run_and_the_one_that_finished_it_are_one(office: Office) -> None:
    office.build({"a": "1"})
    before = office.everything()
    office.killed_build({"a": "2"})
    assert office.states({"a": "3", "b": "3"}) == {"a": "changed", "b": "created"}
    office.undo()
    assert office.everything() == before


def test_a_run_killed_after_its_manifest_is_a_run_of_its_own(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.build({"a": "1"})
    with monkeypatch.context() as patch, pytest.raises(SystemExit):
        patch.setattr("docgen.workspace.history.History.finish", stop)
        office.build({"a": "2"})
    office.build({"a": "3"})
    office.undo()
    assert office.papers() == {"a.docx": "2"}


def test_an_edited_paper_that_a_killed_undo_gave_back_is_still_protected(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.build({"a": "1"})
    office.edit("a.docx", "của tôi")
    office.build({"a": "2"}, force=True)
    with monkeypatch.context() as patch, pytest.raises(SystemExit):
        patch.setattr("docgen.workspace.history.History.forget", stop)
        office.undo()
    assert office.papers()["a.docx"] == "của tôi"
    assert office.states({"a": "3"}) == {"a": "protected"}


def stop(*_: object) -> None:
    raise SystemExit
