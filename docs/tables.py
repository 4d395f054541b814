"""Data that is no YAML: the registry as a table, and the register of numbers. The examples are read by the tests."""

import typing
from collections.abc import Iterator

from docgen.model.unit import Unit
from docs.markdown import fenced, table

REGISTRY_INTRO = """\
`data/don-vi.csv` hoặc `data/don-vi.jsonl`, thay cho `data/don-vi.yaml` khi có nhiều đơn vị. Docgen chỉ đọc một tệp:
có `.csv` thì bỏ qua `.jsonl` và `.yaml`, có `.jsonl` thì bỏ qua `.yaml`. Chuyển sang bảng rồi thì cất tệp cũ đi,
kẻo sửa nhầm chỗ.

`.csv`: hàng đầu ghi mã các cột, mỗi hàng sau một đơn vị. Bảng mã UTF-8 (trong Excel: Save As, chọn «CSV UTF-8»).
Các ô cách nhau bằng dấu phẩy, dấu chấm phẩy hoặc tab; ô có dấu ấy, dấu nháy hay xuống dòng thì nằm trong cặp `"…"`.
Thứ tự cột tùy ý, cột không dùng thì bỏ, ô trống là không ghi. Lỗi báo theo `tệp:dòng:ô`, ô đếm từ trái, từ 1."""
REGISTRY_CSV = """\
ma;ten;loai;cap_tren;dia_danh;nguoi_ky;noi_nhan;chi_tieu.chuyen-mon
tinh-uy;Tỉnh ủy Lai Châu;tinh-uy;;Lai Châu;;;
than-uyen;Huyện ủy Than Uyên;huyen-uy;tinh-uy;Than Uyên;;Tỉnh ủy (để báo cáo) | Các chi bộ, đảng bộ trực thuộc;70"""
COLUMNS_SAID = "Cột là các khóa của [đơn vị](#đơn-vị), ô viết như giá trị trong tệp YAML; chỉ những khóa sau viết khác:"
CELL_OF_LIST = "Các giá trị cách nhau bằng dấu `|` hoặc xuống dòng."
CELL_OF_MAPPING = "Mỗi mã một cột, mã ghi sau dấu chấm; ô là giá trị."
LINES_SAID = "`.jsonl`: mỗi dòng một đơn vị, là một đối tượng JSON có các khóa như trong tệp YAML:"
REGISTRY_JSONL = """\
{"ma": "tinh-uy", "ten": "Tỉnh ủy Lai Châu", "loai": "tinh-uy", "dia_danh": "Lai Châu", "noi_nhan": ["Các huyện ủy"]}
{"ma": "tan-uyen", "ten": "Huyện ủy Tân Uyên", "loai": "huyen-uy", "cap_tren": "tinh-uy", "dia_danh": "Tân Uyên"}"""
NUMBERS_INTRO = """\
`data/so-van-ban.jsonl`, do `docgen number` viết: mỗi lần giữ hay trả một số thêm một dòng, dòng đã ghi không đổi nữa.
Đừng xóa, đừng sửa; nên sao lưu. Chưa giữ số nào thì chưa có tệp. Nhiều dòng cùng một số thì dòng cuối có giá trị.
Số ghi thẳng ở `so` trong kế hoạch cũng được tính là đã dùng."""
NUMBERS = {
    "don_vi": "Mã đơn vị.",
    "loai": "Ký hiệu tên loại: `KH`, `QĐ` …",
    "nhiem_ky": "Hai năm đại hội. Số đếm từ 01 theo từng tên loại trong một nhiệm kỳ.",
    "so": "Số, từ 1 trở lên.",
    "trang_thai": "`giu` đang giữ; `huy` đã trả, chỉ cấp lại khi gọi đích danh.",
    "ngay": "Ngày giữ hoặc trả.",
    "ke_hoach": "Mã kế hoạch; trống nếu là văn bản ngoài kế hoạch.",
}
NUMBERS_LINES = """\
{"don_vi": "than-uyen", "loai": "KH", "nhiem_ky": "2020-2025", "so": 5, "trang_thai": "giu", "ngay": "10/7/2023", \
"ke_hoach": "kl50"}"""


def registry_table() -> list[str]:
    """The section on .csv and .jsonl."""
    return [
        "## Bảng đơn vị",
        REGISTRY_INTRO,
        fenced(REGISTRY_CSV),
        COLUMNS_SAID,
        table(("Cột", "Tên", "Trong ô"), _columns_of_many()),
        LINES_SAID,
        fenced(REGISTRY_JSONL),
    ]


def _columns_of_many() -> Iterator[tuple[str, str, str]]:
    """The keys of a unit that hold more than one value."""
    for field in Unit.model_fields.values():
        origin = typing.get_origin(field.annotation)
        if origin is tuple:
            yield f"`{field.alias}`", field.title or "", CELL_OF_LIST
        elif origin is dict:
            yield f"`{field.alias}.<mã>`", field.title or "", CELL_OF_MAPPING


def number_register() -> list[str]:
    """The section on the register of numbers."""
    rows = [(f"`{key}`", words) for key, words in NUMBERS.items()]
    return ["## Sổ số văn bản", NUMBERS_INTRO, table(("Khóa", "Ghi gì"), rows), fenced(NUMBERS_LINES)]
