"""document.xml and the headers of the shipped templates: paragraphs in role styles, tags in Vietnamese keys."""

from docgen.measures import mm_to_twips
from docgen.model.document import APPENDIX_HEADER
from docgen.model.form import Form
from docgen.model.form_parts import Page
from docgen.word.context import ARTICLE_KIND, KIND_OF_ROLE, LAST_KIND, ROW_KEYS
from docgen.word.shipped_head import head
from docgen.word.shipped_kinds import DECISION, PLAN, PaperKind
from docgen.word.shipped_pieces import cell, each, paragraph, row, run, table, tag, when
from docgen.word.shipped_styles import NAMESPACE
from docgen.word.styles import (
    APPENDIX_COLUMNS,
    ARTICLE,
    BREAK,
    CIRCULATION,
    CIRCULATION_BELOW,
    LAST,
    PAGE_NUMBER,
    RECIPIENTS_COLUMN,
    SIGNATURE_COLUMN,
    STYLES,
    TABLE_HEADER,
    RoleStyle,
)  # fmt: skip

_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ROOT = f'xmlns:w="{NAMESPACE}" xmlns:r="{_RELATIONSHIPS}"'
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PAGE_HEADER, FIRST_HEADER, EMPTY_HEADER = "rId10", "rId11", "rId12"


def document_xml(form: Form, kind: PaperKind) -> str:
    """Head, body, signature; a plan has its appendix in a landscape section of its own."""
    blocks = [head(form, kind), _body(kind), _ending()]
    if kind == PLAN:
        blocks += [_break(form), _appendix(form)]
    blocks.append(_section(form, landscape=kind == PLAN))
    return f"{_XML}<w:document {_ROOT}><w:body>{''.join(blocks)}</w:body></w:document>"


