"""document.xml and the headers of the shipped kế hoạch: paragraphs in role styles, tags in Vietnamese keys."""

from xml.sax.saxutils import escape

from docgen.measures import mm_to_twips
from docgen.model.document import APPENDIX_HEADER
from docgen.model.form import Form
from docgen.model.form_parts import Page
from docgen.word.context import KIND_OF_ROLE, LAST_KIND, ROW_KEYS
from docgen.word.shipped_styles import NAMESPACE
from docgen.word.styles import (
    APPENDIX_COLUMNS,
    BREAK,
    CIRCULATION,
    CIRCULATION_BELOW,
    DRAFT,
    LAST,
    LEFT_COLUMN,
    PAGE_NUMBER,
    RECIPIENTS_COLUMN,
    RIGHT_COLUMN,
    SIGNATURE_COLUMN,
    STYLES,
    TABLE_HEADER,
    URGENCY,
    RoleStyle,
)  # fmt: skip

_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ROOT = f'xmlns:w="{NAMESPACE}" xmlns:r="{_RELATIONSHIPS}"'
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# Without this a word processor insets every cell, and the two columns of the head would be narrower than they say.
_NO_MARGINS = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
PAGE_HEADER, FIRST_HEADER, EMPTY_HEADER = "rId10", "rId11", "rId12"


def document_xml(form: Form) -> str:
    """Letterhead, body, signature, then the appendix in its own landscape section."""
    blocks = (_letterhead(), _subject(), _body(), _ending(), _break(form), _appendix(form), _section(form, True))
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
    return _header(_paragraph(CIRCULATION, "{{ luu_hanh }}"))


def empty_header_xml() -> str:
    """The first page of an appendix with page numbers of its own."""
    return _header(_paragraph(CIRCULATION, ""))


def _header(content: str) -> str:
    return f"{_XML}<w:hdr {_ROOT}>{content}</w:hdr>"


def _run(text: str, properties: str = "") -> str:
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def _paragraph(style: RoleStyle, *texts: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style.id}"/></w:pPr>{"".join(map(_run, texts))}</w:p>'


def _tag(text: str) -> str:
    """A paragraph that only holds a paragraph tag and leaves nothing behind."""
    return f"<w:p>{_run(text)}</w:p>"


def _each(values: str, style: RoleStyle) -> str:
    return _tag("{%p for dong in " + values + " %}") + _paragraph(style, "{{ dong }}") + _tag("{%p endfor %}")


def _when(value: str, style: RoleStyle) -> str:
    return _tag("{%p if " + value + " %}") + _paragraph(style, "{{ " + value + " }}") + _tag("{%p endif %}")


