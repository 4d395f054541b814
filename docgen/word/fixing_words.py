"""Signs, blanks and composed letters put right in one paragraph, as tracked deletions and insertions."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from docgen.word.spans import Words
from docgen.word.tracking import Tracker

_WORD = re.compile(r"\S+")


class Edit(NamedTuple):
    """Characters start … end of a paragraph become `text`."""

    start: int
    end: int
    text: str


def without_overlaps(edits: Iterable[Edit]) -> list[Edit]:
    """In reading order; of two that touch the same characters the first stays."""
    kept: list[Edit] = []
    for edit in sorted(set(edits)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept


def compositions(words: Words, edits: Sequence[Edit]) -> list[Edit]:
    """Words not stored in normal form, but for what edits change already."""
    cuts = sorted({place for edit in edits for place in (edit.start, edit.end)})
    spans = (span for word in _WORD.finditer(words.text) for span in _cut(*word.span(), cuts))
    return [
        Edit(start, end, words.text[start:end])
        for start, end in spans
        if words.stored_as(start, end) != words.text[start:end]
        and not any(edit.start <= start and end <= edit.end for edit in edits)
    ]


def _cut(start: int, end: int, cuts: Iterable[int]) -> Iterator[tuple[int, int]]:
    for cut in cuts:
        if start < cut < end:
            yield start, cut
            start = cut
    yield start, end


def write(tracker: Tracker, words: Words, edits: Iterable[Edit]) -> None:
    """Edits that do not overlap, from the last to the first: offsets before one hold after it."""
    for edit in sorted(edits, reverse=True):
        gone = words.letters(edit.start, edit.end)
        if edit.text and gone:
            tracker.insert(edit.text, gone[-1])
        elif edit.text and edit.start:
            tracker.insert(edit.text, words.letters(edit.start - 1, edit.start)[-1])
        elif edit.text and words.text:
            tracker.insert(edit.text, words.letters(0, 1)[0], before=True)
        tracker.delete(gone)
