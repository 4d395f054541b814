"""What stops a command: its usage or the user's files, told on stderr and, when asked for, as JSON."""

import sys

import click

from docgen.cli.terminal import give, tell
from docgen.cli.usage import usage_problem
from docgen.problems import Problem
from docgen.show import as_json
from docgen.workspace.folder import Refused


def stopped_by(fault: Exception) -> int | None:
    """Tell the fault and give its exit code; None for one that is no fault of the user."""
    if isinstance(fault, click.ClickException):
        return _stop(usage_problem(fault), fault.exit_code)
    if isinstance(fault, Refused):
        return _stop(fault.problem, fault.exit_code)
    return None


def _stop(problem: Problem, code: int) -> int:
    """Whoever asked for JSON gets JSON."""
    tell([problem])
    if "--json" in sys.argv:
        give({"schema": "docgen/problems/1", "problems": as_json.problems([problem])})
    return code
