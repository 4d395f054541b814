"""Nothing is said of the papers docgen makes; of the province's own, exactly what docs/seed-corrections.md lists."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from docgen.check.draft import Draft
from docgen.check.fit import day_of, form_of
from docgen.check.papers import check_paper
from docgen.cli.main import cli
from docgen.model.finding import Finding
from docgen.stories.opening import Opened
from docgen.word.read import read_docx
from docgen.workspace.samples import copy_samples
from tests.conftest import ROOT

_LISTED = re.compile(r"^\| `([a-z_.]+)` \| ([^|]+?) \|", re.MULTILINE)


def findings(file: Path, shipped: Opened, form: str) -> list[Finding]:
    forms = shipped.workbook.forms
    reading = read_docx(file.read_bytes())
    return check_paper(Draft(reading, forms[form], tuple(forms.values()), day_of(reading)))


@pytest.fixture(scope="module", params=["hd36", "hd05"])
def papers(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    folder = tmp_path_factory.mktemp("own") / "viec"
    copy_samples(folder, dry_run=False)
    assert CliRunner().invoke(cli, ["-C", str(folder), "build", "--form", request.param]).exit_code == 0
    return request.param, folder / "build" / "kl50"


def test_nothing_is_said_of_a_unit_s_paper(papers: tuple[str, Path], shipped: Opened) -> None:
    form, folder = papers
    files = [file for file in sorted(folder.glob("*.docx")) if file.stem != "tinh-uy"]
    said = {file.stem: [one.code for one in findings(file, shipped, form)] for file in files}
    assert {unit: codes for unit, codes in said.items() if codes} == {}
    assert len(files) == 27


def test_of_the_province_s_paper_what_its_own_words_are(papers: tuple[str, Path], shipped: Opened) -> None:
    form, folder = papers
    text = (ROOT / "docs" / "seed-corrections.md").read_text(encoding="utf-8")
    said = sorted((one.code, one.place.path) for one in findings(folder / "tinh-uy.docx", shipped, form))
    assert said == sorted(_LISTED.findall(text))


def test_a_paper_of_another_form_is_told_so_once(built: Path, shipped: Opened) -> None:
    found = findings(built / "than-uyen.docx", shipped, "hd05") + findings(built / "than-uyen.docx", shipped, "nd30")
    assert [(one.code, one.severity) for one in found] == [("form.other", "hint")] * 2


def test_the_form_is_that_of_the_day(built: Path, shipped: Opened) -> None:
    found = form_of(read_docx((built / "than-uyen.docx").read_bytes()), shipped.workbook.forms)
    assert found is not None and found.id == "hd36"
