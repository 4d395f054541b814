"""Findings as Word comments: where they stand, what they say, and that nothing else of the paper changes."""

import datetime
import io
import subprocess
import unicodedata
from pathlib import Path

import docx
import pytest

from docgen.check.papers import check_paper
from docgen.model.finding import Finding, Said, Spot
from docgen.word.annotating import annotate
from docgen.word.package import DOCUMENT, parse_part, read_package
from docgen.word.read import read_docx
from tests.check.planting import Clerk, clean
from tests.check.planting.cases import draft
from tests.conftest import need
from tests.word.copies import changed, rejected
from tests.word.small import W, package, paragraph

DAY = datetime.date(2023, 7, 10)
BOX = "<w:r><w:pict><w:textbox><w:txbxContent>{}</w:txbxContent></w:textbox></w:pict></w:r>"


def finding(at: int, snippet: str = "", part: str = DOCUMENT, message: str = "Sai phông chữ.") -> Finding:
    said = Said(message, "Wrong.")
    return Finding(
        "characters.font", ("F1",), "error", 1.0, Spot(part, 1, "", at, snippet), "", "",
        said, Said("Chọn phông đúng.", ""), "HD 36, mục 1",
    )  # fmt: skip


def plain(*texts: str) -> str:
    runs = [f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' for text in texts]
    return f"<w:p>{''.join(runs)}</w:p>"


def marked(content: bytes) -> str:
    """The body as text, a line a paragraph, every range of a comment in brackets, its reference as ^."""
    signs = {"p": "\n", "commentRangeStart": "[", "commentRangeEnd": "]", "commentReference": "^"}
    root = parse_part(read_package(content)[DOCUMENT])
    told = ""
    for element in root.iter():
        name = str(element.tag).rpartition("}")[2]
        told += (element.text or "") if name == "t" else signs.get(name, "")
    return told.strip("\n")


CASES: dict[str, tuple[str, Finding, str]] = {
    "inside a run": (plain("Ban Thường vụ Tỉnh ủy"), finding(1, "Thường vụ"), "Ban [Thường vụ]^ Tỉnh ủy"),
    "over two runs": (plain("Ban Thường ", "vụ Tỉnh ủy"), finding(1, "Thường vụ"), "Ban [Thường vụ]^ Tỉnh ủy"),
    "two blanks in the paper": (plain("cấp  ủy, tổ chức"), finding(1, "cấp ủy,"), "[cấp  ủy,]^ tổ chức"),
    "cut off": (plain("Căn cứ Điều lệ Đảng"), finding(1, "Căn cứ Điều…"), "[Căn cứ Điều]^ lệ Đảng"),
    "loose tone marks": (
        plain(unicodedata.normalize("NFD", "của cấp ủy")),
        finding(1, "cấp"),
        unicodedata.normalize("NFD", "của [cấp]^ ủy"),
    ),
    "in a link": (
        "<w:p><w:hyperlink><w:r><w:t>trang tin</w:t></w:r></w:hyperlink></w:p>", finding(1, "tin"), "trang [tin]^",
    ),
    "the second paragraph": (plain("một") + plain("hai"), finding(2, "hai"), "một\n[hai]^"),
    "words not found": (plain("Ban Thường vụ"), finding(1, "Tỉnh ủy"), "[Ban Thường vụ]^"),
    "no words": (paragraph("Ban Thường vụ"), finding(1), "[Ban Thường vụ]^"),
    "an empty paragraph": ("<w:p><w:pPr/></w:p>", finding(1), "[]^"),
    "the whole paper": (plain("KẾ HOẠCH") + plain("hai"), finding(0), "[KẾ HOẠCH]^\nhai"),
    "a header": (plain("KẾ HOẠCH"), finding(1, "2", "word/header1.xml"), "[KẾ HOẠCH]^"),
    "a text box": (f"<w:p>{BOX.format(plain('KHẨN'))}</w:p>", finding(2, "KHẨN"), "[\nKHẨN]^"),
    "a paper without a paragraph": ("", finding(0), "[]^"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_comment_stands_at_the_words_of_its_finding(case: str) -> None:
    body, found, expected = CASES[case]
    assert marked(annotate(package(body), [found], DAY)) == expected


def test_two_comments_may_overlap() -> None:
    copy = annotate(package(plain("Ban Thường vụ Tỉnh ủy")), [finding(1, "Thường vụ"), finding(1, "vụ Tỉnh")], DAY)
    assert marked(copy) == "Ban [Thường [vụ]^ Tỉnh]^ ủy"


def test_a_comment_says_what_is_wrong_how_to_mend_it_and_what_says_so() -> None:
    copy = annotate(package(plain("một")), [finding(1, "một"), finding(1, "2", "word/header1.xml")], DAY)
    first, second = docx.Document(io.BytesIO(copy)).comments
    assert first.text == "Sai phông chữ.\nCách sửa: Chọn phông đúng.\nCăn cứ: HD 36, mục 1"
    assert second.text.startswith("Đầu trang «2»: Sai phông chữ.")
    assert (first.author, first.initials, first.timestamp.date()) == ("docgen", "dg", DAY)


def test_comments_that_were_there_stay_and_ids_are_free() -> None:
    once = annotate(package(plain("một hai")), [finding(1, "một")], DAY)
    twice = annotate(once, [finding(1, "hai", message="Sai cỡ chữ.")], DAY)
    comments = list(docx.Document(io.BytesIO(twice)).comments)
    assert [comment.text.partition("\n")[0] for comment in comments] == ["Sai phông chữ.", "Sai cỡ chữ."]
    assert [comment.comment_id for comment in comments] == [0, 1]
    assert marked(twice) == "[một]^ [hai]^"


def test_tracked_changes_stay_as_they_are() -> None:
    body = '<w:p><w:r><w:t>một </w:t></w:r><w:ins w:id="1" w:author="A"><w:r><w:t>mới</w:t></w:r></w:ins></w:p>'
    copy = annotate(package(body), [finding(1, "mới")], DAY)
    inserted = parse_part(read_package(copy)[DOCUMENT]).find(f".//{{{W}}}ins")
    assert inserted is not None and "".join(inserted.itertext()) == "mới"
    assert not list(inserted.iter(f"{{{W}}}commentReference"))  # it would go with the insertion
    words = [one for one in rejected(copy) if one[0] == "words"]
    assert words == [one for one in rejected(package(body)) if one[0] == "words"]


@pytest.fixture(scope="module")
def faulty() -> bytes:
    """A typed paper with faults in its head, its body and its header."""
    clerk = Clerk(clean("hd36-phu-luc/table")).margins(right=25).retype("(để báo cáo),", "(để báo cáo);")
    return clerk.page_number(where="top", align="right", size=12, on_first=False).split_runs("KẾ HOẠCH", 3).save()


@pytest.fixture(scope="module")
def annotated(faulty: bytes) -> bytes:
    return annotate(faulty, findings(faulty), DAY)


def findings(content: bytes) -> list[Finding]:
    return check_paper(draft(content, "hd36"))


def test_a_paper_reads_as_before(faulty: bytes, annotated: bytes) -> None:
    before, after = read_docx(faulty), read_docx(annotated)
    assert after.lines == before.lines and after.sections == before.sections
    assert findings(annotated) == findings(faulty) != []


def test_other_parts_lie_as_they_lay(faulty: bytes, annotated: bytes) -> None:
    touched = {DOCUMENT, "[Content_Types].xml", "word/_rels/document.xml.rels", "word/comments.xml"}
    assert set(changed(faulty, annotated)) <= touched
    assert annotate(faulty, findings(faulty), DAY) == annotated


def test_libreoffice_shows_the_same_words(faulty: bytes, annotated: bytes, tmp_path: Path) -> None:
    for name, content in (("goc", faulty), ("ghi-chu", annotated)):
        (tmp_path / f"{name}.docx").write_bytes(content)
    command = [need("soffice"), "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"]
    command += ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    subprocess.run([*command, *map(str, tmp_path.glob("*.docx"))], check=True, capture_output=True, timeout=120)
    shown = [(tmp_path / f"{name}.txt").read_text("utf-8-sig").split() for name in ("goc", "ghi-chu")]
    assert shown[0] == shown[1] != []
