"""The guide in a fresh workspace tells the truth: its files are there, its commands run as they stand."""

import re
from pathlib import Path

import click
import pytest

from docgen.cli.main import COMMANDS, cli
from docgen.workspace.samples import GUIDE
from tests.cli.conftest import Docgen
from tests.conftest import edit

_ROW = re.compile(r"^\| `([^`]+)` \|", re.MULTILINE)


@pytest.fixture
def guide(workspace: Path) -> str:
    return (workspace / GUIDE).read_text(encoding="utf-8")


def test_the_guide_is_a_page(guide: str) -> None:
    assert len(guide.splitlines()) <= 80
    assert max(map(len, guide.splitlines())) <= 120


def test_every_file_of_the_workspace_is_explained(guide: str, workspace: Path) -> None:
    files = _ROW.findall(guide)
    assert [name for name in files if not (workspace / name).exists()] == ["build/"]
    explained = tuple(files)
    there = {path.relative_to(workspace).as_posix() for path in workspace.rglob("*") if path.is_file()} - {GUIDE}
    assert [name for name in there if not name.startswith(explained)] == []


def test_the_four_steps_run_one_after_the_other(
    guide: str, docgen: Docgen, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workspace)
    steps = re.findall(r"^    docgen (.+)$", guide, re.MULTILINE)
    assert len(steps) == 6
    for words in steps:
        code, _, err = docgen(*words.split())
        assert (words, code, err) == (words, 0, "")
    (paper,) = re.findall(r"trong Word: `([^`]+)`", guide)
    assert (workspace / paper).exists()


def test_every_command_it_names_is_one(guide: str) -> None:
    named = re.findall(r"`docgen ([^`]+)`", guide)
    assert len(named) >= 8
    for words in named:
        verb, *rest = words.split()
        assert verb in COMMANDS or verb == "--help", words
        if verb in COMMANDS:
            _parsed(verb, rest)


def _parsed(verb: str, rest: list[str]) -> None:
    """A command line is understood; nothing of it runs."""
    parent: click.Context = click.Context(cli)
    _, command, _ = cli.resolve_command(parent, [verb])
    while isinstance(command, click.Group):
        _, command, rest = command.resolve_command(parent, rest)
    assert command is not None
    if "--help" not in rest:
        command.make_context(verb, rest, parent=parent)


def test_the_fault_it_shows_is_told_so(guide: str, docgen: Docgen, workspace: Path) -> None:
    (shown,) = re.findall(r"^> (.+)$", guide, re.MULTILINE)
    edit(workspace / "data/don-vi.yaml", "  ten: Huyện ủy Sìn Hồ\n", "")
    assert docgen("build", "sin-ho")[2].strip() == shown


def test_init_points_at_the_guide(docgen: Docgen, tmp_path: Path) -> None:
    code, out, _ = docgen("init", str(tmp_path / "moi"))
    assert code == 0 and GUIDE in out and (tmp_path / "moi" / GUIDE).exists()
