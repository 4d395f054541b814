"""Copies of checked papers in folders of their own: findings as comments, formal faults mended. Originals stay."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from docgen.model.checked import CheckedFile
from docgen.model.copied import Copied
from docgen.model.form import Form
from docgen.problems import Place, Problem
from docgen.stories.checking import Task
from docgen.stories.copying import Copies, CopyJob, CopyTask, make_copies, not_made
from docgen.stories.crew import Lost, each_group, grouped, size_for
from docgen.stories.hands import Hands, hands_for
from docgen.workspace.folder import USAGE, Refused, reason_of
from docgen.workspace.manifest import sha256
from docgen.workspace.standing import look
from docgen.workspace.writing import write_whole


@dataclass(frozen=True)
class Folders:
    """Where copies go; None: none of that kind."""

    annotate: Path | None = None
    fix: Path | None = None

    def __bool__(self) -> bool:
        return bool(self.annotate or self.fix)


def refuse_folders(folders: Folders, tasks: Iterable[Task]) -> None:
    """Copies never lie among originals, nor copies of both kinds in one folder. Raises Refused (exit code 2)."""
    originals = {task.path.resolve().parent for task in tasks}
    for option, folder in (("--annotate", folders.annotate), ("--fix", folders.fix)):
        if folder and folder.resolve() in originals:
            raise _refused(option, f"Thư mục «{folder}» là nơi để bản gốc.")
    if folders.annotate and folders.fix and folders.annotate.resolve() == folders.fix.resolve():
        raise _refused("--fix", "Bản có ghi chú và bản đã sửa không để chung một thư mục.")


def _refused(option: str, message: str) -> Refused:
    return Refused(Problem(Place(option), "copy.folder", message, "Nêu một thư mục khác."), USAGE)


def write_copies(
    folders: Folders,
    pairs: Iterable[tuple[Task, CheckedFile]],
    forms: Mapping[str, Form],
    seconds: float,
    step: Callable[[str], None] = lambda file: None,
) -> tuple[Copied, ...]:
    """Copies of every file in which something was found; `step` is called with each when it is done."""
    tasks = [CopyTask(task.path, task.file, file.form, file.findings) for task, file in pairs if file.findings]
    job = CopyJob(forms, folders.annotate is not None, folders.fix is not None, seconds)
    hands = hands_for(len(tasks), None, None)
    try:
        return tuple(_each_copied(folders, job, tasks, hands, step))
    finally:
        hands.stop()


def _each_copied(
    folders: Folders, job: CopyJob, tasks: Sequence[CopyTask], hands: Hands, step: Callable[[str], None]
) -> Iterator[Copied]:
    groups = grouped(tasks, size_for(len(tasks), hands.width))
    for group in each_group(hands, partial(make_copies, job.packed()), groups, job.seconds):
        for task, result in group:
            step(task.path.name)
            yield _stored(folders, task, not_made(task) if isinstance(result, Lost) else result)


def _stored(folders: Folders, task: CopyTask, made: Copies) -> Copied:
    """A copy that cannot be written costs that copy."""
    annotated, why_not_annotated = _put(folders.annotate, task, made.annotated)
    fixed, why_not_fixed = _put(folders.fix, task, made.fixed)
    problem = made.problem or why_not_annotated or why_not_fixed
    return Copied(task.file, annotated, fixed, made.mended, made.left, problem)


def _put(folder: Path | None, task: CopyTask, content: bytes | None) -> tuple[str, Problem | None]:
    """The path of a copy as shown, or why it is not there."""
    if folder is None or content is None:
        return "", None
    try:
        return _written(folder / task.path.name, content), None
    except Refused as stopped:
        return "", stopped.problem


def _written(path: Path, content: bytes) -> str:
    """The path as shown. Raises Refused where anything but this very copy stands."""
    try:
        there = look(path)
    except OSError as fault:
        message = f"Không ghi được bản sao ({reason_of(fault)})."
        raise Refused(Problem(Place(str(path)), "copy.unwritable", message, "Nêu một thư mục khác.")) from None
    if there.kind != "absent" and there.sha256 != sha256(content):
        message = "Ở đây đã có tệp khác, không ghi đè."
        raise Refused(Problem(Place(str(path)), "copy.exists", message, "Xóa tệp ấy, hoặc nêu một thư mục khác."))
    if there.kind == "absent":
        write_whole(path, content, str(path))
    return path.as_posix()
