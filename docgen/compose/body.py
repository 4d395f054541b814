"""The body: items kept, adapted or assigned, renumbered, with the unit's own items in their places."""

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.compose.voice import Voice
from docgen.model.decided import OPENING, SUBJECT, Decided, decide
from docgen.model.document import Block, Role
from docgen.model.plan import AddedItem, Item

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True)
class Entry:
    """One paragraph of the paper before it has a number: where it came from and what was decided."""

    item: str
    role: Role
    decided: Decided


def entries(voice: Voice) -> Iterator[Entry]:
    """Paragraphs that stand in the unit's paper, in order; dropped items are left out."""
    added = voice.plan.part(voice.unit.id).added
    for item in voice.plan.items:
        decided = decide(voice.plan, item, voice.unit)
        if decided.verb != "bo" and item.id != SUBJECT:
            yield Entry(item.id, role_of(item.id), decided)
        for own in added:
            if own.after == item.id:
                yield Entry(own.id, role_of(item.id), _own(own))


def _own(added: AddedItem) -> Decided:
    return Decided("giao" if added.lead else "sua", added.text, added, "mục bổ sung của đơn vị", False)


def role_of(item: str) -> Role:
    """`I` a heading, `II.3` an item, `II.3.2` a dash, `II.5.p2` a continuation, `mo-dau` the opening."""
    if item == OPENING:
        return "opening"
    if ".p" in item:
        return "paragraph"
    roles: tuple[Role, ...] = ("heading", "item", "dash")
    return roles[item.count(".")]


def body(voice: Voice) -> Iterator[Block]:
    """Numbered blocks of the body."""
    heading = number = 0
    for entry in entries(voice):
        mark, level = "", 0
        if entry.role == "heading":
            heading, number = heading + 1, 0
            mark, level = roman(heading), 1
        elif entry.role == "item":
            number += 1
            mark, level = str(number), 2
        elif entry.role == "dash":
            mark, level = "-", 3
        elif entry.role == "paragraph":
            level = 2
        runs = voice.runs(entry.decided.text, entry.decided.duty)
        yield Block(entry.role, runs, mark, level, item=entry.item, decision=entry.decided.verb)


def roman(number: int) -> str:
    """1 → I, 4 → IV."""
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text


def item_text(voice: Voice, item: Item) -> str:
    """What stands for an item in the unit's paper, without its number; empty when dropped."""
    decided = decide(voice.plan, item, voice.unit)
    return "".join(run.text for run in voice.runs(decided.text, decided.duty)) if decided.text else ""
