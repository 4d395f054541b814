"""Two drafts → the new one with every difference as a tracked change: accepted it is the new, rejected the old."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from docgen.model.finding import Said
from docgen.word.archive import assemble, deflated
from docgen.word.looks import W
from docgen.word.package import packed_parts
from docgen.word.redline_blocks import merge_story
from docgen.word.redline_carrying import Carrier
from docgen.word.redline_desk import Desk
from docgen.word.redline_drafts import Draft, Side
from docgen.word.redline_looks import look
from docgen.word.redline_marks import Marker
from docgen.word.redline_package import Package
from docgen.word.redline_prints import Prints
from docgen.word.redline_stories import merge_headers, merge_notes, put_notes_in_order

Moves = Literal["native", "delins"]
_A_DAY = "2000-01-01T00:00:00Z"
_SECTION = W + "sectPr"
_IDS = re.compile(rb'w:id="(\d{1,9})"')
_NOT_LOOKED_AT = {
    "comments": Said("bình luận", "comments"),
    "styles": Said("định nghĩa kiểu (style)", "definitions of styles"),
    "numbering": Said("định nghĩa danh sách tự đánh số", "definitions of automatic lists"),
    "theme": Said("phông và màu của chủ đề (theme)", "fonts and colours of the theme"),
    "settings": Said("thiết đặt của tệp", "settings of the file"),
}
_OF_SAVING = frozenset(W + name for name in ("rsids", "zoom", "proofState", "latentStyles", "docVars"))
_TRACKED = Said(
    "thay đổi được theo dõi có sẵn trong bản gốc (đã coi như chấp nhận)",
    "tracked changes the drafts came with (taken as accepted)",
)


@dataclass(frozen=True)
class Redlined:
    """Bytes of the redline; places that differ in spelling form only, by kind of noise; what was not compared."""

    content: bytes
    folded: Mapping[str, int]
    not_compared: tuple[Said, ...]


def redline(
    old: bytes, new: bytes, *, strict: bool = False, author: str = "docgen", date: str = _A_DAY, moves: Moves = "native"
) -> Redlined:
    """The new draft, its parts as they lie but for what differs, with tracked changes.

    Differences of spelling form alone are not marked but counted, unless `strict`. `date` as XML writes it; the same
    drafts, author and date give the same bytes. Raises Unreadable when one of them is no sound .docx.
    """
    before, after = Draft(old), Draft(new)
    marker = Marker(author, date, 1 + max(_largest_id(before.parts), _largest_id(after.parts)))
    package = Package(after)
    mine, other = (Side(draft, draft.main, strict, strict) for draft in (before, after))
    desk = Desk(
        mine, other, Prints(mine, other), marker, Carrier(before, after, package, marker), Counter(), moves == "native"
    )
    not_compared = [*_not_looked_at(before, after), *_merge(desk, package)]
    if before.tracked or after.tracked:
        not_compared.append(_TRACKED)
    entries = packed_parts(new) | {name: deflated(data) for name, data in package.written().items()}
    return Redlined(assemble(entries), dict(desk.folded), tuple(dict.fromkeys(not_compared)))


def _merge(desk: Desk, package: Package) -> list[Said]:
    old, new = desk.old.root[0], package.story(desk.new.part)[0]
    merge_story(old, new, desk)
    if old.find(_SECTION) is not None or new.find(_SECTION) is not None:
        before, after = (_last_section(body) for body in (old, new))
        desk.sections.append((before, after))
        desk.change(after, before)
    left_out = list(merge_headers(desk, package))
    merge_notes(desk, package)
    put_notes_in_order(desk)
    return left_out


def _last_section(body: etree._Element) -> etree._Element:
    found = body.find(_SECTION)
    return etree.SubElement(body, _SECTION) if found is None else found


def _not_looked_at(old: Draft, new: Draft) -> Iterator[Said]:
    for kind, told in _NOT_LOOKED_AT.items():
        if _told(old, kind) != _told(new, kind):
            yield told


def _told(draft: Draft, kind: str) -> tuple[object, ...]:
    """What a part says, but for what a program notes there when it saves."""
    part = draft.part_of(kind)
    return tuple(one for one in look(draft.root(part), True, str)[1:] if one[0] not in _OF_SAVING) if part else ()


def _largest_id(parts: Mapping[str, bytes]) -> int:
    found = (int(key) for name, data in parts.items() if name.endswith(".xml") for key in _IDS.findall(data))
    return max(found, default=0)
