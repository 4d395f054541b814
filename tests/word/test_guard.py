"""What no .docx may be: each refused before it costs anything, with a code of its own and what to do."""

import socket
import struct
import tracemalloc
from collections.abc import Iterator

import pytest

from docgen.word import guard
from docgen.word.archive import CONTENT_TYPES
from docgen.word.package import DOCUMENT, parse_part, read_package, write_package
from docgen.word.refusals import SENTENCES, Unreadable
from tests.word.archives import SOUND, Member, deflated, sound_with, zipped
from tests.word.small import W, package, paragraph

WORD = "vnd.openxmlformats-officedocument.wordprocessingml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
TEXT, TYPES = SOUND[DOCUMENT], SOUND[CONTENT_TYPES]
MIB = 1 << 20


def ole(*streams: str) -> bytes:
    return OLE + b"".join(f"{name}\0".encode("utf-16-le").ljust(128, b"\0") for name in streams)


def typed(kind: str) -> bytes:
    """The small .docx with another content type of its text."""
    types = TYPES.replace(f"application/{WORD}.document.main+xml".encode(), f"application/{kind}".encode())
    assert types != TYPES
    return write_package(SOUND | {CONTENT_TYPES: types})


def without(*names: str) -> bytes:
    return write_package({name: data for name, data in SOUND.items() if name not in names})


def with_text(text: bytes) -> bytes:
    return write_package(SOUND | {DOCUMENT: text})


def quoted_overlap() -> bytes:
    """Fifield's bomb: a stored block quotes the header of the second part, so the first one has all its bytes too."""
    name, data = "word/a.xml", bytes(1000)
    header = zipped(Member("word/b.xml", data)).partition(deflated(data))[0]
    length = struct.pack("<H", len(header)), struct.pack("<H", len(header) ^ 0xFFFF)
    first = Member(name, header + data, packed=b"\0" + b"".join(length) + header + deflated(data))
    second = Member("word/b.xml", data, packed=b"", packed_size=len(deflated(data)), offset=30 + len(name) + 5)
    return zipped(first, second)


