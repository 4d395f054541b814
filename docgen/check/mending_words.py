"""How signs, blanks and padding are mended: what changes is never a letter, and of figures only zeros in front."""

import difflib
import re
from collections.abc import Iterator

from docgen.check.draft import Draft
from docgen.check.drawn import drawn_in, typed_in
from docgen.check.looks import SIZE, SLANT, WEIGHT
from docgen.check.marks import sign_after
from docgen.check.mending_looks import letters_of
from docgen.check.number_line import number_line, padded, written
from docgen.check.receivers import items
from docgen.check.rules.authority import PREFIX, plain, right_prefixes
from docgen.check.rules.basis import bases_of
from docgen.check.rules.numbering import asked_mark, glued_mark, marked_lines, uneven_headings
from docgen.check.title import motto_of
from docgen.model.mend import Added, Mend, Relettered, Retyped
from docgen.model.reading import Placed

_SIGNS_AFTER = re.compile(r"[\s,;.:/]*\Z")
_COLON = re.compile(r"[^\W\d_]+(\s*(?::|\.(?![.…]))\s*|)")
_AROUND_SIGN = re.compile(r"[^\S\n]+(?=[-–—/])|(?<=[-–—/])[^\S\n]+")
_FIGURE = re.compile(r"\d+")
_DAY = re.compile(r"\b[Nn]gày\s*(\d+)")
_MONTH = re.compile(r"\b[Tt]háng\s*(\d+)")
_PLACE = re.compile(r".*?\S(?=\s*\b[Nn]gày\b)")
_BULLET = re.compile(r"[-–—+•▪*]?\s*")
_QUOTES = '"”»)'
_HYPHENS = "-–+"


def rewrite(placed: Placed, old: str, new: str) -> Iterator[Mend]:
    """The first `old` in a line becomes `new`, sign by sign; nothing at all when a letter or a figure would change."""
    at = placed.line.words.find(old)
    if old and at >= 0 and _letters(old) == _letters(new):
        matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
        for kind, start, end, begin, stop in matcher.get_opcodes():
            if kind != "equal":
                yield Retyped(placed.line, at + start, at + end, new[begin:stop])


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def retyped(placed: Placed, start: int, end: int, text: str = "") -> Mend:
    """A change of `placed.text`: offsets count from the first visible character of the line."""
    lead = len(placed.line.words) - len(placed.line.words.lstrip())
    return Retyped(placed.line, lead + start, lead + end, text)


def _end(placed: Placed, sign: str, ignored: str = "") -> Iterator[Mend]:
    """The signs a line ends in become one; `ignored` may stand behind them."""
    text = placed.text.rstrip(ignored)
    found = _SIGNS_AFTER.search(text)
    if found and found.group() != sign:
        yield retyped(placed, found.start(), found.end(), sign)


def number_colon(draft: Draft) -> Iterator[Mend]:
    """The sign behind «Số», and one blank."""
    line, asked = number_line(draft), draft.form.number.colon.value
    found = _COLON.match(line.at.text) if line and line.word else None
    if line and found and line.colon != asked:
        yield retyped(line.at, *found.span(1), ": " if asked and line.digits else ":" if asked else " ")


def number_spaces(draft: Draft) -> Iterator[Mend]:
    """No blanks around the signs of a number, one behind «Số»."""
    line = number_line(draft)
    figure = _FIGURE.search(line.at.text) if line and line.digits else None
    if line and figure:
        for blank in _AROUND_SIGN.finditer(line.at.text, figure.end()):
            yield retyped(line.at, *blank.span())
        if line.at.text[: figure.start()][-1:].isalpha():
            yield retyped(line.at, figure.start(), figure.start(), " ")


def number_padding(draft: Draft) -> Iterator[Mend]:
    """Zeros in front of the number."""
    line = number_line(draft)
    figure = _FIGURE.search(line.at.text) if line and line.digits else None
    if line and figure:
        yield from _padded(line.at, figure.start(), figure.group(), padded(line, draft.form))


def date_padding(draft: Draft) -> Iterator[Mend]:
    """Zeros in front of the day and the month."""
    at, date = draft.first("place_date"), draft.form.date
    for pattern, below in ((_DAY, date.pad_days_below), (_MONTH, date.pad_months_below)):
        found = pattern.search(at.text) if at else None
        if at and found:
            value = int(found[1])
            asked = f"{value:02d}" if value < int(below.value) else str(value)
            yield from _padded(at, found.start(1), found[1], asked)


def _padded(placed: Placed, at: int, given: str, asked: str) -> Iterator[Mend]:
    if given != asked and asked.endswith(given):
        yield retyped(placed, at, at, asked.removesuffix(given))
    elif given != asked and given.endswith(asked):
        yield retyped(placed, at, at + len(given) - len(asked))


def date_comma(draft: Draft) -> Iterator[Mend]:
    """A comma behind the place."""
    at = draft.first("place_date")
    found = _PLACE.match(at.text) if at else None
    if at and found and not found.group().endswith(","):
        yield retyped(at, found.end(), found.end(), ",")


