"""Drafts as redlines: what is marked, and nothing else; accepted it is the new draft, rejected the old one."""

import re

import pytest
from lxml import etree

from docgen.word.package import DOCUMENT, read_package
from docgen.word.redline_proof import verify
from docgen.word.redlining import redline
from docgen.word.settling import settled
from tests.word.redlines import mark, row, written_out
from tests.word.small import W, package

_NOTATION = (
    (r"(</?)w:", r"\1"),
    (r' (?:w:id|w:author|w:date|w:name|xml:space)="[^"]*"', ""),
    (r"<r><t>([^<]+)</t></r>", r"[\1]"),
    (r"<r><delText>([^<]+)</delText></r>", r"[-\1]"),
)
B = "<rPr><b/></rPr>"
BOLD = f"<r>{B}<t>a</t></r>"
GRID = "<tblGrid><gridCol/><gridCol/></tblGrid>"


def draft(body: str) -> bytes:
    """A .docx of a body in the notation of tests/word/redlines.py."""
    return package(re.sub(r"(</?)(?=\w+[ />])", r"\1w:", written_out(body)))


def marks(old: str, new: str, strict: bool = True) -> str:
    """The body of the redline, who and when left out; that it holds both ways is proved."""
    before, after = draft(old), draft(new)
    made = redline(before, after, strict=strict).content
    assert verify(before, after, made, strict=strict) == []
    body = read_package(made)[DOCUMENT].decode("utf-8").partition("<w:body>")[2].partition("<w:sectPr")[0]
    for pattern, instead in _NOTATION:
        body = re.sub(pattern, instead, body)
    return body


def table(*rows: str, grid: str = GRID) -> str:
    return f"<tbl><tblPr/>{grid}{''.join(rows)}</tbl>"


