"""coverage.json and coverage.html: one file each, offline, every cell filled."""

from collections.abc import Mapping

from markupsafe import Markup, escape

from docgen.model.coverage import Cell, Coverage
from docgen.show import as_json
from docgen.show.page import page

VERBS = {"giu": "giữ", "sua": "sửa", "giao": "giao", "bo": "bỏ"}
_COLUMNS_WITH_WORDS = 100  # of more columns a cell shows the decision only; its words stand under the item


def coverage_files(matrix: Coverage) -> Mapping[str, bytes]:
    """Both files by name."""
    return {
        "coverage.json": (as_json.coverage(matrix) + "\n").encode("utf-8"),
        "coverage.html": coverage_html(matrix).encode("utf-8"),
    }


def coverage_html(matrix: Coverage) -> str:
    """The page."""
    names = dict(matrix.columns)
    rows = {row[0].item: row for row in zip(*(paper.cells for paper in matrix.covered), strict=True)}
    return page("coverage.html").render(
        plan=matrix.plan,
        items=matrix.items,
        columns=matrix.columns,
        cells={item: _cells(row, len(matrix.columns) <= _COLUMNS_WITH_WORDS) for item, row in rows.items()},
        groups={item: _groups(row, names) for item, row in rows.items()},
        verbs=VERBS,
        added=[own for paper in matrix.covered for own in paper.added],
    )


def _cells(row: tuple[Cell, ...], with_words: bool) -> Markup:
    """The cells of one item: with thousands of them a template's own loop takes its time."""
    return Markup("\n".join(_cell(cell, with_words) for cell in row))


def _cell(cell: Cell, with_words: bool) -> str:
    title = f' title="{escape(cell.text or cell.reason)}"' if with_words else ""
    return f'<td class="{cell.decision}"{title}>{VERBS[cell.decision]}{"*" if cell.drafting else ""}</td>'


def _groups(row: tuple[Cell, ...], names: Mapping[str, str]) -> list[tuple[str, str, list[str]]]:
    """Words, decision, and the names of all who share them."""
    together: dict[tuple[str, str], list[str]] = {}
    for cell in row:
        together.setdefault((cell.text or cell.reason, cell.decision), []).append(names[cell.unit or cell.kind])
    return [(words, verb, sharers) for (words, verb), sharers in together.items()]
