"""The data of a workspace as a workbook, and a workbook taken back into the YAML it came from."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from docgen.excel.merging import Change, changes, merged
from docgen.excel.reading import read_book
from docgen.excel.sheets import PLAN, SHEETS
from docgen.excel.trees import Path as Steps
from docgen.excel.workbook import LONGEST, Taken, as_carried, columns_for, rows_of, taken
from docgen.excel.writing import workbook_bytes
from docgen.problems import Place, Problem, errors
from docgen.stories.excel_data import Today, check_amended, today_of
from docgen.stories.limits import SECONDS, TooLong, deadline, memory
from docgen.vietnamese import did_you_mean
from docgen.workspace.folder import Refused, Workspace, read_file
from docgen.workspace.writing import write_whole

ENDING = ".xlsx"


@dataclass
class Exported:
    """The file written, with the rows of each sheet; or why there is none."""

    file: str
    rows: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


@dataclass
class Imported:
    """What a workbook changed in which file; nothing is written when `problems` hold an error."""

    file: str
    changes: list[tuple[str, Change]] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def export_workbook(workspace: Workspace, plan: str | None, to: Path | None, dry_run: bool) -> Exported:
    """Units and plan as a workbook; over an older one only when the data hold all that is in it. Raises Refused."""
    today = today_of(workspace, plan)
    path = to or workspace.root / f"{today.plan_id}{ENDING}"
    result = Exported(workspace.shown(path), problems=today.problems)
    if errors(today.problems):
        return result
    result.problems += list(_too_long(today, today.tree, ()))
    if errors(result.problems):
        return result
    columns = columns_for(today.tree, today.inner_keys)
    content = workbook_bytes(today.tree, columns, today.names)
    result.rows = {sheet.title: sum(1 for _ in rows_of(sheet, (), today.tree)) for sheet in SHEETS}
    if path.exists() and read_file(path, result.file) != content:
        _refuse_to_lose(workspace, path)
    if not dry_run:
        write_whole(path, content, result.file)
    return result


def _too_long(today: Today, value: Any, path: Steps) -> Iterator[Problem]:
    """Values no cell holds."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _too_long(today, inner, (*path, key))
    elif len("\n".join(value) if isinstance(value, list) else value) > LONGEST:
        message = f"«{' › '.join(map(str, path[1:]))}» dài hơn {LONGEST} chữ, quá sức một ô Excel."
        yield Problem(Place(today.files[str(path[0])]), "excel.long", message, "Chia thành nhiều mục, hoặc rút gọn.")


def _refuse_to_lose(workspace: Workspace, path: Path) -> None:
    """A workbook with anything the data do not have stays. Raises Refused."""
    held = import_workbook(workspace, path, dry_run=True)
    if held.changes or any(one.severity == "error" or one.code.startswith("excel.") for one in held.problems):
        message = "Sổ này có chỗ sửa chưa nhập vào dữ liệu."
        remedy = "Nhập bằng «docgen excel import» trước, hoặc xuất ra tệp tên khác."
        raise Refused(Problem(Place(held.file), "excel.not_imported", message, remedy))


def import_workbook(workspace: Workspace, path: Path, dry_run: bool) -> Imported:
    """The values of a workbook into the YAML files; only what changed in the workbook is touched. Raises Refused."""
    result = Imported(workspace.shown(path))
    sheets = _taken(path, result.file)
    result.problems = sheets.problems
    if errors(result.problems):
        return result
    today = today_of(workspace, _plan_of(sheets, workspace, result))
    result.problems += today.problems
    if not errors(result.problems):
        _bring_in(today, sheets, result)
    if not errors(result.problems) and not dry_run:
        for name in result.files:
            write_whole(workspace.root / name, today.texts[name].encode("utf-8"), name)
    return result


def _taken(path: Path, shown: str) -> Taken:
    with _within_limits(shown):
        return taken(read_book(read_file(path, shown)), shown)


@contextmanager
def _within_limits(shown: str) -> Iterator[None]:
    try:
        with memory(), deadline(SECONDS):
            yield
    except (TooLong, MemoryError):
        message, remedy = f"Đọc sổ quá {SECONDS:g} giây hoặc quá nhiều bộ nhớ, đã dừng.", "Xóa các trang, hàng thừa."
        raise Refused(Problem(Place(shown), "data.too_much", message, remedy)) from None


def _plan_of(sheets: Taken, workspace: Workspace, result: Imported) -> str | None:
    """The plan a workbook is of; None when it does not say."""
    plan = sheets.tree.get(PLAN, {}).get("ma")
    if plan is not None and plan not in workspace.plans():
        message, remedy = f"Không có kế hoạch «{plan}».", did_you_mean(plan, workspace.plans())
        result.problems.append(Problem(_place(sheets, (PLAN, "ma")), "plan.unknown", message, remedy))
        return None
    return None if plan is None else str(plan)


def _bring_in(today: Today, sheets: Taken, result: Imported) -> None:
    """Work out what changes, in the texts of `today`, and check all data as they would be."""
    carried = as_carried(today.tree, sheets.columns)
    base = carried if sheets.base is None else as_carried(sheets.base, sheets.columns)
    wanted, conflicts = merged(base, carried, sheets.tree)
    result.problems += [_conflict(one, today, sheets) for one in conflicts]
    for step, name in today.files.items():
        found = [(name, one) for one in changes(carried.get(step), wanted.get(step), (step,))]
        result.changes += found
        if found and not name.endswith(".yaml"):
            result.problems.append(_not_yaml(name, _place(sheets, found[0][1].path)))
        elif found:
            result.files.append(name)
    if not errors(result.problems):
        today.amend(carried, wanted)
        result.problems += check_amended(today, sheets.places)
        assert as_carried(today.tree, sheets.columns) == wanted, "the files say what the workbook says"


def _place(sheets: Taken, path: Steps) -> Place:
    """The cell of a value, or of the row around it."""
    found = (sheets.places[path[:length]] for length in range(len(path), 0, -1) if path[:length] in sheets.places)
    return next(found, next(iter(sheets.places.values()), Place()))


def _conflict(one: Change, today: Today, sheets: Taken) -> Problem:
    file = today.files[str(one.path[0])]
    message = f"Chỗ này đã sửa trong sổ, mà trong {file} cũng đã sửa khác đi sau khi xuất: {said(one.old)}."
    return Problem(_place(sheets, one.path), "excel.conflict", message, "Ghi cùng một giá trị ở hai nơi rồi nhập lại.")


def _not_yaml(name: str, place: Place) -> Problem:
    message = f"Danh sách đơn vị đang là {name}; docgen chỉ ghi lại tệp YAML."
    return Problem(
        place, "excel.registry", message, f"Sửa thẳng trong {name}, hoặc chuyển danh sách về data/don-vi.yaml."
    )


def said(value: Any) -> str:
    """A value in a message, cut when it is long."""
    if value is None:
        return "trống"
    text = ", ".join(map(str, value)) if isinstance(value, list | dict) else str(value)
    return f"«{text[:60]}{'…' if len(text) > 60 else ''}»"
