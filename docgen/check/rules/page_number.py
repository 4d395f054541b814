"""Number of the page: there, on top, in the middle, not on the first page, its figures, its look, its place."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from docgen.check.draft import Draft
from docgen.check.looks import SIZE, SLANT, WEIGHT, misprint
from docgen.check.rule import Fault, rule
from docgen.model.document import BODY_ROLES
from docgen.model.finding import Said
from docgen.model.reading import Line, Placed, Section

_ROW = 75  # letters of 14 pt between the margins of A4
_CELLS_ROW = 60
_PAGE = 40  # rows
_SURELY = 2.0  # pages by estimate
_LIKELY = 1.3
_ARABIC = ("decimal", "numberInDash")
_SECOND = {"lowerRoman": "ii", "upperRoman": "II", "lowerLetter": "b", "upperLetter": "B"}
_ROMAN = re.compile(r"\W*[ivxlIVXL]+\W*")
_SIDES: dict[str, Said] = {
    "left": Said("lệch trái", "on the left"),
    "both": Said("lệch trái", "on the left"),
    "right": Said("lệch phải", "on the right"),
}
_BOTTOM = Said("ở lề dưới", "at the bottom")


class _Number(NamedTuple):
    """A line that shows the number of the page."""

    line: Line
    on_top: bool
    on_first: bool


@rule(
    "page.number_missing",
    "P5",
    "warning",
    ("Văn bản dài hơn một trang mà không đánh số trang.", "The paper has several pages, but no page numbers."),
    (
        "Vào Insert › Page Number › Top of Page, chọn số ở giữa; đánh dấu Different First Page.",
        "Choose Insert › Page Number › Top of Page, centred, and tick Different First Page.",
    ),
)
def missing(draft: Draft) -> Iterator[Fault]:
    """A paper of two pages or more has page numbers. How many there are is told by how much text there is.

    Why: HD 36, HD 05: from two pages on; NĐ 30.
    Wrong: five pages without any. Right: `2` in the middle above page 2.
    """
    if not draft.whole or any(_numbers(draft)):
        return
    pages = _pages(draft)
    if pages >= _LIKELY:
        clause = draft.form.page.number_from.clause
        yield Fault(None, "", "2", clause, confidence=0.9 if pages >= _SURELY else 0.5)


@rule(
    "page.number_place",
    "P5 40",
    "warning",
    ("Số trang đặt {found}; thể thức quy định ở giữa lề trên.", "Page numbers stand {where}, not centred on top."),
    (
        "Xóa số trang này, rồi vào Insert › Page Number › Top of Page, chọn số ở giữa.",
        "Remove it, then choose Insert › Page Number › Top of Page, centred.",
    ),
)
def place(draft: Draft) -> Iterator[Fault]:
    """The number stands in the middle of the upper margin.

    Why: HD 36, HD 05, NĐ 30.
    Wrong: below on the right. Right: centred on top.
    """
    asked = draft.form.page.number_top_centre
    for number in _numbers(draft) if asked.value else ():
        wrong = [*([] if number.on_top else [_BOTTOM]), *_off_centre(number.line)]
        if wrong:
            where = Said(*(", ".join(words) for words in zip(*wrong, strict=True)))
            yield Fault(number.line, where.vi, "ở giữa lề trên", asked.clause, words={"where": where})
            return


def _off_centre(line: Line) -> Iterator[Said]:
    """Where the number stands if not in the middle; a tab before it sets it there, two set it right."""
    tabs = len(line.words) - len(line.words.lstrip("\t"))
    if line.box or line.layout.alignment == "center" or tabs == 1:
        return
    yield _SIDES["right"] if tabs else _SIDES[line.layout.alignment]


@rule(
    "page.number_on_first",
    "P5 40",
    "warning",
    ("Trang thứ nhất hiện số trang.", "The first page shows its number."),
    (
        "Mở Header & Footer, đánh dấu Different First Page, để trống đầu trang thứ nhất.",
        "Tick Different First Page under Header & Footer and leave the first header empty.",
    ),
)
def on_first(draft: Draft) -> Iterator[Fault]:
    """The first page shows no number.

    Why: HD 36, HD 05, NĐ 30.
    Wrong: `1` above the title. Right: numbers from page 2 on.
    """
    asked = draft.form.page.number_on_first
    for number in _numbers(draft):
        if number.on_first and not asked.value:
            yield Fault(number.line, "1", "", asked.clause)
            return


@rule(
    "page.number_figures",
    "P5",
    "warning",
    ("Số trang không phải chữ số Ả Rập.", "Page numbers are not Arabic figures."),
    (
        "Vào Page Number › Format Page Numbers, chọn kiểu 1, 2, 3.",
        "Choose 1, 2, 3 under Page Number › Format Page Numbers.",
    ),
)
def figures(draft: Draft) -> Iterator[Fault]:
    """Page numbers are Arabic figures.

    Why: HD 36, HD 05, NĐ 30.
    Wrong: `ii`. Right: `2`.
    """
    formats = [name for name in (section.number_format for section in draft.reading.sections) if name not in _ARABIC]
    for number in _numbers(draft):
        if formats or _ROMAN.fullmatch(number.line.text):
            found = _SECOND.get(formats[0], "") if formats else number.line.text
            yield Fault(number.line, found, "2", draft.form.page.number_from.clause)
            return


@rule(
    "page.number_look",
    "P5",
    "warning",
    ("Số trang đang là chữ {how}; thể thức quy định {wanted}.", "The page number is {how}, not {wanted}."),
    ("Mở Header & Footer, chọn số trang, đặt {wanted}.", "Select the number in the header and make it {wanted}."),
)
def look(draft: Draft) -> Iterator[Fault]:
    """The number stands upright, in the size of the guidance.

    Why: HD 36 annex 3, 14, HD 05 annex 2, 14: 14; NĐ 30: 13–14.
    Wrong: `2` in 12. Right: `2` in 14.
    """
    for number in _numbers(draft):
        found = number.line.text and misprint(
            [Placed(number.line, "other")], draft.form.looks.page_number, (SIZE, WEIGHT, SLANT)
        )
        if found:
            yield replace(found, at=number.line)
            return


@rule(
    "page.number_distance",
    "P6 40",
    "warning",
    (
        "Số trang cách mép trên {found} mm, thể thức quy định {expected} mm.",
        "The page number stands {found} mm from the upper edge, not {expected} mm.",
    ),
    (
        "Mở Header & Footer, đặt Header from Top {expected} mm.",
        "Set Header from Top to {expected} mm under Header & Footer.",
    ),
)
def distance(draft: Draft) -> Iterator[Fault]:
    """The number stands 10 mm from the upper edge of the sheet.

    Why: HD 36, HD 05; NĐ 30 names no distance.
    Wrong: Word's own 12.7 mm. Right: Header from Top 10 mm.
    """
    asked = draft.form.page.header
    tops = [number.line for number in _numbers(draft) if number.on_top]
    wrong = [one.header for one in draft.reading.sections if _shows(one) and not asked.allows(one.header)]
    if tops and wrong:
        found = f"{wrong[0]:g}".replace(".", ",")
        yield Fault(tops[0], found, f"{asked.value:g}", asked.clause)


@rule(
    "page.number_anew",
    "P5",
    "warning",
    ("Từ đây số trang đếm lại từ {found} giữa văn bản.", "Pages are counted anew from {found} in mid-paper."),
    (
        "Vào Page Number › Format Page Numbers, chọn Continue from previous section.",
        "Choose Continue from previous section under Page Number › Format Page Numbers.",
    ),
)
def anew(draft: Draft) -> Iterator[Fault]:
    """Pages of the body run on; only an appendix may be counted anew.

    Why: HD 36, HD 05, NĐ 30: numbers follow each other.
    Wrong: a section break in the body, and page 3 is page 1 again. Right: 1, 2, 3.
    """
    before = -1
    for placed in draft.lines if [*_numbers(draft)] else ():
        section = placed.line.section
        if placed.role in ("appendix_title", "appendix_note", "recipients_label", "authority"):
            return
        start = draft.reading.sections[section].starts_at if section < len(draft.reading.sections) else None
        if section != before and before >= 0 and start is not None and placed.role in BODY_ROLES:
            yield Fault(placed, str(start), "", draft.form.page.number_from.clause)
            return
        before = section


def _numbers(draft: Draft) -> Iterator[_Number]:
    """Lines that show the number of the page, those of sheets after the first too."""
    seen: set[tuple[str, int]] = set()
    for index, section in enumerate(draft.reading.sections):
        for on_top, stories in ((True, section.headers), (False, section.footers)):
            for kind in _shown(section):
                for line in stories.get(kind, ()):
                    if "PAGE" in line.fields and (line.part, line.paragraph) not in seen:
                        seen.add((line.part, line.paragraph))
                        first = index == 0 and kind == ("first" if section.first_page_differs else "default")
                        yield _Number(line, on_top, first)


def _shown(section: Section) -> tuple[str, ...]:
    """Headers of a section that are really shown."""
    return ("default", *("first",) * section.first_page_differs, *("even",) * section.two_sided)


def _shows(section: Section) -> bool:
    lines = (line for kind in _shown(section) for line in section.headers.get(kind, ()))
    return any("PAGE" in line.fields for line in lines)


def _pages(draft: Draft) -> float:
    """About how many pages the text takes; breaks, sheets that turn, and an appendix begin another."""
    words = sum(-(-len(placed.text) // _ROW) for placed in draft.lines if placed.role != "table")
    cells = sum(len(cell) for grid in draft.reading.tables for row in grid.rows for cell in row)
    breaks = sum(placed.line.page_break or placed.line.layout.new_page for placed in draft.reading.lines)
    turns = sum(one.landscape != other.landscape for one, other in pairwise(draft.reading.sections))
    return (words + cells / _CELLS_ROW) / _PAGE + breaks + turns + bool(draft.of("appendix_title"))


RULES = (missing, place, on_first, figures, look, distance, anew)
