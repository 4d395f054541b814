"""Duties by content: items and figures of the superior's plan in a unit's draft."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from docgen.check.carrying import Carried
from docgen.check.draft import Draft, Duties
from docgen.check.likeness import pairs
from docgen.check.rule import Fault, rule
from docgen.model.finding import Said, Spot
from docgen.model.plan import Direction, Target
from docgen.model.reading import Placed
from docgen.model.register import binding_target
from docgen.problems import Severity
from docgen.vietnamese import figure

_FIRST_WORDS = 12
_CONTEXT = 50  # characters after a figure that tell which one it is
_AGAINST: dict[Direction, Said] = {
    "it_nhat": Said("thấp hơn", "is below"),
    "nhieu_nhat": Said("vượt", "is above"),
    "dung": Said("khác", "is not"),
}


@rule(
    "duties.item_missing",
    "",
    "warning",
    ("Thiếu nội dung của mục {item} {whose}: «{expected}».", "Item {item} {whose} is missing: «{expected}»."),
    (
        "Thêm lại nội dung này, viết theo điều kiện của đơn vị; bỏ hẳn thì phải được cấp trên đồng ý.",
        "Put it back in the unit's own words; it may be left out only with the superior's consent.",
    ),
)
def item_missing(draft: Draft) -> Iterator[Fault]:
    """Everything the superior's plan asks of the unit stands in its draft, in whatever words.

    Why: the superior's plan; items that bind every unit cannot be dropped.
    Wrong: no paragraph on inspection though the plan has one. Right: the same duty in the unit's own words.
    """
    before: Placed | None = None
    for carried in draft.carried:
        if carried.found:
            before = carried.found.at
        elif draft.duties and not (carried.block.role == "opening" and draft.of("basis")):
            yield _missing(draft.duties, carried, before)


def _missing(duties: Duties, carried: Carried, before: Placed | None) -> Fault:
    known = {item.id: item.binding for item in duties.plan.items}
    item = carried.block.item or ""
    words = " ".join(carried.block.text.split()[:_FIRST_WORDS])
    line = before.line if before else None
    at = Spot(line.part, line.section + 1, carried.path, line.paragraph, words) if line else Spot(path=carried.path)
    severity: Severity = "error" if known.get(item) else "warning" if item in known else "hint"
    above = Said("trong kế hoạch cấp trên", "of the superior's plan")
    whose = above if item in known else Said("do đơn vị tự bổ sung", "the unit added of its own")
    told: Mapping[str, str | Said] = {"item": item, "whose": whose}
    return Fault(at, "", f"{words} …", duties.clause(item), words=told, severity=severity)


@dataclass(frozen=True)
class _Figure:
    value: Decimal
    words: str
    after: str


@rule(
    "duties.target",
    "X4 69",
    "error",
    (
        "«{found}» {against} chỉ tiêu cấp trên giao «{expected}» ({name}).",
        "«{found}» {against} the figure set from above, «{expected}» ({name}).",
    ),
    ("Sửa thành «{expected}», hoặc mức cao hơn nếu chỉ tiêu cho phép.", "Write «{expected}», or a stricter figure."),
)
def target(draft: Draft) -> Iterator[Fault]:
    """A figure the draft states keeps to the floor, or the ceiling, the superior set.

    Why: percent targets are kept as floor; local ones may be stricter, never lower.
    Wrong: «tinh giản ít nhất 4% biên chế» below a plan that says 5%. Right: 5%, or 6%.
    """
    if not draft.duties:
        return
    wanted = {item.id: item.targets for item in draft.duties.plan.items if item.targets}
    for carried in draft.carried:
        names = wanted.get(carried.block.item or "", ())
        if carried.found and names and carried.found.text.find(carried.block.text) < 0:
            for name in names:
                yield from _target(draft.duties, carried, name)


def _target(duties: Duties, carried: Carried, name: str) -> Iterator[Fault]:
    assert carried.found
    rule_of = duties.plan.targets[name]
    own = binding_target(duties.plan, duties.register, duties.unit, name)
    limit = binding_target(duties.plan, duties.register, duties.superior, name) if duties.superior else rule_of.value
    stated = _stated_as(own, _figures(carried.block.text, rule_of), _figures(carried.found.text, rule_of))
    if stated and not rule_of.model_copy(update={"value": limit}).allows(stated.value):
        words: Mapping[str, str | Said] = {"against": _AGAINST[rule_of.direction], "name": rule_of.name}
        expected = f"{figure(limit)}{rule_of.unit}"
        clause = duties.clause(carried.block.item)
        yield Fault(carried.found.at, stated.words, expected, clause, snippet=stated.words, words=words)


def _figures(text: str, target: Target) -> list[_Figure]:
    """Numbers with the target's unit, and what follows each."""
    unit = target.unit.strip()
    signs = r"(?:%|phần trăm)" if unit == "%" else rf"{re.escape(unit)}(?!\w)"
    found = re.finditer(rf"(?<![\w/.,-])(\d+(?:[.,]\d+)?)\s?{signs}", text)
    return [
        _Figure(Decimal(one[1].replace(",", ".")), one.group(), text[one.end() : one.end() + _CONTEXT]) for one in found
    ]


def _stated_as(own: Decimal, wanted: Sequence[_Figure], found: Sequence[_Figure]) -> _Figure | None:
    """The figure of the draft that stands for the one of the paper expected: in order, else by what follows it."""
    place = next((index for index, one in enumerate(wanted) if one.value == own), None)
    if place is None:
        return None
    if len(wanted) == len(found):
        return found[place]
    after = pairs(wanted[place].after)
    alike = [(len(after & pairs(one.after)), -index, one) for index, one in enumerate(found)]
    shared, _, best = max(alike, default=(0, 0, None))
    return best if shared else None


RULES = (item_missing, target)
