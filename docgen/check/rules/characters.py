"""Characters, first half: how they look. Typeface, colour, size, what was marked or hidden."""

import re
from collections import Counter
from collections.abc import Iterator

from docgen.check.draft import Draft, main_letters
from docgen.check.legacy import legacy_font
from docgen.check.lettering import FEW, Stretch, gathered, softened, stretches, visible
from docgen.check.looks import sizes
from docgen.check.rule import Fault, rule
from docgen.model.form_values import Look
from docgen.model.reading import Letters, Piece, Placed

_SYMBOL_FONTS = re.compile(r"symbol|wingdings|webdings|mt extra|marlett|cambria math", re.IGNORECASE)
_ADDRESS = re.compile(r"https?:|www\.|\w@\w|\w\.vn\b")
_NEARLY_BLACK = 0x40  # of 255: a dark grey pasted from a web page, hardly seen in print
_MIXED = 0.05  # of the letters of the body
_PRACTICE = "theo thực tế: văn bản trình ký không còn dấu vết soạn thảo"


@rule(
    "characters.font",
    "F1 41",
    "error",
    ("{where} có chữ phông «{found}»; thể thức quy định {expected}.", "{where} in «{found}», not {expected}."),
    (
        "Chọn các chữ này (cả văn bản: Ctrl+A), chọn phông {expected}.",
        "Select the words (all: Ctrl+A) and choose {expected}.",
    ),
)
def font(draft: Draft) -> Iterator[Fault]:
    """Every letter stands in Times New Roman, whatever set its typeface: run, style or theme. Signs may differ.

    Why: HD 36, HD 05, NĐ 30: Times New Roman, Unicode.
    Wrong: a paragraph in Arial; all in Calibri by the theme. Right: Times New Roman.
    """
    asked = draft.form.font
    faults = []
    for seen in stretches(draft, lambda letters: bool(foreign_font(letters, asked.value))):
        name = foreign_font(seen.letters, asked.value)
        fault = Fault(seen.at, name, asked.value, asked.clause, snippet=seen.words)
        faults.append((softened(fault, seen.share < FEW), seen.count))
    yield from gathered(draft, faults)


def foreign_font(letters: Letters, asked: str) -> str:
    """The typeface that is none of the form's; one the file leaves open is Word's own Times New Roman."""
    for name in (letters.font, letters.other_font):
        if name and not (_plain(name).startswith(_plain(asked)) or _SYMBOL_FONTS.match(name) or legacy_font(name)):
            return name
    return ""


def _plain(name: str) -> str:
    return name.replace(" ", "").casefold()


@rule(
    "characters.colour",
    "F1",
    "error",
    ("{where} có chữ màu; thể thức quy định chữ đen.", "{where} in colour, not black."),
    ("Chọn các chữ này, vào Font Color, chọn Automatic.", "Select the words and choose Font Color › Automatic."),
)
def colour(draft: Draft) -> Iterator[Fault]:
    """Letters are black; a mark such as KHẨN may be red.

    Why: HD 36, HD 05, NĐ 30: black letters.
    Wrong: a deadline in red. Right: black.
    """
    asked = draft.form.colour
    faults = []
    for seen in stretches(draft, lambda letters: letters.color not in ("", asked.value)):
        if isinstance(seen.at, Placed) and seen.at.role == "mark":
            continue
        slight = _is_dark(seen.letters.color) or _ADDRESS.search(seen.words)
        fault = Fault(seen.at, seen.letters.color, asked.value, asked.clause, snippet=seen.words)
        faults.append((softened(fault, slight), seen.count))
    yield from gathered(draft, faults)


def _is_dark(color: str) -> bool:
    parts = [int(color[at : at + 2], 16) for at in (0, 2, 4)] if re.fullmatch("[0-9A-F]{6}", color) else [255]
    return max(parts) <= _NEARLY_BLACK


@rule(
    "characters.size",
    "F5",
    "error",
    ("{where} có cỡ chữ {found}; thể thức quy định {expected}.", "{where} in {found} pt, not {wanted}."),
    ("Chọn các đoạn này, đặt {expected}.", "Select the paragraphs and set {wanted}."),
)
def size(draft: Draft) -> Iterator[Fault]:
    """Paragraphs of the body, headings too, have the size of the guidance.

    Why: HD 36, HD 05: 14–15; NĐ 30: 13–14.
    Wrong: a Party paper in 13. Right: 14.
    """
    faults = []
    for placed in draft.prose:
        look, found = look_of(draft, placed), size_of(placed)
        if not look.allows(found):
            wanted = sizes(look)
            fault = Fault(placed, _figure(found), wanted.vi, look.clause, words={"wanted": wanted.en})
            faults.append((fault, len(placed.text)))
    yield from gathered(draft, faults)


