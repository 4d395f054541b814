"""Every character that may stand in the data stands in the paper, read back unchanged."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.compose.paper import compose
from docgen.model.document import Document, Run
from docgen.stories.opening import Opened
from docgen.vietnamese import forbidden_character, to_nfc
from docgen.word.context import SAMPLE, context_of
from docgen.word.read import read_docx
from docgen.word.template import compile_template
from tests.conftest import ROOT

TEMPLATE = compile_template((ROOT / "templates/hd36/ke-hoach.docx").read_bytes(), "ke-hoach.docx", SAMPLE)
legal = st.text(min_size=1, max_size=60).filter(
    lambda text: (
        forbidden_character(text) is None and to_nfc(text) == text and text.split() != [] and text == text.strip()
    )
)


def written_and_read(document: Document, shipped: Opened) -> Document:
    content = TEMPLATE.fill(context_of(document, shipped.workbook.forms["hd36"]), {})
    return read_docx(content).document


def with_item(shipped: Opened, text: str) -> Document:
    book = shipped.workbook
    assert book.plan is not None
    document = compose(book.plan, book.register, book.register.units["than-uyen"], book.forms["hd36"], None)
    blocks = list(document.blocks)
    place = next(index for index, block in enumerate(blocks) if block.role == "item")
    blocks[place] = replace(blocks[place], runs=(Run(text),))
    return replace(document, blocks=tuple(blocks))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=legal)
def test_any_legal_text_survives(shipped: Opened, text: str) -> None:
    document = with_item(shipped, text)
    read = [block.text for block in written_and_read(document, shipped).blocks if block.role == "item"]
    assert read[0] == text


HOSTILE = [
    "a <b & c",
    "x ]]> y",
    "{{ 7*7 }}",
    "{% if x %}",
    "{_{ 7*7 }_}",
    "</w:t></w:r>",
    "\"nháy\" 'đơn'",
    "&amp;",
    "…",
    "5 < 7 > 3",
]


def test_hostile_text_survives(shipped: Opened) -> None:
    for text in HOSTILE:
        document = with_item(shipped, text)
        read = [block.text for block in written_and_read(document, shipped).blocks if block.role == "item"]
        assert read[0] == text
