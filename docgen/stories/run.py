"""One run of the build: what was asked, what comes of it, and what its papers share."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from docgen.load.workbook import date_option_problems
from docgen.model.form import Form, form_in_force
from docgen.model.plan import Plan
from docgen.model.register import default_day
from docgen.model.unit import Unit
from docgen.problems import Place, Problem, errors
from docgen.stories.limits import SECONDS
from docgen.stories.making import Task
from docgen.stories.missing import SIGNER, missing_of
from docgen.stories.opening import Opened
from docgen.vietnamese import did_you_mean, nearest, short_date
from docgen.workspace.folder import FORMS, USAGE, Refused

State = Literal["created", "same", "changed", "protected", "failed"]
STATES: tuple[State, ...] = ("created", "same", "changed", "protected", "failed")


@dataclass(frozen=True)
class Wanted:
    """What the user asked for; `day` and `form` None mean: as the data says; `seconds` is the time of one paper."""

    units: Sequence[str] = ()
    out: Path = Path("build")
    day: datetime.date | None = None
    form: str | None = None
    dry_run: bool = False
    force: bool = False
    verify: bool = False
    zip: bool = False
    pdf: bool = False
    jobs: int | None = None
    scheduler: str | None = None
    seconds: float = SECONDS


@dataclass(frozen=True, slots=True)
class Made:
    """One unit's outcome; `beside` is the new paper next to one a person edited."""

    unit: str
    state: State
    sha256: str = ""
    problems: tuple[Problem, ...] = ()
    beside: str = ""


@dataclass
class Built:
    """A run's outcome: refused as a whole, or unit by unit; of the papers made, how many lack what."""

    plan: str
    out: str
    folder: Path
    made: list[Made] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    no_signer: int = 0
    unconfirmed: int = 0
    exit_code: int = 0
    written: bool = False
    dry_run: bool = False
    zip: str = ""

    def add(self, made: Made, unit: Unit | None, plan: Plan) -> None:
        """Note one unit's outcome, and what its paper lacks."""
        self.made.append(made)
        if unit and made.state != "failed":
            self.no_signer += SIGNER in missing_of(plan, unit)
            self.unconfirmed += bool(unit.unconfirmed)

    def file_of(self, made: Made) -> str:
        """A unit's file as messages write it; none when there is none."""
        return f"{self.out}/{self.plan}/{made.unit}.docx" if made.state != "failed" else ""

    def count(self, state: State) -> int:
        """Units in a state."""
        return sum(made.state == state for made in self.made)


