"""styles.xml of a shipped template, made from the form: one paragraph style a role (ECMA-376 Part 1, 17.7)."""

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from docgen.measures import half_points, mm_to_twips, pt_to_twips
from docgen.model.document import Role
from docgen.model.form import Form
from docgen.model.form_values import Look
from docgen.typeface import text_width
from docgen.word.shipped_kinds import DECISION, LETTER, PaperKind, addresses
from docgen.word.styles import (
    ADDRESS,
    ADDRESSEE,
    ARTICLE,
    BREAK,
    CIRCULATION,
    CIRCULATION_BELOW,
    DECIDER,
    DRAFT,
    ISSUER_RULE,
    LAST,
    LETTER_SUBJECT,
    MOTTO,
    PAGE_NUMBER,
    RIGHT_COLUMN,
    STATE_LEFT_COLUMN,
    STATE_RIGHT_COLUMN,
    STYLES,
    SUBJECT_RULE,
    TABLE_HEADER,
    URGENCY,
    RoleStyle,
)  # fmt: skip

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SIGNING_ROOM = 85  # points above the name: about five lines of body text, room for a signature and a third of the seal
_RULE_SLACK = 2  # points: the rule may outgrow the title by 1 %, or rounding would break the title over two lines
_RULE = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
_SINGLE = 240  # one line, in the unit of w:line
_TEXT_WIDTH = 9355  # twips
# Twips: a third to a half of a name of 105 to 150 points, of a subject of 180 to 270; other names, other lengths.
_ISSUER_RULE, _SUBJECT_RULE = 1040, 1800
_ADDRESS_LEFT, _ADDRESSEE_RIGHT = 1985, 567
_BOTTOM_MARK = 24  # points: a line of text and its distance to the edge


def styles_xml(form: Form, kind: PaperKind) -> str:
    """The whole part."""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:styles xmlns:w="{NAMESPACE}">'
        f"{_defaults(form)}{''.join((*_all_styles(form), *_further_styles(form, kind)))}</w:styles>"
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
    yield "title", looks.title, _title_layout(form, line)
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


def _further_styles(form: Form, kind: PaperKind) -> Iterator[str]:
    """Styles a plan of the Party has no use for."""
    looks, centre = form.looks, '<w:jc w:val="center"/>'
    if looks.motto and form.motto_text:
        yield _style(MOTTO, looks.motto, _ruled(form.motto_text.value, looks.motto, STATE_RIGHT_COLUMN) + centre)
        yield _style(ISSUER_RULE, looks.issuer, _short_rule(STATE_LEFT_COLUMN, _ISSUER_RULE))
        yield _style(SUBJECT_RULE, looks.subject, _short_rule(_TEXT_WIDTH, _SUBJECT_RULE))
    if kind == LETTER:
        yield _style(LETTER_SUBJECT, looks.letter_subject, '<w:spacing w:before="120"/>' + centre)
    if addresses(form, kind):
        yield _style(ADDRESS, looks.address, f'{_spaced(form, 12, 6, keep=True)}<w:ind w:left="{_ADDRESS_LEFT}"/>')
        inner = f'<w:ind w:left="{_ADDRESS_LEFT + _ADDRESSEE_RIGHT}"/>'
        yield _style(ADDRESSEE, looks.addressee, _spaced(form, 0, 6) + inner)
    if kind == DECISION:
        yield _style(STYLES["basis"], looks.basis, _body_layout(form))
        yield _style(DECIDER, looks.heading, _spaced(form, 6, 6, keep=True) + centre)
        yield _style(ARTICLE, looks.body, _body_layout(form))


def _exact_line(form: Form) -> str:
    return f"<w:spacing {_line(form)}/>" if form.body.line_exact.value else ""


def _line(form: Form) -> str:
    """Exactly so many points, or so many lines (17.3.1.33)."""
    value = float(form.body.line.value)
    if form.body.line_exact.value:
        return f'w:line="{pt_to_twips(value)}" w:lineRule="exact"'
    return f'w:line="{round(value * _SINGLE)}" w:lineRule="auto"'


def _spaced(form: Form, before: float, after: float, keep: bool = False) -> str:
    spacing = f'w:before="{pt_to_twips(before)}" w:after="{pt_to_twips(after)}" {_line(form)}'
    return f"{'<w:keepNext/>' if keep else ''}<w:spacing {spacing}/>"


def _body_layout(form: Form) -> str:
    indent = mm_to_twips(float(form.body.indent.value))
    return f'{_spaced(form, 0, float(form.body.gap.value))}<w:ind w:firstLine="{indent}"/><w:jc w:val="both"/>'


def _title_layout(form: Form, line: str) -> str:
    """The rule of the Party's title is its own; the State's stands below the motto."""
    centre = '<w:jc w:val="center"/>'
    return centre if form.motto_text else _ruled(form.title_text.value, form.looks.title, RIGHT_COLUMN, line) + centre


def _ruled(text: str, look: Look, column: int, line: str = "") -> str:
    """A bottom border exactly as long as the words: the paragraph is indented to their width."""
    width = pt_to_twips(text_width(text, float(look.size), "bold") + _RULE_SLACK)
    side = (column - width) // 2
    return f'{_RULE}{line}<w:ind w:left="{side}" w:right="{side}"/>'


def _short_rule(column: int, width: int) -> str:
    """A line `width` twips long in the middle of a column."""
    side = (column - width) // 2
    spacing = '<w:spacing w:after="60" w:line="60" w:lineRule="exact"/>'
    return f'<w:keepNext/>{_RULE}{spacing}<w:ind w:left="{side}" w:right="{side}"/>'


def _below(form: Form) -> str:
    """hd36: centred below the signature block; hd05: at the foot of the last page, 10 mm from the edge."""
    if form.circulation_below.value:
        return '<w:spacing w:before="240"/><w:jc w:val="center"/>'
    foot = mm_to_twips(float(form.page.height.value - form.page.header.value)) - pt_to_twips(_BOTTOM_MARK - 8)
    frame = f'<w:framePr w:wrap="around" w:vAnchor="page" w:hAnchor="margin" w:xAlign="center" w:y="{foot}"/>'
    return f'{frame}<w:jc w:val="center"/>'
