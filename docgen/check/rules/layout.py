"""Layout of the body: margins to both sides, first line, line spacing, gaps."""

from collections import Counter
from collections.abc import Iterator

from docgen.check.draft import Draft
from docgen.check.rule import Fault, rule
from docgen.check.shares import spread
from docgen.model.finding import Said
from docgen.model.form_values import Figure, within
from docgen.model.reading import Layout, Placed

ONE_LINE = 70  # characters: what fits on a line looks the same however it is aligned
_DEEPEST = 30.0  # mm: dashes may be set in as far as that
_BLANKS = ("\t", "  ", "\u00a0", " \t")
_SINGLE_LINE = 1.15  # a single line of Times New Roman, of its size
_OFF = 0.5  # points: Word's own rounding, and that of programs that convert
_POINT = 1.5
_LINES_OFF = 0.02  # lines: Word keeps 240ths
SPACER = 8.0  # pt: empty paragraphs up to this size only keep a distance (lint-rules.md section 2)


@rule(
    "body.justified",
    "B1 38",
    "warning",
    ("{where} chưa căn đều hai bên.", "{where} not justified."),
    ("Chọn các đoạn nội dung rồi bấm Ctrl+J.", "Select the paragraphs and press Ctrl+J."),
)
def justified(draft: Draft) -> Iterator[Fault]:
    """Paragraphs of the body are justified; one that fits on a line looks the same either way.

    Why: HD 36, HD 05, NĐ 30: the body is justified.
    Wrong: paragraphs aligned left. Right: Ctrl+J.
    """
    asked = draft.form.body.justified
    long = [placed for placed in draft.prose if placed.role != "heading" and len(placed.text) > ONE_LINE]
    loose = [placed for placed in long if (placed.line.layout.alignment == "both") != asked.value]
    faults = [Fault(placed, placed.line.layout.alignment, "both", asked.clause) for placed in loose]
    yield from spread(faults, len(long))


@rule(
    "body.indent",
    "B2 37",
    "warning",
    (
        "{where} lùi dòng đầu {found} mm, thể thức quy định {expected} mm.",
        "{where} with a first line set in {found} mm, not {expected} mm.",
    ),
    (
        "Vào Paragraph › Special, chọn First line, {expected} mm.",
        "Set Paragraph › Special › First line to {expected} mm.",
    ),
)
def indent(draft: Draft) -> Iterator[Fault]:
    """The first line of a paragraph is set in as far as the guidance says; dashes and letters may stand further in.

    Why: HD 36, HD 05: about 10 mm; NĐ 30: 10 or 12.7 mm.
    Wrong: one paragraph at 0, the next at 12.7 mm in a Party paper. Right: all at 10 mm.
    """
    asked = draft.form.body.indent
    judged = [placed for placed in draft.prose if placed.role != "heading" and not typed_in(placed)]
    faults = [
        Fault(placed, f"{begin_of(placed):g}", _millimetres(asked), asked.clause)
        for placed in judged
        if not (asked.allows(begin_of(placed)) or deeper(placed, asked))
    ]
    yield from spread(faults, len(judged))


@rule(
    "body.indent_typed",
    "B2 37",
    "warning",
    (
        "{where} lùi dòng đầu bằng {what} chứ không bằng định dạng đoạn.",
        "{where} set in with {what} and not by its layout.",
    ),
    (
        "Xóa {what} ở đầu đoạn, rồi vào Paragraph › Special, chọn First line, {expected} mm.",
        "Delete the {what} and set Paragraph › Special › First line to {expected} mm.",
    ),
)
def indent_typed(draft: Draft) -> Iterator[Fault]:
    """The first line is set in by the layout of its paragraph, not by tabs or spaces.

    Why: the-thuc.md section 8, 37: what is typed shifts with every change of font or margin.
    Wrong: a tab before «1. Việc …». Right: First line 10 mm.
    """
    asked = draft.form.body.indent
    faults = []
    for placed in filter(typed_in, draft.prose):
        what = Said("phím Tab", "tabs") if "\t" in placed.line.words[:3] else Said("dấu cách", "spaces")
        faults.append(Fault(placed, what.vi, _millimetres(asked), asked.clause, words={"what": what}))
    yield from spread(faults, len(draft.prose))


@rule(
    "body.line_spacing",
    "B3 35",
    "error",
    (
        "{where} có cách dòng {found}, thể thức quy định {expected}.",
        "{where} spaced {found}, not {expected}.",
    ),
    (
        "Vào Paragraph › Line spacing, đặt {expected}.",
        "Set Paragraph › Line spacing to {expected}.",
    ),
)
def line_spacing(draft: Draft) -> Iterator[Fault]:
    """Lines of the body stand as far apart as the guidance says.

    Why: HD 36: Exactly, 18 pt or more; HD 05: Exactly, 18 to 22 pt; NĐ 30: from single to 1.5 lines.
    Wrong: Multiple 1.5 in a Party paper. Right: Exactly 18 pt.
    """
    asked = draft.form.body.line
    exact = draft.form.body.line_exact.value
    wrong = [placed for placed in draft.prose if not spaced_right(placed, asked, exact)]
    faults = [Fault(placed, _spacing(placed.line.layout), _asked(asked, exact), asked.clause) for placed in wrong]
    yield from spread(faults, len(draft.prose))


