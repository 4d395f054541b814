"""Paragraphs that say the same letter for letter, ids of saving aside: they need no reading."""

import re

from lxml import etree

from docgen.word.looks import W
from docgen.word.redline_drafts import Side

_SAVING = re.compile(rb' (?:\w+:rsid\w*|w14:(?:paraId|textId))="[^"]*"')
_LEADS_ON = re.compile(rb":(?:drawing|pict|object|hyperlink|AlternateContent|subDoc|contentPart|sectPr|\w+Reference)\b")
_LIST = b":numId "


class Prints:
    """Prints of paragraphs of two parts; only those that lead nowhere else have one, and only where prefixes agree."""

    def __init__(self, old: Side, new: Side) -> None:
        one, other = old.root.nsmap, new.root.nsmap
        self._agree = one.get("w") == W[1:-1] and all(one[key] == other[key] for key in one.keys() & other.keys())
        lists = [side.draft.parts.get(side.draft.part_of("numbering") or "") for side in (old, new)]
        self._lists_agree = lists[0] == lists[1]
        self._known: dict[etree._Element, bytes | None] = {}

    def same(self, old: etree._Element, new: etree._Element) -> bool:
        """Whether two paragraphs are the same in words and looks; False also when that is not known."""
        found = self.of(old)
        return found is not None and found == self.of(new)

    def of(self, paragraph: etree._Element) -> bytes | None:
        """The print of a paragraph as it is when first asked for."""
        if paragraph not in self._known:
            self._known[paragraph] = self._print(paragraph)
        return self._known[paragraph]

    def _print(self, paragraph: etree._Element) -> bytes | None:
        if not self._agree:
            return None
        data = etree.tostring(paragraph, with_tail=False)
        inside = data[data.index(b">") :]  # attributes of a w:p are ids of saving
        if _LEADS_ON.search(inside) or (not self._lists_agree and _LIST in inside):
            return None
        return _SAVING.sub(b"", inside)
