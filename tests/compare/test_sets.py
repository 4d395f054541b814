"""Thirty drafts come back: what many changed alike is told once, what one changed is told with its unit."""

import random

from docgen.compare.comparing import compare
from docgen.compare.sets import compare_sets
from docgen.model.change import Comparison
from tests.compare.drafts import draft


def lines(unit: int) -> list[str]:
    """A paper of a unit: common text with its own name in it, and a task only it has."""
    name = f"Huyện {'ABCDEFGHIJKLMNOPQRSTUVWXYZĐĂÂÊ'[unit]}"
    own = " ".join(random.Random(unit).sample(_WORDS, 9))
    return [
        f"Thực hiện Kế hoạch số 20-KH/TU, ngày 05/7/2023 của Ban Thường vụ Tỉnh ủy, {name} xây dựng kế hoạch như sau:",
        "I- NHIỆM VỤ",
        *([f"1. Riêng {name} {own}."] if unit % 2 else []),
        f"{1 + unit % 2}. Các chi bộ của {name} tổ chức quán triệt, hoàn thành trước ngày 15/7/2023.",
        f"{2 + unit % 2}. Giai đoạn 2022-2026 toàn huyện tinh giản ít nhất 5% biên chế cán bộ, công chức.",
        f"{3 + unit % 2}. Văn phòng Huyện ủy chủ trì, phối hợp với các cơ quan có liên quan theo dõi, đôn đốc.",
        f"{4 + unit % 2}. Tiếp tục nâng cao nhận thức của cấp ủy, tổ chức đảng về đổi mới, sắp xếp tổ chức bộ máy.",
        "- Rà soát, sắp xếp các trường mầm non, tiểu học, trung học cơ sở; thu gọn các điểm trường ở thôn, bản.",
        f"- Tiết kiệm 10% kinh phí chi thường xuyên của {name} để thực hiện cải cách chính sách tiền lương.",
    ]


_WORDS = [
    "giữ",
    "gìn",
    "bảo",
    "tồn",
    "phát",
    "huy",
    "bản",
    "sắc",
    "văn",
    "hóa",
    "chè",
    "cao",
    "nguyên",
    "cầu",
    "phao",
    "thủy",
    "điện",
    "cửa",
    "khẩu",
    "du",
    "lịch",
    "hang",
    "động",
]


def test_five_common_changes_and_seven_of_single_units() -> None:
    groups, singles = compare_sets([(f"u{unit:02d}", _returned(unit)) for unit in range(30)])
    assert [(group.change.type, group.change.new, len(group.units)) for group in groups] == [
        ("deadline", "31/7/2023", 30),
        ("percent", "7%", 25),
        ("lead", "Ban Tổ chức Huyện ủy", 20),
        ("task_removed", "", 12),
        ("wording", "thường xuyên", 2),
    ]  # fmt: skip
    assert [(single.unit, single.change.type) for single in singles] == [
        ("u03", "deadline"), ("u03", "percent"), ("u03", "task_added"),
        ("u07", "percent"), ("u09", "citation"), ("u11", "wording"), ("u12", "percent"),
    ]  # fmt: skip


def _returned(unit: int) -> Comparison:
    old = lines(unit)
    new = "\n".join(old)
    new = new.replace("15/7/2023", "31/7/2023")
    if unit >= 5:
        new = new.replace("ít nhất 5%", "ít nhất 7%")
    if unit < 20:
        new = new.replace("Văn phòng Huyện ủy chủ trì", "Ban Tổ chức Huyện ủy chủ trì")
    if 10 <= unit < 22:
        new = new.replace("- Rà soát, sắp xếp các trường mầm non, tiểu học, trung học cơ sở; thu gọn các điểm trường ở "
                          "thôn, bản.\n", "")  # fmt: skip
    if unit in (1, 2):
        new = new.replace("Tiếp tục nâng cao", "thường xuyên nâng cao")
    for old_words, new_words in SINGLE.get(unit, ()):
        assert old_words in new
        new = new.replace(old_words, new_words)
    return compare(draft(old), draft(new.split("\n")))


SINGLE = {
    3: [
        ("ít nhất 5%", "ít nhất 6%"),
        ("2022-2026", "2022-2027"),
        ("- Rà soát, sắp xếp", "- Mở lớp bồi dưỡng bí thư chi bộ thôn, bản cho cán bộ mới.\n- Rà soát, sắp xếp"),
    ],
    7: [("Tiết kiệm 10%", "Tiết kiệm 12%")],
    9: [("20-KH/TU", "21-KH/TU")],
    11: [("có liên quan theo dõi, đôn đốc", "có liên quan theo dõi, chấm điểm")],
    12: [("Tiết kiệm 10%", "Tiết kiệm 15%")],
}


def test_the_same_figures_at_another_place_are_another_change() -> None:
    old = ["1. Tinh giản ít nhất 5% biên chế cán bộ, công chức.", "2. Tiết kiệm 5% kinh phí chi thường xuyên hằng năm."]
    first = compare(draft(old), draft([old[0].replace("5%", "7%"), old[1]]))
    second = compare(draft(old), draft([old[0], old[1].replace("5%", "7%")]))
    groups, singles = compare_sets([("a", first), ("b", second)])
    assert (groups, [single.unit for single in singles]) == ([], ["a", "b"])


def test_one_place_worded_for_each_kind_of_unit_is_one_place_and_another_text_under_its_number_is_not() -> None:
    old = (
        "1. Các chi bộ trực thuộc Huyện ủy tổ chức quán triệt, ban hành kế hoạch thực hiện trước ngày 15/7/2023.",
        "1. Các phòng, đơn vị thuộc Ban phối hợp tổ chức quán triệt, xây dựng kế hoạch thực hiện trước ngày 15/7/2023.",
        "1. Số hóa hồ sơ đảng viên, hoàn thành việc lưu trữ tài liệu của cơ quan trước ngày 15/7/2023.",
    )
    pairs = [
        (unit, compare(draft([text]), draft([text.replace("15/7", "31/7")])))
        for unit, text in zip("abc", old, strict=True)
    ]
    groups, singles = compare_sets(pairs)
    assert [group.units for group in groups] == [("a", "b")]
    assert [single.unit for single in singles] == ["c"]