CASES = {
    "a word for a word": ("<p>[tỷ lệ 5% năm]</p>", "<p>[tỷ lệ 7% năm]</p>",
        "<p>[tỷ lệ ]<del>[-5%]</del><ins>[7%]</ins>[ năm]</p>"),
    "words in several runs": ("<p>[Ban Thường][ vụ]</p>", "<p>[Ban Thường vụ]</p>", "<p>[Ban Thường vụ]</p>"),
    "a paragraph put in": ("<p>[a]</p><p>[c]</p>", "<p>[a]</p><p>[b]</p><p>[c]</p>",
        f"<p>[a]</p><p>{mark('ins')}<ins>[b]</ins></p><p>[c]</p>"),
    "a paragraph taken out": ("<p>[a]</p><p>[b]</p><p>[c]</p>", "<p>[a]</p><p>[c]</p>",
        f"<p>[a]</p><p>{mark('del')}<del>[-b]</del></p><p>[c]</p>"),
    "the last paragraph taken out: the mark before it went": ("<p>[a]</p><p>[b]</p>", "<p>[a]</p>",
        f"<p>{mark('del')}[a]</p><p><del>[-b]</del></p>"),
    "a last paragraph put in: the mark before it came": ("<p>[a]</p>", "<p>[a]</p><p>[b]</p>",
        f"<p>{mark('ins')}[a]</p><p><ins>[b]</ins></p>"),
    "one for another": ("<p>[một]</p>", "<p>[hai]</p>", "<p><del>[-một]</del><ins>[hai]</ins></p>"),
    "split": ("<p>[a b. c d.]</p>", "<p>[a b.]</p><p>[ c d.]</p>", f"<p>{mark('ins')}[a b.]</p><p>[ c d.]</p>"),
    "joined": ("<p>[a b.]</p><p>[ c d.]</p>", "<p>[a b. c d.]</p>", f"<p>{mark('del')}[a b.]</p><p>[ c d.]</p>"),
    "made bold": ("<p>[a]</p>", f"<p>{BOLD}</p>", "<p><r><rPr><b/><rPrChange><rPr/></rPrChange></rPr><t>a</t></r></p>"),
    "bold no more": (f"<p>{BOLD}</p>", "<p>[a]</p>", f"<p><r><rPr><rPrChange>{B}</rPrChange></rPr><t>a</t></r></p>"),
    "a word of it made bold": ("<p>[một a]</p>", f"<p>[một ]{BOLD}</p>",
        "<p>[một ]<r><rPr><b/><rPrChange><rPr/></rPrChange></rPr><t>a</t></r></p>"),
    "aligned otherwise": ("<p>[a]</p>", "<p><pPr><jc/></pPr>[a]</p>",
        "<p><pPr><jc/><pPrChange><pPr/></pPrChange></pPr>[a]</p>"),
    "the mark made bold": ("<p>[a]</p>", f"<p><pPr>{B}</pPr>[a]</p>",
        "<p><pPr><rPr><b/><rPrChange><rPr/></rPrChange></rPr></pPr>[a]</p>"),
    "a tab and a break": ("<p>[a]<r><tab/></r>[b]</p>", "<p>[a]<r><br/></r>[b]</p>",
        "<p>[a]<del><r><tab/></r></del><ins><r><br/></r></ins>[b]</p>"),
    "bookmarks are not compared": ("<p>[a ]<bookmarkStart/>[b]</p>", "<p>[a b]<bookmarkEnd/></p>",
        "<p>[a b]<bookmarkEnd/></p>"),
    "a control is looked through": ("<p>[một hai]</p>", "<p><sdt><sdtContent>[một]</sdtContent></sdt>[ hai ba]</p>",
        "<p><sdt><sdtContent>[một]</sdtContent></sdt>[ hai]<ins>[ ba]</ins></p>"),
    "a simple field is written out": ("<p>[a]<fldSimple w:instr=\"DATE\">[5]</fldSimple></p>", "<p>[a]</p>",
        "<p>[a]<del><r><fldChar w:fldCharType=\"begin\"/></r><r><delInstrText>DATE</delInstrText></r>"
        "<r><fldChar w:fldCharType=\"separate\"/></r>[-5]<r><fldChar w:fldCharType=\"end\"/></r></del></p>"),
    "words of a cell": (table(row("<p>[a b]</p>", "<p>[c]</p>")), table(row("<p>[a x]</p>", "<p>[c]</p>")),
        table(row("<p>[a ]<del>[-b]</del><ins>[x]</ins></p>", "<p>[c]</p>"))),
    "a row put in": (table(row("<p>[a]</p>")), table(row("<p>[a]</p>"), row("<p>[b]</p>")),
        table(row("<p>[a]</p>"), row(f"<p>{mark('ins')}<ins>[b]</ins></p>", mark="ins"))),
    "a row taken out": (table(row("<p>[a]</p>"), row("<p>[b]</p>")), table(row("<p>[b]</p>")),
        table(row(f"<p>{mark('del')}<del>[-a]</del></p>", mark="del"), row("<p>[b]</p>"))),
    "a column put in": (table(row("<p>[a]</p>"), grid="<tblGrid><gridCol/></tblGrid>"),
        table(row("<p>[a]</p>", "<p>[b]</p>")),
        table(row("<p>[a]</p>", f"<tcPr><cellIns/></tcPr><p>{mark('ins')}<ins>[b]</ins></p>"),
            grid="<tblGrid><gridCol/><gridCol/><tblGridChange><tblGrid><gridCol/></tblGrid></tblGridChange></tblGrid>")),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_marks(case: str) -> None:
    old, new, expected = CASES[case]
    assert marks(old, new) == expected


@pytest.mark.parametrize("case", CASES)
def test_a_draft_against_itself_stays_as_it_lies(case: str) -> None:
    for body in CASES[case][:2]:
        same = draft(body)
        assert redline(same, same, strict=True).content == same


ITEMS = [f"<p>[Nhiệm vụ thứ {at} giao cho đơn vị {at} trong năm 202{at}.]</p>" for at in range(5)]


def test_a_paragraph_moved_is_marked_as_word_does() -> None:
    found = marks("".join(ITEMS), "".join(ITEMS[at] for at in (0, 3, 1, 2, 4)))
    words = "[Nhiệm vụ thứ 3 giao cho đơn vị 3 trong năm 2023.]"
    came = f"<p>{mark('moveTo')}<moveToRangeStart/><moveTo>{words}</moveTo></p><moveToRangeEnd/>"
    went = f"<p>{mark('moveFrom')}<moveFromRangeStart/><moveFrom>{words}</moveFrom></p><moveFromRangeEnd/>"
    assert found == ITEMS[0] + came + ITEMS[1] + ITEMS[2] + went + ITEMS[4]


def test_both_halves_of_a_move_share_a_name_and_ids_are_unique() -> None:
    old, new = draft("".join(ITEMS)), draft("".join(ITEMS[at] for at in (0, 3, 1, 2, 4)))
    root = etree.fromstring(read_package(redline(old, new).content)[DOCUMENT])
    names = [one.get(f"{{{W}}}name") for one in root.iter(f"{{{W}}}moveToRangeStart", f"{{{W}}}moveFromRangeStart")]
    assert len(names) == 2 and len(set(names)) == 1
    ids = [one.get(f"{{{W}}}id") for one in root.iter() if one.get(f"{{{W}}}author")]
    assert len(ids) == len(set(ids)) == 6


def test_moves_may_be_asked_for_as_deletion_and_insertion() -> None:
    old, new = draft("".join(ITEMS)), draft("".join(ITEMS[at] for at in (0, 3, 1, 2, 4)))
    made = redline(old, new, strict=True, moves="delins").content
    assert b"moveFrom" not in read_package(made)[DOCUMENT]
    assert verify(old, new, made, strict=True) == []


NOISE = {
    "unicode": ("Nghị quyết", "Nghi\u0323 quyê\u0301t"),
    "tone": ("Tỉnh ủy", "Tỉnh uỷ"),
    "space": ("năm 2025", "năm\u00a02025"),
    "quote": ('"Dân vận khéo"', "“Dân vận khéo”"),
    "dash": ("2020-2025", "2020–2025"),
}


@pytest.mark.parametrize("noise", NOISE)
def test_spelling_forms_are_counted_and_marked_only_if_strict(noise: str) -> None:
    old, new = (f"<p>[{text}]</p>" for text in NOISE[noise])
    assert marks(old, new, strict=False) == new
    assert noise in redline(draft(old), draft(new)).folded
    assert "<ins>" in marks(old, new, strict=True)


def test_a_real_change_amid_noise_is_the_only_one_marked() -> None:
    found = marks("<p>[Tỉnh ủy giao 5% và]</p>", "<p>[Tỉnh uỷ giao 7% và]</p>", strict=False)
    assert found == "<p>[Tỉnh uỷ giao ]<del>[-5%]</del><ins>[7%]</ins>[ và]</p>"


def test_author_and_date_are_those_asked_for_and_bytes_are_the_same_twice() -> None:
    old, new = draft("<p>[a]</p>"), draft("<p>[b]</p>")
    made = redline(old, new, author="Nguyễn Văn A", date="2025-01-02T03:04:05Z").content
    body = read_package(made)[DOCUMENT].decode("utf-8")
    assert body.count('w:author="Nguyễn Văn A" w:date="2025-01-02T03:04:05Z"') == 2
    assert redline(old, new, author="Nguyễn Văn A", date="2025-01-02T03:04:05Z").content == made


def test_changes_a_draft_came_with_are_taken_as_accepted_and_told() -> None:
    made = redline(draft("<p><del>[-a]</del>[b]</p>"), draft("<p>[b]</p>"))
    assert any("theo dõi" in said.vi for said in made.not_compared)
    assert b"<w:del" not in read_package(made.content)[DOCUMENT]
    assert not redline(draft("<p>[b]</p>"), draft("<p>[b]</p>")).not_compared


def test_a_redline_that_does_not_hold_is_told_with_its_place() -> None:
    old, new, other = draft("<p>[a]</p><p>[b]</p>"), draft("<p>[a]</p><p>[c]</p>"), draft("<p>[a]</p><p>[d]</p>")
    made = redline(old, other).content
    assert [(place.way, place.line, place.expected, place.found) for place in verify(old, new, made)] == [
        ("accept", 2, "c", "d")
    ]
    assert verify(old, new, settled(made, False).content)[0].way == "accept"
    bold = draft("<p>[a]</p><p><r><rPr><b/></rPr><t>b</t></r></p>")
    assert [place.way for place in verify(old, bold, old)] == ["accept"]
