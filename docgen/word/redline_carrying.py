"""What was taken out of a draft stands in the redline again: copies that fit the other package."""

from copy import deepcopy

from lxml import etree

from docgen.word.looks import W
from docgen.word.redline_drafts import Draft
from docgen.word.redline_looks import W14


class Carrier:
    """Carries elements from the old draft into the new one."""

    def __init__(self, old: Draft, new: Draft) -> None:
        self._old, self._new = old, new

    def carried(self, element: etree._Element, old_part: str, new_part: str) -> etree._Element:
        """A copy of an element of a part of the old draft, for a part of the new one."""
        copy = deepcopy(element)
        copy.tail = None
        for one in copy.iter(W + "p", W + "tr"):
            for key in (W14 + "paraId", W14 + "textId"):
                one.attrib.pop(key, None)
        return copy
