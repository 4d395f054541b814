"""One bad unit costs that unit, wherever it stands: the others are made, the exit code is 1, the report names it.

Every 25th of 200 places by default, all with DOCGEN_LONG=1.
"""

import os
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.model.document import Document
from docgen.stories import making
from docgen.stories.build import build
from docgen.stories.opening import open_workbook
from docgen.stories.run import Built, Wanted
from docgen.word.context import context_of
from docgen.workspace.folder import Workspace
from tests.batch.conftest import district, shipped_rows, workspace_of, write_csv

COUNT = 200
PLACES = range(0, COUNT, 1 if os.environ.get("DOCGEN_LONG") else 50)
SECONDS = 2.0


def built(folder: Path, **wanted: object) -> Built:
    opened, problems = open_workbook(Workspace(folder, None), None)
    assert opened is not None, problems
    return build(opened, Wanted(seconds=SECONDS, **wanted), lambda coverage: {})  # type: ignore[arg-type]


def all_but(outcome: Built, bad: str, code: str) -> None:
    """Everything was made but one unit, which is told with a code."""
    assert outcome.exit_code == 1
    states = {made.unit: made.state for made in outcome.made}
    assert len(states) == COUNT
    assert {unit for unit, state in states.items() if state == "failed"} == {bad}
    assert {path.stem for path in outcome.folder.glob("*.docx")} == set(states) - {bad}
    assert [problem.code for made in outcome.made if made.unit == bad for problem in made.problems] == [code]


@pytest.mark.parametrize("place", PLACES)
def test_a_bad_row_at_any_place(tmp_path: Path, place: int) -> None:
    folder = workspace_of(tmp_path / "viec", 0)
    shipped = list(shipped_rows())
    rows = [*shipped, *map(district, range(1, COUNT - len(shipped)))]
    rows.insert(place, {**district(9999), "hieu_luc_tu": "30/02/2023"})
    write_csv(folder / "data/don-vi.csv", rows)
    all_but(built(folder), "huyen-mau-9999", "data.value")


Spoil = Callable[[], None]


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def hang() -> None:
    time.sleep(60)


def hang_deaf() -> None:
    signal.signal(signal.SIGALRM, signal.SIG_IGN)
    time.sleep(60)


def eat_memory() -> None:
    bytearray(1 << 30)


def stumble() -> None:
    raise RuntimeError("một lỗi của docgen")


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (die, "unit.worker_lost"),
        (hang, "unit.too_long"),
        (hang_deaf, "unit.worker_lost"),
        (eat_memory, "unit.too_large"),
        (stumble, "unit.internal"),
    ],
)
def test_whatever_becomes_of_a_worker(many: Path, monkeypatch: pytest.MonkeyPatch, spoil: Spoil, code: str) -> None:
    """Workers are forked from this process and take its patches along."""

    def spoilt(document: Document, form: object) -> dict[str, object]:
        if "Mẫu 0042" in document.author:
            spoil()
        return context_of(document, form)  # type: ignore[arg-type]

    monkeypatch.setattr(making, "context_of", spoilt)
    all_but(built(many, jobs=2), "huyen-mau-0042", code)


def test_a_template_that_grows_with_the_data_costs_the_unit_with_much_data(many: Path) -> None:
    rows = [*shipped_rows(), *map(district, range(1, 172)), {**district(9999), "noi_nhan": " | ".join("ABCDEFGH" * 8)}]
    write_csv(many / "data/don-vi.csv", rows)
    _loop_over_recipients(many / "templates/hd36/ke-hoach.docx", depth=5)
    all_but(built(many), "huyen-mau-9999", "template.too_much")


def _loop_over_recipients(template: Path, depth: int) -> None:
    """Loops inside one another in the first paragraph: few turns for few recipients, endless for many."""
    from docx import Document as Word

    loops = "".join(f"{{% for v{level} in noi_nhan %}}" for level in range(depth))
    word = Word(str(template))
    word.paragraphs[0].insert_paragraph_before(loops + "{% endfor %}" * depth)
    word.save(str(template))


def test_nothing_is_left_of_a_pool_that_broke(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = _children()
    monkeypatch.setattr(making, "context_of", lambda document, form: die())
    assert built(many, jobs=2, units=[f"huyen-mau-{number:04d}" for number in range(1, 9)]).exit_code == 3
    assert _children() == before


def _children() -> set[str]:
    return set(Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split())


def test_the_copy_of_a_batch_is_the_batch(many: Path, tmp_path: Path) -> None:
    """Two worker processes or none: the same bytes."""
    other = Path(shutil.copytree(many, tmp_path / "khac"))
    one, two = built(many, jobs=1), built(other, jobs=2)
    assert [made.sha256 for made in one.made] == [made.sha256 for made in two.made]
    assert (one.folder / "manifest.json").read_bytes() == (two.folder / "manifest.json").read_bytes()
