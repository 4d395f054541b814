"""How each component looks, as literals: the-thuc.md 1.12 for the Party, section 5 for the state.

Never taken from data/the-thuc: what the checker is judged by must not be its own ruler.
"""

from dataclasses import dataclass
from typing import Literal

Align = Literal["left", "center", "right", "both"]


@dataclass(frozen=True)
class Look:
    """Size in points; slants as letters of `biu` (bold, italic, underlined)."""

    size: float
    slants: str = ""
    align: Align = "center"


@dataclass(frozen=True)
class Body:
    """Body paragraphs: first line in mm, gap in points, line spacing in points (exact) or lines (multiple)."""

    indent: float
    gap: float
    exact: float | None = None
    multiple: float | None = None


_TEXT = ("basis", "opening", "paragraph", "item", "point", "dash", "clause", "appendix_item")
_BOLD_TEXT = ("heading", "article")

PARTY: dict[str, Look] = {
    "title": Look(15, "b"),
    "superior": Look(14),
    "issuer": Look(14, "b"),
    "star": Look(14),
    "number": Look(14),
    "place_date": Look(14, "i"),
    "letter_subject": Look(12, "i"),
    "kind": Look(16, "b"),
    "subject": Look(14, "b"),
    "rule": Look(14),
    "address": Look(14, "i"),
    "address_name": Look(14),
    "decides": Look(14, "b"),
    "authority": Look(14, "b"),
    "position": Look(14),
    "signer": Look(14, "b"),
    "recipients_label": Look(14, "u", "left"),
    "recipient": Look(12, "", "left"),
    "appendix_title": Look(14, "b"),
    "appendix_note": Look(14, "i"),
    "cell_head": Look(13, "b"),
    "cell": Look(13, "", "left"),
    "page_number": Look(14),
    **dict.fromkeys(_TEXT, Look(14, "", "both")),
    **dict.fromkeys(_BOLD_TEXT, Look(14, "b", "both")),
}
STATE: dict[str, Look] = PARTY | {
    "title": Look(13, "b"),
    "motto": Look(14, "b"),
    "superior": Look(13),
    "issuer": Look(13, "b"),
    "number": Look(13),
    "letter_subject": Look(12),
    "kind": Look(14, "b"),
    "basis": Look(14, "i", "both"),
    "address": Look(14),
    "position": Look(14, "b"),
    "recipients_label": Look(12, "bi", "left"),
    "recipient": Look(11, "", "left"),
    "appendix_number": Look(14, "b"),
}
LOOKS = {"hd36": PARTY, "hd05": PARTY, "nd30": STATE}
BODIES = {
    "hd36": Body(indent=10, gap=6, exact=18),
    "hd05": Body(indent=10, gap=6, exact=20),
    "nd30": Body(indent=12.7, gap=6, multiple=1.15),
}
BODY_ROLES = {*_TEXT, *_BOLD_TEXT}
