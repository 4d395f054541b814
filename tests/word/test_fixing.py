"""Mends as tracked changes: what they make of a paragraph, what rejecting leaves, what is not touched."""

import datetime
import io
import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from docgen.model.mend import Added, Composed, Mend, Relaid, Relettered, Removed, Repaged, Retyped
from docgen.model.reading import Letters, Line, Piece
from docgen.word.fixing import fix
from docgen.word.package import DOCUMENT, parse_part, read_package
from docgen.word.paper import read_paper
from tests.conftest import need
from tests.word.copies import changed, rejected, stored
from tests.word.small import W, package

DAY = datetime.date(2023, 7, 10)
Lines = list[Line]


def p(*runs: str, look: str = "") -> str:
    """A paragraph; a run is its words, `b:` in front for bold ones."""
    return f"<w:p>{f'<w:pPr>{look}</w:pPr>' if look else ''}{''.join(map(_run, runs))}</w:p>"


def _run(text: str) -> str:
    bold = "<w:rPr><w:b/></w:rPr>" if text.startswith("b:") else ""
    return f'<w:r>{bold}<w:t xml:space="preserve">{text.removeprefix("b:")}</w:t></w:r>'


def lines_of(content: bytes) -> Lines:
    return [line for line in read_paper(content).flow if isinstance(line, Line)]


def made(body: str, mends: Callable[[Lines], list[Mend]]) -> tuple[bytes, bytes]:
    content = package(body)
    return content, fix(content, mends(lines_of(content)), DAY)


NFD = unicodedata.normalize("NFD", "cấp ủy các cấp")
# body, mends, the words of every paragraph with the changes
WORDS: dict[str, tuple[str, Callable[[Lines], list[Mend]], list[str]]] = {
    "a sign put in": (p("Số 05 KH"), lambda x: [Retyped(x[0], 5, 6, "-")], ["Số 05-KH"]),
    "a zero put in front": (p("ngày 5 tháng 7"), lambda x: [Retyped(x[0], 5, 5, "0")], ["ngày 05 tháng 7"]),
    "a zero taken away": (p("tháng 07"), lambda x: [Retyped(x[0], 6, 7)], ["tháng 7"]),
    "at the very beginning": (p("Căn cứ"), lambda x: [Retyped(x[0], 0, 0, "- ")], ["- Căn cứ"]),
    "at the end, over runs": (p("Ban Tổ", " chức;"), lambda x: [Retyped(x[0], 11, 12, ",")], ["Ban Tổ chức,"]),
    "several": (
        p("cấp  ủy , tổ chức"), lambda x: [Retyped(x[0], 4, 5), Retyped(x[0], 7, 8)], ["cấp ủy, tổ chức"],
    ),
    "the same place twice": (p("cấp ủy ,"), lambda x: [Retyped(x[0], 6, 7), Retyped(x[0], 6, 7)], ["cấp ủy,"]),
    "loose tone marks": (p(NFD), lambda x: [Composed(x[0])], ["cấp ủy các cấp"]),
    "loose tone marks over runs": (p(NFD[:2], NFD[2:]), lambda x: [Composed(x[0])], ["cấp ủy các cấp"]),
    "loose tone marks and a sign": (
        p(NFD + " ."), lambda x: [Composed(x[0]), Retyped(x[0], 14, 15)], ["cấp ủy các cấp."],
    ),
    "an empty paragraph": (p("một") + p() + p("hai"), lambda x: [Removed(x[1])], ["một", "hai"]),
    "a paragraph of blanks": (p("một") + p("  ") + p("hai"), lambda x: [Removed(x[1])], ["một", "hai"]),
    "one that is not empty": (p("một") + p("hai"), lambda x: [Removed(x[0])], ["một", "hai"]),
    "one that breaks the page": (
        p("một") + "<w:p><w:r><w:br/></w:r></w:p>", lambda x: [Removed(x[1])], ["một", ""],
    ),
    "hyphens below": (p("trích yếu") + p("Nội dung"), lambda x: [Added(x[0], "-----", {"bold": False})],
                      ["trích yếu", "-----", "Nội dung"]),
    "words that are gone": (p("một"), lambda x: [Retyped(Line(x[0].pieces[:0], paragraph=1), 4, 5)], ["một"]),
}  # fmt: skip


@pytest.mark.parametrize("case", WORDS)
def test_signs_and_blanks(case: str) -> None:
    body, mends, expected = WORDS[case]
    content, copy = made(body, mends)
    assert [line.raw.rstrip("\n") for line in lines_of(copy)] == expected
    assert rejected(copy) == stored(content)
    assert fix(content, mends(lines_of(content)), DAY) == copy


BODY = p("Ban ", "b:Thường vụ", " Tỉnh ủy", look='<w:jc w:val="left"/>')


