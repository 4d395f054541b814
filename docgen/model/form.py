"""The form (thể thức) of one guidance: every value beside its clause."""

import datetime
from collections.abc import Iterable
from typing import Literal

from pydantic import Field

from docgen.model.entry import Date, Entry
from docgen.model.form_parts import (
    AppendixForm,
    Authority,
    Basis,
    Body,
    DateLine,
    Letter,
    NumberLine,
    Page,
    Recipients,
)
from docgen.model.form_values import Line, Look, Switch, Table, Text

System = Literal["dang", "nha_nuoc"]


class Looks(Entry):
    """Letters of every component, in the order of the component table."""

    title: Look = Field(alias="tieu_de", title="Tiêu đề")
    motto: Look | None = Field(None, alias="tieu_ngu", title="Tiêu ngữ")
    superior: Look = Field(alias="cap_tren", title="Cấp trên")
    issuer: Look = Field(alias="co_quan_ban_hanh", title="Cơ quan ban hành")
    star: Look | None = Field(None, alias="dau_sao", title="Dấu sao")
    number: Look = Field(alias="so_ky_hieu", title="Số và ký hiệu")
    place_date: Look = Field(alias="dia_danh_ngay", title="Địa danh và ngày, tháng, năm")
    kind: Look = Field(alias="ten_loai", title="Tên loại")
    subject: Look = Field(alias="trich_yeu", title="Trích yếu")
    letter_subject: Look = Field(alias="trich_yeu_cong_van", title="Trích yếu công văn")
    rule: Look | None = Field(None, alias="gach_ngang", title="Gạch dưới trích yếu")
    address: Look = Field(alias="kinh_gui", title="Kính gửi")
    addressee: Look = Field(alias="ten_kinh_gui", title="Tên nơi kính gửi")
    basis: Look = Field(alias="can_cu_ban_hanh", title="Căn cứ ban hành")
    body: Look = Field(alias="noi_dung", title="Nội dung")
    heading: Look = Field(alias="de_muc", title="Đề mục")
    authority: Look = Field(alias="quyen_han", title="Quyền hạn")
    position: Look = Field(alias="chuc_vu", title="Chức vụ")
    signer: Look = Field(alias="nguoi_ky", title="Họ tên")
    recipients_label: Look = Field(alias="nhan_noi_nhan", title="Nhãn nơi nhận")
    recipient: Look = Field(alias="noi_nhan", title="Nơi nhận")
    urgency: Look = Field(alias="do_khan", title="Độ khẩn, độ mật")
    circulation: Look = Field(alias="luu_hanh", title="Phạm vi lưu hành")
    draft: Look | None = Field(None, alias="du_thao", title="Dự thảo")
    page_number: Look = Field(alias="so_trang", title="Số trang")
    appendix_title: Look = Field(alias="tieu_de_phu_luc", title="Tiêu đề phụ lục")
    appendix_note: Look = Field(alias="ghi_chu_phu_luc", title="Dòng kèm theo")
    table: Look = Field(alias="bang", title="Chữ trong bảng")


class Form(Entry):
    """One guidance as data."""

    id: str = Field(alias="ma", title="Mã thể thức")
    name: str = Field(alias="ten", title="Tên hướng dẫn")
    system: System = Field(alias="he_thong", title="Hệ thống văn bản")
    valid_from: Date = Field(alias="hieu_luc_tu", title="Áp dụng từ ngày")
    valid_to: Date | None = Field(None, alias="hieu_luc_den", title="Áp dụng đến hết ngày")
    font: Text = Field(alias="phong_chu", title="Phông chữ")
    colour: Text = Field(alias="mau_chu", title="Màu chữ")
    page: Page = Field(alias="trang", title="Trang")
    body: Body = Field(alias="doan", title="Đoạn văn")
    title_text: Text = Field(alias="chu_tieu_de", title="Chữ của tiêu đề")
    motto_text: Text | None = Field(None, alias="chu_tieu_ngu", title="Chữ của tiêu ngữ")
    title_rule: Line = Field(alias="gach_tieu_de", title="Dưới tiêu đề")
    issuer_rule: Line = Field(alias="gach_co_quan", title="Dưới cơ quan ban hành")
    subject_rule: Line = Field(alias="gach_trich_yeu", title="Dưới trích yếu")
    superiors: Table = Field(alias="dong_cap_tren", title="Dòng cấp trên, theo cơ quan")
    number: NumberLine = Field(alias="so_ky_hieu", title="Số và ký hiệu")
    kinds: Table = Field(alias="ky_hieu_loai", title="Ký hiệu tên loại")
    organs: Table = Field(alias="ky_hieu_co_quan", title="Ký hiệu cơ quan")
    date: DateLine = Field(alias="dia_danh_ngay", title="Địa danh và ngày")
    letter: Letter = Field(alias="cong_van", title="Công văn, tờ trình")
    basis: Basis = Field(alias="can_cu_ban_hanh", title="Căn cứ và dẫn chiếu")
    authority: Authority = Field(alias="quyen_han", title="Quyền hạn, chức vụ, họ tên")
    recipients: Recipients = Field(alias="noi_nhan", title="Nơi nhận")
    appendix: AppendixForm = Field(alias="phu_luc", title="Phụ lục")
    circulation_below: Switch = Field(alias="khong_pho_bien_duoi_chu_ky", title="«Không phổ biến …» dưới phần ký")
    looks: Looks = Field(alias="thanh_phan", title="Thành phần thể thức")

    def in_force_on(self, day: datetime.date) -> bool:
        """Whether papers of a day follow it."""
        return self.valid_from <= day <= (self.valid_to or day)


def form_in_force(forms: Iterable[Form], day: datetime.date, system: System = "dang") -> Form | None:
    """The form a system's papers of a day have, if any. The papers docgen builds are the Party's."""
    return next((form for form in forms if form.system == system and form.in_force_on(day)), None)
