"""What users write: every field declared once with three names.

The attribute is the English name, `alias` the Vietnamese key in YAML and templates, `title` the Vietnamese label.
A type that reads more than one way of writing says so as a JSON Schema, for editors: what YAML 1.2 makes of the text.
"""

import datetime
import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, WithJsonSchema

from docgen.vietnamese import parse_date

TRUE_WORDS = ("true", "có", "co", "yes")
FALSE_WORDS = ("false", "không", "khong", "no")
# Plain digits only: neither 1e999 nor NaN; «1.000» could be one or a thousand, so a point never stands before three.
_NUMBER = re.compile(r"\d{1,9}(?:,\d{1,6}|\.(?!\d{3}$)\d{1,6})?", re.ASCII)
_WHOLE = re.compile(r"\d{1,9}", re.ASCII)


class Entry(BaseModel):
    """A record written by a person: unknown keys are refused, nothing changes after loading.

    Its checks are built when something is read: a run on remembered data needs none.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


def _date(value: object) -> object:
    return parse_date(value) if isinstance(value, str) else value


def _number(value: object) -> object:
    if not isinstance(value, str):
        return value
    figure = value.strip().removesuffix("%").strip()
    if not _NUMBER.fullmatch(figure):
        raise ValueError(f"«{value[:40]}» không phải là một số.")
    return Decimal(figure.replace(",", "."))


def _flag(value: object) -> object:
    if isinstance(value, str) and value.lower() in TRUE_WORDS + FALSE_WORDS:
        return value.lower() in TRUE_WORDS
    if isinstance(value, str):
        raise ValueError(f"«{value}» phải là true hoặc false.")
    return value


def _whole(value: object) -> object:
    if not isinstance(value, str):
        return value
    if not _WHOLE.fullmatch(value.strip()):
        raise ValueError(f"«{value[:40]}» không phải là một số nguyên.")
    return int(value)


def _reasons(value: Any) -> object:
    """`true` stands for «the whole unit»; a list names the fields or says why."""
    if isinstance(value, str):
        if value.lower() in FALSE_WORDS:
            return []
        return ["đơn vị"] if value.lower() in TRUE_WORDS else [value]
    return value


_TEXT = {"type": ["string", "number"]}  # words; a figure among them needs no quotes
_ANY_CASE = "|".join("".join(f"[{letter}{letter.upper()}]" for letter in word) for word in TRUE_WORDS + FALSE_WORDS)
_FIGURE = r"^\s*\d{1,9}(,\d{1,6}|\.\d{1,2}|\.\d{4,6})?\s*%?\s*$"

Date = Annotated[
    datetime.date,
    BeforeValidator(_date),
    WithJsonSchema({"type": "string", "pattern": r"^\s*\d{1,2}/\d{1,2}/\d{4}\s*$"}),
]
Number = Annotated[
    Decimal,
    BeforeValidator(_number),
    WithJsonSchema({"type": ["number", "string"], "minimum": 0, "pattern": _FIGURE}),
]
Flag = Annotated[
    bool,
    BeforeValidator(_flag),
    WithJsonSchema({"type": ["boolean", "string"], "pattern": f"^({_ANY_CASE})$"}),
]
Whole = Annotated[
    int,
    BeforeValidator(_whole),
    WithJsonSchema({"type": ["integer", "string"], "minimum": 0, "pattern": r"^\s*\d{1,9}\s*$"}),
]
Reasons = Annotated[
    tuple[str, ...],
    BeforeValidator(_reasons),
    WithJsonSchema({"type": ["boolean", "array", *_TEXT["type"]], "items": _TEXT}),
]
