"""The floor, what filling cannot cost less than: one Jinja render, one fast deflate, parts copied as they lie.

No check, no guard, no header or footer with tags: a yardstick, not an engine.
"""

import io
import struct
import zipfile
from collections.abc import Mapping
from typing import Any

from docxtpl import DocxTemplate
from isal import isal_zlib
from jinja2 import Environment

_DOCUMENT = "word/document.xml"
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION, _DEFLATED, _DATE = 20, 8, 33
_LEVEL, _RAW = 2, -15


class Floor:
    """A template compiled once."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            self._copied, self._listed = _copied(content, archive)
            self._count = len(archive.infolist())
            xml = archive.read(_DOCUMENT).decode("utf-8")
        patched = DocxTemplate(io.BytesIO(content)).patch_xml(xml)
        self._render = Environment(autoescape=True).from_string(patched).render

    def fill(self, values: Mapping[str, Any]) -> bytes:
        """One paper."""
        data = self._render(values).encode("utf-8")
        packed = isal_zlib.compress(data, _LEVEL, wbits=_RAW)
        sizes = (isal_zlib.crc32(data), len(packed), len(data))
        listed = self._listed + _central(_DOCUMENT, sizes, len(self._copied))
        body = self._copied + _local(_DOCUMENT, sizes) + packed
        end = _END.pack(b"PK\5\6", 0, 0, self._count, self._count, len(listed), len(body), 0)
        return body + listed + end


def _copied(content: bytes, archive: zipfile.ZipFile) -> tuple[bytes, bytes]:
    """Every other part as it lies, and its lines of the central directory."""
    copied, listed = b"", b""
    for entry in archive.infolist():
        if entry.filename != _DOCUMENT:
            sizes = (entry.CRC, entry.compress_size, entry.file_size)
            listed += _central(entry.filename, sizes, len(copied))
            name_length, extra_length = struct.unpack_from("<2H", content, entry.header_offset + 26)
            start = entry.header_offset + _LOCAL.size + name_length + extra_length
            copied += _local(entry.filename, sizes) + content[start : start + entry.compress_size]
    return copied, listed


def _local(name: str, sizes: tuple[int, int, int]) -> bytes:
    return _LOCAL.pack(b"PK\3\4", _VERSION, 0, _DEFLATED, 0, _DATE, *sizes, len(name), 0) + name.encode()


def _central(name: str, sizes: tuple[int, int, int], offset: int) -> bytes:
    fixed = (b"PK\1\2", _VERSION, _VERSION, 0, _DEFLATED, 0, _DATE)
    return _CENTRAL.pack(*fixed, *sizes, len(name), 0, 0, 0, 0, 0, offset) + name.encode()
