"""docs/vi/tra-loi.md: every code the program can say, with its sentences and what else is worth saying."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from docgen.check.catalogue import EVERY
from docgen.check.rule import Rule
from docgen.show.finding_words import heading_of
from docgen.show.in_words import SEVERITIES
from docs.code_notes import FAMILIES, INTRO, NOTES, RULES_INTRO
from docs.markdown import table
from docs.said import BLANK, Said, gathered, mentioned

_NAMED = re.compile(r"\{\w+\}")
_RULES = frozenset(rule.code for rule in EVERY)


def codes_page(made: str) -> str:
    """The whole page; `made` is the line on top that tells where it comes from."""
    parts = [made, "# Tra lời báo", INTRO]
    said = sorted(
        one for one in gathered() if one.code not in _RULES and (one.message or _family(one.code) in FAMILIES)
    )
    _insist(said)
    for family, group in groupby(said, key=lambda one: _family(one.code)):
        title, words = FAMILIES[family]
        parts += [f"## {title}", words]
        for code, sentences in groupby(group, key=lambda one: one.code):
            parts += [f"### {code}", *_told(code, sentences)]
    return "\n\n".join([*parts, "## Quy tắc của docgen check", RULES_INTRO, *_rules()]) + "\n"


def _told(code: str, sentences: Iterable[Said]) -> Iterator[str]:
    for one in sentences:
        lines = filter(None, (one.message, one.remedy and f"Cách sửa: {one.remedy}"))
        quote = "<br>\n".join(f"> {_shown(line)}" for line in lines)
        if quote:
            yield quote
    if code in NOTES:
        yield NOTES[code]


def _rules() -> Iterator[str]:
    for heading, group in groupby(EVERY, key=lambda rule: heading_of(rule.code)):
        yield f"### {heading}"
        rows = (
            (f"[`{rule.code}`](../rules.md#{rule.code.replace('.', '')})", SEVERITIES[rule.severity], _blanked(rule))
            for rule in group
        )
        yield table(("Mã", "Mức", "Lời báo và cách sửa"), rows)


def _blanked(rule: Rule) -> str:
    message, remedy = (_shown(_NAMED.sub(BLANK, text)) for text in (rule.message.vi, rule.remedy.vi))
    return f"{message}<br>Cách sửa: {remedy}"


def _shown(sentence: str) -> str:
    """A sentence whose signs are no Markdown."""
    return sentence.replace("<", "&lt;").replace("*", "\\*")


def _family(code: str) -> str:
    return code.partition(".")[0]


def _insist(said: Iterable[Said]) -> None:
    """Nothing unexplained, no explanation of what is gone."""
    codes, families = {one.code for one in said}, {_family(one.code) for one in said}
    missed = {code for code in mentioned() if _family(code) in FAMILIES} - codes - _RULES
    untold = codes - {one.code for one in said if one.message} - set(NOTES)
    gone = set(NOTES) - codes
    wrong = missed | untold | gone | families ^ set(FAMILIES)
    if wrong:
        raise LookupError(
            f"codes without sentences or words on them, or explained and gone: {', '.join(sorted(wrong))}"
        )
