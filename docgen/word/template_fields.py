"""Every key a template may name: its label, a value it may have, how it is written in Word."""

from typing import Any, NamedTuple

from docgen.model.document import APPENDIX_HEADER
from docgen.model.form import Form
from docgen.word.context import KEYS, KIND_OF_ROLE, LAST_KIND, ROW_KEYS
from docgen.word.shipped_kinds import LETTER, PLAN
from docgen.word.template_samples import sample_paper

# What a paper may bear and the sample does not.
_SELDOM: dict[str, Any] = {
    "do_mat": "MẬT",
    "do_khan": "KHẨN",
    "du_thao": "Dự thảo lần 2",
    "luu_hanh": "TÀI LIỆU HỘI NGHỊ",
    "khong_pho_bien": "Không phổ biến trên phương tiện thông tin đại chúng",
    "tieu_ngu": "Độc lập - Tự do - Hạnh phúc",
    "gach_ngang": "-----",
    "cap_tren": ["TỈNH ỦY LAI CHÂU"],
    "can_cu": ["Căn cứ Điều lệ Đảng Cộng sản Việt Nam;"],
    "nguoi_quyet_dinh": ["ỦY BAN NHÂN DÂN TỈNH LAI CHÂU"],
}
_NOTE = "(Kèm theo Kế hoạch số 05-KH/VPTU, ngày 10/7/2023 của Văn phòng Tỉnh ủy)"
_INNER = {
    "noi_dung.kieu": "Kiểu của đoạn: " + ", ".join((*KIND_OF_ROLE.values(), LAST_KIND)),
    "noi_dung.so": "Số thứ tự hoặc dấu đầu đoạn, kèm dấu cách",
    "noi_dung.doan": "Các phần chữ của đoạn",
    "noi_dung.doan.chu": "Chữ của một phần",
    "noi_dung.doan.nghieng": "Phần ấy in nghiêng hay không",
    "phu_luc.tieu_de": "Tiêu đề phụ lục",
    "phu_luc.kem_theo": "Dòng «Kèm theo …»",
    "phu_luc.dong": "Các dòng của bảng phụ lục",
}
_OF_ROW = dict(zip(ROW_KEYS, APPENDIX_HEADER, strict=True))
# What a loop calls its element, and what it repeats: paragraphs (p), letters of one paragraph (r), rows (tr).
_LOOPS = {"noi_dung": ("khoi", "p"), "noi_dung.doan": ("doan", "r"), "phu_luc.dong": ("viec", "tr")}


class Field(NamedTuple):
    """`key` as a path, `noi_dung.doan.chu`; `written` is the tag to paste into Word."""

    key: str
    label: str
    sample: str
    is_list: bool
    written: str


def fields_of(form: Form) -> list[Field]:
    """All keys in the order of the paper, those inside others right below them."""
    values = {**sample_paper(form, PLAN), **{key: value for key, value in _address(form).items() if value}}
    values |= {key: value for key, value in _SELDOM.items() if not values[key]}
    values["phu_luc"]["kem_theo"] = values["phu_luc"]["kem_theo"] or _NOTE
    found = list[Field]()
    for key, label in KEYS.items():
        found += _with_inner(key, label.partition(" (các đoạn")[0].partition(" (tieu_de")[0], values[key])
    return found


def _address(form: Form) -> dict[str, Any]:
    letter = sample_paper(form, LETTER)
    return {key: letter[key] for key in ("kinh_gui", "noi_kinh_gui")}


def _with_inner(key: str, label: str, value: Any, name: str = "") -> list[Field]:
    """A key, and what its values are made of; `name` is what a loop calls the thing it stands in."""
    mine = f"{name}.{key.rpartition('.')[2]}" if name else key
    first = _first(value)
    called, unit = _LOOPS.get(key, ("dong", "p"))
    found = [Field(key, label, _shown(first), isinstance(value, list), _written(mine, value, called, unit))]
    for inner, one in first.items() if isinstance(first, dict) else ():
        path = f"{key}.{inner}"
        inside = called if isinstance(value, list) else mine
        found += _with_inner(path, _INNER.get(path) or _OF_ROW[inner], one, inside)
    return found


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return ""
    return {True: "đúng", False: "sai"}[value] if isinstance(value, bool) else str(value).strip()


def _first(value: Any) -> Any:
    """An element of a list; of records, each key as the first that says something has it."""
    if not isinstance(value, list) or not isinstance(value[0], dict):
        return value[0] if isinstance(value, list) else value
    return {key: next((one[key] for one in value if one[key]), value[0][key]) for key in value[0]}


def _written(name: str, value: Any, called: str, unit: str) -> str:
    if isinstance(value, list):
        inside = f"{{{{ {called} }}}}" if isinstance(value[0], str) else "…"
        return f"{{%{unit} for {called} in {name} %}} ⏎ {inside} ⏎ {{%{unit} endfor %}}"
    if isinstance(value, bool | dict):
        unit = "r" if isinstance(value, bool) else "p"
        return f"{{%{unit} if {name} %}} ⏎ … ⏎ {{%{unit} endif %}}"
    return f"{{{{ {name} }}}}"
