"""Appendix: its sheets and page numbers, tables that run over pages, what is left over at the end."""

from collections.abc import Iterator

from docgen.check.appendices import Appendix, appendices, called
from docgen.check.draft import Draft
from docgen.check.rule import Fault, rule
from docgen.model.reading import Grid, Placed

_PRACTICE = "theo thực tế trình bày bảng và trang in"
_SHORT = 8  # rows: a table this short seldom runs over a page
_HEADED = 3  # rows and columns from which a first row heads a table
_MANY = 12  # empty paragraphs at the end that make an empty page


@rule(
    "appendix.sheet",
    "A4",
    "warning",
    ("«{found}» không bắt đầu ở trang mới.", "«{found}» does not begin on a new page."),
    (
        "Đặt con trỏ trước «{found}», chọn Layout › Breaks › Next Page.",
        "Put a section break (Next Page) before «{found}».",
    ),
)
def sheet(draft: Draft) -> Iterator[Fault]:
    """Every appendix begins on a sheet of its own.

    Why: HD 36, HD 05 1.10; NĐ 30, whose appendices have their own page numbers.
    Wrong: `Phụ lục 1` right below the signature. Right: on a new page.
    """
    form = draft.form.appendix.own_sheet
    for one in appendices(draft) if form.value else ():
        if not _new_sheet(draft, one):
            yield Fault(one.head, called(one), "", form.clause)


def _new_sheet(draft: Draft, one: Appendix) -> bool:
    """A section, a page break above the head or in it, or a paragraph that begins a page."""
    lines = draft.reading.lines
    if one.head.line.layout.new_page or one.head.line.page_break or one.index == 0:
        return True
    for placed in reversed(lines[: one.index]):
        if placed.line.section != one.head.line.section or placed.line.page_break:
            return True
        if placed.line.text:
            return False
    return True


@rule(
    "appendix.page_numbers",
    "A4",
    "warning",
    ("Số trang của «{found}» không đếm lại từ 1.", "The pages of «{found}» are not counted anew."),
    (
        "Đặt «{found}» trong phần riêng; Insert › Page Number › Format Page Numbers, chọn Start at 1.",
        "Give «{found}» a section of its own and start its page numbers at 1.",
    ),
)
def page_numbers(draft: Draft) -> Iterator[Fault]:
    """The pages of every appendix are counted on their own.

    Why: HD 05 1.10, NĐ 30; HD 36 does not ask for it.
    Wrong: the appendix begins with page 5. Right: its pages are 1, 2, 3.
    """
    form = draft.form.appendix.own_page_numbers
    for one in appendices(draft) if form.value else ():
        section = draft.reading.sections[min(one.head.line.section, len(draft.reading.sections) - 1)]
        if section.starts_at != 1 and _new_sheet(draft, one):
            yield Fault(one.head, called(one), "", form.clause)


def _tables(draft: Draft) -> Iterator[tuple[Grid, Placed, float]]:
    """Tables with a row that heads them: the first line of each, and how sure it is that they run over a page."""
    first: dict[int, Placed] = {}
    for placed in draft.of("table"):
        if placed.line.cell:
            first.setdefault(placed.line.cell.table, placed)
    for grid in draft.reading.tables:
        headed = len(grid.rows) >= _HEADED and len(grid.rows[0]) >= 2 and all(cell.strip() for cell in grid.rows[0])
        if headed and grid.table in first:
            yield grid, first[grid.table], 0.9 if len(grid.rows) > _SHORT else 0.5


@rule(
    "appendix.table_header",
    "A5 63",
    "warning",
    ("Bảng không lặp lại hàng đầu khi sang trang.", "The header row of the table is not repeated on every page."),
    (
        "Chọn hàng đầu, vào Table Layout › Repeat Header Rows.",
        "Select the first row and turn on Table Layout › Repeat Header Rows.",
    ),
)
def table_header(draft: Draft) -> Iterator[Fault]:
    """The first row of a table stands on every page the table runs over.

    Why: practice; a page of a table without its header cannot be read. A hint for short tables.
    Wrong: 14 tasks, the header on the first page alone. Right: Repeat Header Rows.
    """
    for grid, at, sure in _tables(draft):
        if not grid.header_repeats:
            yield Fault(at, clause=_PRACTICE, confidence=sure)


@rule(
    "appendix.table_rows",
    "A5 63",
    "warning",
    ("Hàng của bảng có thể bị cắt giữa hai trang.", "Rows of the table may be cut between two pages."),
    (
        "Chọn cả bảng, vào Table Properties › Row, bỏ Allow row to break across pages.",
        "Select the table and turn off Table Properties › Row › Allow row to break across pages.",
    ),
)
def table_rows(draft: Draft) -> Iterator[Fault]:
    """A row stands whole on one page. Where the header is not repeated either, that alone is told.

    Why: practice; a task cut in two is misread. A hint for short tables; a row left over at the end is told as such.
    Wrong: a row begun on page 3 and ended on page 4. Right: the row moves to page 4.
    """
    for grid, at, sure in _tables(draft):
        if grid.rows_split and grid.header_repeats and any(grid.rows[-1]):
            yield Fault(at, clause=_PRACTICE, confidence=sure)


@rule(
    "appendix.empty_row",
    "P7 64",
    "warning",
    ("Bảng có hàng trống ở cuối.", "The last row of the table is empty."),
    ("Xóa hàng trống.", "Delete the empty row."),
)
def empty_row(draft: Draft) -> Iterator[Fault]:
    """The last row of a table says something.

    Why: practice; a row is left over by the Tab key.
    Wrong: an empty row below the last task. Right: none.
    """
    last: dict[int, Placed] = {}
    for placed in draft.of("table"):
        if placed.line.cell:
            last[placed.line.cell.table] = placed
    for grid in draft.reading.tables:
        if len(grid.rows) > 1 and not any(cell.strip() for cell in grid.rows[-1]) and grid.table in last:
            yield Fault(last[grid.table], clause=_PRACTICE)


@rule(
    "appendix.empty_page",
    "P7 64",
    "warning",
    (
        "Sau dòng cuối có ngắt trang hoặc nhiều dòng trống, dễ thừa một trang trắng.",
        "An empty page follows the last line.",
    ),
    (
        "Xóa ngắt trang và các dòng trống ở cuối văn bản.",
        "Delete the page break and the empty lines at the end.",
    ),
)
def empty_page(draft: Draft) -> Iterator[Fault]:
    """Nothing follows the last line.

    Why: practice; an empty page is printed and counted.
    Wrong: Ctrl+Enter below the last line. Right: nothing.
    """
    lines = draft.reading.lines
    end = next((at for at in range(len(lines), 0, -1) if lines[at - 1].line.text), 0)
    left = [placed.line for placed in lines[end:] if not placed.line.cell]
    if not (end and left):
        return
    before = lines[end - 1]
    broken = any(line.page_break or line.layout.new_page or line.section != before.line.section for line in left)
    if broken or len(left) >= _MANY:
        yield Fault(before, clause=_PRACTICE, confidence=1.0 if broken else 0.5)


RULES = (sheet, page_numbers, table_header, table_rows, empty_row, empty_page)
