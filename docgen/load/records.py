"""Plain data → a record of the model; every fault of the record becomes a Problem at its place."""

import typing
from collections.abc import Callable
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from docgen.load.nodes import Path, Source
from docgen.model.entry import Entry
from docgen.vietnamese import did_you_mean

Record = TypeVar("Record", bound=Entry)


def read_record(model: type[Record], data: Any, source: Source, path: Path = ()) -> Record | None:
    """One record, or None with its faults noted in `source`. A blank value means: not given."""
    data = _without_blanks(data)
    if not isinstance(data, dict):
        source.fault("data.shape", path, "Chỗ này phải là một nhóm khóa: giá trị.", "Xem tệp mẫu của «docgen init».")
        return None
    try:
        return model.model_validate(data)
    except ValidationError as invalid:
        for error in invalid.errors():
            _note(error, model, source, path)
        return None


def _without_blanks(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _without_blanks(value) for key, value in data.items() if value is not None}
    if isinstance(data, list):
        return [_without_blanks(value) for value in data]
    return data


def _note(error: ErrorDetails, model: type[Entry], source: Source, base: Path) -> None:
    location = tuple(part for part in error["loc"] if part != "[key]")
    message, remedy = _SENTENCES.get(error["type"], _other)(error, _field(model, location))
    source.fault(_CODES.get(error["type"], "data.value"), (*base, *location), message, remedy)


class _Field(typing.NamedTuple):
    key: str
    label: str
    siblings: tuple[str, ...]


def _field(model: type[BaseModel], location: tuple[str | int, ...]) -> _Field:
    """Key, Vietnamese label and sibling keys of the field an error is about."""
    current: type[BaseModel] | None = model
    label = ""
    siblings: tuple[str, ...] = ()
    for part in location:
        if current is None:
            continue
        siblings = tuple(str(info.alias) for info in current.model_fields.values())
        found = next((info for info in current.model_fields.values() if info.alias == part), None)
        if found is None and part in siblings:
            break
        if found is not None:
            label, current = found.title or "", _record_inside(found.annotation)
        elif isinstance(part, str) and location[-1] == part:
            label = ""
    return _Field(str(location[-1]) if location else "", label, siblings)


def _record_inside(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((inner for arg in typing.get_args(annotation) if (inner := _record_inside(arg))), None)


def _named(field: _Field) -> str:
    return f"«{field.key}» ({field.label})" if field.label else f"«{field.key}»"


def _missing(error: ErrorDetails, field: _Field) -> tuple[str, str]:
    return f"Thiếu {_named(field)}.", f"Thêm dòng «{field.key}: …»."


def _unknown(error: ErrorDetails, field: _Field) -> tuple[str, str]:
    return f"Không có khóa «{field.key}».", did_you_mean(field.key, field.siblings)


def _own_words(error: ErrorDetails, field: _Field) -> tuple[str, str]:
    remedy = "Ghi ngày/tháng/năm, năm đủ bốn chữ số, ví dụ 15/7/2023." if "gày «" in error["msg"] else _REMEDY
    if "là ngày" in error["msg"]:
        remedy = "Ghi ngày/tháng/năm, năm đủ bốn chữ số, ví dụ 15/7/2023."
    return f"{_named(field)}: {error['msg'].removeprefix('Value error, ')}", remedy


def _choice(error: ErrorDetails, field: _Field) -> tuple[str, str]:
    options = [word.strip("'") for word in error["ctx"]["expected"].replace(" or ", ", ").split(", ")]
    return f"{_named(field)}: giá trị «{error['input']}» không được dùng.", did_you_mean(str(error["input"]), options)


def _pattern(error: ErrorDetails, field: _Field) -> tuple[str, str]:
    return (
        f"{_named(field)}: «{error['input']}» viết sai dạng.",
        "Mã đơn vị viết thường không dấu, nối bằng gạch; mã mục như II.3.2.",
    )


def _blank(error: ErrorDetails, field: _Field) -> tuple[str, str]:
    return f"{_named(field)} để trống.", "Điền giá trị."


def _shape(error: ErrorDetails, field: _Field) -> tuple[str, str]:
    return f"{_named(field)}: giá trị đặt sai kiểu.", "Xem cách viết khóa này trong tệp mẫu của «docgen init»."


def _other(error: ErrorDetails, field: _Field) -> tuple[str, str]:
    return f"{_named(field)}: giá trị «{error['input']}» không hợp lệ.", _REMEDY


_REMEDY = "Sửa giá trị theo bảng khóa trong docs/du-lieu.md."
_Sentence = Callable[[ErrorDetails, _Field], tuple[str, str]]
_SENTENCES: dict[str, _Sentence] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "value_error": _own_words,
    "literal_error": _choice,
    "string_pattern_mismatch": _pattern,
    "string_too_short": _blank,
    "too_short": _blank,
    "string_type": _shape,
    "dict_type": _shape,
    "tuple_type": _shape,
    "model_type": _shape,
}
_CODES = {"missing": "data.missing", "extra_forbidden": "data.unknown_key"}
