"""Tracked changes against the results that came with the redlines: words, looks and tables, part by part."""

import csv
import zipfile
from collections.abc import Callable
from typing import NamedTuple

import pytest
from lxml import etree

from docgen.word.looks import W
from docgen.word.package import DOCUMENT, parse_part
from docgen.word.revisions import accept, has_revisions, reject
from tests.conftest import SHARED

FOLDER = SHARED / "corpus" / "revisions"
LIST = FOLDER / "triples.csv"
NOT_COMPARED = {W + name for name in ("proofErr", "bookmarkStart", "bookmarkEnd", "lang")}
MAY_BE_EMPTY = {W + name for name in ("rPr", "pPr", "trPr", "tcPr")}
LAST_SECTION_LOST = {  # their results end without the page of the redline, which no change of theirs touches
    "RP038-Inserted-Paras-at-End",
    "RP040-Deleted-Paras-at-End",
    "RP042-Deleted-Para-Mark-at-End",
    "RP045-One-and-Half-Deleted-Lines-at-End",
}


class Case(NamedTuple):
    name: str
    settle: Callable[[etree._Element], None]
    redline: str
    result: str


def cases() -> list[Case]:
    rows = list(csv.DictReader(LIST.read_text(encoding="utf-8").splitlines())) if LIST.exists() else []
    ways = ((accept, "accepted_by_word"), (reject, "rejected_by_word"))
    return [Case(row["id"], settle, row["redline"], row[result]) for row in rows for settle, result in ways]


def body(file: str) -> etree._Element:
    with zipfile.ZipFile(FOLDER / file) as archive:
        return parse_part(archive.read(DOCUMENT))[0]


def settled(case: Case) -> etree._Element:
    found = body(case.redline)
    case.settle(found)
    assert not has_revisions(found)
    return found


def words(root: etree._Element) -> list[str]:
    return ["".join(text.text or "" for text in paragraph.iter(W + "t")) for paragraph in root.iter(W + "p")]


def looks(element: etree._Element) -> tuple[object, ...] | None:
    """An element without what says nothing of the look: ids of saving, proofing, bookmarks, order of properties."""
    children = [found for child in element if (found := looks(child)) is not None]
    if element.tag in NOT_COMPARED or (element.tag in MAY_BE_EMPTY and not children):
        return None
    attributes = sorted(
        (key, value) for key, value in element.items() if str(key).startswith(W) and "rsid" not in str(key)
    )
    text = element.text if element.tag == W + "t" else None
    return element.tag, *attributes, text, *(sorted(children, key=repr) if element.tag in MAY_BE_EMPTY else children)


@pytest.mark.skipif(not LIST.exists(), reason="the corpus lies beside the checkout")
def test_every_text_equals_theirs() -> None:
    different = [case[:2] for case in cases() if words(settled(case)) != words(body(case.result))]
    assert different == []
    assert len(cases()) >= 2 * 18


@pytest.mark.skipif(not LIST.exists(), reason="the corpus lies beside the checkout")
def test_looks_and_tables_equal_theirs_but_for_lost_sections() -> None:
    different = [case.name for case in cases() if looks(settled(case)) != looks(body(case.result))]
    assert set(different) == LAST_SECTION_LOST


@pytest.mark.skipif(not LIST.exists(), reason="the corpus lies beside the checkout")
def test_where_their_section_is_lost_all_else_is_equal() -> None:
    for case in cases():
        if case.name in LAST_SECTION_LOST:
            ours = settled(case)
            ours.remove(ours[-1])
            assert looks(ours) == looks(body(case.result)), case.name
