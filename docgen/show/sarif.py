"""SARIF 2.1.0: what code review tools and their servers read."""

import hashlib
import os
import re
from collections import Counter
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

from docgen.check.catalogue import EVERY
from docgen.check.rule import Rule
from docgen.check.waivers import known_as
from docgen.model.checked import Checked, CheckedFile
from docgen.model.finding import Finding
from docgen.problems import Problem
from docgen.show.finding_json import place
from docgen.show.finding_words import cited

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "docgenFinding/v1"
_LEVELS = {"error": "error", "warning": "warning", "hint": "note"}
_BLANK = re.compile(r"\{\w+\}")


def sarif(checked: Checked, base: Path) -> dict[str, Any]:
    """One run; files are named relative to `base`."""
    index = {rule.code: number for number, rule in enumerate(EVERY)}
    faults = (*checked.refused, *checked.problems)
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {"name": "docgen", "version": version("docgen"), "rules": [_rule(rule) for rule in EVERY]}
                },
                "language": "vi",
                "columnKind": "unicodeCodePoints",
                "results": [result for file in checked.all for result in _results(file, index, base)],
                "invocations": [
                    {
                        "executionSuccessful": not checked.refused,
                        "exitCode": checked.exit_code,
                        "toolExecutionNotifications": [_notification(fault, base) for fault in faults],
                    }
                ],
            }
        ],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": _BLANK.sub("…", rule.message.vi)},
        "fullDescription": {"text": " ".join(rule.about.split())},
        "help": {"text": _BLANK.sub("…", rule.remedy.vi)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"serves": list(rule.serves)},
    }


def _results(file: CheckedFile, index: dict[str, int], base: Path) -> Iterator[dict[str, Any]]:
    """Equal findings of one file are told apart by their order."""
    seen: Counter[tuple[str, ...]] = Counter()
    for finding in file.findings:
        known = known_as(file.file, finding)
        seen[known] += 1
        digest = hashlib.sha256("\x1f".join([*known, str(seen[known])]).encode("utf-8")).hexdigest()
        result = _result(file, finding, base)
        if finding.code in index:
            result["ruleIndex"] = index[finding.code]
        yield {**result, "partialFingerprints": {FINGERPRINT: digest}}


def _result(file: CheckedFile, finding: Finding, base: Path) -> dict[str, Any]:
    facts = {"confidence": finding.confidence, "expected": finding.expected, "found": finding.found}
    return {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message.vi} {finding.remedy.vi}{cited(finding)}"},
        "locations": [_location(file.file, finding, base)],
        "properties": {**facts, "serves": list(finding.rules), "place": place(finding.place)},
    }


def _location(file: str, finding: Finding, base: Path) -> dict[str, Any]:
    location: dict[str, Any] = _file_location(file, base)
    if finding.place.path:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.place.path, "kind": "element"}]
    return location


def _file_location(file: str, base: Path) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(file, base)}}}


def _uri(file: str, base: Path) -> str:
    """Relative and percent-encoded; a file of another drive keeps its own name."""
    try:
        return quote(Path(os.path.relpath(base / file, base)).as_posix())
    except ValueError:
        return Path(file).as_uri()


def _notification(fault: Problem, base: Path) -> dict[str, Any]:
    return {
        "level": _LEVELS[fault.severity],
        "descriptor": {"id": fault.code},
        "message": {"text": f"{fault.message} {fault.remedy}"},
        "locations": [_file_location(fault.place.file, base)],
    }
