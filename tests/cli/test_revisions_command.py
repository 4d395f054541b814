"""`docgen revisions` from its entry point."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Docgen
from tests.word.small import package, run
from tests.word.test_revision_listing import gone, ins, p, words_of


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    file = tmp_path / "ban sua.docx"
    file.write_bytes(package(p(run("Rà soát "), gone("kỹ"), ins("toàn diện"))))
    return file


def test_the_list_says_who_what_and_where(docgen: Docgen, paper: Path) -> None:
    code, out, err = docgen("revisions", "list", str(paper))
    assert (code, err) == (0, "")
    assert out == (
        f"{paper}: 2 thay đổi (1 xóa, 1 chèn).\nAn, 14/7/2023:\n  xóa, mở đầu: «kỹ»\n  chèn, mở đầu: «toàn diện»\n"
    )


def test_the_list_as_json(docgen: Docgen, paper: Path) -> None:
    shape = json.loads(docgen("revisions", "list", str(paper), "--json")[1])
    assert shape["schema"] == "docgen/revisions/1"
    assert [(one["kind"], one["author"], one["words"]) for one in shape["revisions"]] == [
        ("delete", "An", "kỹ"), ("insert", "An", "toàn diện"),
    ]  # fmt: skip
    assert set(shape["revisions"][0]) == {"kind", "author", "date", "words", "place"}


@pytest.mark.parametrize(("verb", "words"), [("accept", "Rà soát toàn diện"), ("reject", "Rà soát kỹ")])
def test_a_paper_is_settled_into_another_file(
    docgen: Docgen, paper: Path, tmp_path: Path, verb: str, words: str
) -> None:
    before, out = paper.read_bytes(), tmp_path / "ra" / "sach.docx"
    code, told, _ = docgen("revisions", verb, str(paper), "-o", str(out))
    assert code == 0 and f"2 thay đổi của {paper}, ghi thành {out}." in told
    assert words_of(out.read_bytes()) == words and paper.read_bytes() == before
    assert docgen("revisions", "list", str(out))[1] == f"{out}: không có thay đổi nào được theo dõi.\n"


def test_never_in_place(docgen: Docgen, paper: Path) -> None:
    before = paper.read_bytes()
    assert docgen("revisions", "accept", str(paper))[0] == 2
    code, _, err = docgen("revisions", "accept", str(paper), "-o", str(paper.parent / "." / paper.name))
    assert code == 2 and "Tệp kết quả trùng với tệp đầu vào." in err
    assert paper.read_bytes() == before


def test_a_result_is_a_docx(docgen: Docgen, paper: Path, tmp_path: Path) -> None:
    code, _, err = docgen("revisions", "accept", str(paper), "-o", str(tmp_path / "ra.html"))
    assert code == 2 and "phải có đuôi .docx" in err


@pytest.mark.parametrize(("content", "code"), [(b"", "docx.empty"), (b"x", "docx.broken"), (None, "file.missing")])
def test_a_file_that_is_none_is_refused(docgen: Docgen, tmp_path: Path, content: bytes | None, code: str) -> None:
    file = tmp_path / "hong.docx"
    if content is not None:
        file.write_bytes(content)
    for words in (["list"], ["accept", "-o", str(tmp_path / "ra.docx")]):
        stop, out, _ = docgen("revisions", words[0], str(file), *words[1:], "--json")
        assert stop == 3 and json.loads(out)["problems"][0]["code"] == code
    assert not (tmp_path / "ra.docx").exists()


def test_a_folder_that_cannot_be_written_to(docgen: Docgen, paper: Path) -> None:
    code, _, err = docgen("revisions", "reject", str(paper), "-o", str(paper / "ra.docx"))
    assert code == 4 and "Không ghi được tệp" in err
