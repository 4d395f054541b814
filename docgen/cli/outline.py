"""`docgen outline FILE.docx`: a paper as docgen reads it."""

from pathlib import Path
from typing import Any

import click

from docgen.cli.terminal import give
from docgen.load.forms import load_forms
from docgen.model.document import Block, paths
from docgen.model.form import Form
from docgen.model.reading import Letters, Reading
from docgen.show import as_json
from docgen.show.in_words import ROLES
from docgen.stories.outline import outline as outline_story
from docgen.workspace.folder import Refused, find_workspace

_LABEL_WIDTH = 18
_SHOWN = 90


@click.command()
@click.argument("file", metavar="TỆP.docx", type=click.Path(path_type=Path))
@click.option("--json", "as_one_json", is_flag=True, help="In kết quả dạng JSON ra stdout.")
@click.pass_obj
def outline(folder: Path, file: Path, as_one_json: bool) -> None:
    """Đọc một văn bản Word: thành phần thể thức, cây nội dung, cách trình bày thực tế."""
    reading = outline_story(file, _forms(folder))
    if as_one_json:
        give(as_json.outline(str(file), reading.document, reading.page, reading.looks, _letters_of(reading)))
    else:
        click.echo(_as_text(reading))


def _letters_of(reading: Reading) -> Letters | None:
    number = reading.page_number
    return number.letters if number else None


def _forms(folder: Path) -> dict[str, Form]:
    """Forms of the workspace, none outside of one: a paper can be read anywhere."""
    try:
        return load_forms(find_workspace(folder).form_files())[0]
    except Refused:
        return {}


def _as_text(reading: Reading) -> str:
    blocks = reading.document.blocks
    return "\n".join(_line(block, path, reading) for block, path in zip(blocks, paths(blocks), strict=True))


def _line(block: Block, path: str, reading: Reading) -> str:
    text = f"{len(block.rows) - 1} dòng" if block.rows else block.text
    shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    look: Any = reading.looks.get(block.role)
    letters = (
        f"  [{look.size:g}{' đậm' * look.bold}{' nghiêng' * look.italic}{' gạch chân' * look.underline}]"
        if look
        else ""
    )
    origin = f"  ({block.item}: {block.decision})" if block.item else ""
    return f"{ROLES[block.role]:<{_LABEL_WIDTH}}{path:<8}{shown}{letters if not path else ''}{origin}"
