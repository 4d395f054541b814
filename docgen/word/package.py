"""A .docx as its parts, read behind a guard and written the same way every time."""

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import TYPE_CHECKING

from docgen.word.archive import CONTENT_TYPES, DEFLATED, Entry, assemble, deflated

if TYPE_CHECKING:
    from lxml import etree

DOCUMENT = "word/document.xml"

# Limits taken from thousands of real files: reliability.md, section 5.
MAX_ENTRIES = 5_000
MAX_EXPANDED = 200_000_000
MAX_XML_PART = 64_000_000
MAX_RATIO = 500
_RATIO_FROM = 1 << 20

_DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
_LOCAL_LENGTHS_AT, _LOCAL_LENGTHS = 26, struct.Struct("<2H")  # of name and extra field, in a local header
_OLE = b"\xd0\xcf\x11\xe0"


class Unreadable(Exception):
    """A file that is no readable .docx; the code and the two sentences go to the user."""

    def __init__(self, code: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.code, self.message, self.remedy = code, message, remedy


def read_package(content: bytes) -> dict[str, bytes]:
    """Bytes of a .docx → parts by name. Raises Unreadable for anything else, before anything is parsed."""
    if content.startswith(_OLE):
        raise Unreadable(
            "docx.legacy", "Tệp .doc kiểu cũ hoặc tệp có mật khẩu.", "Mở trong Word, bỏ mật khẩu, lưu thành .docx."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = _inflate(archive)
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, NotImplementedError, RuntimeError):
        raise Unreadable(
            "docx.broken", "Tệp không phải .docx hoặc đã hỏng.", "Mở trong Word rồi lưu lại thành .docx."
        ) from None
    _refuse_unsafe(parts)
    return parts


def _inflate(archive: zipfile.ZipFile) -> dict[str, bytes]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    names = [entry.filename.replace("\\", "/").lower() for entry in entries]
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_EXPANDED:
        raise Unreadable("docx.size", "Tệp lớn quá mức khi giải nén.", "Bớt hình ảnh và đối tượng nhúng rồi lưu lại.")
    if len(set(names)) < len(names):
        raise Unreadable("docx.duplicate", "Tệp có hai phần trùng tên.", "Mở trong Word rồi lưu lại thành tệp mới.")
    parts = {}
    for entry in entries:
        if entry.file_size > _RATIO_FROM and entry.file_size > MAX_RATIO * max(entry.compress_size, 1):
            raise Unreadable("docx.bomb", "Tệp nén bất thường.", "Chỉ dùng tệp do Word lưu.")
        with archive.open(entry) as stream:
            parts[entry.filename] = stream.read(entry.file_size + 1)
        if len(parts[entry.filename]) != entry.file_size:
            raise Unreadable("docx.broken", "Tệp ghi sai cỡ các phần.", "Mở trong Word rồi lưu lại thành .docx.")
    return parts


def _refuse_unsafe(parts: Mapping[str, bytes]) -> None:
    for name, data in parts.items():
        if name.endswith((".xml", ".rels")):
            if len(data) > MAX_XML_PART:
                raise Unreadable("docx.size", f"Phần {name} quá lớn.", "Chia văn bản thành nhiều tệp.")
            if _DOCTYPE.search(data) or _DOCTYPE.search(data.replace(b"\x00", b"")):
                raise Unreadable("docx.doctype", f"Phần {name} có khai báo DOCTYPE.", "Chỉ dùng tệp do Word lưu.")
    types, main = parts.get(CONTENT_TYPES, b""), parts.get(main_part(parts))
    if not types or main is None:
        message, remedy = "Tệp không phải là văn bản Word (.docx).", "Mở trong Word rồi lưu thành .docx."
        raise Unreadable("docx.not_word", message, remedy)
    if b"macroEnabled" in types:
        raise Unreadable("docx.macro", "Tệp có macro (.docm).", "Lưu lại thành .docx không macro.")
    if b"purl.oclc.org/ooxml" in main:
        message, remedy = "Tệp lưu theo dạng Strict Open XML.", "Trong Word chọn Save As, kiểu Word Document (.docx)."
        raise Unreadable("docx.strict", message, remedy)


def main_part(parts: Mapping[str, bytes]) -> str:
    """The part with the body: `word/document.xml`, or what the package says it is (Word on the web numbers it)."""
    relationships = parts.get("_rels/.rels")
    for relation in parse_part(relationships, "_rels/.rels") if relationships else ():
        if relation.get("Type", "").endswith("/officeDocument"):
            return posixpath.normpath(relation.get("Target", "")).lstrip("/")
    return DOCUMENT


def parse_part(data: bytes, name: str = DOCUMENT) -> "etree._Element":
    """XML of one part: no entities, no network, no recovery. Raises Unreadable."""
    from lxml import etree  # heavy: filling a template parses nothing

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        raise Unreadable(
            "docx.xml", f"Phần {name} không phải XML đúng.", "Mở trong Word rồi lưu lại thành .docx."
        ) from None


def packed_parts(content: bytes) -> dict[str, Entry]:
    """A package `read_package` has let through → its parts by name, compressed as they lie."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        return {entry.filename: _as_it_lies(archive, entry, content) for entry in entries}


def _as_it_lies(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, content: bytes) -> Entry:
    if entry.compress_type not in (zipfile.ZIP_STORED, DEFLATED):
        return deflated(archive.read(entry))  # Word reads no other method
    name, extra = _LOCAL_LENGTHS.unpack_from(content, entry.header_offset + _LOCAL_LENGTHS_AT)
    start = entry.header_offset + _LOCAL_LENGTHS_AT + _LOCAL_LENGTHS.size + name + extra
    return Entry(entry.CRC, entry.file_size, entry.compress_type, content[start : start + entry.compress_size])


def write_package(parts: Mapping[str, bytes]) -> bytes:
    """Parts → bytes of a .docx: content types first, fixed times, so that the same parts give the same bytes."""
    return assemble({name: deflated(data) for name, data in parts.items()})
