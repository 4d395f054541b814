"""Word files nobody here made: each is read, or refused with the right code."""

import docx
import pytest

from docgen.model.document import Block
from docgen.stories.limits import SECONDS, deadline, memory
from docgen.word.read import read_docx
from docgen.word.refusals import Unreadable
from tests.conftest import SHARED

CORPUS = SHARED / "corpus"
REFUSED = {
    "docx2python-db819ed789.docx": "docx.strict",
    "mammoth.js-86d90f50d8.docx": "docx.strict",
    "open-xml-sdk-1619f03846.docx": "docx.strict",
    "open-xml-sdk-46551b4aa5.docx": "docx.strict",
    "open-xml-sdk-735ca35a3b.docx": "docx.strict",
    "poi-4fa1dc1cd5.docx": "docx.truncated",
    "tika-254d301a6e.docx": "docx.encrypted",
}
FILES = sorted(path for path in CORPUS.glob("*/*") if path.suffix in (".docx", ".dotx", ".docm", ".dotm"))


@pytest.mark.skipif(not FILES, reason="the corpus lies beside the checkout")
def test_every_file_is_read_or_refused_with_the_right_code() -> None:
    refused = {}
    for path in FILES:
        try:
            with deadline(SECONDS), memory():
                read_docx(path.read_bytes())
        except Unreadable as unreadable:
            refused[path.name] = unreadable.code
    assert refused == REFUSED
    assert len(FILES) > 300


@pytest.mark.skipif(not FILES, reason="the corpus lies beside the checkout")
@pytest.mark.parametrize("name", [path.name for path in FILES if path.match("docx/python-docx-*.docx")])
def test_no_words_of_a_plain_file_are_lost(name: str) -> None:
    """python-docx as the other reader: every paragraph it finds outside tables is found here too."""
    path = CORPUS / "docx" / name
    theirs = [_squeezed(paragraph.text) for paragraph in docx.Document(str(path)).paragraphs]
    ours = _squeezed(" ".join(_said(block) for block in read_docx(path.read_bytes()).document.blocks))
    assert [text for text in theirs if text and text not in ours] == []


def _said(block: Block) -> str:
    marks = {"heading": f"{block.number}-", "item": f"{block.number}.", "dash": block.number}
    return marks.get(block.role, "") + block.text


def _squeezed(text: str) -> str:
    return "".join(text.split())
