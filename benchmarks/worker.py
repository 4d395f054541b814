"""A Python engine as a long-lived process: one order a line on stdin, one answer a line on stdout.

`time FIRST LAST` answers milliseconds a paper, `save NUMBER PATH` writes one paper. `peers.mjs` speaks the same.
"""

import sys
import time
from pathlib import Path

from benchmarks.papers import paper
from benchmarks.python_engines import FILLS


def main(engine: str, template: str) -> None:
    """Serve one engine until stdin ends."""
    fill = FILLS[engine](Path(template).read_bytes(), paper(0))
    print("ready", flush=True)
    for line in sys.stdin:
        order, first, second = line.split()
        if order == "save":
            Path(second).write_bytes(fill(paper(int(first))))
            print("saved", flush=True)
        else:
            papers = [paper(number) for number in range(int(first), int(second))]
            start = time.perf_counter()
            for values in papers:
                fill(values)
            print(1000 * (time.perf_counter() - start) / len(papers), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
