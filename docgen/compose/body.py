"""The body and its appendix: the script's sentences as one unit says them."""

from collections.abc import Iterator
from functools import lru_cache

from docgen.compose.script import CELLS, Line, Script
from docgen.compose.voice import Voice, runs_of, words_of
from docgen.model.document import Block
from docgen.vietnamese import capitalise

_REMEMBERED = 4096  # paragraphs and rows: most are the same words in every paper of a kind


def body(voice: Voice, script: Script) -> Iterator[Block]:
    """Numbered blocks of the body."""
    for line in script.lines:
        yield _block(line, voice.values(line.decided.text, line.decided.duty))


@lru_cache(_REMEMBERED)
def _block(line: Line, values: tuple[str, ...]) -> Block:
    runs = runs_of(line.decided.text, values)
    return Block(line.role, runs, line.mark, line.level, item=line.item, decision=line.decided.verb)


def rows(voice: Voice, script: Script) -> tuple[tuple[str, ...], ...]:
    """Rows of the appendix: number, work, lead, support, deadline, product."""
    led = (line for line in script.lines if line.row)
    return tuple(
        _cells(number, line.row, voice.values(line.row, line.decided.duty)) for number, line in enumerate(led, 1)
    )


@lru_cache(_REMEMBERED)
def _cells(number: int, row: str, values: tuple[str, ...]) -> tuple[str, ...]:
    return str(number), *map(capitalise, words_of(row, values).split(CELLS))
