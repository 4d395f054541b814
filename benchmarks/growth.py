"""Case `growth`: a registry of 52 000 units against one of 705, in throughput and in memory of all processes."""

import time
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.memory import EVERY, watched
from benchmarks.peers import FOLDER
from benchmarks.results import Row, timed
from benchmarks.units import DISTRICTS
from benchmarks.workspaces import Office, office

CASE = "growth"
UNITS = 52_000
FEW = f"docgen, {DISTRICTS} units"


def measure(small: int = DISTRICTS, large: int = UNITS) -> list[Row]:
    """Milliseconds a paper for the small registry, before and after, and for the large one."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=FOLDER) as name:
        few, many = office(Path(name) / "few", small), office(Path(name) / "many", large)
        few.build()  # the data cache
        before, (took, megabytes), after = few.build() / small, _watched_build(many), few.build() / small
    half = len(megabytes) // 2
    facts = {
        "MB at most": max(megabytes),
        "MB, first half": max(megabytes[:half]),
        "MB, second half": max(megabytes[half:]),
        "papers a second": 1000 * large / took,
    }
    base = timed(CASE, FEW, [before, after], note="a paper; before and after the large run")
    ratio = {FEW: (before + after) / 2 / (took / large)}
    note = f"a paper; first run of {large} units, memory of all processes sampled every {EVERY} s"
    return [base, timed(CASE, "docgen", [took / large], ratio_to=ratio, note=note, facts=facts)]


def _watched_build(place: Office) -> tuple[float, list[float]]:
    start = time.perf_counter()
    process = place.start_build()
    samples = watched(process)
    took = 1000 * (time.perf_counter() - start)
    place.check(process.wait())
    return took, samples
