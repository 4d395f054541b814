"""Two drafts → the new one with every difference as a tracked change: accepted it is the new draft, rejected the old."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from docgen.word.archive import CONTENT_TYPES, assemble, deflated
from docgen.word.package import packed_parts
from docgen.word.redline_blocks import merge_story
from docgen.word.redline_carrying import Carrier
from docgen.word.redline_desk import Desk
from docgen.word.redline_drafts import Draft, Side
from docgen.word.redline_marks import Marker

Moves = Literal["native", "delins"]
_A_DAY = "2000-01-01T00:00:00Z"
_IDS = re.compile(rb'w:id="(\d{1,9})"')


@dataclass(frozen=True)
class Redlined:
    """Bytes of the redline; places that differ in spelling form only, by kind of noise; what was not compared."""

    content: bytes
    folded: Mapping[str, int]
    not_compared: tuple[str, ...]


def redline(
    old: bytes, new: bytes, *, strict: bool = False, author: str = "docgen", date: str = _A_DAY, moves: Moves = "native"
) -> Redlined:
    """The new draft, its parts as they lie but for what differs, with tracked changes.

    Differences of spelling form alone are not marked but counted, unless `strict`. `date` as XML writes it; the same
    drafts, author and date give the same bytes. Raises Unreadable when one of them is no sound .docx.
    """
    before, after = Draft(old), Draft(new)
    folded: Counter[str] = Counter()
    marker = Marker(author, date, 1 + max(_largest_id(before.parts), _largest_id(after.parts)))
    carrier = Carrier(before, after)
    desk = Desk(
        Side(before, before.main, strict), Side(after, after.main, strict), marker, carrier, folded, moves == "native"
    )
    merge_story(desk.old.root[0], desk.new.root[0], desk)
    written = {after.main: etree.tostring(desk.new.root, xml_declaration=True, encoding="UTF-8", standalone=True)}
    entries = packed_parts(new) | {name: deflated(data) for name, data in written.items()}
    return Redlined(assemble(entries), dict(folded), ())


def _largest_id(parts: Mapping[str, bytes]) -> int:
    found = (int(key) for name, data in parts.items() if name.endswith(".xml") for key in _IDS.findall(data))
    return max(found, default=0)
