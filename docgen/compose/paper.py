"""A unit's whole paper: plan + unit + form + day → Document."""

import datetime

from docgen.compose.body import body
from docgen.compose.ending import ending
from docgen.compose.letterhead import letterhead
from docgen.compose.voice import Voice
from docgen.model.document import Document
from docgen.model.form import Form
from docgen.model.plan import Plan
from docgen.model.register import Register
from docgen.model.unit import Unit


def compose(plan: Plan, register: Register, unit: Unit, form: Form, day: datetime.date | None) -> Document:
    """The same plan, unit, form and day give the same Document; `day` None leaves the day blank."""
    voice = Voice(plan, register, unit)
    blocks = (*letterhead(voice, form, day), *body(voice), *ending(voice, form, day))
    document = Document(form.id, blocks, author=unit.name, year=day.year if day else plan.due.year)
    title = f"{plan.kind.capitalize()} {document.text_of('subject')}".strip()
    return Document(form.id, blocks, title, unit.name, document.year)
