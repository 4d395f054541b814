"""Copies of one checked paper: what a worker makes of its bytes, within limits; a bad file costs itself."""

import pickle
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from docgen.check.draft import Draft
from docgen.check.fit import day_of
from docgen.check.mending import mends
from docgen.check.papers import check_paper
from docgen.model.finding import Finding
from docgen.model.form import Form
from docgen.model.mend import Mend
from docgen.problems import Place, Problem
from docgen.stories.file_limits import within_limits
from docgen.word.annotating import annotate
from docgen.word.fixing import fix
from docgen.word.read import read_docx
from docgen.workspace.folder import Refused, read_file

_OWN_TRACE = "file.tracked_changes"  # what mending leaves behind on purpose


@dataclass(frozen=True)
class CopyJob:
    """What all copies of a run share: which kinds are wanted; `seconds` is the time one file may take."""

    forms: Mapping[str, Form]
    annotated: bool
    fixed: bool
    seconds: float

    def packed(self) -> bytes:
        """The job as it travels."""
        return pickle.dumps(self, pickle.HIGHEST_PROTOCOL)


@dataclass(frozen=True)
class CopyTask:
    """One file with what was found in it, and the form it was held against."""

    path: Path
    file: str
    form: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Copies:
    """The bytes of the copies, None where none is needed; how many findings are mended and how many are left."""

    annotated: bytes | None = None
    fixed: bytes | None = None
    mended: int = 0
    left: int = 0
    problem: Problem | None = None


def make_copies(packed: bytes, tasks: Sequence[CopyTask]) -> list[Copies]:
    """A group of files; one that fails costs itself."""
    job = _job(packed)
    return [_copied(job, task) for task in tasks]


@lru_cache(maxsize=1)
def _job(packed: bytes) -> CopyJob:
    job: CopyJob = pickle.loads(packed)
    return job


def _copied(job: CopyJob, task: CopyTask) -> Copies:
    try:
        return within_limits(task.file, job.seconds, lambda: _made(job, task))
    except Refused as stopped:
        return Copies(problem=stopped.problem)


def not_made(task: CopyTask) -> Copies:
    """A file whose worker died or hung."""
    message = "Tiến trình làm bản sao của tệp này dừng đột ngột hoặc không trả lời."
    remedy = "Mở tệp trong Word, lưu lại rồi soát riêng tệp này."
    return Copies(problem=Problem(Place(task.file), "docx.worker_lost", message, remedy))


def _made(job: CopyJob, task: CopyTask) -> Copies:
    """Raises Refused, Unreadable."""
    content = read_file(task.path, task.file)
    reading = read_docx(content)
    draft = Draft(reading, job.forms[task.form], tuple(job.forms.values()), day_of(reading))
    annotated = annotate(content, task.findings, draft.day) if job.annotated else None
    if not job.fixed:
        return Copies(annotated)
    if reading.revisions:
        return Copies(annotated, problem=_tracked(task))
    fixed, mended = Mending(content, draft).mended(task.findings)
    return Copies(annotated, fixed, mended, len(task.findings) - mended)


def _tracked(task: CopyTask) -> Problem:
    message = "Văn bản còn thay đổi đang theo dõi nên không sửa."
    return Problem(Place(task.file), "fix.tracked", message, "Chấp nhận hoặc từ chối hết rồi soát lại.", "warning")


class Mending:
    """One paper under repair: every attempt is read and checked like any other paper.

    Findings are counted by code: what stands before a place may move it.
    """

    def __init__(self, content: bytes, draft: Draft) -> None:
        self._content, self._draft = content, draft
        self._before = _counted(check_paper(draft))

    def mended(self, findings: Iterable[Finding]) -> tuple[bytes | None, int]:
        """The copy and how many of the findings are gone in it; None when nothing could be mended.

        Mends are made all together; those that leave their fault as it was are withdrawn. Where one brings up a new
        fault, they are made one after the other, so that it alone is withdrawn.
        """
        told = _counted(findings)
        plan = mends(self._draft, told)
        copy, after = self._attempt(plan)
        if not self._is_sound(plan, after):
            plan = {code: own for code, own in plan.items() if after[code] < self._before[code]}
            copy, after = self._attempt(plan)
        if not self._is_sound(plan, after):
            plan = self._sound_part(plan)
            copy, after = self._attempt(plan)
        return (copy, (told & (self._before - after)).total()) if plan else (None, 0)

    def _sound_part(self, plan: Mapping[str, list[Mend]]) -> dict[str, list[Mend]]:
        kept: dict[str, list[Mend]] = {}
        for code, own in plan.items():
            longer = {**kept, code: own}
            if self._is_sound(longer, self._attempt(longer)[1]):
                kept = longer
        return kept

    def _attempt(self, plan: Mapping[str, list[Mend]]) -> tuple[bytes, Counter[str]]:
        draft = self._draft
        copy = fix(self._content, [mend for own in plan.values() for mend in own], draft.day)
        return copy, _counted(check_paper(Draft(read_docx(copy), draft.form, draft.forms, draft.day)))

    def _is_sound(self, plan: Mapping[str, list[Mend]], after: Counter[str]) -> bool:
        """Every code of the plan has fewer findings, and none has more."""
        return after <= self._before and all(after[code] < self._before[code] for code in plan)


def _counted(findings: Iterable[Finding]) -> Counter[str]:
    return Counter(finding.code for finding in findings if finding.code != _OWN_TRACE)
