"""One data file as plain data, with the place of every key and value and what was found wrong where."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from docgen.problems import Place, Problem, Severity

Path = tuple[str | int, ...]


@dataclass
class Source:
    """`places` holds values, `keys` the keys of mappings; every note is a problem at the path it is about."""

    file: str
    data: Any = None
    places: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    notes: list[tuple[Path, Problem]] = field(default_factory=list)

    @property
    def problems(self) -> list[Problem]:
        """What was noted and not taken yet, the same fault in many places told once."""
        return told_once(problem for _, problem in self.notes)

    def place(self, *path: str | int) -> Place:
        """The place of a value, or of the nearest thing around it."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.places:
                return self.places[path[:length]]
        return Place(self.file, 1, 1)

    def key_place(self, *path: str | int) -> Place:
        """The place of a key, else of its value."""
        return self.keys.get(path) or self.place(*path)

    def condensed(self, root: str) -> "Source":
        """What may still be asked when all is checked: the places of the file's own keys and of all below `root`."""
        asked = {path: place for path, place in self.places.items() if len(path) < 2 or path[0] == root}
        return Source(self.file, places=asked)

    def fault(self, code: str, path: Path, message: str, remedy: str, at: Place | None = None) -> None:
        """Note an error at the place of a value, or at `at`."""
        self.note(path, Problem(at or self.place(*path), code, message, remedy))

    def note(self, path: Path, problem: Problem) -> None:
        """Note a problem about the value at `path`."""
        self.notes.append((path, problem))

    def faulted(self, path: Path) -> bool:
        """Whether an error is already noted at a value or inside it: what follows from it is not told again."""
        return any(known[: len(path)] == path and problem.severity == "error" for known, problem in self.notes)

    def take(self, *root: str | int) -> dict[str | int, list[Problem]]:
        """Take away the problems of everything below `root`, by the first step below it."""
        depth, taken = len(root), dict[str | int, list[Problem]]()
        kept = []
        for path, problem in self.notes:
            if len(path) > depth and path[:depth] == root:
                taken.setdefault(path[depth], []).append(problem)
            else:
                kept.append((path, problem))
        self.notes = kept
        return {step: told_once(found) for step, found in taken.items()}

    def drain(self) -> list[Problem]:
        """Take away all problems."""
        found, self.notes = self.problems, []
        return found

    def parts(self, root: str, entries: list[Any]) -> list["Source"]:
        """The entries of a list as sources of their own, with the places and notes that are theirs."""
        parts = [Source(self.file, entry) for entry in entries]
        for name in ("places", "keys"):
            for path, place in getattr(self, name).items():
                if len(path) > 1 and path[0] == root:
                    getattr(parts[path[1]], name)[path[2:]] = place
        kept = []
        for path, problem in self.notes:
            if len(path) > 1 and path[0] == root:
                parts[int(path[1])].note(path[2:], problem)
            else:
                kept.append((path, problem))
        self.notes = kept
        return parts


def told_once(found: Iterable[Problem]) -> list[Problem]:
    """The same sentence about many places becomes one at the first place; hints of one sort become one."""
    groups: dict[tuple[Severity, str, str], list[Problem]] = {}
    for problem in sorted(found):
        same = "" if problem.severity == "hint" else problem.message
        groups.setdefault((problem.severity, problem.code, same), []).append(problem)
    return [
        _and_elsewhere(first, len({other.place for other in rest} - {first.place})) for first, *rest in groups.values()
    ]


def _and_elsewhere(problem: Problem, others: int) -> Problem:
    if not others:
        return problem
    return replace(problem, message=f"{problem.message.removesuffix('.')} (và {others} chỗ khác).")
