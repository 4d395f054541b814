"""Page: the sheet, its margins, which way it is turned."""

from collections.abc import Iterator
from dataclasses import replace

from docgen.check.draft import Draft
from docgen.check.rule import Fault, rule
from docgen.model.finding import Said
from docgen.model.form_parts import Page
from docgen.model.form_values import Figure
from docgen.model.reading import Placed, Section

_A5 = (148.0, 210.0)  # mm: what the Party's guidance lets small papers be besides A4 (the-thuc.md section 0)
_SMALL_PAPERS = ("GIẤY ", "PHIẾU ")
_SIDES: tuple[tuple[str, Said], ...] = (
    ("top", Said("trên", "top")),
    ("bottom", Said("dưới", "bottom")),
    ("left", Said("trái", "left")),
    ("right", Said("phải", "right")),
)
_TURNED = (  # sides of a sheet turned one way or the other: what was on the left is now above or below
    {"top": "left", "bottom": "right", "left": "bottom", "right": "top"},
    {"top": "right", "bottom": "left", "left": "top", "right": "bottom"},
)


@rule(
    "page.size",
    "P1",
    "error",
    (
        "Khổ giấy là {found} mm, thể thức quy định {expected} mm (A4).",
        "The sheet is {found} mm, not {expected} mm (A4).",
    ),
    ("Vào Layout › Size, chọn A4.", "Choose A4 under Layout › Size."),
)
def size(draft: Draft) -> Iterator[Fault]:
    """Every sheet is A4; in the Party small papers such as a giấy mời may be A5.

    Why: HD 36, HD 05: A4, giấy tờ hành chính also A5; NĐ 30: A4.
    Wrong: a plan on Letter, 215.9 × 279.4 mm. Right: 210 × 297 mm.
    """
    page = draft.form.page
    told: set[tuple[float, float]] = set()
    for at, section in _sheets(draft):
        short, long = sorted((section.width, section.height))
        if (page.width.allows(short) and page.height.allows(long)) or (short, long) in told:
            continue
        told.add((short, long))
        small = draft.is_party and page.width.tolerance >= max(abs(short - _A5[0]), abs(long - _A5[1]))
        if not (small and draft.kind.startswith(_SMALL_PAPERS)):
            known = any(draft.kind == name.upper() for name in draft.form.kinds.value)
            found, expected = f"{short:g} × {long:g}", f"{page.width.value:g} × {page.height.value:g}"
            yield Fault(at, found, expected, page.width.clause, severity="hint" if small and not known else None)


@rule(
    "page.margins",
    "P2 39",
    "error",
    ("Lề {found} mm; thể thức quy định {expected} mm.", "Margins are {found_en} mm, not {expected_en} mm."),
    ("Vào Layout › Margins, đặt lề {expected} mm.", "Set them under Layout › Margins: {expected_en} mm."),
)
def margins(draft: Draft) -> Iterator[Fault]:
    """Margins of every sheet are those of the guidance; those of a landscape sheet may turn with it.

    Why: HD 36, HD 05: 20, 20, 30, 15 mm; NĐ 30: 20–25, 20–25, 30–35, 15–20 mm.
    Wrong: right margin 20 mm in a Party paper. Right: right margin 15 mm.
    """
    told: set[str] = set()
    for at, section in _sheets(draft):
        fault = None if _is_swapped(section, draft.form.page) else _margins(at, section, draft.form.page)
        if fault and fault.found not in told:
            told.add(fault.found)
            yield fault


def _margins(at: Placed | None, section: Section, page: Page) -> Fault | None:
    """All wrong margins of a sheet at once; one turned is held against the way that fits best."""
    upright = {name: name for name, _ in _SIDES}
    ways = (upright, *_TURNED) if section.landscape else (upright,)
    wrong = min(([*_wrong(section, page, way)] for way in ways), key=len)
    if not wrong:
        return None
    found = [(side, f"{getattr(section, name):g}") for name, side, _ in wrong]
    expected = [(side, _millimetres(figure)) for _, side, figure in wrong]
    english = {"found_en": _listed(found, 1), "expected_en": _listed(expected, 1)}
    fault = Fault(at, _listed(found, 0), _listed(expected, 0), wrong[0][2].clause, words=english)
    return replace(fault, severity="warning") if section.landscape else fault


