"""`docgen template …`: the Word templates."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from docgen.cli.terminal import give, tell
from docgen.problems import errors
from docgen.show import as_json
from docgen.workspace.folder import find_workspace

_FORM = click.option("--form", metavar="MÃ", help="Thể thức của mẫu (mặc định: theo thư mục của mẫu, hoặc theo ngày).")
_JSON = click.option("--json", "as_one_json", is_flag=True, help="In kết quả dạng JSON ra stdout.")
_DRY = click.option("--dry-run", is_flag=True, help="Chỉ cho biết sẽ làm gì, không ghi tệp.")
_STATES = {"shipped": "mẫu kèm theo", "changed": "đã sửa", "own": "mẫu riêng"}
_WIDE = 160


@click.group()
def template() -> None:
    """Mẫu Word: xem danh sách, khóa dùng được, kiểm tra, lập mẫu mới, xem thử."""


@template.command(name="list")
@_JSON
@click.pass_obj
def list_(folder: Path, as_one_json: bool) -> None:
    """Các mẫu của thư mục làm việc: thể thức, tên loại, còn như mẫu kèm theo hay đã sửa."""
    from docgen.show.tables import table
    from docgen.stories.template_list import list_templates

    found = list_templates(find_workspace(folder))
    if as_one_json:
        shapes = [
            {"file": one.file, "form": one.form, "kind": one.kind, "name": one.kind_name, "state": one.state}
            for one in found
        ]
        give({"schema": "docgen/template-list/1", "templates": shapes})
    else:
        rows = [(one.file, one.form, one.kind_name, _STATES[one.state]) for one in found]
        click.echo(table(("Tệp", "Thể thức", "Tên loại", "Tình trạng"), rows, _WIDE))


@template.command()
@_FORM
@_JSON
@click.pass_obj
def fields(folder: Path, form: str | None, as_one_json: bool) -> None:
    """Mọi khóa mẫu được dùng: tên tiếng Việt, ví dụ, và cách viết trong Word (⏎ là sang đoạn mới)."""
    from docgen.show.tables import table
    from docgen.stories.template_choice import chosen_form, known_forms
    from docgen.word.template_fields import fields_of

    found = fields_of(chosen_form(known_forms(find_workspace(folder)), form))
    if as_one_json:
        shapes = [
            {"key": one.key, "label": one.label, "sample": one.sample, "list": one.is_list, "write": one.written}
            for one in found
        ]
        give({"schema": "docgen/template-fields/1", "fields": shapes})
    else:
        rows = [(one.key, one.label, one.sample, one.written) for one in found]
        click.echo(table(("Khóa", "Tên", "Ví dụ", "Viết trong Word"), rows, _WIDE))


@template.command()
@click.argument("files", nargs=-1, metavar="[TỆP]...", type=click.Path(path_type=Path))
@_FORM
@_JSON
@click.pass_obj
def check(folder: Path, files: Sequence[Path], form: str | None, as_one_json: bool) -> None:
    """Kiểm tra các mẫu (mặc định: mọi mẫu của thư mục làm việc): khóa lạ, chỗ điền hỏng, trình bày sai thể thức."""
    from docgen.stories.template_check import check_templates, exit_code

    checked = check_templates(folder, files, form)
    tell([problem for one in checked for problem in one.problems])
    if as_one_json:
        shapes = [{"file": one.file, "problems": as_json.problems(one.problems)} for one in checked]
        give({"schema": "docgen/template-check/1", "files": shapes})
    else:
        told = [problem for one in checked for problem in one.problems if problem.severity != "hint"]
        faulty = len({problem.place.file for problem in told})
        summary = f"{len(told)} điều cần sửa trong {faulty} mẫu." if told else "không có gì phải sửa."
        click.echo(f"Đã kiểm tra {len(checked)} mẫu: {summary}")
    click.get_current_context().exit(exit_code(checked))


@template.command()
@click.argument("kind", metavar="LOẠI")
@click.argument("name", metavar="[TÊN]", required=False)
@_FORM
@_DRY
@_JSON
@click.pass_obj
def new(folder: Path, kind: str, name: str | None, form: str | None, dry_run: bool, as_one_json: bool) -> None:
    """Lập mẫu riêng từ mẫu kèm theo của LOẠI (ke-hoach, cong-van, bao-cao, to-trinh, quyet-dinh); không ghi đè."""
    from docgen.stories.template_new import new_template

    file = new_template(find_workspace(folder), kind, name, form, dry_run)
    if as_one_json:
        give({"schema": "docgen/template-new/1", "file": file})
    else:
        click.echo(f"{'Sẽ tạo' if dry_run else 'Đã tạo'} {file}. Mở tệp này trong Word để sửa.")


@template.command()
@click.argument("unit", metavar="[ĐƠN_VỊ]", required=False)
@click.option(
    "--template", "file", metavar="TỆP", type=click.Path(path_type=Path), help="Mẫu (mặc định: mẫu kế hoạch)."
)
@_FORM
@click.option(
    "--open/--no-open", "opens", default=None, help="Mở văn bản xem thử (mặc định: mở khi chạy ở cửa sổ lệnh)."
)
@_JSON
@click.pass_obj
def preview(
    folder: Path, unit: str | None, file: Path | None, form: str | None, opens: bool | None, as_one_json: bool
) -> None:
    """Dựng thử một văn bản bằng mẫu rồi mở ra xem: của ĐƠN_VỊ, hoặc của một cơ quan ví dụ."""
    from docgen.stories.template_preview import preview as preview_story
    from docgen.workspace.desktop import open_file

    workspace = find_workspace(folder)
    made = preview_story(workspace, unit, file, form)
    tell(made.problems)
    wanted = sys.stdout.isatty() if opens is None else opens
    opened = bool(made.file) and wanted and open_file(workspace.root / made.file)
    if as_one_json:
        problems = as_json.problems(made.problems)
        give({"schema": "docgen/template-preview/1", "file": made.file, "opened": opened, "problems": problems})
    elif made.file:
        click.echo(f"Đã dựng {made.file}{', đang mở.' if opened else '.'}")
    click.get_current_context().exit(0 if made.file else 3)


@template.command()
@_DRY
@_JSON
@click.pass_obj
def generate(folder: Path, dry_run: bool, as_one_json: bool) -> None:
    """Dựng lại các mẫu Word kèm theo từ dữ liệu thể thức; mẫu đang có mà khác thì được giữ lại bên cạnh."""
    from docgen.stories.templates import generate_templates

    generated = generate_templates(find_workspace(folder), dry_run)
    tell(generated.problems)
    if as_one_json:
        give({"schema": "docgen/template-generate/1", "files": generated.files, "kept": generated.kept})
    else:
        click.echo("\n".join([*generated.files, *(f"{copy} (mẫu cũ, giữ lại)" for copy in generated.kept)]))
    click.get_current_context().exit(3 if errors(generated.problems) else 0)
