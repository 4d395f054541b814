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
@click.option("--json", "as_one_json", is_flag=True, help="In kết quả dạng JSON ra stdout.")
@click.pass_obj
def generate(folder: Path, as_one_json: bool) -> None:
    """Dựng lại các mẫu Word kèm theo từ dữ liệu thể thức (ghi đè templates/<thể thức>/ke-hoach.docx)."""
    files, problems = generate_templates(find_workspace(folder))
    tell(problems)
    if as_one_json:
        give({"schema": "docgen/template-generate/1", "files": files})
    else:
        click.echo("\n".join(files))
    click.get_current_context().exit(3 if errors(problems) else 0)
