"""What is typed: words, lines, blanks."""

import unicodedata
from typing import Self

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.run import Run

from tests.check.planting.desk import Desk
from tests.check.planting.selection import chosen, isolated, paragraphs, runs_of, said_by


class Words(Desk):
    """Verbs of typing."""

    def retype(self, old: str, new: str) -> Self:
        """Other words in the same look; the look is that of the first letter replaced."""
        _overtype(runs_of(self.paper, old), new)
        return self

    def retype_all(self, old: str, new: str) -> Self:
        """Find and replace, everywhere."""
        for paragraph in list(paragraphs(self.paper)):
            at = said_by(paragraph).find(old)
            while at >= 0:
                _overtype(isolated(paragraph, at, at + len(old)), new)
                at = said_by(paragraph).find(old, at + len(new))
        return self

    def delete(self, text: str) -> Self:
        """The whole paragraph; a cell keeps an empty one, as in Word."""
        element = self.find(text)._p
        parent = element.getparent()
        if parent.tag == qn("w:tc") and len(parent.findall(qn("w:p"))) == 1:
            parent.append(OxmlElement("w:p"))
        parent.remove(element)
        return self

    def insert_after(self, text: str, new: str, like: str | None = None) -> Self:
        """A new paragraph below, looking like the one above it or like another."""
        self.find(text)._p.addnext(self.twin(like or text, new))
        return self

    def insert_before(self, text: str, new: str, like: str | None = None) -> Self:
        """A new paragraph above."""
        self.find(text)._p.addprevious(self.twin(like or text, new))
        return self

    def empty_lines_after(self, text: str, count: int = 1) -> Self:
        """Enter, several times."""
        for _ in range(count):
            self.find(text)._p.addnext(self.twin(text, ""))
        return self

    def soft_break(self, text: str, at: str) -> Self:
        """Shift+Enter before the words `at`."""
        run = OxmlElement("w:r")
        run.append(OxmlElement("w:br"))
        self._first_of(text, at)._r.addprevious(run)
        return self

    def cut_paragraph(self, text: str, at: str) -> Self:
        """Enter before the words `at`: what a copy from a PDF looks like."""
        paragraph, first = self.find(text), self._first_of(text, at)
        after = self.twin(text, "")
        for element in [first._r, *first._r.itersiblings()]:
            after.append(element)
        paragraph._p.addnext(after)
        return self

    def join_next(self, text: str) -> Self:
        """Delete the paragraph mark."""
        paragraph = self.find(text)._p
        following = paragraph.getnext()
        for element in following.findall(qn("w:r")):
            paragraph.append(element)
        following.getparent().remove(following)
        return self

    def indent_with(self, text: str, blanks: str) -> Self:
        """The first line moved in by tabs or spaces instead of an indent."""
        for paragraph in chosen(self.paper, text):
            paragraph.paragraph_format.first_line_indent = Mm(0)
            run = isolated(paragraph, 0, 1)[0]
            run.text = blanks + run.text
        return self

    def decompose(self, text: str | None = None) -> Self:
        """NFD, as some keyboards and Macs type: one paragraph or all of them."""
        for paragraph in [self.find(text)] if text else paragraphs(self.paper):
            for element in paragraph._p.iter(qn("w:t")):
                element.text = unicodedata.normalize("NFD", element.text or "")
        return self

    def _first_of(self, text: str, at: str) -> Run:
        paragraph = self.find(text)
        start = said_by(paragraph).index(at)
        return isolated(paragraph, start, start + len(at))[0]


def _overtype(runs: list[Run], new: str) -> None:
    first, *others = runs
    first.text = new
    for run in others:
        run._r.getparent().remove(run._r)
