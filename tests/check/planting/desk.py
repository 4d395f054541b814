"""The paper on the desk: what all verbs need."""

from copy import deepcopy
from io import BytesIO
from typing import Any

import docx
from docx.text.paragraph import Paragraph

from tests.check.planting.selection import holding


class Desk:
    """One open paper."""

    def __init__(self, content: bytes) -> None:
        self.paper = docx.Document(BytesIO(content))

    def find(self, text: str) -> Paragraph:
        """The paragraph holding a text, anywhere: body, cells, headers."""
        return holding(self.paper, text)

    def save(self) -> bytes:
        """The paper as bytes."""
        stream = BytesIO()
        self.paper.save(stream)
        return stream.getvalue()

    def twin(self, like: str, text: str) -> Any:
        """A paragraph of the same look with other words, not yet in the paper."""
        twin = deepcopy(self.find(like)._p)
        paragraph = Paragraph(twin, self.paper._body)
        first, *others = paragraph.runs
        first.text = text
        for run in others:
            twin.remove(run._r)
        return twin
