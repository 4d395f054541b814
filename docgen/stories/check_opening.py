"""What a check needs before the first file is read: forms, waivers, known findings, the plan, the files themselves."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.check.catalogue import EVERY
from docgen.load.forms import load_forms
from docgen.load.waivers import Waivers, load_waivers
from docgen.model.form import Form
from docgen.model.waiver import Known, Waiver
from docgen.problems import Place, Problem, errors
from docgen.stories.check_copies import Folders, refuse_folders
from docgen.stories.check_files import files_to_check
from docgen.stories.check_plan import open_office
from docgen.stories.checking import Job, Task
from docgen.stories.limits import SECONDS
from docgen.vietnamese import did_you_mean, short_date
from docgen.workspace import cache as kept
from docgen.workspace.baseline import read_baseline
from docgen.workspace.folder import SETTINGS, USAGE, Refused, Workspace, find_workspace
from docgen.workspace.numbers import today
from docgen.workspace.samples import samples_root

WAIVERS = "data/mien-kiem-tra.yaml"


@dataclass(frozen=True)
class Asked:
    """What the user asked for; None means: as the data and the papers say."""

    paths: Sequence[Path] = ()
    form: str | None = None
    plan: str | None = None
    unit: str | None = None
    baseline: Path | None = None
    annotate: Path | None = None
    fix: Path | None = None
    seconds: float = SECONDS


@dataclass(frozen=True)
class Ready:
    """Everything ready; `known` is None where no baseline is asked for or none is written yet."""

    tasks: Sequence[Task]
    job: Job
    waivers: Sequence[Waiver]
    known: Counter[Known] | None
    folders: Folders
    problems: Sequence[Problem]


def open_check(folder: Path, asked: Asked) -> tuple[Ready | None, list[Problem]]:
    """All of it, or every fault of the data. Raises Refused."""
    workspace = workspace_of(folder, needed=bool(asked.plan or asked.unit))
    forms, problems = open_forms(workspace)
    waivers, faults = _waivers(workspace)
    if errors([*problems, *faults]):
        return None, sorted([*problems, *faults])
    office, told = open_office(workspace, asked.plan, asked.unit) if workspace else (None, [])
    if errors(told):
        return None, told
    _check_form(asked.form, forms)
    tasks = files_to_check(asked.paths, workspace, asked.plan, asked.unit)
    folders = Folders(asked.annotate, asked.fix)
    refuse_folders(folders, tasks)
    known = read_baseline(asked.baseline) if asked.baseline else None
    told += [_expired(waiver, place) for waiver, place in waivers if waiver.expired_on(today())]
    job = Job(forms, asked.form, asked.unit, office, asked.seconds)
    return Ready(tasks, job, [waiver for waiver, _ in waivers], known, folders, told), []


def workspace_of(folder: Path, needed: bool) -> Workspace | None:
    """None outside of one: a paper can be checked anywhere. Raises Refused for settings that cannot be read."""
    here = folder.resolve()
    inside = any((at / SETTINGS).exists() for at in (here, *here.parents))
    return find_workspace(folder) if inside or needed else None


def open_forms(workspace: Workspace | None) -> tuple[dict[str, Form], list[Problem]]:
    """Forms of the workspace, else those that come with docgen."""
    files = workspace.form_files() if workspace else {}
    files = files or Workspace(samples_root(), None).form_files()
    key = b"".join(
        hashlib.sha256(part).digest() for name, content in files.items() for part in (name.encode(), content)
    )
    return kept.remembered(b"forms" + key, lambda: load_forms(files), lambda loaded: not loaded[1])


def _waivers(workspace: Workspace | None) -> tuple[Waivers, list[Problem]]:
    if workspace is None or not (workspace.root / WAIVERS).exists():
        return [], []
    rules = {name for rule in EVERY for name in (rule.code, *rule.serves)}
    return load_waivers(workspace.read(WAIVERS), WAIVERS, rules)


def _expired(waiver: Waiver, place: Place) -> Problem:
    assert waiver.until is not None
    message = f"Miễn kiểm tra «{waiver.rule}» đã hết hạn ngày {short_date(waiver.until)}, không còn hiệu lực."
    return Problem(place, "waiver.expired", message, "Gia hạn, hoặc xóa mục này.", "warning")


def _check_form(asked: str | None, forms: dict[str, Form]) -> None:
    if asked and asked not in forms:
        message = f"Không có thể thức «{asked}»."
        raise Refused(Problem(Place("--form"), "form.unknown", message, did_you_mean(asked, forms)), USAGE)
