"""Of any two drafts: the redline accepted is the new one, rejected the old; of one draft with itself nothing."""

import os

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from docgen.word.package import DOCUMENT, read_package
from docgen.word.redline_proof import verify
from docgen.word.redlining import redline
from tests.word.redlines import M
from tests.word.small import W
from tests.word.test_redline import draft

EXAMPLES = 1_000 if os.environ.get("DOCGEN_LONG") else 60
WORDS = st.lists(
    st.sampled_from(["Tỉnh ủy", "Tỉnh uỷ", "giao", "5%", "- ", " ", "và", "15/7/2023", "khe\u0301o", "khéo", "."]),
    min_size=1,
    max_size=6,
).map(" ".join)
LETTERS = st.sampled_from(
    ["", "<rPr><b/></rPr>", "<rPr><i/><sz w:val='28'/></rPr>", "<rPr><lang w:val='vi-VN'/></rPr>"]
)
RUNS = st.builds(lambda look, words: f"<r>{look}<t>{words}</t></r>", LETTERS, WORDS)
ENDS = {kind: f"<r><fldChar w:fldCharType='{kind}'/></r>" for kind in ("begin", "separate", "end")}
FIELD = f"{ENDS['begin']}<r><instrText>PAGE</instrText></r>{ENDS['separate']}[1]{ENDS['end']}"
FORMULA = f"<m:oMath xmlns:m='{M}'><m:r><m:t>x</m:t></m:r></m:oMath>"
THINGS = ("<r><tab/></r>", "<r><br/></r>", FIELD, FORMULA, "<bookmarkStart/>", "<bookmarkEnd/>", *ENDS.values())
INLINE = st.one_of(
    RUNS,
    RUNS,
    RUNS.map(lambda run: f"<sdt><sdtPr/><sdtContent>{run}</sdtContent></sdt>"),
    RUNS.map(lambda run: f"<hyperlink w:anchor='a'>{run}</hyperlink>"),
    RUNS.map(lambda run: f"<fldSimple w:instr='DATE'>{run}</fldSimple>"),
    st.sampled_from(THINGS),
)
SECTION = "<sectPr><cols w:num='2'/></sectPr>"
PROPERTIES = st.sampled_from(
    ["", "", "<pPr><jc w:val='center'/></pPr>", "<pPr><ind/><rPr><b/></rPr></pPr>", f"<pPr>{SECTION}</pPr>"]
)
PARAGRAPHS = st.builds(lambda look, inside: f"<p>{look}{''.join(inside)}</p>", PROPERTIES, st.lists(INLINE, max_size=4))
CELLS = st.builds(lambda inside: f"<tc>{''.join(inside)}</tc>", st.lists(PARAGRAPHS, min_size=1, max_size=2))
ROWS = st.builds(lambda cells: f"<tr>{''.join(cells)}</tr>", st.lists(CELLS, min_size=1, max_size=3))
TABLES = st.builds(
    lambda rows: f"<tbl><tblPr/><tblGrid><gridCol/><gridCol/></tblGrid>{''.join(rows)}</tbl>",
    st.lists(ROWS, min_size=1, max_size=3),
)
BLOCKS = st.one_of(PARAGRAPHS, PARAGRAPHS, PARAGRAPHS, TABLES)
BODIES = st.lists(BLOCKS, min_size=1, max_size=6).map(lambda blocks: [*blocks, "<p/>"])


@st.composite
def pairs(draw: st.DrawFn) -> tuple[bytes, bytes]:
    """Two drafts that have blocks in common, some in another order."""
    old = draw(BODIES)
    new = draw(st.permutations(old)) if draw(st.booleans()) else list(old)
    at = draw(st.integers(0, len(new)))
    new[at : at + draw(st.integers(0, 2))] = draw(st.lists(BLOCKS, max_size=2))
    return draft("".join(old)), draft("".join(new))


@settings(max_examples=EXAMPLES, deadline=None)
@given(pairs(), st.booleans(), st.sampled_from(["native", "delins"]))
def test_accepted_it_is_the_new_draft_and_rejected_the_old(pair: tuple[bytes, bytes], strict: bool, moves: str) -> None:
    old, new = pair
    made = redline(old, new, strict=strict, moves=moves).content  # type: ignore[arg-type]
    assert verify(old, new, made, strict=strict) == []
    assert redline(old, new, strict=strict, moves=moves).content == made  # type: ignore[arg-type]


@settings(max_examples=EXAMPLES, deadline=None)
@given(BODIES)
def test_a_draft_with_itself_is_the_draft(body: list[str]) -> None:
    same = draft("".join(body))
    made = redline(same, same, strict=True)
    assert made.content == same and not made.folded and not made.not_compared


@settings(max_examples=EXAMPLES, deadline=None)
@given(pairs())
def test_every_mark_has_a_number_of_its_own_and_every_range_two_ends(pair: tuple[bytes, bytes]) -> None:
    root = etree.fromstring(read_package(redline(*pair).content)[DOCUMENT])
    numbers = [one.get(f"{{{W}}}id") for one in root.iter() if one.get(f"{{{W}}}author")]
    assert len(numbers) == len(set(numbers))
    for side in ("From", "To"):
        starts, ends = (
            [one.get(f"{{{W}}}id") for one in root.iter(f"{{{W}}}move{side}Range{end}")] for end in ("Start", "End")
        )
        assert starts == ends
    assert not list(root.iterfind(f".//{{{W}}}del//{{{W}}}t"))
    assert not list(root.iterfind(f".//{{{W}}}moveFrom//{{{W}}}delText"))
