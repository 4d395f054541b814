"""What reaches outside or runs is found wherever it hides; a link to a page and a picture are left alone."""

from xml.sax.saxutils import escape, quoteattr

import pytest

from docgen.model.hazard import Hazard, HazardKind
from docgen.word.hazards import hazards
from docgen.word.package import DOCUMENT, read_package
from tests.conftest import ROOT, SHARED
from tests.word.archives import SOUND
from tests.word.small import package, paragraph

CORPUS = SHARED / "corpus"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OWN_PARTS = "word/_rels/document.xml.rels"


def relation(role: str, target: str, external: bool = True) -> str:
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="r1" Type="{_OFFICE}/{role}" Target={quoteattr(target)}{mode}/>'


def related(*relations: str) -> bytes:
    return f'<Relationships xmlns="{_PACKAGE}"><!-- x -->{"".join(relations)}</Relationships>'.encode()


def of_relation(role: str, target: str, external: bool = True) -> tuple[Hazard, ...]:
    return hazards(SOUND | {OWN_PARTS: related(relation(role, target, external))})


@pytest.mark.parametrize(
    ("role", "target", "kind"),
    [
        ("hyperlink", "file:///C:/a.exe", "external_link"),
        ("hyperlink", "FILE:a.docx", "external_link"),
        ("hyperlink", r"\\host\share\a.docx", "external_link"),
        ("hyperlink", "//host/share/a.docx", "external_link"),
        ("hyperlink", r"C:\a.docx", "external_link"),
        ("hyperlink", "mhtml:http://a.vn!x", "external_link"),
        ("hyperlink", " java\tscript:alert(1)", "external_link"),
        ("hyperlink", "ms-word:ofe|u|http://a.vn/a.docx", "external_link"),
        ("image", "http://a.vn/a.png", "external_link"),
        ("image", r"\\host\a.png", "external_link"),
        ("oleObject", "http://a.vn/a.rtf", "external_link"),
        ("frame", "http://a.vn/", "external_link"),
        ("subDocument", "a.docx", "external_link"),
        ("mailMergeSource", "file:///a.xlsx", "external_link"),
        ("attachedTemplate", "http://a.vn/a.dotm", "template_link"),
        ("attachedTemplate", "file:///C:/Normal.dotm", "template_link"),
        ("aFChunk", "http://a.vn/a.html", "alt_chunk"),
    ],
)
def test_a_relationship_that_leads_outside(role: str, target: str, kind: HazardKind) -> None:
    assert of_relation(role, target) == (Hazard(kind, DOCUMENT, target),)


@pytest.mark.parametrize(
    "target",
    [
        "http://a.vn",
        "https://dangcongsan.vn/a?b=c:d",
        "HTTPS://A.VN",
        "mailto:vanphong@a.vn",
        "#muc-1",
        "phụ lục.docx",
        "../phu-luc.docx",
        "tài liệu: quý 1.docx",
        "",
    ],
)
def test_a_plain_hyperlink_is_no_hazard(target: str) -> None:
    assert of_relation("hyperlink", target) == ()


@pytest.mark.parametrize(
    ("role", "target"), [("image", "media/a.png"), ("header", "header1.xml"), ("theme", "theme.xml")]
)
def test_what_lies_inside_is_no_hazard(role: str, target: str) -> None:
    assert of_relation(role, target, external=False) == ()


@pytest.mark.parametrize(
    ("role", "target", "kind", "part"),
    [
        ("vbaProject", "vbaProject.bin", "macro", "word/vbaProject.bin"),
        ("vbaProject", "/a/hidden.jpg", "macro", "a/hidden.jpg"),
        ("control", "activeX/activeX1.xml", "macro", "word/activeX/activeX1.xml"),
        ("oleObject", "embeddings/oleObject1.bin", "ole", "word/embeddings/oleObject1.bin"),
        ("package", "../embeddings/a.xlsx", "ole", "embeddings/a.xlsx"),
        ("aFChunk", "a.mht", "alt_chunk", "word/a.mht"),
    ],
)
def test_a_part_that_runs_or_holds_another_file(role: str, target: str, kind: HazardKind, part: str) -> None:
    assert of_relation(role, target, external=False) == (Hazard(kind, DOCUMENT, part),)
    inside = SOUND | {OWN_PARTS: related(relation(role, target, external=False)), part: b"x"}
    assert hazards(inside) == (Hazard(kind, DOCUMENT, part),)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("word/vbaProject.bin", "macro"),
        ("WORD/VBAPROJECT.BIN", "macro"),
        ("word/activeX/activeX1.xml", "macro"),
        ("word/embeddings/oleObject1.bin", "ole"),
    ],
)
def test_a_part_nobody_points_to_is_told_too(name: str, kind: HazardKind) -> None:
    assert hazards(SOUND | {name: b"<a/>"}) == (Hazard(kind, name, name),)


def field(*pieces: str, result: str = "") -> str:
    """A field whose code stands in several runs."""
    runs = "".join(f"<w:r><w:instrText>{escape(piece)}</w:instrText></w:r>" for piece in pieces)
    return _char("begin") + runs + _char("separate") + result + _char("end")


