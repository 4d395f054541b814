"""Vietnamese text: normal form, official dates, suggestions, lists in words."""

import datetime
import difflib
import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal

_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_SHORT_YEAR = re.compile(r"\d{1,2}/\d{1,2}/\d{1,3}")
_LAST_PADDED_MONTH = 2  # months 3–9 stand without a zero: the-thuc.md §1.4
_FIRST_UNPADDED_DAY = 10
_VIETNAMESE_SIGNS = str.maketrans(",.", ".,")
_SHOWN_OPTIONS = 40  # a registry may have thousands

# Legal in the paper though XML allows more: C0 controls, surrogates and non-characters never survive Word;
# bidirectional controls would show a text other than the one that is stored (reliability.md, C1 and C4).
_FORBIDDEN = re.compile(
    "[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
    "|[" + "".join(f"{chr((plane << 16) | 0xFFFE)}{chr((plane << 16) | 0xFFFF)}" for plane in range(1, 17)) + "]"
)


def to_nfc(text: str) -> str:
    """Text with every letter and its tone mark in one character."""
    return unicodedata.normalize("NFC", text)


def forbidden_character(text: str) -> str | None:
    """Name of the first character that may not stand in a paper, such as `U+0007`, or None."""
    found = _FORBIDDEN.search(text)
    return f"U+{ord(found.group()):04X}" if found else None


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant."""
    matches = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return matches[0] if matches else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A remedy sentence for an unknown word."""
    options = sorted(known)
    guess = nearest(word, options)
    if guess:
        return f"Có phải ý là «{guess}»?"
    more = ", …" if len(options) > _SHOWN_OPTIONS else "."
    return f"Dùng một trong: {', '.join(options[:_SHOWN_OPTIONS])}{more}"


def parse_date(text: str) -> datetime.date:
    """Read d/m/yyyy, padding optional. ValueError carries a Vietnamese sentence."""
    found = _DATE.fullmatch(text.strip())
    if not found:
        if _SHORT_YEAR.fullmatch(text.strip()):
            raise ValueError(f"Ngày «{text}» phải ghi năm đủ bốn chữ số.")
        raise ValueError(f"«{text}» không phải là ngày viết theo dạng ngày/tháng/năm.")
    day, month, year = map(int, found.groups())
    try:
        return datetime.date(year, month, day)
    except ValueError:
        raise ValueError(f"Ngày «{text}» không có trong lịch.") from None


def _padded_day(date: datetime.date) -> str:
    return f"{date.day:02d}" if date.day < _FIRST_UNPADDED_DAY else str(date.day)


def _padded_month(month: int) -> str:
    return f"{month:02d}" if month <= _LAST_PADDED_MONTH else str(month)


def short_date(date: datetime.date) -> str:
    """28/02/2023, 07/10/2020, 18/7/2022: day < 10 and month < 3 padded (the-thuc.md §1.6)."""
    return f"{_padded_day(date)}/{_padded_month(date.month)}/{date.year}"


def long_date(date: datetime.date) -> str:
    """Ngày 05 tháng 7 năm 2023, in lower case (the-thuc.md §1.4)."""
    return f"ngày {_padded_day(date)} tháng {_padded_month(date.month)} năm {date.year}"


def month_in_words(month: int) -> str:
    """Month as the date line writes it: 01, 02, 3 … 12."""
    return _padded_month(month)


def figure(value: Decimal) -> str:
    """A number with a decimal comma and points between thousands, not rounded: 7,5; 10; 12.000."""
    return f"{value.normalize():,f}".translate(_VIETNAMESE_SIGNS)


def capitalise(text: str) -> str:
    """First letter upper case, the rest untouched."""
    return text[:1].upper() + text[1:]
