"""Case `fill`: one template filled in memory by every engine, warm, on one core, each turn right after docxtpl's."""

import io
import json
import os
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.dialects import DIALECTS
from benchmarks.papers import ROWS, paper, values_in
from benchmarks.peers import BASE, ENGINES, Engine, Unusable, Worker, install, release
from benchmarks.results import Row, timed
from benchmarks.template import word_template

CASE = "fill"
PAPERS, TURN, PASSES = 200, 40, 2
_SHOWN = 7


def measure(papers: int = PAPERS) -> list[Row]:
    """Rows for every engine; those that cannot take part say why."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        _write_inputs(folder, papers)
        with _working(BASE, folder) as base:
            rows = [_row_of(engine, base, folder, papers) for engine in ENGINES]
            every = [timed(CASE, BASE.name, base.times, version=release(BASE), note=BASE.note, facts=base.facts), *rows]
    return [_against_all(row, rows) if row.engine == "docgen" else row for row in every]


def _write_inputs(folder: Path, papers: int) -> None:
    for name, dialect in DIALECTS.items():
        (folder / f"{name}.docx").write_bytes(word_template(dialect))
    (folder / "papers.json").write_text(json.dumps([paper(number) for number in range(papers)]), "utf-8")


class _Working:
    """An engine that has shown it does the work, and every time it took."""

    def __init__(self, worker: Worker, folder: Path) -> None:
        made = worker.save(_SHOWN, folder / "paper.docx")
        check(made)
        self.facts = {"kB of .docx": len(made) / 1000, "kB of document.xml": len(document_xml(made)) / 1000}
        self.times: list[float] = []
        self._worker = worker
        worker.time(0, TURN)  # warm

    def turn(self, first: int, last: int) -> float:
        """One turn over the papers given."""
        self.times.append(self._worker.time(first, last))
        return self.times[-1]


@contextmanager
def _working(engine: Engine, folder: Path) -> Iterator[_Working]:
    install(engine)
    core = max(os.sched_getaffinity(0))
    worker = Worker(engine, folder / f"{engine.dialect}.docx", folder / "papers.json", core)
    try:
        yield _Working(worker, folder)
    finally:
        worker.stop()


def _row_of(engine: Engine, base: _Working, folder: Path, papers: int) -> Row:
    """An engine against docxtpl, turn by turn, the ratio taken inside each pair."""
    try:
        with _working(engine, folder) as working:
            starts = [first for _ in range(PASSES) for first in range(0, papers, TURN)]
            pairs = [(base.turn(first, first + TURN), working.turn(first, first + TURN)) for first in starts]
            ratio = median(theirs / ours for theirs, ours in pairs)
            known = {"version": release(engine), "note": engine.note, "facts": working.facts}
            return timed(CASE, engine.name, working.times, ratio_to={BASE.name: ratio}, **known)
    except Unusable as unusable:
        return Row(CASE, engine.name, None, version=release(engine), note=str(unusable))


def _against_all(row: Row, others: list[Row]) -> Row:
    """docgen against each peer: both ratios were taken against docxtpl's turn just before."""
    if row.median_ms is None:
        return row
    ours = row.ratio_to[BASE.name]
    measured = [other for other in others if other.ratio_to and other is not row]
    return replace(row, ratio_to=row.ratio_to | {other.engine: ours / other.ratio_to[BASE.name] for other in measured})


def document_xml(content: bytes) -> str:
    """The body of a .docx as text."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("word/document.xml").decode("utf-8")


def check(made: bytes) -> None:
    """Every value and every row stands in the paper, compressed: nobody wins by doing nothing. Raises Unusable."""
    xml = document_xml(made)
    text = re.sub("<[^>]+>", "", xml.replace("</w:p>", "\n"))
    missing = [value for value in values_in(paper(_SHOWN)) if value not in text]
    if missing:
        raise Unusable(f"{len(missing)} values are not in the paper, first «{missing[0]}»")
    if len(re.findall(r"<w:tr[ >]", xml)) < ROWS:
        raise Unusable("rows are not in the paper")
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        if archive.getinfo("word/document.xml").compress_type != zipfile.ZIP_DEFLATED:
            raise Unusable("the paper is not compressed")
