"""What every data file goes through, whatever its shape: UTF-8, no forbidden characters, NFC."""

from docgen.load.source import Path, Source
from docgen.problems import Place, Problem
from docgen.vietnamese import forbidden_character, to_nfc

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_NAMES = {"U+0009": "dấu Tab", "U+000A": "dấu xuống dòng"}
_NOTEPAD = "Mở bằng Notepad, chọn Save As, mục Encoding chọn UTF-8, rồi lưu."
_EXCEL = "Mở bằng Excel, chọn Save As, kiểu «CSV UTF-8 (Comma delimited)», rồi lưu."
_MILLION = 1_000_000


def decoded(content: bytes, source: Source, most: int) -> str | None:
    """The text of a file of at most `most` bytes, or None with the fault noted."""
    if len(content) > most:
        message = f"Tệp lớn hơn {most // _MILLION} MB."
        source.fault("yaml.size", (), message, "Chia nhỏ tệp hoặc bỏ phần thừa.")
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        saved = "UTF-16 («Unicode» của Notepad)" if content.startswith(_UTF16) else "bảng mã khác"
        message = f"Tệp không phải là văn bản UTF-8, có lẽ lưu bằng {saved}."
        remedy = _EXCEL if source.file.endswith(".csv") else _NOTEPAD
        source.fault("yaml.encoding", (), message, remedy, Place(source.file, line, 1))
        return None


def clean(text: str, source: Source, path: Path) -> str | None:
    """A value as the model gets it: composed letters; None with the fault noted when a character is forbidden."""
    bad = forbidden_character(text)
    if bad:
        message = f"Giá trị có ký tự không được phép ({_NAMES.get(bad, bad)})."
        source.fault("value.character", path, message, "Xóa ký tự đó; mỗi giá trị viết trên một dòng.")
        return None
    normal = to_nfc(text)
    if normal != text:
        message = f"«{normal[:40]}» gõ bằng dấu rời (NFD); đã đưa về dấu dựng sẵn (NFC)."
        remedy = "Không phải sửa; nên gõ bằng bảng mã Unicode dựng sẵn."
        source.note(path, Problem(source.place(*path), "value.nfd", message, remedy, "hint"))
    return normal