def motto(draft: Draft) -> Iterator[Mend]:
    """The signs between the parts of the motto."""
    at, asked = motto_of(draft), draft.form.motto_text
    if at and asked:
        yield from rewrite(at, at.text, asked.value)


def subject_end(draft: Draft) -> Iterator[Mend]:
    """No full stop behind the subject."""
    for placed in draft.of("subject")[-1:]:
        yield from _end(placed, "")


def subject_rule(draft: Draft) -> Iterator[Mend]:
    """The hyphens below the subject; a line drawn there is left to a person."""
    asked, look = draft.form.subject_rule, draft.form.looks.rule
    typed, subject = draft.first("rule") or typed_in(draft).get("below"), draft.of("subject")
    if typed and not asked.drawn:
        yield from rewrite(typed, typed.text, asked.value)
    elif subject and look and not asked.drawn and not drawn_in(draft)["below"]:
        shape: dict[str, float | bool | str] = {SIZE: float(look.size), WEIGHT: look.bold, SLANT: look.italic}
        yield Added(subject[-1].line, asked.value, {"font": draft.form.font.value, **shape})


def number_signs(draft: Draft) -> Iterator[Mend]:
    """The hyphen and the slash of the number and its symbol, each at the place of the other."""
    line = number_line(draft)
    if line and not line.year:
        yield from rewrite(line.at, line.at.text, written(line, draft.form))


def basis_signs(draft: Draft) -> Iterator[Mend]:
    """The sign behind every căn cứ and behind the last."""
    bases, signs = bases_of(draft), draft.form.basis
    for placed in bases:
        wanted = signs.last if placed is bases[-1] else signs.separator
        if not wanted.allows(placed.text[-1]):
            yield from _end(placed, wanted.value)


def basis_dashes(draft: Draft) -> Iterator[Mend]:
    """A dash in front of every căn cứ, or none."""
    dashed = draft.form.basis.dash
    for placed in bases_of(draft) if dashed else ():
        found = _BULLET.match(placed.text)
        if found and dashed:
            yield retyped(placed, *found.span(), "- " if dashed.value else "")


def closing(draft: Draft) -> Iterator[Mend]:
    """The sign that ends the body."""
    if draft.prose:
        yield from _end(draft.prose[-1], draft.form.body.closing.value, _QUOTES)


def glued(draft: Draft) -> Iterator[Mend]:
    """A blank between the mark of a paragraph and its words."""
    for placed in draft.body:
        mark = glued_mark(placed)
        if mark:
            yield retyped(placed, len(mark), len(mark), " ")


def mark_signs(draft: Draft) -> Iterator[Mend]:
    """The sign behind the mark of a paragraph, where the mark itself is as it should be."""
    for placed, mark in marked_lines(draft):
        sign = sign_after(placed, mark.number).strip()
        _, expected = asked_mark(draft.form.body, mark, sign)
        if expected:
            yield from rewrite(placed, mark.number + sign, expected)


def heading_signs(draft: Draft) -> Iterator[Mend]:
    """The sign behind the number of a heading, as most of its level have it."""
    for odd, _ in uneven_headings(draft):
        for placed, found, usual in odd:
            yield from rewrite(placed, found, usual)


def bullets(draft: Draft) -> Iterator[Mend]:
    """A hyphen for other signs, in the weight of its words."""
    for placed in (one for one in draft.body if one.role == "dash"):
        if placed.text[0] not in _HYPHENS:
            yield retyped(placed, 0, 1, "-")
        yield from (
            mend
            for mend in letters_of(placed.line, lambda letters: {"bold": False})
            if isinstance(mend, Relettered) and mend.start == 0 and not _letters(placed.line.words[: mend.end])
        )


def prefixes(draft: Draft) -> Iterator[Mend]:
    """The stroke or the stop of T/M, TM."""
    for placed in draft.of("authority"):
        found = PREFIX.match(plain(placed.text))
        written = f"{found[1]}{found[2]}" if found else ""
        if written and written not in draft.form.authority.prefixes.value:
            right = right_prefixes(draft.form, written)
            if len(right) == 1 and placed.text.startswith(written):
                yield from rewrite(placed, written, right[0])


def label(draft: Draft) -> Iterator[Mend]:
    """The colon behind «Nơi nhận»."""
    for placed in draft.of("recipients_label")[:1]:
        yield from rewrite(placed, placed.text, draft.form.recipients.label.value)


def separators(draft: Draft) -> Iterator[Mend]:
    """The sign behind every recipient but the last and the archive line."""
    wanted = draft.form.recipients.separator.value
    for item in items(draft)[:-1]:
        if not item.archive and item.sign != wanted:
            yield from _end(item.last, wanted)


def last_sign(draft: Draft) -> Iterator[Mend]:
    """The sign behind the archive line."""
    for item in items(draft)[-1:]:
        yield from _end(item.last, draft.form.recipients.last.value)


def dashes(draft: Draft) -> Iterator[Mend]:
    """«- » in front of every recipient."""
    for item in items(draft):
        found = _BULLET.match(item.first.text)
        if found and found.group() not in ("- ", "– "):
            yield retyped(item.first, *found.span(), "- ")
