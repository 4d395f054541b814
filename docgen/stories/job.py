"""What travels to the workers: small, however large the registry."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from docgen.check.names import Names
from docgen.model.register import Register
from docgen.model.unit import Unit
from docgen.stories.making import Job
from docgen.stories.run import Run
from docgen.word.template import Template

_UNIT = re.compile(r"\bdon_vi\.([a-z0-9-]+)")


def shared_job(run: Run, templates: Mapping[str, Template], cover: bool) -> Job:
    """The plan, the templates, the units a paper may name, and the foreign names its words may hold."""
    wanted = run.wanted
    register, foreign = run.opened.remembered(b"spoken", lambda: _spoken(run))
    return Job(run.plan, register, foreign, run.workbook.forms, templates, wanted.verify, cover, wanted.seconds)


def _spoken(run: Run) -> tuple[Register, Names]:
    """The units that sentences of the plan name, and the names that stand in them as plain words."""
    kinds, units = run.workbook.register.kinds, run.workbook.register.units
    named = {run.plan.issuer, *_UNIT.findall(repr(run.plan))}
    register = replace(run.workbook.register, units={name: units[name] for name in sorted(named) if name in units})
    bearers = Names(units.values(), kinds).bearers(_written(run))
    return register, Names((units[name] for name in sorted(bearers)), kinds)


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
