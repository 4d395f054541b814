"""Tracked changes, construct by construct: a text with them, and without."""

import re
from collections.abc import Callable

import pytest
from lxml import etree

from docgen.word.revisions import accept, has_revisions, reject

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
Settle = Callable[[etree._Element], None]
_RUN = "<r><t>{}</t></r>"


def story(body: str, top: str = "body") -> etree._Element:
    """XML with WordprocessingML as the default namespace; `[a]` is a run saying a, `[-a]` a deleted one."""
    body = re.sub(r"\[-(.+?)\]", r"<r><delText>\1</delText></r>", body)
    body = re.sub(r"\[(.+?)\]", _RUN.format(r"\1"), body)
    return etree.fromstring(f'<{top} xmlns="{W}" xmlns:w="{W}" xmlns:m="{M}">{body}</{top}>')


def shown(root: etree._Element) -> str:
    """The inside of a story in the notation of `story`."""
    text = re.sub(r' xmlns(:\w+)?="[^"]+"', "", etree.tostring(root, encoding="unicode"))
    text = re.sub(r"<r><t>([^<]+)</t></r>", r"[\1]", text)
    return re.sub(r"<w:(\w+)", r"<\1", text).removeprefix("<body>").removesuffix("</body>").removesuffix("<body/>")


def settled(body: str, settle: Settle) -> str:
    root = story(body)
    settle(root)
    assert not has_revisions(root)
    return shown(root)


def mark(*names: str, rest: str = "") -> str:
    """Properties of a paragraph whose mark was inserted, deleted, moved."""
    return f"<pPr>{rest}<rPr>{''.join(f'<{name}/>' for name in names)}</rPr></pPr>"


def row(*cells: str, mark: str = "") -> str:
    properties = f"<trPr><{mark}/></trPr>" if mark else ""
    return f"<tr>{properties}{''.join(f'<tc>{cell}</tc>' for cell in cells)}</tr>"


INSERTED, DELETED, MOVED = mark("ins"), mark("del"), mark("moveFrom")
TABLE = f"<tbl>{row('<p>[t]</p>')}</tbl>"

