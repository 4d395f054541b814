"""A fault at every file system call: each path old or new, nothing of a person's lost, the next run finishes by itself.

Every 40th fault or so by default; `make faults` (DOCGEN_LONG=1) tries them all, more than 10 000.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from docgen.workspace.folder import Refused
from tests.conftest import need
from tests.workspace.faults import BROKEN, Fault, calls_of, run_with
from tests.workspace.office import Office

LONG = bool(os.environ.get("DOCGEN_LONG"))
KINDS = ("KILL", "ENOSPC", "EIO", "EDQUOT", "EACCES", "EROFS", "ENOMEM")
SHORT_KINDS = ("KILL", "ENOSPC", "EIO")
TRIES = 10  # of each kind, when short
OLD, NEW, MINE = "bản cũ", "bản mới", "bản sửa tay"
PAPERS = dict.fromkeys(("tao", "doi", "sua"), NEW)
DONE = 128  # plus one bit for each unit that is said to be done


@dataclass(frozen=True)
class Story:
    """What is done, and all that each path may hold meanwhile; None: no file."""

    work: Callable[[Office], int]
    allowed: dict[str, set[str | None]]


def build(office: Office) -> int:
    return _code(lambda: office.states(PAPERS))


def force(office: Office) -> int:
    return _code(lambda: office.states(PAPERS, force=True))


def undo(office: Office) -> int:
    return _code(lambda: {file.file: file.state for file in office.undo().files})


def _code(work: Callable[[], dict[str, str]]) -> int:
    try:
        states = work()
    except Refused as refused:
        return refused.exit_code
    return DONE + sum(1 << place for place, unit in enumerate(PAPERS) if states.get(unit, "failed") != "failed")


STORIES = {
    "build": Story(
        build, {"tao": {None, NEW}, "doi": {OLD, NEW}, "sua": {MINE}, "sua.moi": {None, NEW}, "bo.moi": {OLD}}
    ),
    "force": Story(force, {"tao": {None, NEW}, "doi": {OLD, NEW}, "sua": {MINE, NEW}, "bo.moi": {OLD}}),
    "resume": Story(build, {"tao": {"dở dang", NEW}, "doi": {"dở dang", NEW}, "sua": {MINE}, "sua.moi": {None, NEW}}),
    "undo": Story(undo, {"tao": {None}, "doi": {OLD, "bản đầu"}, "sua": {MINE}, "bo.moi": {None, OLD}}),
}


@pytest.fixture
def before(quick: Path) -> Path:
    """One paper to make, one to change, one a person edited; one run to put back."""
    office = Office(quick / "truoc")
    office.build({"doi": "bản đầu", "sua": OLD, "bo": OLD})
    office.edit("sua.docx", MINE)
    office.edit("bo.docx", MINE)
    office.build({"doi": OLD, "bo": OLD})
    return office.root


def positions(calls: int) -> Iterator[Fault]:
    for number, kind in enumerate(KINDS if LONG else SHORT_KINDS):
        step = 1 if LONG else max(1, calls // TRIES)
        for call in range(1 + number * step // 3, calls + 1, step):
            yield Fault(kind, call)
            if LONG and kind != "KILL":
                yield Fault(kind, call, lasting=True)


@pytest.mark.parametrize("name", STORIES)
def test_whatever_call_fails(name: str, before: Path, quick: Path) -> None:
    strace, story = need("strace"), STORIES[name]
    office, log = Office(quick / "nay"), quick / "strace.log"
    if name == "resume":
        Office(before).killed_build({"tao": "dở dang", "doi": "dở dang"})
    shutil.copytree(before, office.root)
    calls = calls_of(strace, lambda: story.work(office), log)
    final, tried = office.everything(), 0
    for fault in positions(calls):
        shutil.rmtree(office.root)
        shutil.copytree(before, office.root)
        code = run_with(fault, strace, lambda: story.work(office), log)
        judge(office, story, code, fault)
        story.work(office)
        assert office.everything() == final, fault
        tried += 1
    print(f"{name}: {calls} calls, {tried} faults")


def judge(office: Office, story: Story, code: int, fault: Fault) -> None:
    """What a person sees right after the fault."""
    assert code != BROKEN, fault
    seen = office.papers()
    backups = [text for file, text in seen.items() if file.startswith("ban-cu/")]
    papers = {file: text for file, text in seen.items() if not file.startswith("ban-cu/")}
    assert papers.keys() <= {f"{name}.docx" for name in (*story.allowed, "bo", "bo.moi")}, fault
    for name, allowed in story.allowed.items():
        assert papers.get(f"{name}.docx") in allowed, (fault, name)
    assert MINE in (papers["sua.docx"], *backups), fault
    assert papers["bo.docx"] == MINE, fault
    assert {path.name for path in office.folder.iterdir() if path.suffix != ".docx"} <= {
        "manifest.json",
        "coverage.json",
        "ban-cu",
    }
    for place, unit in enumerate(PAPERS):
        if code >= DONE and code & 1 << place:
            assert NEW in (papers.get(f"{unit}.docx"), papers.get(f"{unit}.moi.docx")), (fault, unit)
