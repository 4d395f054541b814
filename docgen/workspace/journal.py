"""What docgen is about to do, flushed before it does it: a file that matches is ours, and can be put back."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from docgen.workspace.standing import ABSENT

_HASH = rf"[0-9a-f]{{64}}|{ABSENT}"
_LINE = re.compile(rf"([^\t\n]+)\t({_HASH})\t({_HASH})\n")


@dataclass(frozen=True, slots=True)
class Move:
    """A file of the folder, the hash it gets and the hash it had; `-` is no file."""

    name: str
    new: str
    old: str


@dataclass(slots=True)
class Trail:
    """What one run did to one file: the hash before its first move, every hash it gave."""

    old: str
    given: set[str] = field(default_factory=set)


class Journal:
    """Lines `name ⇥ new ⇥ old`, appended group by group."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def append(self, moves: Iterable[Move]) -> None:
        """On the disk when this returns. Raises OSError; the line a full disk has cut then ends with the next group."""
        lines = "".join(f"{move.name}\t{move.new}\t{move.old}\n" for move in moves)
        with self.path.open("ab") as stream:
            stream.write(b"\n" + lines.encode("utf-8"))
            stream.flush()
            os.fsync(stream.fileno())

    def moves(self) -> Iterator[Move]:
        """In order; a line that was cut does not count. Raises OSError."""
        try:
            with self.path.open(encoding="utf-8", errors="replace", newline="\n") as stream:
                for line in stream:
                    if found := _LINE.fullmatch(line):
                        yield Move(*found.groups())
        except FileNotFoundError:
            return

    def trails(self) -> dict[str, Trail]:
        """The moves file by file, in the order of their first move. Raises OSError."""
        found: dict[str, Trail] = {}
        for move in self.moves():
            found.setdefault(move.name, Trail(move.old)).given.add(move.new)
        return found
