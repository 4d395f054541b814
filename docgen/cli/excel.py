"""`docgen excel …`: the data in a workbook and back. What works is imported when a command runs."""

from pathlib import Path

import click

from docgen.cli.terminal import give, tell

plan_option = click.option("--plan", metavar="MÃ", help="Kế hoạch cần xuất (mặc định: theo docgen.toml).")
dry_option = click.option("--dry-run", is_flag=True, help="Chỉ cho biết sẽ làm gì, không ghi tệp.")
json_option = click.option("--json", "as_one_json", is_flag=True, help="In kết quả dạng JSON ra stdout.")


@click.group()
def excel() -> None:
    """Dữ liệu trong sổ Excel: xuất ra để sửa, nhập lại vào YAML."""


@excel.command("export")
@click.argument("file", metavar="[TỆP]", required=False, type=click.Path(path_type=Path))
@plan_option
@dry_option
@json_option
@click.pass_obj
def export_(folder: Path, /, file: Path | None, plan: str | None, dry_run: bool, as_one_json: bool) -> None:
    """Xuất đơn vị và kế hoạch ra sổ Excel (mặc định: <mã kế hoạch>.xlsx trong thư mục làm việc)."""
    from docgen.problems import errors
    from docgen.show import as_json
    from docgen.show.excel_text import exported
    from docgen.stories.excel import export_workbook
    from docgen.workspace.folder import find_workspace

    result = export_workbook(find_workspace(folder), plan, file and file.absolute(), dry_run)
    tell(result.problems)
    if as_one_json:
        shape = {"schema": "docgen/excel-export/1", "file": result.file, "rows": result.rows}
        give({**shape, "problems": as_json.problems(result.problems)})
    elif result.rows:
        click.echo(exported(result.file, result.rows, dry_run))
    click.get_current_context().exit(3 if errors(result.problems) else 0)


@excel.command("import")
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@dry_option
@json_option
@click.pass_obj
def import_(folder: Path, /, file: Path, dry_run: bool, as_one_json: bool) -> None:
    """Nhập sổ Excel vào các tệp YAML: chỉ chỗ đã sửa trong sổ được ghi, ghi chú trong YAML giữ nguyên."""
    from docgen.problems import errors
    from docgen.show import as_json
    from docgen.show.excel_text import imported
    from docgen.stories.excel import import_workbook
    from docgen.workspace.folder import find_workspace

    result = import_workbook(find_workspace(folder), file.absolute(), dry_run)
    refused = bool(errors(result.problems))
    tell(result.problems)
    if as_one_json:
        found = [
            {"file": name, "path": list(map(str, one.path[1:])), "old": one.old, "new": one.new}
            for name, one in result.changes
        ]
        shape = {"schema": "docgen/excel-import/1", "file": result.file, "files": [] if refused else result.files}
        give({**shape, "changes": found, "problems": as_json.problems(result.problems)})
    elif not refused:
        click.echo(imported(result.changes, result.files, dry_run))
    click.get_current_context().exit(3 if refused else 0)
