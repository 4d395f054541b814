"""What word processors do to tags, undone before the tags are read: each repair is told, none changes other words.

Curly quotes, blanks that do not break, invisible characters, letters in decomposed form, automatic capitals, and line
breaks inside a tag. Runs, proofing marks and bookmarks that split a tag are left to docxtpl, which joins them.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from lxml import etree

from docgen.word.looks import W
from docgen.word.package import parse_part
from docgen.word.rendering import FILTERS, TESTS
from docgen.word.template_tags import CELL_TAGS, PAIRS, PREFIXES, STATEMENTS, closing
from docgen.word.template_text import Atom, atoms

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"
_UNSEEN = re.compile(f"[{_INVISIBLE}]")
_OPENING = re.compile(rf"\{{[{_INVISIBLE}]*[{{%#]")
_BLANKS = re.compile("[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_QUOTES = str.maketrans({"‘": "'", "’": "'", "‚": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "‟": '"'})  # fmt: skip
_TRIM = re.compile("(?<=^[{]%)[–—−]|[–—−](?=%[}]$)")
_WORD = re.compile(r"'[^']*'|\"[^\"]*\"|[A-Za-z_]\w*")
_TARGETS = re.compile(r"(?i)\bfor\s+([\w\s,]+?)\s+in\b")
_WORDS_OF_JINJA = {*STATEMENTS, *CELL_TAGS, *PREFIXES, *FILTERS, *TESTS, "in", "is", "not", "and", "or", "loop", "set"}
_CONSTANTS = {"True", "False", "None"}
CURLY, BLANK, UNSEEN, CAPITAL, DECOMPOSED, BROKEN_LINE, DASH = (
    "dấu nháy cong", "dấu cách không ngắt", "ký tự vô hình", "chữ hoa tự động", "dấu tiếng Việt tách rời",
    "dấu xuống dòng hoặc tab", "gạch nối dài",
)  # fmt: skip


class Repair(NamedTuple):
    """One tag as it was and as it is read now; `habits` say what had been done to it."""

    paragraph: int
    start: int
    before: str
    after: str
    habits: tuple[str, ...]


def known_words(sample: Mapping[str, Any], root: "etree._Element") -> frozenset[str]:
    """Words a tag of this part may have: keys at every depth, names that loops give, words of Jinja."""
    texts = ("".join(atom.text for atom in atoms(paragraph)) for paragraph in root.iter(W + "p"))
    targets = (word for text in texts for found in _TARGETS.findall(text) for word in re.findall(r"\w+", found))
    return frozenset({*_keys_in(sample), *targets, *_WORDS_OF_JINJA, *_CONSTANTS})


def repaired(data: bytes, sample: Mapping[str, Any]) -> bytes:
    """A part with its tags repaired; the very bytes when there is nothing to repair."""
    root = parse_part(data)
    return etree.tostring(root, encoding="UTF-8", standalone=True) if repair(root, sample) else data


def repair(root: "etree._Element", sample: Mapping[str, Any]) -> list[Repair]:
    """Repair the tags of a part in place."""
    if not any("{" in (text.text or "") for text in root.iter(W + "t")):
        return []
    known = known_words(sample, root)
    return [
        done
        for number, paragraph in enumerate(root.iter(W + "p"), 1)
        for done in _repair_paragraph(number, paragraph, known)
    ]


def _repair_paragraph(number: int, paragraph: "etree._Element", known: frozenset[str]) -> Iterator[Repair]:
    at = 0
    while span := _next_tag(pieces := list(atoms(paragraph)), at):
        start, end = span
        before = "".join(piece.text for piece in pieces)[start:end]
        after, habits = mended(before, known)
        if any(piece.element.tag != W + "t" for piece in _within(pieces, start, end)):
            habits = (*habits, BROKEN_LINE)
        if habits:
            _replace(pieces, start, end, after)
            yield Repair(number, start, before, after, habits)
        at = start + len(after)


def _next_tag(pieces: Iterable[Atom], at: int) -> tuple[int, int] | None:
    text = "".join(piece.text for piece in pieces)
    opening = _OPENING.search(text, at)
    while opening:
        close, _ = PAIRS[opening.group()[0] + opening.group()[-1]]
        seen = _closing_among_unseen(text.translate(_QUOTES), opening.end(), close)
        if seen > 0:
            return opening.start(), seen
        opening = _OPENING.search(text, opening.end())
    return None


def _closing_among_unseen(text: str, at: int, close: str) -> int:
    """Where a tag ends, if it does in this paragraph; invisible characters may stand between the braces."""
    end = closing(text, at, close)
    if end >= 0:
        return end + 2
    torn = re.compile(rf"{re.escape(close[0])}[{_INVISIBLE}]+{re.escape(close[1])}").search(text, at)
    opening = _OPENING.search(text, at)
    return torn.end() if torn and (opening is None or torn.end() <= opening.start()) else -1


def mended(tag: str, known: frozenset[str]) -> tuple[str, tuple[str, ...]]:
    """A tag as it was meant, and what had been done to it; a comment is left alone."""
    if tag[-2] == "#":
        return tag, ()
    habits = []
    for habit, better in (
        (UNSEEN, _UNSEEN.sub("", tag)),
        (DECOMPOSED, unicodedata.normalize("NFC", _UNSEEN.sub("", tag))),
    ):
        if better != tag:
            habits.append(habit)
            tag = better
    for habit, mend in (
        (CURLY, lambda text: text.translate(_QUOTES)),
        (BLANK, lambda text: _BLANKS.sub(" ", text)),
        (DASH, lambda text: _TRIM.sub("-", text)),
        (CAPITAL, lambda text: _WORD.sub(lambda word: _small(word.group(), known), text)),
    ):
        better = mend(tag)
        if better != tag:
            habits.append(habit)
            tag = better
    return tag, tuple(habits)


def _small(word: str, known: frozenset[str]) -> str:
    return word.lower() if word not in known and word.lower() in known else word


def _within(pieces: Iterable[Atom], start: int, end: int) -> list[Atom]:
    found, at = [], 0
    for piece in pieces:
        if at < end and at + len(piece.text) > start:
            found.append(piece)
        at += len(piece.text)
    return found


def _replace(pieces: Iterable[Atom], start: int, end: int, after: str) -> None:
    """The whole tag where it began; the pieces it went on in keep only what is not of it."""
    at, written = 0, False
    for element, text in pieces:
        left, right = max(start - at, 0), max(end - at, 0)
        inside = left < len(text) and right > 0
        at += len(text)
        if not inside:
            continue
        parent = element.getparent()
        if element.tag != W + "t" and parent is not None:
            parent.remove(element)
            continue
        element.text = text[:left] + ("" if written else after) + text[right:]
        element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        written = True


def _keys_in(values: Any) -> Iterator[str]:
    if isinstance(values, Mapping):
        yield from values
        values = list(values.values())
    if isinstance(values, list):
        for value in values:
            yield from _keys_in(value)
