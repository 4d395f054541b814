"""A copy of a paper with formal faults mended, every change tracked: rejecting all of them gives the paper back."""

import datetime
from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from docgen.model.mend import Added, Composed, Mend, Relaid, Relettered, Removed, Repaged, Retyped
from docgen.model.reading import Line
from docgen.word.archive import assemble, deflated
from docgen.word.fixing_looks import change_layout, change_letters, change_page, put_letters
from docgen.word.fixing_words import Edit, compositions, without_overlaps, write
from docgen.word.looks import W
from docgen.word.package import main_part, packed_parts, parse_part, read_package, written
from docgen.word.spans import Words
from docgen.word.tracking import Tracker, child_of

_HOLDS = (
    W + "drawing",
    W + "pict",
    W + "object",
    W + "br",
    W + "footnoteReference",
    W + "endnoteReference",
    W + "sectPr",
)


def fix(content: bytes, mends: Sequence[Mend], day: datetime.date | None) -> bytes:
    """The bytes of a paper without tracked changes → those of its copy; a place not found again stays as it is."""
    parts = read_package(content)
    main = main_part(parts)
    by_part: dict[str, list[Mend]] = {}
    for mend in mends:
        by_part.setdefault(main if isinstance(mend, Repaged) else mend.line.part, []).append(mend)
    roots = {name: parse_part(parts[name], name) for name in by_part}
    tracker = Tracker(day, roots.values())
    for name, root in roots.items():
        _fix_part(tracker, root, by_part[name])
        tracker.number(root)
    return assemble({**packed_parts(content), **{name: deflated(written(root)) for name, root in roots.items()}})


def _fix_part(tracker: Tracker, root: etree._Element, mends: Iterable[Mend]) -> None:
    sections, paragraphs = list(root.iter(W + "sectPr")), list(root.iter(W + "p"))
    by_paragraph: dict[int, list[Mend]] = {}
    for mend in mends:
        if not isinstance(mend, Repaged):
            by_paragraph.setdefault(mend.line.paragraph, []).append(mend)
        elif mend.section < len(sections):
            change_page(tracker, sections[mend.section], mend.page)
    for number, own in by_paragraph.items():
        _fix_paragraph(tracker, paragraphs[number - 1], own)


def _fix_paragraph(tracker: Tracker, paragraph: etree._Element, mends: Sequence[Mend]) -> None:
    """Looks first: what is typed anew then has them without a mark of its own."""
    words = Words(paragraph)
    edits: list[Edit] = []
    for mend in mends:
        if isinstance(mend, Relettered):
            _reletter(tracker, words, mend)
        elif isinstance(mend, Relaid):
            change_layout(tracker, paragraph, mend.layout)
        elif isinstance(mend, Retyped):
            edits += (Edit(start, end, mend.text) for start, end in _found(words, mend.line, mend.start, mend.end))
    edits = without_overlaps(edits)
    if any(isinstance(mend, Composed) for mend in mends):
        edits += compositions(words, edits)
    write(tracker, words, edits)
    for mend in mends:
        if isinstance(mend, Removed):
            _remove(tracker, words)
        elif isinstance(mend, Added):
            put_letters(child_of(tracker.add_paragraph(mend.text, paragraph), "rPr"), mend.letters)


def _reletter(tracker: Tracker, words: Words, mend: Relettered) -> None:
    """The mark of the paragraph too where Word numbers it: the number has the look of the mark."""
    for start, end in _found(words, mend.line, mend.start, mend.end):
        for run in words.runs(start, end):
            change_letters(tracker, run, mend.letters)
    if mend.line.label and mend.start == 0:
        change_letters(tracker, child_of(words.paragraph, "pPr"), mend.letters)


def _found(words: Words, line: Line, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Characters of a line as characters of its paragraph, but for the number Word makes; nothing if it is gone."""
    label = len(line.label) + 1 if line.label else 0
    own = line.words[label:]
    at = words.text.find(own)
    if own and at >= 0 and end >= label:
        yield at + max(start - label, 0), at + end - label


def _remove(tracker: Tracker, words: Words) -> None:
    """An empty paragraph goes; one that holds a picture, a break or the end of a section stays."""
    if not words.text.strip() and next(words.paragraph.iter(*_HOLDS), None) is None:
        tracker.delete(words.letters(0, len(words.text)))
        tracker.delete_paragraph_mark(words.paragraph)
