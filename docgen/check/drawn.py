"""Lines drawn in the head of a paper, and under which part each of them stands."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Literal, NamedTuple

from docgen.check.draft import Draft, main_letters
from docgen.model.document import BODY_ROLES, Role
from docgen.model.form_values import Line, Look
from docgen.model.reading import DrawnLine, Placed
from docgen.typeface import text_width

Part = Literal["left", "right", "below"]
_PART_OF: dict[Role, Part] = {
    "superior": "left", "issuer": "left", "star": "left", "number": "left",
    "title": "right", "place_date": "right",
    "kind": "below", "subject": "below", "rule": "below",
}  # fmt: skip
_ENDS_HEAD = (*BODY_ROLES, "basis", "recipients_label", "authority")
_SIGNS = re.compile(r"[-–—_*=.\s]{3,}")
_LONG = {"title": 0.55, "motto": 0.72}  # share of it: a line no shorter is the title's when both share a paragraph
_NEARLY = 0.08  # of the words above: what a line drawn by eye may be off


class Drawn(NamedTuple):
    """A drawn line, and the line of words it hangs on."""

    at: Placed
    line: DrawnLine


def drawn_in(draft: Draft) -> dict[Part, list[Drawn]]:
    """Lines drawn in the head by part: under the issuer, under the title, under the subject."""
    found: dict[Part, list[Drawn]] = {"left": [], "right": [], "below": []}
    for part, drawn in _walk(draft):
        found[part].append(drawn)
    if not found["right"]:  # a shape hangs on any paragraph near it: one as long as the title is the title's
        moved = [one for one in found["left"] if _is_long(one.line, draft)]
        found["left"] = [one for one in found["left"] if one not in moved]
        found["right"] = moved
    return found


def typed_in(draft: Draft) -> dict[Part, Placed]:
    """The first line of signs such as `-----` or `_____` in each part of the head, typed instead of drawn."""
    found: dict[Part, Placed] = {}
    part: Part | None = None
    for placed in _head(draft):
        if placed.role in _PART_OF:
            part = _PART_OF[placed.role]
        elif part and _SIGNS.fullmatch(placed.text):
            aside = placed.line.column or (placed.line.cell and placed.line.cell.column)
            found.setdefault("right" if aside and part == "left" else part, placed)
    return found


def words_over(placed: Placed, look: Look) -> float:
    """Width in points of the words of a line, set as the form asks."""
    size = main_letters(placed, lambda letters: letters.size)
    set_in = size if isinstance(size, float) and look.allows(size) else float(look.size)
    text = placed.text.upper() if look.caps else placed.text
    return text_width(text, set_in, "bold" if look.bold else "regular")


def right_length(drawn: DrawnLine, words: float, asked: Line) -> bool:
    """Whether a line is as long as the form asks for; true when its length is not known."""
    if not drawn.width or asked.low is None or asked.high is None:
        return True
    return float(asked.low) - _NEARLY <= drawn.width / words <= float(asked.high) + _NEARLY


def _head(draft: Draft) -> Iterator[Placed]:
    """Lines above the body, those without words too."""
    return takewhile(lambda placed: placed.role not in _ENDS_HEAD, draft.reading.lines)


def _walk(draft: Draft) -> Iterator[tuple[Part, Drawn]]:
    sides = _sides(draft)
    seen: set[int] = set()
    at: Placed | None = None
    for placed in _head(draft):
        if placed.line.text and placed.role in _PART_OF:
            at = placed
        if at and placed.line.drawn and placed.line.paragraph not in seen:
            seen.add(placed.line.paragraph)
            for line in placed.line.drawn:
                yield _part(Drawn(placed, line), at.role, sides, draft), Drawn(at, line)


def _sides(draft: Draft) -> dict[int, set[Part]]:
    """Parts whose words stand in one paragraph: both columns do where tabs part them."""
    sides: dict[int, set[Part]] = {}
    for placed in draft.of("superior", "issuer", "star", "number", "title", "place_date"):
        sides.setdefault(placed.line.paragraph, set()).add(_PART_OF[placed.role])
    return sides


def _part(drawn: Drawn, above: Role, sides: dict[int, set[Part]], draft: Draft) -> Part:
    """The part a line belongs to that hangs below words of a role: its column says it, else its length where either may
    be meant: columns parted by tabs, a number with the title right below it."""
    placed, line = drawn
    in_cell = placed.line.cell and not placed.line.cell.data
    if len(sides.get(placed.line.paragraph, ())) > 1 or (above == "number" and not in_cell):
        return "right" if not line.width or _is_long(line, draft) else "left"
    if in_cell and placed.line.cell and _PART_OF[above] != "below":
        return "right" if placed.line.cell.column else "left"
    return _PART_OF[above]


def _is_long(line: DrawnLine, draft: Draft) -> bool:
    form = draft.form
    if form.motto_text and form.looks.motto:
        return line.width >= _LONG["motto"] * text_width(form.motto_text.value, float(form.looks.motto.size), "bold")
    return line.width >= _LONG["title"] * text_width(form.title_text.value, float(form.looks.title.size), "bold")
