"""The papers of one folder against each other: the same fact is the same everywhere, every unit has one paper."""

from collections.abc import Sequence

from docgen.check.rules import set_papers, set_same
from docgen.check.set_facts import SetFacts
from docgen.check.set_rule import PaperSet, SetRule
from docgen.model.finding import Finding
from docgen.model.plan import Plan
from docgen.model.register import Register

_FEWEST = 2
RULES: tuple[SetRule, ...] = (*set_same.RULES, *set_papers.RULES)


def check_set(
    papers: Sequence[tuple[str, SetFacts]], plan: Plan | None, register: Register | None
) -> tuple[dict[str, list[Finding]], list[Finding]]:
    """Findings by file, and those of the set as a whole."""
    by_file: dict[str, list[Finding]] = {}
    whole: list[Finding] = []
    if len(papers) >= _FEWEST:
        asked = PaperSet(papers, plan, register)
        for rule in RULES:
            for file, fault in rule.judge(asked):
                (by_file.setdefault(file, []) if file else whole).append(rule.told.finding(fault))
    return by_file, whole
