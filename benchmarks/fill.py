"""Case `fill`: one template filled in memory by every engine, warm, on one core, each turn right after docxtpl's."""

import io
import json
import os
import re
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
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
    with TemporaryDirectory() as name, ExitStack() as running:
        folder = Path(name)
        _write_inputs(folder, papers)
        base = _Racer(BASE, folder, running)
        racers = [_Racer(engine, folder, running) for engine in ENGINES]
        for first in [*range(0, papers, TURN)] * PASSES:
            for racer in racers:
                racer.race(base, first, first + TURN)
    rows = [racer.row() for racer in racers]
    return [base.row(), *(_against_all(row, rows) if row.engine == "docgen" else row for row in rows)]


def _write_inputs(folder: Path, papers: int) -> None:
    for name, dialect in DIALECTS.items():
        (folder / f"{name}.docx").write_bytes(word_template(dialect))
    (folder / "papers.json").write_text(json.dumps([paper(number) for number in range(papers)]), "utf-8")


class _Racer:
    """An engine that has shown it does the work, every time it took, and how it stood to docxtpl just before."""

    def __init__(self, engine: Engine, folder: Path, running: ExitStack) -> None:
        self.engine, self.fault = engine, ""
        self._times: list[float] = []
        self._ratios: list[float] = []
        self._facts: dict[str, float] = {}
        with self._noting_faults():
            install(engine)
            core = max(os.sched_getaffinity(0))
            self._worker = Worker(engine, folder / f"{engine.dialect}.docx", folder / "papers.json", core)
            running.callback(self._worker.stop)
            made = self._worker.save(_SHOWN, folder / "paper.docx")
            check(made)
            self._facts = {"kB of .docx": len(made) / 1000, "kB of document.xml": len(document_xml(made)) / 1000}
            self._worker.time(0, TURN)  # warm

    def race(self, base: "_Racer", first: int, last: int) -> None:
        """docxtpl's turn over some papers, then this engine's over the same."""
        if not self.fault:
            theirs = base.turn(first, last)
            with self._noting_faults():
                self._ratios.append(theirs / self.turn(first, last))

    def turn(self, first: int, last: int) -> float:
        """Milliseconds a paper."""
        self._times.append(self._worker.time(first, last))
        return self._times[-1]

    def row(self) -> Row:
        """What is known at the end."""
        name, known = self.engine.name, release(self.engine)
        if self.fault:
            return Row(CASE, name, None, version=known, note=self.fault)
        ratio = {BASE.name: median(self._ratios)} if self._ratios else {}
        return timed(CASE, name, self._times, ratio_to=ratio, version=known, note=self.engine.note, facts=self._facts)

    @contextmanager
    def _noting_faults(self) -> Iterator[None]:
        try:
            yield
        except Unusable as unusable:
            if self.engine is BASE:
                raise
            self.fault = str(unusable)


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