def page_header_xml() -> str:
    """The page number (17.16.4.1)."""
    field = "".join(
        f"<w:r>{inner}</w:r>"
        for inner in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>2</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    return _header(f'<w:p><w:pPr><w:pStyle w:val="{PAGE_NUMBER.id}"/></w:pPr>{field}</w:p>')


def first_header_xml() -> str:
    """Page 1 has no number, only the circulation mark when there is one."""
    return _header(paragraph(CIRCULATION, "{{ luu_hanh }}"))


def empty_header_xml() -> str:
    """The first page of an appendix with page numbers of its own."""
    return _header(paragraph(CIRCULATION, ""))


def _header(content: str) -> str:
    return f"{_XML}<w:hdr {_ROOT}>{content}</w:hdr>"


def _body(kind: PaperKind) -> str:
    styles = {name: STYLES[role] for role, name in KIND_OF_ROLE.items()} | {LAST_KIND: LAST}
    if kind == DECISION:
        styles = {ARTICLE_KIND: ARTICLE, **styles}
    bold = (ARTICLE_KIND, LAST_KIND) if kind == DECISION else ()
    branches = "".join(
        tag(f"{{%p {'elif' if place else 'if'} khoi.kieu == '{name}' %}}") + _words(style, bold_number=name in bold)
        for place, (name, style) in enumerate(styles.items())
    )
    return tag("{%p for khoi in noi_dung %}") + branches + tag("{%p endif %}") + tag("{%p endfor %}")


def _words(style: RoleStyle, bold_number: bool) -> str:
    """The number, then the words, the italic ones in italics."""
    runs = (
        run("{{ khoi.so }}", "<w:b/><w:bCs/>" if bold_number else "")
        + run("{%r for doan in khoi.doan %}")
        + run("{%r if doan.nghieng %}")
        + run("{{ doan.chu }}", "<w:i/><w:iCs/>")
        + run("{%r else %}")
        + run("{{ doan.chu }}")
        + run("{%r endif %}")
        + run("{%r endfor %}")
    )
    return f'<w:p><w:pPr><w:pStyle w:val="{style.id}"/></w:pPr>{runs}</w:p>'


def _ending() -> str:
    left = paragraph(STYLES["recipients_label"], "{{ nhan_noi_nhan }}") + each("noi_nhan", STYLES["recipient"])
    right = (
        each("quyen_han", STYLES["authority"])
        + each("chuc_vu", STYLES["position"])
        + paragraph(STYLES["signer"], "{{ nguoi_ky }}")
    )
    gap = paragraph(BREAK, "").replace("</w:pPr>", "<w:keepNext/></w:pPr>")
    columns = table(
        (RECIPIENTS_COLUMN, SIGNATURE_COLUMN),
        row(cell(RECIPIENTS_COLUMN, left) + cell(SIGNATURE_COLUMN, right)),
    )
    return gap + columns + when("khong_pho_bien", CIRCULATION_BELOW)


def _break(form: Form) -> str:
    """The end of the portrait section; docgen takes the empty landscape section away when there is no appendix."""
    return f'<w:p><w:pPr><w:pStyle w:val="{BREAK.id}"/>{_section(form, False)}</w:pPr></w:p>'


def _appendix(form: Form) -> str:
    note = STYLES["appendix_note"]
    reference = "{%p if phu_luc.kem_theo %}"
    header = "".join(
        cell(width, paragraph(TABLE_HEADER, label), '<w:vAlign w:val="center"/>')
        for width, label in zip(APPENDIX_COLUMNS, APPENDIX_HEADER, strict=True)
    )
    cells = "".join(
        cell(width, paragraph(STYLES["table"], "{{ viec." + key + " }}"))
        for width, key in zip(APPENDIX_COLUMNS, ROW_KEYS, strict=True)
    )
    span = f'<w:gridSpan w:val="{len(APPENDIX_COLUMNS)}"/>'
    loop = (
        f'<w:tr><w:tc><w:tcPr><w:tcW w:w="{sum(APPENDIX_COLUMNS)}" w:type="dxa"/>{span}</w:tcPr>'
        "<w:p>%s</w:p></w:tc></w:tr>"
    )
    rows = (
        row(header, "<w:cantSplit/><w:tblHeader/>")
        + loop % run("{%tr for viec in phu_luc.dong %}")
        + row(cells)
        + loop % run("{%tr endfor %}")
    )
    return (
        tag("{%p if phu_luc %}")
        + paragraph(STYLES["appendix_title"], "{{ phu_luc.tieu_de }}")
        + tag(reference)
        + paragraph(note, "{{ phu_luc.kem_theo }}")
        + tag("{%p endif %}")
        + table(APPENDIX_COLUMNS, rows, _borders())
        + paragraph(BREAK, "")
        + tag("{%p endif %}")
    )


def _borders() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in sides)
    return f"<w:tblBorders>{lines}</w:tblBorders>"


def _section(form: Form, landscape: bool) -> str:
    own_numbers = landscape and form.appendix.own_page_numbers.value
    headers = f'<w:headerReference w:type="default" r:id="{PAGE_HEADER}"/>'
    first = EMPTY_HEADER if landscape else FIRST_HEADER
    if own_numbers or not landscape:
        headers += f'<w:headerReference w:type="first" r:id="{first}"/>'
    restart = '<w:pgNumType w:start="1"/>' if own_numbers else ""
    title_page = "<w:titlePg/>" if own_numbers or not landscape else ""
    kind = '<w:type w:val="nextPage"/>' if landscape else ""
    return f"<w:sectPr>{headers}{kind}{_page(form.page, landscape)}{restart}{title_page}</w:sectPr>"


def _page(page: Page, landscape: bool) -> str:
    """Size and margins; a landscape page is the portrait one turned, its binding side on top."""
    width, height, top, bottom, left, right, header = (
        mm_to_twips(float(rule.value))
        for rule in (page.width, page.height, page.top, page.bottom, page.left, page.right, page.header)
    )
    if landscape:
        width, height, top, bottom, left, right = height, width, left, right, bottom, top
    orient = ' w:orient="landscape"' if landscape else ""
    return (
        f'<w:pgSz w:w="{width}" w:h="{height}"{orient}/><w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" '
        f'w:left="{left}" w:header="{header}" w:footer="{header}" w:gutter="0"/>'
    )
