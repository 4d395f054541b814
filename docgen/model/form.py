"""The form (thể thức) of one guidance: every value beside its clause."""

from typing import Generic, TypeVar

from pydantic import Field

from docgen.model.entry import Date, Entry, Flag, Number

T = TypeVar("T")


class Rule(Entry, Generic[T]):
    """A value and the clause that sets it; `low` and `high` where the clause gives a range."""

    value: T = Field(alias="gia_tri", title="Giá trị")
    low: T | None = Field(None, alias="tu", title="Từ")
    high: T | None = Field(None, alias="den", title="Đến")
    clause: str = Field(alias="can_cu", title="Căn cứ", min_length=1)


# Named here, not in the records, so that pickle finds them: forms travel to worker processes and into the cache.
Words = Rule[str]
Figure = Rule[Number]
Switch = Rule[Flag]


class Page(Entry):
    """Sheet and margins in millimetres."""

    width: Figure = Field(alias="rong", title="Khổ giấy, rộng")
    height: Figure = Field(alias="cao", title="Khổ giấy, cao")
    top: Figure = Field(alias="tren", title="Lề trên")
    bottom: Figure = Field(alias="duoi", title="Lề dưới")
    left: Figure = Field(alias="trai", title="Lề trái")
    right: Figure = Field(alias="phai", title="Lề phải")
    header: Figure = Field(alias="so_trang_cach_mep", title="Số trang cách mép trên")


class Body(Entry):
    """Paragraphs of the body: millimetres and points."""

    indent: Figure = Field(alias="thut_dong_dau", title="Thụt dòng đầu (mm)")
    gap: Figure = Field(alias="cach_doan", title="Cách đoạn (pt)")
    line: Figure = Field(alias="cach_dong", title="Cách dòng chính xác (pt)")


class Look(Entry):
    """Letters of one component."""

    size: Number = Field(alias="co", title="Cỡ chữ")
    low: Number | None = Field(None, alias="tu", title="Cỡ nhỏ nhất")
    high: Number | None = Field(None, alias="den", title="Cỡ lớn nhất")
    bold: Flag = Field(False, alias="dam", title="Đậm")
    italic: Flag = Field(False, alias="nghieng", title="Nghiêng")
    underline: Flag = Field(False, alias="gach_chan", title="Gạch chân")
    clause: str = Field(alias="can_cu", title="Căn cứ", min_length=1)


class Recipients(Entry):
    """Punctuation of the list «Nơi nhận»."""

    separator: Words = Field(alias="dau_cach", title="Dấu sau mỗi nơi nhận")
    last: Words = Field(alias="dau_cuoi", title="Dấu sau dòng lưu")


class AppendixForm(Entry):
    """Title block of an appendix."""

    reference_line: Switch = Field(alias="dong_kem_theo", title="Có dòng «Kèm theo …»")
    own_page_numbers: Switch = Field(alias="danh_so_trang_rieng", title="Đánh số trang riêng")


class Looks(Entry):
    """Letters of every component, in the order of the component table."""

    title: Look = Field(alias="tieu_de", title="Tiêu đề")
    superior: Look = Field(alias="cap_tren", title="Cấp trên")
    issuer: Look = Field(alias="co_quan_ban_hanh", title="Cơ quan ban hành")
    star: Look = Field(alias="dau_sao", title="Dấu sao")
    number: Look = Field(alias="so_ky_hieu", title="Số và ký hiệu")
    place_date: Look = Field(alias="dia_danh_ngay", title="Địa danh và ngày, tháng, năm")
    kind: Look = Field(alias="ten_loai", title="Tên loại")
    subject: Look = Field(alias="trich_yeu", title="Trích yếu")
    rule: Look = Field(alias="gach_ngang", title="Gạch dưới trích yếu")
    body: Look = Field(alias="noi_dung", title="Nội dung")
    heading: Look = Field(alias="de_muc", title="Đề mục")
    authority: Look = Field(alias="quyen_han", title="Quyền hạn")
    position: Look = Field(alias="chuc_vu", title="Chức vụ")
    signer: Look = Field(alias="nguoi_ky", title="Họ tên")
    recipients_label: Look = Field(alias="nhan_noi_nhan", title="Nhãn nơi nhận")
    recipient: Look = Field(alias="noi_nhan", title="Nơi nhận")
    urgency: Look = Field(alias="do_khan", title="Độ khẩn, độ mật")
    circulation: Look = Field(alias="luu_hanh", title="Phạm vi lưu hành")
    draft: Look = Field(alias="du_thao", title="Dự thảo")
    page_number: Look = Field(alias="so_trang", title="Số trang")
    appendix_title: Look = Field(alias="tieu_de_phu_luc", title="Tiêu đề phụ lục")
    appendix_note: Look = Field(alias="ghi_chu_phu_luc", title="Dòng kèm theo")
    table: Look = Field(alias="bang", title="Chữ trong bảng")


class Form(Entry):
    """One guidance as data."""

    id: str = Field(alias="ma", title="Mã thể thức")
    name: str = Field(alias="ten", title="Tên hướng dẫn")
    valid_from: Date = Field(alias="hieu_luc_tu", title="Áp dụng từ ngày")
    valid_to: Date | None = Field(None, alias="hieu_luc_den", title="Áp dụng đến hết ngày")
    font: Words = Field(alias="phong_chu", title="Phông chữ")
    page: Page = Field(alias="trang", title="Trang")
    body: Body = Field(alias="doan", title="Đoạn văn")
    title_text: Words = Field(alias="chu_tieu_de", title="Chữ của tiêu đề")
    rule_text: Words = Field(alias="chu_gach_ngang", title="Gạch dưới trích yếu")
    recipients: Recipients = Field(alias="noi_nhan", title="Nơi nhận")
    appendix: AppendixForm = Field(alias="phu_luc", title="Phụ lục")
    circulation_below: Switch = Field(alias="khong_pho_bien_duoi_chu_ky", title="«Không phổ biến …» dưới phần ký")
    looks: Looks = Field(alias="thanh_phan", title="Thành phần thể thức")
