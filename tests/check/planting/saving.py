"""How programs store a paper: the noise of Word, a theme's font, tracked changes, LibreOffice's own way."""

import re
import subprocess
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from docx.document import Document
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from tests.check.planting.selection import paragraphs, said_by
from tests.conftest import need

_MINUTES = 2


def word_noise(paper: Document) -> None:
    """What Word adds while a person types: nothing of it changes words or looks."""
    for at, paragraph in enumerate(paragraphs(paper)):
        element: Any = paragraph._p
        element.set(qn("w:rsidR"), f"00A{at % 4096:03X}1B")
        element.set(qn("w:rsidRDefault"), "00B47730")
        for run in element.findall(qn("w:r")):
            run.set(qn("w:rsidRPr"), f"00C{at % 4096:03X}2D")
            _language(run)
        if said_by(paragraph):
            _marks(paragraph, at)


def _language(run: Any) -> None:
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    run.get_or_add_rPr().append(language)


def _marks(paragraph: Paragraph, at: int) -> None:
    """A bookmark around the words, a spelling mark and a remembered page break inside."""
    first = paragraph._p.find(qn("w:r"))
    if first is None:
        return
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(at))
    start.set(qn("w:name"), f"_Hlk{at}")
    spelling = OxmlElement("w:proofErr")
    spelling.set(qn("w:type"), "spellStart")
    first.addprevious(start)
    first.addprevious(spelling)
    paragraph._p.append(end)
    if at % 7 == 0:
        first.insert(1, OxmlElement("w:lastRenderedPageBreak"))


def tracked(tag: str, runs: Iterable[Any]) -> Any:
    """An `w:ins` or `w:del` of an invented author around runs."""
    change = OxmlElement(tag)
    for name, value in (("id", "901"), ("author", "Văn thư"), ("date", "2023-07-03T08:00:00Z")):
        change.set(qn(f"w:{name}"), value)
    change.extend(runs)
    return change


def set_theme_font(paper: Document, name: str) -> None:
    """The body font of the theme, in its Latin slot."""
    part = next(relation.target_part for relation in paper.part.rels.values() if relation.reltype.endswith("/theme"))
    assert isinstance(part, Part)
    text = part.blob.decode("utf-8")
    head, minor, rest = re.split(r"(<a:minorFont>)", text, maxsplit=1)
    part._blob = (head + minor + re.sub(r'(<a:latin typeface=")[^"]*', rf"\g<1>{name}", rest, count=1)).encode("utf-8")


@cache
def resaved_by_libreoffice(content: bytes) -> bytes:
    """The paper opened and saved as .docx by a LibreOffice with a profile of its own."""
    program = need("soffice")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        given, made = Path(folder, "giay.docx"), Path(folder, "out")
        given.write_bytes(content)
        command = [program, "--headless", "--norestore", f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"]
        command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(made), str(given)]
        subprocess.run(command, check=True, capture_output=True, timeout=60 * _MINUTES)
        return Path(made, given.name).read_bytes()
