"""Two papers held side by side: what a worker does, within limits; a bad pair of a folder costs itself."""

import datetime
import pickle
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from docgen.check.draft import Draft
from docgen.check.fit import day_of, form_of
from docgen.check.papers import check_paper
from docgen.compare.comparing import compare
from docgen.compare.formats import with_form
from docgen.model.change import Comparison
from docgen.model.compared import Pair
from docgen.model.finding import Finding, Said
from docgen.model.form import Form
from docgen.model.reading import Reading
from docgen.problems import Place, Problem
from docgen.stories.file_limits import within_limits
from docgen.word.read import read_docx
from docgen.word.redline_proof import verify
from docgen.word.redlining import redline
from docgen.word.tracking import stamp
from docgen.workspace.folder import Refused, read_file
from docgen.workspace.writing import CANNOT

REFUSED = 3
_WAYS = {
    "accept": "Chấp nhận hết thay đổi không ra đúng bản mới ở đây.",
    "reject": "Từ chối hết thay đổi không ra đúng bản cũ ở đây.",
}


@dataclass(frozen=True)
class Job:
    """What all pairs of a run share. `redlined` asks for the paper with tracked changes, by `author` on `day` (else
    that of the new paper), `verified` for its proof; `seconds` is the time one step may take."""

    forms: Mapping[str, Form]
    strict: bool
    redlined: bool
    author: str
    day: datetime.date | None
    verified: bool
    seconds: float

    def packed(self) -> bytes:
        """The job as it travels."""
        return pickle.dumps(self, pickle.HIGHEST_PROTOCOL)


@dataclass(frozen=True)
class Task:
    """Two files of one unit."""

    unit: str
    old: Path
    new: Path


@dataclass(frozen=True)
class _Paper:
    content: bytes
    reading: Reading


def compare_pairs(packed: bytes, tasks: Sequence[Task]) -> list[Pair]:
    """A group of pairs; one that fails costs itself."""
    job = _job(packed)
    return [_for_itself(job, task) for task in tasks]


@lru_cache(maxsize=1)
def _job(packed: bytes) -> Job:
    job: Job = pickle.loads(packed)
    return job


def _for_itself(job: Job, task: Task) -> Pair:
    try:
        return compare_pair(job, task)
    except Refused as stopped:
        return refused(task, stopped.problem)
    except Exception as bug:  # ours; the other pairs are still compared
        message = f"Lỗi trong docgen ({type(bug).__name__}: {bug})."
        return refused(task, _problem(task, "diff.internal", message, "Gửi dòng này cho người làm docgen."))


def refused(task: Task, why: Problem) -> Pair:
    """A pair that was not compared."""
    return Pair(task.unit, str(task.old), str(task.new), refused=why, exit_code=REFUSED)


def lost(task: Task) -> Pair:
    """A pair whose worker died or hung."""
    message = "Tiến trình so hai tệp này dừng đột ngột hoặc không trả lời."
    return refused(task, _problem(task, "docx.worker_lost", message, "Mở hai tệp trong Word, lưu lại rồi so riêng."))


def _problem(task: Task, code: str, message: str, remedy: str) -> Problem:
    return Problem(Place(str(task.new)), code, message, remedy)


def compare_pair(job: Job, task: Task) -> Pair:
    """Read both, compare words and form, prove the redline. Raises Refused."""
    old, new = (_read(path, job.seconds) for path in (task.old, task.new))
    pair = within_limits(str(task.new), job.seconds, lambda: _compared(job, task, old, new))
    return within_limits(str(task.new), job.seconds, lambda: _redlined(job, pair, old, new)) if job.redlined else pair


def _read(path: Path, seconds: float) -> _Paper:
    content = read_file(path, str(path))
    return _Paper(content, within_limits(str(path), seconds, lambda: read_docx(content)))


def _compared(job: Job, task: Task, old: _Paper, new: _Paper) -> Pair:
    comparison = compare(old.reading, new.reading, strict=job.strict)
    if old.content != new.content:
        told = with_form(comparison.changes, *_findings(job.forms, old.reading, new.reading))
        comparison = replace(comparison, changes=tuple(told))
    return Pair(task.unit, str(task.old), str(task.new), comparison, exit_code=_exit_code(comparison))


def _findings(forms: Mapping[str, Form], old: Reading, new: Reading) -> tuple[list[Finding], list[Finding]]:
    """What a check tells of either paper, held against the form of the new one."""
    form = form_of(new, forms)
    assert form is not None  # there is a shipped form at least
    before, after = (
        check_paper(Draft(reading, form, tuple(forms.values()), day_of(reading), None)) for reading in (old, new)
    )
    return before, after


def _exit_code(comparison: Comparison) -> int:
    """0 the same but for spelling form, 1 something to see."""
    return int(comparison.verdict not in ("same", "noise"))


def _redlined(job: Job, pair: Pair, old: _Paper, new: _Paper) -> Pair:
    """The redline, or where it does not hold: then there is none."""
    date = stamp(job.day or day_of(new.reading))
    made = redline(old.content, new.content, strict=job.strict, author=job.author, date=date)
    places = verify(old.content, new.content, made.content, strict=job.strict) if job.verified else []
    unproved = tuple(
        Problem(
            Place(pair.new, part=place.part, paragraph=place.line, snippet=place.found or place.expected),
            "redline.unproved", _WAYS[place.way],
            "Gửi hai tệp này cho người làm docgen; --no-verify ghi tệp mà không đối chiếu.",
        )
        for place in places
    )  # fmt: skip
    if unproved:
        return replace(pair, unproved=unproved, exit_code=CANNOT)
    return replace(pair, redline=made.content, comparison=_with_what_it_leaves_out(pair, made.not_compared))


def _with_what_it_leaves_out(pair: Pair, left_out: Iterable[Said]) -> Comparison | None:
    """A redline compares other things than the change in words does: both are told."""
    found = pair.comparison
    return replace(found, not_compared=tuple(dict.fromkeys((*found.not_compared, *left_out)))) if found else None
