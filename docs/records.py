"""What the models say of themselves, in a clerk's words: the keys of every record, their types and notes."""

import datetime
import types
import typing
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Literal, Union

from pydantic.fields import FieldInfo

from docgen.model import form, form_parts, form_values, plan, unit, waiver
from docgen.model.entry import Entry
from docgen.model.form_values import Rule
from docgen.model.plan import Duty
from docs.notes import CHOICES, FILES, NOTES, RECORDS

HEADER = ("Khóa", "Tên", "Bắt buộc", "Kiểu", "Ghi chú")


def rows(record: type[Entry]) -> Iterator[tuple[str, ...]]:
    """A row a key. Raises LookupError for a note on a key that is gone."""
    fields = {str(field.alias): field for field in record.model_fields.values()}
    for key, field in fields.items():
        required = "có" if field.is_required() else ""
        yield f"`{key}`", field.title or "", required, _type_of(field.annotation), note_on(record, field)
    if gone := set(NOTES.get(record, {})) - set(fields):
        raise LookupError(f"{record.__name__} has no key {', '.join(sorted(gone))}")


def note_on(record: type[Entry], field: FieldInfo) -> str:
    """Everything a clerk is told of a key besides its name and type."""
    note = NOTES.get(record, {}).get(str(field.alias), "")
    return " ".join(filter(None, (field.description, note, _limits(field))))


def _limits(field: FieldInfo) -> str:
    """The default and the choices, with what each means."""
    choices = [f"`{choice}` {CHOICES[choice]}" for choice in _choices(field.annotation) if choice in CHOICES]
    positive = "Từ 1 trở lên." if any(getattr(limit, "gt", None) == 0 for limit in field.metadata) else ""
    meaning = "; ".join(choices) + "." if choices else ""
    given = isinstance(field.default, str | bool)
    default = str(field.default).lower() if isinstance(field.default, bool) else field.default
    return " ".join(filter(None, (meaning, positive, f"Bỏ trống: `{default}`." if given else "")))


def _choices(annotation: Any) -> tuple[str, ...]:
    if typing.get_origin(annotation) is Literal:
        return typing.get_args(annotation)
    return next((found for inner in typing.get_args(annotation) if (found := _choices(inner))), ())


_PLAIN = {str: "chữ", datetime.date: "ngày", Decimal: "số", int: "số nguyên", bool: "true/false"}


def _type_of(annotation: Any) -> str:
    """A type in a clerk's words."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _type_of(arguments[0])
    if origin in (Union, types.UnionType):
        return _type_of(next(argument for argument in arguments if argument is not type(None)))
    if origin is Literal:
        return "một trong " + ", ".join(f"`{choice}`" for choice in arguments)
    if origin is tuple:
        return f"danh sách {_type_of(arguments[0])}"
    if origin is dict:
        return f"bảng mã: {_type_of(arguments[1])}"
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return _record_type(annotation)
    return "chữ, số hoặc true/false" if annotation is object else _PLAIN[annotation]


def _record_type(record: type[Entry]) -> str:
    if issubclass(record, Rule):
        title = RECORDS.get(record, RECORDS[Rule])[0]
        return f"{_type_of(record.model_fields['value'].annotation)}, [kèm căn cứ](#{_anchor(title)})"
    title = RECORDS[record][0]
    return f"[{title}](#{_anchor(title)})"


def _anchor(title: str) -> str:
    return title.lower().replace(" ", "-")


def records_without_section() -> list[str]:
    """Records of the model that the page forgets."""
    shown = {record for _, _, records in FILES for record in records}
    return [
        record.__name__
        for module in (unit, plan, form, form_parts, form_values, waiver)
        for record in vars(module).values()
        if isinstance(record, type) and issubclass(record, Entry) and record.__module__ == module.__name__
        if record not in shown and record is not Duty and Rule not in record.__bases__
    ]
