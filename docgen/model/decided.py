"""What a unit makes of an item: the verb, the wording, the duty, the reason."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from docgen.model.plan import AddedItem, Duty, Item, Plan, Verb, decision_for
from docgen.model.unit import Unit
from docgen.wording import references

SUBJECT = "tieu-de"
OPENING = "mo-dau"
_UNITS = "don_vi"


@dataclass(frozen=True)
class Decided:
    """`text` is empty for a dropped item; `drafting` marks an assignment made when drafting."""

    verb: Verb
    text: str
    duty: Duty
    reason: str
    drafting: bool


def decide(plan: Plan, item: Item, unit: Unit) -> Decided:
    """The decision that stands for one unit; the issuer keeps its own words and duties."""
    decision = decision_for(plan, item, unit.kind, plan.part(unit.id))
    verb = decision.verb or "giu"
    if verb == "bo":
        return Decided(verb, "", decision, decision.reason or "", False)
    own = unit.id == plan.issuer
    duty = item if own or (not decision.lead and verb == "giu") else decision
    text = decision.text or item.text
    return Decided(verb, text, duty, decision.reason or "", bool(decision.drafting) and not own)


def decide_added(added: AddedItem) -> Decided:
    """What stands for an item the unit adds of its own."""
    return Decided("giao" if added.lead else "sua", added.text, added, "mục bổ sung của đơn vị", False)


def named_units(plan: Plan, unit: Unit) -> set[str]:
    """Units that the paper of `unit` names on purpose, through a reference."""
    own = (decide_added(added) for added in plan.part(unit.id).added)
    return named_in((*(decide(plan, item, unit) for item in plan.items), *own))


def named_in(decided: Iterable[Decided]) -> set[str]:
    """Units that decisions name on purpose, in their words and in their duties."""
    texts = (text for one in decided if one.verb != "bo" for text in _texts(one.text, one.duty) if _UNITS in text)
    return {found.name for text in texts for found in references(text) if found.space == _UNITS}


def _texts(text: str, duty: Duty) -> Iterator[str]:
    yield from (text, duty.work or "", duty.product or "")
    yield from ("{" + body + "}" for body in (*duty.lead, *duty.support))
