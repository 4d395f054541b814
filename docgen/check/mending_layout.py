"""How the layout of the body is mended: alignment, first lines, spacing, gaps; a bullet that is bold."""

from collections.abc import Iterator

from docgen.check.draft import Draft
from docgen.check.marks import PARTS, SECTIONS
from docgen.check.rules.layout import (
    ONE_LINE,
    SPACER,
    begin_of,
    deeper,
    height_of,
    neighbours,
    spaced_right,
    typed_in,
)
from docgen.check.rules.numbering import marked_lines
from docgen.model.mend import Mend, Relaid, Removed, Retyped
from docgen.model.reading import Placed


def justified(draft: Draft) -> Iterator[Mend]:
    """Long paragraphs to both sides."""
    for placed in draft.prose:
        if placed.role != "heading" and len(placed.text) > ONE_LINE and placed.line.layout.alignment != "both":
            yield Relaid(placed.line, {"alignment": "both"})


def centred(draft: Draft) -> Iterator[Mend]:
    """«Chương I» in the middle."""
    for placed, mark in marked_lines(draft):
        if mark.series in (*PARTS, *SECTIONS):
            yield Relaid(placed.line, {"alignment": "center"})


def indents(draft: Draft) -> Iterator[Mend]:
    """First lines set in as far as the form says."""
    asked = draft.form.body.indent
    for placed in draft.prose:
        wrong = not (asked.allows(begin_of(placed)) or deeper(placed, asked))
        if placed.role != "heading" and not typed_in(placed) and wrong:
            yield _set_in(draft, placed)


def typed_indents(draft: Draft) -> Iterator[Mend]:
    """Blanks and tabs in front of a paragraph, for layout."""
    for placed in filter(typed_in, draft.prose):
        words = placed.line.words
        yield Retyped(placed.line, 0, len(words) - len(words.lstrip()))
        yield _set_in(draft, placed)


def _set_in(draft: Draft, placed: Placed) -> Mend:
    return Relaid(placed.line, {"left": 0.0, "first": float(draft.form.body.indent.value)})


def line_spacing(draft: Draft) -> Iterator[Mend]:
    """Lines as far apart as the form says."""
    body = draft.form.body
    rule = "exact" if body.line_exact.value else "multiple"
    for placed in draft.prose:
        if not spaced_right(placed, body.line, body.line_exact.value):
            yield Relaid(placed.line, {"line_rule": rule, "line": float(body.line.value)})


def gaps(draft: Draft) -> Iterator[Mend]:
    """What is left after a paragraph, so that the next one stands far enough from it."""
    asked = draft.form.body.gap
    for above, empty, below in neighbours(draft):
        before = below.line.layout.before
        if not empty and not asked.allows(above.line.layout.after + before):
            yield Relaid(above.line, {"after": max(float(asked.value) - before, 0.0)})


def empty_paragraphs(draft: Draft) -> Iterator[Mend]:
    """Empty paragraphs for gaps."""
    asked = float(draft.form.body.gap.value)
    for above, empty, below in neighbours(draft):
        if any(height_of(one) > SPACER for one in empty):
            yield from (Removed(one.line) for one in empty)
            if above.line.layout.after + below.line.layout.before < asked:
                yield Relaid(above.line, {"after": asked - below.line.layout.before})