@rule(
    "body.gap",
    "B4 36",
    "warning",
    (
        "{where} cách đoạn liền kề {found} pt, thể thức quy định ít nhất {expected} pt.",
        "{where} {found} pt from the next, less than {expected} pt.",
    ),
    (
        "Vào Paragraph › Spacing, đặt Before hoặc After sao cho cách nhau ít nhất {expected} pt.",
        "Set Paragraph › Spacing so that paragraphs stand {expected} pt apart.",
    ),
)
def gap(draft: Draft) -> Iterator[Fault]:
    """Paragraphs of the body stand apart: what is left after one and before the next taken together.

    Why: HD 36, HD 05, NĐ 30: at least 6 pt.
    Wrong: 0 pt after and 0 pt before. Right: 6 pt after, or 3 and 3.
    """
    asked = draft.form.body.gap
    beside = [(above, below) for above, empty, below in neighbours(draft) if not empty]
    usual = max(counts, key=counts.__getitem__) if (counts := Counter(_gaps(above) for above, _ in beside)) else None
    faults: dict[int, Fault] = {}
    for above, below in beside:
        between = above.line.layout.after + below.line.layout.before
        if not asked.allows(between + _OFF):
            at = below if _gaps(above) == usual != _gaps(below) else above
            faults[id(at)] = Fault(at, f"{between:g}", f"{asked.value:g}", asked.clause)
    yield from spread([*faults.values()], len(beside))


@rule(
    "body.empty_paragraph",
    "B4 36",
    "warning",
    ("{where} cách đoạn sau bằng dòng trống.", "{where} parted from the next by an empty line."),
    (
        "Xóa dòng trống dưới đoạn, rồi vào Paragraph › Spacing, đặt After {expected} pt.",
        "Delete the empty line and set Paragraph › Spacing › After to {expected} pt.",
    ),
)
def empty_paragraph(draft: Draft) -> Iterator[Fault]:
    """Gaps between paragraphs of the body are not made with empty ones; those of 8 pt or less are no paragraphs.

    Why: the-thuc.md section 8, 36.
    Wrong: Enter twice after a paragraph. Right: 6 pt after it.
    """
    asked = draft.form.body.gap
    faults = [
        Fault(above, "", f"{asked.value:g}", asked.clause)
        for above, empty, _ in neighbours(draft)
        if any(height_of(one) > SPACER for one in empty)
    ]
    yield from spread(faults, len(draft.prose))


def neighbours(draft: Draft) -> Iterator[tuple[Placed, list[Placed], Placed]]:
    """Paragraphs of the body that follow each other, and the empty ones between them."""
    prose = set(map(id, draft.prose))
    above: Placed | None = None
    empty: list[Placed] = []
    for placed in draft.reading.lines:
        line = placed.line
        if id(placed) in prose:
            if above and above.line.section == line.section:
                yield above, empty, placed
            above, empty = placed, []
        elif line.text or line.cell or line.drawn or line.page_break:
            above = None
        else:
            empty.append(placed)


def _gaps(placed: Placed) -> tuple[float, float]:
    return placed.line.layout.before, placed.line.layout.after


def height_of(empty: Placed) -> float:
    """Points by which an empty line is judged: of its letters, of its spacing where that is less."""
    layout, sizes = empty.line.layout, [piece.letters.size for piece in empty.line.pieces]
    return min([*sizes, layout.line] if layout.line_rule == "exact" else sizes, default=0.0)


def typed_in(placed: Placed) -> bool:
    """Whether blanks or tabs set the first line in."""
    return placed.line.words.startswith(_BLANKS)


def begin_of(placed: Placed) -> float:
    """Where the first line of a paragraph begins, in whole tenths of a millimetre from the margin."""
    return round(placed.line.layout.left + placed.line.layout.first, 1)


def deeper(placed: Placed, asked: Figure) -> bool:
    """Dashes and letters may be set in further than the paragraphs they stand under."""
    below = placed.role == "dash" or (placed.role == "item" and placed.number.isalpha())
    return below and float(asked.value) <= begin_of(placed) <= _DEEPEST


def _millimetres(asked: Figure) -> str:
    return " hoặc ".join(f"{accepted:g}".replace(".", ",") for accepted in (asked.value, *asked.others))


def spaced_right(placed: Placed, asked: Figure, exact: bool) -> bool:
    """Whether the lines of a paragraph stand as far apart as asked, in points or in lines."""
    layout = placed.line.layout
    if exact:
        return layout.line_rule == "exact" and asked.allows(layout.line)
    if layout.line_rule == "multiple":
        return within(layout.line, asked.low, asked.high, _LINES_OFF)
    single = _SINGLE_LINE * (placed.line.letters.size if placed.line.letters else 0.0)
    points = max(layout.line, single) if layout.line_rule == "atLeast" else layout.line
    return within(points / single, asked.low, asked.high, _POINT / single)


def _spacing(layout: Layout) -> str:
    if layout.line_rule == "multiple":
        return f"Multiple {layout.line:.3g}"
    return f"{'Exactly' if layout.line_rule == 'exact' else 'At least'} {layout.line:.3g} pt"


def _asked(asked: Figure, exact: bool) -> str:
    low, high = asked.low, asked.high
    if not exact:
        return f"Multiple {low:g}–{high:g}"
    return f"Exactly {low:g} pt" if high is None else f"Exactly {low:g}–{high:g} pt"


RULES = (justified, indent, indent_typed, line_spacing, gap, empty_paragraph)
