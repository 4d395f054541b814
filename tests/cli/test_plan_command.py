"""`docgen plan …` as a user meets it: a second plan, from nothing and from another."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Docgen
from tests.conftest import edit

NEW, OLD = "data/ke-hoach/kl60.yaml", "data/ke-hoach/kl50.yaml"
CHECK = ("build", "--plan", "kl60", "--dry-run")


def faults(said: str) -> list[tuple[str, str]]:
    """Line and sentence of every fault told."""
    lines = [line.split(": Lỗi: ") for line in said.splitlines()]
    return [(place.removeprefix(f"{NEW}:").split(":")[0], words.split(" Cách sửa: ")[0]) for place, words in lines]


def test_a_plan_begun_tells_what_is_missing_line_by_line(docgen: Docgen, workspace: Path) -> None:
    assert docgen("plan", "new", "kl60") == (
        0,
        f"Đã tạo {NEW}, một kế hoạch chưa điền, mỗi chỗ trống có lời dẫn.\n"
        "Điền dần, rồi chạy «docgen build --plan kl60 --dry-run» để biết còn thiếu gì, ở dòng nào.\n",
        "",
    )
    code, out, err = docgen(*CHECK)
    assert (code, out) == (3, "")
    assert faults(err) == [
        ("6", "«co_quan_ban_hanh» (Cơ quan ban hành) để trống."),
        ("14", "«loai» (Loại văn bản) để trống."),
        ("15", "«so» (Số, ký hiệu) để trống."),
        ("17", "«co_quan» (Cơ quan ban hành) để trống."),
        ("26", "«ban-hanh»: Thời hạn ghi đúng một trong: truoc_ngay; tu_nam và den_nam; nam; dinh_ky."),
        ("41", "«noi_dung» (Nội dung) để trống (và 3 chỗ khác)."),
        ("60", "«huyen-uy»: Quyết định phải ghi một trong hai: quyet_dinh hoặc nhu (và 1 chỗ khác)."),
    ]


def test_a_plan_filled_in_is_built(docgen: Docgen, workspace: Path) -> None:
    docgen("plan", "new", "kl60")
    file = workspace / NEW
    for old, new in (
        ("co_quan_ban_hanh: ", "co_quan_ban_hanh: tinh-uy "),
        ("    loai: ", "    loai: Nghị quyết "),
        ("    so: ", "    so: 18-NQ/TW "),
        ("    co_quan: ", "    co_quan: Ban Chấp hành Trung ương Đảng "),
        ("truoc_ngay: }", "truoc_ngay: 15/7/2024}"),
        ("#  chi-tieu-1", "  chi-tieu-1"),
        ("#  than-uyen", "  than-uyen"),
        ("ngay: 10/7/2023", "ngay: 10/7/2024"),
        ("  noi_dung:   ", "  noi_dung: thực hiện {van_ban.van-ban-1:co_quan}  "),
        ("  noi_dung:   ", "  noi_dung: Thực hiện {van_ban.van-ban-1}, {ban_hanh} ban hành Kế hoạch như sau  "),
        ("  noi_dung:   ", "  noi_dung: MỤC ĐÍCH  "),
        ("  noi_dung:\n", "  noi_dung: Bảo đảm {chi_tieu.chi-tieu-1} biên chế.\n"),
    ):
        edit(file, old, new)
    edit(file, "{quyet_dinh: }", "{quyet_dinh: giu}", count=2)
    code, out, err = docgen("build", "--plan", "kl60", "than-uyen")
    assert (code, err) == (0, "")
    assert "1 tạo mới, 0 lỗi" in out and (workspace / "build/kl60/than-uyen.docx").exists()


def test_a_copy_keeps_words_and_decisions_and_leaves_blank_what_was_the_old_plan_s(
    docgen: Docgen, workspace: Path
) -> None:
    edit(workspace / OLD, "    so:\n    ngay:\n", "    so: 12   # theo sổ\n    ngay: 28/6/2023\n")
    edit(workspace / OLD, "    trang_thai: du_thao\n", "    trang_thai: da_ban_hanh\n    nguoi_ky: 'Lê Văn Lương'\n")
    old = (workspace / OLD).read_text(encoding="utf-8").splitlines()
    code, out, _ = docgen("plan", "new", "kl60", "--from", "kl50")
    assert code == 0 and "16 chỗ để trống" in out
    new = (workspace / NEW).read_text(encoding="utf-8").splitlines()
    assert len(old) == len(new)
    assert [after for before, after in zip(old, new, strict=True) if before != after] == [
        "ma: kl60",
        "    so:    # theo sổ",
        "    ngay:",
        "    trang_thai:",
        "    nguoi_ky:",
        *["    gia_tri:"] * 5,
        *["  ban-hanh: {truoc_ngay: }", "  quan-triet: {truoc_ngay: }", "  tinh-gian: {tu_nam: , den_nam: }"],
        *["  goc-so-sanh: {nam: }", "  cap-xa: {tu_nam: , den_nam: }"],
    ]


def test_a_copy_tells_only_what_is_to_be_filled_in(docgen: Docgen) -> None:
    docgen("plan", "new", "kl60", "--from", "kl50")
    code, _, err = docgen(*CHECK)
    told = [words for _, words in faults(err)]
    assert code == 3 and told[0] == "«gia_tri» (Giá trị) để trống (và 4 chỗ khác)."
    assert len(told) == 6 and all("Thời hạn ghi đúng một trong" in words for words in told[1:])


def test_a_copy_of_a_file_saved_by_notepad(docgen: Docgen, workspace: Path) -> None:
    docgen("plan", "new", "kl60", "--from", "kl50")
    unix = (workspace / NEW).read_bytes()
    (workspace / NEW).unlink()
    (workspace / OLD).write_bytes((workspace / OLD).read_bytes().replace(b"\n", b"\r\n"))
    docgen("plan", "new", "kl60", "--from", "kl50")
    assert (workspace / NEW).read_bytes() == unix.replace(b"\n", b"\r\n")


@pytest.mark.parametrize("source", [(), ("--from", "kl50")])
def test_no_file_is_written_over(docgen: Docgen, workspace: Path, source: tuple[str, ...]) -> None:
    (workspace / NEW).write_text("của tôi", encoding="utf-8")
    code, _, err = docgen("plan", "new", "kl60", *source)
    assert (code, err) == (3, f"{NEW}: Lỗi: Đã có kế hoạch «kl60». Cách sửa: Đặt mã khác cho kế hoạch mới.\n")
    assert (workspace / NEW).read_text(encoding="utf-8") == "của tôi"


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("Kế hoạch 60",), 2, "ví dụ «ke-hoach-60»"),
        (("con",), 2, "«con» không dùng làm mã kế hoạch được"),
        (("../kl60",), 2, "ví dụ «kl60»"),
        (("kl60", "--from", "kl5"), 3, "--from: Lỗi: Không có kế hoạch «kl5»."),
        ((), 2, "Thiếu MÃ."),
    ],
)
def test_what_cannot_be_begun(docgen: Docgen, workspace: Path, words: tuple[str, ...], code: int, says: str) -> None:
    told = docgen("plan", "new", *words)
    assert told[0] == code and says in told[2]
    assert [path.name for path in (workspace / "data/ke-hoach").iterdir()] == ["kl50.yaml"]


def test_a_plan_that_cannot_be_read_is_not_copied(docgen: Docgen, workspace: Path) -> None:
    (workspace / OLD).write_text("ma: [kl50\n", encoding="utf-8")
    code, out, err = docgen("plan", "new", "kl60", "--from", "kl50", "--json")
    shape = json.loads(out)
    assert (code, shape["file"], len(shape["problems"])) == (3, None, 1) and err.startswith(f"{OLD}:")
    assert not (workspace / NEW).exists()


def test_dry_run_and_json(docgen: Docgen, workspace: Path) -> None:
    assert docgen("plan", "new", "kl60", "--dry-run")[1].startswith(f"Sẽ tạo {NEW}")
    assert not (workspace / NEW).exists()
    shape = json.loads(docgen("plan", "new", "kl60", "--from", "kl50", "--json")[1])
    assert (shape["schema"], shape["file"], shape["problems"]) == ("docgen/plan-new/1", NEW, [])
    assert "thoi_han.ban-hanh.truoc_ngay" in shape["blanked"] and len(shape["blanked"]) == 12


def test_plans_are_listed_with_how_far_they_are(docgen: Docgen) -> None:
    docgen("plan", "new", "kl60")
    code, out, err = docgen("plan", "list")
    assert (code, err) == (0, "")
    assert [line.split("  ")[0].strip() for line in out.splitlines()[3:5]] == ["kl50 (mặc định)", "kl60"]
    assert "dựng được" in out and "còn 7 điều phải sửa" in out
    shipped, begun = json.loads(docgen("plan", "list", "--json")[1])["plans"]
    assert shipped == {
        "id": "kl50", "file": OLD, "default": True, "issuer": "tinh-uy", "due": "15/7/2023", "items": 32, "problems": []
    }  # fmt: skip
    assert (begun["default"], begun["items"], len(begun["problems"])) == (False, None, 7)


def test_no_plan_yet(docgen: Docgen, workspace: Path) -> None:
    (workspace / OLD).unlink()
    assert docgen("plan", "list")[1] == "Chưa có kế hoạch nào; bắt đầu bằng «docgen plan new MÃ».\n"
