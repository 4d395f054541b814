"""A rule over the papers of a folder: what it is given, how it is declared."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from docgen.check.citations import number_of
from docgen.check.rule import Fault, Rule
from docgen.check.set_facts import SetFacts, said
from docgen.model.finding import Said
from docgen.model.plan import Plan
from docgen.model.register import Register
from docgen.problems import Severity


@dataclass(frozen=True)
class PaperSet:
    """Papers by file in the order given; plan and register where they are known."""

    papers: Sequence[tuple[str, SetFacts]]
    plan: Plan | None
    register: Register | None

    @cached_property
    def registered(self) -> frozenset[str]:
        """Numbers of documents that the plan registers: the duties of a draft judge how it cites them."""
        return frozenset(number_of(one.number) for one in self.plan.documents.values()) if self.plan else frozenset()

    @cached_property
    def copies(self) -> Mapping[str, str]:
        """Files that hold the paper of another once more: of the same issuer, on the same subject."""
        first: dict[tuple[str, str], str] = {}
        found = {}
        for file, facts in self.papers:
            issuer, subject = said(facts.issuer), said(facts.subject)
            if issuer and subject and first.setdefault((issuer, subject), file) != file:
                found[file] = first[issuer, subject]
        return found


Told = Iterator[tuple[str, Fault]]
Judge = Callable[[PaperSet], Told]


@dataclass(frozen=True)
class SetRule:
    """A rule over a set: told as other rules are, judged over all papers; a fault of the whole set has no file."""

    told: Rule
    judge: Judge


def set_rule(
    code: str, serves: str, severity: Severity, message: tuple[str, str], remedy: tuple[str, str]
) -> Callable[[Judge], SetRule]:
    """Declare a rule over a set, as `rule` declares one over a paper."""

    def declare(judge: Judge) -> SetRule:
        told = Rule(
            code, tuple(serves.split()), severity, Said(*message), Said(*remedy), lambda _: (), judge.__doc__ or ""
        )
        return SetRule(told, judge)

    return declare
