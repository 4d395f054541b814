"""Case `build-705`: the whole command against a plain docxtpl loop that writes and flushes the same papers."""

import json
import subprocess
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.peers import BASE, FOLDER, ROOT, install, python_of, release
from benchmarks.results import Row, timed
from benchmarks.units import DISTRICTS
from benchmarks.workspaces import Office, office
from docgen.compose.paper import compose
from docgen.stories.opening import open_workbook
from docgen.word.context import context_of
from docgen.workspace.folder import TEMPLATES, find_workspace

CASE = "build-705"
ROUNDS, SAMPLE = 3, 150
WARM = "docgen, data cache warm"


def measure(size: int = DISTRICTS, sample: int = SAMPLE, rounds: int = ROUNDS) -> list[Row]:
    """Rows for docgen on a first run, docgen with its data cache, and the loop scaled up from `sample` papers."""
    install(BASE)
    with TemporaryDirectory(dir=FOLDER) as name:
        folder = Path(name)
        place = office(folder / "office", size)
        loop = _Loop(folder, place, size // sample)
        pairs = [(loop.time() * size, _first(place), loop.time() * size, place.build()) for _ in range(rounds)]
    before_first, first, before_warm, warm = map(list, zip(*pairs, strict=True))
    loops = f"a loop over {sample} of the papers, scaled to {size}; values composed beforehand, start not timed"
    return [
        timed(CASE, BASE.name, before_first + before_warm, version=release(BASE), note=loops),
        _row("docgen", before_first, first, "first run: no data cache"),
        _row(WARM, before_warm, warm, "papers made anew, parsed data kept"),
    ]


def _row(engine: str, loops: list[float], times: list[float], note: str) -> Row:
    ratio = median(loop / took for loop, took in zip(loops, times, strict=True))
    return timed(CASE, engine, times, ratio_to={BASE.name: ratio}, note=note)


def _first(place: Office) -> float:
    place.forget()
    return place.build()


class _Loop:
    """The loop with its template and the values of every `step`-th unit; each time in a process of its own."""

    def __init__(self, folder: Path, place: Office, step: int) -> None:
        form, papers = _papers(place, step)
        self._template = place.root / TEMPLATES / form / "ke-hoach.docx"
        self._values, self._out = folder / "values.json", folder / "loop"
        self._values.write_text(json.dumps(papers), "utf-8")
        self._out.mkdir()

    def time(self) -> float:
        """Milliseconds a paper."""
        command = [python_of(BASE.home), "-m", "benchmarks.docxtpl_loop"]
        arguments = map(str, (self._template, self._values, self._out))
        return float(subprocess.run([*command, *arguments], cwd=ROOT, check=True, capture_output=True).stdout)


def _papers(place: Office, step: int) -> tuple[str, list[dict[str, object]]]:
    """The form of the plan's day and what docgen puts into its template for every `step`-th unit."""
    opened, problems = open_workbook(find_workspace(place.root), None)
    assert opened is not None and opened.workbook.plan is not None, problems
    plan, register = opened.workbook.plan, opened.workbook.register
    form = next(form for form in opened.workbook.forms.values() if form.valid_from <= plan.due)
    papers = [compose(plan, register, unit, form, None) for unit in list(register.units.values())[::step]]
    return form.id, [context_of(document, form) for document in papers]
