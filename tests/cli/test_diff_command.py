"""`docgen diff` from its entry point: streams, files written, exit codes."""

import json
import shutil
from pathlib import Path

import pytest
from docx import Document as Word

from docgen.stories import diff_pair
from docgen.word.redline_proof import Place
from docgen.word.revision_listing import revisions_in
from tests.cli.conftest import Docgen
from tests.stories.test_diff import PHRASE, REWORDED, reword

HEADS = ["TT", "Chỗ", "Cũ", "Mới", "Loại", "Nhận", "Không nhận"]


@pytest.fixture
def folders(built: Path, tmp_path: Path) -> tuple[Path, Path]:
    """Two papers as built and as they came back, that of sin-ho in other words."""
    old, new = tmp_path / "goc", tmp_path / "nop"
    old.mkdir()
    for unit in ("sin-ho", "tan-uyen"):
        shutil.copy(built / f"{unit}.docx", old)
    shutil.copytree(old, new)
    reword(new / "sin-ho.docx", PHRASE, REWORDED)
    return old, new


@pytest.fixture
def pair(folders: tuple[Path, Path]) -> tuple[str, str]:
    old, new = folders
    return str(old / "sin-ho.docx"), str(new / "sin-ho.docx")


def test_changes_are_told_on_stdout(docgen: Docgen, pair: tuple[str, str]) -> None:
    code, out, err = docgen("diff", *pair)
    assert (code, err) == (1, "")
    assert out.startswith(f"{pair[0]} → {pair[1]}: 1 thay đổi: 1 câu chữ.\n  Câu chữ\n    mục II.6\n      ")
    assert "\nKhông so: " in out and "\x1b" not in out


def test_equal_papers_end_well(docgen: Docgen, pair: tuple[str, str]) -> None:
    code, out, _ = docgen("diff", pair[0], pair[0])
    assert code == 0 and "Hai bản như nhau." in out


def test_machines_get_one_document_and_nothing_else(docgen: Docgen, pair: tuple[str, str]) -> None:
    code, out, err = docgen("diff", *pair, "--json")
    shape = json.loads(out)
    assert (code, err) == (1, "")
    assert (shape["schema"], shape["old"], shape["new"], shape["verdict"]) == ("docgen/diff/1", *pair, "substantive")
    assert [change["type"] for change in shape["changes"]] == ["wording"]


def test_two_folders(docgen: Docgen, folders: tuple[Path, Path]) -> None:
    code, out, _ = docgen("diff", *map(str, folders))
    assert code == 1 and "sin-ho\n  Câu chữ\n" in out
    assert f"{folders[0]} → {folders[1]}: 2 cặp văn bản, 1 cặp có thay đổi; 0 thay đổi chung, 1 thay đổi riêng." in out
    shape = json.loads(docgen("diff", *map(str, folders), "--json")[1])
    assert [(one["unit"], one["change"]["type"]) for one in shape["singles"]] == [("sin-ho", "wording")]


def test_text_into_a_file_is_plain(docgen: Docgen, pair: tuple[str, str], tmp_path: Path) -> None:
    file = tmp_path / "so-sanh.txt"
    code, out, _ = docgen("diff", *pair, "-o", str(file))
    assert (code, out) == (1, f"1 thay đổi: 1 câu chữ.\nKết quả: {file}\n")
    text = file.read_text(encoding="utf-8")
    assert "mục II.6" in text and "\x1b" not in text


def test_a_page_is_printed_or_written(docgen: Docgen, folders: tuple[Path, Path], tmp_path: Path) -> None:
    for named in (folders, [folder / "sin-ho.docx" for folder in folders]):
        page = tmp_path / "so-sanh.html"
        assert docgen("diff", *map(str, named), "--as", "html", "-o", str(page))[0] == 1
        printed = docgen("diff", *map(str, named), "--as", "html")[1]
        assert page.read_text(encoding="utf-8") == printed and printed.startswith("<!doctype html>")


def test_a_redline_bears_the_author_and_the_day(docgen: Docgen, pair: tuple[str, str], tmp_path: Path) -> None:
    out = tmp_path / "sua.docx"
    words = ["diff", *pair, "--as", "docx", "-o", str(out), "--author", "Văn phòng", "--date", "14/7/2023"]
    assert docgen(*words)[0] == 1
    marks = revisions_in(out.read_bytes())
    assert marks and {(one.author, one.date) for one in marks} == {("Văn phòng", "2023-07-14T00:00:00Z")}


