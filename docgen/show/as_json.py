"""The JSON shapes of the contract."""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Protocol

from docgen.model.coverage import Added, Cell, Coverage
from docgen.model.document import Block, Document, paths
from docgen.problems import Problem

COMPONENTS = (
    "title", "superior", "issuer", "number", "place_date", "kind", "subject", "authority", "position", "signer",
    "recipients_label",
)  # fmt: skip


class _Letters(Protocol):
    @property
    def size(self) -> float: ...
    @property
    def bold(self) -> bool: ...
    @property
    def italic(self) -> bool: ...
    @property
    def underline(self) -> bool: ...


def text_of(content: Mapping[str, Any]) -> str:
    """One document for stdout."""
    return json.dumps(content, ensure_ascii=False, indent=1)


def coverage(matrix: Coverage) -> str:
    """Shape `coverage`, a line a cell; the units' own items stand under `added`."""
    named = zip(matrix.columns, matrix.covered, strict=True)
    units = [{"id": column, "name": name} for (column, name), paper in named if not paper.cells[0].kind]
    items = [{"id": item, "text": text} for item, text in matrix.items]
    added = [_added(own) for paper in matrix.covered for own in paper.added]
    fields = {
        "schema": _text("docgen/coverage/1"),
        "plan": _text(matrix.plan),
        "items": _list(map(_any, items)),
        "units": _list(map(_any, units)),
        "cells": _list(_cell(cell) for paper in matrix.covered for cell in paper.cells),
        "added": _list(map(_any, added)),
    }
    return "{" + ",\n".join(f'"{name}": {value}' for name, value in fields.items()) + "}"


def _any(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


_text = lru_cache(maxsize=8192)(_any)  # the same words stand in the cells of many units


def _cell(cell: Cell) -> str:
    whose = f'"kind": {_text(cell.kind)}' if cell.kind else f'"unit": {_text(cell.unit)}'
    return (
        f'{{"item": {_text(cell.item)}, {whose}, "decision": {_text(cell.decision)}, "reason": {_text(cell.reason)}, '
        f'"text": {_text(cell.text)}, "du_kien": {"true" if cell.drafting else "false"}}}'
    )


def _added(added: Added) -> dict[str, Any]:
    return {
        "unit": added.unit, "item": added.item, "after": added.after, "text": added.text,
        "chua_xac_nhan": list(added.unconfirmed),
    }  # fmt: skip


def _list(values: Iterable[str]) -> str:
    return "[" + ",\n".join(values) + "]"


def outline(
    file: str, document: Document, page: Mapping[str, float], looks: Mapping[Any, _Letters], number: _Letters | None
) -> dict[str, Any]:
    """Shape `outline`."""
    components: dict[str, Any] = {
        role: _component(" ".join(block.text for block in document.blocks if block.role == role), looks[role])
        for role in COMPONENTS
        if role in looks
    }
    recipients = [block.text for block in document.of("recipient")]
    if recipients and "recipient" in looks:
        components["recipients"] = _component("\n".join(recipients), looks["recipient"])
    if number is not None:
        components["page_number"] = _component("PAGE", number)
    return {
        "schema": "docgen/outline/1",
        "file": file,
        "form": document.form or None,
        "page": dict(page),
        "components": components,
        "blocks": [_block(block, path) for block, path in zip(document.blocks, paths(document.blocks), strict=True)],
    }


def _component(text: str, letters: _Letters) -> dict[str, Any]:
    return {
        "text": text, "size_pt": letters.size, "bold": letters.bold, "italic": letters.italic,
        "underline": letters.underline,
    }  # fmt: skip


def _block(block: Block, path: str) -> dict[str, Any]:
    shape: dict[str, Any] = {
        "role": block.role, "level": block.level, "number": block.number, "text": block.text, "path": path,
        "item": block.item, "decision": block.decision,
    }  # fmt: skip
    if block.rows:
        shape["rows"] = [list(row) for row in block.rows]
    return shape


def problems(found: Sequence[Problem]) -> list[dict[str, object]]:
    """Problems in order."""
    return [problem.as_json() for problem in found]
