"""The shipped templates are in step with the forms, and a clerk can read them."""

import pytest
from docx import Document

from docgen.check.draft import Draft
from docgen.check.fit import day_of, form_of
from docgen.check.papers import check_paper
from docgen.stories.opening import Opened
from docgen.word.context import KEYS, SAMPLE
from docgen.word.read import read_docx
from docgen.word.shipped import template_docx
from docgen.word.shipped_kinds import PAPER_KINDS
from docgen.word.template import compile_template
from docgen.word.template_check import template_problems
from docgen.word.template_samples import sample_paper
from tests.conftest import ROOT

PARTY = ("ke-hoach", "cong-van", "bao-cao", "to-trinh")
SHIPPED = [
    *((form, kind) for form in ("hd36", "hd05") for kind in PARTY),
    *(("nd30", kind) for kind in (*PARTY, "quyet-dinh")),
]


def generated(shipped: Opened, form: str, kind: str) -> bytes:
    return template_docx(shipped.workbook.forms[form], PAPER_KINDS[kind])


@pytest.mark.parametrize(("form", "kind"), SHIPPED)
def test_generating_gives_the_committed_file(shipped: Opened, form: str, kind: str) -> None:
    committed = (ROOT / "templates" / form / f"{kind}.docx").read_bytes()
    assert generated(shipped, form, kind) == committed, "run `make templates`"


@pytest.mark.parametrize(("form", "kind"), SHIPPED)
def test_there_is_nothing_to_say_of_a_shipped_template(shipped: Opened, form: str, kind: str) -> None:
    assert template_problems(generated(shipped, form, kind), "mau.docx", KEYS, SAMPLE) == []


@pytest.mark.parametrize(("form", "kind"), SHIPPED)
def test_a_sample_paper_has_no_fault_of_form(shipped: Opened, form: str, kind: str) -> None:
    forms = shipped.workbook.forms
    values = sample_paper(forms[form], PAPER_KINDS[kind])
    paper = compile_template(generated(shipped, form, kind), "mau.docx", SAMPLE).fill(values, {})
    reading = read_docx(paper)
    chosen = form_of(reading, forms)
    assert chosen and chosen.id == form
    found = check_paper(Draft(reading, forms[form], tuple(forms.values()), day_of(reading)))
    assert [(one.code, one.place.snippet) for one in found] == []


def test_samples_and_what_a_template_may_name_are_the_same_keys(shipped: Opened) -> None:
    for form, kind in SHIPPED:
        assert set(sample_paper(shipped.workbook.forms[form], PAPER_KINDS[kind])) == set(KEYS) == set(SAMPLE)


# What an office of the State writes and the Party does not, and what each kind alone has.
WORDS = {
    ("nd30", "quyet-dinh"): (
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 05/QĐ-UBND",
        "QUYẾT ĐỊNH:",
        "Điều 3. ",
        "Lưu: VT, NC.",
    ),
    ("nd30", "cong-van"): ("Số: 05/UBND-NC", "V/v chuẩn bị hội nghị", "Kính gửi:", "- Như trên;"),
    ("nd30", "bao-cao"): ("Số: 05/BC-UBND", "Kính gửi: Bộ Nội vụ.", "I. KẾT QUẢ"),
    ("hd36", "cong-van"): ("Số 05-CV/VPTU", "Chuẩn bị hội nghị", "Kính gửi:", "- Như trên,"),
    ("hd05", "to-trinh"): ("Số 05-TTr/VPTU", "Kính trình: Ban Thường vụ Tỉnh ủy.", "- Như trên;"),
    ("hd36", "ke-hoach"): ("Số 05-KH/VPTU", "I- MỤC ĐÍCH, YÊU CẦU", "Phụ lục nhiệm vụ và phân công thực hiện"),
}


@pytest.mark.parametrize(("form", "kind"), WORDS)
def test_a_sample_paper_says_what_its_kind_says(shipped: Opened, form: str, kind: str) -> None:
    values = sample_paper(shipped.workbook.forms[form], PAPER_KINDS[kind])
    paper = compile_template(generated(shipped, form, kind), "mau.docx", SAMPLE).fill(values, {})
    text = "\n".join(placed.text for placed in read_docx(paper).lines)
    assert [words for words in WORDS[form, kind] if words not in text] == []


def test_tags_stand_whole_in_paragraphs_a_clerk_can_read() -> None:
    template = Document(str(ROOT / "templates/hd36/ke-hoach.docx"))
    texts = [paragraph.text for paragraph in template.paragraphs]
    assert "{{ ten_loai }}" in texts
    assert "{%p for khoi in noi_dung %}" in texts
    cells = [cell.text for table in template.tables for row in table.rows for cell in row.cells]
    assert any("{{ co_quan_ban_hanh }}" in text or "co_quan_ban_hanh" in text for text in cells)
