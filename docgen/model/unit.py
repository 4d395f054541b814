"""Who issues papers: a unit, and the kind it is of with its rules of naming, signing and sending."""

import datetime
from typing import Literal

from pydantic import Field

from docgen.model.entry import Date, Entry, Number, Reasons


class Unit(Entry):
    """One organisation of the registry, dated."""

    id: str = Field(alias="ma", title="Mã đơn vị", pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    name: str = Field(alias="ten", title="Tên đầy đủ", min_length=1)
    called: str | None = Field(
        None, alias="ten_goi", title="Tên gọi trong câu", description="Bỏ trống: như tên đầy đủ."
    )
    kind: str = Field(alias="loai", title="Loại đơn vị")
    superior: str | None = Field(None, alias="cap_tren", title="Cấp trên trực tiếp")
    symbol: str | None = Field(None, alias="ky_hieu", title="Ký hiệu cơ quan", description="Bỏ trống: theo loại.")
    place: str = Field(alias="dia_danh", title="Địa danh", min_length=1)
    valid_from: Date | None = Field(None, alias="hieu_luc_tu", title="Hiệu lực từ ngày")
    valid_to: Date | None = Field(None, alias="hieu_luc_den", title="Hiệu lực đến hết ngày")
    unconfirmed: Reasons = Field((), alias="chua_xac_nhan", title="Điều chưa xác nhận")
    authority: str | None = Field(None, alias="quyen_han", title="Quyền hạn ký")
    position: str | None = Field(None, alias="chuc_vu", title="Chức vụ người ký")
    signer: str | None = Field(None, alias="nguoi_ky", title="Người ký", description="Không biết thì bỏ trống.")
    recipients: tuple[str, ...] = Field(
        (), alias="noi_nhan", title="Nơi nhận riêng", description="Thay nơi nhận của loại."
    )
    facts: dict[str, str] = Field({}, alias="du_lieu", title="Dữ liệu riêng")
    targets: dict[str, Number] = Field({}, alias="chi_tieu", title="Chỉ tiêu riêng")

    @property
    def spoken(self) -> str:
        """The name inside a sentence."""
        return self.called or self.name

    def exists_on(self, day: datetime.date) -> bool:
        """Whether the unit exists on `day`, both ends included."""
        return (self.valid_from or day) <= day <= (self.valid_to or day)


class Signing(Entry):
    """One permitted way to sign: the authority line, the positions under it, who then decided (the-thuc.md §1.7)."""

    authority: str = Field(alias="quyen_han", title="Quyền hạn ký")
    positions: tuple[str, ...] = Field((), alias="chuc_vu", title="Chức vụ được ký")
    decided_by: str = Field(alias="co_quan_quyet_dinh", title="Cơ quan quyết định ban hành")


class Kind(Entry):
    """A kind of unit with its issuer rules."""

    id: str = Field(alias="ma", title="Mã loại")
    name: str = Field(alias="ten", title="Tên loại đơn vị")
    prefix: str = Field(alias="tien_to", title="Tiền tố của tên đơn vị")
    party_organisation: str | None = Field(None, alias="dang_bo", title="Tên đảng bộ")
    superior_line: Literal["khong", "dang_bo", "ten"] = Field(alias="dong_cap_tren", title="Dòng cấp trên ghi gì")
    superior_kinds: tuple[str, ...] = Field((), alias="loai_cap_tren", title="Loại cấp trên được phép")
    symbol: str | None = Field(None, alias="ky_hieu", title="Ký hiệu cơ quan")
    words: dict[str, str] = Field({}, alias="loi", title="Lời xưng hô")
    bodies: dict[str, str] = Field({}, alias="co_quan", title="Cơ quan, bộ phận của đơn vị")
    signings: tuple[Signing, ...] = Field(alias="quyen_ky", title="Quyền ký", min_length=1)
    recipients: tuple[str, ...] = Field(alias="noi_nhan", title="Nơi nhận", min_length=1)
    archive: str = Field(alias="luu", title="Dòng lưu")
    foreign: tuple[str, ...] = Field((), alias="la_lac", title="Cụm từ của cấp khác")
