"""A build in one zip to hand on: papers under names an office knows them by, and an index with their hashes."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from docgen.workspace.filenames import safe_names
from docgen.workspace.folder import read_file
from docgen.workspace.manifest import sha256
from docgen.workspace.writing import write_whole_by

INDEX = "muc-luc.csv"
_HEADER = ("Mã đơn vị", "Tên đơn vị", "Số và ký hiệu", "Tệp", "SHA-256")
_TIME = (1980, 1, 1, 0, 0, 0)  # the first a zip can say: same papers, same bytes
_UNIX, _READABLE = 3, 0o644 << 16  # else the zip tells which system made it
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a cell beginning so is run by Excel (reliability.md, C5)


@dataclass(frozen=True)
class Member:
    """One paper of a build; `number` is `05-KH/HU`, empty while unknown."""

    unit: str
    title: str
    number: str
    paper: Path


def write_archive(path: Path, members: Iterable[Member], shown: Callable[[Path], str]) -> None:
    """The zip, whole or absent, one paper in memory at a time; `shown` names a path in messages. Raises Refused.

    Papers are stored: a .docx is compressed already. The index says what lies in the zip, edits by hand included.
    """
    write_whole_by(path, lambda stream: _pack(stream, _named(members), shown), shown(path))


def _named(members: Iterable[Member]) -> list[tuple[str, Member]]:
    """`05-KH_HU than-uyen.docx`, in the order of the names."""
    every = list(members)
    names = safe_names([f"{member.number} {member.unit}" for member in every], ".docx")
    return sorted(zip(names, every, strict=True), key=lambda named: named[0])


def _pack(stream: IO[bytes], named: Iterable[tuple[str, Member]], shown: Callable[[Path], str]) -> None:
    rows = [_HEADER]
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, member in named:
            content = read_file(member.paper, shown(member.paper))
            archive.writestr(_entry(name), content)
            rows.append((member.unit, member.title, member.number, name, sha256(content)))
        archive.writestr(_entry(INDEX), _index(rows))


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _TIME)
    entry.create_system, entry.external_attr = _UNIX, _READABLE
    return entry


def _index(rows: Iterable[tuple[str, ...]]) -> bytes:
    """CSV as Excel opens it: UTF-8 with its mark, every cell text."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(map(_as_text, row) for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _as_text(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
