"""`python -m benchmarks [CASE …]`: measure, write `build/bench.json` and `docs/performance.md`."""

import datetime
import os
import platform
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from benchmarks import build_all, checking, comparing, fill, growth, start
from benchmarks.peers import FOLDER, ROOT, Unusable
from benchmarks.report import page
from benchmarks.results import renew
from benchmarks.workspaces import Failed
from docgen.workspace.cache import OFF, VARIABLE

CASES = {case.CASE: case.measure for case in (fill, build_all, growth, start, checking, comparing)}
FIGURES = ROOT / "build" / "bench.json"
PAGE = ROOT / "docs" / "performance.md"


def main(wanted: list[str]) -> None:
    """Measure the cases wanted, else all; the figures of each are kept as soon as they are there."""
    unknown = set(wanted) - set(CASES)
    if unknown:
        sys.exit(f"no case {', '.join(sorted(unknown))}; there are {', '.join(CASES)}")
    FOLDER.mkdir(parents=True, exist_ok=True)
    os.environ[VARIABLE] = OFF  # the user's own cache is left alone; commands that are timed have theirs
    stopped = [case for case in wanted or CASES if not _measured(case)]
    sys.exit(f"not measured: {', '.join(stopped)}" if stopped else 0)


def _measured(case: str) -> bool:
    print(f"measuring {case} …", flush=True)
    run = _this_run()
    try:
        rows = CASES[case]()
    except (Failed, Unusable) as reason:
        print(f"{case}: {reason}", file=sys.stderr)
        return False
    PAGE.write_text(page(renew(FIGURES, [replace(row, run=run) for row in rows])), "utf-8")
    return True


def _this_run() -> str:
    """Day, commit, machine and interpreters, as the page names them."""
    processor = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    cores = len(os.sched_getaffinity(0))
    kernel = ".".join(platform.release().split(".")[:2])
    return (
        f"{datetime.date.today().isoformat()}, docgen at {_output('git', 'describe', '--always', '--dirty')}, "
        f"{processor[1] if processor else platform.machine()}, {cores} cores, {platform.system()} {kernel}, "
        f"Python {platform.python_version()}, Node {_output('node', '--version') or 'absent'}"
    )


def _output(*command: str) -> str:
    try:
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True).stdout.strip()
    except FileNotFoundError:
        return ""


if __name__ == "__main__":
    main(sys.argv[1:])
