"""Form that changed: letters and layout of passages both drafts have, set-up of the page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.compare.couples import Couple, coupled, ends_of_moves
from docgen.compare.matching import said
from docgen.compare.passages import Passage
from docgen.compare.reading_changes import change
from docgen.compare.sentences import place
from docgen.model.change import Change
from docgen.model.finding import Said
from docgen.model.reading import Layout, Letters, Reading, Section
from docgen.tokens import Token

_LETTERS = {
    "font": Said("phông chữ", "font"), "size": Said("cỡ chữ", "size"), "bold": Said("chữ đậm", "bold"),
    "italic": Said("chữ nghiêng", "italic"), "underline": Said("gạch chân", "underline"),
    "caps": Said("chữ in hoa", "capitals"), "color": Said("màu chữ", "colour"),
    "highlight": Said("tô nền", "highlight"), "hidden": Said("chữ ẩn", "hidden"), "spaced": Said("giãn chữ", "spacing"),
}  # fmt: skip
_LAYOUT = {
    "alignment": Said("căn lề", "alignment"), "first": Said("thụt dòng đầu", "first line"),
    "left": Said("lùi trái", "left indent"), "right": Said("lùi phải", "right indent"),
    "before": Said("khoảng cách trước", "space before"), "after": Said("khoảng cách sau", "space after"),
    "line": Said("giãn dòng", "line spacing"), "new_page": Said("sang trang mới", "new page"),
}  # fmt: skip
_PAGE = {
    "width": Said("khổ rộng", "width"), "height": Said("khổ cao", "height"), "top": Said("lề trên", "top margin"),
    "bottom": Said("lề dưới", "bottom margin"), "left": Said("lề trái", "left margin"),
    "right": Said("lề phải", "right margin"), "header": Said("khoảng cách đầu trang", "header distance"),
    "first_page_differs": Said("trang đầu khác", "first page differs"),
    "starts_at": Said("số trang bắt đầu", "first number"),
    "number_format": Said("kiểu số trang", "page number format"), "mirrored": Said("lề đối xứng", "mirrored margins"),
}  # fmt: skip
_UNITS = {"size": " pt", "before": " pt", "after": " pt"} | dict.fromkeys(
    ("first", "left", "right", "width", "height", "top", "bottom", "header"), " mm"
)
_WORDS = {
    "both": Said("đều hai bên", "justified"), "left": Said("trái", "left"), "center": Said("giữa", "centred"),
    "right": Said("phải", "right"), "True": Said("có", "yes"), "False": Said("không", "no"),
    "": Said("tự động", "automatic"), "None": Said("tự động", "automatic"),
}  # fmt: skip
_NEAR = 0.15  # mm or pt: what rounding does


@dataclass(frozen=True)
class Difference:
    """One look that differs: its name, both values, and the words it differs in when not in all."""

    name: Said
    old: Said
    new: Said
    words: str = ""

    def sentence(self, language: int) -> str:
        """`cỡ chữ 14 → 16 pt`, with the words concerned."""
        inside = f" («{self.words}»)" if self.words else ""
        return f"{self.name[language]}{inside} {self.old[language]} → {self.new[language]}"


@dataclass(frozen=True)
class Stretch:
    """Neighbouring passages that changed in the same way."""

    differences: tuple[Difference, ...]
    at: tuple[int, ...]
    passages: tuple[Passage, ...]

    def as_change(self) -> Change:
        """The stretch as one change of form."""
        first, last = place(self.passages[0].where), place(self.passages[-1].where)
        heads = [
            _head(a, b, len(self.passages), language) for language, (a, b) in enumerate(zip(first, last, strict=True))
        ]
        message = Said(
            *(f"{head}: {'; '.join(d.sentence(n) for d in self.differences)}" for n, head in enumerate(heads))
        )
        old, new = ("; ".join(f"{d.name.vi} {side}" for d, side in _sides(self.differences, at)) for at in (0, 1))
        return change("format", "format", self.passages[0].where, old, new, message)


def _sides(differences: Sequence[Difference], at: int) -> Iterator[tuple[Difference, str]]:
    return ((one, (one.old, one.new)[at].vi) for one in differences)


def _head(first: str, last: str, count: int, language: int) -> str:
    label = ("Hình thức", "Form")[language]
    if count == 1:
        return f"{label} {first}".strip()
    return f"{label} {first} … {last} ({count} {('đoạn', 'passages')[language]})"


def stretches(found: Sequence[Couple], strict: bool) -> Iterator[Stretch]:
    """Changes of form of all passages, neighbours that changed alike together."""
    open_one: Stretch | None = None
    for at, old, new, couple in _both(found, strict):
        differences = tuple(_differences(old, new, couple))
        if open_one and open_one.differences == differences:
            open_one = Stretch(differences, (*open_one.at, at), (*open_one.passages, new))
            continue
        if open_one:
            yield open_one
        open_one = Stretch(differences, (at,), (new,)) if differences else None
    if open_one:
        yield open_one


def page_changes(old: Reading, new: Reading) -> Iterator[Change]:
    """Sheets and margins that changed, section by section."""
    if len(old.sections) != len(new.sections):
        a, b = str(len(old.sections)), str(len(new.sections))
        yield change("format", "format", "page", a, b, Said(f"Số phần của trang in: {a} → {b}", f"Sections: {a} → {b}"))
        return
    before: list[Difference] = []
    for count, (one, other) in enumerate(zip(old.sections, new.sections, strict=True), 1):
        found = [difference for name in _PAGE if (difference := _difference(name, _PAGE[name], one, other))]
        if found and found != before:
            yield _page_change(found, count)
        before = found


def _page_change(found: Sequence[Difference], section: int) -> Change:
    at = Said("", "") if section == 1 else Said(f", phần {section}", f", section {section}")
    vi, en = ("; ".join(one.sentence(language) for one in found) for language in (0, 1))
    old, new = ("; ".join(f"{d.name.vi} {side}" for d, side in _sides(found, at_)) for at_ in (0, 1))
    return change("format", "format", "page", old, new, Said(f"Trang giấy{at.vi}: {vi}", f"Page{at.en}: {en}"))


def _both(found: Sequence[Couple], strict: bool) -> Iterator[tuple[int, Passage, Passage, Couple]]:
    """Every pair of passages, of cells in rows and of ends of moves."""
    moves = {end: (start, end) for start, end in ends_of_moves(found)}
    for at, couple in enumerate(found):
        if at in moves:
            old, new = found[moves[at][0]].old, couple.new
            couple = coupled(old, new, strict) if old and new else couple
        for one in couple.cells or (couple,):
            if one.old and one.new:
                yield at, one.old, one.new, one


def _differences(old: Passage, new: Passage, couple: Couple) -> Iterator[Difference]:
    pairs = list(_equal_letters(old, new, couple))
    if any(before != after for _, before, after in pairs):
        for name, label in _LETTERS.items():
            yield from _in_letters(name, label, pairs)
    if pairs and not (old.joints or new.joints):
        for name, label in _LAYOUT.items():
            difference = _difference(name, label, old.layout, new.layout)
            if difference:
                yield difference


def _equal_letters(old: Passage, new: Passage, couple: Couple) -> Iterator[tuple[Token, Letters, Letters]]:
    for edit in couple.edits:
        if edit.op == "equal" and edit.b - edit.a == edit.d - edit.c:
            for a, c in zip(range(edit.a, edit.b), range(edit.c, edit.d), strict=True):
                before, after = old.looks[a], new.looks[c]
                if before and after and not new.tokens[c].blank:
                    yield new.tokens[c], before, after


def _in_letters(name: str, label: Said, pairs: Sequence[tuple[Token, Letters, Letters]]) -> Iterator[Difference]:
    """Where one attribute of letters differs: over all words, or over some of them."""
    unlike = [at for at, (_, before, after) in enumerate(pairs) if _unlike(name, before, after)]
    start = 0
    for end in range(1, len(unlike) + 1):
        if (
            end == len(unlike)
            or unlike[end] != unlike[end - 1] + 1
            or _values(name, pairs, unlike, end) != _values(name, pairs, unlike, start)
        ):
            places = unlike[start:end]
            words = "" if len(places) == len(pairs) else _joined([pairs[at][0] for at in places])
            old, new = _values(name, pairs, unlike, start)
            yield Difference(label, _value(name, old), _value(name, new, _UNITS.get(name, "")), words)
            start = end


def _joined(tokens: Sequence[Token]) -> str:
    return said([part for token in tokens for part in (token, Token(" ", " "))])


def _values(
    name: str, pairs: Sequence[tuple[Token, Letters, Letters]], unlike: Sequence[int], at: int
) -> tuple[object, object]:
    _, before, after = pairs[unlike[at]]
    return getattr(before, name), getattr(after, name)


def _difference(name: str, label: Said, old: Layout | Section, new: Layout | Section) -> Difference | None:
    if not _unlike(name, old, new):
        return None
    unit = _UNITS.get(name, "")
    if name == "line":
        return Difference(label, _line(old), _line(new))
    return Difference(label, _value(name, getattr(old, name)), _value(name, getattr(new, name), unit))


def _unlike(name: str, old: Letters | Layout | Section, new: Letters | Layout | Section) -> bool:
    a, b = getattr(old, name), getattr(new, name)
    if name == "color":
        return (a or "000000") != (b or "000000")
    if name == "line":
        return getattr(old, "line_rule", "") != getattr(new, "line_rule", "") or abs(a - b) > _NEAR / 10
    if isinstance(a, float) and isinstance(b, float):
        return abs(a - b) > _NEAR
    return bool(a != b)


def _line(layout: Layout | Section) -> Said:
    assert isinstance(layout, Layout)
    if layout.line_rule == "multiple":
        return Said(f"{layout.line:g} dòng", f"{layout.line:g} lines")
    rule = Said("đúng", "exactly") if layout.line_rule == "exact" else Said("ít nhất", "at least")
    return Said(f"{rule.vi} {layout.line:g} pt", f"{rule.en} {layout.line:g} pt")


def _value(name: str, value: object, unit: str = "") -> Said:
    if name in ("font", "color") and value:
        return Said(str(value), str(value))
    if isinstance(value, float):
        shown = f"{round(value, 1):g}"
        return Said(shown.replace(".", ",") + unit, shown + unit)
    return _WORDS.get(str(value), Said(str(value), str(value)))
