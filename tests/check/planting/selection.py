"""What a person's cursor can hold: paragraphs that say something, and words inside them as runs of their own.

A text ending in "…" means the whole line that begins so: the paragraph, or in a letterhead made with tabs its part
between two tabs. Any other text means exactly those words, whatever runs they are spread over. BODY means every
paragraph of the body.
"""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.section import Section
from docx.text.paragraph import Paragraph
from docx.text.run import Run

BODY = "the body"
_JUSTIFIED = WD_ALIGN_PARAGRAPH.JUSTIFY
_REST = "…"
_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n"}
_TEXTS = {qn("w:t"), qn("w:delText")}


def paragraphs(paper: Document) -> Iterator[Paragraph]:
    """Every paragraph of the paper in reading order: body, cells and text boxes, then headers and footers."""
    stories = [paper.element.body]
    stories += [story._element for section in paper.sections for story in margins_of(section)]
    for story in stories:
        for element in story.iter(qn("w:p")):
            yield Paragraph(element, paper._body)


def margins_of(section: Section) -> list[Any]:
    """Headers and footers a section has of its own."""
    stories = (section.header, section.first_page_header, section.footer, section.first_page_footer)
    return [story for story in stories if not story.is_linked_to_previous]


def body(paper: Document) -> list[Paragraph]:
    """Justified paragraphs with words: the body and nothing else in a clean paper."""
    return [paragraph for paragraph in paper.paragraphs if paragraph.text and _alignment(paragraph) == _JUSTIFIED]


def holding(paper: Document, text: str) -> Paragraph:
    """The paragraph that says exactly this, else the first that begins so, else the first that holds it."""
    wanted = text.removesuffix(_REST)
    said = [(paragraph, said_by(paragraph)) for paragraph in paragraphs(paper)]
    for fits in (str.__eq__, str.startswith, str.__contains__):
        for paragraph, words in said:
            if fits(words, wanted):
                return paragraph
    raise AssertionError(f"the paper does not say «{wanted}»")


def chosen(paper: Document, text: str) -> list[Paragraph]:
    """The paragraphs a text stands for: one, or all of the BODY."""
    return body(paper) if text == BODY else [holding(paper, text)]


def runs_of(paper: Document, text: str) -> list[Run]:
    """The words a text stands for, as runs that hold nothing else."""
    if text == BODY:
        return [run for paragraph in body(paper) for run in _runs(paragraph)]
    paragraph = holding(paper, text)
    start, end = _span(said_by(paragraph), text)
    return isolated(paragraph, start, end)


def said_by(paragraph: Paragraph) -> str:
    """The words of a paragraph: tabs and soft breaks as one character, fields and drawings none."""
    return "".join(_said(run) for run in _runs(paragraph))


def isolated(paragraph: Paragraph, start: int, end: int) -> list[Run]:
    """The runs between two offsets, cut so that nothing else is in them."""
    for run in _runs(paragraph):
        _burst(run)
    cut(paragraph, start)
    cut(paragraph, end)
    found, at = [], 0
    for run in _runs(paragraph):
        length = len(_said(run))
        if length and start <= at < end:
            found.append(run)
        at += length
    return found


def cut(paragraph: Paragraph, offset: int) -> None:
    """Make a run end at the offset; both halves look alike."""
    at = 0
    for run in _runs(paragraph):
        text = _said(run)
        if at < offset < at + len(text):
            after = deepcopy(run._r)
            run._r.addnext(after)
            run.text, Run(after, paragraph).text = text[: offset - at], text[offset - at :]
            return
        at += len(text)


def _span(words: str, text: str) -> tuple[int, int]:
    start = words.index(text.removesuffix(_REST))
    if not text.endswith(_REST):
        return start, start + len(text)
    before, after = words.rfind("\t", 0, start), words.find("\t", start)
    return before + 1, after if after >= 0 else len(words)


def _runs(paragraph: Paragraph) -> list[Run]:
    """Runs of this paragraph, also inside tracked changes and links; not those of a text box in it."""
    return [
        Run(element, paragraph)
        for element in paragraph._p.iter(qn("w:r"))
        if next(element.iterancestors(qn("w:p"))) is paragraph._p
    ]


def _said(run: Run) -> str:
    return "".join((child.text or "") if child.tag in _TEXTS else _SIGNS.get(str(child.tag), "") for child in run._r)


def _burst(run: Run) -> None:
    """One run for each piece of content."""
    pieces = [child for child in run._r if child.tag != qn("w:rPr")]
    for piece in reversed(pieces[1:]):
        twin: Any = deepcopy(run._r)
        for child in list(twin):
            if child.tag != qn("w:rPr"):
                twin.remove(child)
        run._r.addnext(twin)
        twin.append(piece)


def _alignment(paragraph: Paragraph) -> WD_ALIGN_PARAGRAPH | None:
    """Direct, else from the style or those it is based on."""
    if paragraph.alignment is not None:
        return paragraph.alignment
    style: Any = paragraph.style
    while style is not None:
        if style.paragraph_format.alignment is not None:
            return style.paragraph_format.alignment  # type: ignore[no-any-return]
        style = style.base_style
    return None
