"""A batch killed at a random moment, again and again: 40 times, 2 000 with DOCGEN_LONG=1."""

import os
import random
import signal
import time
from pathlib import Path

from tests.workspace.faults import start
from tests.workspace.office import Office
from tests.workspace.test_faults import LONG

KILLS = 2000 if LONG else 40
UNITS = [f"xa-{number:02d}" for number in range(24)]
MINE = {"xa-03.docx": "của chị Lan", "xa-17.docx": "của anh Pó"}
LATEST = 0.03  # seconds; a batch takes about as long


def batch(turn: int) -> dict[str, str]:
    """Every unit's paper of a turn: some say the same as before."""
    return {unit: f"{unit} lần {turn // (1 + number % 3)}" for number, unit in enumerate(UNITS)}


def kill(office: Office, turn: int, moment: float) -> None:
    child = start(lambda: len(office.build(batch(turn))))
    time.sleep(moment)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def test_killed_at_any_moment(quick: Path) -> None:
    office, chance = Office(quick), random.Random(2023)
    office.build(batch(0))
    for name, text in MINE.items():
        office.edit(name, text)
    for turn in range(1, KILLS + 1):
        before = office.papers()
        kill(office, turn, chance.uniform(0, LATEST))
        check_whole(before, office.papers(), turn)
        if chance.random() < 0.3:
            check_finished(office, turn)
        elif chance.random() < 0.2:
            office.undo()


def check_whole(before: dict[str, str], now: dict[str, str], turn: int) -> None:
    """Each paper is what it was or what it becomes; what a person wrote is there."""
    new = batch(turn)
    for name, text in now.items():
        assert text in (before.get(name), new[name.partition(".")[0]]), (turn, name)
    assert MINE.items() <= now.items(), turn
    assert {f"{unit}.docx" for unit in UNITS} <= now.keys(), turn


def check_finished(office: Office, turn: int) -> None:
    """The next run finishes by itself; nothing is left over."""
    states = office.states(batch(turn))
    assert set(states.values()) <= {"same", "changed", "protected"}, turn
    assert [unit for unit in UNITS if states[unit] == "protected"] == ["xa-03", "xa-17"], turn
    papers = {f"{unit}.docx": text for unit, text in batch(turn).items()} | MINE
    beside = {f"{unit}.moi.docx": batch(turn)[unit] for unit in ("xa-03", "xa-17")}
    assert office.papers() == papers | beside, turn
    assert {path.name for path in (office.root / "build/.docgen/kl50").iterdir()} <= {"last-run", "kept"}, turn
