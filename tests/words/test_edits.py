"""Edits are small, readable, and turn the one text into the other."""

import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.edits import edits
from docgen.tokens import tokens


def keys(text: str) -> list[str]:
    return [token.text for token in tokens(text, strict=True)]


def changed(old: str, new: str) -> list[tuple[str, str]]:
    """What went and what came, change by change."""
    a, b = keys(old), keys(new)
    return [("".join(a[e.a : e.b]), "".join(b[e.c : e.d])) for e in edits(a, b) if e.op != "equal"]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("trước ngày 15/7/2023.", "trước ngày 31/7/2023.", [("15/7/2023", "31/7/2023")]),
        ("giảm 5% biên chế", "giảm 7% biên chế", [("5%", "7%")]),
        ("chủ trì, phối hợp", "chủ động, tham mưu", [("trì, phối hợp", "động, tham mưu")]),
        ("Rà soát. Báo cáo.", "Rà soát. Rà lại. Báo cáo.", [("", "Rà lại. ")]),
        ("các huyện, thành phố", "các huyện, các xã, thành phố", [("", "các xã, ")]),
        ("như nhau", "như nhau", []),
        ("", "mới", [("", "mới")]),
    ],
)
def test_what_changed(old: str, new: str, found: Sequence[tuple[str, str]]) -> None:
    assert changed(old, new) == found


words = st.lists(st.sampled_from(["a", "b", "c", " ", ",", ". "]), max_size=30)


@given(words, words)
def test_edits_turn_old_into_new(old: list[str], new: list[str]) -> None:
    found = edits(old, new)
    assert [key for e in found for key in old[e.a : e.b]] == old
    assert [key for e in found for key in new[e.c : e.d]] == new
    assert all(old[e.a : e.b] == new[e.c : e.d] for e in found if e.op == "equal")
    assert all(first.op != "equal" or second.op != "equal" for first, second in itertools.pairwise(found))


@given(words)
def test_nothing_changes_in_the_same_text(text: list[str]) -> None:
    assert all(e.op == "equal" for e in edits(text, text))
