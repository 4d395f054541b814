"""What is wrong with a value of a record, in one Vietnamese sentence, and how to mend it in another."""

import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from pydantic_core import ErrorDetails

from docgen.vietnamese import did_you_mean

Sentence = tuple[str, str]


class Field(NamedTuple):
    """The field an error is about: its key, its label, the keys beside it."""

    key: str
    label: str
    siblings: tuple[str, ...]

    def __str__(self) -> str:
        return f"«{self.key}» ({self.label})" if self.label else f"«{self.key}»"


def sentence_of(error: ErrorDetails, field: Field, given: bool) -> Sentence:
    """Message and remedy; `given` when the key is there and its value is blank."""
    if error["type"] == "missing":
        return _missing(field, given)
    if isinstance(error["input"], (dict, list)) and error["type"] not in (*_SENTENCES, "value_error"):
        return _one_value(error, field)
    return _SENTENCES.get(error["type"], _other)(error, field)


def _missing(field: Field, given: bool) -> Sentence:
    if given:
        return f"{field} để trống.", f"Điền giá trị sau «{field.key}:»."
    return f"Thiếu {field}.", f"Thêm dòng «{field.key}: …»."


def _said(error: ErrorDetails) -> str:
    return str(error["input"])[:60]


def _unknown(error: ErrorDetails, field: Field) -> Sentence:
    return f"Không có khóa «{field.key}».", did_you_mean(field.key, field.siblings)


# How to mend what the model itself says is wrong.
_REMEDIES = (
    (r"một số nguyên", "Ghi một số nguyên từ 1, ví dụ 5."),
    (r"một số", "Ghi một số, ví dụ 5 hoặc 5,5."),
    (r"[Nn]gày «|là ngày", "Ghi ngày/tháng/năm, năm đủ bốn chữ số, ví dụ 15/7/2023."),
    (r"true hoặc false", "Ghi true hoặc false."),
    (r"quyet_dinh hoặc nhu", "Ghi quyet_dinh: giu, sua, giao hoặc bo; hay nhu: và mã một loại đơn vị."),
    (r"phải ghi (\w+)\.", r"Thêm dòng «\1: …»."),
    (r"đúng một trong", "Giữ một cách ghi thời hạn, ghi cho đủ và bỏ các cách khác."),
)


def _own_words(error: ErrorDetails, field: Field) -> Sentence:
    said = error["msg"].removeprefix("Value error, ")
    for pattern, remedy in _REMEDIES:
        found = re.search(pattern, said)
        if found:
            return f"{field}: {said}", found.expand(remedy)
    return f"{field}: {said}", _REMEDY


def _choice(error: ErrorDetails, field: Field) -> Sentence:
    options = [word.strip("'") for word in error["ctx"]["expected"].replace(" or ", ", ").split(", ")]
    if not isinstance(error["input"], str):
        return f"{field}: giá trị đặt sai kiểu.", f"Ghi một trong: {', '.join(options)}."
    return f"{field}: giá trị «{_said(error)}» không được dùng.", did_you_mean(error["input"], options)


def _pattern(error: ErrorDetails, field: Field) -> Sentence:
    message = f"{field}: «{_said(error)}» viết sai dạng."
    if "IVX" in error["ctx"]["pattern"]:
        return message, "Viết mã mục như II, II.3, II.3.2 hoặc II.5.p2."
    return message, f"Viết thường không dấu, nối bằng gạch, ví dụ «{plain_id(_said(error)) or 'than-uyen'}»."


def plain_id(text: str) -> str:
    """`Than Uyên` → `than-uyen`."""
    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")


def _blank(error: ErrorDetails, field: Field) -> Sentence:
    return f"{field} để trống.", f"Điền giá trị sau «{field.key}:»."


def _one_value(error: ErrorDetails, field: Field) -> Sentence:
    return f"{field}: giá trị đặt sai kiểu.", "Ghi một giá trị trên cùng dòng, không dùng danh sách hay khóa con."


def _keys(error: ErrorDetails, field: Field) -> Sentence:
    return f"{field}: giá trị đặt sai kiểu.", f"Xuống dòng sau «{field.key}:», viết các «khóa: giá trị» thụt vào."


def _list(error: ErrorDetails, field: Field) -> Sentence:
    return f"{field}: giá trị đặt sai kiểu.", "Viết thành danh sách: [một, hai], hoặc mỗi dòng một «- …»."


def _too_small(error: ErrorDetails, field: Field) -> Sentence:
    return f"{field}: «{_said(error)}» phải lớn hơn {error['ctx']['gt']}.", "Ghi một số nguyên từ 1, ví dụ 5."


def _other(error: ErrorDetails, field: Field) -> Sentence:
    return f"{field}: giá trị «{_said(error)}» không hợp lệ.", _REMEDY


_REMEDY = "Sửa giá trị theo bảng khóa trong docs/du-lieu.md."
_SENTENCES: dict[str, Callable[[ErrorDetails, Field], Sentence]] = {
    "extra_forbidden": _unknown,
    "value_error": _own_words,
    "literal_error": _choice,
    "string_pattern_mismatch": _pattern,
    "string_too_short": _blank,
    "too_short": _blank,
    "string_type": _one_value,
    "dict_type": _keys,
    "model_type": _keys,
    "tuple_type": _list,
    "greater_than": _too_small,
}