class Run:
    """What is asked of which unit: its paper as a task, or why there is none."""

    def __init__(self, opened: Opened, wanted: Wanted) -> None:
        assert opened.workbook.plan is not None
        self.opened, self.workspace, self.workbook, self.wanted = opened, opened.workspace, opened.workbook, wanted
        self.plan = opened.workbook.plan

    def names(self) -> Sequence[str]:
        """The units asked for, else all of the registry, also those that cannot be read."""
        if self.wanted.units:
            return tuple(dict.fromkeys(self.wanted.units))
        known = self.workbook.all_units
        return (*known, *sorted(set(self.workbook.faults.by_unit) - set(known)))

    def tasks(self) -> Iterator[Task]:
        """A task a unit, in order; units not valid on the day are left out unless they are asked for."""
        for name in self.names():
            unit = self.workbook.register.units.get(name)
            if unit is None:
                yield Task(name, self._faults_of(name))
            elif unit.exists_on(self.validity_day(unit)):
                yield self._task(unit)
            elif self.wanted.units:
                yield Task(name, (self._not_valid(unit),))

    def forms(self) -> set[str]:
        """Forms the papers of this run have: a unit without a part of its own in the plan has the common day's."""
        own = [name for name in self.wanted.units or self.plan.parts if not self.workbook.faults.stops(name)]
        units = self.workbook.register.units
        forms = {form.id for name in own if name in units and (form := self.form_of(units[name]))}
        common = None if self.wanted.units else self._form_on(self.wanted.day or default_day(self.plan))
        return forms | {common.id} if common else forms

    def problems_of(self, unit: Unit) -> list[Problem]:
        """What the data says against a unit's paper, with the day asked for."""
        problems = list(self.workbook.faults.by_unit.get(unit.id, ()))
        day = self.paper_day(unit)
        if day and day == self.wanted.day and self.plan.part(unit.id).date is None:
            problems += date_option_problems(self.workbook, unit.id, day)
        return problems

    def paper_day(self, unit: Unit) -> datetime.date | None:
        """The date the paper bears. `--date` is for those below; the issuer takes it only when named."""
        asked = self.wanted.day if unit.id != self.plan.issuer or unit.id in self.wanted.units else None
        return self.plan.part(unit.id).date or asked

    def validity_day(self, unit: Unit) -> datetime.date:
        """The day the unit must exist on, and the form be in force."""
        return self.plan.part(unit.id).date or self.wanted.day or default_day(self.plan)

    def form_of(self, unit: Unit) -> Form | None:
        """The form of a unit's paper. Raises Refused for an unknown name."""
        return self._form_on(self.validity_day(unit))

    def _form_on(self, day: datetime.date) -> Form | None:
        """The form named, else the one in force on a day, if any."""
        forms, asked = self.workbook.forms, self.wanted.form
        if not asked:
            return form_in_force(forms.values(), day)
        if asked not in forms:
            problem = Problem(
                Place("--form"), "form.unknown", f"Không có thể thức «{asked}».", did_you_mean(asked, forms)
            )
            raise Refused(problem, USAGE)
        if forms[asked].system != "dang":
            party = ", ".join(name for name, form in forms.items() if form.system == "dang")
            message = f"Thể thức «{asked}» là của cơ quan nhà nước; docgen chỉ dựng văn bản của Đảng."
            raise Refused(Problem(Place("--form"), "form.state", message, f"Dùng một trong: {party}."))
        return forms[asked]

    def _task(self, unit: Unit) -> Task:
        problems = self.problems_of(unit)
        form = self.form_of(unit)
        if form is None and not errors(problems):
            problems.append(self._no_form(unit))
        if form is None or errors(problems):
            return Task(unit.id, tuple(sorted(problems)))
        line = tuple(self.workbook.register.line_of(unit))
        return Task(unit.id, tuple(problems), line, form.id, self.paper_day(unit))

    def _faults_of(self, name: str) -> tuple[Problem, ...]:
        """Why there is no such unit."""
        problems = self.workbook.faults.by_unit.get(name)
        if not problems and self.workbook.source:
            problems = self.workbook.source.nameless  # entries without a readable id: it may be one of theirs
        if not problems:
            from docgen.load.sentences import plain_id

            message = f"Không có đơn vị «{name}» trong danh sách."
            guess = nearest(plain_id(name), self.workbook.all_units)
            remedy = f"Có phải ý là «{guess}»?" if guess else "Xem mã các đơn vị bằng lệnh «docgen units»."
            problems = [Problem(Place(name), "unit.unknown", message, remedy)]
        return tuple(sorted(problems))

    def _not_valid(self, unit: Unit) -> Problem:
        message = f"«{unit.name}» không còn hoặc chưa có vào ngày {short_date(self.validity_day(unit))}."
        remedy = "Chọn ngày khác hoặc sửa hiệu lực trong danh sách."
        return Problem(Place(unit.id), "unit.not_valid", message, remedy)

    def _no_form(self, unit: Unit) -> Problem:
        """No guidance is in force on the paper's day: a fault of that day, told where it is given."""
        day = self.validity_day(unit)
        own, asked = self.plan.part(unit.id).date, Place("--date") if self.wanted.day else Place(FORMS)
        place = self.workbook.place_of_part(unit.id, "ngay") if own else asked
        message = f"Không có thể thức nào có hiệu lực ngày {short_date(day)}."
        return Problem(place, "form.none", message, "Sửa ngày, chọn bằng --form, hoặc thêm tệp thể thức.")
