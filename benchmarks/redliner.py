"""One redline made by one engine in a process of its own: `python -m benchmarks.redliner ENGINE OLD NEW OUT HOME`.

Answers milliseconds from bytes to bytes, and megabytes at most, as JSON. Each engine imports only its own library.
"""

import json
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

Redline = Callable[[bytes, bytes], bytes]
_PEAK = re.compile(r"^VmHWM:\s+(\d+) kB", re.MULTILINE)


def docgen(home: str) -> Redline:
    """Ours, proved: accepted it is the new draft, rejected the old one."""
    from docgen.word.redline_proof import verify
    from docgen.word.redlining import redline

    def make(old: bytes, new: bytes) -> bytes:
        made = redline(old, new).content
        return b"" if verify(old, new, made) else made

    return make


def wml_comparer(home: str) -> Redline:
    """The comparer of Open XML PowerTools."""
    from python_redlines.engines import XmlPowerToolsEngine

    engine = XmlPowerToolsEngine(f"{home}/wml-comparer")
    return lambda old, new: bytes(engine.run_redline("docgen", old, new)[0])


def docxodus(home: str) -> Redline:
    """Its successor, moves asked for as docgen finds them."""
    from python_redlines.engines import DocxodusEngine

    engine = DocxodusEngine(f"{home}/docxodus")
    return lambda old, new: bytes(engine.run_redline("docgen", old, new, detect_moves=True)[0])


REDLINES = {"docgen": docgen, "WmlComparer": wml_comparer, "Docxodus": docxodus}


def main(engine: str, old: str, new: str, out: str, home: str) -> None:
    """Make the redline and tell what it took."""
    make, before, after = REDLINES[engine](home), Path(old).read_bytes(), Path(new).read_bytes()
    start = time.perf_counter()
    made = make(before, after)
    took = 1000 * (time.perf_counter() - start)
    Path(out).write_bytes(made)
    print(json.dumps({"ms": took, "MB": _peak()}))


def _peak() -> float:
    """Of this program alone: `ru_maxrss` starts at the size of whoever started it."""
    found = _PEAK.search(Path("/proc/self/status").read_text())
    return int(found[1]) / 1000 if found else 0


if __name__ == "__main__":
    main(*sys.argv[1:])
