"""A program: builds one unit of a workspace with a short deadline; tells what came of it and the memory it took."""

import json
import sys
import time
from pathlib import Path

from docgen.stories.build import build
from docgen.stories.opening import open_workbook
from docgen.stories.run import Wanted
from docgen.workspace.folder import Workspace

SECONDS = 1.0


def main(folder: Path) -> None:
    """One line of JSON: the codes of all problems, the processor's seconds, the most memory held at once in KiB."""
    opened, problems = open_workbook(Workspace(folder, "kl50"), None)
    if opened:
        built = build(opened, Wanted(units=["tan-uyen"], jobs=1, seconds=SECONDS), lambda coverage: {})
        problems = [*built.problems, *(problem for made in built.made for problem in made.problems)]
    held = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    codes = sorted({problem.code for problem in problems if problem.severity == "error"})
    print(json.dumps({"codes": codes, "seconds": time.process_time(), "held": int(held.split()[1])}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
