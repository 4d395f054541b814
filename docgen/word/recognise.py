"""Lines with their roles → blocks of a Document, and the place of each in the tree of the body."""

from collections.abc import Sequence
from dataclasses import replace

from docgen.model.document import BODY_ROLES, Block, Role, Run, joined, paths
from docgen.model.reading import Grid, Line, Placed
from docgen.word.outlining import Depth, Mark, mark_of
from docgen.word.roles import Walk

_MERGED: tuple[Role, ...] = ("superior", "issuer", "subject", "authority", "position", "kind")


def recognise(first_header: Sequence[Line], flow: Sequence[Line | Grid]) -> tuple[tuple[Placed, ...], list[Block]]:
    """Every line of the body story with its role, and the blocks of the paper: what the first page's header holds as
    marks, then paragraphs and tables of data in reading order."""
    placed = Walk(flow).placed()
    blocks = [Block("mark", _upright(line)) for line in first_header]
    found: list[tuple[Block, int | None]] = [(block, None) for block in blocks]
    grids = {entry.table: entry for entry in flow if isinstance(entry, Grid)}
    depth = Depth()
    for index, one in enumerate(placed):
        if one.line.cell and one.line.cell.data:
            grid = grids.pop(one.line.cell.table, None)
            if grid is not None:
                found.append((Block("table", rows=grid.rows), None))
        elif one.line.text:
            _add(found, one, index, depth)
    return _with_paths(placed, found), [block for block, _ in found]


def _add(found: list[tuple[Block, int | None]], one: Placed, index: int, depth: Depth) -> None:
    block = _block(one, depth)
    last = found[-1][0] if found else None
    if last and one.role in _MERGED and last.role == one.role:
        found[-1] = (replace(last, runs=joined([*last.runs, Run(" "), *block.runs])), found[-1][1])
    else:
        found.append((block, index))


def _with_paths(placed: list[Placed], found: list[tuple[Block, int | None]]) -> tuple[Placed, ...]:
    for (block, index), path in zip(found, paths([block for block, _ in found]), strict=True):
        if index is not None and block.role in BODY_ROLES:
            placed[index] = replace(placed[index], number=block.number, path=path)
    return tuple(placed)


def _block(one: Placed, depth: Depth) -> Block:
    if one.role not in BODY_ROLES:
        return Block(one.role, _upright(one.line))
    mark: Mark | None = mark_of(one.text) if one.role in ("heading", "item", "dash") else None
    runs = joined(Run(piece.text, piece.letters.italic) for piece in one.line.pieces)
    level = 0 if one.role == "opening" else depth.of(mark)
    return Block(one.role, _without(runs, mark.end if mark else 0), mark.number if mark else "", level)


def _without(runs: tuple[Run, ...], length: int) -> tuple[Run, ...]:
    """Runs without their first `length` characters, counted after leading space; outer space trimmed."""
    text = "".join(run.text for run in runs)
    skip = len(text) - len(text.lstrip()) + length
    if not skip and text == text.rstrip():
        return runs
    kept = []
    for run in runs:
        kept.append(Run(run.text[skip:], run.italic) if skip else run)
        skip = max(0, skip - len(run.text))
    trimmed = joined(kept)
    return (*trimmed[:-1], replace(trimmed[-1], text=trimmed[-1].text.rstrip())) if trimmed else ()


def _upright(line: Line) -> tuple[Run, ...]:
    return (Run(line.text),) if line.text else ()
