"""A synthetic registry of any size: the sample's own units, then districts, then communes below them. None is real."""

import csv
from collections.abc import Iterable, Iterator
from itertools import count, cycle, islice
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from docgen.workspace.samples import sample_files

SAMPLE = "data/don-vi.yaml"
DISTRICTS = 705
SYNTHETIC = "đơn vị giả lập"
Entry = dict[str, Any]


def registry(size: int) -> Iterator[Entry]:
    """`size` entries as `don-vi.yaml` has them; districts up to 705 units, the rest communes."""
    shipped = YAML(typ="safe").load(sample_files()[SAMPLE])["don_vi"]
    districts = [_district(number) for number in range(1, DISTRICTS - len(shipped) + 1)]
    communes = (_commune(number, district["ma"]) for number, district in zip(count(1), cycle(districts), strict=False))
    return islice((entry for part in (shipped, districts, communes) for entry in part), size)


def _district(number: int) -> Entry:
    name = f"Mẫu {number:03}"
    return {
        "ma": f"mau-{number:03}", "ten": f"Huyện ủy {name}", "loai": "huyen-uy", "cap_tren": "tinh-uy",
        "dia_danh": name, "chua_xac_nhan": SYNTHETIC,
    }  # fmt: skip


def _commune(number: int, district: str) -> Entry:
    name = f"Mẫu {number:05}"
    return {
        "ma": f"xa-mau-{number:05}", "ten": f"Đảng ủy xã {name}", "loai": "dang-uy-xa", "cap_tren": district,
        "dia_danh": name, "chua_xac_nhan": SYNTHETIC,
    }  # fmt: skip


def write_csv(file: Path, entries: Iterable[Entry]) -> None:
    """The registry as `don-vi.csv`; columns are the keys, `du_lieu.x` for a key inside."""
    rows = [_cells(entry) for entry in entries]
    with file.open("w", encoding="utf-8", newline="") as text:
        writer = csv.DictWriter(text, sorted({column for row in rows for column in row}))
        writer.writeheader()
        writer.writerows(rows)


def _cells(entry: Entry) -> dict[str, str]:
    facts = {f"du_lieu.{key}": fact for key, fact in entry.get("du_lieu", {}).items()}
    plain = {key: value for key, value in entry.items() if key != "du_lieu"}
    return {key: _cell(value) for key, value in (plain | facts).items()}


def _cell(value: object) -> str:
    """A list parted by bars; `chua_xac_nhan: true` by what it stands for."""
    if isinstance(value, list):
        return "|".join(value)
    return "đơn vị" if value is True else str(value)
