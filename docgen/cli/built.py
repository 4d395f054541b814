"""What `docgen build` says at the end."""

from pathlib import Path
from typing import Any

import click

from docgen.cli.terminal import give, tell
from docgen.problems import Problem
from docgen.show import as_json, in_words
from docgen.stories.missing import LABELS, SIGNER, missing_of
from docgen.stories.opening import Opened
from docgen.stories.run import STATES, Built


def nothing(plan: str, problems: list[Problem]) -> Built:
    """The outcome when the data could not be read."""
    return Built(plan, "", Path(), problems=problems, exit_code=3)


def finish(built: Built, opened: Opened | None, as_one_json: bool) -> None:
    """Show the outcome and end with its exit code."""
    every: list[Problem] = [*built.problems, *(problem for made in built.made for problem in made.problems)]
    tell(every)
    if as_one_json:
        give(_shape(built))
    elif built.made and opened is not None:
        if built.dry_run:
            click.echo(in_words.outcomes((made.state, built.file_of(made) or made.unit) for made in built.made))
        click.echo(_summary(built, opened))
        if built.written:
            click.echo(f"Kết quả trong {built.out}/{built.plan}/ (bảng phủ: coverage.html).")
        if built.zip:
            click.echo(f"Tệp nén: {built.zip} (mục lục: muc-luc.csv).")
    click.get_current_context().exit(built.exit_code)


def _shape(built: Built) -> dict[str, Any]:
    return {
        "schema": "docgen/build/1",
        "plan": built.plan,
        "out": built.out,
        "units": [
            {
                "unit": made.unit, "state": made.state, "file": built.file_of(made) or None,
                "sha256": made.sha256 or None, "problems": as_json.problems(made.problems),
                **({"beside": made.beside} if made.beside else {}),
            }
            for made in built.made
        ],
        "counts": {state: built.count(state) for state in STATES},
        "problems": as_json.problems(built.problems),
    }  # fmt: skip


def _summary(built: Built, opened: Opened) -> str:
    if built.count("failed") == len(built.made):
        return in_words.nothing_built(len(built.made))
    plan, units = opened.workbook.plan, opened.workbook.register.units
    above = missing_of(plan, units[plan.issuer]) if plan and plan.issuer in units else []
    counts = {state: built.count(state) for state in STATES}
    lacking = [LABELS[key] for key in above if key != SIGNER]
    return in_words.build_summary(counts, built.no_signer, built.unconfirmed, lacking)
