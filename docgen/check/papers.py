"""One paper held against its form: all findings, in the order of the rules."""

from docgen.check.catalogue import RULES
from docgen.check.draft import Draft
from docgen.check.fit import other_form
from docgen.model.finding import Finding


def check_paper(draft: Draft) -> list[Finding]:
    """Every finding of every rule; one hint alone when the paper is plainly of another form."""
    other = list(other_form.findings(draft))
    return other or [finding for rule in RULES for finding in rule.findings(draft)]
