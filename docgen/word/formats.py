"""What a file is when it is no .docx, told from its first bytes or its names: a clerk is told which file was taken."""

from collections.abc import Iterable

from docgen.word.refusals import Unreadable

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ARCHIVE = b"PK"
_FIRST_BYTES = {
    b"{\\rtf": "tệp RTF",
    b"%PDF": "tệp PDF",
    b"<?xml": "tệp XML",
    b"<!DOCTYPE": "trang web (HTML)",
    b"<html": "trang web (HTML)",
    b"\x89PNG": "tệp ảnh",
    b"\xff\xd8\xff": "tệp ảnh",
    b"Rar!": "tệp nén RAR",
    b"7z\xbc\xaf": "tệp nén 7z",
}
_OLE_STREAMS = {
    "Workbook": "bảng tính Excel",
    "Book": "bảng tính Excel",
    "PowerPoint Document": "bản trình chiếu PowerPoint",
}
_FIRST_NAMES = {
    "xl/": "bảng tính Excel",
    "ppt/": "bản trình chiếu PowerPoint",
    "visio/": "bản vẽ Visio",
    "META-INF/manifest.xml": "tệp OpenDocument (.odt, .ods)",
    "META-INF/container.xml": "sách điện tử EPUB",
}


def refuse_other_formats(content: bytes) -> None:
    """Raises Unreadable for whatever is no archive at all."""
    if not content:
        raise Unreadable("docx.empty")
    if content.startswith(_OLE):
        raise _refused_ole(content)
    if not content.startswith(_ARCHIVE):
        start = content[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
        kind = next((kind for first, kind in _FIRST_BYTES.items() if start.lower().startswith(first.lower())), None)
        raise Unreadable("docx.not_word", kind=kind) if kind else Unreadable("docx.broken")


def _refused_ole(content: bytes) -> Unreadable:
    """A container of Office 97: the streams in it are named in UTF-16."""
    if _names_stream(content, "EncryptedPackage"):
        return Unreadable("docx.encrypted")
    if not _names_stream(content, "WordDocument"):
        kind = next((kind for name, kind in _OLE_STREAMS.items() if _names_stream(content, name)), None)
        if kind:
            return Unreadable("docx.not_word", kind=kind)
    return Unreadable("docx.legacy")


def _names_stream(content: bytes, name: str) -> bool:
    return f"{name}\0".encode("utf-16-le") in content


def kind_of_archive(names: Iterable[str]) -> str | None:
    """What an archive is that has no Word text in it; None for a Word file that lost its main part."""
    names = list(names)
    for first, kind in _FIRST_NAMES.items():
        if any(name.startswith(first) for name in names):
            return kind
    return None if any(name.startswith("word/") for name in names) else "tệp nén (.zip)"
