"""The two shapes for machines: the contract's own, and SARIF."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from docgen.check.catalogue import EVERY
from docgen.model.checked import Checked
from docgen.show.finding_json import check
from docgen.show.sarif import FINGERPRINT, sarif
from tests.show.findings import CHECKED


def test_the_shape_of_the_contract() -> None:
    shape = check(CHECKED)
    assert json.loads(json.dumps(shape)) == shape
    assert shape["schema"] == "docgen/check/1"
    assert shape["counts"] == {
        "files": 3, "clean": 1, "refused": 1, "error": 2, "warning": 1, "hint": 2, "known": 2, "waived": 1,
    }  # fmt: skip
    assert shape["files"][0]["findings"][3] == {
        "code": "number.hyphens", "rules": ["N2"], "severity": "warning", "confidence": 0.8,
        "place": {
            "part": "word/document.xml", "section": 1, "path": "number", "paragraph": 4, "snippet": "Số 05 - KH/HU",
        },
        "expected": "", "found": "", "message": "Gạch nối có dấu cách.", "remedy": "Bỏ dấu cách.", "clause": "",
    }  # fmt: skip
    assert shape["files"][2]["refused"]["code"] == "docx.broken" and shape["files"][2]["form"] is None


def run_of(checked: Checked, base: Path = Path("/cơ quan")) -> dict[str, Any]:
    shape = sarif(checked, base)
    assert shape["version"] == "2.1.0" and shape["$schema"].startswith("https://docs.oasis-open.org/sarif/")
    (run,) = shape["runs"]
    return dict(run)


def test_sarif_tells_every_rule_with_its_level_and_sentences() -> None:
    rules = run_of(CHECKED)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in EVERY]
    for rule in rules:
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
        assert rule["shortDescription"]["text"] and rule["fullDescription"]["text"] and "{" not in rule["help"]["text"]


def test_sarif_results_point_at_their_rule_and_place() -> None:
    run = run_of(CHECKED)
    results = run["results"]
    assert [(result["ruleId"], result["level"]) for result in results] == [
        ("body.gap", "note"), ("body.gap", "error"), ("body.gap", "note"), ("number.hyphens", "warning"),
        ("page.margins", "error"),
    ]  # fmt: skip
    margins = results[-1]
    assert run["tool"]["driver"]["rules"][margins["ruleIndex"]]["id"] == "page.margins"
    assert margins["message"]["text"].endswith("Đặt lề phải 15 mm. (HD 36, mục II.1)")
    assert results[0]["locations"][0]["logicalLocations"] == [{"fullyQualifiedName": "II.4", "kind": "element"}]


def test_sarif_names_files_relative_and_encoded() -> None:
    (location,) = run_of(CHECKED)["results"][0]["locations"]
    uri = location["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii() and " " not in uri and unquote(uri) == "bản nộp/a 1.docx"


def test_sarif_tells_what_could_not_be_read() -> None:
    (invocation,) = run_of(CHECKED)["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 1)
    (told,) = invocation["toolExecutionNotifications"]
    assert told["descriptor"] == {"id": "docx.broken"} and told["level"] == "error"


def test_sarif_fingerprints_are_different_and_stay() -> None:
    def prints(checked: Checked) -> list[str]:
        return [result["partialFingerprints"][FINGERPRINT] for result in run_of(checked)["results"]]

    twice = Checked((*CHECKED.files[:1], CHECKED.files[0].__class__("c.docx", findings=CHECKED.files[0].findings * 2)))
    assert len(set(prints(twice))) == 15
    assert prints(twice)[:5] == prints(CHECKED)
