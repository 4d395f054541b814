"""A whole paper of every kind in every form, of an office that stands for all: what a template is shown and tried with.

Numbers, dates, signs and lines of the archive are written as the form asks, so a sample is also a paper without faults.
"""

import datetime
from typing import Any, NamedTuple

from docgen.model.form import Form
from docgen.vietnamese import long_date, short_date
from docgen.word.context import ARTICLE_KIND, LAST_KIND, ROW_KEYS
from docgen.word.shipped_kinds import DECISION, LETTER, PLAN, PROPOSAL, REPORT, PaperKind, addresses

_DAY = datetime.date(2023, 7, 10)
_NUMBER = "05"
_SUBJECT = "công tác văn thư, lưu trữ"


class _Office(NamedTuple):
    superior: str
    issuer: tuple[str, ...]
    spoken: str
    symbol: str
    above: str
    authority: tuple[str, ...]
    position: str
    archive: str
    unit: str


_OFFICES = {
    "dang": _Office(
        "TỈNH ỦY LAI CHÂU", ("VĂN PHÒNG",), "Văn phòng Tỉnh ủy", "VPTU", "Ban Thường vụ Tỉnh ủy",
        ("K/T CHÁNH VĂN PHÒNG",), "PHÓ CHÁNH VĂN PHÒNG", "Văn phòng Tỉnh ủy", "",
    ),
    "nha_nuoc": _Office(
        "", ("ỦY BAN NHÂN DÂN", "TỈNH LAI CHÂU"), "Ủy ban nhân dân tỉnh", "UBND", "Bộ Nội vụ",
        ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH", "", "NC",
    ),
}  # fmt: skip
_HEADINGS = {"dang": "{}- ", "nha_nuoc": "{}. "}
_BODIES: dict[str, tuple[tuple[str, str], ...]] = {
    PLAN.id: (
        ("mo_dau", "Thực hiện chương trình công tác, {spoken} ban hành Kế hoạch công tác văn thư, lưu trữ như sau:"),
        ("de_muc", "MỤC ĐÍCH, YÊU CẦU"),
        ("muc", "Nâng cao chất lượng công tác văn thư, bảo quản an toàn tài liệu lưu trữ."),
        ("muc", "Phân công rõ trách nhiệm, bảo đảm tiến độ."),
        ("de_muc", "TỔ CHỨC THỰC HIỆN"),
        ("muc", "Các phòng chuyên môn:"),
        ("gach", "Lập hồ sơ công việc, giao nộp tài liệu đúng hạn."),
        ("gach", "Thực hiện các nhiệm vụ tại Phụ lục kèm theo Kế hoạch này."),
        ("muc", "Phòng Lưu trữ theo dõi, tổng hợp kết quả, báo cáo lãnh đạo cơ quan"),
    ),
    LETTER.id: (
        ("mo_dau", "Thực hiện chương trình công tác, {spoken} tổ chức hội nghị sơ kết công tác văn thư, lưu trữ."),
        ("doan", "Đề nghị các cơ quan, đơn vị chuẩn bị báo cáo và cử cán bộ dự hội nghị đúng thành phần"),
    ),
    REPORT.id: (
        ("mo_dau", "Thực hiện chương trình công tác, {spoken} báo cáo kết quả công tác văn thư, lưu trữ như sau:"),
        ("de_muc", "KẾT QUẢ"),
        ("muc", "Hồ sơ, tài liệu được lập, giao nộp đúng quy định."),
        ("muc", "Tài liệu lưu trữ được bảo quản an toàn."),
        ("de_muc", "ĐỀ XUẤT, KIẾN NGHỊ"),
        ("doan", "Quan tâm đầu tư kho lưu trữ và trang thiết bị bảo quản tài liệu"),
    ),
    PROPOSAL.id: (
        ("mo_dau", "{spoken} trình {above} phương án bố trí kho lưu trữ như sau:"),
        ("de_muc", "SỰ CẦN THIẾT"),
        ("doan", "Kho hiện nay chật hẹp, chưa đáp ứng yêu cầu bảo quản tài liệu."),
        ("de_muc", "ĐỀ NGHỊ"),
        ("doan", "Kính đề nghị {above} xem xét, quyết định"),
    ),
    DECISION.id: (
        (ARTICLE_KIND, "Ban hành kèm theo Quyết định này Kế hoạch công tác văn thư, lưu trữ."),
        (ARTICLE_KIND, "Quyết định này có hiệu lực kể từ ngày ký."),
        (ARTICLE_KIND, "Giám đốc Sở Nội vụ và các cơ quan, đơn vị liên quan chịu trách nhiệm thi hành Quyết định này"),
    ),
}


def sample_paper(form: Form, kind: PaperKind) -> dict[str, Any]:
    """Values for every key a template may name."""
    office = _OFFICES[form.system]
    day = max(form.valid_from, _DAY)
    return {
        "cap_tren": [office.superior] if office.superior else [],
        "co_quan_ban_hanh": list(office.issuer),
        "tieu_de": form.title_text.value,
        "tieu_ngu": form.motto_text.value if form.motto_text else "",
        "so_ky_hieu": _number_line(form, kind, office),
        "dia_danh_ngay": f"Lai Châu, {long_date(day)}",
        "ten_loai": kind.name.upper(),
        "trich_yeu": [_subject(form, kind)],
        "gach_ngang": form.subject_rule.value,
        **_address(form, kind, office),
        **_decided(form, kind, office),
        "noi_dung": _body(form, kind, office),
        "quyen_han": list(office.authority),
        "chuc_vu": [office.position],
        "nguoi_ky": "Nguyễn Văn A",
        "nhan_noi_nhan": form.recipients.label.value,
        "noi_nhan": _recipients(form, kind, office),
        **dict.fromkeys(("do_mat", "do_khan", "du_thao", "luu_hanh", "khong_pho_bien"), ""),
        "phu_luc": _appendix(form, office, day) if kind == PLAN else {},
    }


