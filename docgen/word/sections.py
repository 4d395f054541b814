"""Sheet and margins of a section (17.6): twips → millimetres."""

from lxml import etree

from docgen.measures import twips_to_mm
from docgen.model.reading import Section
from docgen.word.looks import W, is_on, value_of, whole

_A4 = (11906, 16838)


def section_of(element: etree._Element | None) -> Section:
    """A w:sectPr, without its headers and footers; A4 where the file says nothing."""
    size = element.find(W + "pgSz") if element is not None else None
    margins = element.find(W + "pgMar") if element is not None else None
    numbers = element.find(W + "pgNumType") if element is not None else None

    def length(of: etree._Element | None, name: str, default: int = 0) -> float:
        given = whole(of.get(W + name)) if of is not None else None
        return twips_to_mm(default if given is None else given)

    width, height = length(size, "w", _A4[0]), length(size, "h", _A4[1])
    return Section(
        width=width,
        height=height,
        top=abs(length(margins, "top")),
        bottom=abs(length(margins, "bottom")),
        left=length(margins, "left") + length(margins, "gutter"),
        right=length(margins, "right"),
        header=length(margins, "header"),
        landscape=width > height,
        first_page_differs=is_on(value_of(element, "titlePg")),
        starts_at=whole(numbers.get(W + "start")) if numbers is not None else None,
        number_format=numbers.get(W + "fmt", "decimal") if numbers is not None else "decimal",
    )
