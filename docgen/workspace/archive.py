"""A build in one zip to hand on: papers under names an office knows them by, and an index with their hashes."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from docgen.problems import Place, Problem
from docgen.workspace.filenames import safe_names
from docgen.workspace.folder import Refused, read_file
from docgen.workspace.manifest import sha256
from docgen.workspace.standing import look
from docgen.workspace.writing import write_whole_by

INDEX = "muc-luc.csv"
TO_SEE = 1  # exit code: the rest of the build is done
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
    Whatever else has the name of the zip, or was changed since docgen wrote it, stays: Refused with exit code 1.
    """
    if look(path).kind != "absent" and not _is_ours(path):
        message = "Đã có tệp này mà không phải như docgen ghi, giữ nguyên tệp."
        problem = Problem(Place(shown(path)), "file.protected", message, "Đổi tên tệp đó rồi chạy lại.", "warning")
        raise Refused(problem, TO_SEE)
    write_whole_by(path, lambda stream: _pack(stream, _named(members), shown), shown(path))


def _is_ours(path: Path) -> bool:
    """Whether every entry is as the index says, and nothing lies beside them."""
    try:
        with zipfile.ZipFile(path) as archive:
            *papers, index = archive.infolist()
            if archive.comment or any(_look_of(entry) != _look_of(_entry(INDEX)) for entry in (*papers, index)):
                return False
            rows = csv.reader(io.TextIOWrapper(io.BytesIO(archive.read(index)), "utf-8-sig", newline=""))
            return tuple(next(rows, ())) == _HEADER and all(
                [entry.filename, sha256(archive.read(entry))] == row[-2:]
                for entry, row in zip(papers, rows, strict=True)
            )
    except (OSError, EOFError, ValueError, RuntimeError, csv.Error, zipfile.BadZipFile):
        return False


def _look_of(entry: zipfile.ZipInfo) -> tuple[object, ...]:
    """What docgen gives every entry alike; a stored one is read without unpacking anything."""
    return entry.date_time, entry.compress_type, entry.create_system, entry.external_attr, entry.comment


def _named(members: Iterable[Member]) -> list[tuple[str, Member]]:
    """`05-KH_HU than-uyen.docx`, in the order of the names."""
    every = list(members)
    names = safe_names([f"{member.number} {member.unit}" for member in every], ".docx")
    return sorted(zip(names, every, strict=True), key=lambda named: named[0])


def _pack(stream: IO[bytes], named: Iterable[tuple[str, Member]], shown: Callable[[Path], str]) -> None:
    index = io.BytesIO()
    text = io.TextIOWrapper(index, "utf-8-sig", newline="", write_through=True)  # with the mark Excel knows UTF-8 by
    table = csv.writer(text)
    table.writerow(_HEADER)
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, member in named:
            content = read_file(member.paper, shown(member.paper))
            archive.writestr(_entry(name), content)
            table.writerow(map(_as_text, (member.unit, member.title, member.number, name, sha256(content))))
        archive.writestr(_entry(INDEX), index.getvalue())


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _TIME)
    entry.create_system, entry.external_attr = _UNIX, _READABLE
    return entry


def _as_text(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
