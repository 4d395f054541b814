"""Opening a workspace: settings and all data read and checked once."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from docgen.load.workbook import Files, Workbook
from docgen.problems import Place, Problem
from docgen.stories.limits import SECONDS, TooLong, deadline, memory
from docgen.workspace import cache as kept
from docgen.workspace.folder import KINDS, Refused, Workspace

T = TypeVar("T")
_LARGEST_KEPT = 5_000_000  # bytes of a registry: a larger one is read row by row anyhow
_PACKED = 20  # a workbook is a packed archive, and read twice


@dataclass(frozen=True)
class Opened:
    """A workspace with its data; `key` stands for the data files, empty when nothing of them is kept."""

    workspace: Workspace
    workbook: Workbook
    key: bytes = b""

    def remembered(self, what: bytes, make: Callable[[], T], worth: Callable[[T], bool] = lambda made: True) -> T:
        """What follows from the data alone: made once for the same files."""
        return kept.remembered(what + self.key, make, worth) if self.key else make()


def open_workbook(workspace: Workspace, plan: str | None) -> tuple[Opened | None, list[Problem]]:
    """The data of a workspace, or every file that could not be read."""
    problems: list[Problem] = []

    def content(name: str) -> tuple[str, bytes]:
        try:
            return name, workspace.read(name)
        except Refused as refused:
            problems.append(refused.problem)
            return name, b""

    kinds, registry = content(KINDS), content(workspace.registry_files()[0])
    try:
        chosen = content(workspace.plan_file(plan))
        forms = workspace.form_files()
    except Refused as refused:
        return None, [*problems, refused.problem]
    if problems:
        return None, problems
    try:
        files = Files(kinds, registry, chosen, forms)
        opened = _within_limits(workspace, files)
    except Refused as refused:
        return None, [refused.problem]
    ignored = tuple(_ignored(*workspace.registry_files()))
    book = opened.workbook
    return replace(opened, workbook=replace(book, problems=(*book.problems, *ignored))), []


def _within_limits(workspace: Workspace, files: Files) -> Opened:
    """Data that take too long, or too much memory, are refused; a registry may take its time. Raises Refused."""
    name, content = files.registry
    expanded = len(content) * (_PACKED if name.endswith(".xlsx") else 1)
    seconds = SECONDS * (1 + expanded // _LARGEST_KEPT)
    try:
        with memory(), deadline(seconds):
            key = _key(files)
            book = _workbook(files, key) if key else _checked(files)
            return Opened(workspace, book, key)
    except (TooLong, MemoryError):
        largest, _ = max((files.kinds, files.registry, files.plan), key=lambda file: len(file[1]))
        message = f"Đọc dữ liệu quá {seconds:g} giây hoặc quá nhiều bộ nhớ, đã dừng."
        remedy = "Bớt nội dung thừa, hoặc ghi danh sách đơn vị thành tệp .csv."
        raise Refused(Problem(Place(largest), "data.too_much", message, remedy)) from None


def _ignored(read: str, *others: str) -> Iterator[Problem]:
    """Registries that lie beside the one that is read."""
    for other in others:
        message, remedy = f"Không đọc tệp này vì đã có {read}.", "Giữ một danh sách đơn vị, xóa hoặc đổi tên tệp kia."
        yield Problem(Place(other), "registry.ignored", message, remedy, "warning")


def _key(files: Files) -> bytes:
    """The same for the same files; a registry read row by row is not kept."""
    if len(files.registry[1]) > _LARGEST_KEPT:
        return b""
    named = (files.kinds, files.registry, files.plan, *files.forms.items())
    return b"".join(hashlib.sha256(part).digest() for name, content in named for part in (name.encode(), content))


def _checked(files: Files) -> Workbook:
    from docgen.load.everything import load_everything  # every reader and check: remembered data need none

    return load_everything(files)


def _workbook(files: Files, key: bytes) -> Workbook:
    """The same files give the same workbook: a sound one is kept for the next run."""
    return kept.remembered(b"workbook" + key, lambda: _checked(files), lambda book: not book.refused)
