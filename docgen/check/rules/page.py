"""Page: sheet, margins, page number."""

from collections.abc import Iterator

from docgen.check.draft import Draft
from docgen.check.rule import Fault, rule
from docgen.model.finding import Said
from docgen.model.form_values import Figure
from docgen.model.reading import Section

_SIDES: tuple[tuple[str, Said], ...] = (
    ("top", Said("trên", "top")),
    ("bottom", Said("dưới", "bottom")),
    ("left", Said("trái", "left")),
    ("right", Said("phải", "right")),
)


@rule(
    "page.margins",
    "P2 39",
    "error",
    (
        "Lề {side} là {found} mm, thể thức quy định {expected} mm.",
        "The {side} margin is {found} mm, not {expected} mm.",
    ),
    (
        "Vào Layout › Margins, đặt lề {side} {expected} mm.",
        "Set the {side} margin to {expected} mm under Layout › Margins.",
    ),
)
def margins(draft: Draft) -> Iterator[Fault]:
    """Margins of every sheet are those of the guidance; a landscape sheet is the portrait one turned.

    Why: HD 36, HD 05: 20, 20, 30, 15 mm; NĐ 30: 20–25, 20–25, 30–35, 15–20 mm.
    Wrong: right margin 20 mm in a Party paper. Right: right margin 15 mm.
    """
    for section in draft.reading.sections[:1]:
        yield from _margins(draft, section)


def _margins(draft: Draft, section: Section) -> Iterator[Fault]:
    for name, side in _SIDES:
        expected: Figure = getattr(draft.form.page, name)
        found = getattr(section, name)
        if not section.landscape and not expected.allows(found):
            yield Fault(None, f"{found:g}", f"{expected.value:g}", expected.clause, words={"side": side})


RULES = (margins,)
