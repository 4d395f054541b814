"""What a unit must be among the others: its kind, its superior, its name and dates. Faults go to the unit."""

from collections.abc import Mapping

from docgen.load.units import Registry
from docgen.model.unit import Kind, Unit
from docgen.problems import Problem
from docgen.vietnamese import did_you_mean


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
    for start in registry.superiors:
        line: list[str] = []
        current: str | None = start
        while current in registry.superiors and current not in done and current not in line:
            line.append(current)
            current = registry.superiors[current]
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
    wrong = _wrong_superior(unit, kind, registry)
    return [Problem(registry.place(unit.id, "cap_tren"), *wrong)] if wrong else []


def _wrong_superior(unit: Unit, kind: Kind, registry: Registry) -> tuple[str, str, str] | None:
    """Code, message, remedy. The place is looked up for a fault only: it costs reading the row again."""
    if unit.superior is None:
        if kind.superior_line == "khong":
            return None
        message = f"Đơn vị «{unit.id}» thiếu cấp trên trực tiếp."
        return "unit.superior", message, "Thêm dòng «cap_tren: …» ghi mã của cấp trên."
    superior = registry.units.get(unit.superior)
    if superior is None and unit.superior in registry.row_of:
        return None  # it has faults of its own, told there
    if superior is None:
        message = f"Đơn vị «{unit.id}»: không có cấp trên «{unit.superior}» trong danh sách."
        return "unit.reference", message, did_you_mean(unit.superior, registry.ids)
    if superior.kind in kind.superior_kinds:
        return None
    message = f"«{superior.name}» không thể là cấp trên trực tiếp của loại {kind.name}."
    allowed = ", ".join(kind.superior_kinds)
    remedy = f"Cấp trên phải thuộc loại: {allowed}." if allowed else "Loại này không có cấp trên: xóa dòng cap_tren."
    return "unit.superior", message, remedy
