"""Which files a check reads: those named, the papers of folders named, else the papers of the plan."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from pathlib import Path

from docgen.problems import Place, Problem
from docgen.stories.checking import Task
from docgen.workspace.folder import Refused, Workspace, reason_of
from docgen.workspace.manifest import Entry, load_manifest

Shown = Callable[[Path], str]
OUT = "build"
_ENDING = ".docx"


def files_to_check(
    named: Sequence[Path], workspace: Workspace | None, plan: str | None, unit: str | None
) -> list[Task]:
    """Each file once, with the form docgen recorded for it. Raises Refused when nothing is named and nothing built."""
    form_in = lru_cache(maxsize=None)(_recorded)
    found = chain.from_iterable(map(_named, named)) if named else _built(workspace, plan, unit)
    return [
        task if task.refused else replace(task, form=_form_of(task.path, form_in(task.path.parent)))
        for task in {task.file: task for task in found}.values()
    ]


def _named(path: Path, shown: Shown = str) -> Iterator[Task]:
    """A file, or all papers of a folder; what is neither is told like a file that cannot be read."""
    try:
        if path.is_dir():
            yield from _in_folder(path, shown)
        elif path.exists():
            yield Task(path, shown(path))
        else:
            yield _none(path, shown, "file.missing", "Không có tệp này.", "Kiểm tra tên tệp, thư mục rồi chạy lại.")
    except OSError as error:
        message = f"Không đọc được chỗ này ({reason_of(error)})."
        yield _none(path, shown, "file.unreadable", message, "Kiểm tra tên và quyền đọc rồi chạy lại.")


def _in_folder(folder: Path, shown: Shown) -> Iterator[Task]:
    """Papers of a folder by name. Raises OSError."""
    papers = papers_in(folder)
    yield from (Task(path, shown(path), shown(folder)) for path in papers)
    if not papers:
        message, remedy = "Thư mục không có tệp .docx nào.", "Nêu đúng tệp hoặc thư mục có văn bản."
        yield _none(folder, shown, "folder.empty", message, remedy)


def _none(path: Path, shown: Shown, code: str, message: str, remedy: str) -> Task:
    return Task(path, shown(path), refused=Problem(Place(shown(path)), code, message, remedy))


def papers_in(folder: Path) -> list[Path]:
    """All but what Word (`~$…`) and the system (`.…`) keep beside papers. Raises OSError."""
    return sorted(
        path
        for path in folder.iterdir()
        if path.suffix.lower() == _ENDING and not path.name.startswith(("~$", ".")) and path.is_file()
    )


def _built(workspace: Workspace | None, plan: str | None, unit: str | None) -> Iterator[Task]:
    """What `docgen build` made of the plan. Raises Refused."""
    if workspace is None:
        message, remedy = "Không biết soát tệp nào: đây không phải thư mục làm việc.", "Nêu tệp .docx hoặc thư mục."
        raise Refused(Problem(Place("docgen check"), "check.nothing", message, remedy), exit_code=2)
    folder = workspace.root / OUT / Path(workspace.plan_file(plan)).stem
    if not folder.is_dir():
        message, remedy = "Chưa có thư mục này.", "Dựng bằng «docgen build», hoặc nêu tệp cần soát."
        raise Refused(Problem(Place(workspace.shown(folder)), "check.nothing", message, remedy))
    return _named(folder / f"{unit}{_ENDING}" if unit else folder, workspace.shown)


def _recorded(folder: Path) -> dict[str, Entry]:
    """What docgen wrote into a folder, by unit."""
    try:
        return load_manifest(folder, folder.resolve().name).units
    except OSError:
        return {}


def _form_of(path: Path, recorded: dict[str, Entry]) -> str:
    """`than-uyen.docx` and the new `than-uyen.moi.docx` beside an edited one are of one unit."""
    entry = recorded.get(path.name.partition(".")[0])
    return entry.form if entry else ""
