"""The data of case `fill`: plans in the seed's shape, every one different, nothing in them real."""

import random
from collections.abc import Iterator
from typing import Any

FIELDS = (
    "cap_tren", "co_quan", "so_ky_hieu", "dia_danh", "ngay", "trich_yeu", "can_cu", "muc_dich",
    "quyen_han", "chuc_vu", "nguoi_ky", "phu_luc", "kem_theo", "nam",
)  # fmt: skip
COLUMNS = ("tt", "noi_dung", "chu_tri", "phoi_hop", "thoi_han", "san_pham")
SECTIONS, ITEMS, RECIPIENTS, ROWS = 5, 8, 6, 20

_LEXICON = (
    "rà soát sắp xếp tổ chức bộ máy tinh gọn hoạt động hiệu lực hiệu quả quản lý biên chế cán bộ công chức viên chức "
    "hoàn thiện chức năng nhiệm vụ quy chế làm việc kiểm tra giám sát đôn đốc thực hiện báo cáo cấp ủy trực thuộc"
)

Paper = dict[str, Any]


def paper(number: int) -> Paper:
    """One synthetic plan: 14 fields, 5 sections of 8 items, 6 recipients, 20 rows. The same number, the same plan."""
    chance = random.Random(number)

    def words(count: int) -> str:
        return f"{syllables(chance, count)} (giả lập {chance.randrange(10**6)})"

    return {
        **{field: words(4) for field in FIELDS},
        "phan": [
            {
                "so": f"Phần {section}",
                "tieu_de": words(8),
                "muc": [{"so": f"Mục {section}.{item}", "noi_dung": words(45)} for item in range(1, ITEMS + 1)],
            }
            for section in range(1, SECTIONS + 1)
        ],
        "noi_nhan": [{"ten": words(5)} for _ in range(RECIPIENTS)],
        "dong": [{"tt": f"{row}.", **{column: words(4) for column in COLUMNS[1:]}} for row in range(1, ROWS + 1)],
    }


def syllables(chance: random.Random, count: int) -> str:
    """Words of such plans, drawn by lot."""
    return " ".join(chance.choices(_LEXICON.split(), k=count))


def values_in(part: Any) -> Iterator[str]:
    """Every text of a paper, at every depth, in order."""
    if isinstance(part, str):
        yield part
    else:
        for inner in part.values() if isinstance(part, dict) else part:
            yield from values_in(inner)