def test_redlines_of_folders_go_into_a_folder(docgen: Docgen, folders: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "sua"
    assert docgen("diff", *map(str, folders), "--as", "docx", "-o", str(out))[0] == 1
    assert [(file.name, bool(revisions_in(file.read_bytes()))) for file in sorted(out.iterdir())] == [
        ("sin-ho.docx", True), ("tan-uyen.docx", False),
    ]  # fmt: skip


def test_a_redline_that_does_not_hold_is_not_written(
    docgen: Docgen, pair: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(diff_pair, "verify", lambda *_, **__: [Place("accept", "body", 12, "Rà soát", "")])
    out = tmp_path / "sua.docx"
    code, _, err = docgen("diff", *pair, "--as", "docx", "-o", str(out))
    assert code == 4 and not out.exists()
    assert f"{pair[1]} › body › đoạn 12 «Rà soát»: Lỗi: Chấp nhận hết thay đổi không ra đúng bản mới ở đây." in err
    assert docgen("diff", *pair, "--as", "docx", "-o", str(out), "--no-verify")[0] == 1 and out.exists()


def test_a_review_sheet(docgen: Docgen, pair: tuple[str, str], tmp_path: Path) -> None:
    sheet, again = tmp_path / "phieu.docx", tmp_path / "phieu 2.docx"
    for out in (sheet, again):
        assert docgen("diff", *pair, "--as", "sheet", "-o", str(out))[0] == 1
    assert sheet.read_bytes() == again.read_bytes()
    word = Word(str(sheet))
    (table,) = word.tables
    (heads, row) = ([cell.text for cell in row.cells] for row in table.rows)
    assert heads == HEADS
    assert (row[0], row[1], row[4:]) == ("1", "mục II.6", ["Câu chữ", "☐", "☐"])
    section, normal = word.sections[0], word.styles["Normal"].font
    assert (round(section.page_width.mm), round(section.page_height.mm), normal.name) == (297, 210, "Times New Roman")


WRONG = {
    "a redline to the terminal": (["--as", "docx"], "--as docx cần -o"),
    "a sheet to the terminal": (["--as", "sheet"], "--as sheet cần -o"),
    "a page that is no page": (["--as", "html", "-o", "ra.docx"], "phải có đuôi .html"),
    "a redline that is no paper": (["--as", "docx", "-o", "ra.txt"], "phải có đuôi .docx"),
    "a text that is a paper": (["-o", "ra.docx"], "phải có đuôi .txt"),
    "a form there is not": (["--as", "pdf"], "pdf"),
    "a day that is none": (["--date", "31/2/2023"], "--date"),
}


@pytest.mark.parametrize(("words", "told"), WRONG.values(), ids=WRONG)
def test_wrong_usage(docgen: Docgen, pair: tuple[str, str], words: list[str], told: str) -> None:
    code, out, err = docgen("diff", *pair, *words)
    assert (code, out) == (2, "") and told in err


def test_no_result_takes_the_place_of_a_paper(docgen: Docgen, folders: tuple[Path, Path]) -> None:
    old, new = folders
    before = {file: file.read_bytes() for folder in folders for file in folder.iterdir()}
    for given, out in (((old / "sin-ho.docx", new / "sin-ho.docx"), old / "sin-ho.docx"), (folders, new)):
        code, _, err = docgen("diff", *map(str, given), "--as", "docx", "-o", str(out))
        assert code == 2 and "Tệp kết quả trùng với tệp đầu vào." in err
    assert {file: file.read_bytes() for folder in folders for file in folder.iterdir()} == before


@pytest.mark.parametrize("content", [b"", b"x", b"PK\3\4", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600])
def test_a_file_that_is_none_is_refused(docgen: Docgen, pair: tuple[str, str], tmp_path: Path, content: bytes) -> None:
    bad = tmp_path / "hong.docx"
    bad.write_bytes(content)
    for words in ((pair[0], str(bad)), (str(bad), pair[1])):
        code, out, err = docgen("diff", *words, "--json")
        (problem,) = json.loads(out)["problems"]
        assert code == 3 and problem["place"]["file"] == str(bad)
        assert err.startswith(f"{bad}: Lỗi: ") and "Traceback" not in err


def test_a_place_that_cannot_be_written_to(docgen: Docgen, pair: tuple[str, str]) -> None:
    code, _, err = docgen("diff", *pair, "-o", f"{pair[0]}/ra.txt")
    assert code == 4 and "Không ghi được tệp" in err
