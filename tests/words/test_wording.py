"""The small language of sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.wording import Reference, Words, parse, references


def test_references_and_italics() -> None:
    assert parse("Theo {van_ban.kl-50:ngay,co_quan} (*hoàn thành {thoi_han.ban-hanh}*).") == (
        Words("Theo "),
        Reference("van_ban", "kl-50", ("ngay", "co_quan")),
        Words(" ("),
        Words("hoàn thành ", italic=True),
        Reference("thoi_han", "ban-hanh", italic=True),
        Words(")."),
    )


def test_a_unit_s_own_word() -> None:
    assert references("{ban_hanh} ban hành") == (Reference("", "ban_hanh"),)


@pytest.mark.parametrize(
    "text", ["{van_ban.kl-50", "kl-50}", "{{ 7*7 }}", "{}", "{Van Ban}", "{a.b.c}", "a *b", "{a:}"]
)
def test_broken_sentences(text: str) -> None:
    with pytest.raises(ValueError):
        parse(text)


@given(st.text(st.characters(exclude_characters="{}*", exclude_categories=["Cs"])))
def test_plain_words_stay_as_they_are(text: str) -> None:
    assert "".join(segment.text for segment in parse(text) if isinstance(segment, Words)) == text