def _cell(width: int, content: str, properties: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'


def _row(cells: str, properties: str = "<w:cantSplit/>") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"


def _table(widths: tuple[int, ...], rows: str, borders: str = "") -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{borders}<w:tblLayout w:type="fixed"/>'
        f"{_NO_MARGINS}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _letterhead() -> str:
    left = (
        _each("cap_tren", STYLES["superior"])
        + _each("co_quan_ban_hanh", STYLES["issuer"])
        + _paragraph(STYLES["star"], "*")
    )
    right = _paragraph(STYLES["title"], "{{ tieu_de }}")
    below = (
        _paragraph(STYLES["number"], "{{ so_ky_hieu }}")
        + _when("do_mat", URGENCY)
        + _when("do_khan", URGENCY)
        + _when("du_thao", DRAFT)
    )
    date = _paragraph(STYLES["place_date"], "{{ dia_danh_ngay }}")
    rows = _row(_cell(LEFT_COLUMN, left) + _cell(RIGHT_COLUMN, right))
    rows += _row(_cell(LEFT_COLUMN, below) + _cell(RIGHT_COLUMN, date))
    return _table((LEFT_COLUMN, RIGHT_COLUMN), rows)


def _subject() -> str:
    return (
        _paragraph(STYLES["kind"], "{{ ten_loai }}")
        + _each("trich_yeu", STYLES["subject"])
        + _paragraph(STYLES["rule"], "{{ gach_ngang }}")
    )


def _body() -> str:
    styles = {kind: STYLES[role] for role, kind in KIND_OF_ROLE.items()} | {LAST_KIND: LAST}
    kinds = list(styles)
    branches = "".join(
        _tag("{%p " + ("if" if kind == kinds[0] else "elif") + f" khoi.kieu == '{kind}' " + "%}") + _words(styles[kind])
        for kind in kinds
    )
    return _tag("{%p for khoi in noi_dung %}") + branches + _tag("{%p endif %}") + _tag("{%p endfor %}")


def _words(style: RoleStyle) -> str:
    """The number, then the words, the italic ones in italics."""
    runs = (
        _run("{{ khoi.so }}")
        + _run("{%r for doan in khoi.doan %}")
        + _run("{%r if doan.nghieng %}")
        + _run("{{ doan.chu }}", "<w:i/><w:iCs/>")
        + _run("{%r else %}")
        + _run("{{ doan.chu }}")
        + _run("{%r endif %}")
        + _run("{%r endfor %}")
    )
    return f'<w:p><w:pPr><w:pStyle w:val="{style.id}"/></w:pPr>{runs}</w:p>'


def _ending() -> str:
    left = _paragraph(STYLES["recipients_label"], "{{ nhan_noi_nhan }}") + _each("noi_nhan", STYLES["recipient"])
    right = (
        _each("quyen_han", STYLES["authority"])
        + _each("chuc_vu", STYLES["position"])
        + _paragraph(STYLES["signer"], "{{ nguoi_ky }}")
    )
    gap = _paragraph(BREAK, "").replace("</w:pPr>", "<w:keepNext/></w:pPr>")
    table = _table(
        (RECIPIENTS_COLUMN, SIGNATURE_COLUMN),
        _row(_cell(RECIPIENTS_COLUMN, left) + _cell(SIGNATURE_COLUMN, right)),
    )
    return gap + table + _when("khong_pho_bien", CIRCULATION_BELOW)


def _break(form: Form) -> str:
    """The end of the portrait section; docgen takes the empty landscape section away when there is no appendix."""
    return f'<w:p><w:pPr><w:pStyle w:val="{BREAK.id}"/>{_section(form, False)}</w:pPr></w:p>'


def _appendix(form: Form) -> str:
    note = STYLES["appendix_note"]
    reference = "{%p if phu_luc.kem_theo %}"
    header = "".join(
        _cell(width, _paragraph(TABLE_HEADER, label), '<w:vAlign w:val="center"/>')
        for width, label in zip(APPENDIX_COLUMNS, APPENDIX_HEADER, strict=True)
    )
    cells = "".join(
        _cell(width, _paragraph(STYLES["table"], "{{ viec." + key + " }}"))
        for width, key in zip(APPENDIX_COLUMNS, ROW_KEYS, strict=True)
    )
    span = f'<w:gridSpan w:val="{len(APPENDIX_COLUMNS)}"/>'
    loop = (
        f'<w:tr><w:tc><w:tcPr><w:tcW w:w="{sum(APPENDIX_COLUMNS)}" w:type="dxa"/>{span}</w:tcPr>'
        "<w:p>%s</w:p></w:tc></w:tr>"
    )
    rows = (
        _row(header, "<w:cantSplit/><w:tblHeader/>")
        + loop % _run("{%tr for viec in phu_luc.dong %}")
        + _row(cells)
        + loop % _run("{%tr endfor %}")
    )
    return (
        _tag("{%p if phu_luc %}")
        + _paragraph(STYLES["appendix_title"], "{{ phu_luc.tieu_de }}")
        + _tag(reference)
        + _paragraph(note, "{{ phu_luc.kem_theo }}")
        + _tag("{%p endif %}")
        + _table(APPENDIX_COLUMNS, rows, _borders())
        + _paragraph(BREAK, "")
        + _tag("{%p endif %}")
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
