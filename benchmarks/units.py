"""A synthetic registry of any size: the sample's own units, then districts, then communes below them. None is real."""

import json
from collections.abc import Iterable, Iterator
from itertools import count, cycle, islice
from typing import Any

from ruamel.yaml import YAML

from docgen.workspace.folder import REGISTRY
from docgen.workspace.samples import sample_files

DISTRICTS = 705
SYNTHETIC = "đơn vị giả lập"
Entry = dict[str, Any]


def registry(size: int) -> Iterator[Entry]:
    """`size` entries as the registry's YAML has them; districts up to 705 units, the rest communes."""
    shipped = YAML(typ="safe").load(sample_files()[REGISTRY])["don_vi"]
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


def as_yaml(entries: Iterable[Entry]) -> bytes:
    """The registry as `don-vi.yaml` (JSON is YAML)."""
    return json.dumps({"don_vi": list(entries)}, ensure_ascii=False).encode()
