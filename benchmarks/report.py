"""`docs/performance.md` from the rows: ratios first, then what was asked, then how it was measured."""

import math
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.results import Row
from benchmarks.targets import TARGETS

_CASES = {
    "fill": "Filling one template, in memory, warm (milliseconds a paper)",
    "build-705": "The whole command, 705 units (milliseconds in all)",
    "growth": "52 000 units (milliseconds a paper)",
    "start": "Start (milliseconds a command)",
    "check": "Checking (milliseconds)",
    "compare": "Redlines of two drafts (milliseconds)",
}
_INTRO = """# Performance

Written by `make bench` from `build/bench.json`; never by hand. Ratios are what to quote: absolute times drift with the
machine and its load. «× X» says how many times as fast as X; below 1 is slower.
"""
_METHOD = Path(__file__).with_name("method.md").read_text("utf-8")


def page(rows: list[Row]) -> str:
    """The page as Markdown."""
    sections = [_section(case, title, [row for row in rows if row.case == case]) for case, title in _CASES.items()]
    return "\n".join([_INTRO, _targets(rows), *filter(None, sections), _METHOD])


def _targets(rows: list[Row]) -> str:
    lines = [("target", "wanted", "measured", "")]
    lines += [(target.says, target.wanted, *target.verdict(rows)) for target in TARGETS]
    return f"## Targets\n\n{_table(lines)}"


def _section(case: str, title: str, rows: list[Row]) -> str:
    if not rows:
        return ""
    bases = ["docxtpl"] if case == "fill" else list(dict.fromkeys(base for row in rows for base in row.ratio_to))
    head = ("engine", "version", *(f"× {base}" for base in bases), "median", "spread", "notes")
    ranked = sorted(rows, key=lambda row: row.median_ms or math.inf) if case == "fill" else rows
    lines = [head, *(_line(row, bases) for row in ranked)]
    return f"## {title}\n\nRun: {rows[0].run}.\n\n{_table(lines)}"


def _line(row: Row, bases: Iterable[str]) -> tuple[str, ...]:
    ratios = [_figure(row.ratio_to.get(base)) for base in bases]
    spread = f"{_figure(row.spread_ms[0])}–{_figure(row.spread_ms[1])}" if row.spread_ms else ""
    facts = [f"{_figure(value)} {name}" for name, value in row.facts.items()]
    median = _figure(row.median_ms) or "not measured"
    return (row.engine, row.version, *ratios, median, spread, "; ".join(filter(None, [row.note, *facts])))


def _figure(value: float | None) -> str:
    """Three significant digits; nothing for a figure there is not."""
    if value is None:
        return ""
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def _table(lines: Iterable[tuple[str, ...]]) -> str:
    return "\n".join(_rows(iter(lines))) + "\n"


def _rows(lines: Iterator[tuple[str, ...]]) -> Iterator[str]:
    head = next(lines)
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for line in lines:
        yield f"| {' | '.join(line)} |"
