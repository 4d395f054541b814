"""One file held against its form: what a worker does, within limits; a bad file costs itself."""

import pickle
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from docgen.check.draft import Draft
from docgen.check.fit import day_of, form_of
from docgen.check.papers import check_paper
from docgen.check.set_facts import SetFacts, facts_of
from docgen.model.checked import CheckedFile
from docgen.model.form import Form
from docgen.problems import Place, Problem
from docgen.stories.duties import Office, duties_of
from docgen.stories.file_limits import within_limits
from docgen.word.read import read_docx
from docgen.workspace.folder import Refused, read_file


@dataclass(frozen=True)
class Job:
    """What all files of a run share: form and unit as asked for, the `office` whose plan papers may carry out;
    `seconds` is the time one file may take."""

    forms: Mapping[str, Form]
    form: str | None
    unit: str | None
    office: Office | None
    seconds: float

    def packed(self) -> bytes:
        """The job as it travels."""
        return pickle.dumps(self, pickle.HIGHEST_PROTOCOL)


@dataclass(frozen=True)
class Task:
    """One file: where it lies, how it is named to the user, the folder it is checked with as one of a set, the form
    docgen recorded for it, or why it is none."""

    path: Path
    file: str
    folder: str = ""
    form: str = ""
    refused: Problem | None = None


@dataclass(frozen=True)
class Judged:
    """What is told of a file, and what it tells the others of its set."""

    told: CheckedFile
    facts: SetFacts | None = None


def check_files(packed: bytes, tasks: Sequence[Task]) -> list[Judged]:
    """A group of files; one that fails costs itself."""
    job = _job(packed)
    return [refused(task, task.refused) if task.refused else _judged(job, task) for task in tasks]


@lru_cache(maxsize=1)
def _job(packed: bytes) -> Job:
    job: Job = pickle.loads(packed)
    return job


def refused(task: Task, why: Problem) -> Judged:
    """A file that was not checked."""
    return Judged(CheckedFile(task.file, refused=why))


def _judged(job: Job, task: Task) -> Judged:
    try:
        return within_limits(task.file, job.seconds, lambda: _checked(job, task))
    except Refused as stopped:
        return refused(task, stopped.problem)
    except Exception as bug:  # ours; the other files are still checked
        message = f"Lỗi trong docgen ({type(bug).__name__}: {bug})."
        return _stopped(task, "check.internal", message, "Gửi dòng này cho người làm docgen.")


def lost(task: Task) -> Judged:
    """A file whose worker died or hung."""
    message = "Tiến trình soát tệp này dừng đột ngột hoặc không trả lời."
    return _stopped(task, "docx.worker_lost", message, "Mở tệp trong Word, lưu lại rồi soát riêng tệp này.")


def _stopped(task: Task, code: str, message: str, remedy: str) -> Judged:
    return refused(task, Problem(Place(task.file), code, message, remedy))


def _checked(job: Job, task: Task) -> Judged:
    """Read, find its form, ask every rule. Raises Refused, Unreadable."""
    reading = read_docx(read_file(task.path, task.file))
    form = job.forms.get(job.form or task.form) or form_of(reading, job.forms)
    assert form is not None  # there is a shipped form at least
    day = day_of(reading)
    duties = duties_of(reading, job.office, job.unit, form, day) if job.office and form.system == "dang" else None
    draft = Draft(reading, form, tuple(job.forms.values()), day, duties)
    told = CheckedFile(task.file, form.id, findings=tuple(check_paper(draft)))
    return Judged(told, facts_of(draft) if task.folder else None)
