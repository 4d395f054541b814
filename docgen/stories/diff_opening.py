"""What a comparison needs before it begins: two files or two folders paired, the forms papers are held against."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.problems import Place, Problem, errors
from docgen.stories.check_opening import open_forms, workspace_of
from docgen.stories.diff_pair import Job, Task
from docgen.stories.diff_pairing import pair_folders
from docgen.stories.limits import SECONDS
from docgen.workspace.folder import USAGE, Refused


@dataclass(frozen=True)
class Asked:
    """What the user asked for. `redlined` asks for papers with tracked changes, by `author` on `day`, proved when
    `verified`; `seconds` is the time one step of one pair may take."""

    old: Path
    new: Path
    strict: bool = False
    redlined: bool = False
    author: str = "docgen"
    day: datetime.date | None = None
    verified: bool = True
    seconds: float = SECONDS


@dataclass(frozen=True)
class Ready:
    """Everything ready: one pair of files, or those of two `folders` with what has no pair."""

    job: Job
    tasks: Sequence[Task]
    folders: bool = False
    unpaired: Sequence[Path] = ()


def open_diff(folder: Path, asked: Asked) -> Ready:
    """Forms and pairs. Raises Refused."""
    forms, problems = open_forms(workspace_of(folder, needed=False))
    for problem in errors(problems):
        raise Refused(problem)
    job = Job(forms, asked.strict, asked.redlined, asked.author, asked.day, asked.verified, asked.seconds)
    sides = [side.is_dir() for side in (asked.old, asked.new)]
    if not any(sides):
        return Ready(job, [Task(asked.new.stem, asked.old, asked.new)])
    _insist_on_two_folders(asked)
    pairing = pair_folders(asked.old, asked.new, asked.seconds)
    return Ready(job, pairing.tasks, True, pairing.unpaired)


def _insist_on_two_folders(asked: Asked) -> None:
    for side in (asked.old, asked.new):
        if side.is_file():
            message, remedy = "Một bên là tệp, bên kia là thư mục.", "Nêu hai tệp, hoặc hai thư mục."
            raise Refused(Problem(Place(str(side)), "usage", message, remedy), USAGE)
        if not side.exists():
            message, remedy = "Không có thư mục này.", "Kiểm tra tên thư mục rồi chạy lại."
            raise Refused(Problem(Place(str(side)), "file.missing", message, remedy))
