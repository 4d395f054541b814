"""Properties that were changed: the ones in force, or the ones before (ECMA-376 Part 1, 17.13.5.29–37)."""

from lxml import etree

from docgen.word.looks import W
from docgen.word.revision_marks import CELLS, CONTENT, Version, drop, drop_mark

# What stands among the properties but is not one: a change neither holds it nor takes it away.
_OWN = {
    W + "pPrChange": (W + "rPr", W + "sectPr"),
    W + "rPrChange": CONTENT,
    W + "sectPrChange": (W + "headerReference", W + "footerReference"),
    W + "trPrChange": CONTENT,
    W + "tcPrChange": CELLS,
    W + "tblPrChange": (),
    W + "tblPrExChange": (),
    W + "tblGridChange": (),
}
_FIRST = (W + "rPrChange", W + "sectPrChange")  # what stays comes before the properties; elsewhere behind them
_NUMBERING = W + "numberingChange"  # the number as it was printed: nothing follows from it
PROPERTY_MARKS = (*_OWN, _NUMBERING)


def settle_properties(root: etree._Element, version: Version) -> None:
    """Properties of runs, paragraphs, sections, tables, rows and cells; numbering put on a paragraph."""
    for change in list(root.iter(*_OWN)):
        if version.former:
            _restore(change)
        drop_mark(change)
    for change in list(root.iter(_NUMBERING)):
        drop_mark(change)
    for mark in list(root.iter(W + "ins")):
        numbering = mark.getparent()
        if numbering is not None and numbering.tag == W + "numPr":
            drop_mark(numbering if version.former else mark)


def _restore(change: etree._Element) -> None:
    """The properties inside a change take the place of those around it."""
    properties, own = change.getparent(), _OWN[change.tag]
    if properties is None:
        return
    before = [child for former in change for child in former if child.tag not in own]
    for child in list(properties):
        if child is not change and child.tag not in own:
            drop(child)
    place = properties.index(change) if change.tag in _FIRST else 0
    properties[place:place] = before
