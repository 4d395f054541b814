"""The plan whose duties papers are held against: one that is named must be sound, else papers are checked without."""

from docgen.load.workbook import Workbook
from docgen.problems import Place, Problem, errors
from docgen.stories.duties import Office
from docgen.stories.opening import open_workbook
from docgen.vietnamese import did_you_mean
from docgen.workspace.folder import USAGE, Refused, Workspace

_UNNAMED = "plan.unnamed"  # several plans, and none is the usual one


def open_office(workspace: Workspace, plan: str | None, unit: str | None) -> tuple[Office | None, list[Problem]]:
    """The plan and its units, or why there are none: errors when the plan or a unit is named, else at most a warning.
    Raises Refused for an unknown unit."""
    opened, problems = open_workbook(workspace, plan)
    book = opened.workbook if opened else None
    problems = errors(book.problems) if book else problems
    if book is None or book.plan is None or problems:
        return None, problems if plan or unit else _without(problems)
    if unit and (faults := _faults_of(book, unit)):
        return None, faults
    return Office(book.plan, book.register), []


def _without(problems: list[Problem]) -> list[Problem]:
    """That papers are checked, though not their duties; a workspace without a plan of its own has none to tell."""
    if any(problem.code == _UNNAMED for problem in problems):
        return []
    message = "Dữ liệu kế hoạch có lỗi nên chưa soát nhiệm vụ được giao."
    remedy = "Xem lỗi bằng «docgen build --dry-run», sửa rồi soát lại."
    return [Problem(Place(problems[0].place.file), "check.no_plan", message, remedy, "warning")]


def _faults_of(book: Workbook, unit: str) -> list[Problem]:
    """What is wrong with the unit named. Raises Refused when nobody knows it."""
    if unit not in book.register.units and unit not in book.faults.by_unit:
        message = f"Không có đơn vị «{unit}» trong danh sách."
        raise Refused(Problem(Place("--unit"), "unit.unknown", message, did_you_mean(unit, book.all_units)), USAGE)
    return errors(book.faults.by_unit.get(unit, ()))