def _number_line(form: Form, kind: PaperKind, office: _Office) -> str:
    pattern = form.number.letter_pattern if kind == LETTER else form.number.pattern
    symbol = next(iter(form.kinds.value.get(kind.name, ())), "")
    number = pattern.value.format(so=_NUMBER, loai=symbol, co_quan=office.symbol, don_vi=office.unit)
    return f"{form.number.word.value}{':' if form.number.colon.value else ''} {number}"


def _subject(form: Form, kind: PaperKind) -> str:
    if kind == LETTER:
        opening = form.letter.opening.value
        words = f"{opening} chuẩn bị hội nghị sơ kết {_SUBJECT}".strip()
        return words if opening else words[0].upper() + words[1:]
    words = {
        PLAN: f"thực hiện {_SUBJECT}",
        REPORT: f"kết quả {_SUBJECT}",
        PROPOSAL: "về việc bố trí kho lưu trữ tài liệu",
        DECISION: f"về việc ban hành Kế hoạch {_SUBJECT}",
    }[kind]
    return words[0].upper() + words[1:] if form.system == "nha_nuoc" else words


def _address(form: Form, kind: PaperKind, office: _Office) -> dict[str, Any]:
    if not addresses(form, kind):
        return {"kinh_gui": "", "noi_kinh_gui": []}
    word = form.letter.address.value[kind.name][0]
    if kind == LETTER:
        first, last = "- Các cơ quan, đơn vị trực thuộc", "- Các phòng chuyên môn."
        return {"kinh_gui": f"{word}:", "noi_kinh_gui": [f"{first}{form.recipients.separator.value}", last]}
    return {"kinh_gui": f"{word}: {office.above}.", "noi_kinh_gui": []}


def _decided(form: Form, kind: PaperKind, office: _Office) -> dict[str, Any]:
    if kind != DECISION:
        return {"nguoi_quyet_dinh": [], "can_cu": []}
    bases = (
        "Căn cứ Luật Lưu trữ ngày 11 tháng 11 năm 2011",
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
        "Theo đề nghị của Giám đốc Sở Nội vụ",
    )
    ends = (*[form.basis.separator.value] * (len(bases) - 1), form.basis.last.value)
    return {
        "nguoi_quyet_dinh": [" ".join(office.issuer)],
        "can_cu": [basis + end for basis, end in zip(bases, ends, strict=True)],
    }


def _recipients(form: Form, kind: PaperKind, office: _Office) -> list[str]:
    first = "Như trên" if kind.name in form.letter.as_above.value else f"{office.above} (để báo cáo)"
    kept = form.recipients.archive.value.format(noi_luu=office.archive, don_vi=office.unit)
    separator = form.recipients.separator.value
    names = [f"- {name}{separator}" for name in (first, "Các cơ quan, đơn vị trực thuộc")]
    return [*names, f"- {kept}{form.recipients.last.value}"]


def _appendix(form: Form, office: _Office, day: datetime.date) -> dict[str, Any]:
    row = ("1", "Chỉnh lý tài liệu", "Phòng Lưu trữ", "Các phòng chuyên môn", f"Năm {day.year}", "Mục lục hồ sơ")
    between = ", " if form.basis.comma_before_day.value else " "
    when = short_date(day) if form.system == "dang" else long_date(day).removeprefix("ngày ")
    number = _number_line(form, PLAN, office).partition(" ")[2]
    note = f"(Kèm theo Kế hoạch số {number}{between}ngày {when} của {office.spoken})"
    return {
        "tieu_de": f"{form.appendix.word.value} nhiệm vụ và phân công thực hiện",
        "kem_theo": note if form.appendix.reference_line.value else "",
        "dong": [dict(zip(ROW_KEYS, row, strict=True))],
    }


def _body(form: Form, kind: PaperKind, office: _Office) -> list[dict[str, Any]]:
    """Blocks as a template goes through them, numbered as the system of the form has it."""
    blocks = list[dict[str, Any]]()
    heading = number = 0
    for name, words in _BODIES[kind.id]:
        heading += name == "de_muc"
        number = 0 if name == "de_muc" else number + (name in ("muc", ARTICLE_KIND))
        roman = _HEADINGS[form.system].format("I" * heading)
        marks = {"de_muc": roman, "muc": f"{number}. ", "gach": "- ", ARTICLE_KIND: f"Điều {number}. "}
        blocks.append(_block(name, marks.get(name, ""), words.format(spoken=office.spoken, above=office.above)))
    blocks[-1]["kieu"] = LAST_KIND
    blocks[-1]["doan"][0]["chu"] += form.body.closing.value
    return blocks


def _block(kind: str, mark: str, text: str) -> dict[str, Any]:
    return {"kieu": kind, "so": mark, "doan": [{"chu": text, "nghieng": False}]}
