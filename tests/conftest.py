"""A workspace of one's own for every test, and the shipped data read once."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from docgen.cli.main import cli
from docgen.stories.opening import Opened, open_workbook
from docgen.workspace import cache
from docgen.workspace.folder import Workspace, find_workspace
from docgen.workspace.samples import copy_samples

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
Run = Callable[..., Result]


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What runs remember stays with the tests, also in programs they start."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(cache.VARIABLE, str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A fresh workspace as `docgen init` makes it."""
    folder = tmp_path / "viec"
    copy_samples(folder, dry_run=False)
    return folder


@pytest.fixture
def run(workspace: Path) -> Run:
    """Run a command of docgen in the workspace, in process."""

    def call(*words: str) -> Result:
        return CliRunner().invoke(cli, ["-C", str(workspace), *words], standalone_mode=True)

    return call


@pytest.fixture(scope="session")
def shipped() -> Opened:
    """The shipped data, sound."""
    opened, problems = open_workbook(find_workspace(ROOT), None)
    assert opened is not None and not problems
    return opened


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with every paper of the shipped plan."""
    folder = tmp_path_factory.mktemp("built") / "viec"
    copy_samples(folder, dry_run=False)
    result = CliRunner().invoke(cli, ["-C", str(folder), "build"])
    assert result.exit_code == 0, result.output
    return folder / "build" / "kl50"


def edit(file: Path, old: str, new: str, count: int = 1) -> None:
    """Change a data file the way a clerk would; the old text must be there."""
    text = file.read_text(encoding="utf-8")
    assert old in text, old
    file.write_text(text.replace(old, new, count), encoding="utf-8")


def need(program: str) -> str:
    """A program only tests need: skipped on a plain machine, never in CI."""
    found = shutil.which(program)
    if found is None and os.environ.get("CI"):
        pytest.fail(f"{program} is missing: .ci/run must install it")
    if found is None:
        pytest.skip(f"{program} is not installed")
    return found


def workbook_of(folder: Path) -> Opened:
    """A workspace read in process."""
    opened, problems = open_workbook(Workspace(folder, None), None)
    assert opened is not None, problems
    return opened