MANY = [Member(f"word/media/{number}.png", method=0) for number in range(guard.MAX_ENTRIES)]
ZEROS = bytes(2 * MIB)
STRICT = TEXT.replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
REFUSED = {
    "nothing": (b"", "docx.empty"),
    "noise": (b"abc" * 999, "docx.broken"),
    "the end is missing": (sound_with()[:-300], "docx.truncated"),
    "the middle is missing": (sound_with()[:200] + sound_with()[400:], "docx.broken"),
    "an end and nothing else": (b"PK\5\6" + bytes(18), "docx.not_word"),
    "another checksum": (sound_with(crc=1), "docx.broken"),
    "no stream of deflate": (sound_with(packed=b"\xff" * 99, packed_size=99), "docx.broken"),
    "half of a stream": (sound_with(packed=deflated(TEXT)[:-9]), "docx.broken"),
    "a place before the beginning": (sound_with(offset=0xFFFFFFF0), "docx.broken"),
    "a place with no header": (sound_with(offset=3), "docx.broken"),
    "a password": (ole("EncryptionInfo", "EncryptedPackage"), "docx.encrypted"),
    "a password of zip": (sound_with(flags=0x801), "docx.encrypted"),
    "Word 97": (ole("1Table", "WordDocument"), "docx.legacy"),
    "Excel 97": (ole("Workbook"), "docx.not_word"),
    "RTF": (rb"{\rtf1\ansi K\u7871? ho\u7841?ch}", "docx.not_word"),
    "PDF": (b"%PDF-1.7\n", "docx.not_word"),
    "a page of the web": (b"\xef\xbb\xbf\n<!doctype html><html>", "docx.not_word"),
    "Excel": (write_package({CONTENT_TYPES: b"<Types/>", "xl/workbook.xml": b"<w/>"}), "docx.not_word"),
    "Excel's type": (typed("vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"), "docx.broken"),
    "any zip": (write_package({"đọc.txt": b"x"}), "docx.not_word"),
    "no types": (without(CONTENT_TYPES), "docx.broken"),
    "no text": (without(DOCUMENT), "docx.broken"),
    "docm": (typed("vnd.ms-word.document.macroEnabled.main+xml"), "docx.macro"),
    "dotm": (typed("vnd.ms-word.template.macroEnabledTemplate.main+xml"), "docx.macro"),
    "Strict": (with_text(STRICT), "docx.strict"),
    "200 MB when inflated": (sound_with(*[Member(f"{n}.bin", size=41_000_000) for n in range(5)]), "docx.size"),
    "64 MB of text": (sound_with(size=guard.MAX_XML_PART + 1), "docx.part_size"),
    "too many tags": (sound_with(data=b"<b/>" * 300_001, method=0), "docx.markup"),
    "5 003 entries": (sound_with(*MANY), "docx.entries"),
    "2 MiB of zeros": (sound_with(Member("word/media/a.bin", ZEROS)), "docx.bomb"),
    "longer than it says": (sound_with(size=10), "docx.false_size"),
    "longer than it says, stored": (sound_with(method=0, size=10, packed=TEXT), "docx.false_size"),
    "shorter than it says": (sound_with(size=len(TEXT) + 1), "docx.broken"),
    "the same bytes twice": (sound_with(Member("word/a.xml", packed=b"", packed_size=900)), "docx.overlap"),
    "a header quoted in a block": (quoted_overlap(), "docx.overlap"),
    "the same name": (sound_with(Member(DOCUMENT, b"<a/>")), "docx.duplicate"),
    "a twin in capitals": (sound_with(Member("WORD/Document.xml", b"<a/>")), "docx.duplicate"),
    "a twin with \\": (sound_with(Member("word\\document.xml", b"<a/>")), "docx.duplicate"),
    "a twin with //": (sound_with(Member("word//document.xml", b"<a/>")), "docx.duplicate"),
    "a twin with ./": (sound_with(Member("word/./document.xml", b"<a/>")), "docx.duplicate"),
    "another name before it": (sound_with(local_name="word/documenx.xml"), "docx.mismatch"),
    "another method before it": (sound_with(local_method=0), "docx.mismatch"),
    "another size before it": (sound_with(local_size=7), "docx.mismatch"),
    "bzip2": (sound_with(method=12), "docx.method"),
    "deflate64": (sound_with(method=9), "docx.method"),
    "the second disk": (sound_with(disk=1), "docx.multi_disk"),
    "a declaration": (with_text(b"<!DOCTYPE a>" + TEXT), "docx.doctype"),
    "types that are no XML": (write_package(SOUND | {CONTENT_TYPES: b"<Types>"}), "docx.xml"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_each_fault_has_its_code(name: str) -> None:
    content, code = REFUSED[name]
    with pytest.raises(Unreadable) as refused:
        read_package(content)
    assert refused.value.code == code


def test_every_code_has_a_file_that_is_refused_with_it() -> None:
    elsewhere = {"docx.name", "docx.file_size", "docx.deep", "docx.tracked"}  # further down; the last when reading
    assert {code for _, code in REFUSED.values()} | elsewhere == set(SENTENCES)


XLSB = b'<Default Extension="xlsb" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.12"/>'
READ = {
    "as Word saves it": package(paragraph("Kế hoạch")),
    "stored": sound_with(method=0),
    "with a folder": sound_with(Member("word/media/", method=0)),
    "a name with dots": sound_with(Member("word/media/a..b.png", b"x")),
    "299 000 empty elements": sound_with(Member("word/comments.xml", b"<b/>" * 299_000, method=0)),
    "two pictures alike": sound_with(Member("word/media/a.png", b"x"), Member("word/media/á.png", b"x")),
    "sizes told afterwards": sound_with(flags=0x808, local_size=0),
    "a small picture of zeros": sound_with(Member("word/media/a.bin", bytes(MIB))),
    "a large picture of little": sound_with(Member("word/media/a.bin", bytes(range(256)) * 40_000, method=0)),
    "something before it": b"PK00" + sound_with(),
    "a remark at its end": sound_with()[:-2] + b"\3\0xyz",
    "dotx": typed(f"{WORD}.template.main+xml"),
    "a workbook with macros in it": write_package(
        SOUND | {CONTENT_TYPES: TYPES.replace(b"</Types>", XLSB + b"</Types>")}
    ),
    "a picture that declares": sound_with(Member("word/media/a.svg", b"<!DOCTYPE svg><svg/>")),
    "a paper that talks of it": package(paragraph("<!DOCTYPE html>")),
    "remarks among the relationships": write_package(
        SOUND | {"_rels/.rels": SOUND["_rels/.rels"].replace(b"<Relationship ", b"<!-- x --><?y z?><Relationship ")}
    ),
    "a picture of 65 000 by 65 000": sound_with(
        Member(
            "word/media/a.png",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">2L", 65_000, 65_000) + b"\x08\x06\0\0\0",
        )
    ),
}


@pytest.mark.parametrize("name", READ)
def test_what_only_looks_odd_is_read(name: str) -> None:
    assert "word/document.xml" in read_package(READ[name])


OUTSIDE = (
    *("..", "../a", "../../../../etc/passwd", "word/..", "word/../../a", "word/media/../../../a"),
    *("/a", "/etc/passwd", "//host/share/a", "C:a", "C:/a", "word/a.xml\0.png"),
    *(r"..\a", r"word\..\..\a", r"..\..\word/a", r"\a", r"\\host\share\a"),
    *(r"c:\a", r"z:\..\a", r"C:\Windows\System32\a.dll"),
)


@pytest.mark.parametrize("name", OUTSIDE)
def test_no_name_leads_outside(name: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_package(sound_with(Member(name, b"x")))
    assert refused.value.code == "docx.name"


def test_the_limits_are_those_of_thousands_of_real_files() -> None:
    limits = guard.MAX_FILE, guard.MAX_EXPANDED, guard.MAX_XML_PART, guard.MAX_ENTRIES, guard.MAX_RATIO
    assert limits == (100_000_000, 200_000_000, 64_000_000, 5_000, 500)


def test_a_file_may_be_as_large_as_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    content = sound_with()
    monkeypatch.setattr(guard, "MAX_FILE", len(content))
    assert read_package(content)
    with pytest.raises(Unreadable) as refused:
        read_package(content + b"\0")
    assert refused.value.code == "docx.file_size"


def bombs() -> Iterator[bytes]:
    """What would be 150 MB and more: honest, lying about its size, by the thousand, as a part Word does not know."""
    packed = deflated(bytes(50 * MIB))
    yield sound_with(Member("word/media/a.bin", packed=packed, size=150 * MIB))
    yield sound_with(Member("word/media/a.bin", packed=packed, size=1000))
    yield sound_with(data=b"", packed=packed, size=len(TEXT))
    yield sound_with(*[Member(f"{number}.bin", packed=packed, size=30 * MIB) for number in range(20)])


def test_a_bomb_is_refused_before_it_swells() -> None:
    for bomb in bombs():
        tracemalloc.start()
        with pytest.raises(Unreadable):
            read_package(bomb)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert most < len(bomb) * 2 + MIB


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """A port nobody may knock at."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server


DECLARATIONS = (
    '<!DOCTYPE a SYSTEM "{url}">',
    '<!DOCTYPE a PUBLIC "-//x" "{url}">',
    '<!DOCTYPE a [<!ENTITY x SYSTEM "{url}">]>',
    '<!DOCTYPE a [<!ENTITY % x SYSTEM "{url}"> %x;]>',
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;">]>',
    "<!DOCTYPE a>",
    "\n<!-- x -->\n<!DOCTYPE\na>",
)
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7")
DECLARING = [(declaration, "utf-8") for declaration in DECLARATIONS]
DECLARING += [(DECLARATIONS[0], encoding) for encoding in ENCODINGS[1:]]


@pytest.mark.parametrize(("declaration", "encoding"), DECLARING)
@pytest.mark.parametrize("part", [*SOUND, "word/styles.xml", "word/_rels/document.xml.rels", "docProps/core.xml"])
def test_no_part_may_declare_entities(listener: socket.socket, declaration: str, encoding: str, part: str) -> None:
    url = f"http://127.0.0.1:{listener.getsockname()[1]}/a.dtd"
    name = encoding.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{name}"?>{declaration}<a>x</a>'.replace("{url}", url)
    with pytest.raises(Unreadable) as refused:
        parts = read_package(write_package(SOUND | {part: text.encode(encoding)}))
        parse_part(parts[part], part)
    assert refused.value.code == "docx.doctype"
    with pytest.raises(BlockingIOError):
        listener.accept()


@pytest.mark.parametrize(("depth", "code"), [(200, None), (300, "docx.deep")])
def test_xml_is_256_deep_at_most(depth: int, code: str | None) -> None:
    data = b"<a>" * depth + b"</a>" * depth
    if code is None:
        assert len(list(parse_part(data).iter())) == depth
        return
    with pytest.raises(Unreadable) as refused:
        parse_part(data)
    assert refused.value.code == code


def test_the_sentences_name_the_part_and_the_kind() -> None:
    told = {}
    for name in ("Excel", "RTF", "a twin in capitals", "bzip2", "200 MB when inflated", "too many tags"):
        with pytest.raises(Unreadable) as refused:
            read_package(REFUSED[name][0])
        told[name] = refused.value.message
    assert told == {
        "Excel": "Đây là bảng tính Excel, không phải văn bản Word (.docx).",
        "RTF": "Đây là tệp RTF, không phải văn bản Word (.docx).",
        "a twin in capitals": "Tệp có hai phần trùng tên word/document.xml.",
        "bzip2": "Phần word/document.xml nén theo cách Word không dùng.",
        "200 MB when inflated": "Nội dung tệp khi giải nén lớn hơn 200 MB.",
        "too many tags": "Tệp có quá nhiều thẻ định dạng (hơn 600.000).",
    }
