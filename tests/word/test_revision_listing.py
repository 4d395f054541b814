"""Tracked changes one by one: whose, what, where; and the whole paper with or without them."""

import pytest

from docgen.model.revision import Revision
from docgen.word.looks import W
from docgen.word.package import DOCUMENT, packed_parts, parse_part, read_package
from docgen.word.revision_listing import revisions_in
from docgen.word.settling import settled
from tests.word.small import package, paragraph, row, run, table

BY_AN = 'w:id="1" w:author="An" w:date="2023-07-14T08:00:00Z"'
BY_BINH = 'w:id="2" w:author="Bình" w:date="2023-07-15T08:00:00Z"'


def ins(words: str, by: str = BY_AN) -> str:
    return f"<w:ins {by}>{run(words)}</w:ins>"


def gone(words: str, by: str = BY_AN) -> str:
    return f"<w:del {by}><w:r><w:delText>{words}</w:delText></w:r></w:del>"


def p(*content: str, mark: str = "") -> str:
    return f"<w:p><w:pPr><w:rPr>{mark}</w:rPr></w:pPr>{''.join(content)}</w:p>"


def told(body: str, **others: str) -> list[tuple[str, str, str]]:
    return [(one.kind, one.author, one.words) for one in revisions_in(package(body, **others))]


CASES: dict[str, tuple[str, list[tuple[str, str, str]]]] = {
    "words put in": (p(run("Rà soát "), ins("toàn diện")), [("insert", "An", "toàn diện")]),
    "words taken out": (p(run("Rà soát "), gone("toàn diện")), [("delete", "An", "toàn diện")]),
    "neighbours of one hand are one": (p(ins("toàn "), ins("diện")), [("insert", "An", "toàn diện")]),
    "words between them part them": (
        p(ins("a"), run("b"), ins("c")), [("insert", "An", "a"), ("insert", "An", "c")],
    ),
    "two hands are two": (p(ins("a"), ins("b", BY_BINH)), [("insert", "An", "a"), ("insert", "Bình", "b")]),
    "a paragraph with its mark is one": (p(ins("a"), mark=f"<w:ins {BY_AN}/>"), [("insert", "An", "a")]),
    "a mark alone": (p(run("a"), mark=f"<w:del {BY_AN}/>") + p(run("b")), [("delete", "An", "¶")]),
    "moved": (
        p(f"<w:moveFrom {BY_AN}>{run('a')}</w:moveFrom>") + p(f"<w:moveTo {BY_AN}>{run('a')}</w:moveTo>"),
        [("moved_from", "An", "a"), ("moved_to", "An", "a")],
    ),
    "another look": (
        p(f"<w:r><w:rPr><w:b/><w:rPrChange {BY_AN}><w:rPr/></w:rPrChange></w:rPr><w:t>a</w:t></w:r>"),
        [("format", "An", "a")],
    ),
    "a row is told once": (
        table(row("a"), f"<w:tr><w:trPr><w:ins {BY_AN}/></w:trPr>"
              f"<w:tc>{p(ins('b'))}</w:tc><w:tc>{p(ins('c'))}</w:tc></w:tr>"),
        [("row_insert", "An", "b | c")],
    ),
    "a cell": (
        table(f"<w:tr><w:tc><w:tcPr><w:cellDel {BY_AN}/></w:tcPr>{p(run('a'))}</w:tc></w:tr>"),
        [("cell_delete", "An", "a")],
    ),
    "a picture": (p(f"<w:ins {BY_AN}><w:r><w:drawing/></w:r></w:ins>"), [("insert", "An", "[hình]")]),
    "nothing": (p(run("a")), []),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES)
def test_what_a_paper_holds(body: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(body) == expected


def test_when_and_where() -> None:
    (one,) = revisions_in(package(paragraph("I. MỤC ĐÍCH") + p(run("1. Rà soát "), ins("toàn diện"))))
    assert isinstance(one, Revision)
    assert (one.date, one.place.part, one.place.paragraph) == ("2023-07-14T08:00:00Z", DOCUMENT, 2)
    assert one.place.path == "I.1"


def test_headers_and_notes_have_theirs() -> None:
    header = f'<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{p(ins("MẬT"))}</w:hdr>'
    assert told(p(ins("a")), header1=header) == [("insert", "An", "a"), ("insert", "An", "MẬT")]


def test_a_settled_paper_keeps_every_other_part_as_it_lies() -> None:
    header = f'<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{p(run("-"))}</w:hdr>'
    before = package(p(run("a"), ins("b"), gone("c")), header1=header)
    for accepted, left in ((True, "ab"), (False, "ac")):
        paper = settled(before, accepted)
        assert paper.parts == (DOCUMENT,) and revisions_in(paper.content) == []
        assert settled(paper.content, accepted).content == paper.content
        lying, now = packed_parts(before), packed_parts(paper.content)
        assert {name for name in lying if lying[name] != now[name]} == {DOCUMENT}
        assert words_of(paper.content) == left


def words_of(content: bytes) -> str:
    return "".join(text.text or "" for text in parse_part(read_package(content)[DOCUMENT]).iter(W + "t"))
