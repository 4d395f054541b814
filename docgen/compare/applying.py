"""A comparison carried out: the old draft with its changes is the new one."""

from collections.abc import Sequence

from docgen.compare.passages import BREAK, STORIES, passages
from docgen.model.change import Comparison, Row
from docgen.model.reading import Reading


def words(reading: Reading, *, strict: bool = False) -> list[str]:
    """All that is compared of a draft as texts of tokens, a line break after every passage."""
    found: list[str] = []
    for story in STORIES:
        for passage in passages(reading, story, strict):
            found += [*(token.text for token in passage.tokens), BREAK.text]
    return found


def apply(comparison: Comparison, old: Sequence[str]) -> list[str]:
    """The words of the new draft: what is equal is taken from those of the old one, the rest from the comparison.

    Exact where the comparison was strict; else what was folded stays as the old draft has it.
    """
    at = 0
    found: list[str] = []
    for row in comparison.rows:
        end = at + len(row.old.tokens) if row.old else at
        if row.new:
            found += [*_carried_out(row, old[at:end]), BREAK.text]
        at = end + 1 if row.old else at
    return found


def _carried_out(row: Row, old: Sequence[str]) -> list[str]:
    assert row.new
    if row.old is None:
        return list(row.new.tokens)
    found: list[str] = []
    for edit in row.edits:
        found += old[edit.a : edit.b] if edit.op == "equal" else row.new.tokens[edit.c : edit.d]
    return found
