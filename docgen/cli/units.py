"""`docgen units`: who there is, what is missing."""

import shutil
import sys
from pathlib import Path
from typing import Any

import click

from docgen.cli.terminal import give, tell
from docgen.problems import errors
from docgen.show import as_json
from docgen.show.tables import table
from docgen.stories.missing import LABELS
from docgen.stories.opening import open_workbook
from docgen.stories.units import UnitState, unit_states
from docgen.workspace.folder import find_workspace

HEADER = ("Mã", "Tên đơn vị", "Loại", "Cấp trên", "Tình trạng", "Còn thiếu")


@click.command()
@click.option("--plan", metavar="MÃ", help="Kế hoạch để xét phần còn thiếu (mặc định: theo docgen.toml).")
@click.option("--json", "as_one_json", is_flag=True, help="In kết quả dạng JSON ra stdout.")
@click.pass_obj
def units(folder: Path, plan: str | None, as_one_json: bool) -> None:
    """Các đơn vị, tình trạng và phần còn thiếu."""
    opened, problems = open_workbook(find_workspace(folder), plan)
    states = unit_states(opened) if opened else []
    shared = [*problems, *(opened.workbook.problems if opened else ())]
    own = [problem for state in states for problem in state.problems]
    tell([*shared, *own])
    if as_one_json:
        give({"schema": "docgen/units/1", "units": list(map(_shape, states))})
    elif states:
        click.echo(table(HEADER, map(_row, states), _width()))
    click.get_current_context().exit(3 if errors(shared) else 1 if errors(own) else 0)


def _width() -> int:
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 160


def _shape(state: UnitState) -> dict[str, Any]:
    return {
        "id": state.id, "name": state.name, "kind": state.kind, "superior": state.superior,
        "confirmed": state.confirmed, "missing": list(state.missing), "problems": as_json.problems(state.problems),
    }  # fmt: skip


def _row(state: UnitState) -> tuple[str, ...]:
    standing = "đã xác nhận" if state.confirmed else "chưa xác nhận"
    condition = "có lỗi" if errors(state.problems) else standing
    missing = ", ".join(LABELS[key] for key in state.missing)
    return state.id, state.name, state.kind, state.superior or "", condition, missing
