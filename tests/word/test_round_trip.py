"""Written, then read back, is equal; every value of the data stands in the paper."""

import datetime

import pytest

from docgen.compose.paper import compose
from docgen.stories.opening import Opened
from docgen.word.context import SAMPLE, context_of
from docgen.word.properties import APP, CORE, app_xml, core_xml
from docgen.word.read import read_docx
from docgen.word.template import Template, compile_template
from tests.conftest import ROOT


@pytest.fixture(scope="module", params=["hd36", "hd05"])
def template(request: pytest.FixtureRequest) -> tuple[str, Template]:
    file = ROOT / "templates" / request.param / "ke-hoach.docx"
    return request.param, compile_template(file.read_bytes(), file.name, SAMPLE)


@pytest.mark.parametrize("day", [None, datetime.date(2023, 7, 10)])
def test_every_unit_reads_back_as_composed(
    shipped: Opened, template: tuple[str, Template], day: datetime.date | None
) -> None:
    book = shipped.workbook
    form, compiled = book.forms[template[0]], template[1]
    assert book.plan is not None
    for unit in book.register.units.values():
        document = compose(book.plan, book.register, unit, form, day)
        properties = {CORE: core_xml(document.subject, document.author, document.year), APP: app_xml()}
        content = compiled.fill(context_of(document, form), properties)
        assert read_docx(content, form.id).document == document, unit.id
