"""Plain data → a record of the model; every fault of the record becomes a Problem at its place."""

import types
import typing
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from docgen.load.sentences import Field, sentence_of
from docgen.load.source import Path, Source
from docgen.model.entry import Entry
from docgen.vietnamese import nearest

Record = TypeVar("Record", bound=Entry)
_CODES = {"missing": "data.missing", "extra_forbidden": "data.unknown_key"}


def read_record(model: type[Record], data: Any, source: Source, path: Path = ()) -> Record | None:
    """One record, or None with its faults noted in `source`. A blank value means: not given."""
    data = given(data, model)
    if not isinstance(data, dict):
        if not source.faulted(path):
            remedy = "Viết mỗi dòng một «khóa: giá trị», như tệp mẫu của «docgen init»."
            source.fault("data.shape", path, "Chỗ này phải là một nhóm khóa: giá trị.", remedy)
        return None
    try:
        record = model.model_validate(data)
    except ValidationError as invalid:
        for location, error in _primary(invalid, source, path):
            _note(error, location, model, source, path)
        return None
    return record


def given(value: Any, annotation: Any) -> Any:
    """A value without its blank keys; a blank key nobody knows stays, to be refused."""
    if isinstance(value, list):
        return [given(item, annotation) for item in value]
    if not isinstance(value, dict):
        return value
    record = _record_inside(annotation)
    if record is None or (record is not annotation and typing.get_origin(_bare(annotation)) is dict):
        return {key: given(inner, record) for key, inner in value.items() if inner is not None}
    fields = {info.alias: info.annotation for info in record.model_fields.values()}
    return {
        key: given(inner, fields.get(key)) for key, inner in value.items() if inner is not None or key not in fields
    }


def _bare(annotation: Any) -> Any:
    """`X | None` → `X`."""
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        return next(inner for inner in typing.get_args(annotation) if inner is not type(None))
    return annotation


def _primary(invalid: ValidationError, source: Source, base: Path) -> list[tuple[Path, ErrorDetails]]:
    """Faults a person made: without those that only follow from another one, or from a value refused in reading."""
    found = [(tuple(part for part in error["loc"] if part != "[key]"), error) for error in invalid.errors()]
    told = [location for location, _ in found]
    missing = [location for location, error in found if error["type"] == "missing"]
    meant = {
        (
            *location[:-1],
            nearest(str(location[-1]), [str(other[-1]) for other in missing if other[:-1] == location[:-1]]),
        )
        for location, error in found
        if error["type"] == "extra_forbidden"
    }
    return [
        (location, error)
        for location, error in found
        if not source.faulted((*base, *location))
        and not any(other != location and other[: len(location)] == location for other in told)
        and not (location in missing and (location in meant or _key_was_refused(source, (*base, *location[:-1]))))
    ]  # fmt: skip


def _key_was_refused(source: Source, mapping: Path) -> bool:
    return any(path == mapping and problem.code == "yaml.key" for path, problem in source.notes)


def _note(error: ErrorDetails, location: Path, model: type[Entry], source: Source, base: Path) -> None:
    path = (*base, *location)
    message, remedy = sentence_of(error, _field(model, location), given=path in source.places)
    if error["type"] == "missing" and source.place(*path).sheet:
        remedy = "Điền giá trị vào ô này."
    at = source.key_place(*path) if error["type"] == "extra_forbidden" else None
    source.fault(_CODES.get(error["type"], "data.value"), path, message, remedy, at)


def _field(model: type[BaseModel], location: Path) -> Field:
    """Key, Vietnamese label and sibling keys of the field an error is about."""
    current: type[BaseModel] | None = model
    label = ""
    siblings: tuple[str, ...] = ()
    for part in location:
        if current is None:
            continue
        siblings = tuple(str(info.alias) for info in current.model_fields.values())
        found = next((info for info in current.model_fields.values() if info.alias == part), None)
        if found is not None:
            label, current = found.title or "", _record_inside(found.annotation)
        elif part == location[-1]:
            label = ""
    return Field(str(location[-1]) if location else "", label, siblings)


def _record_inside(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((inner for arg in typing.get_args(annotation) if (inner := _record_inside(arg))), None)
