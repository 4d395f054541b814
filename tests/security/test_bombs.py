"""A file made to loop, swell or stall ends by its deadline, within 512 MiB, with a code and no traceback.

Two of three by default, all with DOCGEN_LONG=1.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from docgen.workspace.samples import copy_samples
from tests.security.blast import SECONDS
from tests.security.bombs import BOMBS

CHOSEN = [name for number, name in enumerate(BOMBS) if number % 3 or os.environ.get("DOCGEN_LONG")]
MOST_KIB = 512 << 10
TO_END, TO_START = 2.0, 2.0  # seconds on top of the deadline; the second is Python's and its libraries'
HANGS = 60  # a busy machine may give few of its seconds: those of the processor are counted
AT_ONCE = 2
HARMLESS = {"branches 90 deep", "10 000 recipients", "a fact of 2 MB", "a wording of brackets"}  # to this unit


@pytest.fixture(scope="module")
def blasts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Future[dict[str, Any]]]]:
    """What came of each bomb, two at a time."""
    folder = tmp_path_factory.mktemp("bombs")
    with ThreadPoolExecutor(AT_ONCE) as hands:
        yield {name: hands.submit(blast, folder / str(number), name) for number, name in enumerate(CHOSEN)}


def blast(folder: Path, name: str) -> dict[str, Any]:
    """One bomb in a workspace of its own, in a process that is killed when it takes too long."""
    copy_samples(folder, dry_run=False)
    BOMBS[name](folder)
    command = [sys.executable, "-m", "tests.security.blast", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=HANGS)
    shutil.rmtree(folder)
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_there_are_enough() -> None:
    assert len(CHOSEN) >= 30


@pytest.mark.parametrize("name", CHOSEN)
def test_a_bomb_ends(name: str, blasts: dict[str, Future[dict[str, Any]]]) -> None:
    told = blasts[name].result()
    assert told["codes"] or name in HARMLESS
    assert told["held"] < MOST_KIB
    assert told["seconds"] < SECONDS + TO_END + TO_START
