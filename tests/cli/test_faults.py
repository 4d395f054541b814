"""Bad input as a clerk meets it: exit code, sentences, what is written and what is left alone."""

import json
from pathlib import Path

import pytest

from docgen.word.read import read_docx
from tests.cli.conftest import Docgen
from tests.conftest import edit

UNITS, KINDS = "data/don-vi.yaml", "data/loai-don-vi.yaml"
PLAN, FORM = "data/ke-hoach/kl50.yaml", "data/the-thuc/hd36.yaml"
ID, PART = "- ma: than-uyen\n", "  than-uyen:\n"


def papers(workspace: Path) -> dict[str, bytes]:
    """Every paper by its unit."""
    return {path.stem: path.read_bytes() for path in (workspace / "build/kl50").glob("*.docx")}


def text_of(workspace: Path, unit: str) -> str:
    """All words of a unit's paper."""
    document = read_docx((workspace / f"build/kl50/{unit}.docx").read_bytes()).document
    return "\n".join(
        cell for block in document.blocks for cell in [block.text, *(c for row in block.rows for c in row)]
    )


def test_a_faulty_unit_leaves_the_others_byte_for_byte(docgen: Docgen, workspace: Path, built: Path) -> None:
    edit(workspace / UNITS, ID, f"{ID}  hieu_luc_tu: 30/02/2023\n")
    edit(workspace / PLAN, "  sin-ho:\n", "  sin-ho:\n    so: abc\n")
    code, out, err = docgen("build")
    clean = {path.stem: path.read_bytes() for path in built.glob("*.docx")}
    made = papers(workspace)
    assert code == 1 and "2 lỗi" in out and len(err.splitlines()) == 2
    assert clean.keys() - made.keys() == {"than-uyen", "sin-ho"}
    assert all(clean[unit] == content for unit, content in made.items())


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (PLAN, "ten_loai:", "ten_loi:"),
        (KINDS, "  tien_to: Huyện ủy\n", "  tiento: Huyện ủy\n"),
        (FORM, "phong_chu:", "phongchu:"),
        (UNITS, "don_vi:\n", "donvi:\n"),
    ],
)
def test_a_shared_fault_writes_nothing(docgen: Docgen, workspace: Path, file: str, old: str, new: str) -> None:
    edit(workspace / file, old, new)
    code, out, err = docgen("build")
    assert code == 3 and not out and len(err.splitlines()) == 1 and err.startswith(f"{file}:")
    assert not (workspace / "build").exists()


def test_when_nothing_is_built_nothing_is_claimed(docgen: Docgen, workspace: Path) -> None:
    edit(workspace / UNITS, ID, f"{ID}  nguoi_ki: A\n")
    code, out, _ = docgen("build", "than-uyen")
    assert (code, out) == (3, "1 đơn vị: 1 lỗi; không dựng được văn bản nào.\n")
    assert not (workspace / "build").exists()


def test_a_trial_claims_no_results(docgen: Docgen) -> None:
    assert "Kết quả trong" not in docgen("build", "than-uyen", "--dry-run")[1]


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (
            ["than-uye"],
            3,
            "than-uye: Lỗi: Không có đơn vị «than-uye» trong danh sách. Cách sửa: Có phải ý là «than-uyen»?",
        ),
        (["Than Uyên"], 3, "Có phải ý là «than-uyen»?"),
        (["zzz"], 3, "Xem mã các đơn vị bằng lệnh «docgen units»."),
        (["than-uye", "sin-ho"], 1, "«than-uyen»?"),
        (["than-uyen", "--date", "16/7/2023"], 3, "--date: Lỗi: Ngày ban hành 16/7/2023 sau thời hạn 15/7/2023"),
        (["than-uyen", "--date", "15/7/2023"], 0, "--date: Cảnh báo: Ngày ban hành đúng ngày 15/7/2023"),
        (["than-uyen", "--date", "1/1/2010"], 3, "--date: Lỗi: Không có thể thức nào có hiệu lực ngày 01/01/2010"),
        (["--date", "16/7/2023"], 1, "--date: Lỗi: Ngày ban hành 16/7/2023 sau thời hạn 15/7/2023"),
        (["than-uyen", "--date", "30/02/2023"], 2, "--date: Lỗi: Ngày «30/02/2023» không có trong lịch."),
        (["than-uyen", "--date", "14/7/23"], 2, "phải ghi năm đủ bốn chữ số"),
        (["--plan", "kl5"], 3, "--plan: Lỗi: Không có kế hoạch «kl5»."),
        (["--plan", "../kl50"], 3, "--plan: Lỗi: Không có kế hoạch «../kl50»."),
        (["--form", "hd3"], 2, "--form: Lỗi: Không có thể thức «hd3»."),
        (["--outt", "x"], 2, "--outt: Lỗi: Không có tùy chọn «--outt». Cách sửa: Có phải ý là «--out»?"),
    ],
)
def test_wrong_words_on_the_command_line(docgen: Docgen, words: list[str], code: int, says: str) -> None:
    found, _, err = docgen("build", "--dry-run", *words)
    assert (found, len(err.splitlines())) == (code, 1) and says in err


