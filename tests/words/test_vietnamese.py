"""Dates as the guidance writes them, characters that may not stand, words near to each other."""

import datetime
from decimal import Decimal

import pytest

from docgen.vietnamese import did_you_mean, figure, forbidden_character, long_date, parse_date, short_date, to_nfc

DATES = [
    ("28/02/2023", datetime.date(2023, 2, 28), "28/02/2023", "ngày 28 tháng 02 năm 2023"),
    ("7/10/2020", datetime.date(2020, 10, 7), "07/10/2020", "ngày 07 tháng 10 năm 2020"),
    ("18/07/2022", datetime.date(2022, 7, 18), "18/7/2022", "ngày 18 tháng 7 năm 2022"),
    ("05/7/2023", datetime.date(2023, 7, 5), "05/7/2023", "ngày 05 tháng 7 năm 2023"),
    ("3/2/2026", datetime.date(2026, 2, 3), "03/02/2026", "ngày 03 tháng 02 năm 2026"),
    ("31/12/2023", datetime.date(2023, 12, 31), "31/12/2023", "ngày 31 tháng 12 năm 2023"),
]


@pytest.mark.parametrize(("text", "day", "short", "long"), DATES)
def test_dates(text: str, day: datetime.date, short: str, long: str) -> None:
    assert parse_date(text) == day
    assert short_date(day) == short
    assert long_date(day) == long


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("30/02/2023", "không có trong lịch"),
        ("29/2/2023", "không có trong lịch"),
        ("15/7/23", "bốn chữ số"),
        ("2023-07-15", "không phải là ngày"),
        ("15.7.2023", "không phải là ngày"),
        ("7/15/2023", "không có trong lịch"),
        ("", "không phải là ngày"),
    ],
)
def test_wrong_dates(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        parse_date(text)


@pytest.mark.parametrize(
    "letter", ["\x00", "\x07", "\x0b", "\x0c", "\n", "\t", "\u202e", "\ud800", "\ufffe", "\U0001ffff"]
)
def test_forbidden_characters_are_named(letter: str) -> None:
    assert forbidden_character(f"a{letter}b") == f"U+{ord(letter):04X}"


@pytest.mark.parametrize("text", ["Ủy ban & <b> \"x\" 'y' ]]> {{ }} …", "\u00a0", "é", "😀"])
def test_everything_else_may_stand(text: str) -> None:
    assert forbidden_character(text) is None


def test_nfd_becomes_nfc() -> None:
    assert to_nfc("U\u0309y ban Kie\u0302\u0309m tra") == "Ủy ban Kiểm tra"


def test_suggestions() -> None:
    assert did_you_mean("than-uyenn", ["than-uyen", "tan-uyen"]) == "Có phải ý là «than-uyen»?"
    assert did_you_mean("zzz", ["a", "b"]) == "Dùng một trong: a, b."
    assert did_you_mean("zzz", [f"d{number:04}" for number in range(9999)]).endswith("d0039, …")


FIGURES = [
    ("0", "0"), ("5", "5"), ("7.5", "7,5"), ("10.00", "10"), ("0.25", "0,25"), ("0.0004", "0,0004"),
    ("999", "999"), ("1000", "1.000"), ("1234567.5", "1.234.567,5"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "text"), FIGURES)
def test_figures(value: str, text: str) -> None:
    assert figure(Decimal(value)) == text
