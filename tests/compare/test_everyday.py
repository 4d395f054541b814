"""The changes of every day in a real plan: the right kind, type, weight and sentence, and nothing else."""

from collections.abc import Callable
from typing import Any

import pytest

from docgen.compare.comparing import compare
from docgen.model.change import Comparison
from docgen.word.read import read_docx
from tests.check.planting import BODY
from tests.check.planting.clean import clean
from tests.check.planting.clerk import Clerk

Edit = Callable[[Clerk], Any]
Case = tuple[str, Edit, list[tuple[str, str, str, str, str]]]

SIGNER = "Nguyễn Văn A"
PERCENT = "replace", "percent", "high", "II.4", "Tỷ lệ II.4: 5% → 7%, tăng 2 điểm phần trăm"
CASES: list[Case] = [
    ("a percentage", lambda c: c.retype("ít nhất 5% biên chế", "ít nhất 7% biên chế"), [PERCENT]),
    (
        "a deadline",
        lambda c: c.retype("kế hoạch thực hiện trước ngày 15/7/2023", "kế hoạch thực hiện trước ngày 31/7/2023"),
        [("replace", "deadline", "high", "III.1", "Thời hạn III.1: 15/7/2023 → 31/7/2023, lùi 16 ngày")],
    ),
    (
        "a deadline that means the day before no more",
        lambda c: c.retype("kế hoạch thực hiện trước ngày 15/7/2023", "kế hoạch thực hiện chậm nhất ngày 15/7/2023"),
        [("replace", "deadline", "high", "III.1",
          "Thời hạn III.1: trước ngày 15/7/2023 → chậm nhất ngày 15/7/2023, lùi 1 ngày")],
    ),
    (
        "a period of years",
        lambda c: c.retype("Giai đoạn 2022-2026 toàn", "Giai đoạn 2022-2025 toàn"),
        [("replace", "deadline", "high", "II.4", "Thời hạn II.4: 2022-2026 → 2022-2025, sớm hơn 1 năm")],
    ),
    (
        "a task removed",
        lambda c: c.delete("- Tiếp tục thực hiện việc khoán…"),
        [("delete", "task_removed", "high", "II.6.2", "Bỏ nhiệm vụ II.6.2 (bản cũ): «Tiếp tục thực hiện việc khoán")],
    ),
    (
        "a task added",
        lambda c: c.insert_after("- Rà soát, sắp xếp, tổ chức lại các trường…", "- Số hóa hồ sơ trước ngày 30/9/2023."),
        [("insert", "task_added", "high", "II.3.5", "Thêm nhiệm vụ II.3.5: «Số hóa hồ sơ trước ngày 30/9/2023.»")],
    ),
    (
        "a recipient changed",
        lambda c: c.retype("Ban Tổ chức Tỉnh ủy (để theo dõi)", "Văn phòng Tỉnh ủy (để theo dõi)"),
        [("replace", "recipient", "high", "recipient",
          "Nơi nhận: Ban Tổ chức Tỉnh ủy (để theo dõi) → Văn phòng Tỉnh ủy (để theo dõi)")],
    ),
    (
        "a recipient that shares no word with the one before",
        lambda c: c.retype("- Các phòng, ban, ngành huyện,", "- Báo Lai Châu,"),
        [("replace", "recipient", "high", "recipient", "Nơi nhận: Các phòng, ban, ngành huyện → Báo Lai Châu")],
    ),
    (
        "a position",
        lambda c: c.retype("BÍ THƯ", "PHÓ BÍ THƯ"),
        [("replace", "position", "high", "position", "Chức vụ người ký: BÍ THƯ → PHÓ BÍ THƯ")],
    ),
    (
        "a signer",
        lambda c: c.retype(SIGNER, "Lò Văn Giả Định"),
        [("replace", "signer", "high", "signer", f"Người ký: {SIGNER} → Lò Văn Giả Định")],
    ),
    (
        "a size",
        lambda c: c.size("1. Cụ thể hóa…", 16, "direct"),
        [("format", "format", "low", "I.1", "Hình thức I.1: cỡ chữ 14 → 16 pt")],
    ),
    (
        "the size of the whole body",
        lambda c: c.size(BODY, 13, "direct"),
        [("format", "format", "low", "opening", "Hình thức mở đầu … III.4 (33 đoạn): cỡ chữ 14 → 13 pt")],
    ),
    (
        "some words bold",
        lambda c: c.bold("xác định lộ trình tự chủ"),
        [("format", "format", "low", "II.3.3",
          "Hình thức II.3.3: chữ đậm («xác định lộ trình tự chủ») không → có")],
    ),
    (
        "an alignment",
        lambda c: c.align("1. Cụ thể hóa…", "left"),
        [("format", "format", "low", "I.1", "Hình thức I.1: căn lề đều hai bên → trái")],
    ),
    (
        "margins",
        lambda c: c.margins(left=25),
        [("format", "format", "low", "page", "Trang giấy: lề trái 30 → 25 mm")],
    ),
    (
        "one paragraph in two",
        lambda c: c.cut_paragraph("1. Cụ thể hóa…", "tiếp tục thực hiện Kế hoạch"),
        [("format", "format", "low", "I.1", "Tách đoạn I.1 làm hai")],
    ),
    (
        "two paragraphs in one",
        lambda c: c.join_next("- Tiếp tục rà soát, kiện toàn tổ chức…"),
        [("format", "format", "low", "II.3.1", "Gộp hai đoạn thành II.3.1")],
    ),
    (
        "a cell of words",
        lambda c: c.retype("Báo cáo rà soát", "Báo cáo kết quả rà soát"),
        [("cell", "wording", "medium", "table.1.4.6", "Câu chữ bảng 1, dòng 4, cột 6: thêm «kết quả»")],
    ),
    (
        "a cell of the column of those who lead",
        lambda c: c.retype("Ủy ban Kiểm tra Huyện ủy", "Thanh tra huyện"),
        [("cell", "lead", "high", "table.1.9.3",
          "Chủ trì bảng 1, dòng 9, cột 3: Ủy ban Kiểm tra Huyện ủy → Thanh tra huyện")],
    ),
    (
        "who leads",
        lambda c: c.retype("Ban Tổ chức Huyện ủy chủ trì", "Văn phòng Huyện ủy chủ trì"),
        [("replace", "lead", "high", "III.4", "Chủ trì III.4: Ban Tổ chức Huyện ủy → Văn phòng Huyện ủy")],
    ),
    (
        "who supports",
        lambda c: c.retype("phối hợp với các cơ quan, đơn vị có liên quan", "phối hợp với Văn phòng Huyện ủy"),
        [("replace", "support", "high", "III.4",
          "Phối hợp III.4: các cơ quan, đơn vị có liên quan → Văn phòng Huyện ủy")],
    ),
    (
        "a document cited",
        lambda c: c.retype("Quy định số 70-QĐ/TW", "Quy định số 71-QĐ/TW"),
        [("replace", "citation", "high", "II.4", "Văn bản dẫn II.4: 70-QĐ/TW → 71-QĐ/TW")],
    ),
    (
        "the day of a document cited",
        lambda c: c.retype("70-QĐ/TW, ngày 18/7/2022", "70-QĐ/TW, ngày 20/7/2022"),
        [("replace", "citation", "high", "II.4",
          "Văn bản dẫn II.4 (70-QĐ/TW): 18/7/2022 → 20/7/2022, lùi 2 ngày")],
    ),
    (
        "number and symbol",
        lambda c: c.retype("05-KH/HU", "06-KH/HU"),
        [("replace", "symbol", "high", "number", "Số, ký hiệu: Số 05-KH/HU → Số 06-KH/HU")],
    ),
    (
        "the day of issue",
        lambda c: c.retype("ngày 10 tháng 7", "ngày 12 tháng 7"),
        [("replace", "date", "high", "place_date",
          "Ngày ban hành: ngày 10 tháng 7 năm 2023 → ngày 12 tháng 7 năm 2023, lùi 2 ngày")],
    ),
    (
        "the place",
        lambda c: c.retype("Than Uyên, ngày", "Mường Than, ngày"),
        [("replace", "place", "medium", "place_date", "Địa danh: Than Uyên → Mường Than")],
    ),
    (
        "the authority",
        lambda c: c.retype("T/M BAN THƯỜNG VỤ", "T/M BAN CHẤP HÀNH"),
        [("replace", "authority", "high", "authority", "Quyền hạn ký: T/M BAN THƯỜNG VỤ → T/M BAN CHẤP HÀNH")],
    ),
    (
        "numbers typed on by hand",
        lambda c: c.retype("8. Tăng cường công", "9. Tăng cường công").retype("7. Tiếp tục thực", "8. Tiếp tục thực"),
        [("replace", "renumbered", "low", "II.8", "Đánh số lại II.7–II.8 → II.8–II.9")],
    ),
    (
        "two places reworded in one paragraph",
        lambda c: c.retype("Kịp thời sơ kết", "Khẩn trương sơ kết").retype("cơ chế bảo đảm dân", "quy chế bảo đảm dân"),
        [("replace", "wording", "medium", "II.2", "Câu chữ II.2: «Kịp thời» → «Khẩn trương»; «cơ» → «quy»")],
    ),
    (
        "a percentage and the words in front of it",
        lambda c: c.retype("ít nhất 5% biên chế", "tối thiểu 7% biên chế"),
        [PERCENT, ("replace", "wording", "medium", "II.4", "Câu chữ II.4: «ít nhất» → «tối thiểu»")],
    ),
    (
        "a deadline dropped",
        lambda c: c.retype(" (hoàn thành trước ngày 15/7/2023)", ""),
        [("replace", "deadline", "high", "III.3", "Thời hạn III.3: bỏ «15/7/2023»")],
    ),
    (
        "a sign at the end of a recipient",
        lambda c: c.retype("ngành huyện,", "ngành huyện;"),
        [("replace", "wording", "medium", "recipient", "Câu chữ nơi nhận: «,» → «;»")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "told"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_one_change(edit: Edit, told: list[tuple[str, str, str, str, str]]) -> None:
    found = compared(edit).changes
    assert [(one.kind, one.type, one.severity, one.path) for one in found] == [one[:4] for one in told]
    for one, (*_, sentence) in zip(found, told, strict=True):
        assert one.message.vi.startswith(sentence)
        assert one.message.en and one.message.en != one.message.vi


def test_a_row_added_and_a_row_removed() -> None:
    def added(clerk: Clerk) -> None:
        rows = list(clerk.paper.tables[-1].rows)
        twin = clerk.paper.tables[-1].add_row()
        for cell, text in zip(
            twin.cells, ("", "Số hóa hồ sơ", "Văn phòng Huyện ủy", "", "Quý III/2023", ""), strict=True
        ):
            cell.text = text
        rows[3]._tr.addnext(twin._tr)
        rows[8]._tr.getparent().remove(rows[8]._tr)

    found = compared(added).changes
    assert [(one.kind, one.type, one.path) for one in found if one.type.startswith("task")] == [
        ("row", "task_added", "table.1.4"), ("row", "task_removed", "table.1.8"),
    ]  # fmt: skip
    assert {one.type for one in found} == {"task_added", "task_removed"}


def test_a_column_is_told_once() -> None:
    def column(clerk: Clerk) -> None:
        for cell, text in zip(clerk.paper.tables[-1].add_column(500000).cells, ("Ghi chú", "Mới"), strict=False):
            cell.text = text

    (found,) = compared(column).changes
    assert (found.kind, found.type, found.message.vi) == ("cell", "wording", "Thêm bảng 1, dòng 0, cột 7: «Ghi chú»")


def test_a_paragraph_moved_and_edited() -> None:
    def moved(clerk: Clerk) -> None:
        clerk.find("8. Tăng cường công tác…")._p.addnext(clerk.find("- Giải quyết kịp thời…")._p)
        clerk.retype("tiết kiệm 10% kinh phí", "tiết kiệm 15% kinh phí")

    found = compared(moved).changes
    assert [(one.kind, one.type, one.path, one.move) for one in found] == [
        ("move", "task_moved", "II.8.1", 1), ("replace", "percent", "II.8.1", 1),
    ]  # fmt: skip
    assert found[0].message.vi.startswith("Chuyển nhiệm vụ II.6.1 → II.8.1: «Giải quyết kịp thời")


def test_a_header_and_the_number_of_the_page() -> None:
    def header(clerk: Clerk) -> None:
        clerk.paper.sections[0].header.add_paragraph("Tài liệu nội bộ")

    (found,) = compared(header).changes
    assert (found.kind, found.type, found.path, found.new) == ("header", "wording", "header", "Tài liệu nội bộ")


def test_what_is_not_compared_is_named() -> None:
    assert any("hình ảnh" in said.vi for said in compared(lambda c: c).not_compared)
    assert any("theo dõi" in said.vi for said in compared(lambda c: c.track_insert("Cụ thể hóa", " ngay")).not_compared)


def compared(edit: Edit) -> Comparison:
    content = clean("hd36")
    clerk = Clerk(content)
    edit(clerk)
    return compare(read_docx(content), read_docx(clerk.save()))
