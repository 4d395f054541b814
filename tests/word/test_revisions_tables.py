"""Tracked changes of tables and of properties."""

import pytest

from docgen.word.revisions import has_revisions
from tests.word.redlines import DELETED, INSERTED, TABLE, Case, both, row, story

CASES: dict[str, Case] = {
    # rows and cells
    "inserted row": (
        f"<tbl>{row('<p>[a]</p>')}{row('<p><ins>[b]</ins></p>', mark='ins')}</tbl>",
        f"<tbl>{row('<p>[a]</p>')}{row('<p>[b]</p>')}</tbl>",
        f"<tbl>{row('<p>[a]</p>')}</tbl>",
    ),
    "deleted row": (
        f"<tbl>{row('<p>[a]</p>')}{row('<p>[b]</p>', mark='del')}</tbl>",
        f"<tbl>{row('<p>[a]</p>')}</tbl>",
        f"<tbl>{row('<p>[a]</p>')}{row('<p>[b]</p>')}</tbl>",
    ),
    "words of a row deleted, row not": (
        f"<tbl>{row('<p><del>[-a]</del></p>')}</tbl>",
        f"<tbl>{row('<p/>')}</tbl>",
        f"<tbl>{row('<p>[a]</p>')}</tbl>",
    ),
    "every row deleted": (
        f"<p>[a]</p><tbl><tblPr/>{row('<p/>', mark='del')}{row('<p/>', mark='del')}</tbl><p>[b]</p>",
        "<p>[a]</p><p>[b]</p>",
        f"<p>[a]</p><tbl><tblPr/>{row('<p/>')}{row('<p/>')}</tbl><p>[b]</p>",
    ),
    "joined where a table was": (
        f"<p>{DELETED}[a]</p><tbl>{row('<p/>', mark='del')}</tbl><p>[b]</p>",
        "<p>[a][b]</p>",
        f"<p>[a]</p><tbl>{row('<p/>')}</tbl><p>[b]</p>",
    ),
    "row in a control": (
        f"<tbl><sdt><sdtContent>{row('<p/>', mark='ins')}</sdtContent></sdt>{row('<p>[a]</p>')}</tbl>",
        f"<tbl><sdt><sdtContent>{row('<p/>')}</sdtContent></sdt>{row('<p>[a]</p>')}</tbl>",
        f"<tbl>{row('<p>[a]</p>')}</tbl>",
    ),
    "deleted cell: its column goes to the one before": (
        "<tbl><tblGrid><gridCol/><gridCol/></tblGrid><tr><tc><tcPr><tcW/><shd/></tcPr><p>[a]</p></tc>"
        "<tc><tcPr><cellDel/></tcPr><p>[b]</p></tc></tr></tbl>",
        "<tbl><tblGrid><gridCol/><gridCol/></tblGrid>"
        '<tr><tc><tcPr><tcW/><gridSpan w:val="2"/><shd/></tcPr><p>[a]</p></tc></tr></tbl>',
        "<tbl><tblGrid><gridCol/><gridCol/></tblGrid><tr><tc><tcPr><tcW/><shd/></tcPr><p>[a]</p></tc>"
        "<tc><p>[b]</p></tc></tr></tbl>",
    ),
    "deleted cell: the one before has its columns": (
        '<tbl><tblGrid><gridCol/><gridCol/></tblGrid><tr><tc><tcPr><gridSpan w:val="2"/></tcPr><p/></tc>'
        "<tc><tcPr><cellDel/></tcPr><p/></tc></tr></tbl>",
        '<tbl><tblGrid><gridCol/><gridCol/></tblGrid><tr><tc><tcPr><gridSpan w:val="2"/></tcPr><p/></tc></tr></tbl>',
        '<tbl><tblGrid><gridCol/><gridCol/></tblGrid><tr><tc><tcPr><gridSpan w:val="2"/></tcPr><p/></tc>'
        "<tc><p/></tc></tr></tbl>",
    ),
    "deleted cells: no more columns than there are": (
        "<tbl><tblGrid><gridCol/><gridCol/><gridCol/></tblGrid>"
        '<tr><tc><tcPr><gridSpan w:val="1"/></tcPr><p/></tc><tc><tcPr><cellDel/></tcPr><p/></tc>'
        '<tc><tcPr><gridSpan w:val="2"/><cellDel/></tcPr><p/></tc></tr></tbl>',
        "<tbl><tblGrid><gridCol/><gridCol/><gridCol/></tblGrid>"
        '<tr><tc><tcPr><gridSpan w:val="3"/></tcPr><p/></tc></tr></tbl>',
        "<tbl><tblGrid><gridCol/><gridCol/><gridCol/></tblGrid>"
        '<tr><tc><tcPr><gridSpan w:val="1"/></tcPr><p/></tc><tc><p/></tc>'
        '<tc><tcPr><gridSpan w:val="2"/></tcPr><p/></tc></tr></tbl>',
    ),
    "deleted cell with more columns than are left": (
        "<tbl><tblGrid><gridCol/><gridCol/></tblGrid>"
        '<tr><tc><p/></tc><tc><tcPr><gridSpan w:val="2"/><cellDel/></tcPr><p/></tc></tr></tbl>',
        '<tbl><tblGrid><gridCol/><gridCol/></tblGrid><tr><tc><tcPr><gridSpan w:val="2"/></tcPr><p/></tc></tr></tbl>',
        "<tbl><tblGrid><gridCol/><gridCol/></tblGrid>"
        '<tr><tc><p/></tc><tc><tcPr><gridSpan w:val="2"/></tcPr><p/></tc></tr></tbl>',
    ),
    "inserted cell: its column is nobody's": (
        "<tbl><tblGrid><gridCol/><gridCol/></tblGrid>"
        "<tr><tc><p>[a]</p></tc><tc><tcPr><cellIns/></tcPr><p>[b]</p></tc></tr></tbl>",
        f"<tbl><tblGrid><gridCol/><gridCol/></tblGrid>{row('<p>[a]</p>', '<p>[b]</p>')}</tbl>",
        f"<tbl><tblGrid><gridCol/><gridCol/></tblGrid>{row('<p>[a]</p>')}</tbl>",
    ),
    "row without paragraphs": (
        f"<tbl><tr><sdt><sdtContent/></sdt></tr>{row('<p>[a]</p>', mark='ins')}</tbl>",
        f"<tbl><tr><sdt><sdtContent/></sdt></tr>{row('<p>[a]</p>')}</tbl>",
        "<tbl><tr><sdt><sdtContent/></sdt></tr></tbl>",
    ),
    "first cell deleted": (
        "<tbl><tr><tc><tcPr><cellDel/></tcPr><p>[a]</p></tc><tc><p>[b]</p></tc></tr></tbl>",
        f"<tbl>{row('<p>[b]</p>')}</tbl>",
        f"<tbl>{row('<p>[a]</p>', '<p>[b]</p>')}</tbl>",
    ),
    "every cell inserted": (
        f"<tbl><tr><tc><tcPr><cellIns/></tcPr><p>[a]</p></tc></tr>{row('<p>[b]</p>')}</tbl>",
        f"<tbl>{row('<p>[a]</p>')}{row('<p>[b]</p>')}</tbl>",
        f"<tbl>{row('<p>[b]</p>')}</tbl>",
    ),
    "cells merged": (
        '<tbl><tr><tc><tcPr><tcW/><shd/><cellMerge w:vMerge="rest"/></tcPr><p/></tc></tr>'
        '<tr><tc><tcPr><cellMerge w:vMerge="cont"/></tcPr><p/></tc></tr></tbl>',
        '<tbl><tr><tc><tcPr><tcW/><vMerge w:val="restart"/><shd/></tcPr><p/></tc></tr>'
        '<tr><tc><tcPr><vMerge w:val="continue"/></tcPr><p/></tc></tr></tbl>',
        "<tbl><tr><tc><tcPr><tcW/><shd/></tcPr><p/></tc></tr><tr><tc><p/></tc></tr></tbl>",
    ),
    "cells split": (
        '<tbl><tr><tc><tcPr><vMerge/><cellMerge w:vMergeOrig="cont"/></tcPr><p/></tc></tr></tbl>',
        "<tbl><tr><tc><p/></tc></tr></tbl>",
        '<tbl><tr><tc><tcPr><vMerge w:val="continue"/></tcPr><p/></tc></tr></tbl>',
    ),
    "merged cell with changed properties": (
        '<tbl><tr><tc><tcPr><shd/><cellMerge w:vMerge="rest" w:vMergeOrig="cont"/>'
        "<tcPrChange><tcPr><tcW/><cellDel/></tcPr></tcPrChange></tcPr><p/></tc></tr></tbl>",
        '<tbl><tr><tc><tcPr><vMerge w:val="restart"/><shd/></tcPr><p/></tc></tr></tbl>',
        '<tbl><tr><tc><tcPr><tcW/><vMerge w:val="continue"/></tcPr><p/></tc></tr></tbl>',
    ),
    "cell left without a paragraph": (
        f"<tbl>{row(f'<p>{INSERTED}<ins>[a]</ins></p>')}</tbl>",
        f"<tbl>{row('<p>[a]</p>')}</tbl>",
        f"<tbl>{row('<p/>')}</tbl>",
    ),
    "cell left with a table at its end": (
        f"<tbl>{row(f'{TABLE}<p>{DELETED}</p>')}</tbl>",
        f"<tbl>{row(f'{TABLE}<p/>')}</tbl>",
        f"<tbl>{row(f'{TABLE}<p/>')}</tbl>",
    ),
    # properties
    "letters changed": (
        "<p><r><rPr><b/><rPrChange><rPr><i/></rPr></rPrChange></rPr><t>a</t></r></p>",
        "<p><r><rPr><b/></rPr><t>a</t></r></p>",
        "<p><r><rPr><i/></rPr><t>a</t></r></p>",
    ),
    "letters were plain": (
        "<p><r><rPr><b/><rPrChange><rPr/></rPrChange></rPr><t>a</t></r></p>",
        "<p><r><rPr><b/></rPr><t>a</t></r></p>",
        "<p>[a]</p>",
    ),
    "letters of an inserted mark changed": (
        "<p><pPr><rPr><ins/><b/><rPrChange><rPr><i/></rPr></rPrChange></rPr></pPr>[a]</p><p>[b]</p>",
        "<p><pPr><rPr><b/></rPr></pPr>[a]</p><p>[b]</p>",
        "<p>[a][b]</p>",
    ),
    "letters of a mark that was an inserted one before": (
        "<p><pPr><rPr><b/><rPrChange><rPr><ins/><i/></rPr></rPrChange></rPr></pPr>[a]</p><p>[b]</p>",
        "<p><pPr><rPr><b/></rPr></pPr>[a]</p><p>[b]</p>",
        "<p><pPr><rPr><i/></rPr></pPr>[a]</p><p>[b]</p>",
    ),
    "paragraph changed, its mark and section not": (
        "<p><pPr><jc/><rPr><b/></rPr><sectPr/><pPrChange><pPr><ind/></pPr></pPrChange></pPr></p>",
        "<p><pPr><jc/><rPr><b/></rPr><sectPr/></pPr></p>",
        "<p><pPr><ind/><rPr><b/></rPr><sectPr/></pPr></p>",
    ),
    "section changed, its headers not": (
        "<p/><sectPr><headerReference/><pgSz/><sectPrChange><sectPr><pgMar/></sectPr></sectPrChange></sectPr>",
        "<p/><sectPr><headerReference/><pgSz/></sectPr>",
        "<p/><sectPr><headerReference/><pgMar/></sectPr>",
    ),
    "table changed": (
        "<tbl><tblPr><jc/><tblPrChange><tblPr><tblW/></tblPr></tblPrChange></tblPr>"
        "<tblGrid><gridCol/><tblGridChange><tblGrid><gridCol/><gridCol/></tblGrid></tblGridChange></tblGrid>"
        "<tr><tblPrEx><jc/><tblPrExChange><tblPrEx><tblW/></tblPrEx></tblPrExChange></tblPrEx>"
        "<trPr><cantSplit/><trPrChange><trPr><tblHeader/></trPr></trPrChange></trPr>"
        "<tc><tcPr><shd/><tcPrChange><tcPr><tcW/></tcPr></tcPrChange></tcPr><p/></tc></tr></tbl>",
        "<tbl><tblPr><jc/></tblPr><tblGrid><gridCol/></tblGrid><tr><tblPrEx><jc/></tblPrEx>"
        "<trPr><cantSplit/></trPr><tc><tcPr><shd/></tcPr><p/></tc></tr></tbl>",
        "<tbl><tblPr><tblW/></tblPr><tblGrid><gridCol/><gridCol/></tblGrid><tr><tblPrEx><tblW/></tblPrEx>"
        "<trPr><tblHeader/></trPr><tc><tcPr><tcW/></tcPr><p/></tc></tr></tbl>",
    ),
    "deleted row with changed properties": (
        "<tbl><tr><trPr><cantSplit/><del/><trPrChange><trPr/></trPrChange></trPr><tc><p>[a]</p></tc></tr>"
        f"{row('<p>[b]</p>')}</tbl>",
        f"<tbl>{row('<p>[b]</p>')}</tbl>",
        f"<tbl>{row('<p>[a]</p>')}{row('<p>[b]</p>')}</tbl>",
    ),
    "numbering put on": (
        "<p><pPr><numPr><numId/><ins/></numPr></pPr></p>",
        "<p><pPr><numPr><numId/></numPr></pPr></p>",
        "<p/>",
    ),
    "number as it was printed": (
        "<p><pPr><numPr><numId/><numberingChange/></numPr></pPr></p>",
        "<p><pPr><numPr><numId/></numPr></pPr></p>",
        "<p><pPr><numPr><numId/></numPr></pPr></p>",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_tables_and_properties_are_accepted_and_rejected(name: str) -> None:
    redline, accepted, rejected = CASES[name]
    assert has_revisions(story(redline))
    assert both(redline) == (accepted, rejected)
