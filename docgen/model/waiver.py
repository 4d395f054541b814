"""What an office does not want to be told again: findings it knows of, and rules it gave leave to depart from."""

import datetime
from typing import NamedTuple

from pydantic import Field, model_validator

from docgen.model.entry import Date, Entry


class Known(NamedTuple):
    """What stays the same of a finding when its paper is edited elsewhere: no numbers of lines, no sentences."""

    file: str
    code: str
    path: str
    snippet: str


class Waiver(Entry):
    """Findings it covers are counted and not shown. Without a unit or a file it holds for all papers."""

    rule: str = Field(alias="ma", title="Mã quy tắc", min_length=1)
    unit: str | None = Field(None, alias="don_vi", title="Đơn vị")
    file: str | None = Field(None, alias="tep", title="Tên tệp")
    path: str | None = Field(None, alias="duong_dan", title="Chỗ trong văn bản")
    reason: str = Field(alias="ly_do", title="Lý do", min_length=1)
    given: Date = Field(alias="ngay", title="Ngày cho miễn")
    until: Date | None = Field(None, alias="het_han", title="Miễn đến hết ngày")

    @model_validator(mode="after")
    def _one_place_one_span(self) -> "Waiver":
        if self.unit and self.file:
            raise ValueError("Ghi don_vi hoặc tep, không ghi cả hai.")
        if self.until and self.until < self.given:
            raise ValueError("het_han sớm hơn ngay.")
        return self

    def expired_on(self, day: datetime.date) -> bool:
        """Whether it no longer holds."""
        return self.until is not None and self.until < day
