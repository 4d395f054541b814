"""Shapes `diff` and `diff of folders` of the contract."""

from typing import Any

from docgen.model.change import Change, Comparison
from docgen.model.compared import Pair, PairedSet
from docgen.show import as_json


def pair(compared: Pair) -> dict[str, Any]:
    """Two papers; a redline that does not hold stands under `problems`."""
    assert compared.comparison is not None  # what is refused is told as a problem
    comparison = compared.comparison
    return {
        "schema": "docgen/diff/1",
        "old": compared.old,
        "new": compared.new,
        "verdict": comparison.verdict,
        "changes": [_change(change) for change in comparison.changes],
        "noise": dict(comparison.noise),
        "not_compared": [said.vi for said in comparison.not_compared],
        "problems": as_json.problems(compared.unproved),
    }


def pairs(compared: PairedSet) -> dict[str, Any]:
    """Two folders: what units share, what one alone changed, and every pair with its verdict."""
    return {
        "schema": "docgen/diff-set/1",
        "groups": [{"units": list(group.units), "change": _change(group.change)} for group in compared.groups],
        "singles": [{"unit": single.unit, "change": _change(single.change)} for single in compared.singles],
        "unpaired": list(compared.unpaired),
        "pairs": [_told(one, comparison) for one, comparison in compared.compared],
        "not_compared": [said.vi for said in compared.not_compared],
        "problems": as_json.problems(compared.problems),
    }


def _told(one: Pair, comparison: Comparison) -> dict[str, Any]:
    return {
        "unit": one.unit, "old": one.old, "new": one.new, "verdict": comparison.verdict,
        "changes": len(comparison.changes), "noise": dict(comparison.noise),
    }  # fmt: skip


def _change(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind, "type": change.type, "severity": change.severity, "path": change.path, "old": change.old,
        "new": change.new, "message": change.message.vi, "move": change.move or None,
    }  # fmt: skip
