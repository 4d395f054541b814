"""Trees ↔ the workbook: what `docgen excel export` writes and `docgen excel import` takes."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from docgen.excel.cells import Slip, Value, as_read, said_by, to_cell
from docgen.excel.columns import Column
from docgen.excel.reading import Book
from docgen.excel.records import Record, Table, problem_of, put, tables_of
from docgen.excel.sheets import SHEETS, By, Sheet, inner_keys, records_of
from docgen.excel.trees import Listed, Path
from docgen.problems import Place, Problem
from docgen.vietnamese import did_you_mean

LISTS, BASE = "Danh mục", "_docgen"  # the sheet of drop-downs; what the workbook was made from
LONGEST = 30_000  # letters a cell holds, with room to spare
Columns = Mapping[str, list[Column]]


@dataclass
class Taken:
    """A workbook as a tree, the places in it, the columns it has; `base` is the tree it was made from."""

    tree: dict[str, Any] = field(default_factory=dict)
    places: dict[Path, Place] = field(default_factory=dict)
    columns: dict[str, list[Column]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    base: dict[str, Any] | None = None


def columns_for(tree: Mapping[str, Any], more: Mapping[str, Iterable[str]]) -> dict[str, list[Column]]:
    """Every sheet's columns for the data at hand; `more` are keys of mappings that have a column anyhow."""
    columns = {}
    for sheet in SHEETS:
        inner = inner_keys(sheet, dict(tree))
        columns[sheet.title] = sheet.columns(
            {key: [*dict.fromkeys([*more.get(key, ()), *inner[key]])] for key in inner}
        )
    return columns


def rows_of(sheet: Sheet, columns: Iterable[Column], tree: Mapping[str, Any]) -> Iterator[list[Value]]:
    """The records of a sheet as rows of cells."""
    for steps, record in records_of(sheet, dict(tree)):
        yield [_cell(column, steps, record) for column in columns]


def _cell(column: Column, steps: Mapping[str, str], record: Any) -> Value:
    if column.key in steps:
        return steps[column.key]
    for key in column.path:
        record = record.get(key) if isinstance(record, dict) else None
    return None if record is None else to_cell(column, record)


def as_carried(tree: Mapping[str, Any], columns: Columns) -> dict[str, Any]:
    """The tree as it comes back from these columns: what they do not hold is not in it."""
    carried: dict[str, Any] = {}
    for sheet in SHEETS:
        for row in rows_of(sheet, columns.get(sheet.title, ()), tree) if sheet.title in columns else ():
            record = Record(Place())
            for column, value in zip(columns[sheet.title], row, strict=True):
                text, _ = said_by(column, as_read(value))
                if text is not None:
                    put(record, column, text)
            _plant(sheet, record, carried)
    return carried


def taken(book: Book, file: str) -> Taken:
    """The workbook as a tree, with every fault at its cell."""
    known = {sheet.title: (sheet, sheet.columns()) for sheet in SHEETS}
    tables = tables_of(book, file, known, {LISTS, BASE})
    result = Taken(problems=tables.problems, base=_base(book))
    for sheet in SHEETS:
        if sheet.title in tables.by_title:
            _take(tables.by_title[sheet.title], result)
    return result


def _take(table: Table, result: Taken) -> None:
    result.problems += table.problems
    result.columns[table.sheet.title] = list(table.columns.values())
    seen: dict[Path, Place] = {}
    for record in table.records():
        result.problems += [problem for _, problem in record.notes]
        path = _plant(table.sheet, record, result.tree)
        if isinstance(path, Slip):
            result.problems.append(problem_of(path, record.place))
        elif path in seen:
            result.problems.append(problem_of(_twice(path, seen[path]), record.place))
        else:
            seen[path] = record.place
            _note_places(record, path, result.places)


def _note_places(record: Record, path: Path, places: dict[Path, Place]) -> None:
    for length in range(1, len(path) + 1):
        places.setdefault(path[:length], record.place)
    places[path] = record.place
    places.update({(*path, *inner): place for inner, place in record.places.items() if inner[0] not in record.steps})


def _twice(path: Path, before: Place) -> Slip:
    return Slip("excel.row_twice", f"«{path[-1]}» ghi hai lần (lần trước ở hàng {before.line}).", "Xóa một hàng.")


def _plant(sheet: Sheet, record: Record, tree: dict[str, Any]) -> Path | Slip:
    """Put a record at its place in the tree; returns the path, or why there is none."""
    path: list[str] = []
    inside: Any = tree
    for number, step in enumerate(sheet.path):
        name = step if isinstance(step, str) else _name(step, record)
        if not name:
            return Slip("data.missing", f"Hàng này để trống «{step.title}».", "Điền mã, hoặc xóa cả hàng.")
        path.append(name)
        last = number == len(sheet.path) - 1
        if isinstance(step, By) and step.listed and not step.own and inside and name not in inside:
            return Slip("text.reference", f"Không có {step.title.lower()} «{name}».", did_you_mean(name, inside))
        if last and name in inside and record.data.keys() & inside[name].keys():
            return tuple(path)
        listed = not last and isinstance(follow := sheet.path[number + 1], By) and follow.listed
        inside = inside.setdefault(name, Listed() if listed else {})
    inside.update(record.data)
    return tuple(path)


def _name(step: By, record: Record) -> str:
    return str((record.data.get("ma") if step.own else record.steps.get(step.column.key)) or "")


def base_rows(tree: Mapping[str, Any]) -> list[str]:
    """A tree as text for cells of one column: what a later import lays beside the sheets."""
    text = json.dumps(tree, ensure_ascii=False, separators=(",", ":"))
    return [text[start : start + LONGEST] for start in range(0, len(text), LONGEST)]


def _base(book: Book) -> dict[str, Any] | None:
    """The tree a workbook was made from, None when it does not say or nobody can read it."""
    for grid in book.grids:
        if grid.title == BASE:
            try:
                found = json.loads("".join(str(cells[0].value) for cells in grid.rows.values()))
            except ValueError:
                return None
            return found if isinstance(found, dict) else None
    return None
