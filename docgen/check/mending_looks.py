"""How letters and sheets are mended: those of a component, of the body, of the whole paper."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from docgen.check.draft import Draft, main_letters, mostly
from docgen.check.legacy import legacy_encoding, legacy_font
from docgen.check.looks import CAPITALS, CENTRED, LETTERS, SIZE, SLANT, UNDERLINE, WEIGHT, off_centre
from docgen.check.rules.address import ADDRESS, address_of
from docgen.check.rules.characters import foreign_font, look_of, size_of
from docgen.model.document import Role
from docgen.model.form import Form
from docgen.model.form_values import Figure, Look
from docgen.model.mend import Mend, Relaid, Relettered, Repaged
from docgen.model.reading import Letters, Line, Placed, Section

Mender = Callable[[Draft], Iterable[Mend]]
Wanted = Mapping[str, float | bool | str]
_SIDES = ("top", "bottom", "left", "right")


def component(role: Role, look: Callable[[Form], Look | None], judged: Iterable[str] = LETTERS) -> Mender:
    """Every line of a role whose letters differ from its look as the rule on it sees them."""
    names = tuple(judged)

    def mend(draft: Draft) -> Iterator[Mend]:
        asked = look(draft.form)
        for placed in draft.of(role) if asked else ():
            yield from _as_asked(placed, asked, names)

    return mend


def _as_asked(placed: Placed, look: Look | None, judged: Iterable[str]) -> Iterator[Mend]:
    """What most of a line has wrong is set for all of it; a slip inside a sound line is left alone."""
    if look is None:
        return
    wanted: dict[str, float | bool | str] = {}
    size = main_letters(placed, lambda letters: letters.size)
    if SIZE in judged and isinstance(size, float) and not look.allows(size):
        wanted[SIZE] = nearest(size, look.low or look.size, look.high or look.size)
    for name in (WEIGHT, SLANT, UNDERLINE):
        if name in judged and mostly(placed, name) != getattr(look, name):
            wanted[name] = getattr(look, name)
    if CAPITALS in judged and look.caps and placed.text != placed.text.upper() and not mostly(placed, CAPITALS):
        wanted[CAPITALS] = True
    yield from letters_of(placed.line, lambda letters: wanted)
    if CENTRED in judged and off_centre(placed):
        yield Relaid(placed.line, {"alignment": "center"})


def letters_of(line: Line, wanted: Callable[[Letters], Wanted]) -> Iterator[Mend]:
    """Pieces of a line that lack what is wanted of their letters."""
    at = 0
    for piece in line.pieces:
        missing = {
            name: value for name, value in wanted(piece.letters).items() if getattr(piece.letters, name) != value
        }
        if missing and piece.text:
            yield Relettered(line, at, at + len(piece.text), missing)
        at += len(piece.text)


def _has(letters: Letters, name: str) -> object:
    """A typeface only where Vietnamese letters have it too."""
    return "" if name == "font" and letters.other_font else getattr(letters, name)


def nearest(measured: float, low: object, high: object) -> float:
    """The figure of a range, open where it is None, that is next to what was measured."""
    floor = measured if low is None else max(measured, float(str(low)))
    return floor if high is None else min(floor, float(str(high)))


def title_lines(draft: Draft) -> Iterator[Mend]:
    """The title, and the motto below it where the form has one."""
    looks = draft.form.looks
    for placed, look in zip(draft.of("title"), (looks.title, looks.motto), strict=False):
        yield from _as_asked(placed, look, LETTERS)


def subject_lines(draft: Draft) -> Iterator[Mend]:
    """The subject below a kind, or that of a letter."""
    looks = draft.form.looks
    look, judged = (looks.subject, (*LETTERS, CENTRED)) if draft.kind else (looks.letter_subject, LETTERS)
    for placed in draft.of("subject"):
        yield from _as_asked(placed, look, judged)


def label_line(draft: Draft) -> Iterator[Mend]:
    """«Nơi nhận:»: a line drawn below it stands for an underline."""
    for placed in draft.of("recipients_label")[:1]:
        judged = (SIZE, WEIGHT, SLANT) if placed.line.drawn else (SIZE, WEIGHT, SLANT, UNDERLINE)
        yield from _as_asked(placed, draft.form.looks.recipients_label, judged)


def address_word(draft: Draft) -> Iterator[Mend]:
    """«Kính gửi:» without the names behind it."""
    placed = address_of(draft)
    found = ADDRESS.match(placed.line.words) if placed else None
    if placed and found:
        word = Placed(placed.line.cut(0, found.end()), placed.role)
        yield from _as_asked(word, draft.form.looks.address, (SIZE, WEIGHT, SLANT))


def fonts(draft: Draft) -> Iterator[Mend]:
    """The typeface of the form for letters in another; not where it would show other letters than it does now."""
    asked = draft.form.font.value
    for line in written(draft):
        yield from letters_of(line, lambda letters: {"font": asked} if foreign_font(letters, asked) else {})


def old_fonts(draft: Draft) -> Iterator[Mend]:
    """The typeface of the form for Unicode text in one of before Unicode."""
    asked = {"font": draft.form.font.value}
    for line in written(draft):
        if not legacy_encoding(line.text):
            yield from letters_of(line, lambda letters: asked if _is_old(letters) else {})


def _is_old(letters: Letters) -> bool:
    return legacy_font(letters.font) or legacy_font(letters.other_font)


def colours(draft: Draft) -> Iterator[Mend]:
    """Black, but for marks."""
    asked = draft.form.colour.value
    marks = {id(placed.line) for placed in draft.of("mark")}
    for line in written(draft):
        if id(line) not in marks:
            yield from letters_of(line, lambda letters: {"color": asked} if letters.color else {})


def highlights(draft: Draft) -> Iterator[Mend]:
    """Nothing highlighted."""
    for line in written(draft):
        yield from letters_of(line, lambda letters: {"highlight": False})


def written(draft: Draft) -> Iterator[Line]:
    """Every line of the paper, of its headers, footers and notes."""
    return (at.line if isinstance(at, Placed) else at for at in draft.written)


def sizes(draft: Draft) -> Iterator[Mend]:
    """Paragraphs whose size is out of the range: that of most of the body, else the next in the range."""
    usual = _usual_size(draft)
    for placed in draft.prose:
        look, own = look_of(draft, placed), size_of(placed)
        if not look.allows(own):
            size = (
                usual if usual and look.allows(usual) else nearest(own, look.low or look.size, look.high or look.size)
            )
            yield from letters_of(placed.line, lambda letters, size=size: {"size": size})  # type: ignore[misc]


def one_size(draft: Draft) -> Iterator[Mend]:
    """The body in the size most of it has; words of a strange size in that of their paragraph."""
    usual = _usual_size(draft)
    for placed in draft.prose:
        own = size_of(placed)
        if look_of(draft, placed).allows(own):
            size = usual if usual and placed.role != "heading" else own
            yield from letters_of(placed.line, lambda letters, size=size: {"size": size})  # type: ignore[misc]


def _usual_size(draft: Draft) -> float:
    """The size in the range that most letters of the body have; 0 when none is."""
    usual = Counter[float]()
    for placed in draft.prose:
        if placed.role != "heading" and look_of(draft, placed).allows(size_of(placed)):
            usual[size_of(placed)] += len(placed.text)
    return max(usual, key=usual.__getitem__, default=0.0)


def page_number(draft: Draft) -> Iterator[Mend]:
    """Lines that hold the number of the page."""
    for line in _page_numbers(draft):
        yield from _as_asked(Placed(line, "other"), draft.form.looks.page_number, (SIZE, WEIGHT, SLANT))


def page_number_centred(draft: Draft) -> Iterator[Mend]:
    """Numbers on top, into the middle."""
    on_top = {id(line) for section in draft.reading.sections for lines in section.headers.values() for line in lines}
    for line in _page_numbers(draft):
        if id(line) in on_top and not line.box and "\t" not in line.words:
            yield Relaid(line, {"alignment": "center"})


def _page_numbers(draft: Draft) -> Iterator[Line]:
    return (line for line in draft.reading.marginal if "PAGE" in line.fields)


def margins(draft: Draft) -> Iterator[Mend]:
    """Wrong margins of upright sheets; a turned one is left to who turned it."""
    for index, section in enumerate(draft.reading.sections):
        if not section.landscape:
            yield from _sheet(draft, index, section, _SIDES)


def header_distance(draft: Draft) -> Iterator[Mend]:
    """How far the number of the page stands from the edge."""
    for index, section in enumerate(draft.reading.sections):
        yield from _sheet(draft, index, section, ("header",))


def _sheet(draft: Draft, index: int, section: Section, names: Iterable[str]) -> Iterator[Mend]:
    asked: dict[str, Figure] = {name: getattr(draft.form.page, name) for name in names}
    page = {
        name: nearest(getattr(section, name), figure.low or figure.value, figure.high or figure.value)
        for name, figure in asked.items()
        if not figure.allows(getattr(section, name))
    }
    if page:
        yield Repaged(index, page)


def sheet_size(draft: Draft) -> Iterator[Mend]:
    """A4, the way the sheet is turned."""
    page = draft.form.page
    for index, section in enumerate(draft.reading.sections):
        short, long = sorted((section.width, section.height))
        if not (page.width.allows(short) and page.height.allows(long)):
            sides = sorted((float(page.width.value), float(page.height.value)), reverse=section.landscape)
            yield Repaged(index, dict(zip(("width", "height"), sides, strict=True)))
