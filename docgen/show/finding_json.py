"""Shape `check` of the contract."""

from typing import Any

from docgen.model.checked import Checked, CheckedFile
from docgen.model.copied import Copied
from docgen.model.finding import Finding, Spot
from docgen.show import as_json


def check(checked: Checked) -> dict[str, Any]:
    """Every file with its findings; what concerns the papers of a folder together stands under `sets`."""
    return {
        "schema": "docgen/check/1",
        "files": [_file(file) for file in checked.files],
        "sets": [_set(folder) for folder in checked.sets],
        "copies": [_copy(copied) for copied in checked.copies],
        "counts": checked.counts,
        "recorded": checked.recorded,
        "problems": as_json.problems(checked.problems),
    }


def _file(file: CheckedFile) -> dict[str, Any]:
    return {
        "file": file.file,
        "form": file.form or None,
        "refused": file.refused.as_json() if file.refused else None,
        "findings": [_finding(finding) for finding in file.findings],
        "known": file.known,
        "waived": file.waived,
    }


def _set(folder: CheckedFile) -> dict[str, Any]:
    return {"folder": folder.file, "findings": [_finding(finding) for finding in folder.findings]}


def _copy(copied: Copied) -> dict[str, Any]:
    return {
        "file": copied.file,
        "annotated": copied.annotated or None,
        "fixed": copied.fixed or None,
        "mended": copied.mended,
        "left": copied.left,
        "problem": copied.problem.as_json() if copied.problem else None,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "rules": list(finding.rules),
        "severity": finding.severity,
        "confidence": finding.confidence,
        "place": place(finding.place),
        "expected": finding.expected,
        "found": finding.found,
        "message": finding.message.vi,
        "remedy": finding.remedy.vi,
        "clause": finding.clause,
    }


def place(spot: Spot) -> dict[str, Any]:
    """Where in a paper."""
    return {
        "part": spot.part, "section": spot.section, "path": spot.path, "paragraph": spot.paragraph,
        "snippet": spot.snippet,
    }  # fmt: skip
