"""Random lives of a folder: whatever a person wrote is still there. 60 lives, 1 000 with DOCGEN_LONG=1."""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.workspace.office import Office, batch_of
from tests.workspace.test_faults import LONG

LIVES = 1000 if LONG else 60
STEPS = 25
UNITS = ("a", "b", "c")


class Life:
    """A person and docgen in turn; `mine` is every text the person wrote and did not throw away."""

    def __init__(self, root: Path, seed: int) -> None:
        self.office, self.chance = Office(root), random.Random(seed)
        self.mine: set[str] = set()
        self.turn = 0

    def papers(self) -> dict[str, str]:
        self.turn += 1
        chosen = self.chance.sample(UNITS, self.chance.randint(1, len(UNITS)))
        return {unit: f"{unit} bản {self.turn // 2}" for unit in chosen}

    def some_file(self) -> Path | None:
        names = sorted(self.office.papers())
        return self.office.path(self.chance.choice(names)) if names else None

    def thrown_away(self, path: Path) -> None:
        """The person replaces or removes a file of theirs: that text may go."""
        if path.exists():
            self.mine.discard(path.read_text(encoding="utf-8"))

    def generate(self) -> None:
        self.office.build(self.papers())

    def generate_by_force(self) -> None:
        self.office.build(self.papers(), force=True)

    def generate_killed(self) -> None:
        self.office.killed_build(self.papers())

    def generate_interrupted(self) -> None:
        with pytest.raises(KeyboardInterrupt), self.office.ledger() as ledger:
            ledger.put(batch_of(self.papers()))
            raise KeyboardInterrupt

    def undo(self) -> None:
        self.office.undo()

    def edit(self) -> None:
        if path := self.some_file():
            self.thrown_away(path)
            self.turn += 1
            path.write_text(text := f"của tôi {self.turn}", encoding="utf-8")  # into the file, not beside it
            self.mine.add(text)

    def save_as_word_does(self) -> None:
        if path := self.some_file():
            self.thrown_away(path)
            self.turn += 1
            self.office.edit(str(path.relative_to(self.office.folder)), text := f"của tôi {self.turn}")
            self.mine.add(text)

    def touch(self) -> None:
        if path := self.some_file():
            os.utime(path, (0, 0))

    def rename(self) -> None:
        path = self.some_file()
        if path:
            target = self.office.path(f"{self.chance.choice(UNITS)}{self.chance.choice(['', '.moi', ' cũ'])}.docx")
            if target != path:
                self.thrown_away(target)
                path.replace(target)

    def remove(self) -> None:
        if path := self.some_file():
            self.thrown_away(path)
            path.unlink()

    def lose_the_manifest(self) -> None:
        self.office.path("manifest.json").unlink(missing_ok=True)

    def spoil_the_manifest(self) -> None:
        if self.office.folder.exists():
            self.office.path("manifest.json").write_text('{"schema": "docgen/man', encoding="utf-8")

    def lose_the_journal(self) -> None:
        shutil.rmtree(self.office.root / "build/.docgen", ignore_errors=True)

    def steps(self) -> list[Callable[[], None]]:
        often = [self.generate, self.generate, self.edit, self.save_as_word_does, self.undo, self.generate_killed]
        seldom = [self.generate_by_force, self.generate_interrupted, self.touch, self.rename, self.remove]
        return [*often, *seldom, self.lose_the_manifest, self.spoil_the_manifest, self.lose_the_journal]


@pytest.mark.parametrize("part", range(4))
def test_nothing_a_person_wrote_is_lost(part: int, quick: Path) -> None:
    for seed in range(part, LIVES, 4):
        life, lived = Life(quick / str(seed), seed), []
        for _ in range(STEPS):
            step = life.chance.choice(life.steps())
            step()
            lived.append(step.__name__)
            there = set(life.office.papers().values())
            assert life.mine <= there, (seed, lived)
        check_finished(life, seed)
        shutil.rmtree(quick / str(seed))


def check_finished(life: Life, seed: int) -> None:
    """The next run brings every unit's paper, in its place or beside an edited one."""
    new = {unit: f"{unit} bản cuối" for unit in UNITS}
    for unit, stored in life.office.build(new).items():
        assert stored.state in ("created", "changed", "protected"), (seed, unit)
        shown = life.office.root / (stored.beside or stored.file)
        assert shown.read_text(encoding="utf-8") == new[unit], (seed, unit)
    assert life.mine <= set(life.office.papers().values()), seed
