"""What `docgen diff` says and writes at the end."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from docgen.cli.terminal import give, tell
from docgen.model.compared import Pair, PairedSet
from docgen.model.finding import Said
from docgen.show import diff_json, diff_text, diff_words
from docgen.stories.diff_pair import Task
from docgen.workspace.results import spare
from docgen.workspace.writing import write_whole


@dataclass(frozen=True)
class Wanted:
    """In which form, into which file or folder, and whether JSON is printed besides."""

    form: str
    out: Path | None
    as_one_json: bool


def spare_inputs(tasks: Sequence[Task], wanted: Wanted, folders: bool) -> None:
    """No result takes the place of a paper it was made from. Raises Refused."""
    if wanted.out is not None:
        outs = [wanted.out / task.new.name for task in tasks] if folders and wanted.form == "docx" else [wanted.out]
        inputs = [path for task in tasks for path in (task.old, task.new)]
        for out in outs:
            spare(out, inputs)


def finish_files(pair: Pair, wanted: Wanted) -> None:
    """Two papers: show, write, end with the exit code. Raises Refused when the result cannot be written."""
    tell(pair.unproved)
    if wanted.form == "docx":
        written = _redlines([pair], wanted.out, folder=False)
    else:
        written = _put(_of_pair(pair, wanted.form), wanted)
    assert pair.comparison is not None
    _say(diff_json.pair(pair), diff_words.summary(pair.comparison), written, wanted)
    click.get_current_context().exit(pair.exit_code)


def finish_folders(compared: PairedSet, wanted: Wanted) -> None:
    """Two folders: show, write, end with the exit code. Raises Refused when a result cannot be written."""
    tell(compared.problems)
    if wanted.form == "docx":
        written = _redlines(compared.pairs, wanted.out, folder=True)
    else:
        written = _put(_of_set(compared, wanted.form), wanted)
    _say(diff_json.pairs(compared), diff_words.set_summary(compared), written, wanted)
    click.get_current_context().exit(compared.exit_code)


def _of_pair(pair: Pair, form: str) -> str | bytes:
    if form == "html":
        from docgen.show.diff_page import pair_page

        return pair_page(pair)
    if form == "sheet":
        from docgen.show.diff_sheet import pair_rows

        assert pair.comparison is not None
        return _sheet(pair, pair_rows(pair), pair.comparison.not_compared)
    return diff_text.pair(pair)


def _of_set(compared: PairedSet, form: str) -> str | bytes:
    if form == "html":
        from docgen.show.diff_page import set_page

        return set_page(compared)
    if form == "sheet":
        from docgen.show.diff_sheet import set_rows

        return _sheet(compared, set_rows(compared), compared.not_compared)
    return diff_text.pairs(compared)


def _sheet(of: Pair | PairedSet, rows: Iterable[tuple[str, str, str, str]], left_out: Iterable[Said]) -> bytes:
    from docgen.word.review_sheet import SheetRow, review_sheet

    title = f"PHIẾU RÀ SOÁT: {_shown(of.old)} → {_shown(of.new)}"
    return review_sheet(title, (SheetRow(*row) for row in rows), filter(None, [diff_words.not_compared(left_out)]))


def _shown(name: str) -> str:
    """A name of a file as text, whatever bytes it has on the disk."""
    return name.encode("utf-8", "backslashreplace").decode()


def _redlines(pairs: Sequence[Pair], out: Path | None, folder: bool) -> bool:
    assert out is not None
    made = [pair for pair in pairs if pair.redline]
    for pair in made:
        file = out / Path(pair.new).name if folder else out
        write_whole(file, pair.redline, str(file))
    return bool(made)


def _put(content: str | bytes, wanted: Wanted) -> bool:
    """Into the file asked for, else on stdout, unless JSON stands there; whether a file was written."""
    if wanted.out is not None:
        text = click.unstyle(content) + "\n" if isinstance(content, str) else ""
        data = content if isinstance(content, bytes) else text.encode("utf-8", "backslashreplace")
        write_whole(wanted.out, data, str(wanted.out))
        return True
    if not wanted.as_one_json:
        click.echo(content)
    return False


def _say(shape: dict[str, Any], summary: str, written: bool, wanted: Wanted) -> None:
    if wanted.as_one_json:
        give(shape)
    elif wanted.out is not None:
        click.echo(summary)
        if written:
            click.echo(f"Kết quả: {wanted.out}")
