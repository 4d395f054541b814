"""The title of a paper and, in papers of the state, the motto below it."""

import unicodedata

from docgen.check.draft import Draft
from docgen.model.form_values import Look
from docgen.model.reading import Placed


def title_is_right(draft: Draft) -> bool:
    """Whether the title is the form's, tone marks on either vowel; a paper without one is another fault."""
    first = draft.first("title")
    return first is None or _spelt(first.text) == _spelt(draft.form.title_text.value)


def _spelt(text: str) -> list[list[str]]:
    """Letters and marks of every word in any order: `HOÀ` is `HÒA`."""
    return [sorted(unicodedata.normalize("NFD", word)) for word in text.upper().split()]


def motto_of(draft: Draft) -> Placed | None:
    """The line below the title, if it is read as part of it."""
    return next(iter(draft.of("title")[1:2]), None)


def over_the_rule(draft: Draft) -> tuple[Placed, Look] | None:
    """The line whose length the drawn line has, and the look the form gives it; None when it does not say what it
    should, for then its length means nothing."""
    asked, looks = draft.form.motto_text, draft.form.looks
    title, motto = draft.first("title"), motto_of(draft)
    if title is None or not title_is_right(draft):
        return None
    if asked is None or looks.motto is None:
        return title, looks.title
    return (motto, looks.motto) if motto and asked.allows(motto.text) else None
