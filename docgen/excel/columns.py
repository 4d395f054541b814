"""Columns of a sheet, made from the fields of a record: header, meaning, and what a cell of it holds."""

import datetime
import types
import typing
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from pydantic.fields import FieldInfo

from docgen.model.entry import Entry
from docgen.vietnamese import to_nfc

Sort = Literal["text", "list", "date", "number", "whole", "flag"]
BETWEEN = ": "  # «Chỉ tiêu riêng: chuyen-mon» in a header, `chi_tieu.chuyen-mon` as its key
_SORTS: dict[type, Sort] = {datetime.date: "date", Decimal: "number", int: "whole", bool: "flag"}
_SPACED = "don_vi_tinh"  # written right behind a figure: «' năm'» begins with a space that is meant


@dataclass(frozen=True)
class Column:
    """One column: `path` leads to the value inside a record, `choices` are all a cell may say, when they are fixed."""

    path: tuple[str, ...]
    title: str
    sort: Sort = "text"
    meaning: str = ""
    choices: tuple[str, ...] = ()
    required: bool = False

    @property
    def key(self) -> str:
        """The name without marks, as a column of a .csv has it."""
        return ".".join(self.path)

    @property
    def spaced(self) -> bool:
        """Whether a space at the beginning is meant."""
        return self.key == _SPACED


def columns_of(record: type[Entry], inner: Mapping[str, Iterable[str]] | None = None) -> list[Column]:
    """Columns of a record's own values; `inner` names the keys of its mappings, a column each.

    Records inside a record by the dozen have sheets of their own; a single one lends its fields.
    """
    own = list(record.__annotations__)  # what a record says of itself stands before what it has in common with others
    fields = sorted(record.model_fields.items(), key=lambda item: item[0] not in own)
    return [column for _, field in fields for column in _of_field(field, inner or {})]


def _of_field(field: FieldInfo, inner: Mapping[str, Iterable[str]]) -> Iterator[Column]:
    key, title = str(field.alias), field.title or ""
    annotation = bare(field.annotation)
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        for column in columns_of(annotation):
            yield Column((key, *column.path), column.title, column.sort, column.meaning, (), column.required)
    elif origin is dict and not _is_record(arguments[1]):
        yield from (inner_column(field, name) for name in inner.get(key, ()))
    elif origin is tuple and not _is_record(arguments[0]):
        yield Column((key,), title, "list", field.description or "", (), field.is_required())
    elif origin not in (dict, tuple):
        choices = tuple(map(str, arguments)) if origin is Literal else ()
        yield Column((key,), title, _sort(annotation), field.description or "", choices, field.is_required())


def inner_column(field: FieldInfo, name: str) -> Column:
    """The column of one key of a mapping."""
    title = f"{field.title}{BETWEEN}{name}"
    value = typing.get_args(bare(field.annotation))[1]
    return Column((str(field.alias), name), title, _sort(bare(value)), field.description or "")


def mappings_of(record: type[Entry]) -> list[FieldInfo]:
    """Fields whose keys people choose, a plain value each."""
    fields = ((field, bare(field.annotation)) for field in record.model_fields.values())
    return [
        field for field, kind in fields if typing.get_origin(kind) is dict and not _is_record(typing.get_args(kind)[1])
    ]


def named(title: str, known: Iterable[Column], record: type[Entry]) -> Column | None:
    """The column a header means, by its title or its key; a new key of a mapping makes a new column."""
    wanted = folded(title)
    for column in known:
        if wanted in (folded(column.title), folded(column.key)):
            return column
    for field in mappings_of(record):
        for start in (f"{field.title}{BETWEEN.rstrip()}", f"{field.alias}."):
            if wanted.startswith(folded(start)) and (name := to_nfc(title).strip()[len(start) :].strip()):
                return inner_column(field, name)
    return None


def folded(title: str) -> str:
    """A header or the name of a sheet as two of them are the same."""
    return " ".join(to_nfc(title).casefold().split())


def bare(annotation: Any) -> Any:
    """`X | None` → `X`, without what pydantic is told besides."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in (typing.Union, types.UnionType):
        return bare(next(inner for inner in arguments if inner is not type(None)))
    return bare(arguments[0]) if origin is typing.Annotated else annotation


def _sort(annotation: Any) -> Sort:
    return _SORTS.get(annotation, "text")


def _is_record(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Entry)
