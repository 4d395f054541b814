"""A paper as docgen reads it: components of form, tree of the body, effective look, provenance where it is known."""

import datetime
import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from docgen.model.document import BODY_ROLES, Document
from docgen.model.form import Form, System, form_in_force
from docgen.model.reading import Reading
from docgen.problems import Place, Problem
from docgen.word.read import read_docx
from docgen.word.refusals import Unreadable
from docgen.workspace.folder import Refused, read_file

_DATE = re.compile(r"(?:ngày\s*(\d+))?\s*tháng\s*(\d+)?\s*năm\s*(\d{4})")


def outline(path: Path, forms: Mapping[str, Form]) -> Reading:
    """Read one .docx. Raises Refused with one sentence when it is none."""
    content = read_file(path, str(path))
    try:
        reading = read_docx(content)
    except Unreadable as unreadable:
        raise Refused(Problem(Place(str(path)), unreadable.code, unreadable.message, unreadable.remedy)) from None
    document = replace(reading.document, form=form_of(reading.document, forms))
    return replace(reading, document=_with_items(document, path))


def form_of(document: Document, forms: Mapping[str, Form]) -> str:
    """The guidance of the paper's system in force on its date; empty when the paper does not say."""
    day = _day_of(document)
    form = form_in_force(forms.values(), day, _system_of(document, forms)) if day else None
    return form.id if form else ""


def _day_of(document: Document) -> datetime.date | None:
    found = _DATE.search(document.text_of("place_date"))
    if not found:
        return None
    try:
        return datetime.date(int(found[3]), int(found[2] or 1), int(found[1] or 1))
    except ValueError:
        return None


def _system_of(document: Document, forms: Mapping[str, Form]) -> System:
    """Whose paper it is: the Party's, unless the first title that stands in it is another's."""
    titles = {_letters(form.title_text.value): form.system for form in forms.values()}
    lines = (_letters(block.text) for block in document.blocks)
    return next((titles[title] for line in lines for title in titles if title in line), "dang")


def _letters(text: str) -> str:
    """Letters without marks, so that HOÀ and HÒA are one; capitals stay, as the body may name the Republic."""
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if letter.isalpha())


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
