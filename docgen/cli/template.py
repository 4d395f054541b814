"""`docgen template …`: the Word templates."""

from pathlib import Path

import click

from docgen.cli.terminal import give, tell
from docgen.problems import errors
from docgen.stories.templates import generate_templates
from docgen.workspace.folder import find_workspace


@click.group()
def template() -> None:
    """Mẫu Word."""


@template.command()
@click.option("--dry-run", is_flag=True, help="Chỉ cho biết sẽ làm gì, không ghi tệp.")
@click.option("--json", "as_one_json", is_flag=True, help="In kết quả dạng JSON ra stdout.")
@click.pass_obj
def generate(folder: Path, dry_run: bool, as_one_json: bool) -> None:
    """Dựng lại các mẫu Word kèm theo từ dữ liệu thể thức; mẫu đang có mà khác thì được giữ lại bên cạnh."""
    generated = generate_templates(find_workspace(folder), dry_run)
    tell(generated.problems)
    if as_one_json:
        give({"schema": "docgen/template-generate/1", "files": generated.files, "kept": generated.kept})
    else:
        click.echo("\n".join([*generated.files, *(f"{copy} (mẫu cũ, giữ lại)" for copy in generated.kept)]))
    click.get_current_context().exit(3 if errors(generated.problems) else 0)
