"""The registry of units. A bad unit costs that unit and the ones below it, with one message."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from docgen.load.nodes import read_yaml
from docgen.load.records import read_record
from docgen.load.source import Path, Source
from docgen.model.unit import Kind, Unit
from docgen.problems import Place, Problem, errors
from docgen.vietnamese import did_you_mean, nearest

UNITS = "don_vi"
UNREADABLE = "…"
MAX_ID = 60
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)")  # no file can be named so in Windows


@dataclass
class UnitFaults:
    """Problems by unit id; a unit with an error is not built."""

    by_unit: dict[str, list[Problem]] = field(default_factory=dict)

    def add(self, unit: str, problem: Problem) -> None:
        """Note one problem of a unit."""
        self.by_unit.setdefault(unit, []).append(problem)

    def extend(self, unit: str, problems: Iterable[Problem]) -> None:
        """Note several."""
        for problem in problems:
            self.add(unit, problem)

    def stops(self, unit: str) -> bool:
        """Whether the unit cannot be built."""
        return bool(errors(self.by_unit.get(unit, ())))


@dataclass
class Registry:
    """What one registry file gave: units that read well, faults of those that did not, and where each unit stands.

    `nameless` are problems of entries whose id cannot be relied on: any unknown id may be one of theirs.
    """

    units: dict[str, Unit]
    faults: UnitFaults
    source: Source
    paths: dict[str, tuple[str, int]]
    nameless: list[Problem] = field(default_factory=list)

    def place(self, unit: str, *keys: str) -> Place:
        """The place of a unit's entry, or of one of its values."""
        path = self.paths.get(unit)
        return self.source.place(*path, *keys) if path else Place(self.source.file, 1, 1)


def load_registry(content: bytes, file: str) -> Registry:
    """`data/don-vi.yaml` → units by id; each entry is read by itself."""
    source = read_yaml(content, file)
    registry = Registry({}, UnitFaults(), source, {})
    for index, entry in enumerate(list_under(source, UNITS)):
        given = entry.get("ma") if isinstance(entry, dict) else None
        name = given if isinstance(given, str) else f"#{index + 1}"
        unit = read_record(Unit, entry, source, (UNITS, index))
        if name in registry.paths:
            message = f"Mã đơn vị «{name}» ghi hai lần (lần trước ở dòng {registry.place(name).line})."
            source.fault("unit.duplicate", (UNITS, index, "ma"), message, "Đổi mã một trong hai đơn vị.")
        elif unit and _usable_id(unit, source, (UNITS, index, "ma")):
            registry.units[unit.id] = unit
        registry.paths.setdefault(name, (UNITS, index))
        if source.faulted((UNITS, index, "ma")) or name.startswith("#"):
            registry.nameless += [problem for path, problem in source.notes if path[:2] == (UNITS, index)]
    _share_out(registry)
    return registry


def _usable_id(unit: Unit, source: Source, path: Path) -> bool:
    if len(unit.id) <= MAX_ID and not _DEVICES.fullmatch(unit.id):
        return True
    message = f"Mã đơn vị «{unit.id[:MAX_ID]}» không dùng làm tên tệp được."
    source.fault("unit.id", path, message, "Đặt mã khác, ngắn gọn, theo tên đơn vị.")
    return False


def _share_out(registry: Registry) -> None:
    """Faults of an entry go to the unit it names; a second entry of the same id spoils the first."""
    names = {path[1]: name for name, path in registry.paths.items()}
    entries = registry.source.data.get(UNITS) if isinstance(registry.source.data, dict) else None
    for index, found in registry.source.take(UNITS).items():
        name = names.get(int(index)) or str(entries[int(index)]["ma"] if entries else index)
        registry.faults.extend(name, found)


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


def check_units(registry: Registry, kinds: Mapping[str, Kind]) -> None:
    """Kind, superior, name and dates of every unit that read well; faults go to the unit."""
    looped = _note_loops(registry)
    for unit in registry.units.values():
        if unit.id not in looped and not registry.faults.stops(unit.id):
            registry.faults.extend(unit.id, _unit_faults(unit, registry, kinds))


