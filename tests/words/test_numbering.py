"""Terms of office and symbols of kinds, as a clerk writes them."""

import datetime

import pytest

from docgen.model.numbering import Term, number_and_symbol, parse_kind, parse_term


@pytest.mark.parametrize("text", ["2020-2025", " 2020 - 2025 ", "2020\u20132025"])
def test_a_term_in_any_hyphen_is_one_term(text: str) -> None:
    assert parse_term(text) == Term(2020, 2025)
    assert str(parse_term(text)) == "2020-2025"


@pytest.mark.parametrize("text", ["2025-2020", "2020-2020", "2020-2027", "20-25", "2020", "XIV", "2020-2025-2030", ""])
def test_what_is_no_term(text: str) -> None:
    with pytest.raises(ValueError, match="Nhiệm kỳ"):
        parse_term(text)


def test_terms_that_follow_one_another_share_only_the_year_of_the_congress() -> None:
    before, now = Term(2015, 2020), Term(2020, 2025)
    assert not before.overlaps(now) and now.overlaps(now)
    assert Term(2021, 2025).overlaps(now) and now.overlaps(Term(2015, 2021))
    congress, between = datetime.date(2020, 10, 15), datetime.date(2023, 7, 5)
    assert before.may_hold(congress) and now.may_hold(congress) and not now.surely_holds(congress)
    assert now.surely_holds(between) and not before.may_hold(between)


@pytest.mark.parametrize("text", ["KH", "QĐ", "QĐi", "CTr", "TTr", "NQ"])
def test_a_kind(text: str) -> None:
    assert parse_kind(text) == text


@pytest.mark.parametrize("text", ["kh", "K H", "KH/HU", "05-KH", "", "KH1", "_KH", "KẾHOẠCHDÀIQUÁ"])
def test_what_is_no_kind(text: str) -> None:
    with pytest.raises(ValueError, match="ký hiệu tên loại"):
        parse_kind(text)


@pytest.mark.parametrize(
    ("number", "kind", "symbol", "text"),
    [(5, "KH", "HU", "05-KH/HU"), (122, "KH", "TU", "122-KH/TU"), (10, "QĐ", "", "10-QĐ")],
)
def test_a_number_as_papers_write_it(number: int, kind: str, symbol: str, text: str) -> None:
    assert number_and_symbol(number, kind, symbol) == text
