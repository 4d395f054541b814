"""The file: what it carries besides the paper."""

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from tests.check.planting import Case, Clerk, Silent, across, planted, verify

_OFFICE = "http://schemas.microsoft.com/office/2006/relationships"
_OPEN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def link(clerk: Clerk, kind: str, target: str) -> Clerk:
    """Something outside the file."""
    clerk.paper.part.relate_to(target, kind, is_external=True)
    return clerk


def template(clerk: Clerk, target: str) -> Clerk:
    """Developer › Document Template."""
    settings = next(rel.target_part for rel in clerk.paper.part.rels.values() if rel.reltype.endswith("/settings"))
    settings.relate_to(target, f"{_OPEN}/attachedTemplate", is_external=True)
    return clerk


def part(clerk: Clerk, name: str, kind: str) -> Clerk:
    """Something inside the file."""
    inner = Part(PackURI(f"/word/{name}"), "application/octet-stream", b"\0", clerk.paper.part.package)
    clerk.paper.part.relate_to(inner, kind)
    return clerk


def field(clerk: Clerk, code: str) -> Clerk:
    """Ctrl+F9 in the first paragraph of the body."""
    mark = OxmlElement("w:fldSimple")
    mark.set(qn("w:instr"), code)
    clerk.find("Thực hiện Kết luận")._p.append(mark)
    return clerk


CASES = [
    Case("a macro", "hd36", lambda c: part(c, "vbaProject.bin", f"{_OFFICE}/vbaProject"), [("file.macro", "")]),
    Silent("data of a form", "hd36/flat", lambda c: part(c, "forms.bin", f"{_OPEN}/customXml"), "file.macro"),
    Silent("a picture inside", "nd30", lambda c: part(c, "media/anh.png", RELATIONSHIP_TYPE.IMAGE), "file.ole"),
    Silent("a field of Word's own", "hd36/tabs", lambda c: field(c, "DATE"), "file.dde"),
    Silent("a font inside", "hd05", lambda c: part(c, "chunk.odttf", f"{_OPEN}/font"), "file.alt_chunk"),
    Silent(
        "keys of one's own",
        "nd30",
        lambda c: part(c, "keys.bin", f"{_OPEN}/keyMapCustomizations"),
        "file.template_link",
    ),
    Case(
        "Word's own template, as a hint",
        "hd36",
        lambda c: template(c, r"file:///C:\Users\A\Normal.dotm"),
        [("file.template_link", "")],
    ),
    Case(
        "a workbook",
        "hd36/tabs",
        lambda c: part(c, "embeddings/Sheet1.bin", f"{_OPEN}/oleObject"),
        [("file.ole", "")],
    ),
    Case("DDE", "hd36/flat", lambda c: field(c, r"DDEAUTO c:\\cmd.exe /k"), [("file.dde", "")]),
    Case("another file's words", "hd36", lambda c: field(c, r'INCLUDETEXT "D:\\a.docx"'), [("file.include", "")]),
    Case("a text not merged", "nd30", lambda c: part(c, "chunk.html", f"{_OPEN}/aFChunk"), [("file.alt_chunk", "")]),
    Case(
        "a template on the web",
        "hd05",
        lambda c: template(c, "http://mau.example/a.dotm"),
        [("file.template_link", "")],
    ),
    Case(
        "a picture elsewhere",
        "nd30/tabs",
        lambda c: link(c, RELATIONSHIP_TYPE.IMAGE, "http://anh.example/a.png"),
        [("file.external_link", "")],
    ),
    Silent(
        "a web page",
        "hd05/flat",
        lambda c: link(c, RELATIONSHIP_TYPE.HYPERLINK, "https://dangcongsan.vn/"),
        "file.external_link",
    ),
    *across(
        ["hd36", "hd36/flat"],
        Silent("a field that counts", "", lambda c: field(c, "NUMPAGES"), "file.include"),
    ),
    Case("a change", "hd36-phu-luc", lambda c: c.track_delete(", thận trọng"), [("file.tracked_changes", "")]),
    Silent("changed by hand", "hd36-phu-luc", lambda c: c.delete(", thận trọng"), "file.tracked_changes"),
]


@planted(CASES)
def test_file(case: Case | Silent) -> None:
    verify(case)
