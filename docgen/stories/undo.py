"""The last run of a plan's build put back."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from docgen.problems import Problem
from docgen.workspace.folder import Workspace
from docgen.workspace.undoing import State, Undone, undo_last_run

STATES: tuple[State, ...] = ("restored", "removed", "kept")


@dataclass(frozen=True)
class PutBack:
    """What became of the files of the last run; `found` is False when there was none."""

    plan: str
    out: str
    found: bool
    files: list[Undone]

    @property
    def problems(self) -> list[Problem]:
        """Why files were kept as they are."""
        return [file.problem for file in self.files if file.problem]

    def count(self, state: State) -> int:
        """Files in a state."""
        return sum(file.state == state for file in self.files)


def undo(workspace: Workspace, plan: str | None, out: Path) -> PutBack:
    """The plan named, else as the settings say. Raises Refused: unknown plan (3), folder held or disk (4)."""
    name = PurePosixPath(workspace.plan_file(plan)).stem  # the data need not be sound to go back
    folder = workspace.root / out
    done = undo_last_run(folder / name, workspace.shown)
    return PutBack(name, workspace.shown(folder), done.found, done.files)
