"""The template of case `fill` as Word saves it: rsids, proofing marks and languages split every tag into runs.

All parts beside the body are the ones Word itself wrote in python-docx's starting document, less what an office's
template has not (a hundred table styles, a thumbnail, custom XML).
"""

import io
import random
import re
from collections.abc import Iterable
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from benchmarks.dialects import Dialect

_TAG = re.compile(r"(\{\{ |\{%\w* |\{[#/]?)([^{}%]+?)( \}\}| %\}|\})|«(\w+)»")
_FACE = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
_LOOKS = {
    "heading": '<w:keepNext/><w:spacing w:before="120" w:after="60"/><w:ind w:firstLine="567"/><w:jc w:val="both"/>',
    "item": '<w:spacing w:before="60" w:after="60"/><w:ind w:firstLine="567"/><w:jc w:val="both"/>',
    "recipient": '<w:spacing w:after="0"/>',
    "tag": "",
    "centre": '<w:jc w:val="center"/>',
    "cell": "",
}
_UNUSED = ("stylesWithEffects", "customXml")


def word_template(dialect: Dialect) -> bytes:
    """Bytes of the .docx; the same dialect gives the same body."""
    document = docx.Document()
    _keep_what_an_office_has(document)
    body = document.element.body
    body[:0] = list(parse_xml(f"<w:body {nsdecls('w')}>{_Writer(dialect).blocks()}</w:body>"))
    _page_number(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _keep_what_an_office_has(document: Document) -> None:
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:default")) != "1":
            styles.remove(style)
    for owner in (document.part, document.part.package):
        for key, relation in list(owner.rels.items()):
            if relation.reltype.endswith((*_UNUSED, "thumbnail")):
                del owner.rels[key]


def _page_number(document: Document) -> None:
    field = "".join(
        f"<w:r>{inner}</w:r>"
        for inner in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    section = document.sections[0]
    section.header.paragraphs[0]._p.extend(list(parse_xml(f"<w:p {nsdecls('w')}>{field}</w:p>")))
    section.footer.paragraphs[0].text = "Dữ liệu giả lập"


class _Writer:
    """Paragraphs, runs and tables of one dialect, with the marks of a file saved often."""

    def __init__(self, dialect: Dialect) -> None:
        self.dialect, self.chance = dialect, random.Random(0)

    def blocks(self) -> str:
        """The nine pages, in order."""
        field = self._field
        opening = self._lines("centre", "KẾ HOẠCH", field("trich_yeu"), f"năm {field('nam')}")
        opening += self._lines("item", f"Căn cứ {field('can_cu')}", f"Mục đích: {field('muc_dich')}")
        body = "".join(self._paragraph(look, text) for look, text in self.dialect.body)
        return self._letterhead() + opening + body + self._ending() + self._appendix()

    def _letterhead(self) -> str:
        field = self._field
        date = f"{field('dia_danh')}, {field('ngay')}"
        above = [self._lines("centre", field("cap_tren"), field("co_quan")), self._lines("centre", "TIÊU ĐỀ")]
        return self._table([above, [self._lines("centre", field("so_ky_hieu")), self._lines("centre", date)]])

    def _ending(self) -> str:
        recipients = "".join(self._paragraph(look, text) for look, text in self.dialect.recipients)
        signing = self._lines("centre", *map(self._field, ("quyen_han", "chuc_vu", "nguoi_ky")))
        return self._table([[self._lines("recipient", "Nơi nhận:") + recipients, signing]])

    def _appendix(self) -> str:
        rows = [["Số", "Nội dung", "Chủ trì", "Phối hợp", "Thời hạn", "Sản phẩm"], *self.dialect.rows]
        table = self._table([[self._lines("cell", cell) for cell in row] for row in rows])
        return self._lines("centre", self._field("phu_luc"), self._field("kem_theo")) + table

    def _field(self, name: str) -> str:
        return self.dialect.field % name

    def _lines(self, look: str, *texts: str) -> str:
        return "".join(self._paragraph(look, text) for text in texts)

    def _rsid(self) -> str:
        return f"00{self.chance.randrange(16**6):06X}"

    def _paragraph(self, look: str, text: str) -> str:
        properties = f"<w:pPr>{_LOOKS[look]}<w:rPr>{_FACE}</w:rPr></w:pPr>" if _LOOKS[look] else ""
        runs = "".join(self._runs(text))
        return f'<w:p w:rsidR="{self._rsid()}" w:rsidRDefault="{self._rsid()}">{properties}{runs}</w:p>'

    def _runs(self, text: str) -> Iterable[str]:
        """Words in one run; a tag in three, its name marked as misspelt; merge fields as Word has them."""
        end = 0
        for found in _TAG.finditer(text):
            yield self._run(text[end : found.start()])
            end = found.end()
            if found[4]:
                yield from self._merge_field(found[4])
            else:
                name = self._run(found[2], f' w:rsidRPr="{self._rsid()}"')
                marked = f'<w:proofErr w:type="spellStart"/>{name}<w:proofErr w:type="spellEnd"/>'
                yield self._run(found[1]) + marked + self._run(found[3])
        yield self._run(text[end:])

    def _run(self, text: str, saved: str = "") -> str:
        return self._run_of(f'<w:t xml:space="preserve">{escape(text)}</w:t>', saved) if text else ""

    def _run_of(self, inner: str, saved: str = "") -> str:
        return f'<w:r{saved}><w:rPr>{_FACE}<w:lang w:val="vi-VN"/></w:rPr>{inner}</w:r>'

    def _merge_field(self, name: str) -> Iterable[str]:
        yield self._run_of('<w:fldChar w:fldCharType="begin"/>')
        yield self._run_of(f'<w:instrText xml:space="preserve"> MERGEFIELD {name} </w:instrText>')
        yield self._run_of('<w:fldChar w:fldCharType="separate"/>')
        yield self._run(name)
        yield self._run_of('<w:fldChar w:fldCharType="end"/>')

    def _table(self, rows: list[list[str]]) -> str:
        """Rows of cells, each already paragraphs; a row of one cell spans the table."""
        columns = max(map(len, rows))
        width = 9000 // columns
        grid = f'<w:gridCol w:w="{width}"/>' * columns
        lines = "".join(self._row(row, columns, width) for row in rows)
        return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>'

    def _row(self, cells: list[str], columns: int, width: int) -> str:
        span = f'<w:gridSpan w:val="{columns}"/>' if len(cells) < columns else ""
        properties = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}</w:tcPr>'
        inner = "".join(f"<w:tc>{properties}{cell}</w:tc>" for cell in cells)
        return f'<w:tr w:rsidR="{self._rsid()}" w:rsidTr="{self._rsid()}">{inner}</w:tr>'
