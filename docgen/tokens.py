"""Vietnamese text as tokens to compare: a syllable is a word, a number with its symbol is one, and what differs only in
spelling form folds to one key."""

import re
import unicodedata
from functools import lru_cache
from typing import Literal, NamedTuple

Noise = Literal["unicode", "tone", "space", "quote", "dash"]
_WORD = r"[^\W_][\w\u0300-\u036f]*"
_TOKEN = re.compile(
    rf"""
    \d+(?:[./,:]\d+)*(?:[-–‑/]\d*{_WORD}(?:[-–‑/]{_WORD})*)?%?   # 15/7/2023 · 7,5% · 50-KL/TW · 01/2025/QH15
  | [A-ZĐ]\.?/[A-ZĐ]\b | đ/c\b                                # T/M, K/T
  | {_WORD}
  | [^\S\n\t]+                                                 # blanks of any kind are one
  | \.{{2,}}
  | .                                                          # a sign, a tab, a line break
    """,
    re.VERBOSE | re.DOTALL,
)
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"') | dict.fromkeys("‘’‚", "'"))
_DASHES = str.maketrans(dict.fromkeys("‐‑–—−", "-"))
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))


class Token(NamedTuple):
    """A piece of text, and the key under which it equals others."""

    text: str
    key: str

    @property
    def blank(self) -> bool:
        """Whether it only keeps a distance."""
        return self.text.isspace()


def tokens(text: str, strict: bool = False) -> tuple[Token, ...]:
    """Tokens of a text; joined they give it back. `strict` takes every difference as one."""
    return tuple(_token(piece, strict) for piece in _TOKEN.findall(text))


@lru_cache(65_536)  # syllables of all papers: some thousands, each kept once however often it is said
def _token(piece: str, strict: bool) -> Token:
    return Token(piece, piece if strict else fold(piece))


def fold(piece: str) -> str:
    """What a token says whatever its spelling form: normal form, tone mark at the end, plain signs, one blank."""
    if piece.isspace() and piece not in "\n\t":
        return " "
    text = piece.translate(_INVISIBLE).translate(_QUOTES).translate(_DASHES).replace("…", "...")
    return text if text.isascii() else _tone_last(unicodedata.normalize("NFD", text))


def _tone_last(letters: str) -> str:
    """Ủy and uỷ are one: the tone leaves the vowel; what shapes a vowel (ă, â, ê, ô, ơ, ư) stays."""
    marks = "".join(letter for letter in letters if letter in _TONES)
    return "".join(letter for letter in letters if letter not in _TONES) + marks


def noise_between(old: str, new: str) -> Noise | None:
    """How two tokens of one key differ, None when they do not."""
    if old == new:
        return None
    if old.isspace() and new.isspace():
        return "space"
    first, second = (unicodedata.normalize("NFC", text) for text in (old, new))
    if first == second:
        return "unicode"
    if first.translate(_QUOTES) == second.translate(_QUOTES):
        return "quote"
    if first.translate(_DASHES) == second.translate(_DASHES):
        return "dash"
    return "tone" if any(map(str.isalpha, first)) else "dash"
