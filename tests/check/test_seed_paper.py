"""The provincial plan typed from the seed into a plain Word file: its faults, each once, at the right place."""

import io
import re

import docx
import pytest

from docgen.check.draft import Draft
from docgen.check.fit import day_of, form_of
from docgen.check.papers import check_paper
from docgen.stories.opening import Opened
from docgen.word.read import read_docx
from tests.conftest import SHARED

SEED = next(iter((SHARED / "seed").glob("*.txt")), None)
_SPANS = re.compile(r"(\*\*.*?\*\*|\*[^*]+?\*)", re.DOTALL)

FAULTS = [
    # the sheet and the looks of a new Word file
    ("characters.font", "kind"), ("characters.size", "opening"),
    ("page.size", ""), ("page.margins", ""), ("page.number_missing", ""),
    ("kind.look", "kind"), ("subject.look", "subject"),
    ("body.justified", "opening"), ("body.indent", "opening"), ("body.line_spacing", "opening"),
    ("signature.authority_look", "authority"), ("signature.position_look", "position"),
    ("signature.name_look", "signer"),
    ("recipients.label_look", "recipients_label"), ("recipients.look", "recipient"),
    # what the text lacks
    ("letterhead.title_missing", ""), ("letterhead.issuer_missing", ""), ("number.missing", ""), ("date.missing", ""),
    ("subject.rule", "subject"), ("appendix.absent", "III.2"),
    # what the PDF did
    ("body.cut", "II.3.p2"), ("body.cut", "II.4.p2"), ("body.cut", "III.3.p2"),
    # what was typed so
    ("body.mark_glued", "II"), ("recipients.separator", "recipient"),
    ("basis.repeated", "I.1"), ("basis.repeated", "II.1"), ("basis.repeated", "II.1"),
    ("wording.assure", "I.3"), ("wording.abbreviation", "II.3.6"),
]  # fmt: skip


def typed(seed: str) -> bytes:
    """The seed as a person would paste it: a paragraph a paragraph, bold and italic kept."""
    paper = docx.Document()
    for words in seed.strip().split("\n\n"):
        paragraph = paper.add_paragraph()
        for span in _SPANS.split(words):
            run = paragraph.add_run(span.strip("*") if span.startswith("*") else span)
            run.bold, run.italic = span.startswith("**") or None, (span[:1] == "*" and span[:2] != "**") or None
    stream = io.BytesIO()
    paper.save(stream)
    return stream.getvalue()


@pytest.mark.skipif(SEED is None, reason="the seed lies beside the checkout")
def test_every_fault_once_at_its_place(shipped: Opened) -> None:
    assert SEED is not None
    reading = read_docx(typed(SEED.read_text(encoding="utf-8")))
    forms = shipped.workbook.forms
    form = form_of(reading, forms)
    assert form is not None and form.id == "hd36"
    found = check_paper(Draft(reading, form, tuple(forms.values()), day_of(reading)))
    assert sorted((one.code, one.place.path) for one in found) == sorted(FAULTS)
