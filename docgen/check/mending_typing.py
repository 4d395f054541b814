"""How it was typed, mended: blanks, signs set wrongly, loose tone marks, characters nobody sees."""

import re
from collections.abc import Iterator

from docgen.check.draft import Draft
from docgen.check.mending_looks import written
from docgen.check.mending_words import retyped
from docgen.check.rules.stored import UNSEEN
from docgen.check.rules.typing import LETTERS_APART, SPACES, misplaced
from docgen.model.mend import Composed, Mend, Retyped

_UNSEEN_OR_BLANK = {"zero": "", "soft": "", "blanks": " "}


def spaces(draft: Draft) -> Iterator[Mend]:
    """One blank between two words."""
    for placed in draft.text.lines:
        if not LETTERS_APART.search(placed.text):
            for blank in SPACES.finditer(placed.text):
                yield retyped(placed, blank.start() + 1, blank.end())


def punctuation(draft: Draft) -> Iterator[Mend]:
    """No blank before a sign, one after it."""
    for placed in draft.text.lines:
        for found in misplaced(placed.text):
            text = found.group()
            blanks = re.search(r" +", text)
            if blanks:
                yield retyped(placed, found.start() + blanks.start(), found.start() + blanks.end())
            else:
                yield retyped(placed, found.end(), found.end(), " ")


def composed(draft: Draft) -> Iterator[Mend]:
    """Every letter and its tone mark in one character."""
    return (Composed(line) for line in written(draft) if line.raw != line.words)


def unseen(draft: Draft) -> Iterator[Mend]:
    """Nothing that nobody sees; characters without a meaning are left to a person."""
    for line in written(draft):
        for found in UNSEEN.finditer(line.words):
            if found.lastgroup in _UNSEEN_OR_BLANK:
                yield Retyped(line, *found.span(), _UNSEEN_OR_BLANK[found.lastgroup])
