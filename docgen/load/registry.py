"""The registry of units. A bad unit costs that unit and the ones below it, with one message."""

import re
from collections.abc import Collection, Mapping
from typing import Any

from docgen.load.nodes import read_yaml
from docgen.load.records import read_record
from docgen.load.source import Source
from docgen.load.table import read_table
from docgen.load.units import Registry, UnitsOfRows
from docgen.model.unit import Unit
from docgen.problems import errors
from docgen.vietnamese import nearest

UNITS = "don_vi"
UNREADABLE = "…"
MAX_ID = 60
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)")  # no file can be named so in Windows


def load_registry(content: bytes, file: str) -> Registry:
    """`data/don-vi.yaml`, `.csv`, `.jsonl` or `.xlsx` → units by id; each entry is read by itself."""
    return with_units(_opened(content, file))


def registry_of(source: Source) -> Registry:
    """The entries of a YAML file that was read already."""
    rows = source.parts(UNITS, list_under(source, UNITS))
    return Registry(source.file, rows, source.problems)


def with_units(registry: Registry) -> Registry:
    """The same with its units, each read by itself."""
    units: dict[str, Unit | None] = {}
    for number, entry in enumerate(registry.rows):
        unit = read_record(Unit, entry.data, entry)
        name = _name_of(entry, number)
        if name in registry.row_of:
            message = f"Mã đơn vị «{name}» ghi hai lần (lần trước ở dòng {registry.place(name).line})."
            entry.fault("unit.duplicate", ("ma",), message, "Đổi mã một trong hai đơn vị.")
        elif unit and _usable_id(unit, entry):
            units[name] = unit if isinstance(registry.rows, list) else None
            registry.superiors[name] = unit.superior
        registry.row_of.setdefault(name, number)
        if entry.faulted(("ma",)) or name.startswith("#"):
            registry.nameless += entry.problems
        registry.faults.extend(name, entry.drain())
    read = {name: unit for name, unit in units.items() if unit}
    registry.units = read if isinstance(registry.rows, list) else UnitsOfRows(registry, units)
    return registry


def _opened(content: bytes, file: str) -> Registry:
    if file.endswith(".xlsx"):
        from docgen.load.excel import read_registry_rows  # openpyxl: only for who has a workbook

        rows, problems = read_registry_rows(content, file)
        return Registry(file, rows, problems)
    if file.endswith((".csv", ".jsonl")):
        table = read_table(content, file)
        return Registry(file, table, table.source.problems)
    return registry_of(read_yaml(content, file))


def _name_of(entry: Source, number: int) -> str:
    """The id an entry gives, else its ordinal."""
    given_id = entry.data.get("ma") if isinstance(entry.data, dict) else None
    return given_id if isinstance(given_id, str) else f"#{number + 1}"


def names_a_file(name: str) -> bool:
    """Whether a file of this id can be on every system."""
    return len(name) <= MAX_ID and not _DEVICES.fullmatch(name)


def _usable_id(unit: Unit, entry: Source) -> bool:
    if names_a_file(unit.id):
        return True
    message = f"Mã đơn vị «{unit.id[:MAX_ID]}» không dùng làm tên tệp được."
    entry.fault("unit.id", ("ma",), message, "Đặt mã khác, ngắn gọn, theo tên đơn vị.")
    return False


def list_under(source: Source, key: str) -> list[object]:
    """The one list of a file; anything else is a fault of the whole file."""
    if source.data is None:
        return []
    entries = source.data.get(key) if isinstance(source.data, dict) else None
    strays = [extra for extra in source.data if extra != key] if isinstance(source.data, dict) else []
    for extra in strays:
        message, at = f"Không có khóa «{extra}».", source.key_place(extra)
        source.fault("data.unknown_key", (extra,), message, f"Đầu tệp chỉ có khóa «{key}:».", at)
    if (isinstance(entries, list) and entries) or nearest(key, strays) or source.notes:
        return entries if isinstance(entries, list) else []
    message = f"Tệp phải có khóa «{key}» là một danh sách."
    source.fault("data.missing", (key,), message, f"Bắt đầu tệp bằng «{key}:», dưới đó mỗi mục một «- ma: …».")
    return []


def names_of_faulty(registry: Registry, sound: Collection[str]) -> dict[str, str]:
    """What the entries left out call their unit in a sentence; `UNREADABLE` when it has no name."""
    return {unit: _spoken(registry.entry(unit).data) for unit in registry.row_of if unit not in sound}


def _spoken(entry: Any) -> str:
    name = (entry.get("ten_goi") or entry.get("ten")) if isinstance(entry, dict) else None
    return name if isinstance(name, str) else UNREADABLE


def sound_units(registry: Registry) -> Mapping[str, Unit]:
    """Units without an error whose whole line of superiors is without one; the others share what was told above."""
    sound = []
    for unit in registry.units:
        above = unit
        while not registry.faults.stops(above) and (superior := registry.superiors[above]):
            above = superior
        if not registry.faults.stops(above):
            sound.append(unit)
        elif above != unit:
            registry.faults.extend(unit, errors(registry.faults.by_unit[above]))
    if len(sound) == len(registry.units):
        return registry.units
    if isinstance(registry.units, UnitsOfRows):
        return UnitsOfRows(registry, sound)
    return {unit: registry.units[unit] for unit in sound}
