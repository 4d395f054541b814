"""What a form says of each part of a paper, in reading order: values beside their clauses."""

from pydantic import Field

from docgen.model.entry import Entry
from docgen.model.form_values import Figure, Switch, Table, Text, Words


class Page(Entry):
    """Sheet and margins in millimetres, the back side of a sheet where the form has one, page numbers."""

    width: Figure = Field(alias="rong", title="Khổ giấy, rộng")
    height: Figure = Field(alias="cao", title="Khổ giấy, cao")
    top: Figure = Field(alias="tren", title="Lề trên")
    bottom: Figure = Field(alias="duoi", title="Lề dưới")
    left: Figure = Field(alias="trai", title="Lề trái")
    right: Figure = Field(alias="phai", title="Lề phải")
    back_left: Figure | None = Field(None, alias="trai_mat_sau", title="Lề trái của mặt sau")
    back_right: Figure | None = Field(None, alias="phai_mat_sau", title="Lề phải của mặt sau")
    landscape_tables: Switch = Field(alias="bang_xoay_ngang", title="Trang có bảng được xoay ngang")
    header: Figure = Field(alias="so_trang_cach_mep", title="Số trang cách mép trên")
    number_top_centre: Switch = Field(alias="so_trang_giua_tren", title="Số trang ở giữa lề trên")
    number_from: Figure = Field(alias="so_trang_khi_tu", title="Đánh số khi có từ mấy trang")
    number_on_first: Switch = Field(alias="so_trang_o_trang_dau", title="Trang đầu có số")


class Body(Entry):
    """Paragraphs of the body in millimetres and points, and how their levels are marked."""

    indent: Figure = Field(alias="thut_dong_dau", title="Thụt dòng đầu (mm)")
    gap: Figure = Field(alias="cach_doan", title="Cách đoạn (pt)")
    line: Figure = Field(alias="cach_dong", title="Cách dòng (pt, hoặc số dòng)")
    line_exact: Switch = Field(alias="cach_dong_chinh_xac", title="Cách dòng chính xác, tính bằng pt")
    justified: Switch = Field(alias="deu_hai_ben", title="Căn đều hai bên")
    part: Text = Field(alias="phan", title="Phần, chương")
    section: Text = Field(alias="muc", title="Mục")
    article: Text = Field(alias="dieu", title="Điều")
    clause_mark: Text = Field(alias="khoan", title="Số của khoản")
    point_mark: Text = Field(alias="diem", title="Chữ của điểm")
    closing: Text = Field(alias="dau_ket", title="Dấu kết thúc nội dung")


class NumberLine(Entry):
    """Number and symbol."""

    word: Text = Field(alias="chu", title="Chữ đứng đầu")
    colon: Switch = Field(alias="hai_cham", title="Có dấu hai chấm")
    pattern: Text = Field(alias="dang", title="Số và ký hiệu")
    letter_pattern: Text = Field(alias="dang_cong_van", title="Số và ký hiệu của công văn")
    pad_below: Figure = Field(alias="them_khong_duoi", title="Số nhỏ hơn thì thêm số 0")
    per_term: Switch = Field(alias="theo_nhiem_ky", title="Đếm theo nhiệm kỳ, không theo năm")


class DateLine(Entry):
    """Place and date."""

    pattern: Text = Field(alias="dang", title="Địa danh và ngày")
    pad_days_below: Figure = Field(alias="them_khong_ngay_duoi", title="Ngày nhỏ hơn thì thêm số 0")
    pad_months_below: Figure = Field(alias="them_khong_thang_duoi", title="Tháng nhỏ hơn thì thêm số 0")
    place_levels: Words = Field(alias="cap_dia_danh", title="Địa danh là tên của cấp nào")


class Letter(Entry):
    """Papers that address somebody: công văn, tờ trình."""

    opening: Text = Field(alias="mo_dau_trich_yeu", title="Lời mở đầu trích yếu công văn")
    address: Table = Field(alias="kinh_gui", title="Lời kính gửi, theo tên loại")
    as_above: Words = Field(alias="nhu_tren", title="Tên loại có nơi nhận «Như trên»")


class Basis(Entry):
    """Documents a paper is based on, one a line, and how documents are cited."""

    dash: Switch | None = Field(None, alias="gach_dau_dong", title="Gạch đầu dòng trước căn cứ")
    separator: Text = Field(alias="dau_cach", title="Dấu sau mỗi căn cứ")
    last: Text = Field(alias="dau_cuoi", title="Dấu sau căn cứ cuối")
    number_word: Switch = Field(alias="chu_so", title="Dẫn chiếu có chữ «số»")
    comma_before_day: Switch = Field(alias="phay_truoc_ngay", title="Dẫn chiếu có dấu phẩy trước «ngày»")
    full_first: Switch = Field(alias="day_du_lan_dau", title="Dẫn đầy đủ lần đầu, dẫn gọn lần sau")


class Authority(Entry):
    """Who signs for whom."""

    prefixes: Words = Field(alias="ky_hieu", title="Ký hiệu quyền hạn")
    mistaken: Table = Field(alias="viet_sai", title="Viết sai → viết đúng")
    deputy: Text = Field(alias="cap_pho", title="Chữ đầu chức vụ của người ký thay")
    positions: Words | None = Field(None, alias="chuc_vu_thay_mat", title="Chức vụ được ghi khi ký thay mặt")
    committee_deputy: Switch = Field(alias="ky_thay_cap_uy", title="Được ký thay người đứng đầu cấp ủy")
    organ_in_position: Switch = Field(alias="chuc_vu_kem_co_quan", title="Chức vụ được kèm tên cơ quan")
    titles: Switch = Field(alias="hoc_ham_quan_ham", title="Được ghi học hàm, học vị, quân hàm trước họ tên")


class Recipients(Entry):
    """The list «Nơi nhận» and its punctuation."""

    label: Text = Field(alias="nhan", title="Nhãn")
    separator: Text = Field(alias="dau_cach", title="Dấu sau mỗi nơi nhận")
    last: Text = Field(alias="dau_cuoi", title="Dấu sau dòng lưu")
    archive: Text = Field(alias="dong_luu", title="Dòng lưu")


class AppendixForm(Entry):
    """An appendix: when there must be one, its number and its title block."""

    referred: Switch = Field(alias="duoc_nhac_den", title="Nội dung phải nhắc đến phụ lục")
    own_sheet: Switch = Field(alias="trang_moi", title="Bắt đầu ở trang mới")
    word: Text = Field(alias="chu", title="Chữ đứng đầu")
    roman: Switch = Field(alias="so_la_ma", title="Đánh số La Mã")
    numbered_from: Figure = Field(alias="danh_so_tu", title="Đánh số khi có từ mấy phụ lục")
    reference_line: Switch = Field(alias="dong_kem_theo", title="Có dòng «Kèm theo …»")
    own_page_numbers: Switch = Field(alias="danh_so_trang_rieng", title="Đánh số trang riêng")
