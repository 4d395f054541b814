"""A superior's plan item by item, with its typed values and what each kind of unit makes of every item."""

import datetime
from decimal import Decimal
from typing import Literal

from pydantic import Field, model_validator

from docgen.model.entry import Date, Entry, Flag, Number, Reasons, Whole

ITEM_ID = r"^(tieu-de|mo-dau|[IVX]+(\.\d+){0,2}(\.p\d+)?)$"
Verb = Literal["giu", "sua", "giao", "bo"]
Direction = Literal["it_nhat", "nhieu_nhat", "dung"]


class CitedDocument(Entry):
    """A document the plan cites: registered once, cited through it."""

    type: str = Field(alias="loai", title="Loại văn bản")
    number: str = Field(alias="so", title="Số, ký hiệu")
    date: Date | None = Field(None, alias="ngay", title="Ngày ban hành")
    issuer: str = Field(alias="co_quan", title="Cơ quan ban hành")
    subject: str | None = Field(None, alias="trich_yeu", title="Trích yếu")


class Target(Entry):
    """A figure with its direction: `it_nhat` is a floor, `nhieu_nhat` a ceiling, `dung` neither more nor less."""

    name: str = Field(alias="ten", title="Chỉ tiêu")
    direction: Direction = Field(alias="chieu", title="Chiều")
    value: Number = Field(alias="gia_tri", title="Giá trị")
    unit: str = Field(alias="don_vi_tinh", title="Đơn vị tính")
    deadline: str | None = Field(None, alias="thoi_han", title="Thời hạn")

    def allows(self, value: Decimal) -> bool:
        """Whether a lower unit may state `value`."""
        if self.direction == "it_nhat":
            return value >= self.value
        return value <= self.value if self.direction == "nhieu_nhat" else value == self.value


class Deadline(Entry):
    """One of: before a day, a span of years, a year, a recurring time."""

    before: Date | None = Field(None, alias="truoc_ngay", title="Trước ngày")
    from_year: Whole | None = Field(None, alias="tu_nam", title="Từ năm")
    to_year: Whole | None = Field(None, alias="den_nam", title="Đến năm")
    year: Whole | None = Field(None, alias="nam", title="Năm")
    recurring: str | None = Field(None, alias="dinh_ky", title="Định kỳ")

    @model_validator(mode="after")
    def _one_of(self) -> "Deadline":
        stated = [self.before, self.from_year and self.to_year, self.year, self.recurring]
        if sum(value is not None for value in stated) != 1:
            raise ValueError("Thời hạn ghi đúng một trong: truoc_ngay; tu_nam và den_nam; nam; dinh_ky.")
        return self


class Group(Entry):
    """Bodies the plan names together; `members` are kinds or units."""

    name: str = Field(alias="ten", title="Tên nhóm")
    members: tuple[str, ...] = Field(alias="gom", title="Gồm")


class Duty(Entry):
    """Who does the work, by when, with what result: a row of the appendix."""

    lead: tuple[str, ...] = Field((), alias="chu_tri", title="Chủ trì")
    support: tuple[str, ...] = Field((), alias="phoi_hop", title="Phối hợp")
    deadline: str | None = Field(None, alias="thoi_han", title="Thời hạn")
    work: str | None = Field(None, alias="cong_viec", title="Nội dung công việc")
    product: str | None = Field(None, alias="san_pham", title="Sản phẩm")


class Decision(Duty):
    """What one kind of unit, or one unit, makes of an item."""

    verb: Verb | None = Field(None, alias="quyet_dinh", title="Quyết định")
    same_as: str | None = Field(None, alias="nhu", title="Như loại")
    text: str | None = Field(None, alias="noi_dung", title="Nội dung")
    reason: str | None = Field(None, alias="ly_do", title="Lý do")
    drafting: Flag | None = Field(None, alias="du_kien", title="Dự kiến khi soạn thảo")

    @model_validator(mode="after")
    def _complete(self) -> "Decision":
        if (self.verb is None) == (self.same_as is None):
            raise ValueError("Quyết định phải ghi một trong hai: quyet_dinh hoặc nhu.")
        if self.verb == "bo" and not self.reason:
            raise ValueError("Bỏ một mục thì phải ghi ly_do.")
        if self.verb in ("sua", "giao") and not self.text:
            raise ValueError("Sửa hoặc giao một mục thì phải ghi noi_dung.")
        if self.verb == "giao" and not self.lead:
            raise ValueError("Giao một mục thì phải ghi chu_tri.")
        return self


