"""Every rule of a single paper, in reading order. A rule goes in or out with one line here."""

from docgen.check.rule import Rule
from docgen.check.rules import (
    authority,
    date,
    kind,
    letterhead,
    letterhead_lines,
    number,
    number_symbols,
    page,
    place,
    signature,
    subject,
)

RULES: tuple[Rule, ...] = (
    *page.RULES,
    *letterhead.RULES,
    *letterhead_lines.RULES,
    *number.RULES,
    *number_symbols.RULES,
    *date.RULES,
    *place.RULES,
    *kind.RULES,
    *subject.RULES,
    *authority.RULES,
    *signature.RULES,
)
