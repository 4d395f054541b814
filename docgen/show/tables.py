"""Tables for the terminal, wide letters and narrow windows taken care of by rich."""

import io
from collections.abc import Iterable, Sequence


def table(header: Sequence[str], rows: Iterable[Sequence[str]], width: int) -> str:
    """A table as text without colours."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    grid = Table(*header, box=box.SIMPLE_HEAD, pad_edge=False)
    for row in rows:
        grid.add_row(*row)
    stream = io.StringIO()
    Console(file=stream, width=width, color_system=None, markup=False, emoji=False, highlight=False).print(grid)
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines())
