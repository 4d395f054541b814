"""The shipped templates are in step with the forms, and a clerk can read them."""

import pytest
from docx import Document

from docgen.stories.opening import Opened
from docgen.word.shipped import template_docx
from tests.conftest import ROOT


@pytest.mark.parametrize("form", ["hd36", "hd05"])
def test_generating_gives_the_committed_file(shipped: Opened, form: str) -> None:
    committed = (ROOT / "templates" / form / "ke-hoach.docx").read_bytes()
    assert template_docx(shipped.workbook.forms[form]) == committed, "run `make templates`"


def test_tags_stand_whole_in_paragraphs_a_clerk_can_read() -> None:
    template = Document(str(ROOT / "templates/hd36/ke-hoach.docx"))
    texts = [paragraph.text for paragraph in template.paragraphs]
    assert "{{ ten_loai }}" in texts
    assert "{%p for khoi in noi_dung %}" in texts
    cells = [cell.text for table in template.tables for row in table.rows for cell in row.cells]
    assert any("{{ co_quan_ban_hanh }}" in text or "co_quan_ban_hanh" in text for text in cells)