def _char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def of_body(body: str) -> tuple[tuple[str, str], ...]:
    return tuple((hazard.kind, hazard.detail) for hazard in hazards(read_package(package(f"<w:p>{body}</w:p>"))))


DDE = r'DDEAUTO c:\\windows\\system32\\cmd.exe "/k calc.exe"'


@pytest.mark.parametrize(
    ("body", "kind", "code"),
    [
        (field(f" {DDE} "), "dde", DDE),
        (field(" D", "DEA", "UTO", DDE.removeprefix("DDEAUTO")), "dde", DDE),
        (field("dde excel a.xlsx"), "dde", "dde excel a.xlsx"),
        (field(' DDE"cmd" "/c"'), "dde", 'DDE"cmd" "/c"'),
        ("</w:p><w:p>".join((_char("begin"), field("DDE a b"), _char("end"))), "dde", "DDE a b"),
        (_char("begin") + "<w:r><w:instrText>DDE a b</w:instrText></w:r>", "dde", "DDE a b"),
        ("<w:r><w:instrText>DDE a b</w:instrText></w:r>", "dde", "DDE a b"),
        ("<w:del><w:r><w:delInstrText>DDE a b</w:delInstrText></w:r></w:del>", "dde", "DDE a b"),
        ("<w:r><w:instrText>D<!-- x -->DE a b</w:instrText></w:r>", "dde", "DDE a b"),
        (field("PAGE", result=field("DDE a b")), "dde", "DDE a b"),
        (f"<w:fldSimple w:instr={quoteattr(DDE)}/>", "dde", DDE),
        (field(r'INCLUDEPICTURE "http://a.vn/a.png" \d'), "include", r'INCLUDEPICTURE "http://a.vn/a.png" \d'),
        (field("INCLUDETEXT a.docx"), "include", "INCLUDETEXT a.docx"),
        (field("LINK Excel.Sheet.8 a.xls"), "include", "LINK Excel.Sheet.8 a.xls"),
        (field(r'HYPERLINK "\\\\host\\a.docx"'), "external_link", r'HYPERLINK "\\\\host\\a.docx"'),
        (field(r'HYPERLINK \o "xem: đây" \n "file:///a"'), "external_link", r'HYPERLINK \o "xem: đây" \n "file:///a"'),
    ],
)
def test_a_field_that_runs_or_fetches(body: str, kind: str, code: str) -> None:
    assert of_body(body) == ((kind, code),)


@pytest.mark.parametrize(
    "body",
    [
        field(" PAGE "),
        field("NUMPAGES", r" \* MERGEFORMAT"),
        field(r'HYPERLINK "https://a.vn" \o "file: kế hoạch"'),
        field(r'HYPERLINK \l "_Toc1:2"'),
        field("REF LINK"),
        field("INCLUDED"),
        field('TOC \\o "1-3"', result=field(" PAGEREF _Toc1 \\h ", result="<w:r><w:t>1</w:t></w:r>")),
        '<w:fldSimple w:instr=" PAGE "/>',
        "<w:r><w:t>DDEAUTO c:\\cmd.exe</w:t></w:r>",
    ],
)
def test_a_field_of_every_day_is_no_hazard(body: str) -> None:
    assert of_body(body) == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("part", ["word/header1.xml", "word/footnotes.xml", "word/glossary/document.xml"])
def test_fields_are_found_in_every_part(part: str, encoding: str) -> None:
    text = SOUND[DOCUMENT].decode("utf-8").replace("<w:body>", f"<w:body><w:p>{field('DDE a b')}</w:p>")
    found = hazards(SOUND | {part: f'<?xml version="1.0" encoding="{encoding}"?>{text}'.encode(encoding)})
    assert found == (Hazard("dde", part, "DDE a b"),)


def test_one_hazard_is_told_once_and_shortened() -> None:
    link = relation("image", "http://a.vn/" + "a" * 999)
    (found,) = hazards(SOUND | {OWN_PARTS: related(link, link)})
    assert len(found.detail) == 200


def test_our_own_templates_carry_nothing() -> None:
    templates = sorted((ROOT / "templates").glob("*/*.docx"))
    assert len(templates) >= 2
    assert [hazards(read_package(path.read_bytes())) for path in templates] == [()] * len(templates)
    assert hazards(read_package(package(paragraph("một")))) == ()


FOREIGN = {
    "docx-rs-b081a549e2.docx": {"template_link"},
    "open-xml-sdk-0aaba78fe1.docx": {"ole"},
    "tika-8355ed73c6.docx": {"external_link"},
    "tika-9b4ee4a8da.docx": {"ole"},
    "tika-e1669cb83f.docx": {"alt_chunk"},
    "python-docx-28a23ab5ad.docx": set(),  # a link to a picture beside the paper
}


def test_files_of_others_carry_what_their_authors_put_in() -> None:
    paths = [path for name in FOREIGN for path in CORPUS.glob(f"docx/{name}")]  # the corpus lies beside the checkout
    found = {path.name: {hazard.kind for hazard in hazards(read_package(path.read_bytes()))} for path in paths}
    assert found == {path.name: FOREIGN[path.name] for path in paths}
