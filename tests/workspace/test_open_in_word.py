"""Windows refuses to replace a file that Word holds: a little patience, then the new paper beside."""

import time
from pathlib import Path
from typing import Any

import pytest

from tests.workspace.office import Office


class Word:
    """Holds a file open: refuses its replacement as Windows does, for a number of tries."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, name: str, tries: int, code: int) -> None:
        self.left, self.waited, real = tries, 0.0, Path.replace

        def replace(path: Path, target: Path) -> Any:
            if target.name == name and self.left:
                self.left -= 1
                raise _refusal(code)
            return real(path, target)

        monkeypatch.setattr(Path, "replace", replace)
        monkeypatch.setattr(time, "sleep", self._wait)

    def _wait(self, seconds: float) -> None:
        self.waited += seconds


def _refusal(code: int) -> PermissionError:
    refusal = PermissionError(13, "sharing violation")
    setattr(refusal, "winerror", code)  # noqa: B010 (an attribute only Windows gives)
    return refusal


@pytest.mark.parametrize("code", [5, 32, 33])
def test_a_file_that_is_freed_in_time_is_replaced(office: Office, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    office.build({"a": "1"})
    Word(monkeypatch, "a.docx", 3, code)
    assert office.states({"a": "2"}) == {"a": "changed"}


def test_a_file_that_stays_open_gets_the_new_paper_beside(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.build({"a": "1", "b": "1"})
    word = Word(monkeypatch, "a.docx", 99, 32)
    stored = office.build({"a": "2", "b": "2"})
    assert (stored["a"].state, stored["a"].beside, stored["b"].state) == (
        "protected",
        "build/kl50/a.moi.docx",
        "changed",
    )
    assert "đang mở trong Word" in stored["a"].problems[0].message
    assert office.papers() == {"a.docx": "1", "a.moi.docx": "2", "b.docx": "2"}
    assert word.waited == pytest.approx(2.5)


def test_once_closed_the_paper_is_replaced_and_the_one_beside_goes(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.build({"a": "1"})
    with monkeypatch.context() as patch:
        Word(patch, "a.docx", 99, 32)
        office.build({"a": "2"})
    assert office.states({"a": "2"}) == {"a": "changed"}
    assert office.papers() == {"a.docx": "2"}


def test_another_refusal_is_not_waited_for(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.build({"a": "1"})
    word = Word(monkeypatch, "a.docx", 99, 19)  # write-protected disk
    assert office.states({"a": "2"}) == {"a": "failed"}
    assert word.waited == 0
