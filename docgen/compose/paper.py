"""A unit's whole paper: plan + unit + form + day → Document."""

import datetime
from collections.abc import Mapping

from docgen.compose.body import body
from docgen.compose.ending import ending
from docgen.compose.letterhead import letterhead
from docgen.compose.script import Scripts
from docgen.compose.voice import Voice
from docgen.model.decided import Decided
from docgen.model.document import Document
from docgen.model.form import Form
from docgen.model.plan import Plan
from docgen.model.register import Register
from docgen.model.unit import Unit


class Composer:
    """Papers of one plan, many of them: what all units of a kind say alike is decided once."""

    def __init__(self, plan: Plan) -> None:
        self._scripts = Scripts(plan)

    def paper(self, register: Register, unit: Unit, form: Form, day: datetime.date | None) -> Document:
        """The same plan, unit, form and day give the same Document; `day` None leaves the day blank.

        `register` holds the unit, those above it, the issuer and every unit the paper names.
        """
        plan, script = self.plan, self._scripts.of(register, unit)
        voice = Voice(plan, register, unit, script.alike)
        blocks = (*letterhead(voice, script, form, day), *body(voice, script), *ending(voice, script, form, day))
        subject = next((block.text for block in blocks if block.role == "subject"), "")
        title = f"{plan.kind.capitalize()} {subject}".strip()
        return Document(form.id, blocks, title, unit.name, day.year if day else plan.due.year)

    @property
    def plan(self) -> Plan:
        """The plan whose papers these are."""
        return self._scripts.plan

    def decided(self, register: Register, unit: Unit) -> Mapping[str, Decided]:
        """What the unit makes of every item of the plan."""
        return self._scripts.of(register, unit).decided

    def named(self, register: Register, unit: Unit) -> frozenset[str]:
        """Units that the paper of `unit` names on purpose, through a reference."""
        return self._scripts.of(register, unit).named


def compose(plan: Plan, register: Register, unit: Unit, form: Form, day: datetime.date | None) -> Document:
    """One paper alone."""
    return Composer(plan).paper(register, unit, form, day)
