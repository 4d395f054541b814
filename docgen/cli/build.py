"""`docgen build`: every unit's paper."""

import datetime
from pathlib import Path
from typing import Any

import click

from docgen.cli.terminal import progress
from docgen.vietnamese import parse_date


class Day(click.ParamType[datetime.date]):
    """A date as the data writes it."""

    name = "d/m/yyyy"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime.date:
        """Text → date; a wrong one is wrong usage."""
        try:
            return value if isinstance(value, datetime.date) else parse_date(value)
        except ValueError as wrong:
            self.fail(str(wrong), param, ctx)


@click.command()
@click.argument("units", nargs=-1, metavar="[ĐƠN_VỊ]...")
@click.option("--plan", metavar="MÃ", help="Kế hoạch cần dựng (mặc định: theo docgen.toml).")
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("build"), help="Thư mục kết quả (mặc định: build)."
)
@click.option("--form", metavar="MÃ", help="Thể thức hd36 hoặc hd05 (mặc định: theo ngày của văn bản).")
@click.option("--date", "day", type=Day(), help="Ngày ban hành của các đơn vị chưa ghi ngày.")
@click.option("--jobs", type=click.IntRange(min=1), metavar="SỐ", help="Số tiến trình (mặc định: số lõi của máy).")
@click.option("--scheduler", metavar="ĐỊA_CHỈ", help="Dựng trên cụm máy dask (tcp://…) thay vì máy này.")
@click.option("--force", is_flag=True, help="Dựng đè cả tệp đã sửa tay; bản sửa được cất vào thư mục ban-cu.")
@click.option("--verify", is_flag=True, help="Đọc lại từng văn bản, đối chiếu từng giá trị đã điền.")
@click.option("--zip", is_flag=True, help="Kèm một tệp .zip có mục lục.")
@click.option("--pdf", is_flag=True, help="Kèm bản PDF (cần LibreOffice).")
@click.option("--dry-run", is_flag=True, help="Chỉ cho biết sẽ làm gì, không ghi tệp.")
@click.option("--json", "as_one_json", is_flag=True, help="In kết quả dạng JSON ra stdout.")
@click.pass_obj
def build(folder: Path, /, as_one_json: bool, plan: str | None, **wanted: Any) -> None:
    """Dựng kế hoạch cho các ĐƠN_VỊ (mặc định: mọi đơn vị)."""
    from docgen.cli.built import finish, nothing
    from docgen.show.coverage_page import coverage_files
    from docgen.stories.build import build as build_story
    from docgen.stories.opening import open_workbook
    from docgen.stories.run import Wanted
    from docgen.workspace.folder import find_workspace

    opened, problems = open_workbook(find_workspace(folder), plan)
    if opened is None:
        finish(nothing(plan or "", problems), None, as_one_json)
        return
    request = Wanted(**wanted)
    with progress(len(request.units or opened.workbook.all_units), not as_one_json) as step:
        built = build_story(opened, request, coverage_files, step)
    finish(built, opened, as_one_json)