class Item(Duty):
    """One paragraph of the superior's paper."""

    id: str = Field(alias="ma", title="Mã mục", pattern=ITEM_ID)
    text: str = Field(alias="noi_dung", title="Nội dung", min_length=1)
    binding: Flag = Field(False, alias="bat_buoc", title="Bắt buộc")
    targets: tuple[str, ...] = Field((), alias="chi_tieu", title="Chỉ tiêu")
    decisions: dict[str, Decision] = Field({}, alias="theo_loai", title="Quyết định theo loại đơn vị")


class AddedItem(Duty):
    """An item a unit adds of its own, standing after item `after`."""

    id: str = Field(alias="ma", title="Mã mục", pattern=r"^[a-z0-9-]+$")
    after: str = Field(alias="sau", title="Đứng sau mục")
    text: str = Field(alias="noi_dung", title="Nội dung", min_length=1)
    unconfirmed: Reasons = Field((), alias="chua_xac_nhan", title="Điều chưa xác nhận")


class UnitPart(Entry):
    """What one unit says of its own paper in this plan."""

    number: Whole | None = Field(None, alias="so", title="Số", gt=0)
    date: Date | None = Field(None, alias="ngay", title="Ngày ban hành")
    signer: str | None = Field(None, alias="nguoi_ky", title="Người ký")
    authority: str | None = Field(None, alias="quyen_han", title="Quyền hạn ký")
    position: str | None = Field(None, alias="chuc_vu", title="Chức vụ người ký")
    state: Literal["du_thao", "da_ban_hanh"] = Field("du_thao", alias="trang_thai", title="Trạng thái")
    draft: Whole | None = Field(None, alias="du_thao_lan", title="Dự thảo lần", gt=0)
    urgency: Literal["KHẨN", "THƯỢNG KHẨN", "HỎA TỐC"] | None = Field(None, alias="do_khan", title="Độ khẩn")
    secrecy: Literal["MẬT", "TỐI MẬT", "TUYỆT MẬT"] | None = Field(None, alias="do_mat", title="Độ mật")
    circulation: str | None = Field(None, alias="luu_hanh", title="Phạm vi lưu hành")
    targets: dict[str, Number] = Field({}, alias="chi_tieu", title="Chỉ tiêu riêng")
    deadlines: dict[str, Date] = Field({}, alias="thoi_han", title="Thời hạn riêng")
    decisions: dict[str, Decision] = Field({}, alias="quyet_dinh", title="Quyết định riêng")
    added: tuple[AddedItem, ...] = Field((), alias="bo_sung", title="Mục bổ sung")


class AppendixTitle(Entry):
    """The appendix «Phụ lục công việc»."""

    title: str = Field(alias="tieu_de", title="Tiêu đề phụ lục")


class Plan(Entry):
    """A plan of a superior and how those below carry it out. `parts` are read unit by unit."""

    id: str = Field(alias="ma", title="Mã kế hoạch")
    issuer: str = Field(alias="co_quan_ban_hanh", title="Cơ quan ban hành")
    kind: str = Field(alias="ten_loai", title="Tên loại văn bản")
    kind_symbol: str = Field(alias="ky_hieu_loai", title="Ký hiệu tên loại")
    issue_deadline: str = Field(alias="han_ban_hanh", title="Hạn ban hành của cấp dưới")
    documents: dict[str, CitedDocument] = Field(alias="van_ban", title="Văn bản dẫn chiếu")
    targets: dict[str, Target] = Field({}, alias="chi_tieu", title="Chỉ tiêu")
    deadlines: dict[str, Deadline] = Field({}, alias="thoi_han", title="Thời hạn")
    groups: dict[str, Group] = Field({}, alias="nhom", title="Nhóm đơn vị")
    appendix: AppendixTitle = Field(alias="phu_luc", title="Phụ lục")
    items: tuple[Item, ...] = Field(alias="muc", title="Mục", min_length=1)
    parts: dict[str, UnitPart] = Field({}, alias="don_vi", title="Phần riêng của từng đơn vị")

    @property
    def due(self) -> datetime.date:
        """The day before which those below must issue."""
        before = self.deadlines[self.issue_deadline].before
        assert before is not None, "load refuses a plan whose han_ban_hanh has no day"
        return before

    def part(self, unit: str) -> UnitPart:
        """The unit's own part, empty when it says nothing."""
        return self.parts.get(unit, _SILENT)


_SILENT = UnitPart.model_construct()
_KEEP = Decision.model_construct(verb="giu")


def decision_for(plan: Plan, item: Item, kind: str, part: UnitPart | None = None) -> Decision:
    """What stands for an item: the unit's own decision, else its kind's; the issuer's kind keeps everything."""
    own = part.decisions.get(item.id) if part else None
    decision = own or item.decisions.get(kind) or _KEEP
    return item.decisions[decision.same_as] if decision.same_as else decision
