"""Tracked changes of words: runs, paragraph marks, moves, fields, formulas, content controls."""

import pytest

from docgen.word.revisions import has_revisions
from tests.word.redlines import DELETED, INSERTED, MOVED, Case, both, mark, row, story

CASES: dict[str, Case] = {
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
    "joined out of a control that has more": (
        f"<sdt><sdtPr/><sdtContent><p>[o]</p><p>{DELETED}[a]</p></sdtContent></sdt><p>[b]</p>",
        "<sdt><sdtPr/><sdtContent><p>[o]</p></sdtContent></sdt><p>[a][b]</p>",
        "<sdt><sdtPr/><sdtContent><p>[o]</p><p>[a]</p></sdtContent></sdt><p>[b]</p>",
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
    "code after a field inside a field": (
        '<p><r><fldChar w:fldCharType="begin"/><fldChar w:fldCharType="begin"/><fldChar w:fldCharType="end"/>'
        '<instrText>IF</instrText><fldChar w:fldCharType="end"/></r><del>[-a]</del></p>',
        '<p><r><fldChar w:fldCharType="begin"/><fldChar w:fldCharType="begin"/><fldChar w:fldCharType="end"/>'
        '<instrText>IF</instrText><fldChar w:fldCharType="end"/></r></p>',
        '<p><r><fldChar w:fldCharType="begin"/><fldChar w:fldCharType="begin"/><fldChar w:fldCharType="end"/>'
        '<instrText>IF</instrText><fldChar w:fldCharType="end"/></r>[a]</p>',
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
    "matrix inserted, its terms not": (
        "<p><m:oMath><m:m><m:mPr><m:ctrlPr><ins/></m:ctrlPr></m:mPr>"
        "<m:mr><m:e><m:argPr/><m:r><m:t>x</m:t></m:r></m:e></m:mr></m:m></m:oMath></p>",
        "<p><m:oMath><m:m><m:mPr><m:ctrlPr/></m:mPr>"
        "<m:mr><m:e><m:argPr/><m:r><m:t>x</m:t></m:r></m:e></m:mr></m:m></m:oMath></p>",
        "<p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></p>",
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
    "control in the second of two ranges": (
        '<customXmlDelRangeStart w:id="1"/><customXmlDelRangeStart w:id="2"/><customXmlDelRangeEnd w:id="1"/>'
        '<sdt><sdtContent><p>[a]</p></sdtContent></sdt><customXmlDelRangeEnd w:id="2"/>',
        "<p>[a]</p>",
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
def test_words_are_accepted_and_rejected(name: str) -> None:
    redline, accepted, rejected = CASES[name]
    assert has_revisions(story(redline))
    assert both(redline) == (accepted, rejected)
