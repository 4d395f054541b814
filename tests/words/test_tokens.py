"""A syllable is a word, a number with its symbol is one; what differs only in spelling form has one key."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.tokens import fold, noise_between, tokens


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Kết luận số 50-KL/TW, ngày 28/02/2023", "Kết| |luận| |số| |50-KL/TW|,| |ngày| |28/02/2023"),
        ("giảm 5%, 7,5% và 1.250.000 đồng", "giảm| |5%|,| |7,5%| |và| |1.250.000| |đồng"),
        ("số 120/2020/NĐ-CP; số 01/2025/QH15", "số| |120/2020/NĐ-CP|;| |số| |01/2025/QH15"),
        ("T/M BAN; đ/c A", "T/M| |BAN|;| |đ/c| |A"),
        ("a...b…", "a|...|b|…"),
        ("một\u00a0 hai\tba", "một|\u00a0 |hai|\t|ba"),
    ],
)  # fmt: skip
def test_pieces(text: str, pieces: str) -> None:
    assert [token.text for token in tokens(text)] == pieces.split("|")


@given(st.text())
def test_tokens_joined_are_the_text(text: str) -> None:
    assert "".join(token.text for token in tokens(text)) == text


@pytest.mark.parametrize(
    ("old", "new", "noise"),
    [
        ("ủy", "uỷ", "tone"), ("hóa", "hoá", "tone"), ("khỏe", "khoẻ", "tone"), ("THUỶ", "THỦY", "tone"),
        ("tuyến", unicodedata.normalize("NFD", "tuyến"), "unicode"), (" ", "\u00a0", "space"), (" ", "  ", "space"),
        ('"', "“", "quote"), ("-", "–", "dash"), ("...", "…", "dash"), ("ủy", "ủy", None),
    ],
)  # fmt: skip
def test_noise_has_one_key(old: str, new: str, noise: str | None) -> None:
    assert fold(old) == fold(new)
    assert noise_between(old, new) == noise


@pytest.mark.parametrize(
    ("old", "new"), [("uy", "úy"), ("bao", "bảo"), ("lưu", "lựu"), ("Ủy", "ủy"), ("15", "16"), (" ", "\t")]
)
def test_other_words_have_other_keys(old: str, new: str) -> None:
    assert fold(old) != fold(new)
