"""Kinds of unit and the registry of units. A bad unit costs that unit, a bad kind stops the run."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from docgen.load.nodes import Source, read_yaml
from docgen.load.records import read_record
from docgen.model.unit import Kind, Unit
from docgen.problems import Place, Problem, errors
from docgen.vietnamese import did_you_mean


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


def load_kinds(content: bytes, file: str) -> tuple[dict[str, Kind], Source]:
    """`data/loai-don-vi.yaml` → kinds by id."""
    source = read_yaml(content, file)
    kinds: dict[str, Kind] = {}
    for index, entry in enumerate(_list_under(source, "loai")):
        kind = read_record(Kind, entry, source, ("loai", index))
        if kind and kind.id in kinds:
            message = f"Loại đơn vị «{kind.id}» ghi hai lần."
            source.fault("kind.duplicate", ("loai", index, "ma"), message, "Xóa hoặc đổi mã một loại.")
        elif kind:
            kinds[kind.id] = kind
    return kinds, source


@dataclass
class Registry:
    """What one registry file gave: units that read well, faults of those that did not, and where each unit stands."""

    units: dict[str, Unit]
    faults: UnitFaults
    source: Source
    paths: dict[str, tuple[str, int]]

    def place(self, unit: str, *keys: str) -> Place:
        """The place of a unit's entry, or of one of its values."""
        path = self.paths.get(unit)
        return self.source.place(*path, *keys) if path else Place(self.source.file)


def load_registry(content: bytes, file: str) -> Registry:
    """`data/don-vi.yaml` → units by id; each entry is read by itself."""
    source = read_yaml(content, file)
    registry = Registry({}, UnitFaults(), source, {})
    shared = list(source.problems)
    for index, entry in enumerate(_list_under(source, "don_vi")):
        name = str(entry.get("ma") or f"#{index + 1}") if isinstance(entry, dict) else f"#{index + 1}"
        inner = _problems_inside(source, shared, index)
        source.problems = []
        unit = read_record(Unit, entry, source, ("don_vi", index))
        registry.faults.extend(name, [*inner, *source.problems])
        shared = [problem for problem in shared if problem not in inner]
        if name in registry.paths:
            place = source.place("don_vi", index, "ma")
            message = f"Mã đơn vị «{name}» ghi hai lần (lần trước ở dòng {registry.place(name).line})."
            registry.faults.add(name, Problem(place, "unit.duplicate", message, "Đổi mã một trong hai đơn vị."))
        elif unit:
            registry.units[unit.id] = unit
        registry.paths.setdefault(name, ("don_vi", index))
    source.problems = shared
    return registry


def _list_under(source: Source, key: str) -> list[object]:
    if errors(source.problems) and source.data is None:
        return []
    entries = source.data.get(key) if isinstance(source.data, dict) else None
    if not isinstance(entries, list):
        source.fault("data.missing", (), f"Tệp phải có khóa «{key}» là một danh sách.", f"Bắt đầu tệp bằng «{key}:».")
        return []
    for extra in set(source.data) - {key}:
        source.fault("data.unknown_key", (extra,), f"Không có khóa «{extra}».", did_you_mean(extra, [key]))
    return entries


def _problems_inside(source: Source, problems: list[Problem], index: int) -> list[Problem]:
    """Faults of reading (bad characters and the like) that lie inside entry `index`."""
    start = source.place("don_vi", index)
    end = source.places.get(("don_vi", index + 1), Place(source.file, line=10**9))
    return [problem for problem in problems if start <= problem.place < end]


def check_units(registry: Registry, kinds: dict[str, Kind]) -> None:
    """Kind, superior, name and dates of every unit; faults go to the unit."""
    for unit in registry.units.values():
        registry.faults.extend(unit.id, _unit_faults(unit, registry, kinds))


def _unit_faults(unit: Unit, registry: Registry, kinds: dict[str, Kind]) -> list[Problem]:
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
    if superior is None:
        message = f"Đơn vị «{unit.id}»: không có cấp trên «{unit.superior}» trong danh sách."
        return [Problem(place, "unit.reference", message, did_you_mean(unit.superior, registry.paths))]
    if superior.kind not in kind.superior_kinds:
        message = f"«{superior.name}» không thể là cấp trên trực tiếp của loại {kind.name}."
        return [
            Problem(place, "unit.superior", message, f"Cấp trên phải thuộc loại: {', '.join(kind.superior_kinds)}.")
        ]
    return []


def sound_units(registry: Registry) -> dict[str, Unit]:
    """Units without an error whose whole line of superiors is without one; the others are told so."""
    sound: dict[str, Unit] = {}
    for unit in registry.units.values():
        if not registry.faults.stops(unit.id) and _line_is_sound(unit, registry):
            sound[unit.id] = unit
    return sound


def _line_is_sound(unit: Unit, registry: Registry) -> bool:
    seen, current = {unit.id}, unit
    while current.superior:
        above = registry.units.get(current.superior)
        if above is None or above.id in seen or registry.faults.stops(above.id):
            message = f"Cấp trên «{current.superior}» của «{unit.id}» có lỗi hoặc lặp vòng."
            place = registry.place(unit.id, "cap_tren")
            registry.faults.add(unit.id, Problem(place, "unit.superior", message, "Sửa lỗi của cấp trên trước."))
            return False
        seen.add(above.id)
        current = above
    return True