@rule(
    "characters.mixed_sizes",
    "F6",
    "warning",
    ("{where} lẫn cỡ chữ {found} với cỡ {expected}.", "{where} with {found} pt among {expected} pt."),
    ("Đặt cả nội dung một cỡ chữ {expected}.", "Give the whole body {expected} pt."),
)
def mixed_sizes(draft: Draft) -> Iterator[Fault]:
    """The body has one size: no words of a size of their own, no second size in more than a twentieth of it.

    Why: practice; the guidance names one range, and one paper keeps to one size of it.
    Wrong: half of the body in 14, half in 15. Right: all in 14.
    """
    usual = Counter[float]()
    for placed in draft.prose:
        if placed.role != "heading":
            usual[size_of(placed)] += len(placed.text)
    if not usual:
        return
    [(main, _)] = usual.most_common(1)
    faults = [fault for placed in draft.prose for fault in _odd_words(draft, placed)]
    yield from gathered(draft, faults)
    others = [placed for placed in draft.prose if placed.role != "heading" and size_of(placed) != main]
    sound = [placed for placed in others if look_of(draft, placed).allows(size_of(placed))]
    if sound and sum(len(placed.text) for placed in sound) > _MIXED * usual.total():
        where = {"where": f"Nội dung, {len(sound)} đoạn,"}
        yield Fault(sound[0], _figure(size_of(sound[0])), _figure(main), look_of(draft, sound[0]).clause, words=where)


def _odd_words(draft: Draft, placed: Placed) -> Iterator[tuple[Fault, int]]:
    """Words within a paragraph whose size is none the guidance knows, where that of the paragraph is."""
    pieces = placed.line.pieces
    if len(pieces) == 1:
        return
    main, look = size_of(placed), look_of(draft, placed)
    odd = [piece for piece in pieces if piece.letters.size != main and visible(piece)]
    wrong: Piece | None = next((piece for piece in odd if not look.allows(piece.letters.size)), None)
    if wrong and look.allows(main):
        words, found = wrong.text.strip(), _figure(wrong.letters.size)
        yield Fault(placed, found, _figure(main), look.clause, snippet=words), len(words)


def size_of(placed: Placed) -> float:
    """What most of a paragraph is set in."""
    pieces = placed.line.pieces
    if len(pieces) == 1:
        return pieces[0].letters.size
    found = main_letters(placed, lambda letters: letters.size)
    return found if isinstance(found, float) else 0.0


def look_of(draft: Draft, placed: Placed) -> Look:
    """How the guidance wants a paragraph of the body."""
    looks = draft.form.looks
    return {"heading": looks.heading, "basis": looks.basis}.get(placed.role, looks.body)


def _figure(size: float) -> str:
    return f"{size:g}".replace(".", ",")


@rule(
    "characters.highlight",
    "",
    "warning",
    ("{where} còn chữ tô nền màu.", "{where} still has highlighted words."),
    ("Chọn các chữ này, vào Text Highlight Color, chọn No Color.", "Choose Text Highlight Color › No Color."),
)
def highlight(draft: Draft) -> Iterator[Fault]:
    """No words are left highlighted.

    Why: practice; the marker was meant for those who drafted.
    Wrong: a yellow deadline. Right: No Color.
    """
    yield from _left(draft, [*stretches(draft, lambda letters: letters.highlight)])


@rule(
    "characters.hidden",
    "",
    "warning",
    ("{where} có chữ ẩn, không hiện khi in.", "{where} has hidden words that do not print."),
    (
        "Chọn đoạn, mở hộp Font, bỏ dấu Hidden; xóa chữ nếu không dùng.",
        "Untick Hidden in the Font dialog, or delete the words.",
    ),
)
def hidden(draft: Draft) -> Iterator[Fault]:
    """No words are hidden: whoever gets the file reads them.

    Why: practice.
    Wrong: a remark left as hidden text. Right: deleted.
    """
    yield from _left(draft, [*stretches(draft, lambda letters: letters.hidden)])


def _left(draft: Draft, found: list[Stretch]) -> Iterator[Fault]:
    faults = [(Fault(seen.at, seen.words, "", _PRACTICE, snippet=seen.words), seen.count) for seen in found]
    yield from gathered(draft, faults)


RULES = (font, colour, size, mixed_sizes, highlight, hidden)
