"""The guard before every read: the archive is judged by its directory, then each part is inflated within its word.

Limits taken from thousands of real files: reliability.md, section 5.
"""

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from docgen.word.archive import DEFLATED, Entry
from docgen.word.refusals import Unreadable

MAX_FILE = 100_000_000
MAX_ENTRIES = 5_000
MAX_EXPANDED = 200_000_000
MAX_XML_PART = 64_000_000
MAX_MARKS = 600_000  # beginnings and ends of elements, attributes: 420 MB when read. Most of 333 real files: 113 000
MAX_RATIO = 500
_RATIO_FROM = 1 << 20

_STORED = 0
_ENCRYPTED, _NAME_IS_UTF8 = 0x1 | 0x40, 0x800  # flags
_LOCAL = struct.Struct("<4s2xHH8xLL2H")  # signature, flags, method, packed, size, lengths of name and extra field
_LEFT_OPEN = (0, 0xFFFFFFFF)  # a size told after the data, or in the extra field
_OUTSIDE = re.compile(r"/|\.\.(/|$)|.*/\.\.(/|$)|[a-z]:|.*\0", re.IGNORECASE | re.DOTALL)
_NO_ARCHIVE = (zipfile.BadZipFile, struct.error, ValueError, NotImplementedError, OverflowError)


def admitted(content: bytes) -> dict[str, Entry]:
    """Bytes of an archive → its parts by name as they lie, nothing inflated. Raises Unreadable."""
    if len(content) > MAX_FILE:
        raise Unreadable("docx.file_size", limit=f"{MAX_FILE // 1_000_000}")
    if content.count(b"PK\1\2") > MAX_ENTRIES:  # before the directory becomes objects, however many it says it has
        raise Unreadable("docx.entries", limit=f"{MAX_ENTRIES}")
    listed, end = _directory(content)
    files = [entry for entry in listed if not entry.is_dir()]
    _check_names(files)
    _check_storage(files)
    _check_sizes(files)
    places = {entry.header_offset: _place(entry, content) for entry in listed}
    _check_overlap(listed, places, end)
    return {
        entry.filename: Entry(
            entry.CRC, entry.file_size, entry.compress_type, content[slice(*places[entry.header_offset])]
        )
        for entry in files
    }


def _directory(content: bytes) -> tuple[list[zipfile.ZipInfo], int]:
    """Entries as the directory at the end lists them, and where it begins."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return archive.infolist(), archive.start_dir
    except _NO_ARCHIVE:
        cut = content.startswith(b"PK\3\4") and b"PK\5\6" not in content
        raise Unreadable("docx.truncated" if cut else "docx.broken") from None


def _check_names(files: Iterable[zipfile.ZipInfo]) -> None:
    """Names may not lead outside, nor be twins for a reader that folds case, `\\` or doubled slashes."""
    names = {entry: entry.orig_filename.replace("\\", "/") for entry in files}
    _refuse_any("docx.name", names, lambda entry: bool(_OUTSIDE.match(names[entry])))
    folded = {entry: posixpath.normpath(name).casefold() for entry, name in names.items()}
    times = Counter(folded.values())
    _refuse_any("docx.duplicate", folded, lambda entry: times[folded[entry]] > 1)


def _check_storage(files: Iterable[zipfile.ZipInfo]) -> None:
    if any(entry.flag_bits & _ENCRYPTED for entry in files):
        raise Unreadable("docx.encrypted")
    if any(entry.volume for entry in files):
        raise Unreadable("docx.multi_disk")
    _refuse_any("docx.method", files, lambda entry: entry.compress_type not in (_STORED, DEFLATED))


def _check_sizes(files: Iterable[zipfile.ZipInfo]) -> None:
    if sum(entry.file_size for entry in files) > MAX_EXPANDED:
        raise Unreadable("docx.size", limit=f"{MAX_EXPANDED // 1_000_000}")
    _refuse_any("docx.part_size", files, lambda entry: is_xml(entry.filename) and entry.file_size > MAX_XML_PART)
    _refuse_any("docx.bomb", files, _too_dense)


def _too_dense(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > _RATIO_FROM and entry.file_size > MAX_RATIO * max(entry.compress_size, 1)


def _refuse_any(code: str, files: Iterable[zipfile.ZipInfo], is_wrong: Callable[[zipfile.ZipInfo], bool]) -> None:
    for entry in files:
        if is_wrong(entry):
            raise Unreadable(code, part=entry.filename)


def _place(entry: zipfile.ZipInfo, content: bytes) -> tuple[int, int]:
    """Where the packed bytes of an entry begin and end. What stands before them must say the same as the directory."""
    if not 0 <= entry.header_offset <= len(content) - _LOCAL.size:
        raise Unreadable("docx.broken")
    signature, flags, method, packed, size, name, extra = _LOCAL.unpack_from(content, entry.header_offset)
    if signature != b"PK\3\4":
        raise Unreadable("docx.broken")
    name_at = entry.header_offset + _LOCAL.size
    same_name = content[name_at : name_at + name] == _encoded_name(entry)
    same_sizes = packed in (*_LEFT_OPEN, entry.compress_size) and size in (*_LEFT_OPEN, entry.file_size)
    if not same_name or not same_sizes or method != entry.compress_type or (flags ^ entry.flag_bits) & _ENCRYPTED:
        raise Unreadable("docx.mismatch", part=entry.filename)
    start = name_at + name + extra
    return start, start + entry.compress_size


def _encoded_name(entry: zipfile.ZipInfo) -> bytes:
    return entry.orig_filename.encode("utf-8" if entry.flag_bits & _NAME_IS_UTF8 else "cp437")


def _check_overlap(listed: Iterable[zipfile.ZipInfo], places: Mapping[int, tuple[int, int]], end: int) -> None:
    """No byte belongs to two entries: CPython looks for this only since 3.11.8 (CVE-2024-0450)."""
    before = 0
    for entry in sorted(listed, key=lambda entry: entry.header_offset):
        stop = places[entry.header_offset][1]
        if entry.header_offset < before or stop > end:
            raise Unreadable("docx.overlap", part=entry.filename)
        before = stop


def inflated(name: str, entry: Entry) -> bytes:
    """The bytes of a part: one more than it says it has are never made. Raises Unreadable."""
    data = _unpacked(entry)
    if len(data) > entry.size:
        raise Unreadable("docx.false_size", part=name)
    if len(data) < entry.size or zlib.crc32(data) != entry.crc:
        raise Unreadable("docx.broken")
    return data


def _unpacked(entry: Entry) -> bytes:
    if entry.method == _STORED:
        return entry.packed
    try:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(entry.packed, entry.size + 1)
    except zlib.error:
        raise Unreadable("docx.broken") from None


def is_xml(name: str) -> bool:
    """Whether the name of a part says it is XML."""
    return name.lower().endswith((".xml", ".rels"))


def check_xml(parts: Mapping[str, bytes]) -> None:
    """What no parser is to meet: declarations of entities in any encoding, more elements than memory holds."""
    marks = 0
    for name, data in parts.items():
        if is_xml(name):
            if b"<!DOCTYPE" in data or (b"\0" in data and b"<!DOCTYPE" in data.replace(b"\0", b"")):
                raise Unreadable("docx.doctype", part=name)
            marks += data.count(b"<") + data.count(b"/>") + data.count(b"=")
    if marks > MAX_MARKS:
        raise Unreadable("docx.markup", limit=f"{MAX_MARKS:,}".replace(",", "."))
