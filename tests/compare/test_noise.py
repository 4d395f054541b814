"""Spelling form is folded and counted, to the last place; with real changes among it these alone are told."""

import re
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest

from docgen.compare.comparing import compare
from docgen.model.change import Comparison
from docgen.word.read import read_docx
from tests.check.planting import BODY
from tests.check.planting.clean import clean
from tests.check.planting.clerk import Clerk

NOISE: dict[str, Callable[[Clerk], Any]] = {
    "unicode": lambda c: c.decompose(),
    "tone": lambda c: c.retype_all("ủy", "uỷ").retype_all("hóa", "hoá"),
    "space": lambda c: c.retype_all("Huyện ủy ", "Huyện\u00a0ủy  "),
    "quote": lambda c: c.retype_all('"', "”"),
}
PAPERS = ("hd36", "hd05", "hd36/table", "nd30-phu-luc")


@pytest.mark.parametrize("kind", NOISE)
@pytest.mark.parametrize("paper", PAPERS)
def test_a_whole_paper_in_another_spelling_form(kind: str, paper: str) -> None:
    found = compared(paper, NOISE[kind])
    expected = places(paper, kind)
    assert found.changes == ()
    assert dict(found.noise) == ({kind: expected} if expected else {})
    assert found.verdict == ("noise" if expected else "same")


@pytest.mark.parametrize("paper", PAPERS)
def test_runs_and_marks_of_word_are_nothing(paper: str) -> None:
    found = compared(paper, lambda c: c.split_runs(BODY, 5).as_word_saves())
    assert (found.changes, dict(found.noise), found.verdict) == ((), {}, "same")


@pytest.mark.parametrize("kind", NOISE)
def test_real_changes_among_noise(kind: str) -> None:
    def mixed(clerk: Clerk) -> None:
        clerk.retype("ít nhất 5%", "ít nhất 7%").retype("Số 05", "Số 06").delete("- Các phòng, ban, ngành huyện,")
        NOISE[kind](clerk)

    assert sorted(one.type for one in compared("hd36", mixed).changes) == ["percent", "recipient", "symbol"]


def test_noise_in_a_moved_paragraph_counts_too() -> None:
    def moved(clerk: Clerk) -> None:
        clerk.find("8. Tăng cường công tác…")._p.addnext(clerk.find("- Giải quyết kịp thời…")._p)
        NOISE["unicode"](clerk)

    found = compared("hd36", moved)
    assert [one.type for one in found.changes] == ["task_moved"]
    assert dict(found.noise) == {"unicode": places("hd36", "unicode")}


def test_strict_folds_nothing() -> None:
    old = read_docx(clean("hd36"))
    new = read_docx(Clerk(clean("hd36")).retype("Cụ thể hóa", "Cụ thể hoá").save())
    found = compare(old, new, strict=True)
    assert [(one.type, one.path) for one in found.changes] == [("wording", "I.1")]
    assert (dict(found.noise), found.verdict) == ({}, "substantive")


def places(paper: str, kind: str) -> int:
    """Counted over the text itself: syllables that decompose, tone marks, blanks, quotes."""
    said = "\n".join(one.text for one in read_docx(clean(paper)).lines)
    if kind == "unicode":
        return sum(unicodedata.normalize("NFD", word) != word for word in re.findall(r"[^\W_]+", said))
    if kind == "space":
        return 2 * said.count("Huyện ủy ")
    return said.count('"') if kind == "quote" else len(re.findall("ủy|hóa", said))


def compared(paper: str, edit: Callable[[Clerk], Any]) -> Comparison:
    clerk = Clerk(clean(paper))
    edit(clerk)
    return compare(read_docx(clean(paper)), read_docx(clerk.save()))
