"""What Word shows under File › Info: title, author, language; times from the data, never from the clock."""

from html import escape

CORE = "docProps/core.xml"
APP = "docProps/app.xml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def core_xml(title: str, author: str, year: int) -> str:
    """docProps/core.xml (ECMA-376 Part 2, 11); the time is the first moment of the paper's year."""
    moment = f'<dcterms:%s xsi:type="dcterms:W3CDTF">{year:04d}-01-01T00:00:00Z</dcterms:%s>'
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title, quote=False)}</dc:title><dc:creator>{escape(author, quote=False)}</dc:creator>"
        f"<cp:lastModifiedBy>{escape(author, quote=False)}</cp:lastModifiedBy>"
        f"{moment % ('created', 'created')}{moment % ('modified', 'modified')}"
        "<dc:language>vi-VN</dc:language></cp:coreProperties>"
    )


def app_xml() -> str:
    """docProps/app.xml, which every Word file has."""
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'{_XML}<Properties xmlns="{namespace}"><Application>docgen</Application></Properties>'
