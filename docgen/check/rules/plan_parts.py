"""Parts of a plan, and what a task in it says: who leads, by when, what comes of it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from docgen.check.draft import Draft
from docgen.check.rule import Fault, rule
from docgen.check.shares import spread
from docgen.model.finding import Said
from docgen.model.reading import Grid, Placed

_PLAN = "KẾ HOẠCH"
_TITLE = 80  # characters: a heading is no longer
_SEVERAL = 2  # headings: a plan of one alone is told as its office likes
_TASKS = Said("nội dung, nhiệm vụ", "tasks")
_PARTS: tuple[tuple[Said, re.Pattern[str]], ...] = (
    (Said("mục đích, yêu cầu", "purpose and requirements"), re.compile(r"MỤC ĐÍCH|YÊU CẦU|MỤC TIÊU|QUAN ĐIỂM")),
    (_TASKS, re.compile(r"NHIỆM VỤ|GIẢI PHÁP|NỘI DUNG|CÔNG VIỆC|HOẠT ĐỘNG")),
    (Said("tổ chức thực hiện", "implementation"), re.compile(r"THỰC HIỆN|PHÂN CÔNG|TRÁCH NHIỆM")),
)
_FIELDS: Mapping[str, re.Pattern[str]] = {
    "chủ trì": re.compile(r"chủ trì", re.IGNORECASE),
    "thời hạn": re.compile(r"thời (?:gian|hạn)|hoàn thành|tiến độ", re.IGNORECASE),
    "sản phẩm": re.compile(r"sản phẩm|kết quả", re.IGNORECASE),
}
_NAMES = {"chủ trì": "the lead", "thời hạn": "the deadline", "sản phẩm": "the product"}
_LABEL = re.compile(r"[-–+]\s*([^:.,;]{4,40}):")
_USED = 0.5
_MAY_LACK: Mapping[str, float] = {"chủ trì": 0.5, "thời hạn": 0.5, "sản phẩm": 0.2}  # of rows
_LIKELY = 0.5


@rule(
    "body.plan_parts",
    "B10",
    "warning",
    ("Kế hoạch thiếu phần {part}.", "The plan has no part on {part}."),
    ("Bổ sung phần {part}.", "Add one."),
)
def plan_parts(draft: Draft) -> Iterator[Fault]:
    """A plan tells its purpose and requirements, its tasks, and how it is carried out.

    Why: practice: I- Mục đích, yêu cầu; II- Nhiệm vụ, giải pháp; III- Tổ chức thực hiện; an appendix may hold tasks.
    Wrong: a plan without «TỔ CHỨC THỰC HIỆN». Right: all three parts.
    """
    headings = [placed for placed in draft.body if placed.role == "heading"]
    if draft.kind != _PLAN or not draft.whole or len(headings) < _SEVERAL:
        return
    titles = "\n".join(placed.text.upper() for placed in draft.body if len(placed.text) <= _TITLE)
    for part, words in _PARTS:
        listed = part is _TASKS and draft.first("appendix_title")
        if not (words.search(titles) or listed):
            yield Fault(draft.first("kind"), confidence=0.8, words={"part": part})


@rule(
    "body.task_incomplete",
    "B10 68",
    "warning",
    ("{where} nêu nhiệm vụ mà chưa ghi {field}, các nhiệm vụ khác có ghi.", "{where}: a task without {field}."),
    ("Bổ sung {field}.", "Add {field}."),
)
def task_incomplete(draft: Draft) -> Iterator[Fault]:
    """Where tasks of a paper state lead, deadline and product, each of them does.

    Why: the-thuc.md section 8, 68: «5 rõ». Judged only where the paper itself has such lines or columns.
    Wrong: a row without «Thời hạn» among rows with it. Right: every row filled.
    """
    if draft.ours:
        return
    missing = [*_without_lines(draft)]
    for table in draft.reading.tables:
        missing += _without_cells(draft, table)
    faults = [Fault(placed, confidence=_LIKELY, words={"field": Said(name, _NAMES[name])}) for placed, name in missing]
    yield from spread(faults, len(draft.lines))


def _without_lines(draft: Draft) -> Iterator[tuple[Placed, str]]:
    """Items whose labelled lines lack a field that most such items have."""
    tasks: dict[int, set[str]] = defaultdict(set)
    item: Placed | None = None
    items: dict[int, Placed] = {}
    for placed in draft.body:
        if placed.role in ("item", "heading"):
            item = placed
        label = _LABEL.match(placed.text)
        field = next((name for name, words in _FIELDS.items() if label and words.search(label[1])), "")
        if item and field:
            items[id(item)] = item
            tasks[id(item)].add(field)
    for name in _FIELDS:
        has = sum(name in fields for fields in tasks.values())
        if has > 1 and has > len(tasks) * _USED:
            yield from ((items[at], name) for at, fields in tasks.items() if name not in fields)


def _without_cells(draft: Draft, table: Grid) -> Iterator[tuple[Placed, str]]:
    """Rows of tasks with an empty cell in a column that most rows fill."""
    header, *rows = table.rows or ((),)
    full = [index for index, row in enumerate(rows, 1) if sum(map(bool, row)) > 1]
    for column, title in enumerate(header):
        name = next((name for name, words in _FIELDS.items() if words.search(title) and len(title) < _TITLE), "")
        empty = [index for index in full if column < len(table.rows[index]) and not table.rows[index][column]]
        if name and len(empty) <= len(full) * _MAY_LACK[name]:
            for index in empty:
                placed = _first_cell(draft, table, index)
                if placed:
                    yield placed, name


def _first_cell(draft: Draft, table: Grid, row: int) -> Placed | None:
    """The longest cell of a row: what the task is."""
    cells = [
        one
        for one in draft.of("table")
        if one.line.cell and (one.line.cell.table, one.line.cell.row) == (table.table, row)
    ]
    return max(cells, key=lambda one: len(one.text), default=None)


RULES = (plan_parts, task_incomplete)
