"""What users write: every field declared once with three names.

The attribute is the English name, `alias` the Vietnamese key in YAML and templates, `title` the Vietnamese label.
"""

import datetime
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict

from docgen.vietnamese import parse_date

TRUE_WORDS = ("true", "có", "co", "yes")
FALSE_WORDS = ("false", "không", "khong", "no")


class Entry(BaseModel):
    """A record written by a person: unknown keys are refused, nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _date(value: object) -> object:
    return parse_date(value) if isinstance(value, str) else value


def _number(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return Decimal(value.strip().removesuffix("%").strip().replace(",", "."))
    except InvalidOperation:
        raise ValueError(f"«{value}» không phải là một số.") from None


def _flag(value: object) -> object:
    if isinstance(value, str) and value.lower() in TRUE_WORDS + FALSE_WORDS:
        return value.lower() in TRUE_WORDS
    if isinstance(value, str):
        raise ValueError(f"«{value}» phải là true hoặc false.")
    return value


def _whole(value: object) -> object:
    if isinstance(value, str) and not value.strip().isdecimal():
        raise ValueError(f"«{value}» không phải là một số nguyên.")
    return int(value) if isinstance(value, str) else value


def _reasons(value: Any) -> object:
    """`true` stands for «the whole unit»; a list names the fields or says why."""
    if isinstance(value, str):
        if value.lower() in FALSE_WORDS:
            return []
        return ["đơn vị"] if value.lower() in TRUE_WORDS else [value]
    return value


Date = Annotated[datetime.date, BeforeValidator(_date)]
Number = Annotated[Decimal, BeforeValidator(_number)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Whole = Annotated[int, BeforeValidator(_whole)]
Reasons = Annotated[tuple[str, ...], BeforeValidator(_reasons)]