def test_letters_of_some_words() -> None:
    wanted = {"size": 14, "italic": True, "font": "Times New Roman", "color": "000000", "bold": False}
    content, copy = made(BODY, lambda lines: [Relettered(lines[0], 4, 10, wanted)])
    before, words, after, rest = lines_of(copy)[0].pieces
    assert (before.text, words.text, after.text, rest.text) == ("Ban ", "Thường", " vụ", " Tỉnh ủy")
    letters = words.letters
    assert (letters.size, letters.italic, letters.bold) == (14, True, False)
    assert (letters.font, letters.other_font, letters.color) == ("Times New Roman", "", "000000")
    assert after.letters.bold and not rest.letters.bold
    assert rejected(copy) == stored(content)


def test_layout_of_a_paragraph() -> None:
    wanted = {"alignment": "both", "first": 10.0, "left": 0.0, "after": 6.0, "line_rule": "exact", "line": 18.0}
    content, copy = made(BODY, lambda lines: [Relaid(lines[0], wanted)])
    layout = lines_of(copy)[0].layout
    assert {name: getattr(layout, name) for name in wanted} == wanted
    assert rejected(copy) == stored(content)


def test_a_hanging_indent_gives_way_to_a_first_line() -> None:
    hanging = p("Việc", look='<w:ind w:left="720" w:hanging="360" w:firstLineChars="100"/>')
    content, copy = made(hanging, lambda lines: [Relaid(lines[0], {"left": 0.0, "first": 10.0})])
    layout = lines_of(copy)[0].layout
    assert (layout.left, layout.first) == (0.0, 10.0)
    assert rejected(copy) == stored(content)


def test_the_sheet_of_one_section() -> None:
    margins = (
        '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:left="1440" w:right="1440" w:gutter="142"/></w:sectPr>'
    )
    content, copy = made(p("một", look=margins) + p("hai"), lambda _: [Repaged(0, {"left": 30.0, "width": 210.0})])
    first, second = read_paper(copy).sections
    assert (first.left, first.width, first.right) == (30.0, 210.0, 25.4)
    assert second == read_paper(content).sections[1]
    assert rejected(copy) == stored(content)


def test_the_number_word_makes_is_mended_with_its_words() -> None:
    content = package(p("Việc"))
    labelled = Line((Piece("1. Việc", Letters(12)),), paragraph=1, label="1.")
    copy = fix(content, [Relettered(labelled, 0, 7, {"size": 14})], DAY)
    paragraph = parse_part(read_package(copy)[DOCUMENT]).find(f".//{{{W}}}p")
    assert paragraph is not None
    assert paragraph.find(f"{{{W}}}pPr/{{{W}}}rPr/{{{W}}}sz") is not None
    assert lines_of(copy)[0].pieces == (Piece("Việc", Letters(14)),)
    assert rejected(copy) == stored(content)


def test_marks_say_who_and_when_and_every_id_is_another() -> None:
    def mends(lines: Lines) -> list[Mend]:
        return [
            Relettered(lines[0], 0, 4, {"size": 14}),
            Retyped(lines[0], 3, 4, "-"),
            Relaid(lines[0], {"after": 6.0}),
        ]

    _, copy = made(BODY, mends)
    root = parse_part(read_package(copy)[DOCUMENT])
    marks = [one for one in root.iter() if one.get(f"{{{W}}}author")]
    assert {one.get(f"{{{W}}}author") for one in marks} == {"docgen"}
    assert {one.get(f"{{{W}}}date") for one in marks} == {"2023-07-10T00:00:00Z"}
    ids = [one.get(f"{{{W}}}id") for one in marks]
    assert len(set(ids)) == len(ids) == 5


def test_only_the_parts_mended_change() -> None:
    content = package(BODY, settings="<w:settings/>".replace("/>", f' xmlns:w="{W}"/>'))
    copy = fix(content, [Retyped(lines_of(content)[0], 0, 0, "-")], DAY)
    assert changed(content, copy) == [DOCUMENT]


def test_libreoffice_opens_a_mended_paper(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("cấp ủy , tổ chức")
    stream = io.BytesIO()
    word.save(stream)
    content = stream.getvalue()
    line = lines_of(content)[0]
    (tmp_path / "a.docx").write_bytes(fix(content, [Retyped(line, 6, 7), Relettered(line, 0, 3, {"bold": True})], DAY))
    command = [need("soffice"), "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(tmp_path / "out"), str(tmp_path / "a.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    saved = (tmp_path / "out" / "a.docx").read_bytes()
    assert lines_of(saved)[0].text == "cấp ủy, tổ chức"
    assert read_paper(saved, "rejected").flow[0].text == "cấp ủy , tổ chức"
