"""The shapes of the contract, key by key."""

from docgen.show import diff_json
from tests.show.changes import PAIR, SET

CHANGE_KEYS = ["kind", "type", "severity", "path", "old", "new", "message", "move"]


def test_two_papers() -> None:
    shape = diff_json.pair(PAIR)
    first = shape.pop("changes")
    assert shape == {
        "schema": "docgen/diff/1", "old": "cũ/than-uyen.docx", "new": "mới/than-uyen.docx", "verdict": "substantive",
        "noise": {"tone": 36, "space": 2}, "not_compared": ["hình ảnh"], "problems": [],
    }  # fmt: skip
    assert [list(change) for change in first] == [CHANGE_KEYS] * 5
    assert first[0] == {
        "kind": "replace", "type": "deadline", "severity": "high", "path": "II.4", "old": "15/7/2023",
        "new": "31/7/2023", "message": "Thời hạn II.4: 15/7/2023 → 31/7/2023, lùi 16 ngày.", "move": None,
    }  # fmt: skip
    assert [change["move"] for change in first] == [None, None, 1, None, None]


def test_two_folders() -> None:
    shape = diff_json.pairs(SET)
    assert shape["schema"] == "docgen/diff-set/1"
    assert [(one["units"], one["change"]["type"]) for one in shape["groups"]] == [
        (["than-uyen", "tan-uyen"], "deadline")
    ]
    assert [(one["unit"], one["change"]["type"]) for one in shape["singles"]] == [
        ("than-uyen", "wording"), ("than-uyen", "format"),
    ]  # fmt: skip
    assert shape["unpaired"] == ["mới/la.docx"]
    assert [(one["unit"], one["verdict"], one["changes"]) for one in shape["pairs"]] == [
        ("than-uyen", "substantive", 5), ("tan-uyen", "same", 0),
    ]  # fmt: skip
    assert [problem["code"] for problem in shape["problems"]] == ["docx.broken"]
