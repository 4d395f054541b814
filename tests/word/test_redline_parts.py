"""What lies outside the body: headers are merged; pictures, links and styles of deleted words come along."""

import io
import struct
import zlib

from docx import Document
from docx.document import Document as Paper

from docgen.word.package import read_package
from docgen.word.redline_proof import verify
from docgen.word.redlining import Redlined, redline
from docgen.word.settling import settled


def _picture() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">2I5B", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


def saved(paper: Paper) -> bytes:
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def paper(*texts: str, header: str = "") -> Paper:
    found = Document()
    for text in texts:
        found.add_paragraph(text)
    if header:
        found.sections[0].header.paragraphs[0].text = header
    return found


def proved(old: bytes, new: bytes) -> Redlined:
    made = redline(old, new, strict=True)
    assert verify(old, new, made.content, strict=True) == []
    return made


def rejected(made: Redlined) -> Paper:
    return Document(io.BytesIO(settled(made.content, False).content))


def test_words_of_a_header_are_marked() -> None:
    made = proved(saved(paper("a", header="Mật")), saved(paper("a", header="Tuyệt mật")))
    headers = [data for name, data in read_package(made.content).items() if name.startswith("word/header")]
    assert any(b"<w:del " in data and b"<w:ins " in data for data in headers)
    assert rejected(made).sections[0].header.paragraphs[0].text == "Mật"


def test_a_header_that_came_or_went_comes_and_goes_with_the_marks() -> None:
    without, having = saved(paper("a")), saved(paper("a", header="Mật"))
    assert rejected(proved(having, without)).sections[0].header.paragraphs[0].text == "Mật"
    assert rejected(proved(without, having)).sections[0].header.paragraphs[0].text == ""


def test_a_deleted_picture_comes_along() -> None:
    old = paper("a")
    old.add_picture(io.BytesIO(_picture()))
    made = proved(saved(old), saved(paper("a")))
    assert _picture() in read_package(made.content).values()
    assert len(rejected(made).inline_shapes) == 1


def test_another_picture_under_the_same_name_is_a_change() -> None:
    old, new = paper("a"), paper("a")
    old.add_picture(io.BytesIO(_picture()))
    new.add_picture(io.BytesIO(_picture() + b"\0"))
    made = proved(saved(old), saved(new))
    assert {_picture(), _picture() + b"\0"} <= set(read_package(made.content).values())


def test_a_style_only_deleted_words_have_comes_along() -> None:
    old = paper("a", "b", "c")
    old.paragraphs[1].style = old.styles.add_style("Nhiệm vụ", 1)
    made = proved(saved(old), saved(paper("a", "c")))
    assert rejected(made).paragraphs[1].style.name == "Nhiệm vụ"
    assert any("style" in said.vi for said in made.not_compared)


def test_parts_that_say_the_same_stay_byte_for_byte() -> None:
    old, new = saved(paper("a", header="Mật")), saved(paper("b", header="Mật"))
    made, before = read_package(redline(old, new).content), read_package(new)
    assert [name for name in before if made[name] != before[name]] == ["word/document.xml"]
    assert made.keys() == before.keys()
