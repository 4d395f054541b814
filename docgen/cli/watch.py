"""`docgen watch [UNIT]`: one paper made anew on every save."""

import time
from pathlib import Path

import click

from docgen.cli.terminal import tell
from docgen.show import in_words
from docgen.show.coverage_page import coverage_files
from docgen.show.excel_text import imported
from docgen.stories.watch import Rebuilt, Watch, Watched
from docgen.workspace.folder import find_workspace
from docgen.workspace.saves import look_at, saves

_PAUSE = 0.25  # seconds; a save is told after two looks alike


@click.command()
@click.argument("unit", required=False, metavar="[ĐƠN_VỊ]")
@click.option("--plan", metavar="MÃ", help="Kế hoạch cần dựng (mặc định: theo docgen.toml).")
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("build"), help="Thư mục kết quả (mặc định: build)."
)
@click.pass_obj
def watch(folder: Path, unit: str | None, plan: str | None, out: Path) -> None:
    """Dựng lại văn bản của ĐƠN_VỊ (mặc định: đơn vị vừa sửa) mỗi khi lưu dữ liệu hay mẫu Word."""
    root = find_workspace(folder).root
    before = look_at(root)
    watched = Watch(Watched(root, out, plan, unit), coverage_files)
    _show(watched.begin())
    click.echo("Đang theo dõi dữ liệu, mẫu Word và sổ Excel của kế hoạch. Cứ sửa rồi lưu; nhấn Ctrl+C để dừng.")
    for changed in saves(before, lambda: look_at(root), _pause):
        click.echo(f"Vừa lưu: {', '.join(changed)}.")
        _show(watched.rebuild(changed))


def _pause() -> None:
    time.sleep(_PAUSE)


def _show(rebuilt: Rebuilt) -> None:
    for taken in rebuilt.imported:
        click.echo(imported(taken.changes, taken.files, dry_run=False))
    built = rebuilt.built
    made = built.made if built else []
    own = [problem for one in made for problem in one.problems]
    tell([*rebuilt.problems, *(built.problems if built else ()), *own])
    if built and made:
        click.echo(in_words.outcomes((one.state, built.file_of(one) or one.unit) for one in made))
