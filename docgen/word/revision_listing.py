"""Tracked changes of a paper one by one, as Word's reviewing pane lists them: neighbours of one hand are one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from lxml import etree

from docgen.model.finding import Spot
from docgen.model.revision import Revision, RevisionKind
from docgen.vietnamese import to_nfc
from docgen.word.looks import W
from docgen.word.package import read_package
from docgen.word.read import read_docx
from docgen.word.revision_marks import CONTENT, M
from docgen.word.revision_properties import PROPERTY_MARKS
from docgen.word.settling import stories

_KINDS: dict[str, RevisionKind] = {
    **dict.fromkeys(PROPERTY_MARKS, "format"),
    W + "ins": "insert", W + "del": "delete", W + "moveFrom": "moved_from", W + "moveTo": "moved_to",
    W + "cellIns": "cell_insert", W + "cellDel": "cell_delete", W + "cellMerge": "cell_merge",
}  # fmt: skip
del _KINDS[W + "tblGridChange"]  # no hand's: widths of columns follow from other changes
_OF_ROWS: Mapping[RevisionKind, RevisionKind] = {"insert": "row_insert", "delete": "row_delete"}
_RUNNING = ("insert", "delete", "moved_from", "moved_to")
_TEXTS = (W + "t", M + "t")
_DELETED = (W + "delText", M + "t")
_IN_CELLS = (W + "tbl", W + "tr", W + "tc")
_SIGNS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
_PICTURES = (W + "drawing", W + "pict", W + "object")
MARK, PICTURE = "¶", "[hình]"


def revisions_in(content: bytes) -> list[Revision]:
    """Bytes of a .docx → its tracked changes, the body first, each part in reading order. Raises Unreadable."""
    parts = read_package(content)
    paths = _paths(content)
    found = (_of_story(name, root) for name, root in stories(parts))
    return [
        replace(one, place=replace(one.place, path=paths.get((one.place.part, one.place.paragraph), "")))
        for one in chain.from_iterable(found)
    ]


def _paths(content: bytes) -> dict[tuple[str, int], str]:
    """Where the paragraphs of the body stand: with the changes, else without them."""
    readings = (read_docx(content, revisions=version) for version in ("rejected", "accepted"))
    lines = (placed for reading in readings for placed in reading.lines)
    return {(placed.line.part, placed.line.paragraph): placed.where for placed in lines}


def _of_story(part: str, root: etree._Element) -> Iterator[Revision]:
    """What stands side by side in one paragraph, of one kind and one hand, is one change."""
    last: Revision | None = None
    for one in _marks_and_gaps(part, root):
        if last and one and _alike(last, one):
            last = replace(last, words=last.words + one.words)
        else:
            if last:
                yield _shown(last)
            last = one
    if last:
        yield _shown(last)


def _alike(one: Revision, other: Revision) -> bool:
    return one.kind in _RUNNING and replace(one, words="") == replace(other, words="")


def _shown(revision: Revision) -> Revision:
    """A mark of a paragraph is told only where nothing else changed with it."""
    words = to_nfc(revision.words)
    words = words.removesuffix(MARK) or words
    return replace(revision, words=words, place=replace(revision.place, snippet=words))


def _marks_and_gaps(part: str, root: etree._Element) -> Iterator[Revision | None]:
    """Every mark in reading order; None for words between them that nobody changed."""
    paragraphs = {paragraph: at for at, paragraph in enumerate(root.iter(W + "p"), 1)}
    late: dict[etree._Element, Revision] = {}  # a mark stands first in its paragraph but ends it
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            if element in late:
                yield late.pop(element)
        elif element.tag in _KINDS and not _is_told_already(element):
            revision = _revision(element, Spot(part, 0, "", _paragraph_of(element, paragraphs)))
            if revision.words == MARK and _is_paragraph_mark(element):
                late[next(element.iterancestors(W + "p"))] = revision
            else:
                yield revision
        elif element.tag == W + "r" and next(element.iterancestors(*CONTENT), None) is None and _words(element, _TEXTS):
            yield None


def _revision(mark: etree._Element, place: Spot) -> Revision:
    about, kind = _about(mark), _KINDS[str(mark.tag)]
    holder = mark.getparent()
    if holder is not None and holder.tag == W + "numPr":
        kind = "format"
    elif about.tag == W + "tr":
        kind = _OF_ROWS.get(kind, kind)
    words = MARK if _is_paragraph_mark(mark) else _words_of(about, kind)
    return Revision(kind, mark.get(W + "author", ""), mark.get(W + "date", ""), words, place)


def _words_of(about: etree._Element, kind: RevisionKind) -> str:
    if about.tag in _IN_CELLS:
        cells = (_words(cell, (*_TEXTS, *_DELETED)) for cell in about.iter(W + "p"))
        return " | ".join(filter(None, cells))
    return _words(about, _DELETED if kind == "delete" else _TEXTS)


def _about(mark: etree._Element) -> etree._Element:
    """What a mark changes: what it holds, else the run, paragraph, row or cell whose properties it stands in."""
    if mark.tag in CONTENT and len(mark):
        return mark
    properties = mark.getparent()
    holder = properties.getparent() if properties is not None else None
    return mark if holder is None else holder


def _is_paragraph_mark(mark: etree._Element) -> bool:
    properties = mark.getparent()
    above = properties.getparent() if properties is not None else None
    return mark.tag in CONTENT and above is not None and above.tag == W + "pPr"


def _is_told_already(mark: etree._Element) -> bool:
    """A mark among the properties of before, or in a row that came or went, which is told as a row."""
    if next(mark.iterancestors(*PROPERTY_MARKS), None) is not None:
        return True
    rows = mark.iterancestors(W + "tr") if mark.tag in CONTENT else ()
    return any(one is not mark for row in rows for one in row.findall(f"{W}trPr/{mark.tag}"))


def _paragraph_of(mark: etree._Element, paragraphs: Mapping[etree._Element, int]) -> int:
    """The paragraph a mark stands in, else the first one in it or in what it is a property of."""
    above = next(mark.iterancestors(W + "p"), None)
    inside = next(_about(mark).iter(W + "p"), None)
    found = inside if above is None else above
    return paragraphs[found] if found is not None else 0


def _words(element: etree._Element, texts: Iterable[str]) -> str:
    words = "".join(_sign(child) for child in element.iter(*texts, *_SIGNS))
    return words or (PICTURE if next(element.iter(*_PICTURES), None) is not None else "")


def _sign(element: etree._Element) -> str:
    return _SIGNS.get(str(element.tag)) or element.text or ""
