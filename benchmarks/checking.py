"""Case `check`: a paper read and held against every rule, against python-docx opening it and walking its runs."""

import io
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import docx
from docx.document import Document
from docx.text.run import Run

from benchmarks.peers import FOLDER
from benchmarks.results import Row, timed
from benchmarks.workspaces import DOCGEN, Failed, Office, office
from docgen.check.draft import Draft
from docgen.check.fit import day_of, form_of
from docgen.check.papers import check_paper
from docgen.load.forms import load_forms
from docgen.model.form import Form
from docgen.word.read import read_docx
from docgen.workspace.folder import find_workspace

CASE = "check"
ROUNDS = 15
FOLDER_OF = 705
WALK, SET = "python-docx, open and walk", f"docgen check, a folder of {FOLDER_OF}"


def measure(rounds: int = ROUNDS) -> list[Row]:
    """Rows for one paper in process and warm, and for a folder on all cores."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=FOLDER) as name:
        place = office(Path(name) / "office", FOLDER_OF)
        place.build()
        papers = sorted((place.root / "build").rglob("*.docx"))
        forms, _ = load_forms(find_workspace(place.root).form_files())
        content = next(path for path in papers if path.stem == "than-uyen").read_bytes()
        pairs = [(_took(lambda: walk(content)), _took(lambda: check(content, forms))) for _ in range(rounds + 1)][1:]
        seconds = [_checked(place, papers) for _ in range(3)]
    theirs, ours = zip(*pairs, strict=True)
    ratio = median(walked / checked for walked, checked in pairs)
    per_paper = 1000 * median(seconds) / len(papers)
    return [
        timed(CASE, WALK, list(theirs), version=docx.__version__),
        timed(CASE, "docgen", list(ours), ratio_to={WALK: ratio}),
        timed(CASE, SET, [1000 * second for second in seconds], facts={"ms a paper": per_paper}),
    ]


def walk(content: bytes) -> int:
    """Open a paper and look at every run, tables too; returns how many letters there are."""
    paper: Document = docx.Document(io.BytesIO(content))
    paragraphs = paper.element.body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p")
    return sum(len(Run(run, paper).text) for paragraph in paragraphs for run in paragraph.r_lst)


def check(content: bytes, forms: dict[str, Form]) -> int:
    """Read a paper, choose its form, apply every rule; returns how many findings there are."""
    reading = read_docx(content)
    form = form_of(reading, forms)
    if form is None:
        raise Failed("the paper shows no form")
    return len(check_paper(Draft(reading, form, tuple(forms.values()), day_of(reading))))


def _took(work: Callable[[], int]) -> float:
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)


def _checked(place: Office, papers: list[Path]) -> float:
    start = time.perf_counter()
    command = [DOCGEN, "check", *{str(path.parent) for path in papers}]
    done = subprocess.run(command, cwd=place.root, env=place.environment, capture_output=True)
    if done.returncode > 1:
        raise Failed(done.stderr.decode("utf-8", "replace"))
    return time.perf_counter() - start
