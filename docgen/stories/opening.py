"""Opening a workspace: settings and all data read and checked once."""

from dataclasses import dataclass

from docgen.load.everything import Files, Workbook, load_everything
from docgen.problems import Problem
from docgen.workspace.folder import KINDS, Refused, Workspace


@dataclass(frozen=True)
class Opened:
    """A workspace with its data."""

    workspace: Workspace
    workbook: Workbook


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
    return Opened(workspace, load_everything(Files(kinds, registry, chosen, forms))), []
