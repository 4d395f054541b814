"""The smallest Word files that show what a test is about, and what becomes of them."""

from typing import Any
from xml.sax.saxutils import escape

import pytest

from docgen.problems import Problem
from docgen.word.archive import CONTENT_TYPES
from docgen.word.package import DOCUMENT, write_package
from docgen.word.template import CannotFill, Template, TemplateRefused, compile_template
from tests.word.oracle import ours

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES = (
    f'<Types xmlns="{_R}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package'
    f'.relationships+xml"/><Override PartName="/{DOCUMENT}" ContentType="{_TYPE}"/></Types>'
)
_MAIN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_RELS = (
    f'<Relationships xmlns="{_R}/relationships"><Relationship Id="r1" Type="{_MAIN}" Target="{DOCUMENT}"/>'
    "</Relationships>"
)


def package(body: str, **others: str) -> bytes:
    """A .docx with a body; `others` by the name of their part without folder and ending (`header1`)."""
    document = f'<w:document xmlns:w="{W}"><w:body>{body}<w:sectPr/></w:body></w:document>'
    texts = {CONTENT_TYPES: _TYPES, "_rels/.rels": _RELS, DOCUMENT: document}
    texts |= {f"word/{name}.xml": xml for name, xml in others.items()}
    return write_package({name: text.encode("utf-8") for name, text in texts.items()})


def run(text: str) -> str:
    return f"<w:r><w:rPr><w:b/></w:rPr><w:t>{escape(text)}</w:t></w:r>"


def paragraph(text: str) -> str:
    return f'<w:p><w:pPr><w:jc w:val="both"/></w:pPr>{run(text)}</w:p>'


def row(*texts: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{paragraph(text)}</w:tc>' for text in texts)}</w:tr>"


def table(*rows: str) -> str:
    grid = '<w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="2000"/></w:tblGrid>'
    return f"<w:tbl><w:tblPr/>{grid}{''.join(rows)}</w:tbl>"


VALUES: dict[str, Any] = {"a": "một", "xs": ["một", "hai"], "d": {"k": "v"}, "n": 3}


def made(body: str, values: dict[str, Any] = VALUES) -> str:
    """The body of the paper, its markup but for the frame."""
    document = ours(package(body), values)[DOCUMENT].decode("utf-8")
    return document.partition("<w:body>")[2].partition("<w:sectPr")[0]


def faults(template: bytes, values: dict[str, Any] = VALUES) -> list[Problem]:
    with pytest.raises(TemplateRefused) as refused:
        compile_template(template, "mau.docx", values)
    return refused.value.problems


def fault(template: Template, values: dict[str, Any]) -> Problem:
    with pytest.raises(CannotFill) as cannot:
        template.fill(values, {})
    return cannot.value.problem