def _note_loops(registry: Registry) -> set[str]:
    """Units whose line of superiors comes back to themselves: one message for each loop, at its first unit."""
    looped: set[str] = set()
    done: set[str] = set()
    for start in registry.units:
        line: list[str] = []
        current: str | None = start
        while current in registry.units and current not in done and current not in line:
            line.append(current)
            current = registry.units[current].superior
        done.update(line)
        if current in line:
            loop = line[line.index(current) :]
            looped.update(loop)
            way = " → ".join([*loop, loop[0]])
            message = f"Cấp trên lặp vòng: {way}."
            remedy = "Ghi lại cap_tren của một đơn vị trong vòng."
            problem = Problem(registry.place(loop[0], "cap_tren"), "unit.superior", message, remedy)
            for unit in loop:
                registry.faults.add(unit, problem)
    return looped


def _unit_faults(unit: Unit, registry: Registry, kinds: Mapping[str, Kind]) -> list[Problem]:
    kind = kinds.get(unit.kind)
    if kind is None:
        message = f"Đơn vị «{unit.id}»: không có loại «{unit.kind}»."
        return [Problem(registry.place(unit.id, "loai"), "unit.kind", message, did_you_mean(unit.kind, kinds))]
    found = []
    if not unit.name.startswith(kind.prefix):
        message = f"Tên «{unit.name}» không bắt đầu bằng «{kind.prefix}» của loại {kind.name}."
        found.append(Problem(registry.place(unit.id, "ten"), "unit.name", message, "Ghi tên đầy đủ hoặc đổi loại."))
    if unit.valid_from and unit.valid_to and unit.valid_from > unit.valid_to:
        message = f"Đơn vị «{unit.id}» hết hiệu lực trước khi có hiệu lực."
        found.append(Problem(registry.place(unit.id, "hieu_luc_den"), "unit.dates", message, "Sửa một trong hai ngày."))
    return found + _superior_faults(unit, kind, registry)


def _superior_faults(unit: Unit, kind: Kind, registry: Registry) -> list[Problem]:
    place = registry.place(unit.id, "cap_tren")
    if unit.superior is None:
        if kind.superior_line == "khong":
            return []
        message = f"Đơn vị «{unit.id}» thiếu cấp trên trực tiếp."
        return [Problem(place, "unit.superior", message, "Thêm dòng «cap_tren: …» ghi mã của cấp trên.")]
    superior = registry.units.get(unit.superior)
    if superior is None and unit.superior in registry.paths:
        return []  # it has faults of its own, told there
    if superior is None:
        message = f"Đơn vị «{unit.id}»: không có cấp trên «{unit.superior}» trong danh sách."
        return [Problem(place, "unit.reference", message, did_you_mean(unit.superior, registry.paths))]
    if superior.kind not in kind.superior_kinds:
        message = f"«{superior.name}» không thể là cấp trên trực tiếp của loại {kind.name}."
        allowed = ", ".join(kind.superior_kinds)
        remedy = (
            f"Cấp trên phải thuộc loại: {allowed}." if allowed else "Loại này không có cấp trên: xóa dòng cap_tren."
        )
        return [Problem(place, "unit.superior", message, remedy)]
    return []


def spoken_names(registry: Registry) -> dict[str, str]:
    """What every entry calls its unit in a sentence, faulty entries too; `UNREADABLE` when it has no name."""
    entries = registry.source.data.get(UNITS) if isinstance(registry.source.data, dict) else None
    names = {}
    for unit, (_, index) in registry.paths.items():
        entry = entries[index] if isinstance(entries, list) else None
        given = (entry.get("ten_goi") or entry.get("ten")) if isinstance(entry, dict) else None
        names[unit] = given if isinstance(given, str) else UNREADABLE
    return names


def sound_units(registry: Registry) -> dict[str, Unit]:
    """Units without an error whose whole line of superiors is without one; the others share what was told above."""
    sound: dict[str, Unit] = {}
    for unit in registry.units.values():
        above = unit.id
        while not registry.faults.stops(above) and registry.units[above].superior:
            above = registry.units[above].superior or ""
        if not registry.faults.stops(above):
            sound[unit.id] = unit
        elif above != unit.id:
            registry.faults.extend(unit.id, errors(registry.faults.by_unit[above]))
    return sound
