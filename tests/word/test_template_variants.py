"""One template as word processors damage it: each gives the same paper, or one fault at the paragraph damaged."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache

import pytest

from docgen.problems import errors
from docgen.stories.opening import Opened
from docgen.word.context import SAMPLE
from docgen.word.package import DOCUMENT, read_package, write_package
from docgen.word.read import read_docx
from docgen.word.shipped_kinds import PLAN
from docgen.word.template import TemplateRefused
from docgen.word.template_check import compile_checked, tag_problems
from docgen.word.template_samples import sample_paper
from tests.conftest import ROOT

Runs = Callable[[str], str]  # the text of a tag → the runs a word processor leaves of it

TAGS = {
    "value": "{{ so_ky_hieu }}",
    "loop": "{%p for dong in noi_nhan %}",
    "comparison": "{%p if khoi.kieu == 'mo_dau' %}",
    "run": "{%r for doan in khoi.doan %}",
    "row": "{%tr for viec in phu_luc.dong %}",
}
NFC, NFD = (unicodedata.normalize(form, "{{ số_ký_hiệu }}") for form in ("NFC", "NFD"))


def run(text: str, look: str = "") -> str:
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def cut(at: int, between: str = "", look: str = "") -> Runs:
    return lambda tag: run(tag[:at]) + between + run(tag[at:], look)


def typed(change: Callable[[str], str]) -> Runs:
    return lambda tag: run(change(tag))


def inside(mark: str) -> Runs:
    """Something in place of the last blank of the tag."""
    return lambda tag: f"<w:r><w:t>{tag[: tag.rindex(' ')]}</w:t>{mark}<w:t>{tag[tag.rindex(' ') + 1 :]}</w:t></w:r>"


def first_capital(tag: str) -> str:
    return re.sub(r"[a-z]\w*(?=[ .])", lambda word: word.group().capitalize(), tag, count=2)


VIETNAMESE = '<w:rPr><w:lang w:val="vi-VN"/></w:rPr>'
HARMLESS: dict[str, Runs] = {
    "as it is": run,
    "each letter a run": lambda tag: "".join(map(run, tag)),
    "cut in the opening": cut(1),
    "cut after the opening": cut(2),
    "cut in the closing": cut(-1),
    "cut before the closing": cut(-2),
    "spelling marks": cut(5, '<w:proofErr w:type="spellStart"/>'),
    "a bookmark": cut(6, '<w:bookmarkStart w:id="9" w:name="_GoBack"/><w:bookmarkEnd w:id="9"/>'),
    "a language": cut(7, look=VIETNAMESE),
    "a saved revision": lambda tag: run(tag[:4]) + run(tag[4:]).replace("<w:r>", '<w:r w:rsidR="00AB12CD">'),
    "a page end seen last time": cut(8, "<w:r><w:lastRenderedPageBreak/></w:r>"),
    "blanks that do not break": typed(lambda tag: tag.replace(" ", "\u00a0")),
    "narrow blanks": typed(lambda tag: tag.replace(" ", "\u202f")),
    "invisible letters": typed(lambda tag: "\u200b".join(tag)),
    "a byte order mark": typed(lambda tag: tag[:3] + "\ufeff" + tag[3:]),
    "a soft hyphen": typed(lambda tag: tag[:-4] + "\u00ad" + tag[-4:]),
    "curly quotes": typed(lambda tag: tag.replace("'", "‘", 1).replace("'", "’")),
    "low quotes": typed(lambda tag: tag.replace("'", "„", 1).replace("'", "“")),
    "automatic capitals": typed(first_capital),
    "a line break": inside("<w:br/>"),
    "a tab": inside("<w:tab/>"),
}


def across(tag: str) -> str:
    at = tag.rindex(" ")
    return run(tag[:at]) + "</w:p><w:p>" + run(tag[at:])


HARMFUL: dict[str, tuple[Runs, str]] = {
    "across two paragraphs": (across, "template.torn"),
    "the opening apart": (typed(lambda tag: tag.replace("{", "{ ", 1)), "template.stray_brace"),
    "the closing apart": (typed(lambda tag: tag[:-1] + " }"), "template.open_tag"),
    "a brace lost at the end": (typed(lambda tag: tag[:-1]), "template.open_tag"),
    "a blank before the closing lost with its brace": (typed(lambda tag: tag[:-3]), "template.open_tag"),
}


@cache
def parts() -> Mapping[str, bytes]:
    return read_package((ROOT / "templates/hd36/ke-hoach.docx").read_bytes())


def damaged(tag: str, runs: Runs) -> bytes:
    """The shipped template with the first such tag in these runs."""
    document = parts()[DOCUMENT].decode("utf-8")
    assert run(tag) in document
    return write_package({**parts(), DOCUMENT: document.replace(run(tag), runs(tag), 1).encode("utf-8")})


@pytest.fixture(scope="module")
def sound(shipped: Opened) -> object:
    return paper(shipped, damaged(TAGS["value"], run))


def paper(shipped: Opened, template: bytes) -> object:
    """What the paper says and how it looks."""
    values = sample_paper(shipped.workbook.forms["hd36"], PLAN)
    reading = read_docx(compile_checked(template, "mau.docx", SAMPLE).fill(values, {}))
    return reading.document.blocks, reading.looks, reading.page


def test_there_are_sixty_of_them() -> None:
    assert len(HARMLESS) * len(TAGS) + len(HARMFUL) * len(TAGS) >= 60


@pytest.mark.parametrize("habit", HARMLESS)
@pytest.mark.parametrize("tag", TAGS)
def test_the_paper_is_the_same(shipped: Opened, sound: object, tag: str, habit: str) -> None:
    assert paper(shipped, damaged(TAGS[tag], HARMLESS[habit])) == sound


@pytest.mark.parametrize("damage", HARMFUL)
@pytest.mark.parametrize("tag", TAGS)
def test_one_fault_at_the_paragraph(tag: str, damage: str) -> None:
    runs, code = HARMFUL[damage]
    text = TAGS[tag]
    faults = [(one.code, one.place.paragraph) for one in errors(tag_problems(damaged(text, runs), "mau.docx", SAMPLE))]
    before = parts()[DOCUMENT].decode("utf-8").partition(run(text))[0]
    assert faults == [(code, len(re.findall(r"<w:p[ >]", before)))]


@pytest.mark.parametrize("key", [NFC, NFD], ids=["NFC", "NFD"])
def test_a_key_with_marks_is_told_with_the_one_meant(key: str) -> None:
    with pytest.raises(TemplateRefused) as refused:
        compile_checked(damaged(TAGS["value"], lambda tag: run(key)), "mau.docx", SAMPLE)
    (fault,) = refused.value.problems
    assert (fault.code, "«số_ký_hiệu»" in fault.message) == ("template.undefined", True)
    assert fault.remedy == "Có phải ý là «so_ky_hieu»?"


@pytest.mark.parametrize(
    ("runs", "told"),
    [
        (HARMLESS["blanks that do not break"], "dấu cách không ngắt"),
        (HARMLESS["invisible letters"], "ký tự vô hình"),
        (typed(lambda tag: "{{ So_ky_hieu }}"), "chữ hoa tự động"),
        (HARMLESS["a line break"], "dấu xuống dòng hoặc tab"),
    ],
)
def test_a_repair_is_told_and_no_fault(runs: Runs, told: str) -> None:
    (hint,) = tag_problems(damaged(TAGS["value"], runs), "mau.docx", SAMPLE)
    assert (hint.code, hint.severity) == ("template.repaired", "hint")
    assert told in hint.message and "docgen đọc là «{{ so_ky_hieu }}»" in hint.message


@pytest.mark.parametrize("habit", ["each letter a run", "spelling marks", "a bookmark", "a language"])
def test_what_nobody_sees_is_not_told(habit: str) -> None:
    assert tag_problems(damaged(TAGS["value"], HARMLESS[habit]), "mau.docx", SAMPLE) == []