def _wrong(section: Section, page: Page, way: dict[str, str]) -> Iterator[tuple[str, Said, Figure]]:
    for name, side in _SIDES:
        figure: Figure = getattr(page, way[name])
        if not figure.allows(getattr(section, name)):
            yield name, side, figure


def _listed(sides: list[tuple[Said, str]], language: int) -> str:
    return ", ".join(f"{side[language]} {figure}".replace(".", "," if language == 0 else ".") for side, figure in sides)


def _millimetres(figure: Figure) -> str:
    low, high = figure.low or figure.value, figure.high or figure.value
    return f"{low:g}" if low == high else f"{low:g}–{high:g}"


@rule(
    "page.back_side",
    "P3",
    "hint",
    (
        "Văn bản đặt in hai mặt, nhưng mặt sau không có lề trái {expected} mm, lề phải {right} mm.",
        "The paper is laid out for two sides; its back lacks {expected} mm on the left, {right} mm on the right.",
    ),
    (
        "Vào Layout › Margins, chọn Mirrored, đặt lề trong {right} mm, lề ngoài {expected} mm.",
        "Choose Mirrored under Layout › Margins: {right} mm inside, {expected} mm outside.",
    ),
)
def back_side(draft: Draft) -> Iterator[Fault]:
    """On the back of a sheet left and right change sides.

    Why: HD 36, HD 05: 15 mm on the left of the back, 30 mm on its right; NĐ 30 says nothing.
    Wrong: headers of their own on even pages, margins the same on all. Right: mirrored margins, 30 mm inside.
    """
    page = draft.form.page
    if page.back_left is None or page.back_right is None:
        return
    for at, section in _sheets(draft):
        swapped = _is_swapped(section, page)
        if not section.landscape and (swapped or (section.two_sided and not section.mirrored)):
            found, right = f"{section.left:g} – {section.right:g}", {"right": f"{page.back_right.value:g}"}
            expected, clause = f"{page.back_left.value:g}", page.back_left.clause
            yield Fault(at, found, expected, clause, words=right, severity="error" if swapped else None)
            return


def _is_swapped(section: Section, page: Page) -> bool:
    """Mirrored margins with those of the back on the front."""
    back = page.back_left and page.back_right
    wide = not page.left.allows(section.left)
    return bool(
        section.mirrored and back and wide and page.right.allows(section.left) and page.left.allows(section.right)
    )


@rule(
    "page.landscape",
    "P4",
    "warning",
    (
        "Trang này xoay ngang mà phần lớn không phải bảng biểu.",
        "This sheet is turned, but most of it is no table.",
    ),
    (
        "Vào Layout › Orientation, chọn Portrait; chỉ xoay ngang trang có bảng.",
        "Choose Portrait under Layout › Orientation; turn sheets with tables only.",
    ),
)
def landscape(draft: Draft) -> Iterator[Fault]:
    """Sheets stand upright; one with a table may be turned.

    Why: HD 36, HD 05: tables may be set landscape; NĐ 30: portrait, tables that are no appendix may be landscape.
    Wrong: a plan typed on turned sheets. Right: its table of tasks on a turned sheet.
    """
    for index, (at, section) in enumerate(_sheets(draft)):
        if section.landscape and _text_outweighs_tables(draft, index):
            yield Fault(at, "", "", draft.form.page.landscape_tables.clause)
            return


def _text_outweighs_tables(draft: Draft, section: int) -> bool:
    tables = text = 0
    for placed in draft.lines:
        if placed.line.section == section:
            tables += len(placed.text) * (placed.role == "table")
            text += len(placed.text) * (placed.role not in ("table", "appendix_title", "appendix_note"))
    return text > tables


def _sheets(draft: Draft) -> Iterator[tuple[Placed | None, Section]]:
    """Every section, and where its first line stands; the first is the paper as a whole."""
    firsts: dict[int, Placed] = {}
    if len(draft.reading.sections) > 1:
        for placed in draft.lines:
            firsts.setdefault(placed.line.section, placed)
    for index, section in enumerate(draft.reading.sections):
        yield (firsts.get(index) if index else None), section


RULES = (size, margins, back_side, landscape)
