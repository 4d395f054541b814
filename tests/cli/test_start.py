"""What a command imports before it does anything: a clerk waits for every library."""

import subprocess
import sys

import click
import pytest

from docgen.cli.main import COMMANDS, cli

HEAVY = {"babel", "docx", "docxtpl", "jinja2", "lxml", "pydantic", "rich", "ruamel", "ruamel.yaml"}


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


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_help_says_what_the_command_says(name: str) -> None:
    context = click.Context(cli)
    _, command, _ = cli.resolve_command(context, [name])
    shown = cli.get_command(context, name)
    assert command is not None and shown is not None and command.name == name
    assert command is not shown and command.get_short_help_str(200) == shown.get_short_help_str(200)
