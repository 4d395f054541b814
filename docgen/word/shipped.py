"""The shipped template of a form as a whole .docx; a clerk restyles it in Word."""

from xml.sax.saxutils import quoteattr

from docgen.model.form import Form
from docgen.word.archive import CONTENT_TYPES
from docgen.word.package import DOCUMENT, write_package
from docgen.word.properties import APP, CORE, app_xml, core_xml
from docgen.word.shipped_document import (
    EMPTY_HEADER,
    FIRST_HEADER,
    PAGE_HEADER,
    document_xml,
    empty_header_xml,
    first_header_xml,
    page_header_xml,
)  # fmt: skip
from docgen.word.shipped_kinds import PLAN, PaperKind
from docgen.word.shipped_styles import NAMESPACE, styles_xml

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE_TYPE = "application/vnd.openxmlformats-officedocument"
_WORD_TYPE = f"{_OFFICE_TYPE}.wordprocessingml"
_HEADERS = {PAGE_HEADER: "header1.xml", FIRST_HEADER: "header2.xml", EMPTY_HEADER: "header3.xml"}
TEMPLATE_YEAR = 2018


def template_docx(form: Form, kind: PaperKind = PLAN) -> bytes:
    """Bytes of `templates/<form>/<kind>.docx`; the same form gives the same bytes."""
    parts = {
        CONTENT_TYPES: _content_types(),
        "_rels/.rels": _package_relationships(),
        CORE: core_xml(f"Mẫu {kind.name.lower()} ({form.id})", "docgen", TEMPLATE_YEAR),
        APP: app_xml(),
        DOCUMENT: document_xml(form, kind),
        "word/_rels/document.xml.rels": _document_relationships(),
        "word/styles.xml": styles_xml(form, kind),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _font_table(form),
        "word/theme/theme1.xml": _theme(form),
        "word/header1.xml": page_header_xml(),
        "word/header2.xml": first_header_xml(),
        "word/header3.xml": empty_header_xml(),
    }
    return write_package({name: xml.encode("utf-8") for name, xml in parts.items()})


def _content_types() -> str:
    overrides = {
        DOCUMENT: "document.main",
        "word/styles.xml": "styles",
        "word/settings.xml": "settings",
        "word/fontTable.xml": "fontTable",
        **{f"word/{name}": "header" for name in _HEADERS.values()},
    }
    lines = "".join(
        f'<Override PartName="/{part}" ContentType="{_WORD_TYPE}.{kind}+xml"/>' for part, kind in overrides.items()
    )
    return (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{lines}'
        f'<Override PartName="/word/theme/theme1.xml" ContentType="{_OFFICE_TYPE}.theme+xml"/>'
        f'<Override PartName="/{CORE}" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        f'<Override PartName="/{APP}" ContentType="{_OFFICE_TYPE}.extended-properties+xml"/></Types>'
    )


def _relationships(*lines: tuple[str, str, str]) -> str:
    inner = "".join(f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, kind, target in lines)
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _package_relationships() -> str:
    return _relationships(
        ("rId1", f"{_OFFICE}/officeDocument", DOCUMENT),
        ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", CORE),
        ("rId3", f"{_OFFICE}/extended-properties", APP),
    )


def _document_relationships() -> str:
    return _relationships(
        ("rId1", f"{_OFFICE}/styles", "styles.xml"),
        ("rId2", f"{_OFFICE}/settings", "settings.xml"),
        ("rId3", f"{_OFFICE}/fontTable", "fontTable.xml"),
        ("rId4", f"{_OFFICE}/theme", "theme/theme1.xml"),
        *((key, f"{_OFFICE}/header", name) for key, name in _HEADERS.items()),
    )


def _settings() -> str:
    return (
        f'{_XML}<w:settings xmlns:w="{NAMESPACE}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="vi-VN"/></w:settings>'
    )


def _font_table(form: Form) -> str:
    return (
        f'{_XML}<w:fonts xmlns:w="{NAMESPACE}"><w:font w:name={quoteattr(form.font.value)}>'
        '<w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/><w:family w:val="roman"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def _theme(form: Form) -> str:
    """A theme whose every font is the form's (20.1.6.9); colours and effects are the plainest that Word accepts."""
    face = quoteattr(form.font.value)
    typeface = f"<a:latin typeface={face}/><a:ea typeface={face}/><a:cs typeface={face}/>"
    black, white = '<a:srgbClr val="000000"/>', '<a:srgbClr val="FFFFFF"/>'
    names = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
    colours = "".join(f"<a:{name}>{white if name.startswith('lt') else black}</a:{name}>" for name in names)
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}<a:prstDash val="solid"/></a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    main = "http://schemas.openxmlformats.org/drawingml/2006/main"
    font_scheme = f"<a:majorFont>{typeface}</a:majorFont><a:minorFont>{typeface}</a:minorFont>"
    formats = (
        f"<a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
    )
    return (
        f'{_XML}<a:theme xmlns:a="{main}" name="docgen"><a:themeElements>'
        f'<a:clrScheme name="docgen">{colours}</a:clrScheme><a:fontScheme name="docgen">{font_scheme}</a:fontScheme>'
        f'<a:fmtScheme name="docgen">{formats}</a:fmtScheme></a:themeElements></a:theme>'
    )
