"""A clerk's office in a folder: batches of short papers, and what is seen there from outside."""

import os
from pathlib import Path

from docgen.problems import Problem
from docgen.workspace.ledger import Ledger, Paper, Stored
from docgen.workspace.undoing import Undoing, undo_last_run
from tests.workspace.faults import start

ENTRY = {"data": "d", "template": "t", "form": "hd36"}


def batch_of(papers: dict[str, str], issued: tuple[str, ...] = ()) -> list[Paper]:
    return [Paper(unit, text.encode(), ENTRY, unit in issued) for unit, text in papers.items()]


class Office:
    """Batches of one plan; papers are texts by unit."""

    def __init__(self, root: Path, wait: float = 600.0) -> None:
        self.root, self.folder, self.wait = root, root / "build" / "kl50", wait
        self.told: tuple[Problem, ...] = ()

    def ledger(self, **options: bool) -> Ledger:
        return Ledger(self.folder, self.shown, "kl50", wait=self.wait, **options)

    def shown(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()

    def build(self, papers: dict[str, str], issued: tuple[str, ...] = (), **options: bool) -> dict[str, Stored]:
        """One batch in one group, with its record."""
        with self.ledger(**options) as ledger:
            stored = ledger.put(batch_of(papers, issued))
            self.told = ledger.close_run({"coverage.json": " ".join(papers).encode()})
        return {one.unit: one for one in stored}

    def states(self, papers: dict[str, str], issued: tuple[str, ...] = (), **options: bool) -> dict[str, str]:
        return {unit: stored.state for unit, stored in self.build(papers, issued, **options).items()}

    def killed_build(self, papers: dict[str, str]) -> None:
        """A batch whose papers are written and whose end never comes."""
        child = start(lambda: os._exit(len(self.ledger().__enter__().put(batch_of(papers)))))
        os.waitpid(child, 0)

    def undo(self) -> Undoing:
        return undo_last_run(self.folder, self.shown, self.wait)

    def path(self, name: str) -> Path:
        return self.folder / name

    def edit(self, name: str, text: str) -> None:
        """Save as Word does: a new file in the place of the old one."""
        fresh = self.folder / f"{name}.word"
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(self.folder / name)

    def papers(self) -> dict[str, str]:
        """Every .docx below the folder by its name there: what a person sees."""
        found = self.folder.rglob("*.docx") if self.folder.exists() else ()
        return {path.relative_to(self.folder).as_posix(): path.read_text(encoding="utf-8") for path in found}

    def everything(self) -> dict[str, bytes]:
        """Every file below the root but the state of docgen."""
        files = (path for path in self.root.rglob("*") if path.is_file() and ".docgen" not in path.parts)
        return {self.shown(path): path.read_bytes() for path in files}
