"""Document → the values a template names: Vietnamese keys, plain data, lines of the head already broken."""

from collections.abc import Sequence
from typing import Any

from docgen.linebreaks import break_evenly
from docgen.measures import TWIPS_PER_PT, mm_to_twips
from docgen.model.document import BODY_ROLES, Block, Document, Role
from docgen.model.form import Form
from docgen.model.form_values import Look
from docgen.typeface import Style
from docgen.word.styles import LEFT_COLUMN, SIGNATURE_COLUMN

SECRECY = ("MẬT", "TỐI MẬT", "TUYỆT MẬT")
URGENCY = ("KHẨN", "THƯỢNG KHẨN", "HỎA TỐC")
DRAFT = "Dự thảo lần"
BELOW = "Không phổ biến"
ROW_KEYS = ("tt", "noi_dung", "chu_tri", "phoi_hop", "thoi_han", "san_pham")

# What a template may name, with the label a clerk knows it by.
KEYS: dict[str, str] = {
    "cap_tren": "Cấp trên (các dòng)",
    "co_quan_ban_hanh": "Cơ quan ban hành (các dòng)",
    "tieu_de": "Tiêu đề ĐẢNG CỘNG SẢN VIỆT NAM",
    "so_ky_hieu": "Số và ký hiệu",
    "dia_danh_ngay": "Địa danh và ngày, tháng, năm",
    "ten_loai": "Tên loại",
    "trich_yeu": "Trích yếu (các dòng)",
    "gach_ngang": "Năm dấu gạch nối dưới trích yếu",
    "noi_dung": "Nội dung (các đoạn: kieu, so, doan; doan gồm chu, nghieng)",
    "quyen_han": "Quyền hạn ký (các dòng)",
    "chuc_vu": "Chức vụ người ký (các dòng)",
    "nguoi_ky": "Họ tên người ký",
    "nhan_noi_nhan": "Chữ «Nơi nhận:»",
    "noi_nhan": "Các nơi nhận",
    "do_mat": "Độ mật",
    "do_khan": "Độ khẩn",
    "du_thao": "Dự thảo lần …",
    "luu_hanh": "Phạm vi lưu hành, đầu trang nhất",
    "khong_pho_bien": "«Không phổ biến …», cuối văn bản",
    "tieu_ngu": "Tiêu ngữ (văn bản nhà nước)",
    "kinh_gui": "Lời kính gửi",
    "noi_kinh_gui": "Các nơi kính gửi",
    "can_cu": "Các căn cứ ban hành",
    "nguoi_quyet_dinh": "Người hoặc cơ quan quyết định (các dòng)",
    "phu_luc": "Phụ lục (tieu_de, kem_theo, dong; dong gồm " + ", ".join(ROW_KEYS) + ")",
}
KIND_OF_ROLE: dict[Role, str] = {
    "opening": "mo_dau",
    "heading": "de_muc",
    "item": "muc",
    "dash": "gach",
    "paragraph": "doan",
}
LAST_KIND = "cuoi"
ARTICLE_KIND = "dieu"  # an article of a decision; a plan has none
LISTS = (
    "cap_tren", "co_quan_ban_hanh", "trich_yeu", "quyen_han", "chuc_vu", "noi_nhan", "noi_kinh_gui", "can_cu",
    "nguoi_quyet_dinh",
)  # fmt: skip

# One value of every shape a paper may have: what a template is tried with before any paper is made of it.
SAMPLE: dict[str, Any] = {
    **dict.fromkeys(KEYS, "Mẫu"),
    **{key: ["Mẫu"] for key in LISTS},
    "noi_dung": [
        {"kieu": kind, "so": "1. ", "doan": [{"chu": "Mẫu", "nghieng": False}, {"chu": "Mẫu", "nghieng": True}]}
        for kind in (*KIND_OF_ROLE.values(), LAST_KIND)
    ],
    "phu_luc": {"tieu_de": "Mẫu", "kem_theo": "Mẫu", "dong": [dict.fromkeys(ROW_KEYS, "Mẫu")]},
}


def context_of(document: Document, form: Form) -> dict[str, Any]:
    """Values for every key in KEYS, of type str, list and dict only."""
    looks = form.looks
    left = LEFT_COLUMN / TWIPS_PER_PT
    page = form.page
    text = mm_to_twips(float(page.width.value - page.left.value - page.right.value)) / TWIPS_PER_PT
    signature = SIGNATURE_COLUMN / TWIPS_PER_PT
    return {
        "cap_tren": _lines(document, "superior", looks.superior, left),
        "co_quan_ban_hanh": _lines(document, "issuer", looks.issuer, left),
        "tieu_de": document.text_of("title"),
        "so_ky_hieu": document.text_of("number"),
        "dia_danh_ngay": document.text_of("place_date"),
        "ten_loai": document.text_of("kind"),
        "trich_yeu": _lines(document, "subject", looks.subject, text),
        "gach_ngang": document.text_of("rule"),
        "noi_dung": _body(document),
        "quyen_han": _lines(document, "authority", looks.authority, signature),
        "chuc_vu": _lines(document, "position", looks.position, signature),
        "nguoi_ky": document.text_of("signer"),
        "nhan_noi_nhan": document.text_of("recipients_label"),
        "noi_nhan": [block.text for block in document.of("recipient")],
        **_marks(document),
        "tieu_ngu": form.motto_text.value if form.motto_text else "",
        "kinh_gui": "",
        "noi_kinh_gui": [],
        "can_cu": [block.text for block in document.of("basis")],
        "nguoi_quyet_dinh": [],
        "phu_luc": _appendix(document),
    }


def _lines(document: Document, role: Role, look: Look, width: float) -> list[str]:
    text = document.text_of(role)
    style: Style = "bold" if look.bold else "regular"
    return break_evenly(text, float(look.size), style, width) if text else []


def _body(document: Document) -> list[dict[str, Any]]:
    blocks = [block for block in document.blocks if block.role in BODY_ROLES]
    return [_paragraph(block, block is blocks[-1]) for block in blocks]


def _paragraph(block: Block, last: bool) -> dict[str, Any]:
    marks: dict[Role, str] = {"heading": f"{block.number}- ", "item": f"{block.number}. ", "dash": "- "}
    return {
        "kieu": LAST_KIND if last else KIND_OF_ROLE[block.role],
        "so": marks.get(block.role, ""),
        "doan": [{"chu": run.text, "nghieng": run.italic} for run in block.runs],
    }


def _marks(document: Document) -> dict[str, str]:
    texts = [block.text for block in document.of("mark")]
    draft = _first(texts, lambda text: text.startswith(DRAFT))
    below = _first(texts, lambda text: text.startswith(BELOW))
    secrecy = _first(texts, lambda text: text in SECRECY)
    urgency = _first(texts, lambda text: text in URGENCY)
    circulation = _first(texts, lambda text: text not in (draft, below, secrecy, urgency))
    return {
        "do_mat": secrecy,
        "do_khan": urgency,
        "du_thao": draft,
        "luu_hanh": circulation,
        "khong_pho_bien": below,
    }


def _first(texts: Sequence[str], wanted: Any) -> str:
    return next((text for text in texts if wanted(text)), "")


def _appendix(document: Document) -> dict[str, Any]:
    tables = document.of("table")
    if not tables:
        return {}
    rows = [dict(zip(ROW_KEYS, row, strict=True)) for row in tables[0].rows[1:]]
    return {"tieu_de": document.text_of("appendix_title"), "kem_theo": document.text_of("appendix_note"), "dong": rows}
