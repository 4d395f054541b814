"""One paper from data, without disk or clock: what a worker does, wherever it runs."""

import datetime
import pickle
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from docgen.check.leftovers import Detector
from docgen.check.names import Names
from docgen.compose.coverage import covered
from docgen.compose.paper import Composer
from docgen.model.coverage import Covered
from docgen.model.document import Document
from docgen.model.form import Form
from docgen.model.plan import Plan
from docgen.model.register import Register
from docgen.model.unit import Unit
from docgen.problems import Place, Problem, errors
from docgen.stories.limits import TooLong, deadline, memory
from docgen.word.context import context_of
from docgen.word.properties import APP, CORE, app_xml, core_xml
from docgen.word.template import CannotFill, Template


@dataclass(frozen=True)
class Job:
    """What all papers of a run share; it travels to every worker.

    `register` holds the units that any paper may name, `names` the names of others that its words may hold by mistake;
    `seconds` is the time one paper may take.
    """

    plan: Plan
    register: Register
    names: Names
    forms: Mapping[str, Form]
    templates: Mapping[str, Template]
    verify: bool
    cover: bool
    seconds: float

    def packed(self) -> bytes:
        """The job as it travels."""
        return pickle.dumps(self, pickle.HIGHEST_PROTOCOL)


@dataclass(frozen=True)
class Task:
    """One paper to make; `line` is the unit, its superior, and so on to the top.

    Without a form no paper is made: the unit travels along, with its faults, to keep its place in the report.
    """

    unit: str
    problems: tuple[Problem, ...]
    line: tuple[Unit, ...] = ()
    form: str = ""
    day: datetime.date | None = None


@dataclass(frozen=True)
class Draft:
    """A finished paper not stored yet, or none and why.

    `data` is the hash of what the paper says, `covered` what it made of the items, when the job asks.
    """

    content: bytes = b""
    data: str = ""
    problems: tuple[Problem, ...] = ()
    covered: Covered | None = None


def make_papers(packed: bytes, tasks: Sequence[Task]) -> list[Draft]:
    """A group of papers; one that fails costs itself."""
    desk = _desk(packed)
    with memory():
        return [_make_within_limits(desk, task) if task.form else Draft() for task in tasks]


class _Desk:
    """A job unpacked, and what is remembered from one paper to the next."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.composer, self.detector = Composer(job.plan), Detector(job.names)


@lru_cache(maxsize=1)
def _desk(packed: bytes) -> _Desk:
    return _Desk(pickle.loads(packed))


def _make_within_limits(desk: _Desk, task: Task) -> Draft:
    try:
        with deadline(desk.job.seconds):
            return _make(desk, task)
    except CannotFill as cannot:
        return Draft(problems=(cannot.problem,))
    except TooLong:
        return _none(task, "unit.too_long", f"Dựng quá {desk.job.seconds:g} giây chưa xong, đã dừng.", _LOOPS)
    except MemoryError:
        return _none(task, "unit.too_large", "Văn bản dựng ra quá lớn, đã dừng.", _LOOPS)
    except Exception as bug:  # ours; the other units are still made
        message = f"Lỗi trong docgen ({type(bug).__name__}: {bug})."
        return _none(task, "unit.internal", message, "Gửi dòng này cho người làm docgen.")


_LOOPS = "Xem lại các vòng lặp {% for %} trong mẫu và độ dài dữ liệu của đơn vị."


def _none(task: Task, code: str, message: str, remedy: str) -> Draft:
    return Draft(problems=(Problem(Place(f"{task.unit}.docx"), code, message, remedy),))


def _make(desk: _Desk, task: Task) -> Draft:
    """Compose, fill, look for leftovers."""
    job, unit = desk.job, task.line[0]
    register = replace(job.register, units={**job.register.units, **{above.id: above for above in task.line}})
    document = desk.composer.paper(register, unit, job.forms[task.form], task.day)
    values = context_of(document, job.forms[task.form])
    template = job.templates[task.form]
    properties = {CORE: core_xml(document.subject, document.author, document.year), APP: app_xml()}
    content = template.fill(values, properties)
    problems = [*_leftovers(desk, register, unit, document)]
    if job.verify:
        problems += template.verify(content, values)
    told = covered(desk.composer, register, unit, document) if job.cover else None
    return Draft(b"" if errors(problems) else content, document.fingerprint(), tuple(problems), told)


def _leftovers(desk: _Desk, register: Register, unit: Unit, document: Document) -> Iterator[Problem]:
    for left in desk.detector.find(document, unit, register, desk.composer.named(register, unit)):
        place = Place(f"{unit.id}.docx", part=left.path, snippet=left.snippet)
        message = f"«{left.phrase}» ở {left.path} là lời của cấp khác hoặc đơn vị khác."
        yield Problem(place, "wording.leftover", message, "Sửa lời của mục này trong tệp kế hoạch.", "warning")
