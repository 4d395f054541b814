"""Standard streams: UTF-8 whatever the system says, JSON on stdout, messages on stderr.

Every run imports this module, `--help` too: what shows is imported when there is something to show.
"""

import io
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import click

from docgen.problems import Problem


def use_utf8() -> None:
    """Pipes of Windows code pages would break on Vietnamese letters."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def tell(found: Sequence[Problem]) -> None:
    """Problems on stderr, one line each; what several units share is told once."""
    if found:
        from docgen.show import in_words

        click.echo(in_words.problems(dict.fromkeys(found)), err=True)


def give(content: Mapping[str, Any]) -> None:
    """The one JSON document of a command."""
    from docgen.show import as_json

    click.echo(as_json.text_of(content))


@contextmanager
def progress(total: int, wanted: bool, what: str = "Dựng kế hoạch") -> Iterator[Callable[[str], None]]:
    """A bar on a terminal, silence elsewhere."""
    if not wanted or not sys.stderr.isatty():
        yield lambda unit: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda unit: bar.update(task, advance=1, description=unit)
