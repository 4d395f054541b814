"""Redlines of other people's drafts, against what they expect and what their comparer marks."""

import csv
import io
from pathlib import Path

import pytest
from docx import Document

from docgen.word.package import read_package
from docgen.word.redline_proof import verify
from docgen.word.redlining import redline
from docgen.word.revision_listing import revisions_in
from docgen.word.settling import stories
from tests.conftest import SHARED

FOLDER = SHARED / "corpus" / "compare"
LIST = FOLDER / "pairs.csv"
# Letters inserted and deleted by WmlComparer (python-redlines 2.0.0) over all pairs; it may be a twentieth more.
THEIRS = {
    "WC-1120": 10, "WC-1190": 30, "WC-1200": 10, "WC-1210": 52, "WC-1270": 17, "WC-1310": 7, "WC-1330": 181,
    "WC-1430": 91, "WC-1450": 814, "WC-1460": 8, "WC-1470": 19, "WC-1510": 9, "WC-1540": 17, "WC-1600": 4,
    "WC-1640": 16, "WC-1670": 23, "WC-1740": 16, "WC-1800": 7, "WC-1810": 1, "WC-1830": 376, "WC-1950": 131,
    "WC-2040": 16, "WC-2060": 5, "WC-2092": 15,
}  # fmt: skip
# The same in as many pieces as their authors expect, where their comparer gets there.
PIECES = {
    "WC-1120", "WC-1200", "WC-1270", "WC-1310", "WC-1330", "WC-1450", "WC-1460", "WC-1470", "WC-1510", "WC-1540",
    "WC-1600", "WC-1640", "WC-1670", "WC-1740", "WC-1800", "WC-1810", "WC-2040", "WC-2060", "WC-2092",
}  # fmt: skip
need = pytest.mark.skipif(not LIST.exists(), reason="the corpus lies beside the checkout")


def pairs() -> list[tuple[dict[str, str], bytes, bytes]]:
    rows = list(csv.DictReader(LIST.read_text(encoding="utf-8").splitlines())) if LIST.exists() else []
    return [(row, (FOLDER / row["old"]).read_bytes(), (FOLDER / row["new"]).read_bytes()) for row in rows]


@need
@pytest.mark.parametrize("strict", [True, False])
def test_every_redline_holds_both_ways(strict: bool) -> None:
    found = [
        (row["id"], verify(old, new, redline(old, new, strict=strict).content, strict=strict))
        for row, old, new in pairs()
    ]
    assert [one for one in found if one[1]] == []
    assert len(found) >= 24


@need
def test_no_more_letters_change_than_their_comparer_marks() -> None:
    ours = {
        row["id"]: sum(
            len(one.words) for one in revisions_in(redline(old, new, strict=True).content)
            if one.kind in ("insert", "delete") and one.words != "¶"
        )
        for row, old, new in pairs()
    }  # fmt: skip
    known = THEIRS.keys() & ours.keys()
    assert len(known) == len(THEIRS)
    assert sum(ours[key] for key in known) <= 1.05 * sum(THEIRS[key] for key in known)


@need
def test_no_more_pieces_change_than_their_authors_expect() -> None:
    for row, old, new in pairs():
        if row["id"] in PIECES:
            found = [one for one in revisions_in(redline(old, new, strict=True).content) if one.kind != "format"]
            assert len(found) <= int(row["expected_revisions"]), row["id"]


def files() -> list[Path]:
    return sorted(FOLDER.glob("*.docx"))


@need
def test_nothing_changes_in_a_file_saved_again() -> None:
    for file in files():
        again = io.BytesIO()
        Document(str(file)).save(again)
        made = redline(file.read_bytes(), again.getvalue(), strict=True)
        assert list(stories(read_package(made.content))) == [], file.name
