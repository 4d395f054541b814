"""`docgen revisions …`: tracked changes of a paper listed, accepted, rejected."""

from pathlib import Path
from typing import Any

import click

from docgen.cli.terminal import give

file_argument = click.argument("file", metavar="TỆP.docx", type=click.Path(path_type=Path))
json_option = click.option("--json", "as_one_json", is_flag=True, help="In kết quả dạng JSON ra stdout.")


def _docx_name(context: click.Context, option: click.Parameter, file: Path) -> Path:
    if file.suffix.lower() != ".docx":
        raise click.BadParameter(f"«{file}» phải có đuôi .docx.")
    return file


out_option = click.option(
    "-o", "--out", metavar="TỆP_MỚI.docx", type=click.Path(path_type=Path), required=True, callback=_docx_name,
    help="Tệp kết quả; tệp gốc được giữ nguyên.",
)  # fmt: skip


@click.group()
def revisions() -> None:
    """Thay đổi được theo dõi (Track Changes): xem, chấp nhận hết, từ chối hết."""


@revisions.command(name="list")
@file_argument
@json_option
def list_revisions(file: Path, as_one_json: bool) -> None:
    """Ai sửa gì, lúc nào, ở đâu."""
    from docgen.show import revisions as show
    from docgen.stories.revisions import list_revisions

    found = list_revisions(file)
    if as_one_json:
        give(show.as_json(str(file), found))
    else:
        click.echo(show.as_text(str(file), found))


@revisions.command()
@file_argument
@out_option
@json_option
def accept(**asked: Any) -> None:
    """Chấp nhận mọi thay đổi, ghi thành tệp khác."""
    _settle(accepted=True, **asked)


@revisions.command()
@file_argument
@out_option
@json_option
def reject(**asked: Any) -> None:
    """Từ chối mọi thay đổi, ghi thành tệp khác."""
    _settle(accepted=False, **asked)


def _settle(file: Path, out: Path, accepted: bool, as_one_json: bool) -> None:
    from docgen.stories.revisions import settle

    found = settle(file, out, accepted)
    if as_one_json:
        verb = "accept" if accepted else "reject"
        give({"schema": f"docgen/revisions-{verb}/1", "file": str(file), "out": str(out), "revisions": found})
    else:
        verb = "Đã chấp nhận" if accepted else "Đã từ chối"
        click.echo(f"{verb} {found} thay đổi của {file}, ghi thành {out}.")
