"""What a case found: rows of `build/bench.json`, a row for every engine. A run renews only the rows of its cases."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median


@dataclass(frozen=True)
class Row:
    """One engine in one case. `ratio_to[other]`: how many times as fast as `other`; below 1 is slower.

    `median_ms` is None for an engine that could not be measured; `note` then says why.
    """

    case: str
    engine: str
    median_ms: float | None
    ratio_to: dict[str, float] = field(default_factory=dict)
    spread_ms: list[float] | None = None
    version: str = ""
    note: str = ""
    facts: dict[str, float] = field(default_factory=dict)
    run: str = ""


def timed(case: str, engine: str, times: list[float], **others: object) -> Row:
    """A row of the times measured, in milliseconds."""
    return Row(case, engine, median(times), spread_ms=[min(times), max(times)], **others)  # type: ignore[arg-type]


def load(file: Path) -> list[Row]:
    """Rows of earlier runs."""
    return [Row(**row) for row in json.loads(file.read_text("utf-8"))] if file.exists() else []


def renew(file: Path, rows: Iterable[Row]) -> list[Row]:
    """Put the new rows in place of the old ones of their cases; returns all."""
    new = list(rows)
    cases = {row.case for row in new}
    every = [row for row in load(file) if row.case not in cases] + new
    file.write_text(json.dumps([asdict(row) for row in every], ensure_ascii=False, indent=1) + "\n", "utf-8")
    return every
