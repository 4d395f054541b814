"""Every value of the data stands in the unit's paper."""

from pathlib import Path

import pytest

from docgen.model.decided import decide
from docgen.stories.opening import Opened
from docgen.word.read import read_docx
from docgen.wording import Reference, Words, parse


@pytest.fixture(scope="module")
def texts(built: Path) -> dict[str, str]:
    """All words of every paper, body and cells, on one line."""
    found = {}
    for path in sorted(built.glob("*.docx")):
        blocks = read_docx(path.read_bytes()).document.blocks
        found[path.stem] = " ".join([*(b.text for b in blocks), *(c for b in blocks for row in b.rows for c in row)])
    return found


def test_every_literal_word_of_every_decision(shipped: Opened, texts: dict[str, str]) -> None:
    book = shipped.workbook
    assert book.plan is not None
    lost = [
        (unit.id, item.id, segment.text)
        for unit in book.register.units.values()
        for item in book.plan.items
        for segment in parse(decide(book.plan, item, unit).text)
        if isinstance(segment, Words) and segment.text.strip() not in texts[unit.id]
    ]
    assert lost == []


def test_every_cited_document_by_its_number(shipped: Opened, texts: dict[str, str]) -> None:
    book = shipped.workbook
    assert book.plan is not None
    cited = [
        (unit.id, book.plan.documents[segment.name].number)
        for unit in book.register.units.values()
        for item in book.plan.items
        for segment in parse(decide(book.plan, item, unit).text)
        if isinstance(segment, Reference) and segment.space == "van_ban" and segment.name in book.plan.documents
    ]
    assert [(unit, number) for unit, number in cited if number not in texts[unit]] == []
    assert {number for _, number in cited} == {
        "50-KL/TW", "18-NQ/TW", "122-KH/TU", "48-KL/TW", "120/2020/NĐ-CP", "70-QĐ/TW", "40-KL/TW", "82-KH/TU",
        "87-KH/TU", "524-KL/TU", "24-CTr/TU",
    }  # fmt: skip


def test_the_units_own_facts_and_names(shipped: Opened, texts: dict[str, str]) -> None:
    for unit in shipped.workbook.register.units.values():
        assert unit.place in texts[unit.id]
        assert all(fact in texts[unit.id] for fact in unit.facts.values())
        assert (unit.signer or "") in texts[unit.id]


def test_the_province_states_every_figure_and_date(texts: dict[str, str]) -> None:
    stated = (
        "ít nhất 5% biên chế cán bộ, công chức", "ít nhất 10% biên chế viên chức", "chiếm tỉ lệ ít nhất 65%",
        "hằng năm tiết kiệm 10% kinh phí", "2 năm liên tiếp", "Giai đoạn 2022-2026", "giai đoạn 2023-2030",
        "so với năm 2021", "trước ngày 15/7/2023",
    )  # fmt: skip
    assert [words for words in stated if words not in texts["tinh-uy"]] == []
