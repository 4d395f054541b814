"""The pieces shipped templates are written of: paragraphs in role styles, tags in paragraphs of their own, tables."""

from xml.sax.saxutils import escape

from docgen.word.styles import RoleStyle

# Without this a word processor insets every cell, and the two columns of the head would be narrower than they say.
_NO_MARGINS = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'


def run(text: str, properties: str = "") -> str:
    """Words in one look; nothing for no words."""
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def paragraph(style: RoleStyle, *texts: str) -> str:
    """One paragraph, each text a run."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style.id}"/></w:pPr>{"".join(map(run, texts))}</w:p>'


def tag(text: str) -> str:
    """A paragraph that only holds a paragraph tag and leaves nothing behind."""
    return f"<w:p>{run(text)}</w:p>"


def each(values: str, style: RoleStyle) -> str:
    """One paragraph for each of the values."""
    return tag("{%p for dong in " + values + " %}") + paragraph(style, "{{ dong }}") + tag("{%p endfor %}")


def when(value: str, style: RoleStyle) -> str:
    """One paragraph when the value has words."""
    return tag("{%p if " + value + " %}") + paragraph(style, "{{ " + value + " }}") + tag("{%p endif %}")


def cell(width: int, content: str, properties: str = "") -> str:
    """A cell `width` twips wide."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'


def row(cells: str, properties: str = "<w:cantSplit/>") -> str:
    """A row that stays on one page."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"


def table(widths: tuple[int, ...], rows: str, borders: str = "") -> str:
    """A table of columns `widths` twips wide."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{borders}<w:tblLayout w:type="fixed"/>'
        f"{_NO_MARGINS}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )
