"""Pages of HTML: one file each, offline; every value is escaped."""

import marshal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.workspace.cache import remembered

if TYPE_CHECKING:
    from jinja2 import Template


@cache
def page(name: str) -> "Template":
    """The page of a file beside this one; its code is kept between runs."""
    from jinja2 import Environment, Template

    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    key = f"{name}\0{text}".encode()
    code = remembered(key, lambda: marshal.dumps(environment.compile(text)))
    return Template.from_code(environment, marshal.loads(code), environment.make_globals(None))
