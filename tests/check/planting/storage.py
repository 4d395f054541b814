"""What a file goes through: days of editing, tracking, programs that save it."""

from copy import deepcopy
from io import BytesIO
from typing import Self

import docx
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from tests.check.planting import saving
from tests.check.planting.desk import Desk
from tests.check.planting.selection import chosen, cut, runs_of, said_by


class Storage(Desk):
    """Verbs that change how it is stored more than what it says."""

    def split_runs(self, text: str, count: int) -> Self:
        """The same words in several runs, as after a day of editing."""
        for paragraph in chosen(self.paper, text):
            length = len(said_by(paragraph))
            for part in range(1, count):
                cut(paragraph, length * part // count)
        return self

    def spacers(self, points: float = 2) -> Self:
        """Tiny empty paragraphs before every heading, as offices use them."""
        for paragraph in [p for p in self.paper.paragraphs if p.text.isupper()]:
            spacer = Paragraph(self.twin(paragraph.text, " "), self.paper._body)
            paragraph._p.addprevious(spacer._p)
            spacer.runs[0].font.size = Pt(points)
            spacer.paragraph_format.space_before = spacer.paragraph_format.space_after = Pt(0)
        return self

    def track_insert(self, text: str, new: str) -> Self:
        """New words after the text, as a tracked change."""
        last = runs_of(self.paper, text)[-1]
        twin = deepcopy(last._r)
        Run(twin, self.paper._body).text = new
        last._r.addnext(saving.tracked("w:ins", [twin]))
        return self

    def track_delete(self, text: str) -> Self:
        """The words struck, as a tracked change."""
        runs = [run._r for run in runs_of(self.paper, text)]
        place = saving.tracked("w:del", [])
        runs[0].addprevious(place)
        for run in runs:
            for element in run.findall(qn("w:t")):
                element.tag = qn("w:delText")
            place.append(run)
        return self

    def as_word_saves(self) -> Self:
        """Marks Word leaves behind: rsid, proofErr, lang, bookmarks, lastRenderedPageBreak."""
        saving.word_noise(self.paper)
        return self

    def as_libreoffice_saves(self) -> Self:
        """Open and save in LibreOffice. Slow: for a few cases."""
        self.paper = docx.Document(BytesIO(saving.resaved_by_libreoffice(self.save())))
        return self
