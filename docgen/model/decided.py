"""What a unit makes of an item: the verb, the wording, the duty, the reason."""

from dataclasses import dataclass

from docgen.model.plan import Duty, Item, Plan, Verb, decision_for
from docgen.model.unit import Unit
from docgen.wording import references

SUBJECT = "tieu-de"
OPENING = "mo-dau"


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


def named_units(plan: Plan, unit: Unit) -> set[str]:
    """Units that the paper of `unit` names on purpose, through a reference."""
    decided = [decide(plan, item, unit) for item in plan.items]
    said = [(one.text, one.duty) for one in decided if one.verb != "bo"]
    said += [(added.text, added) for added in plan.part(unit.id).added]
    texts = [text for text, _ in said]
    for _, duty in said:
        texts += [*("{" + body + "}" for body in (*duty.lead, *duty.support)), duty.work or "", duty.product or ""]
    return {found.name for text in texts for found in references(text) if found.space == "don_vi"}
