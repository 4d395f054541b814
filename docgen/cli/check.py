"""`docgen check`: any paper held against its form."""

from pathlib import Path
from typing import Any

import click

from docgen.cli.terminal import progress

HTML = (".html", ".htm")


def _html_name(context: click.Context, option: click.Parameter, file: Path | None) -> Path | None:
    """A report never takes the place of a paper."""
    if file and file.suffix.lower() not in HTML:
        raise click.BadParameter(f"«{file}» phải có đuôi .html.")
    return file


@click.command()
@click.argument("paths", nargs=-1, metavar="[TỆP|THƯ_MỤC]...", type=click.Path(path_type=Path))
@click.option("--form", metavar="MÃ", help="Thể thức để soát (mặc định: theo văn bản và ngày của nó).")
@click.option("--plan", metavar="MÃ", help="Kế hoạch mà văn bản thực hiện (mặc định: theo docgen.toml).")
@click.option("--unit", metavar="MÃ", help="Đơn vị ban hành văn bản (mặc định: nhận theo phần đầu văn bản).")
@click.option(
    "--baseline", metavar="TỆP", type=click.Path(path_type=Path),
    help="Sổ lỗi đã biết: chưa có thì ghi mới, có rồi thì chỉ báo lỗi không có trong sổ.",
)  # fmt: skip
@click.option(
    "--html", metavar="TỆP", type=click.Path(path_type=Path), callback=_html_name,
    help="Kèm một trang .html xem bằng trình duyệt, in được.",
)  # fmt: skip
@click.option(
    "--annotate", metavar="THƯ_MỤC", type=click.Path(path_type=Path, file_okay=False),
    help="Ghi bản sao có lời ghi chú ở từng lỗi vào thư mục này.",
)  # fmt: skip
@click.option(
    "--fix", metavar="THƯ_MỤC", type=click.Path(path_type=Path, file_okay=False),
    help="Ghi bản sao đã sửa các lỗi thuần thể thức (theo dõi thay đổi) vào thư mục này.",
)  # fmt: skip
@click.option("--json", "as_one_json", is_flag=True, help="In kết quả dạng JSON ra stdout.")
@click.option("--sarif", "as_sarif", is_flag=True, help="In kết quả dạng SARIF 2.1.0 ra stdout.")
@click.pass_obj
def check(folder: Path, /, html: Path | None, as_one_json: bool, as_sarif: bool, **asked: Any) -> None:
    """Kiểm tra văn bản Word: thể thức, lời văn, nhiệm vụ được giao."""
    from docgen.cli.checked import finish
    from docgen.model.checked import Checked
    from docgen.stories.check import REFUSED
    from docgen.stories.check import check as check_story
    from docgen.stories.check_opening import Asked, open_check

    if as_one_json and as_sarif:
        raise click.UsageError("chỉ dùng một trong --json và --sarif.")
    request = Asked(**asked)
    ready, problems = open_check(folder, request)
    if ready is None:
        checked = Checked(problems=tuple(problems), exit_code=REFUSED)
    else:
        with progress(len(ready.tasks), not (as_one_json or as_sarif), "Kiểm tra") as step:
            checked = check_story(ready, request, step)
    finish(checked, html, request.baseline, as_one_json, as_sarif)
