"""What travels to the workers: small, however large the registry."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from docgen.check.names import Names
from docgen.model.unit import Unit
from docgen.stories.making import Job
from docgen.stories.run import Run
from docgen.word.template import Template

_UNIT = re.compile(r"\bdon_vi\.([a-z0-9-]+)")


def shared_job(run: Run, templates: Mapping[str, Template], cover: bool) -> Job:
    """The plan, the templates, the units a paper may name, and the foreign names its words may hold."""
    book, wanted = run.workbook, run.wanted
    units = book.register.units
    named = {run.plan.issuer, *_UNIT.findall(repr(run.plan))}
    register = replace(book.register, units={name: units[name] for name in sorted(named) if name in units})
    every = Names(units.values(), book.register.kinds)
    foreign = Names((units[name] for name in sorted(every.bearers(_written(run)))), book.register.kinds)
    return Job(run.plan, register, foreign, book.forms, templates, wanted.verify, cover, wanted.seconds)


def _written(run: Run) -> Iterator[str]:
    """All words that people wrote and papers may repeat: of the plan, of the kinds, of each unit."""
    yield repr(run.plan)
    for kind in run.workbook.register.kinds.values():
        yield repr(kind)
    for unit in run.workbook.register.units.values():
        yield from _own_words(unit)


def _own_words(unit: Unit) -> Iterator[str]:
    yield from unit.facts.values()
    yield from unit.recipients
    yield from filter(None, (unit.signer, unit.authority, unit.position))
