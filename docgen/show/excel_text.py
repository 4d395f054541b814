"""What `docgen excel` did, in words."""

from collections.abc import Iterable, Mapping
from typing import Any

from docgen.excel.merging import Change

_LONGEST = 60


def exported(file: str, rows: Mapping[str, int], dry_run: bool) -> str:
    """`Đã ghi kl50.xlsx: Đơn vị 28 hàng, Kế hoạch 1 hàng …`"""
    counts = ", ".join(f"{title} {count} hàng" for title, count in rows.items())
    return f"{'Sẽ ghi' if dry_run else 'Đã ghi'} {file}: {counts}."


def imported(found: Iterable[tuple[str, Change]], files: Iterable[str], dry_run: bool) -> str:
    """A line a change, and how many there are in which files."""
    lines = [f"{file}: {_way(one)}: {_said(one.old)} → {_said(one.new)}" for file, one in found]
    names = ", ".join(files)
    if not lines:
        return "Sổ không có gì khác dữ liệu; không ghi tệp nào."
    return "\n".join([*lines, f"{'Sẽ sửa' if dry_run else 'Đã sửa'} {len(lines)} chỗ trong {names}."])


def _way(change: Change) -> str:
    return " › ".join(map(str, change.path[1:]))


def _said(value: Any) -> str:
    if value is None:
        return "(trống)"
    if isinstance(value, dict):
        return "(cả hàng)"
    text = " | ".join(value) if isinstance(value, list) else str(value)
    return f"«{text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…'}»"
