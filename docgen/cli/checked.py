"""What `docgen check` says at the end."""

from pathlib import Path

import click

from docgen.cli.terminal import give, tell
from docgen.model.checked import Checked
from docgen.show import finding_json, finding_text
from docgen.show.copied_text import copied
from docgen.workspace.writing import write_whole


def finish(checked: Checked, html: Path | None, baseline: Path | None, as_one_json: bool, as_sarif: bool) -> None:
    """Show the outcome and end with its exit code. Raises Refused when the page cannot be written."""
    tell([*checked.problems, *checked.refused, *(copy.problem for copy in checked.copies if copy.problem)])
    if html and checked.files:
        from docgen.show.finding_page import finding_page

        write_whole(html, finding_page(checked).encode("utf-8"), str(html))
    if as_one_json:
        give(finding_json.check(checked))
    elif as_sarif:
        from docgen.show.sarif import sarif

        give(sarif(checked, Path.cwd()))
    elif checked.files:
        click.echo(finding_text.findings(checked))
        if checked.copies:
            click.echo(copied(checked.copies))
        if checked.recorded is not None:
            click.echo(f"Đã ghi {checked.recorded} lỗi đã biết vào {baseline}; từ lần sau chỉ báo lỗi khác.")
        if html:
            click.echo(f"Trang kết quả: {html}")
    click.get_current_context().exit(checked.exit_code)
