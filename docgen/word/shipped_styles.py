"""styles.xml of a shipped template, made from the form: one paragraph style a role (ECMA-376 Part 1, 17.7)."""

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from docgen.measures import half_points, mm_to_twips, pt_to_twips
from docgen.model.document import Role
from docgen.model.form import Form
from docgen.model.form_values import Look
from docgen.typeface import text_width
from docgen.word.styles import (
    BREAK,
    CIRCULATION,
    CIRCULATION_BELOW,
    DRAFT,
    LAST,
    PAGE_NUMBER,
    RIGHT_COLUMN,
    STYLES,
    TABLE_HEADER,
    URGENCY,
    RoleStyle,
)  # fmt: skip

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SIGNING_ROOM = 85  # points above the name: about five lines of body text, room for a signature and a third of the seal
_RULE_SLACK = 2  # points: the rule may outgrow the title by 1 %, or rounding would break the title over two lines
_BOTTOM_MARK = 24  # points: a line of text and its distance to the edge


def styles_xml(form: Form) -> str:
    """The whole part."""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:styles xmlns:w="{NAMESPACE}">'
        f"{_defaults(form)}{''.join(_all_styles(form))}</w:styles>"
    )


def fonts(form: Form) -> str:
    """The one typeface in every script slot (17.3.2.26)."""
    name = quoteattr(form.font.value)
    return f"<w:rFonts w:ascii={name} w:hAnsi={name} w:eastAsia={name} w:cs={name}/>"


def _defaults(form: Form) -> str:
    size = half_points(float(form.looks.body.size))
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts(form)}<w:color w:val="000000"/><w:sz w:val="{size}"/>'
        f'<w:szCs w:val="{size}"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
    )


def _all_styles(form: Form) -> Iterator[str]:
    line = _exact_line(form)
    yield (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f"<w:pPr><w:widowControl/></w:pPr><w:rPr>{fonts(form)}</w:rPr></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )
    for role, look, layout in _roles(form, line):
        yield _style(STYLES[role], look, layout)
    looks = form.looks
    centred = f'{line}<w:jc w:val="center"/>'
    yield _style(LAST, looks.body, f"<w:keepNext/>{_body_layout(form)}")
    yield _style(
        TABLE_HEADER, looks.table, '<w:keepNext/><w:spacing w:before="40" w:after="40"/><w:jc w:val="center"/>', True
    )
    yield _style(URGENCY, looks.urgency, centred)
    if looks.draft:
        yield _style(DRAFT, looks.draft, centred)
    yield _style(CIRCULATION, looks.circulation, '<w:jc w:val="right"/>')
    yield _style(CIRCULATION_BELOW, looks.circulation, _below(form))
    yield _style(PAGE_NUMBER, looks.page_number, '<w:jc w:val="center"/>')
    tiny = looks.table.model_copy(update={"size": 1})
    yield _style(BREAK, tiny, '<w:spacing w:line="20" w:lineRule="exact"/>')


def _roles(form: Form, line: str) -> Iterator[tuple[Role, Look, str]]:
    looks = form.looks
    centre = '<w:jc w:val="center"/>'
    yield "title", looks.title, _ruled_title(form, line)
    yield "superior", looks.superior, line + centre
    yield "issuer", looks.issuer, line + centre
    if looks.star:
        yield "star", looks.star, line + centre
    yield "number", looks.number, line + centre
    yield "place_date", looks.place_date, line + centre
    yield "kind", looks.kind, _spaced(form, 18, 0, keep=True) + centre
    yield "subject", looks.subject, _spaced(form, 0, 0, keep=True) + centre
    if looks.rule:
        yield "rule", looks.rule, _spaced(form, 0, 12, keep=True) + centre
    yield "opening", looks.body, _body_layout(form)
    yield "heading", looks.heading, f"<w:keepNext/>{_body_layout(form)}"
    for role in ("item", "dash", "paragraph"):
        yield role, looks.body, _body_layout(form)
    yield "authority", looks.authority, f"<w:keepNext/>{line}{centre}"
    yield "position", looks.position, f"<w:keepNext/>{line}{centre}"
    yield "signer", looks.signer, _spaced(form, SIGNING_ROOM, 0) + centre
    yield "recipients_label", looks.recipients_label, f"<w:keepNext/>{line}"
    yield "recipient", looks.recipient, '<w:ind w:left="120" w:right="170" w:hanging="120"/>'
    yield "appendix_title", looks.appendix_title, _spaced(form, 0, 6, keep=True) + centre
    yield "appendix_note", looks.appendix_note, _spaced(form, 0, 6, keep=True) + centre
    yield "table", looks.table, '<w:spacing w:before="40" w:after="40"/><w:ind w:left="60" w:right="60"/>'


def _style(style: RoleStyle, look: Look, layout: str, bold: bool | None = None) -> str:
    size = half_points(float(look.size))
    strong = look.bold if bold is None else bold
    letters = "".join(
        (
            "<w:b/><w:bCs/>" if strong else "",
            "<w:i/><w:iCs/>" if look.italic else "",
            f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>',
            '<w:u w:val="single"/>' if look.underline else "",
        )
    )
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style.id}"><w:name w:val={quoteattr(style.name)}/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{layout}</w:pPr><w:rPr>{letters}</w:rPr></w:style>'
    )


def _exact_line(form: Form) -> str:
    return f'<w:spacing w:line="{pt_to_twips(float(form.body.line.value))}" w:lineRule="exact"/>'


def _spaced(form: Form, before: float, after: float, keep: bool = False) -> str:
    line = pt_to_twips(float(form.body.line.value))
    spacing = f'w:before="{pt_to_twips(before)}" w:after="{pt_to_twips(after)}" w:line="{line}" w:lineRule="exact"'
    return f"{'<w:keepNext/>' if keep else ''}<w:spacing {spacing}/>"


def _body_layout(form: Form) -> str:
    indent = mm_to_twips(float(form.body.indent.value))
    return f'{_spaced(form, 0, float(form.body.gap.value))}<w:ind w:firstLine="{indent}"/><w:jc w:val="both"/>'


def _ruled_title(form: Form, line: str) -> str:
    """A bottom border exactly as long as the title: the paragraph is indented to the title's width."""
    width = pt_to_twips(text_width(form.title_text.value, float(form.looks.title.size), "bold") + _RULE_SLACK)
    side = (RIGHT_COLUMN - width) // 2
    border = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
    return f'{border}{line}<w:ind w:left="{side}" w:right="{side}"/><w:jc w:val="center"/>'


def _below(form: Form) -> str:
    """hd36: centred below the signature block; hd05: at the foot of the last page, 10 mm from the edge."""
    if form.circulation_below.value:
        return '<w:spacing w:before="240"/><w:jc w:val="center"/>'
    foot = mm_to_twips(float(form.page.height.value - form.page.header.value)) - pt_to_twips(_BOTTOM_MARK - 8)
    frame = f'<w:framePr w:wrap="around" w:vAnchor="page" w:hAnchor="margin" w:xAlign="center" w:y="{foot}"/>'
    return f'{frame}<w:jc w:val="center"/>'
