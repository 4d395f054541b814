"""Who receives a paper: the list «Nơi nhận» as items, whatever lines it stands in."""

import re
from typing import NamedTuple

from docgen.check.draft import Draft
from docgen.model.reading import Placed

_DASH = re.compile(r"[-–—+•▪*]\s*")
_ARCHIVE = re.compile(r"(?:[-–—+•▪*]\s*)?(Lưu\b.*)", re.IGNORECASE | re.DOTALL)
_SIGNS = ",;.:/"


class Item(NamedTuple):
    """One recipient: its line, or first and last when it runs over several."""

    first: Placed
    last: Placed
    text: str

    @property
    def sign(self) -> str:
        """The punctuation at its end."""
        return self.text[len(self.text.rstrip(_SIGNS)) :]

    @property
    def archive(self) -> str:
        """The archive line without its dash, empty when it is another recipient."""
        found = _ARCHIVE.match(self.text)
        return found[1].rstrip(_SIGNS + " ") if found else ""


def items(draft: Draft) -> list[Item]:
    """The list; a line without a dash goes on with the one above where others have dashes."""
    lines = draft.of("recipient")
    dashed = any(_DASH.match(placed.text) for placed in lines)
    found: list[Item] = []
    for placed in lines:
        if found and dashed and not _DASH.match(placed.text) and not found[-1].sign:
            found[-1] = Item(found[-1].first, placed, f"{found[-1].text} {placed.text}")
        else:
            found.append(Item(placed, placed, placed.text))
    return found
