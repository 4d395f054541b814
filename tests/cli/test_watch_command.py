"""`docgen watch` as a user meets it: saves between two looks, then Ctrl+C."""

from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.word.read import read_docx
from tests.cli.conftest import Docgen
from tests.conftest import edit
from tests.excel.conftest import change, typed

Saves = Callable[..., None]
PLAN, UNITS = "data/ke-hoach/kl50.yaml", "data/don-vi.yaml"
OWN = "  than-uyen:\n    quyet_dinh:\n"
STOPPED = "Đã dừng theo yêu cầu; các tệp đã ghi vẫn nguyên vẹn. Chạy lại lệnh để làm tiếp.\n"
BEGUN = "Đang theo dõi dữ liệu, mẫu Word và sổ Excel của kế hoạch. Cứ sửa rồi lưu; nhấn Ctrl+C để dừng.\n"


@pytest.fixture
def while_watched(monkeypatch: pytest.MonkeyPatch) -> Saves:
    """What happens while docgen watches; every save comes to rest, and Ctrl+C is the last thing."""

    def plan(*happenings: Callable[[], object]) -> None:
        moments = iter([moment for happening in happenings for moment in (happening, lambda: None)])

        def pause() -> None:
            moment = next(moments, None)
            if moment is None:
                raise KeyboardInterrupt
            moment()

        monkeypatch.setattr("docgen.cli.watch._pause", pause)

    return plan


def number_of(workspace: Path, unit: str) -> str:
    document = read_docx((workspace / f"build/kl50/{unit}.docx").read_bytes()).document
    return next(block.text for block in document.blocks if block.role == "number")


def test_it_ends_with_a_sentence(docgen: Docgen, while_watched: Saves) -> None:
    while_watched()
    assert docgen("watch") == (130, BEGUN, f"\n{STOPPED}")


def test_the_unit_whose_part_changed_is_made_anew(docgen: Docgen, workspace: Path, while_watched: Saves) -> None:
    while_watched(lambda: edit(workspace / PLAN, OWN, OWN.replace("quyet", "so: 5\n    quyet")))
    code, out, err = docgen("watch")
    assert (code, err) == (130, f"\n{STOPPED}")
    assert out == f"{BEGUN}Vừa lưu: {PLAN}.\ntạo mới     build/kl50/than-uyen.docx\n"
    assert number_of(workspace, "than-uyen") == "Số 05-KH/HU"
    assert [path.stem for path in (workspace / "build/kl50").glob("*.docx")] == ["than-uyen"]


def test_the_unit_whose_entry_changed_stays_the_one_watched(
    docgen: Docgen, workspace: Path, while_watched: Saves
) -> None:
    template = workspace / "templates/hd36/ke-hoach.docx"
    while_watched(
        lambda: edit(workspace / UNITS, "  dia_danh: Sìn Hồ\n", "  dia_danh: Sìn Hồ\n  ky_hieu: HU-SH\n"),
        lambda: template.write_bytes(template.read_bytes() + b" "),
    )
    _, out, _ = docgen("watch")
    assert out.splitlines()[2:] == [
        "tạo mới     build/kl50/sin-ho.docx",
        "Vừa lưu: templates/hd36/ke-hoach.docx.",
        "không đổi   build/kl50/sin-ho.docx",
    ]
    assert "HU-SH" in number_of(workspace, "sin-ho")


def test_a_unit_that_is_named_is_made_at_once_and_alone(docgen: Docgen, workspace: Path, while_watched: Saves) -> None:
    while_watched(lambda: edit(workspace / UNITS, "  dia_danh: Sìn Hồ\n", "  dia_danh: Sìn Hồ\n  ky_hieu: HU-SH\n"))
    _, out, _ = docgen("watch", "tam-duong")
    assert out.splitlines() == [
        "tạo mới     build/kl50/tam-duong.docx",
        BEGUN.strip(),
        f"Vừa lưu: {UNITS}.",
        "không đổi   build/kl50/tam-duong.docx",
    ]


def test_a_plan_s_workbook_goes_into_the_data_first(docgen: Docgen, workspace: Path, while_watched: Saves) -> None:
    docgen("excel", "export")
    mark = typed("Đơn vị", "sin-ho", "Ký hiệu cơ quan", "HU-SH")
    while_watched(lambda: change(workspace / "kl50.xlsx", mark))
    _, out, _ = docgen("watch")
    assert out.splitlines()[1:4] == [
        "Vừa lưu: kl50.xlsx.",
        f"{UNITS}: don_vi › sin-ho › ky_hieu: (trống) → «HU-SH»",
        f"Đã sửa 1 chỗ trong {UNITS}.",
    ]
    assert "tạo mới     build/kl50/sin-ho.docx" in out and "HU-SH" in number_of(workspace, "sin-ho")


def test_a_workbook_at_fault_changes_nothing(docgen: Docgen, workspace: Path, while_watched: Saves) -> None:
    docgen("excel", "export")
    before = (workspace / UNITS).read_bytes()
    while_watched(lambda: change(workspace / "kl50.xlsx", typed("Đơn vị", "sin-ho", "Địa danh", "#N/A")))
    _, _, err = docgen("watch")
    assert err.startswith("kl50.xlsx › Đơn vị › ") and (workspace / UNITS).read_bytes() == before


def test_a_slip_is_told_and_the_next_save_mends_it(docgen: Docgen, workspace: Path, while_watched: Saves) -> None:
    while_watched(
        lambda: edit(workspace / UNITS, "  ten: Huyện ủy Sìn Hồ\n", ""),
        lambda: edit(workspace / UNITS, "- ma: sin-ho\n", "- ma: sin-ho\n  ten: Huyện ủy Sìn Hồ\n"),
    )
    _, out, err = docgen("watch")
    assert err.startswith(f"{UNITS}:32:3: Lỗi: Thiếu «ten» (Tên đầy đủ).")
    assert out.splitlines()[2:] == ["lỗi         sin-ho", f"Vừa lưu: {UNITS}.", "tạo mới     build/kl50/sin-ho.docx"]


def test_a_plan_that_cannot_be_read_is_waited_for(docgen: Docgen, workspace: Path, while_watched: Saves) -> None:
    edit(workspace / PLAN, "ten_loai:", "ten_loi:")
    while_watched(lambda: edit(workspace / PLAN, "ten_loi:", "ten_loai:"))
    code, out, err = docgen("watch")
    assert code == 130 and err.startswith(f"{PLAN}:6:1: Lỗi: Không có khóa «ten_loi».")
    assert out.splitlines()[2:] == ["tạo mới     build/kl50/tinh-uy.docx"]


def test_a_hand_edited_paper_is_kept(docgen: Docgen, workspace: Path, while_watched: Saves) -> None:
    docgen("build", "than-uyen")
    paper = workspace / "build/kl50/than-uyen.docx"
    paper.write_bytes(b"sua tay")
    while_watched(lambda: edit(workspace / PLAN, OWN, OWN.replace("quyet", "so: 5\n    quyet")))
    _, out, err = docgen("watch")
    assert "giữ nguyên  build/kl50/than-uyen.docx" in out and "sửa tay" in err
    assert paper.read_bytes() == b"sua tay"


def test_a_unit_nobody_knows_is_refused(docgen: Docgen, while_watched: Saves) -> None:
    while_watched()
    code, out, err = docgen("watch", "than-uyn")
    assert (code, out) == (3, "") and "«than-uyen»" in err


def test_a_folder_that_is_no_workspace_is_refused(docgen: Docgen, workspace: Path) -> None:
    (workspace / "docgen.toml").unlink()
    assert docgen("watch")[0] == 3
