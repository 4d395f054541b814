"""The coverage matrix has no empty cell, and says why."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SHARED

VERBS = {"giu", "sua", "giao", "bo"}


@pytest.fixture(scope="module")
def coverage(built: Path) -> Any:
    return json.loads((built / "coverage.json").read_text(encoding="utf-8"))


def test_every_item_and_unit_has_a_cell(coverage: Any) -> None:
    items = [item["id"] for item in coverage["items"]]
    units = [unit["id"] for unit in coverage["units"]]
    assert len(items) == 32 and len(units) == 28
    cells = {(cell["item"], cell["unit"]): cell for cell in coverage["cells"]}
    assert set(cells) == {(item, unit) for item in items for unit in units}
    for cell in coverage["cells"]:
        assert cell["decision"] in VERBS
        assert cell["reason"] if cell["decision"] == "bo" else cell["text"]


def test_binding_items_are_dropped_by_nobody(coverage: Any) -> None:
    dropped = {cell["item"] for cell in coverage["cells"] if cell["decision"] == "bo"}
    assert not dropped & {"mo-dau", "III.1", "III.2", "III.3", "III.4"}


def test_assignments_are_marked_as_made_when_drafting(coverage: Any) -> None:
    for cell in coverage["cells"]:
        assert cell["du_kien"] == (cell["decision"] == "giao")


def test_the_province_keeps_every_item(coverage: Any) -> None:
    assert {cell["decision"] for cell in coverage["cells"] if cell["unit"] == "tinh-uy"} == {"giu"}


def test_the_units_own_items_are_told(coverage: Any) -> None:
    assert {(own["unit"], own["item"]) for own in coverage["added"]} == {
        ("than-uyen", "than-uyen-1"), ("than-uyen", "than-uyen-2"), ("sin-ho", "sin-ho-1"), ("sin-ho", "sin-ho-2"),
    }  # fmt: skip


@pytest.mark.skipif(not SHARED.exists(), reason="the seed lies beside the checkout")
def test_every_sentence_of_the_seed_is_in_an_item(coverage: Any) -> None:
    seed = (
        (SHARED / "seed/000_1acab1495c7d4788.txt")
        .read_text(encoding="utf-8")
        .replace("*", "")
        .replace("II-NH", "II- NH")
    )
    body = seed[seed.index("Thực hiện Kết luận") : seed.index("Nơi nhận:")]
    sentences = [sentence for sentence in " ".join(body.split()).replace("...", "…").split(". ") if len(sentence) > 3]
    items = " ".join(item["text"] for item in coverage["items"]).replace("...", "…")
    missing = [sentence for sentence in sentences if _bare(sentence) not in items]
    assert missing == []


def _bare(sentence: str) -> str:
    """A sentence without what stands between two items: numbers, headings, dashes."""
    for cut in (" - ", " 1", " 2", " 3", " 4", " 5", " 6", " 7", " 8", " I", " II", " III"):
        if sentence.endswith(cut):
            sentence = sentence.removesuffix(cut)
    return sentence.split("- ")[-1].strip().rstrip(".")


def test_the_page_is_one_offline_file(built: Path) -> None:
    page = (built / "coverage.html").read_text(encoding="utf-8")
    assert "http" not in page and "<script" not in page and "src=" not in page
    assert page.count("<tr>") == 33
