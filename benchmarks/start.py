"""Case `start`: what a clerk waits for before anything happens, against the bare import of a library."""

import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.peers import FOLDER
from benchmarks.results import Row, timed
from benchmarks.workspaces import DOCGEN, Office
from docgen.workspace.samples import copy_samples

CASE = "start"
RUNS = 15
HELP, ONE = "docgen --help", "docgen build than-uyen"
CLICK, DOCXTPL = "import click", "import docxtpl"


def measure(runs: int = RUNS) -> list[Row]:
    """Rows for the two commands and the two imports, run in turn."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=FOLDER) as name:
        place = Office(Path(name) / "office", 0)
        copy_samples(place.root, dry_run=False)
        commands = {
            CLICK: [sys.executable, "-c", CLICK],
            HELP: [DOCGEN, "--help"],
            DOCXTPL: [sys.executable, "-c", DOCXTPL],
            ONE: [DOCGEN, "build", "than-uyen"],
        }
        for command in commands.values():
            _took(command, place)  # files in memory, data in the cache
        rounds = [{engine: _took(command, place) for engine, command in commands.items()} for _ in range(runs)]
    times = {engine: [found[engine] for found in rounds] for engine in commands}
    return [
        timed(CASE, CLICK, times[CLICK]),
        _row(HELP, CLICK, times),
        timed(CASE, DOCXTPL, times[DOCXTPL]),
        _row(ONE, DOCXTPL, times),
    ]


def _row(engine: str, base: str, times: dict[str, list[float]]) -> Row:
    ratio = median(theirs / ours for theirs, ours in zip(times[base], times[engine], strict=True))
    return timed(CASE, engine, times[engine], ratio_to={base: ratio})


def _took(command: list[str], place: Office) -> float:
    place.clear()
    start = time.perf_counter()
    subprocess.run(command, cwd=place.root, env=place.environment, check=True, capture_output=True)
    return 1000 * (time.perf_counter() - start)
