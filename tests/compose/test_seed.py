"""Building the province gives the seed back: the same words in the same order."""

import re
from pathlib import Path

import pytest

from docgen.model.document import BODY_ROLES, Block
from docgen.word.read import read_docx
from tests.conftest import SHARED

SEED = SHARED / "seed" / "000_1acab1495c7d4788.txt"

# The whole list of docs/seed-corrections.md that touches words: what the seed prints → what the paper prints.
CORRECTIONS = [
    ("II-NHIỆM", "II- NHIỆM"),
    ("- Các đảng đoàn, ban cán sự đảng;", "- Các đảng đoàn, ban cán sự đảng,"),
]
# What the paper has and the seed, taken from a PDF without its head and its appendix, has not.
ADDED_ROLES = ("issuer", "star", "title", "number", "place_date", "rule", "appendix_title", "table")


def words_of_seed() -> list[str]:
    text = SEED.read_text(encoding="utf-8").replace("*", "")
    for printed, corrected in CORRECTIONS:
        assert printed in text
        text = text.replace(printed, corrected)
    return text.split()


def words_of(block: Block) -> list[str]:
    marks = {"heading": f"{block.number}- ", "item": f"{block.number}. ", "dash": "- "}
    return (marks.get(block.role, "") + block.text).split()


@pytest.mark.skipif(not SEED.exists(), reason="the seed lies beside the checkout")
def test_the_province_says_the_seed_word_by_word(built: Path) -> None:
    blocks = read_docx((built / "tinh-uy.docx").read_bytes()).document.blocks
    kept = [block for block in blocks if block.role not in ADDED_ROLES]
    assert [word for block in kept for word in words_of(block)] == words_of_seed()


@pytest.mark.skipif(not SEED.exists(), reason="the seed lies beside the checkout")
def test_the_seed_s_italics_are_kept(built: Path) -> None:
    text = re.sub(r"\*\*.*?\*\*", "", SEED.read_text(encoding="utf-8"), flags=re.DOTALL)
    printed = re.findall(r"\*([^*]+)\*", text)
    blocks = read_docx((built / "tinh-uy.docx").read_bytes()).document.blocks
    italics = [run.text for block in blocks if block.role in BODY_ROLES for run in block.runs if run.italic]
    assert italics == printed
    assert len(printed) == 4
