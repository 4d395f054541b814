"""The alarm rate: papers of offices, accepted in practice, are read right and told few errors."""

from collections.abc import Iterator
from functools import cache

import pytest

from docgen.check.draft import Draft
from docgen.check.fit import day_of, form_of
from docgen.check.papers import check_paper
from docgen.model.document import BODY_ROLES
from docgen.model.finding import Finding
from docgen.model.form import Form
from docgen.word.read import read_docx
from tests.check.office import OFFICES, Said, office_paper, words_of
from tests.check.planting.clean import workbook

ERRORS_A_PAPER = 3
MOST_ERRORS = 6
READ_AS = {
    "motto": "title", "letter_subject": "subject", "appendix_number": "appendix_title", "row": "table",
    "address": "other", "addressee": "other", "signed": "other", "typist": "other",
}  # fmt: skip


@cache
def judged(name: str) -> tuple[Form, Draft, list[Finding]]:
    """The form a paper is held against, the paper as read, what is found."""
    forms = workbook("nd30").forms
    reading = read_docx(office_paper(name))
    form = form_of(reading, forms)
    assert form is not None
    draft = Draft(reading, form, tuple(forms.values()), day_of(reading))
    return form, draft, check_paper(draft)


def errors(name: str) -> list[str]:
    """The errors found in a paper, each as its code and sentence."""
    return [f"{one.code}: {one.message.vi}" for one in judged(name)[2] if one.severity == "error"]


@pytest.mark.parametrize("name", OFFICES)
def test_the_form_is_known(name: str) -> None:
    party = any(said.text == "ĐẢNG CỘNG SẢN VIỆT NAM" for said in words_of(name))
    asked = ("hd05" if "2026" in name else "hd36") if party else "nd30"
    assert judged(name)[0].id == asked


@pytest.mark.parametrize("name", OFFICES)
def test_every_part_is_known(name: str) -> None:
    read = [(placed.role, squeezed(placed.text)) for placed in judged(name)[1].lines if not placed.line.box]
    for said in words_of(name):
        wanted = [(role, squeezed(text)) for role in roles_of(said) for text in texts_of(said)]
        assert any(one in read for one in wanted), (
            said,
            [one for one in read if one[1][:20] == squeezed(said.plain)[:20]],
        )


@pytest.mark.parametrize("name", OFFICES)
def test_no_paper_is_drowned_in_errors(name: str) -> None:
    assert len(errors(name)) <= MOST_ERRORS, errors(name)


def test_few_errors_a_paper() -> None:
    total = sum(len(errors(name)) for name in OFFICES)
    assert total <= ERRORS_A_PAPER * len(OFFICES)


def squeezed(text: str) -> str:
    return " ".join(text.split())


def roles_of(said: Said) -> tuple[str, ...]:
    """What a paragraph may be read as."""
    if said.role == "text":
        return ("basis", *BODY_ROLES)
    if said.role in ("appendix_text", "decides"):
        return ("other", *BODY_ROLES)
    return (READ_AS.get(said.role, said.role),)


def texts_of(said: Said) -> Iterator[str]:
    """How its words may be read: a row cell by cell."""
    if said.role == "row":
        yield from (cell for cell in said.cells if cell)
    else:
        yield said.plain
