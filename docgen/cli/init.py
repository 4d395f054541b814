"""`docgen init DIR`: a fresh workspace."""

from pathlib import Path

import click

from docgen.cli.terminal import give
from docgen.workspace.samples import GUIDE, copy_samples


@click.command()
@click.argument("folder", metavar="THƯ_MỤC", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Chỉ liệt kê, không ghi tệp.")
@click.option("--json", "as_one_json", is_flag=True, help="In kết quả dạng JSON ra stdout.")
def init(folder: Path, dry_run: bool, as_one_json: bool) -> None:
    """Tạo thư mục làm việc mới: dữ liệu mẫu, mẫu Word, cài đặt."""
    files = copy_samples(folder, dry_run)
    if as_one_json:
        give({"schema": "docgen/init/1", "folder": str(folder), "files": files})
        return
    verb = "Sẽ tạo" if dry_run else "Đã tạo"
    click.echo(
        f"{verb} {len(files)} tệp trong {folder}. Đọc {GUIDE} trong thư mục ấy trước: bốn bước tới bản đầu tiên."
    )
