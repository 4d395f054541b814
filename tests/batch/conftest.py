"""A workspace of many units: a generated registry, marked as such."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from docgen.load.nodes import read_yaml
from docgen.workspace.samples import copy_samples

COLUMNS = (
    "ma", "ten", "ten_goi", "loai", "cap_tren", "ky_hieu", "dia_danh", "hieu_luc_tu", "hieu_luc_den", "quyen_han",
    "chuc_vu", "nguoi_ky", "noi_nhan", "chua_xac_nhan", "du_lieu.nghi_quyet_dai_hoi",
)  # fmt: skip


def shipped_rows() -> Iterator[dict[str, str]]:
    """The 28 shipped units as rows of a table."""
    data = read_yaml(Path("data/don-vi.yaml").read_bytes(), "data/don-vi.yaml").data
    for unit in data["don_vi"]:
        row = {key: _cell(value) for key, value in unit.items()}
        row |= {f"du_lieu.{key}": value for key, value in (unit.get("du_lieu") or {}).items()}
        yield row


def _cell(value: Any) -> str:
    return " | ".join(value) if isinstance(value, list) else str(value or "")


def district(number: int) -> dict[str, str]:
    """A district nobody has heard of."""
    return {
        "ma": f"huyen-mau-{number:04d}", "ten": f"Huyện ủy Mẫu {number:04d}", "loai": "huyen-uy",
        "cap_tren": "tinh-uy", "dia_danh": f"Mẫu {number:04d}", "chua_xac_nhan": "đơn vị giả lập",
    }  # fmt: skip


def write_csv(file: Path, rows: Iterable[dict[str, str]]) -> None:
    """Units as a table saved by a spreadsheet: a byte order mark, cells separated by commas."""
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        table = csv.DictWriter(stream, COLUMNS, extrasaction="ignore")
        table.writeheader()
        table.writerows(rows)


def workspace_of(folder: Path, districts: int) -> Path:
    """A workspace with the shipped units and so many districts, in a table."""
    copy_samples(folder, dry_run=False)
    (folder / "data/don-vi.yaml").unlink()
    write_csv(folder / "data/don-vi.csv", [*shipped_rows(), *map(district, range(1, districts + 1))])
    return folder


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """28 shipped units and 172 districts."""
    return workspace_of(tmp_path / "viec", 172)
