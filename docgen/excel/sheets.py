"""The sheets of the workbook: which records stand on which, and what else a cell may refer to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from docgen.excel.columns import Column, columns_of, mappings_of
from docgen.excel.trees import ID, Tree
from docgen.model.entry import Entry
from docgen.model.plan import (
    AddedItem,
    CitedDocument,
    Deadline,
    Decision,
    Group,
    Item,
    Plan,
    Target,
    UnitPart,
)
from docgen.model.unit import Unit

REGISTRY, PLAN = "danh_sach", "ke_hoach"  # the two files of a tree, each below a step of its own


@dataclass(frozen=True)
class By:
    """A step that is a column: the key of a mapping, or the id in a list of records (`listed`).

    `own`: the id is the record's own, it needs no column more. `names` says what the ids are ids of.
    """

    title: str
    names: str
    listed: bool = False
    own: bool = False

    @property
    def column(self) -> Column:
        """The column of this step."""
        return Column((f"@{self.names}",), self.title, required=True)


@dataclass(frozen=True)
class Sheet:
    """Records of one sort: where they stand in the tree, and their columns."""

    title: str
    record: type[Entry]
    path: tuple[str | By, ...]

    @property
    def keys(self) -> list[Column]:
        """Columns that say which record a row is."""
        return [step.column for step in self.path if isinstance(step, By) and not step.own]

    def columns(self, inner: Mapping[str, list[str]] | None = None) -> list[Column]:
        """Every column; the id of a record stands first."""
        own = columns_of(self.record, inner)
        return [*self.keys, *sorted(own, key=lambda column: column.key != ID)]

    @property
    def id_keys(self) -> tuple[str, ...]:
        """Columns that tell one row from another: what a person does not retype."""
        return tuple(column.key for column in self.keys) or (ID,)


_UNIT, _ITEM = By("Mã đơn vị", "don_vi"), By("Mã mục", "muc", listed=True)
SHEETS = (
    Sheet("Đơn vị", Unit, (REGISTRY, "don_vi", By("Mã đơn vị", "don_vi", listed=True, own=True))),
    Sheet("Kế hoạch", Plan, (PLAN,)),
    Sheet("Văn bản", CitedDocument, (PLAN, "van_ban", By("Mã văn bản", "van_ban"))),
    Sheet("Chỉ tiêu", Target, (PLAN, "chi_tieu", By("Mã chỉ tiêu", "chi_tieu"))),
    Sheet("Thời hạn", Deadline, (PLAN, "thoi_han", By("Mã thời hạn", "thoi_han"))),
    Sheet("Nhóm", Group, (PLAN, "nhom", By("Mã nhóm", "nhom"))),
    Sheet("Mục", Item, (PLAN, "muc", By("Mã mục", "muc", listed=True, own=True))),
    Sheet("Quyết định", Decision, (PLAN, "muc", _ITEM, "theo_loai", By("Loại đơn vị", "loai"))),
    Sheet("Phần riêng", UnitPart, (PLAN, "don_vi", _UNIT)),
    Sheet("Quyết định riêng", Decision, (PLAN, "don_vi", _UNIT, "quyet_dinh", By("Mã mục", "muc"))),
    Sheet("Mục bổ sung", AddedItem, (PLAN, "don_vi", _UNIT, "bo_sung", By("Mã mục", "muc", listed=True, own=True))),
)
# Where ids are typed that cells of other sheets choose from; they stand in the first column.
HOMES = {sheet.path[-1].names: sheet for sheet in reversed(SHEETS) if isinstance(sheet.path[-1], By)}
# What the ids in a column are ids of: its drop-down.
REFERENCES: Mapping[type[Entry], Mapping[str, str]] = {
    Unit: {"loai": "loai", "cap_tren": "don_vi", "quyen_han": "quyen_han", "chuc_vu": "chuc_vu"},
    Plan: {"co_quan_ban_hanh": "don_vi", "han_ban_hanh": "thoi_han"},
    Target: {"thoi_han": "thoi_han"},
    Item: {"thoi_han": "thoi_han"},
    Decision: {"thoi_han": "thoi_han", "nhu": "loai"},
    UnitPart: {"quyen_han": "quyen_han", "chuc_vu": "chuc_vu"},
    AddedItem: {"thoi_han": "thoi_han", "sau": "muc"},
}


def records_of(sheet: Sheet, tree: Tree) -> Iterator[tuple[dict[str, str], dict[str, Any]]]:
    """The records of a sheet in a tree: the cells of its steps, and the record."""
    yield from _records(tree, sheet.path, {})


def _records(tree: Any, path: tuple[str | By, ...], steps: dict[str, str]) -> Iterator[tuple[dict[str, str], Any]]:
    if not path:
        yield steps, tree
        return
    step, *rest = path
    inside = {"": tree.get(step)} if isinstance(step, str) else tree
    for name, value in inside.items():
        if isinstance(value, dict):
            said = {} if isinstance(step, str) or step.own else {step.column.key: name}
            yield from _records(value, tuple(rest), steps | said)


def inner_keys(sheet: Sheet, tree: Tree) -> dict[str, list[str]]:
    """The keys people chose in the mappings of the records, in their order."""
    found: dict[str, dict[str, None]] = {str(field.alias): {} for field in mappings_of(sheet.record)}
    for _, record in records_of(sheet, tree):
        for key, names in found.items():
            if isinstance(record.get(key), dict):
                names.update(dict.fromkeys(record[key]))
    return {key: list(names) for key, names in found.items()}
