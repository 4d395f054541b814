"""Tracked changes in every part, in texts that have none, and in trees that no program would write."""

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from docgen.word.revisions import accept, has_revisions, reject
from tests.word.redlines import DELETED, M, Settle, W, settled, shown, story
from tests.word.test_revisions import CASES as WORDS
from tests.word.test_revisions_tables import CASES as TABLES

EXAMPLES = 5_000 if os.environ.get("DOCGEN_LONG") else 100
TAGS = sorted({str(element.tag) for case in (WORDS | TABLES).values() for element in story(case[0]).iter()})
TREES = st.recursive(
    st.builds(lambda tag: (tag, []), st.sampled_from(TAGS)),
    lambda inner: st.tuples(st.sampled_from(TAGS), st.lists(inner, max_size=4)),
    max_leaves=24,
)


@pytest.mark.parametrize("top", ["hdr", "ftr", "tc", "txbxContent"])
def test_every_kind_of_story_keeps_a_paragraph(top: str) -> None:
    root = story(f"<p>{DELETED}<del>[-a]</del></p>", top)
    accept(root)
    assert shown(root) == f"<{top}><p/></{top}>"


@pytest.mark.parametrize("top", ["footnote", "endnote", "comment"])
def test_notes_are_settled_each_for_itself(top: str) -> None:
    root = story(f"<{top}><p>{DELETED}[a]</p><p>[b]</p></{top}><{top}><p>[c]</p></{top}>", f"{top}s")
    accept(root)
    assert shown(root) == f"<{top}s><{top}><p>[a][b]</p></{top}><{top}><p>[c]</p></{top}></{top}s>"


def test_styles_are_settled() -> None:
    styles = (
        "<style><pPr><jc/><pPrChange><pPr><ind/></pPr></pPrChange></pPr>"
        "<rPr><b/><rPrChange><rPr/></rPrChange></rPr></style>"
    )
    new, old = story(styles, "styles"), story(styles, "styles")
    accept(new)
    reject(old)
    assert shown(new) == "<styles><style><pPr><jc/></pPr><rPr><b/></rPr></style></styles>"
    assert shown(old) == "<styles><style><pPr><ind/></pPr></style></styles>"


@pytest.mark.parametrize("settle", [accept, reject])
def test_what_has_no_change_stays_as_it_is(settle: Settle) -> None:
    """Also what is put right in passing where there are changes: empty properties, a code outside a field."""
    plain = "<p><pPr><rPr/></pPr><r><instrText>DATE</instrText></r></p><tbl><tblPr/></tbl><sdt><sdtContent/></sdt>"
    assert not has_revisions(story(plain))
    assert settled(plain, settle) == plain


@pytest.mark.parametrize("span", ["9" * 5_000, "-1", "hai", ""])
def test_a_cell_whose_columns_are_no_number_takes_one(span: str) -> None:
    cells = f'<tc><tcPr><gridSpan w:val="{span}"/></tcPr><p/></tc><tc><tcPr><cellDel/></tcPr><p/></tc>'
    accepted = settled(f"<tbl><tblGrid><gridCol/><gridCol/></tblGrid><tr>{cells}</tr></tbl>", accept)
    assert '<gridSpan w:val="2"/>' in accepted


def test_the_top_of_a_part_stays_whatever_it_is() -> None:
    formula = etree.fromstring(
        f'<m:f xmlns:m="{M}" xmlns:w="{W}"><m:fPr><m:ctrlPr><w:del/></m:ctrlPr></m:fPr><m:num><m:r/></m:num></m:f>'
    )
    accept(formula)
    assert formula.tag == f"{{{M}}}f"


def grown(tree: tuple[str, list]) -> etree._Element:
    element = etree.Element(tree[0], {f"{{{W}}}id": "1", f"{{{W}}}val": "x" * len(tree[1])})
    element.extend(grown(child) for child in tree[1])
    return element


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.lists(TREES, max_size=4), st.sampled_from([accept, reject]))
def test_nothing_a_file_may_hold_makes_it_fail_or_stays_a_change(trees: list, settle: Settle) -> None:
    root = story("")
    root.extend(grown(tree) for tree in trees)
    settle(root)
    assert not has_revisions(root)
