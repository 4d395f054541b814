"""A paper as docgen reads it: components of form, tree of the body, effective look, provenance where it is known."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from docgen.check.fit import day_of, form_of
from docgen.model.document import BODY_ROLES, Document
from docgen.model.form import Form
from docgen.model.reading import Reading
from docgen.problems import Place, Problem
from docgen.word.read import read_docx
from docgen.word.refusals import Unreadable
from docgen.workspace.folder import Refused, read_file


def outline(path: Path, forms: Mapping[str, Form]) -> Reading:
    """Read one .docx. Raises Refused with one sentence when it is none."""
    content = read_file(path, str(path))
    try:
        reading = read_docx(content)
    except Unreadable as unreadable:
        raise Refused(Problem(Place(str(path)), unreadable.code, unreadable.message, unreadable.remedy)) from None
    document = replace(reading.document, form=shown_form(reading, forms))
    return replace(reading, document=_with_items(document, path))


def shown_form(reading: Reading, forms: Mapping[str, Form]) -> str:
    """The form the paper follows, in force on the day it states; empty when it states none, or one of another time."""
    form, day = form_of(reading, forms), day_of(reading)
    return form.id if form and day and form.in_force_on(day) else ""


@dataclass(frozen=True)
class _Origin:
    item: str
    decision: str


def _with_items(document: Document, path: Path) -> Document:
    """Items of a paper we built: the coverage beside it tells which words came from where."""
    origins = _origins(path)
    blocks = []
    for block in document.blocks:
        origin = origins.get(block.text) if block.role in (*BODY_ROLES, "subject") else None
        blocks.append(replace(block, item=origin.item, decision=origin.decision) if origin else block)
    return replace(document, blocks=tuple(blocks))


def _origins(path: Path) -> dict[str, _Origin]:
    try:
        coverage = json.loads((path.parent / "coverage.json").read_text(encoding="utf-8"))
        cells = [cell for cell in coverage["cells"] if cell["unit"] == path.stem]
        added = [cell for cell in coverage["added"] if cell["unit"] == path.stem]
        known = {cell["text"]: _Origin(cell["item"], cell["decision"]) for cell in cells if cell["text"]}
        return known | {cell["text"]: _Origin(cell["item"], "sua") for cell in added}
    except (OSError, ValueError, KeyError, TypeError):
        return {}
