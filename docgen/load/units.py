"""The units of a registry, read and remembered: those that are sound, and the faults of the others."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from docgen.load.source import Source
from docgen.model.unit import Unit
from docgen.problems import Place, Problem, errors

_KEPT_UNITS = 1_000


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

    `rows` holds every entry as a source of its own, `row_of` its number by id, `superiors` the id above each unit.
    `problems` are of the file as a whole; `nameless` of entries whose id cannot be relied on: any unknown id may be
    one of theirs.
    """

    file: str
    rows: Sequence[Source]
    problems: list[Problem]
    units: Mapping[str, Unit] = field(default_factory=dict)
    faults: UnitFaults = field(default_factory=UnitFaults)
    row_of: dict[str, int] = field(default_factory=dict)
    superiors: dict[str, str | None] = field(default_factory=dict)
    nameless: list[Problem] = field(default_factory=list)

    @property
    def ids(self) -> list[str]:
        """Ids that people wrote; an entry without one is known by its ordinal."""
        return [name for name in self.row_of if not name.startswith("#")]

    def entry(self, unit: str) -> Source:
        """The entry of a unit."""
        return self.rows[self.row_of[unit]]

    def place(self, unit: str, *keys: str) -> Place:
        """The place of a unit's entry, or of one of its values."""
        return self.entry(unit).place(*keys)


class UnitsOfRows(Mapping[str, Unit]):
    """Units read from their rows when asked for: a registry of a country is never in memory as a whole."""

    def __init__(self, registry: Registry, sound: Collection[str]) -> None:
        self._registry, self._sound = registry, dict.fromkeys(sound)
        self._read = lru_cache(maxsize=_KEPT_UNITS)(self._read_row)

    def __reduce__(self) -> tuple[Any, ...]:
        return UnitsOfRows, (self._registry, list(self._sound))

    def __getitem__(self, unit: str) -> Unit:
        if unit not in self._sound:
            raise KeyError(unit)
        return self._read(unit)

    def __contains__(self, unit: object) -> bool:
        return unit in self._sound

    def __iter__(self) -> Iterator[str]:
        return iter(self._sound)

    def __len__(self) -> int:
        return len(self._sound)

    def _read_row(self, unit: str) -> Unit:
        from docgen.load.records import given  # the readers: only for a registry of rows

        entry = self._registry.entry(unit)
        return Unit.model_validate(given(entry.data, Unit))
