"""Archives as no honest program writes them: what stands before a part and what the directory says can differ."""

import struct
import zlib
from dataclasses import dataclass, replace
from typing import Any

from docgen.word.package import DOCUMENT, read_package
from tests.word.small import package, paragraph

SOUND = read_package(package(paragraph("Kế hoạch")))
_LOCAL, _CENTRAL, _END = "<4s5H3L2H", "<4s6H3L5H2L", "<4s4H2LH"
_VERSION, _TIME, _DAY = 20, 0, 33


@dataclass(frozen=True)
class Member:
    """A part of an archive. What is not stated is as an honest program writes it."""

    name: str
    data: bytes = b""
    method: int = 8
    flags: int = 0x800
    disk: int = 0
    packed: bytes | None = None
    size: int | None = None
    packed_size: int | None = None
    crc: int | None = None
    offset: int | None = None
    local_name: str | None = None
    local_method: int | None = None
    local_size: int | None = None


def zipped(*members: Member) -> bytes:
    """The archive of these parts."""
    body, directory = bytearray(), bytearray()
    for member in map(_completed, members):
        offset = len(body) if member.offset is None else member.offset
        body += _before(member) + (member.packed or b"")
        directory += _in_directory(member, offset)
    end = struct.pack(_END, b"PK\5\6", 0, 0, len(members), len(members), len(directory), len(body), 0)
    return bytes(body + directory + end)


def sound_with(*others: Member, **changes: Any) -> bytes:
    """A sound .docx and other parts; `changes` are made to the part with the text."""
    parts = [Member(name, data) for name, data in SOUND.items()]
    return zipped(*(replace(part, **changes) if part.name == DOCUMENT else part for part in parts), *others)


def deflated(data: bytes) -> bytes:
    """Packed as Word packs."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return deflate.compress(data) + deflate.flush()


def _completed(member: Member) -> Member:
    packed = member.packed if member.packed is not None else deflated(member.data) if member.method else member.data
    size = len(member.data) if member.size is None else member.size
    return replace(
        member,
        packed=packed,
        size=size,
        packed_size=len(packed) if member.packed_size is None else member.packed_size,
        crc=zlib.crc32(member.data) if member.crc is None else member.crc,
        local_name=member.name if member.local_name is None else member.local_name,
        local_method=member.method if member.local_method is None else member.local_method,
        local_size=size if member.local_size is None else member.local_size,
    )


def _before(member: Member) -> bytes:
    name = (member.local_name or "").encode("utf-8")
    lengths = (member.crc, member.packed_size, member.local_size, len(name), 0)
    return struct.pack(_LOCAL, b"PK\3\4", _VERSION, member.flags, member.local_method, _TIME, _DAY, *lengths) + name


def _in_directory(member: Member, offset: int) -> bytes:
    name = member.name.encode("utf-8")
    shared = (_VERSION, _VERSION, member.flags, member.method, _TIME, _DAY, member.crc, member.packed_size, member.size)
    return struct.pack(_CENTRAL, b"PK\1\2", *shared, len(name), 0, 0, member.disk, 0, 0, offset) + name
