"""Tracked changes: a text with them, or without (ECMA-376 Part 1, 17.13.5).

`accept` and `reject` turn the tree of any part that holds text or styles into the one Word makes by "accept all" and
"reject all"; afterwards `has_revisions` is false. They know no other part: a note whose reference is gone stays behind.
What is no change stays as it was, and nothing a file may hold makes them fail.
"""

from lxml import etree

from docgen.word.looks import W
from docgen.word.revision_controls import RANGE_MARKS, settle_controls
from docgen.word.revision_marks import ACCEPTED, CELLS, CONTENT, REJECTED, M, Version, drop, drop_mark, replace, unwrap
from docgen.word.revision_paragraphs import join_paragraphs
from docgen.word.revision_properties import PROPERTY_MARKS, settle_properties
from docgen.word.revision_tables import settle_tables

_DELETED_TEXTS = {W + "delText": W + "t", W + "delInstrText": W + "instrText"}
_MARKS = (*CONTENT, *RANGE_MARKS, *PROPERTY_MARKS, *CELLS, *_DELETED_TEXTS)
_MARKED_AS_A_WHOLE = {W + "pPr", W + "trPr"}


def has_revisions(root: etree._Element) -> bool:
    """Whether any change of text, paragraphs, tables, properties or content controls is tracked."""
    return next(root.iter(*_MARKS), None) is not None


def accept(root: etree._Element) -> None:
    """The text with all its changes, in place."""
    _settle(root, ACCEPTED)


def reject(root: etree._Element) -> None:
    """The text as it was before all its changes, in place."""
    _settle(root, REJECTED)


def _settle(root: etree._Element, version: Version) -> None:
    if has_revisions(root):
        settle_controls(root, version)
        settle_properties(root, version)
        settle_tables(root, version)
        _settle_content(root, version)
        if version.former:
            _restore_texts(root)
        join_paragraphs(root, version)
        for mark in list(root.iter(*_MARKS)):
            drop_mark(mark)
        _drop_stray_codes(root)


def _settle_content(root: etree._Element, version: Version) -> None:
    """What is wrapped in a mark, and in formulas the letters and structures that hold one."""
    for mark in list(root.iter(*CONTENT)):
        holder = _holder(mark)
        if holder is None or holder.tag in _MARKED_AS_A_WHOLE:
            continue
        if mark.tag in version.kept:
            unwrap(mark)
        elif holder.tag == M + "ctrlPr":
            _dissolve(holder)
        elif holder.tag == M + "r":
            drop(holder)
        else:
            drop(mark)


def _holder(mark: etree._Element) -> etree._Element | None:
    """What a mark stands in, or is a property of."""
    holder = mark.getparent()
    return holder.getparent() if holder is not None and holder.tag == W + "rPr" else holder


def _dissolve(control: etree._Element) -> None:
    """A structure of a formula whose sign (of a fraction, a root …) is gone leaves the terms it held behind."""
    properties = control.getparent()
    structure = properties.getparent() if properties is not None else None
    if structure is not None and properties is not None and _is_properties(properties):
        terms = [term for part in structure for term in (part if part.tag == M + "mr" else [part])]
        kept = [child for term in terms if not _is_properties(term) for child in term if not _is_properties(child)]
        replace(structure, kept)


def _is_properties(element: etree._Element) -> bool:
    return str(element.tag).endswith("Pr")


def _restore_texts(root: etree._Element) -> None:
    for text in list(root.iter(*_DELETED_TEXTS)):
        text.tag = _DELETED_TEXTS[text.tag]


def _drop_stray_codes(root: etree._Element) -> None:
    """Word marks the ends of a field but not always its code (17.16.23): out of a field, a code is nothing."""
    depth = 0
    for element in list(root.iter(W + "fldChar", W + "instrText")):
        if element.tag == W + "instrText" and depth == 0:
            drop(element)
        elif element.get(W + "fldCharType") == "begin":
            depth += 1
        elif element.get(W + "fldCharType") == "end":
            depth = max(depth - 1, 0)