CASES = {
    # runs
    "inserted run": ("<p>[a]<ins>[b]</ins></p>", "<p>[a][b]</p>", "<p>[a]</p>"),
    "deleted run": ("<p>[a]<del>[-b]</del></p>", "<p>[a]</p>", "<p>[a][b]</p>"),
    "deleted inside inserted": ("<p>[a]<ins>[b]<del>[-c]</del></ins></p>", "<p>[a][b]</p>", "<p>[a]</p>"),
    "inserted inside deleted": ("<p><del>[-a]<ins>[-b]</ins></del>[c]</p>", "<p>[c]</p>", "<p>[a][c]</p>"),
    "in a hyperlink": (
        "<p><hyperlink>[a]<ins>[b]</ins><del>[-c]</del></hyperlink></p>",
        "<p><hyperlink>[a][b]</hyperlink></p>",
        "<p><hyperlink>[a][c]</hyperlink></p>",
    ),
    "in a control that stays": (
        "<p><sdt><sdtContent><del>[-a]</del></sdtContent></sdt>[b]</p>",
        "<p><sdt><sdtContent/></sdt>[b]</p>",
        "<p><sdt><sdtContent>[a]</sdtContent></sdt>[b]</p>",
    ),
    "deleted text outside a deletion": ("<p>[a][-b]</p>", "<p>[a]<r/></p>", "<p>[a][b]</p>"),
    # paragraph marks: the properties of the last paragraph are those of the joined one
    "deleted mark": (
        f"<p>{mark('del', rest='<jc/>')}[a]</p><p><pPr><ind/></pPr>[b]</p>",
        "<p><pPr><ind/></pPr>[a][b]</p>",
        "<p><pPr><jc/></pPr>[a]</p><p><pPr><ind/></pPr>[b]</p>",
    ),
    "inserted mark": (f"<p>{INSERTED}[a]</p><p>[b]</p>", "<p>[a]</p><p>[b]</p>", "<p>[a][b]</p>"),
    "several deleted marks": (
        f"<p>[o]</p><p>{DELETED}[a]</p><p>{DELETED}[b]</p><p>[c]</p><p>[d]</p>",
        "<p>[o]</p><p>[a][b][c]</p><p>[d]</p>",
        "<p>[o]</p><p>[a]</p><p>[b]</p><p>[c]</p><p>[d]</p>",
    ),
    "deleted paragraph": (
        f"<p>[a]</p><p>{DELETED}<del>[-b]</del></p><p>[c]</p>",
        "<p>[a]</p><p>[c]</p>",
        "<p>[a]</p><p>[b]</p><p>[c]</p>",
    ),
    "text deleted, mark not": ("<p><del>[-a]</del></p><p>[b]</p>", "<p/><p>[b]</p>", "<p>[a]</p><p>[b]</p>"),
    "mark inserted, then deleted": (
        f"<p>{mark('ins', 'del')}[a]</p><p>[b]</p>",
        "<p>[a][b]</p>",
        "<p>[a][b]</p>",
    ),
    "deleted section break": (
        f"<p>{mark('del', rest='<sectPr/>')}[a]</p><p>[b]</p>",
        "<p>[a][b]</p>",
        "<p><pPr><sectPr/></pPr>[a]</p><p>[b]</p>",
    ),
    "last paragraph deleted": (f"<p>[a]</p><p>{DELETED}<del>[-b]</del></p>", "<p>[a]</p>", "<p>[a]</p><p>[b]</p>"),
    "last mark deleted, words not": (
        f"<p>[a]</p><p>{DELETED}[b]</p>",
        "<p>[a]</p><p>[b]</p>",
        "<p>[a]</p><p>[b]</p>",
    ),
    "the only paragraph inserted": (
        f"<p>{INSERTED}<ins>[a]</ins></p><sectPr/>",
        "<p>[a]</p><sectPr/>",
        "<p/><sectPr/>",
    ),
    "deleted paragraph before a table": (
        f"<p>{DELETED}<del>[-a]</del></p><tbl>{row('<p>[b]</p>')}</tbl><p/>",
        f"<tbl>{row('<p>[b]</p>')}</tbl><p/>",
        f"<p>[a]</p><tbl>{row('<p>[b]</p>')}</tbl><p/>",
    ),
    "deleted mark before a table": (
        f"<p>{DELETED}[a]</p><tbl>{row('<p>[b]</p>')}</tbl><p/>",
        f"<p>[a]</p><tbl>{row('<p>[b]</p>')}</tbl><p/>",
        f"<p>[a]</p><tbl>{row('<p>[b]</p>')}</tbl><p/>",
    ),
    "joined into a control": (
        f"<p>{DELETED}[a]</p><sdt><sdtContent><p>[b]</p></sdtContent></sdt>",
        "<sdt><sdtContent><p>[a][b]</p></sdtContent></sdt>",
        "<p>[a]</p><sdt><sdtContent><p>[b]</p></sdtContent></sdt>",
    ),
    "joined out of a control": (
        f"<sdt><sdtPr/><sdtContent><p>{DELETED}[a]</p></sdtContent></sdt><p>[b]</p>",
        "<p>[a][b]</p>",
        "<sdt><sdtPr/><sdtContent><p>[a]</p></sdtContent></sdt><p>[b]</p>",
    ),
    "inside a text box": (
        f"<p><r><pict><txbxContent><p>{DELETED}[a]</p><p>[b]</p></txbxContent></pict></r></p>",
        "<p><r><pict><txbxContent><p>[a][b]</p></txbxContent></pict></r></p>",
        "<p><r><pict><txbxContent><p>[a]</p><p>[b]</p></txbxContent></pict></r></p>",
    ),
    # moves
    "moved run": (
        "<p><moveFromRangeStart/><moveFrom>[a]</moveFrom><moveFromRangeEnd/>[b]"
        "<moveToRangeStart/><moveTo>[a]</moveTo><moveToRangeEnd/></p>",
        "<p>[b][a]</p>",
        "<p>[a][b]</p>",
    ),
    "moved paragraph": (
        f"<p>{MOVED}<moveFromRangeStart/><moveFrom>[a]</moveFrom></p><moveFromRangeEnd/><p>[b]</p>"
        f"<p>{mark('moveTo')}<moveToRangeStart/><moveTo>[a]</moveTo></p><moveToRangeEnd/><p>[c]</p>",
        "<p>[b]</p><p>[a]</p><p>[c]</p>",
        "<p>[a]</p><p>[b]</p><p>[c]</p>",
    ),
    "edited at the new place": (
        f"<p>{mark('moveTo')}<moveTo>[a]</moveTo><ins>[b]</ins></p><p>[c]</p>",
        "<p>[a][b]</p><p>[c]</p>",
        "<p>[c]</p>",
    ),
    "moved row": (
        f"<tbl>{row(f'<p>{MOVED}<moveFrom>[a]</moveFrom></p>')}{row('<p>[b]</p>')}</tbl>",
        f"<tbl>{row('<p>[b]</p>')}</tbl>",
        f"<tbl>{row('<p>[a]</p>')}{row('<p>[b]</p>')}</tbl>",
    ),
    "row whose words moved": (
        f"<tbl>{row('<p><moveFrom>[a]</moveFrom></p>')}{row('<p>[b]</p>')}</tbl>",
        f"<tbl>{row('<p/>')}{row('<p>[b]</p>')}</tbl>",
        f"<tbl>{row('<p>[a]</p>')}{row('<p>[b]</p>')}</tbl>",
    ),
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
    # fields
    "deleted field": (
        '<p><del><r><fldChar w:fldCharType="begin"/></r><r><delInstrText>DATE</delInstrText></r>'
        '<r><fldChar w:fldCharType="end"/></r></del>[a]</p>',
        "<p>[a]</p>",
        '<p><r><fldChar w:fldCharType="begin"/></r><r><instrText>DATE</instrText></r>'
        '<r><fldChar w:fldCharType="end"/></r>[a]</p>',
    ),
    "inserted field whose code has no mark": (
        '<p>[a]<ins><r><fldChar w:fldCharType="begin"/></r></ins><r><instrText>DATE</instrText></r>'
        '<ins><r><fldChar w:fldCharType="end"/></r></ins></p>',
        '<p>[a]<r><fldChar w:fldCharType="begin"/></r><r><instrText>DATE</instrText></r>'
        '<r><fldChar w:fldCharType="end"/></r></p>',
        "<p>[a]<r/></p>",
    ),
    # formulas
    "letter of a formula": (
        "<p><m:oMath><m:r><m:t>x</m:t></m:r><m:r><del><rPr/><m:t>y</m:t></del></m:r></m:oMath></p>",
        "<p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></p>",
        "<p><m:oMath><m:r><m:t>x</m:t></m:r><m:r><rPr/><m:t>y</m:t></m:r></m:oMath></p>",
    ),
    "letter of a formula with the mark before it": (
        "<p><m:oMath><m:r><ins><rPr/></ins><m:t>y</m:t></m:r></m:oMath></p>",
        "<p><m:oMath><m:r><rPr/><m:t>y</m:t></m:r></m:oMath></p>",
        "<p><m:oMath/></p>",
    ),
    "fraction deleted, its terms not": (
        "<p><m:oMath><m:f><m:fPr><m:ctrlPr><del><rPr/></del></m:ctrlPr></m:fPr>"
        "<m:num><m:r><m:t>x</m:t></m:r></m:num><m:den><m:r><m:t>y</m:t></m:r></m:den></m:f></m:oMath></p>",
        "<p><m:oMath><m:r><m:t>x</m:t></m:r><m:r><m:t>y</m:t></m:r></m:oMath></p>",
        "<p><m:oMath><m:f><m:fPr><m:ctrlPr><rPr/></m:ctrlPr></m:fPr>"
        "<m:num><m:r><m:t>x</m:t></m:r></m:num><m:den><m:r><m:t>y</m:t></m:r></m:den></m:f></m:oMath></p>",
    ),
    "formula": ("<p>[a]<ins><m:oMath/></ins></p>", "<p>[a]<m:oMath/></p>", "<p>[a]</p>"),
    # content controls
    "control put around": (
        '<p><customXmlInsRangeStart w:id="1"/><sdt><sdtPr/><sdtContent><customXmlInsRangeEnd w:id="1"/>[a]'
        '<customXmlInsRangeStart w:id="2"/></sdtContent></sdt><customXmlInsRangeEnd w:id="2"/>[b]</p>',
        "<p><sdt><sdtPr/><sdtContent>[a]</sdtContent></sdt>[b]</p>",
        "<p>[a][b]</p>",
    ),
    "control taken off": (
        '<customXmlDelRangeStart w:id="1"/><sdt><sdtContent><customXmlDelRangeEnd w:id="1"/><p>[a]</p>'
        '<customXmlDelRangeStart w:id="2"/></sdtContent></sdt><customXmlDelRangeEnd w:id="2"/>',
        "<p>[a]</p>",
        "<sdt><sdtContent><p>[a]</p></sdtContent></sdt>",
    ),
    "only the first tag of a control in a range": (
        '<customXmlDelRangeStart w:id="1"/><sdt><sdtContent><customXmlDelRangeEnd w:id="1"/><p>[a]</p>'
        "</sdtContent></sdt>",
        "<sdt><sdtContent><p>[a]</p></sdtContent></sdt>",
        "<sdt><sdtContent><p>[a]</p></sdtContent></sdt>",
    ),
    "moved control": (
        '<customXmlMoveFromRangeStart w:id="1"/><sdt><sdtContent><customXmlMoveFromRangeEnd w:id="1"/>'
        f"<p>{MOVED}<moveFrom>[a]</moveFrom></p>"
        '<customXmlMoveFromRangeStart w:id="2"/></sdtContent></sdt><customXmlMoveFromRangeEnd w:id="2"/><p>[b]</p>',
        "<p>[b]</p>",
        "<sdt><sdtContent><p>[a]</p></sdtContent></sdt><p>[b]</p>",
    ),
    "custom markup taken off": (
        '<customXmlDelRangeStart w:id="1"/><customXml><customXmlPr/><p>[a]</p></customXml>'
        '<customXmlDelRangeEnd w:id="1"/>',
        "<p>[a]</p>",
        "<customXml><customXmlPr/><p>[a]</p></customXml>",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_construct_is_accepted_and_rejected(name: str) -> None:
    redline, accepted, rejected = CASES[name]
    assert has_revisions(story(redline))
    assert settled(redline, accept) == accepted
    assert settled(redline, reject) == rejected
