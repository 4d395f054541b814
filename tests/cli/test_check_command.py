"""`docgen check` from its entry point: streams, files written, exit codes."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Docgen
from tests.stories.test_check import widen


@pytest.fixture
def papers(built: Path, tmp_path: Path) -> Path:
    """The papers of the plan, that of sin-ho with a wrong margin."""
    folder = tmp_path / "nop"
    shutil.copytree(built, folder, ignore=shutil.ignore_patterns("*.json", "*.html", "tinh-uy.docx"))
    widen(folder / "sin-ho.docx")
    return folder


def test_findings_go_to_stdout_and_faults_of_files_to_stderr(docgen: Docgen, papers: Path) -> None:
    (papers / "hong.docx").write_bytes(b"x")
    code, out, err = docgen("check", str(papers))
    assert code == 1
    assert f"{papers / 'sin-ho.docx'} (hd36): 1 lỗi\n  Trang giấy\n    Lỗi: Lề phải " in out
    assert out.endswith("28 tệp: 1 lỗi; 26 tệp không có gì phải sửa, 1 tệp không đọc được.\n")
    assert err == f"{papers / 'hong.docx'}: Lỗi: Tệp không phải .docx hoặc đã hỏng. Cách sửa: {SAVE_AGAIN}\n"


SAVE_AGAIN = "Mở tệp trong Word rồi lưu lại thành .docx."


@pytest.mark.parametrize(("option", "key"), [("--json", "schema"), ("--sarif", "$schema")])
def test_machines_get_one_document_and_nothing_else(docgen: Docgen, papers: Path, option: str, key: str) -> None:
    code, out, err = docgen("check", str(papers), option)
    assert code == 1 and not err and key in json.loads(out)


def test_json_counts_what_it_lists(docgen: Docgen, papers: Path) -> None:
    shape = json.loads(docgen("check", str(papers), "--json")[1])
    told = {Path(file["file"]).name: [found["code"] for found in file["findings"]] for file in shape["files"]}
    assert told.pop("sin-ho.docx") == ["page.margins"] and not any(told.values())
    assert (shape["counts"]["files"], shape["counts"]["clean"], shape["counts"]["error"]) == (27, 26, 1)
    assert shape["sets"] == [{"folder": str(papers), "findings": []}]


def test_a_clean_paper_ends_well(docgen: Docgen, papers: Path) -> None:
    assert docgen("check", str(papers / "than-uyen.docx")) == (0, "1 tệp: 1 tệp không có gì phải sửa.\n", "")


def test_the_page_is_written_beside_what_is_said(docgen: Docgen, papers: Path, tmp_path: Path) -> None:
    page = tmp_path / "ket-qua.html"
    _, out, _ = docgen("check", str(papers), "--html", str(page))
    assert out.endswith(f"Trang kết quả: {page}\n")
    assert "Lề phải " in page.read_text(encoding="utf-8")


def test_a_page_never_takes_the_place_of_a_paper(docgen: Docgen, papers: Path) -> None:
    before = (papers / "sin-ho.docx").read_bytes()
    code, out, err = docgen("check", str(papers), "--html", str(papers / "sin-ho.docx"))
    assert (code, out) == (2, "") and "phải có đuôi .html" in err
    assert (papers / "sin-ho.docx").read_bytes() == before


def test_a_first_baseline_says_what_it_recorded(docgen: Docgen, papers: Path, tmp_path: Path) -> None:
    baseline = str(tmp_path / "da-biet.json")
    first, second = (
        docgen("check", str(papers), "--baseline", baseline),
        docgen("check", str(papers), "--baseline", baseline),
    )
    summary = "27 tệp: 27 tệp không có gì phải sửa; 1 lỗi đã biết.\n"
    assert first == (0, f"{summary}Đã ghi 1 lỗi đã biết vào {baseline}; từ lần sau chỉ báo lỗi khác.\n", "")
    assert second == (0, summary, "")


def test_copies_are_written_and_told(docgen: Docgen, papers: Path, tmp_path: Path) -> None:
    before = (papers / "sin-ho.docx").read_bytes()
    code, out, err = docgen("check", str(papers), "--annotate", str(tmp_path / "ghi"), "--fix", str(tmp_path / "sua"))
    assert (code, err) == (1, "") and str(tmp_path / "sua") in out
    written = sorted(
        path.relative_to(tmp_path).as_posix() for name in ("ghi", "sua") for path in (tmp_path / name).iterdir()
    )
    assert written == ["ghi/sin-ho.docx", "sua/sin-ho.docx"]
    assert (papers / "sin-ho.docx").read_bytes() == before


def test_a_copy_that_cannot_be_written_is_told(docgen: Docgen, papers: Path, tmp_path: Path) -> None:
    (tmp_path / "ghi").mkdir()
    (tmp_path / "ghi/sin-ho.docx").write_bytes(b"x")
    code, _, err = docgen("check", str(papers), "--annotate", str(tmp_path / "ghi"))
    assert code == 4 and "Ở đây đã có tệp khác, không ghi đè." in err


WRONG = {
    "copies among the originals": ("--fix", "{papers}"),
    "both shapes": ("--json", "--sarif"),
    "unknown form": ("--form", "hd3"),
    "unknown option": ("--strict",),
}


@pytest.mark.parametrize("words", WRONG.values(), ids=WRONG)
def test_wrong_usage(docgen: Docgen, papers: Path, words: tuple[str, ...]) -> None:
    code, _, err = docgen("check", str(papers), *(word.format(papers=papers) for word in words))
    assert code == 2 and len(err.splitlines()) == 1


def test_a_folder_without_papers_is_refused(docgen: Docgen, tmp_path: Path) -> None:
    code, out, err = docgen("check", str(tmp_path / "trong"))
    assert code == 3 and "1 tệp không đọc được" in out and "Không có tệp này." in err


def test_nothing_built_is_refused(docgen: Docgen) -> None:
    code, out, err = docgen("check")
    assert (code, out) == (3, "") and err.startswith("build/kl50: Lỗi: Chưa có thư mục này.")


def test_a_fault_of_the_waivers_is_told_and_nothing_checked(docgen: Docgen, workspace: Path, papers: Path) -> None:
    (workspace / "data/mien-kiem-tra.yaml").write_text("- ma: page.margin\n  ly_do: a\n  ngay: 1/1/2026\n", "utf-8")
    code, out, err = docgen("check", str(papers))
    assert (code, out) == (3, "")
    assert err.startswith("data/mien-kiem-tra.yaml:1:7: Lỗi: Không có quy tắc «page.margin».")
