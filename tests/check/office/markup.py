"""Paragraphs, runs and tables as XML of Word, with what it leaves behind while people type."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

from docx.oxml import parse_xml

from tests.check.office.habits import Habits

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_FONT = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
_EDGE = '<w:tcBorders><w:bottom w:val="single" w:sz="6" w:space="0" w:color="auto"/></w:tcBorders>'
_MM, _PT, _LINE = 56.7, 20, 240
_WHEN = 'w:author="Văn thư" w:date="2023-10-03T08:00:00Z"'


@dataclass(frozen=True)
class Look:
    """Size in points; slants as letters of `biu` (bold, italic, underlined)."""

    size: float
    slants: str = ""


def element(xml: str) -> Any:
    """XML of Word as an element."""
    at = xml.index(">") - (xml[xml.index(">") - 1] == "/")
    return parse_xml(f"{xml[:at]} {W}{xml[at:]}")


class Markup:
    """Counts as it writes: every so many paragraphs some noise."""

    def __init__(self, habits: Habits, new_list: Callable[[], int]) -> None:
        """`new_list` begins a numbering `1.`, `2.` and gives its id."""
        self.habits, self.new_list, self.listed, self.count, self.runs_made = habits, new_list, 0, 0, 0

    def body(self, text: str, slants: str) -> str:
        """A paragraph of the body."""
        habits = self.habits
        self.count += 1
        size = habits.second if habits.second and self.count % 8 == 0 else habits.body
        numbered = habits.numbered and text[:1].isdigit()
        self.listed = self.new_list() if numbered and text.startswith("1.") else self.listed
        text = text.partition(" ")[2] if numbered else text
        tab = "<w:r><w:tab/></w:r>" if habits.tabbed else ""
        condensed = habits.condensed if self.count % 5 == 0 else 0
        runs = self._changed(self.runs(text, Look(size, slants), condensed))
        return self.paragraph(
            tab + runs,
            align="both",
            before=habits.before,
            after=habits.after,
            first=0 if habits.tabbed else habits.indent,
            line=True,
            numbered=numbered,
        )

    def paragraph(
        self,
        runs: str,
        align: str = "left",
        before: float = 0,
        after: float = 0,
        first: float = 0,
        left: float = 0,
        line: bool = False,
        numbered: bool = False,
        tabs: Iterable[int] = (),
        border: float | None = None,
    ) -> str:
        """A w:p; `border` is a line below, its value the points it stands in from both sides."""
        habits = self.habits
        spacing = f'<w:spacing w:before="{before * _PT:.0f}" w:after="{after * _PT:.0f}"'
        if line:
            unit = _LINE if habits.spacing == "auto" else _PT
            spacing += f' w:line="{habits.line * unit:.0f}" w:lineRule="{habits.spacing}"'
        side = f' w:right="{border * _PT:.0f}"' if border is not None else ""
        start = border * _PT if border is not None else left * _MM
        stops = "".join(f'<w:tab w:val="center" w:pos="{tab}"/>' for tab in tabs)
        properties = (
            (f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self.listed}"/></w:numPr>' if numbered else "")
            + ('<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>' if side else "")
            + (f"<w:tabs>{stops}</w:tabs>" if stops else "")
            + f'{spacing}/><w:ind w:left="{start:.0f}"{side} w:firstLine="{first * _MM:.0f}"/><w:jc w:val="{align}"/>'
        )
        noise = ' w:rsidR="00A41B2C" w:rsidRDefault="00B47730" w:rsidP="0046210D"' if habits.noise else ""
        return f"<w:p{noise}><w:pPr>{properties}</w:pPr>{self._marked(runs)}</w:p>"

    def empty(self, size: float, holding: str = "") -> str:
        """A paragraph without words, as high as `size`."""
        mark = f'<w:rPr><w:sz w:val="{size * 2:.0f}"/></w:rPr>'
        return f'<w:p><w:pPr><w:jc w:val="center"/>{mark}</w:pPr>{holding}</w:p>'

    def runs(self, text: str, look: Look, condensed: int = 0) -> str:
        """Words as the runs that editing has torn them into."""
        return "".join(
            self._run(piece, look.size, slants, condensed)
            for words, slants in _slanted(text, look.slants)
            for piece in _torn(words, self.habits.runs if len(words) > 60 else 1 + (self.habits.runs > 8))
        )

    def table(self, rows: list[tuple[str, str]], widths: list[int], bordered: bool) -> str:
        """Two columns that stand out into the margins; `bordered`: a line below the right cell of the first row."""
        out = -round((sum(widths) - 9355) / 2) if sum(widths) > 9355 else 0
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        lines = ""
        for row, cells in enumerate(rows):
            edges = ("", _EDGE if bordered and row == 0 else "")
            columns = zip(cells, widths, edges, strict=True)
            lines += f"<w:tr>{''.join(_cell(*column) for column in columns)}</w:tr>"
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="{out}" w:type="dxa"/>'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:val="01E0"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"
        )

    def grid(self, rows: list[list[str]], size: float) -> str:
        """A table of data; its head is repeated on every page."""
        self.count += 1
        columns = "".join(f'<w:gridCol w:w="{9000 // len(rows[0])}"/>' for _ in rows[0])
        edges = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        lines = "".join(self._row(cells, size, at == 0) for at, cells in enumerate(rows))
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:jc w:val="center"/><w:tblBorders>{edges}</w:tblBorders>'
            f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{lines}</w:tbl>"
        )

    def _row(self, cells: list[str], size: float, head: bool) -> str:
        look = Look(size, "b" if head else "")
        said = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{9000 // len(cells)}" w:type="dxa"/></w:tcPr>'
            + self.paragraph(self.runs(cell, look), "center" if head else "left")
            + "</w:tc>"
            for cell in cells
        )
        return f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if head else ''}{said}</w:tr>"

    def _run(self, text: str, size: float, slants: str, condensed: int) -> str:
        self.runs_made += 1
        direct = self.habits.fonts == "direct" or (self.habits.fonts == "some" and self.runs_made % 2)
        text = unicodedata.normalize("NFD", text) if self.habits.decomposed else text
        toggles = "".join(f"<w:{name}/>" for name in "bi" if name in slants)
        spacing = f'<w:spacing w:val="-{condensed}"/>' if condensed else ""
        line = '<w:u w:val="single"/>' if "u" in slants else ""
        look = f'{_FONT if direct else ""}{toggles}{spacing}<w:sz w:val="{size * 2:.0f}"/><w:szCs w:val="28"/>{line}'
        kept = "".join(
            f'{"<w:tab/>" if at else ""}<w:t xml:space="preserve">{escape(part)}</w:t>'
            for at, part in enumerate(text.split("\t"))
        )
        language = '<w:lang w:val="vi-VN"/>' if self.runs_made % 3 else '<w:lang w:val="nl-NL"/>'
        return f'<w:r w:rsidRPr="00C{self.runs_made % 4096:03X}2D"><w:rPr>{look}{language}</w:rPr>{kept}</w:r>'

    def _marked(self, runs: str) -> str:
        """Bookmarks and spelling marks around the first words."""
        if not self.habits.noise or not runs:
            return runs
        name = "_GoBack" if self.count == 3 else f"_Hlk{self.runs_made}"
        mark = f'<w:bookmarkStart w:id="{self.runs_made}" w:name="{name}"/><w:bookmarkEnd w:id="{self.runs_made}"/>'
        return f'{mark}<w:proofErr w:type="spellStart"/>{runs}<w:proofErr w:type="spellEnd"/>'

    def _changed(self, runs: str) -> str:
        """The last word of the sixth paragraph put in and another taken out, with tracked changes."""
        if not self.habits.tracked or self.count != 6:
            return runs
        head, _, last = runs.rpartition("<w:r ")
        gone = (
            self._run("kịp thời ", self.habits.body, "", 0)
            .replace("<w:t ", "<w:delText ")
            .replace("</w:t>", "</w:delText>")
        )
        return f'{head}<w:del w:id="900" {_WHEN}>{gone}</w:del><w:ins w:id="901" {_WHEN}><w:r {last}</w:ins>'


def _cell(said: str, width: int, edge: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{edge}</w:tcPr>{said}</w:tc>'


def _slanted(text: str, slants: str) -> Iterator[tuple[str, str]]:
    """Words between `**` bold, between `__` italic."""
    for at, part in enumerate(text.split("**")):
        for inner, words in enumerate(part.split("__")):
            if words:
                yield words, slants + ("b" if at % 2 else "") + ("i" if inner % 2 else "")


def _torn(words: str, count: int) -> Iterator[str]:
    """Words in `count` pieces, cut anywhere."""
    step = max(1, -(-len(words) // count))
    for start in range(0, len(words), step):
        yield words[start : start + step]
