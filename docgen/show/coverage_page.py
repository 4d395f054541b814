"""coverage.json and coverage.html: one file each, offline, every cell filled."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, Template

from docgen.model.coverage import Coverage
from docgen.show import as_json

VERBS = {"giu": "giữ", "sua": "sửa", "giao": "giao", "bo": "bỏ"}


@cache
def _page() -> Template:
    text = (Path(__file__).parent / "coverage.html").read_text(encoding="utf-8")
    return Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(text)


def coverage_files(matrix: Coverage) -> Mapping[str, bytes]:
    """Both files by name."""
    return {
        "coverage.json": (as_json.text_of(as_json.coverage(matrix)) + "\n").encode("utf-8"),
        "coverage.html": coverage_html(matrix).encode("utf-8"),
    }


def coverage_html(matrix: Coverage) -> str:
    """The page."""
    rows = {item: [cell for cell in matrix.cells if cell.item == item] for item, _ in matrix.items}
    names = dict(matrix.units)
    groups: dict[str, list[tuple[str, str, list[str]]]] = {}
    for item, cells in rows.items():
        together: dict[tuple[str, str], list[str]] = {}
        for cell in cells:
            together.setdefault((cell.text or cell.reason, cell.decision), []).append(names[cell.unit])
        groups[item] = [(words, verb, units) for (words, verb), units in together.items()]
    return _page().render(
        plan=matrix.plan,
        items=matrix.items,
        units=matrix.units,
        rows=rows,
        groups=groups,
        verbs=VERBS,
        added=matrix.added,
    )
