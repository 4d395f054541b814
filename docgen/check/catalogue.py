"""Every rule of a single paper, in reading order. A rule goes in or out with one line here."""

from docgen.check.rule import Rule
from docgen.check.rules import authority, page, signature

RULES: tuple[Rule, ...] = (
    *page.RULES,
    *authority.RULES,
    *signature.RULES,
)