def test_an_unknown_command(docgen: Docgen) -> None:
    assert docgen("buil") == (2, "", "buil: Lỗi: Không có lệnh «buil». Cách sửa: Có phải ý là «build»?\n")


def test_the_output_folder_is_a_file(docgen: Docgen, workspace: Path) -> None:
    (workspace / "build").write_text("x", encoding="utf-8")
    code, _, err = docgen("build", "than-uyen")
    assert code == 4 and "là tệp, không phải thư mục" in err and len(err.splitlines()) == 1


def test_a_folder_where_a_paper_belongs(docgen: Docgen, workspace: Path) -> None:
    (workspace / "build/kl50/than-uyen.docx").mkdir(parents=True)
    code, out, err = docgen("build", "than-uyen", "sin-ho")
    assert code == 1 and "1 tạo mới, 1 lỗi" in out and "Đây là thư mục" in err


WORDS = 'Lời <riêng> & "của" ]]> đơn vị'
SIGNS = "A & B < C > \"D\" 'E' {{ f }} {% g %} ]]> \\ &amp; <w:t>"


def test_signs_stand_in_the_paper_as_they_were_written(docgen: Docgen, workspace: Path) -> None:
    quoted = "'" + SIGNS.replace("'", "''") + "'"
    edit(workspace / UNITS, "  ten: Huyện ủy Than Uyên\n", f"  ten: 'Huyện ủy {SIGNS.replace(chr(39), chr(39) * 2)}'\n")
    edit(
        workspace / UNITS,
        "  dia_danh: Than Uyên\n",
        f"  dia_danh: {quoted}\n  nguoi_ky: {quoted}\n  noi_nhan: [{quoted}]\n",
    )
    edit(workspace / UNITS, "Nghị quyết Đại hội đại biểu Đảng bộ huyện Than Uyên nhiệm kỳ 2020-2025", quoted)
    edit(workspace / PLAN, PART, f"{PART}    nguoi_ky: {quoted}\n")
    signed = f"{PART}    nguoi_ky: {quoted}\n    quyet_dinh:\n"
    edit(workspace / PLAN, signed, f"{signed}      II.7:\n        quyet_dinh: sua\n        noi_dung: {WORDS}\n")
    code, _, err = docgen("build", "than-uyen")
    words = text_of(workspace, "than-uyen")
    assert code == 0, err
    assert f"HUYỆN ỦY {SIGNS.upper()}" in words
    assert f"{SIGNS}, ngày" in words and f"- {SIGNS}," in words
    assert words.count(SIGNS) >= 4 and WORDS in words


def test_decomposed_letters_give_the_same_paper_with_a_hint(docgen: Docgen, workspace: Path) -> None:
    docgen("build", "than-uyen")
    clean = papers(workspace)["than-uyen"]
    edit(workspace / UNITS, "  ten: Huyện ủy Than Uyên\n", "  ten: Huye\u0323\u0302n u\u0309y Than Uyên\n")
    code, _, err = docgen("build", "than-uyen")
    assert code == 0 and "Lưu ý" in err and "NFD" in err and len(err.splitlines()) == 1
    assert papers(workspace)["than-uyen"] == clean


@pytest.mark.parametrize(
    ("words", "code"),
    [(("outline", "khong-co.docx", "--json"), "file.missing"), (("build", "--plan", "xx", "--json"), "plan.unknown")],
)
def test_json_is_asked_for_and_given_even_when_refused(docgen: Docgen, words: tuple[str, ...], code: str) -> None:
    exit_code, out, _ = docgen(*words)
    assert exit_code == 3
    assert [problem["code"] for problem in json.loads(out)["problems"]] == [code]
