"""Memory of a process and all its children while they run: proportional set sizes, from /proc."""

import re
import subprocess
import time
from pathlib import Path

_PSS = re.compile(r"^Pss:\s+(\d+) kB", re.MULTILINE)
EVERY = 0.2


def watched(process: subprocess.Popen[bytes]) -> list[float]:
    """Megabytes of the process and its children, sampled until it ends."""
    samples = []
    while process.poll() is None:
        samples.append(sum(map(_kilobytes, _family(process.pid))) / 1000)
        time.sleep(EVERY)
    return samples


def _family(pid: int) -> list[int]:
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        children = [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except OSError:  # it ended meanwhile
        return []
    return [pid, *(member for child in children for member in _family(child))]


def _kilobytes(pid: int) -> int:
    try:
        found = _PSS.search(Path(f"/proc/{pid}/smaps_rollup").read_text())
    except OSError:
        return 0
    return int(found[1]) if found else 0
