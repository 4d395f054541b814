"""Where a paper goes: over the file docgen wrote, beside the one a person edited, or nowhere. Only looks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from docgen.problems import Problem
from docgen.workspace import outcomes
from docgen.workspace.aside import beside_names
from docgen.workspace.changes import Change
from docgen.workspace.manifest import Manifest, sha256
from docgen.workspace.standing import ABSENT, Standing, look

State = Literal["created", "same", "changed", "protected", "failed"]


@dataclass(frozen=True, slots=True)
class Paper:
    """A unit's paper to be stored; `entry`: `data`, `template`, `form`; `issued`: `da_ban_hanh` in the plan."""

    unit: str
    content: bytes
    entry: Mapping[str, str]
    issued: bool = False

    @property
    def file(self) -> str:
        """Its name in the output folder."""
        return f"{self.unit}.docx"


@dataclass(frozen=True, slots=True)
class Placing:
    """What becomes of a paper.

    `name` is the file that has the content, or will (empty: none); `change` brings it there; `edited`: what a person
    wrote must be backed up first; `surplus` are papers beside, ours and no longer needed.
    """

    paper: Paper
    sha256: str
    state: State
    name: str = ""
    change: Change | None = None
    edited: bool = False
    surplus: tuple[Change, ...] = ()
    problem: Problem | None = None


class Placer:
    """What decides: the folder, the manifest, and `--force`."""

    def __init__(self, folder: Path, shown: Callable[[Path], str], manifest: Manifest, force: bool) -> None:
        self._folder, self._shown, self._manifest, self._force = folder, shown, manifest, force

    def place(self, paper: Paper) -> Placing:
        """One paper; a path that cannot be looked at costs this paper."""
        digest = sha256(paper.content)
        try:
            return self._over(paper, digest, look(self._folder / paper.file))
        except OSError as fault:
            return Placing(paper, digest, "failed", problem=outcomes.unreadable(self.shown(paper.file), fault))

    def beside(self, paper: Paper, why: Callable[[str, str], Problem]) -> Placing:
        """The paper next to the file it cannot replace: never over anything a person wrote. Raises OSError."""
        digest = sha256(paper.content)
        for name in beside_names(paper.file):
            there = look(self._folder / name)
            if there.kind == "absent" or there.sha256 == digest or self._is_ours(paper.unit, there):
                break
        change = Change(name, (paper.content,), digest, there) if there.sha256 != digest else None
        problem = why(self.shown(paper.file), self.shown(name))
        return Placing(paper, digest, "protected", name, change, False, self._surplus(paper.unit, name), problem)

    def shown(self, name: str) -> str:
        """A file of the folder as messages write it."""
        return self._shown(self._folder / name)

    def is_known(self, name: str, there: Standing) -> bool:
        """Whether a record of the plan is as docgen wrote it."""
        return there.sha256 == self._manifest.records.get(name)

    def _over(self, paper: Paper, digest: str, there: Standing) -> Placing:
        if there.kind == "other":
            return Placing(paper, digest, "failed", problem=outcomes.in_the_way(self.shown(paper.file)))
        if there.sha256 == digest:
            return Placing(paper, digest, "same", paper.file, surplus=self._surplus(paper.unit))
        if paper.issued and there.kind != "absent":
            return Placing(paper, digest, "protected", problem=outcomes.issued(self.shown(paper.file)))
        if there.kind == "link":
            return self.beside(paper, outcomes.link)
        ours = there.kind == "absent" or self._is_ours(paper.unit, there)
        if not ours and not self._force:
            return self.beside(paper, outcomes.edited)
        change = Change(paper.file, (paper.content,), digest, there)
        state: State = "created" if there.kind == "absent" else "changed"
        return Placing(paper, digest, state, paper.file, change, not ours, self._surplus(paper.unit))

    def _is_ours(self, unit: str, there: Standing) -> bool:
        """Whether docgen wrote this content for this unit: then nobody's work is lost with it."""
        entry = self._manifest.units.get(unit)
        known = {*self._manifest.besides.get(unit, {}).values(), entry.sha256 if entry else None}
        return there.sha256 in known

    def _surplus(self, unit: str, but: str = "") -> tuple[Change, ...]:
        """Papers beside, untouched since docgen wrote them. Raises OSError."""
        known = self._manifest.besides.get(unit, {})
        found = ((name, look(self._folder / name)) for name in known if name != but)
        return tuple(Change(name, None, ABSENT, there) for name, there in found if there.sha256 == known[name])
