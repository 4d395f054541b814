"""Paragraph marks that were put in, taken out or moved (ECMA-376 Part 1, 17.13.5.12–28, in the `w:rPr` of a `w:pPr`).

A mark ends its paragraph and holds its properties. So a paragraph whose mark is gone runs on into the next one, which
keeps its own properties: number, alignment and, at the end of a section, the section.
"""

from lxml import etree

from docgen.word.looks import W
from docgen.word.revision_marks import M, Version, drop_block, within

_STORIES = tuple(
    W + name for name in ("body", "tc", "txbxContent", "hdr", "ftr", "footnote", "endnote", "comment", "docPartBody")
)
_VISIBLE = (W + "r", M + "r", W + "fldSimple")


def join_paragraphs(root: etree._Element, version: Version) -> None:
    """Paragraphs of every story as in the version; runs must be settled before, or what is empty cannot be told."""
    for story in list(root.iter(*_STORIES)):
        _join(story, version)
        _keep_a_paragraph(story)


def _join(story: etree._Element, version: Version) -> None:
    waiting: list[etree._Element] = []
    for block in list(within(story, W + "p", W + "tbl")):
        if block.tag == W + "tbl":
            _end_without_mark(waiting)
            waiting = []
        elif _mark_is_gone(block, version):
            waiting.append(block)
        else:
            _run_on(waiting, block)
            waiting = []
    _end_without_mark(waiting)


def _mark_is_gone(paragraph: etree._Element, version: Version) -> bool:
    return any(mark.tag in version.gone for mark in paragraph.findall(f"{W}pPr/{W}rPr/*"))


def _run_on(before: list[etree._Element], paragraph: etree._Element) -> None:
    place = 1 if paragraph.find(W + "pPr") is not None else 0
    content = [child for earlier in before for child in earlier if child.tag != W + "pPr"]
    paragraph[place:place] = content
    for earlier in before:
        drop_block(earlier)


def _end_without_mark(waiting: list[etree._Element]) -> None:
    """Nothing to run on into, but a table or the end: what is left stays a paragraph, an empty one is gone."""
    if waiting:
        *before, last = waiting
        _run_on(before, last)
        if next(last.iter(*_VISIBLE), None) is None:
            drop_block(last)


def _keep_a_paragraph(story: etree._Element) -> None:
    """No story is empty, and a cell ends with a paragraph (17.4.66): Word does not open a file without it."""
    blocks = list(within(story, W + "p", W + "tbl"))
    if not blocks or (story.tag == W + "tc" and blocks[-1].tag == W + "tbl"):
        paragraph = story.makeelement(W + "p")
        section = story.find(W + "sectPr")
        if section is None:
            story.append(paragraph)
        else:
            section.addprevious(paragraph)
