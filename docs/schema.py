"""data/luoc-do/*.json: what a data file may hold, for editors that help while one types. Made from the models.

A file asks for its schema in its first line (`# yaml-language-server: $schema=…`). docgen itself never reads one: it
says more, in sentences. So a schema refuses nothing that docgen takes; rules over several keys are only told.
"""

import json
import re
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core import core_schema

from docgen.load.kinds import KINDS
from docgen.load.registry import UNITS
from docgen.model.entry import Entry
from docgen.model.form import Form
from docgen.model.form_values import Rule
from docgen.model.plan import Plan
from docgen.model.unit import Kind, Unit
from docgen.model.waiver import Waiver
from docs.notes import FILES, RECORDS
from docs.records import note_on

FOLDER = Path(__file__).parents[1] / "data/luoc-do"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_LINK = re.compile(r"\[([^]]+)\]\([^)]+\)")
_SAID = {file: words for file, words, _ in FILES}


def schemas() -> dict[str, str]:
    """Every schema by its file in `data/luoc-do/`."""
    shapes = {
        "don-vi": ("data/don-vi.yaml", _under(UNITS, Unit)),
        "loai-don-vi": ("data/loai-don-vi.yaml", _under(KINDS, Kind)),
        "ke-hoach": ("data/ke-hoach/<mã>.yaml", _record(Plan)),
        "the-thuc": ("data/the-thuc/<mã>.yaml", _record(Form)),
        "mien-kiem-tra": ("data/mien-kiem-tra.yaml", {**_list_of(Waiver), "type": ["array", "null"]}),
    }
    return {f"{name}.json": _text(file, shape) for name, (file, shape) in shapes.items()}


def _text(file: str, shape: JsonSchemaValue) -> str:
    head = {"$schema": _DIALECT, "title": file, "description": _plain(_SAID[file])}
    return json.dumps({**head, **shape}, ensure_ascii=False, indent=1) + "\n"


def _record(record: type[Entry]) -> JsonSchemaValue:
    _, shape = models_json_schema([(record, "validation")], schema_generator=_InVietnamese)
    return {"$ref": f"#/$defs/{record.__name__}", "$defs": shape["$defs"]}


def _list_of(record: type[Entry]) -> JsonSchemaValue:
    shape = _record(record)
    return {"type": "array", "items": {"$ref": shape["$ref"]}, "$defs": shape["$defs"]}


def _under(key: str, record: type[Entry]) -> JsonSchemaValue:
    """The one list of a file below the one key of the file."""
    shape = _list_of(record)
    entries = {"type": "array", "items": shape["items"], "minItems": 1, "title": RECORDS[record][0]}
    only = {"type": "object", "properties": {key: entries}, "required": [key], "additionalProperties": False}
    return {**only, "$defs": shape["$defs"]}


def _plain(words: str) -> str:
    """A note without the links of the page it is also shown on."""
    return _LINK.sub(r"\1", words)


class _InVietnamese(GenerateJsonSchema):
    """The models as pydantic tells them, in a clerk's words; a blank value means: not given."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """A record with its title, and every key with its note."""
        record = schema["cls"]
        shape = super().model_schema(schema)
        shape["title"], sentence = RECORDS.get(record, RECORDS[Rule])
        shape["description"] = _plain(sentence)
        for field in record.model_fields.values():
            told = shape["properties"][str(field.alias)]
            told["title"] = field.title  # pydantic leaves it out of a key that holds a record
            told.pop("description", None)
            if note := note_on(record, field):
                told["description"] = _plain(note)
        return shape

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Words; a figure among them needs no quotes."""
        return {**super().str_schema(schema), "type": ["string", "number"]}

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Names with values, any of which may be left blank."""
        shape = super().dict_schema(schema)
        if "additionalProperties" in shape:
            shape["additionalProperties"] = _or_blank(shape["additionalProperties"])
        return shape

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """A key that may be left out may be left blank."""
        return _or_blank(self.generate_inner(schema["schema"]))


def _or_blank(shape: JsonSchemaValue) -> dict[str, Any]:
    blank = {"type": "null"}
    if blank in shape.get("anyOf", ()):
        return shape
    return {"anyOf": [shape, blank]}
