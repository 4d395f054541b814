"""The plan whose duties papers are held against: one that is named must be sound, else papers are checked without."""

from docgen.problems import Place, Problem, errors
from docgen.stories.opening import Opened, open_workbook
from docgen.vietnamese import did_you_mean
from docgen.workspace.folder import USAGE, Refused, Workspace

_UNNAMED = "plan.unnamed"  # several plans, and none is the usual one


def open_plan(workspace: Workspace, plan: str | None, unit: str | None) -> tuple[Opened | None, list[Problem]]:
    """The data, or why there are none: errors when the plan or a unit is named, else at most a warning. Raises Refused
    for an unknown unit."""
    opened, problems = open_workbook(workspace, plan)
    if opened:
        problems = errors(opened.workbook.problems)
    if problems:
        return None, problems if plan or unit else _without(problems)
    if opened and unit:
        problems = _faults_of(opened, unit)
    return (None, problems) if problems else (opened, [])


def _without(problems: list[Problem]) -> list[Problem]:
    """That papers are checked, though not their duties; a workspace without a plan of its own has none to tell."""
    if any(problem.code == _UNNAMED for problem in problems):
        return []
    message = "Dữ liệu kế hoạch có lỗi nên chưa soát nhiệm vụ được giao."
    remedy = "Xem lỗi bằng «docgen build --dry-run», sửa rồi soát lại."
    return [Problem(Place(problems[0].place.file), "check.no_plan", message, remedy, "warning")]


def _faults_of(opened: Opened, unit: str) -> list[Problem]:
    """What is wrong with the unit named. Raises Refused when nobody knows it."""
    book = opened.workbook
    if unit not in book.register.units and unit not in book.faults.by_unit:
        message = f"Không có đơn vị «{unit}» trong danh sách."
        raise Refused(Problem(Place("--unit"), "unit.unknown", message, did_you_mean(unit, book.all_units)), USAGE)
    return errors(book.faults.by_unit.get(unit, ()))
