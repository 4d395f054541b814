"""What docxtpl does to a part once it is rendered, for the parts that need it; most need none of it.

Line breaks in values, ids of drawings, and the last section when the tags left it empty. Each is linear in the part.
"""

import re
from functools import partial
from xml.parsers import expat

BREAKS = ("\t", "\a", "\n", "\f")

_PARAGRAPH_END = "</w:p>"
_PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>")
_RUN = re.compile(r"<w:r(?: [^>]*)?>.*?</w:r>", re.DOTALL)
_TEXT = re.compile(r"<w:t(?: [^>]*)?>.*?</w:t>", re.DOTALL)
_PARAGRAPH_LOOK = re.compile(r"<w:pPr>.*?</w:pPr>")
_RUN_LOOK = re.compile(r"<w:rPr>.*?</w:rPr>")
_DRAWING = "<wp:docPr "
_DRAWING_ID = re.compile(r'\bid="[^"]*"')
_FIRST_DRAWING = 1001  # docxtpl's
_PARAGRAPH_REST = b"</w:pPr></w:p>"
_SECTION_END = b"</w:sectPr>" + _PARAGRAPH_REST


def first_error(data: bytes) -> int | None:
    """The byte at which a part stops being well-formed XML, prefixes declared; None for a sound part."""
    parser = expat.ParserCreate(namespace_separator=" ")
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        return parser.ErrorByteIndex
    return None


def break_lines(xml: str) -> str:
    """Line feed → line break, tab → tab, bell → new paragraph, form feed → new page, as docxtpl has it."""
    *paragraphs, rest = xml.split(_PARAGRAPH_END)
    return "".join((*map(_broken, paragraphs), rest))


def _broken(piece: str) -> str:
    """What lies between two paragraph ends, runs of the second paragraph broken."""
    start = _PARAGRAPH.search(piece) if any(map(piece.__contains__, BREAKS)) else None
    if start is None:
        return piece + _PARAGRAPH_END
    paragraph = piece[start.start() :]
    look = _PARAGRAPH_LOOK.search(paragraph)
    broken = _RUN.sub(partial(_broken_run, look.group() if look else ""), paragraph)
    return piece[: start.start()] + broken + _PARAGRAPH_END


def _broken_run(paragraph_look: str, run: re.Match[str]) -> str:
    found = _RUN_LOOK.search(run.group())
    look = found.group() if found else ""
    begin = f'<w:r>{look}<w:t xml:space="preserve">'
    end, again = "</w:t></w:r>", f"<w:p>{paragraph_look}{begin}"
    instead = {
        "\t": f"{end}<w:r>{look}<w:tab/></w:r>{begin}",
        "\a": f"{end}</w:p>{again}",
        "\n": '</w:t><w:br/><w:t xml:space="preserve">',
        "\f": f'{end}</w:p><w:p><w:r><w:br w:type="page"/></w:r></w:p>{again}',
    }
    table = {ord(sign): xml for sign, xml in instead.items()}
    return _TEXT.sub(lambda text: text.group().translate(table), run.group())


def number_drawings(xml: str) -> str:
    """Ids of drawings one after the other: a drawing in a loop would have the same id every turn."""
    first, *rest = xml.split(_DRAWING)
    numbered = (_DRAWING_ID.sub(f'id="{_FIRST_DRAWING + place}"', piece, count=1) for place, piece in enumerate(rest))
    return _DRAWING.join((first, *numbered))


def promote_section(data: bytes, last: bytes) -> bytes:
    """The tags before the `last` section left it empty: the section before it becomes the last, no page too many."""
    if not data.endswith(_SECTION_END + last):
        return data
    end = len(data) - len(last) - len(_PARAGRAPH_REST)
    start = data.rindex(b"<w:sectPr", 0, end)
    return data[:start] + _PARAGRAPH_REST + data[start:end] + last[last.index(b"</w:body>") :]
