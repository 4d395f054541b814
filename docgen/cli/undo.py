"""`docgen undo`: the last run put back."""

from pathlib import Path
from typing import Any

import click

from docgen.cli.terminal import give, tell
from docgen.show import as_json, in_words
from docgen.stories.undo import STATES, PutBack
from docgen.stories.undo import undo as undo_story
from docgen.workspace.folder import find_workspace


@click.command()
@click.option("--plan", metavar="MÃ", help="Kế hoạch cần trả lại (mặc định: theo docgen.toml).")
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("build"), help="Thư mục kết quả (mặc định: build)."
)
@click.option("--json", "as_one_json", is_flag=True, help="In kết quả dạng JSON ra stdout.")
@click.pass_obj
def undo(folder: Path, plan: str | None, out: Path, as_one_json: bool) -> None:
    """Trả các tệp về như trước lần dựng gần nhất; tệp đã sửa sau đó được giữ nguyên."""
    put_back = undo_story(find_workspace(folder), plan, out)
    tell(put_back.problems)
    if as_one_json:
        give(_shape(put_back))
    elif put_back.found:
        click.echo(in_words.undo_summary({state: put_back.count(state) for state in STATES}))
    else:
        click.echo(f"Không có lần dựng nào trong {put_back.out}/{put_back.plan}/ để trả lại.")
    click.get_current_context().exit(1 if put_back.problems else 0)


def _shape(put_back: PutBack) -> dict[str, Any]:
    return {
        "schema": "docgen/undo/1",
        "plan": put_back.plan,
        "out": put_back.out,
        "files": [{"file": file.file, "state": file.state} for file in put_back.files],
        "counts": {state: put_back.count(state) for state in STATES},
        "problems": as_json.problems(put_back.problems),
    }
