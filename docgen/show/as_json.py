"""The JSON shapes of the contract."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from docgen.model.coverage import Coverage
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


def coverage(matrix: Coverage) -> dict[str, Any]:
    """Shape `coverage`, with the units' own items under `added`."""
    return {
        "schema": "docgen/coverage/1",
        "plan": matrix.plan,
        "items": [{"id": item, "text": text} for item, text in matrix.items],
        "units": [{"id": unit, "name": name} for unit, name in matrix.units],
        "cells": [
            {
                "item": cell.item, "unit": cell.unit, "decision": cell.decision, "reason": cell.reason,
                "text": cell.text, "du_kien": cell.drafting,
            }
            for cell in matrix.cells
        ],
        "added": [
            {
                "unit": added.unit, "item": added.item, "after": added.after, "text": added.text,
                "chua_xac_nhan": list(added.unconfirmed),
            }
            for added in matrix.added
        ],
    }  # fmt: skip


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
