"""One run of the build: what was asked, what comes of it, and what the steps share."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from docgen.model.form import Form
from docgen.model.register import default_day
from docgen.model.unit import Unit
from docgen.problems import Place, Problem
from docgen.stories.opening import Opened
from docgen.vietnamese import did_you_mean, short_date
from docgen.word.context import SAMPLE
from docgen.word.template import Template, compile_template
from docgen.workspace.folder import FORMS, Refused
from docgen.workspace.manifest import read_manifest, sha256

State = Literal["created", "same", "changed", "protected", "failed"]
STATES: tuple[State, ...] = ("created", "same", "changed", "protected", "failed")
USAGE = 2


@dataclass(frozen=True)
class Wanted:
    """What the user asked for; `day` and `form` None mean: as the data says."""

    units: Sequence[str] = ()
    out: Path = Path("build")
    day: datetime.date | None = None
    form: str | None = None
    dry_run: bool = False


@dataclass(frozen=True)
class Made:
    """One unit's outcome."""

    unit: str
    state: State
    file: str = ""
    sha256: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass
class Built:
    """A run's outcome: refused as a whole, or unit by unit."""

    plan: str
    out: str
    folder: Path
    made: list[Made] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    missing: dict[str, list[str]] = field(default_factory=dict)
    exit_code: int = 0
    written: bool = False

    def count(self, state: State) -> int:
        """Units in a state."""
        return sum(made.state == state for made in self.made)


class Run:
    """What the steps of one run share: data, compiled templates, known entries, the folder."""

    def __init__(self, opened: Opened, wanted: Wanted) -> None:
        assert opened.workbook.plan is not None
        self.workspace, self.workbook, self.wanted = opened.workspace, opened.workbook, wanted
        self.plan = opened.workbook.plan
        self.folder = (opened.workspace.root / wanted.out / self.plan.id).resolve()
        self.known = read_manifest(self.folder)
        self._templates: dict[str, tuple[Template, str]] = {}

    def template(self, form: str) -> tuple[Template, str]:
        """Compiled template of a form and the hash of its file. Raises TemplateRefused."""
        if form not in self._templates:
            file = self.workspace.template_file(form)
            content = self.workspace.read(file)
            self._templates[form] = compile_template(content, file, SAMPLE), sha256(content)
        return self._templates[form]

    def paper_day(self, unit: Unit) -> datetime.date | None:
        """The date the paper bears. `--date` is for those below; the issuer takes it only when named."""
        asked = self.wanted.day if unit.id != self.plan.issuer or unit.id in self.wanted.units else None
        return self.plan.part(unit.id).date or asked

    def validity_day(self, unit: Unit) -> datetime.date:
        """The day the unit must exist on, and the form be in force."""
        return self.plan.part(unit.id).date or self.wanted.day or default_day(self.plan)

    def form_of(self, unit: Unit) -> Form | None:
        """The form named, else the one in force on the paper's day, if any. Raises Refused for an unknown name."""
        forms = self.workbook.forms
        if self.wanted.form:
            if self.wanted.form not in forms:
                message = f"Không có thể thức «{self.wanted.form}»."
                problem = Problem(Place("--form"), "form.unknown", message, did_you_mean(self.wanted.form, forms))
                raise Refused(problem, USAGE)
            return forms[self.wanted.form]
        day = self.validity_day(unit)
        return next((form for form in forms.values() if form.valid_from <= day <= (form.valid_to or day)), None)

    def no_form(self, unit: Unit) -> Problem:
        """No guidance is in force on the paper's day: a fault of that day, told where it is given."""
        day = self.validity_day(unit)
        own, asked = self.plan.part(unit.id).date, Place("--date") if self.wanted.day else Place(FORMS)
        place = self.workbook.place_of_part(unit.id, "ngay") if own else asked
        message = f"Không có thể thức nào có hiệu lực ngày {short_date(day)}."
        return Problem(place, "form.none", message, "Sửa ngày, chọn bằng --form, hoặc thêm tệp thể thức.")
