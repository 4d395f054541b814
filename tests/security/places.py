"""Every place of a Word file a tag can stand in, each as the smallest file with a tag there."""

from collections.abc import Callable
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from docgen.word.package import read_package, write_package
from tests.word.small import W, package, paragraph, row, run, table

BODY = "word/document.xml"
_QUOTES = {'"': "&quot;"}


class Spot(NamedTuple):
    """A template, and where the tag in it stands."""

    template: bytes
    part: str
    paragraph: int


def _body(second: str) -> Spot:
    return Spot(package(paragraph("một") + second + paragraph("ba")), BODY, 2)


def _part(name: str) -> Callable[[str], Spot]:
    def put(tag: str) -> Spot:
        xml = f'<w:hdr xmlns:w="{W}">{paragraph("một")}{paragraph(tag)}{paragraph("ba")}</w:hdr>'
        return Spot(package("", **{name: xml}), f"word/{name}.xml", 2)

    return put


def _property(name: str) -> Callable[[str], Spot]:
    def put(tag: str) -> Spot:
        parts = read_package(package(""))
        parts[f"docProps/{name}.xml"] = f"<a><b>một</b><b>{escape(tag)}</b></a>".encode()
        return Spot(write_package(parts), f"docProps/{name}.xml", 1)

    return put


def _inside(before: str, after: str) -> Callable[[str], Spot]:
    return lambda tag: _body(before + paragraph(tag) + after)


PLACES: dict[str, Callable[[str], Spot]] = {
    "body": lambda tag: _body(paragraph(tag)),
    "body, each letter a run": lambda tag: _body(f"<w:p>{''.join(map(run, tag))}</w:p>"),
    "attribute": lambda tag: _body(f"<w:p><w:pPr><w:shd w:fill={quoteattr(tag, _QUOTES)}/></w:pPr>{run('hai')}</w:p>"),
    "table": lambda tag: _body(table(row(tag, "hai")).replace("<w:tc>", "<w:tc><w:tcPr/>")),
    "content control": _inside("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
    "text box": lambda tag: Spot(
        package(f"<w:p><w:r><w:pict><w:txbxContent>{paragraph(tag)}</w:txbxContent></w:pict></w:r></w:p>"), BODY, 2
    ),
    **{name: _part(name) for name in ("header1", "footer2", "footnotes", "endnotes", "comments")},
    **{f"{name} property": _property(name) for name in ("core", "app", "custom")},
}
