"""One reading of a workspace's data: what came of the files, without the readers, which remembered data need not."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from docgen.load.bounds import PARTS, issue_date_problems
from docgen.load.source import Source
from docgen.load.units import Registry, UnitFaults
from docgen.model.form import Form
from docgen.model.plan import Plan
from docgen.model.register import Register
from docgen.problems import Place, Problem, errors


@dataclass(frozen=True)
class Files:
    """Content of the data files by their name in messages."""

    kinds: tuple[str, bytes]
    registry: tuple[str, bytes]
    plan: tuple[str, bytes]
    forms: Mapping[str, bytes]


@dataclass(frozen=True)
class Workbook:
    """Everything a run works with. `problems` stop the run when errors; `faults` cost single units."""

    plan: Plan | None
    register: Register
    forms: Mapping[str, Form]
    problems: tuple[Problem, ...]
    faults: UnitFaults
    all_units: tuple[str, ...] = ()
    source: Registry | None = None
    plan_source: Source | None = None

    @property
    def refused(self) -> bool:
        """Whether nothing may be made."""
        return bool(errors(self.problems)) or self.plan is None

    def place_of_part(self, unit: str, key: str) -> Place:
        """Where the plan gives a unit's own value."""
        return self.plan_source.place(PARTS, unit, key) if self.plan_source else Place()


def date_option_problems(workbook: Workbook, unit_id: str, day: datetime.date) -> list[Problem]:
    """The same check for a date given on the command line: one sentence for all units."""
    assert workbook.plan is not None
    unit = workbook.register.units[unit_id]
    return list(issue_date_problems(workbook.plan, workbook.register, unit, day, Place("--date"), named=False))
