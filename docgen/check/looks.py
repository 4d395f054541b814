"""The look of a component against its form: size, weight, slant, capitals, underline, told as one fault."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from docgen.check.draft import main_letters, mostly
from docgen.check.rule import Fault
from docgen.model.finding import Said
from docgen.model.form_values import Look
from docgen.model.reading import Placed

SIZE, WEIGHT, SLANT, CAPITALS, UNDERLINE = "size", "bold", "italic", "caps", "underline"
SMALL, CENTRED = "small", "centred"
LETTERS = (SIZE, WEIGHT, SLANT, CAPITALS)  # what most components are judged by
_IS: dict[str, Said] = {
    WEIGHT: Said("đậm", "bold"),
    SLANT: Said("nghiêng", "italic"),
    CAPITALS: Said("in hoa", "in capitals"),
    UNDERLINE: Said("gạch chân", "underlined"),
}
_IS_NOT: dict[str, Said] = {
    WEIGHT: Said("không đậm", "not bold"),
    SLANT: Said("đứng", "upright"),
    CAPITALS: Said("chữ thường", "in lower case"),
    UNDERLINE: Said("không gạch chân", "not underlined"),
}


_PUSHED = 20.0  # mm of indent


class _Difference(NamedTuple):
    found: Said
    expected: Said


def misprint(lines: Iterable[Placed], look: Look, judged: Iterable[str] = LETTERS) -> Fault | None:
    """The first line whose letters are not as the form asks; `how` and `wanted` say every difference in words.

    A small slip inside a line is no fault: what most of its letters have counts.
    """
    judged = tuple(judged)
    for placed in lines:
        differences = list(_differences(placed, look, judged))
        if differences:
            how, wanted = _told(one.found for one in differences), _told(one.expected for one in differences)
            return Fault(placed, how.vi, wanted.vi, look.clause, words={"how": how, "wanted": wanted})
    return None


def _differences(placed: Placed, look: Look, judged: tuple[str, ...]) -> Iterator[_Difference]:
    size = main_letters(placed, lambda letters: letters.size)
    if SIZE in judged and isinstance(size, float) and not look.allows(size):
        yield _Difference(Said(f"cỡ {_figure(size)}", f"{size:g} pt"), sizes(look))
    for name in (WEIGHT, SLANT, UNDERLINE):
        if name in judged and mostly(placed, name) != getattr(look, name):
            words = (_IS_NOT[name], _IS[name]) if getattr(look, name) else (_IS[name], _IS_NOT[name])
            yield _Difference(*words)
    if CAPITALS in judged and look.caps and placed.text != placed.text.upper() and not mostly(placed, CAPITALS):
        yield _Difference(_IS_NOT[CAPITALS], _IS[CAPITALS])
    if SMALL in judged and (placed.text.isupper() or mostly(placed, CAPITALS)):
        yield _Difference(_IS[CAPITALS], Said("chữ in thường", "in small letters"))
    if CENTRED in judged and off_centre(placed):
        yield _Difference(Said("không ở giữa", "not centred"), Said("căn giữa", "centred"))


def off_centre(placed: Placed) -> bool:
    """Whether a line begins at the left margin or ends at the right one; one pushed to the middle by hand does not."""
    layout, words = placed.line.layout, placed.line.words
    return layout.alignment != "center" and not placed.line.cell and layout.left < _PUSHED and not words[:1].isspace()


def sizes(look: Look) -> Said:
    """The sizes a look accepts: `cỡ 14` or `cỡ 14–15`."""
    low, high = look.low or look.size, look.high or look.size
    figures = _figure(float(low)) if low == high else f"{_figure(float(low))}–{_figure(float(high))}"
    return Said(f"cỡ {figures}", f"{figures.replace(',', '.')} pt")


def _figure(size: float) -> str:
    return f"{size:g}".replace(".", ",")


def _told(words: Iterable[Said]) -> Said:
    vi, en = zip(*words, strict=True)
    return Said(", ".join(vi), ", ".join(en))
