"""`docgen diff`: two drafts, or two folders of them, held side by side."""

import datetime
from pathlib import Path

import click

from docgen.cli.build import Day
from docgen.cli.terminal import progress

FORMS = {"text": (".txt",), "html": (".html", ".htm"), "docx": (".docx",), "sheet": (".docx",)}
_PRINTED = ("text", "html")


@click.command()
@click.argument("old", metavar="CŨ", type=click.Path(path_type=Path))
@click.argument("new", metavar="MỚI", type=click.Path(path_type=Path))
@click.option(
    "--as", "form", type=click.Choice(list(FORMS)), default="text",
    help="Chữ (mặc định), trang xem song song, bản Word có theo dõi thay đổi, hoặc phiếu rà soát .docx.",
)  # fmt: skip
@click.option(
    "-o", "--out", metavar="TỆP|THƯ_MỤC", type=click.Path(path_type=Path),
    help="Nơi ghi kết quả; so hai thư mục dạng docx thì là thư mục.",
)  # fmt: skip
@click.option("--strict", is_flag=True, help="Tính cả khác biệt về cách gõ: mã chữ, dấu thanh, khoảng trắng, nháy.")
@click.option("--author", metavar="TÊN", default="docgen", help="Tên người ghi ở thay đổi được theo dõi.")
@click.option("--date", "day", type=Day(), help="Ngày ghi ở thay đổi được theo dõi (mặc định: ngày của bản mới).")
@click.option("--no-verify", "unverified", is_flag=True, help="Ghi bản theo dõi thay đổi mà không đối chiếu lại.")
@click.option("--json", "as_one_json", is_flag=True, help="In kết quả dạng JSON ra stdout.")
@click.pass_obj
def diff(
    folder: Path, /, old: Path, new: Path, form: str, out: Path | None, strict: bool, author: str,
    day: datetime.date | None, unverified: bool, as_one_json: bool,
) -> None:  # fmt: skip
    """So hai dự thảo, hoặc hai thư mục dự thảo: đổi gì, ở đâu, quan trọng đến đâu."""
    from docgen.cli import diffed
    from docgen.stories.diff import diff_files, diff_folders
    from docgen.stories.diff_opening import Asked, open_diff

    wanted = diffed.Wanted(form, out, as_one_json)
    asked = Asked(old, new, strict, form == "docx", author, day, not unverified)
    ready = open_diff(folder, asked)
    _check_place(form, out, ready.folders)
    diffed.spare_inputs(ready.tasks, wanted, ready.folders)
    if not ready.folders:
        diffed.finish_files(diff_files(ready), wanted)
        return
    with progress(len(ready.tasks), not as_one_json, "So sánh") as step:
        compared = diff_folders(ready, asked, step)
    diffed.finish_folders(compared, wanted)


def _check_place(form: str, out: Path | None, folders: bool) -> None:
    """A result has the ending of its kind; what is no text is not printed."""
    if out is None:
        if form not in _PRINTED:
            raise click.UsageError(f"--as {form} cần -o để biết ghi vào đâu.")
    elif not (folders and form == "docx") and not out.name.lower().endswith(FORMS[form]):
        raise click.UsageError(f"«{out}» phải có đuôi {FORMS[form][0]}, hoặc chọn dạng khác bằng --as.")
