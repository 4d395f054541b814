"""The `docgen` command: its verbs, and what every verb does about faults, interruption and our own bugs."""

import sys
from pathlib import Path

import click

from docgen.cli.build import build
from docgen.cli.init import init
from docgen.cli.number import number
from docgen.cli.outline import outline
from docgen.cli.template import template
from docgen.cli.terminal import give, tell, use_utf8
from docgen.cli.undo import undo
from docgen.cli.units import units
from docgen.cli.usage import usage_problem
from docgen.problems import Problem
from docgen.show import as_json
from docgen.workspace.folder import Refused

INTERNAL, INTERRUPTED = 70, 130


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.option(
    "-C",
    "folder",
    type=click.Path(path_type=Path),
    default=Path(),
    help="Thư mục làm việc (mặc định: thư mục hiện tại).",
)
@click.version_option(package_name="docgen", message="docgen %(version)s")
@click.pass_context
def cli(context: click.Context, folder: Path) -> None:
    """Dữ liệu kế hoạch + mẫu Word → kế hoạch đúng thể thức cho từng cấp ủy, tổ chức đảng."""
    context.obj = folder


for command in (init, build, undo, units, outline, number, template):
    cli.add_command(command)


def main() -> None:
    """Entry point: exit codes as in the contract, never a traceback."""
    use_utf8()
    try:
        code = cli.main(standalone_mode=False)
    except click.exceptions.Exit as stop:
        code = stop.exit_code
    except click.ClickException as wrong:
        code = _stop(usage_problem(wrong), wrong.exit_code)
    except Refused as refused:
        code = _stop(refused.problem, refused.exit_code)
    except (KeyboardInterrupt, click.Abort):
        click.echo("Đã dừng theo yêu cầu; các tệp đã ghi vẫn nguyên vẹn. Chạy lại lệnh để làm tiếp.", err=True)
        code = INTERRUPTED
    except Exception as bug:
        click.echo(f"Lỗi trong docgen ({type(bug).__name__}: {bug}). Gửi dòng này cho người làm docgen.", err=True)
        code = INTERNAL
    sys.exit(code if isinstance(code, int) else 0)


def _stop(problem: Problem, code: int) -> int:
    """Tell what stopped a command before it had anything to show; whoever asked for JSON gets JSON."""
    tell([problem])
    if "--json" in sys.argv:
        give({"schema": "docgen/problems/1", "problems": as_json.problems([problem])})
    return code
