"""A copy of a paper with findings as Word comments, each at the words it is about; everything else as it lies."""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from docgen.model.finding import Finding, Spot
from docgen.word.archive import assemble, deflated
from docgen.word.comments import Comments
from docgen.word.looks import W
from docgen.word.package import main_part, packed_parts, parse_part, read_package, written
from docgen.word.spans import Words

# Word allows no comments there: they stand at the first paragraph and say where.
_ELSEWHERE = {"header": "Đầu trang", "footer": "Chân trang", "footnotes": "Cước chú", "endnotes": "Chú thích cuối"}
_CUT = "…"


def annotate(content: bytes, findings: Iterable[Finding], day: datetime.date | None) -> bytes:
    """The bytes of a paper → those of its copy; tracked changes in it stay as they are. Raises Unreadable."""
    parts = read_package(content)
    main = main_part(parts)
    root = parse_part(parts[main], main)
    paragraphs = list(root.iter(W + "p")) or [_first_of_an_empty_paper(root)]
    comments = Comments(parts, main, day)
    for finding in findings:
        place = finding.place
        here = place.part == main and 0 < place.paragraph <= len(paragraphs)
        key = comments.add(_told(finding, "" if here else _elsewhere(place)))
        _mark(paragraphs[place.paragraph - 1 if here else 0], place.snippet if here else "", key)
    changed = {main: written(root), **comments.parts}
    return assemble({**packed_parts(content), **{name: deflated(data) for name, data in changed.items()}})


def _first_of_an_empty_paper(root: etree._Element) -> etree._Element:
    body = root.find(W + "body")
    paragraph = root.makeelement(W + "p")
    (root if body is None else body).insert(0, paragraph)
    return paragraph


def _told(finding: Finding, where: str) -> Iterator[str]:
    """What is wrong, how to mend it, what says so."""
    yield f"{where}{finding.message.vi}"
    yield f"Cách sửa: {finding.remedy.vi}"
    if finding.clause:
        yield f"Căn cứ: {finding.clause}"


def _elsewhere(place: Spot) -> str:
    name = place.part.rpartition("/")[2]
    story = next((story for start, story in _ELSEWHERE.items() if name.startswith(start)), "")
    quoted = f" «{place.snippet}»" if place.snippet else ""
    return f"{story}{quoted}: " if story else ""


def _mark(paragraph: etree._Element, snippet: str, key: str) -> None:
    """The range of a comment, and the reference behind it; Word allows none in a text box: it stands at its anchor."""
    paragraph = [paragraph, *paragraph.iterancestors(W + "p")][-1]
    runs = _runs_of(paragraph, snippet)
    start, end = (paragraph.makeelement(W + name, {W + "id": key}) for name in ("commentRangeStart", "commentRangeEnd"))
    if runs:
        runs[0].addprevious(start)
        end.tail, runs[-1].tail = runs[-1].tail, None
        runs[-1].addnext(end)
    else:
        paragraph.insert(1 if paragraph.find(W + "pPr") is not None else 0, start)
        paragraph.append(end)
    _top(end, paragraph).addnext(_reference(paragraph, key))


def _runs_of(paragraph: etree._Element, snippet: str) -> Sequence[etree._Element]:
    """The runs that hold the words of a finding, which has them with single blanks and perhaps cut off at the end."""
    words = Words(paragraph)
    for wanted in (snippet, snippet.removesuffix(_CUT)):
        pattern = r"\s+".join(map(re.escape, wanted.split()))
        found = re.search(pattern, words.text) if pattern else None
        if found:
            return words.runs(*found.span())
    return ()


def _top(element: etree._Element, paragraph: etree._Element) -> etree._Element:
    """What holds an element directly below the paragraph: a reference inside an insertion would go with it."""
    return next(one for one in (element, *element.iterancestors()) if one.getparent() is paragraph)


def _reference(paragraph: etree._Element, key: str) -> etree._Element:
    run = paragraph.makeelement(W + "r")
    run.append(run.makeelement(W + "commentReference", {W + "id": key}))
    return run
