"""What docgen wrote: path and hash by unit. A file that does not match was edited by a person."""

import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Any

SCHEMA = "docgen/manifest/1"
NAME = "manifest.json"


def sha256(content: bytes) -> str:
    """Hexadecimal digest."""
    return hashlib.sha256(content).hexdigest()


@dataclass(frozen=True, slots=True)
class Entry:
    """A unit's paper as docgen last wrote it; `pdf` is the hash of its pages, if any. There may be 50 000."""

    sha256: str
    data: str
    template: str
    form: str
    pdf: str = ""


_FIELDS = tuple(Entry.__slots__)
_SHARED = ("template", "form")
_PIECE = 1_000  # units


@dataclass(slots=True)
class Manifest:
    """Papers by unit; new papers beside edited ones by unit, then file; the hashes of the plan's records by file."""

    plan: str
    units: dict[str, Entry] = field(default_factory=dict)
    besides: dict[str, dict[str, str]] = field(default_factory=dict)
    records: dict[str, str] = field(default_factory=dict)

    def adopt(self, name: str, digest: str) -> None:
        """A file docgen is known to have written, though not from what: `data`, `template`, `form` stay empty."""
        unit, _, ending = name.partition(".")
        if ending == "docx":
            known = self.units.get(unit)
            if known is None or known.sha256 != digest:
                self.units[unit] = Entry(digest, "", "", "", known.pdf if known else "")
        elif ending == "pdf":
            self.units |= {unit: replace(self.units[unit], pdf=digest)} if unit in self.units else {}
        elif ending.endswith(".docx"):
            self.besides.setdefault(unit, {})[name] = digest
        elif name != NAME:
            self.records[name] = digest

    def sha256(self) -> str:
        """Hash of what `pieces` writes."""
        digest = hashlib.sha256()
        for piece in self.pieces():
            digest.update(piece)
        return digest.hexdigest()

    def pieces(self) -> Iterator[bytes]:
        """The manifest as it is written: sorted, one line a unit; never in memory as a whole."""
        words = self._words()
        while some := "".join(islice(words, _PIECE)):
            yield some.encode("utf-8")

    def _words(self) -> Iterator[str]:
        yield f'{{"schema": {_text(SCHEMA)}, "plan": {_text(self.plan)},\n"units": {{'
        between = ""
        for unit in sorted(self.units):
            yield f"{between}\n {_text(unit)}: {_text(_shape(unit, self.units[unit]))}"
            between = ","
        yield "\n}"
        for key, values in (("besides", self.besides), ("records", self.records)):
            if values:
                yield f",\n{_text(key)}: {_text(dict(sorted(values.items())))}"
        yield "}\n"


def _shape(unit: str, entry: Entry) -> dict[str, str]:
    values = {key: getattr(entry, key) for key in _FIELDS if key != "pdf" or entry.pdf}
    return {"file": f"{unit}.docx", **values}


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def load_manifest(folder: Path, plan: str) -> Manifest:
    """A missing, damaged or foreign manifest knows nothing, so that every file counts as edited. Raises OSError."""
    try:
        content = (folder / NAME).read_bytes()
    except FileNotFoundError:
        return Manifest(plan)
    try:
        shape = json.loads(content, object_hook=_compact)
        known = shape["schema"] == SCHEMA and shape["plan"] == plan and all(_are_entries(shape["units"]))
        read = Manifest(plan, shape["units"], shape.get("besides", {}), shape.get("records", {}))
        return read if known and _are_hashes(*read.besides.values(), read.records) else Manifest(plan)
    except (ValueError, KeyError, TypeError, AttributeError):
        return Manifest(plan)


def _compact(shape: dict[str, Any]) -> Entry | dict[str, Any]:
    """Entries take their small form while the rest is still being read."""
    if not isinstance(shape.get("sha256"), str):
        return shape
    values = {key: shape.get(key, "") for key in _FIELDS}
    return Entry(**values | {key: sys.intern(values[key]) for key in _SHARED})


def _are_entries(units: dict[str, Any]) -> Iterator[bool]:
    for entry in units.values():
        yield isinstance(entry, Entry) and all(isinstance(getattr(entry, key), str) for key in _FIELDS)


def _are_hashes(*tables: dict[str, Any]) -> bool:
    return all(isinstance(value, str) for table in tables for value in table.values())
