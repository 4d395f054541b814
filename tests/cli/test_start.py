"""What a command imports before it does anything: a clerk waits for every library."""

import subprocess
import sys
from pathlib import Path

import click
import pytest

from docgen.cli.main import COMMANDS, cli
from docgen.workspace import cache

READERS = {"docgen.load.everything", "docgen.load.nodes", "docgen.load.plan", "docgen.load.registry"}
HEAVY = {
    "babel",
    "docx",
    "openpyxl",
    "defusedxml",
    "docxtpl",
    "jinja2",
    "lxml",
    "pydantic",
    "rich",
    "ruamel",
    "ruamel.yaml",
}


def imported(program: str) -> set[str]:
    """Modules a Python of its own has at the end of a program."""
    told = subprocess.run(
        [sys.executable, "-c", f"{program}\nimport sys\nprint(*sys.modules, file=sys.stderr)"],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return set(told.stderr.split())


def test_help_imports_no_heavy_library_and_no_command() -> None:
    modules = imported("from docgen.cli.main import cli\ncli.main(['--help'], standalone_mode=False)")
    assert modules & HEAVY == set()
    assert {name for name in modules if name.startswith("docgen")} == {
        "docgen", "docgen.cli", "docgen.cli.main", "docgen.cli.terminal", "docgen.problems",
    }  # fmt: skip


def test_a_second_build_neither_reads_data_nor_compiles_templates(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "kept"))
    words = ["-C", str(workspace), "build", "than-uyen"]
    program = f"from docgen.cli.main import cli\ncli.main({words!r}, standalone_mode=False)"
    first, second = imported(program), imported(program)
    assert first >= {"ruamel.yaml", "docxtpl", "lxml"}
    assert second & {"ruamel", "docxtpl", "docx", "lxml", "babel", "rich"} == set()
    assert second & READERS == set() and first >= READERS
    assert "docgen.compose.paper" in second


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_help_says_what_the_command_says(name: str) -> None:
    context = click.Context(cli)
    _, command, _ = cli.resolve_command(context, [name])
    shown = cli.get_command(context, name)
    assert command is not None and shown is not None and command.name == name
    assert command is not shown and command.get_short_help_str(200) == shown.get_short_help_str(200)
