"""Paragraph styles named after roles: a clerk finds them in Word, and reading recognises our own papers by them."""

from typing import NamedTuple

from docgen.model.document import Role


class RoleStyle(NamedTuple):
    """Word's style id and the name a clerk sees."""

    id: str
    name: str


STYLES: dict[Role, RoleStyle] = {
    "title": RoleStyle("TieuDe", "Tiêu đề"),
    "superior": RoleStyle("CapTren", "Cấp trên"),
    "issuer": RoleStyle("CoQuanBanHanh", "Cơ quan ban hành"),
    "star": RoleStyle("DauSao", "Dấu sao"),
    "number": RoleStyle("SoKyHieu", "Số ký hiệu"),
    "place_date": RoleStyle("DiaDanhNgay", "Địa danh, ngày"),
    "kind": RoleStyle("TenLoai", "Tên loại"),
    "subject": RoleStyle("TrichYeu", "Trích yếu"),
    "rule": RoleStyle("GachNgang", "Gạch dưới trích yếu"),
    "basis": RoleStyle("CanCu", "Căn cứ ban hành"),
    "opening": RoleStyle("MoDau", "Mở đầu"),
    "heading": RoleStyle("DeMuc", "Đề mục"),
    "item": RoleStyle("Muc", "Mục"),
    "dash": RoleStyle("GachDauDong", "Gạch đầu dòng"),
    "paragraph": RoleStyle("DoanVan", "Đoạn văn"),
    "authority": RoleStyle("QuyenHan", "Quyền hạn"),
    "position": RoleStyle("ChucVu", "Chức vụ"),
    "signer": RoleStyle("NguoiKy", "Người ký"),
    "recipients_label": RoleStyle("NhanNoiNhan", "Nhãn nơi nhận"),
    "recipient": RoleStyle("NoiNhan", "Nơi nhận"),
    "appendix_title": RoleStyle("TieuDePhuLuc", "Tiêu đề phụ lục"),
    "appendix_note": RoleStyle("KemTheo", "Kèm theo"),
    "table": RoleStyle("OBang", "Ô bảng"),
}
LAST = RoleStyle("DoanCuoi", "Đoạn cuối")  # the last paragraph of the body stays with the signature
TABLE_HEADER = RoleStyle("DauBang", "Đầu bảng")
URGENCY = RoleStyle("DoKhan", "Độ mật, độ khẩn")
DRAFT = RoleStyle("DuThao", "Dự thảo")
CIRCULATION = RoleStyle("LuuHanh", "Phạm vi lưu hành")
CIRCULATION_BELOW = RoleStyle("KhongPhoBien", "Không phổ biến")
PAGE_NUMBER = RoleStyle("SoTrang", "Số trang")
BREAK = RoleStyle("NgatPhan", "Ngắt phần")
MOTTO = RoleStyle("TieuNgu", "Tiêu ngữ")
ISSUER_RULE = RoleStyle("KeCoQuan", "Đường kẻ dưới cơ quan")
SUBJECT_RULE = RoleStyle("KeTrichYeu", "Đường kẻ dưới trích yếu")
LETTER_SUBJECT = RoleStyle("TrichYeuCongVan", "Trích yếu công văn")
ADDRESS = RoleStyle("KinhGui", "Kính gửi")
ADDRESSEE = RoleStyle("NoiKinhGui", "Nơi kính gửi")
DECIDER = RoleStyle("NguoiQuyetDinh", "Người quyết định")
ARTICLE = RoleStyle("Dieu", "Điều")
ROLE_OF_STYLE: dict[str, Role] = {style.name: role for role, style in STYLES.items()} | {LETTER_SUBJECT.name: "subject"}
MARK_STYLES = (URGENCY.name, DRAFT.name, CIRCULATION.name, CIRCULATION_BELOW.name)

# Columns in twips; the national title needs a wide one. The text is 9355 wide (165 mm), in landscape 14570 (257 mm).
LEFT_COLUMN, RIGHT_COLUMN = 4300, 5055
STATE_LEFT_COLUMN, STATE_RIGHT_COLUMN = 3750, 5605
RECIPIENTS_COLUMN, SIGNATURE_COLUMN = 4700, 4655
APPENDIX_COLUMNS = (680, 4690, 3000, 3000, 1600, 1600)
