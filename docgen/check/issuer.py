"""Who issues a paper and under whom, as its head names them: kind of organ, own name of its place."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from docgen.check.draft import Draft

_BODY_OF = (
    ("TỈNH ỦY", "ĐẢNG BỘ TỈNH"), ("THÀNH ỦY", "ĐẢNG BỘ THÀNH PHỐ"), ("HUYỆN ỦY", "ĐẢNG BỘ HUYỆN"),
    ("QUẬN ỦY", "ĐẢNG BỘ QUẬN"), ("THỊ ỦY", "ĐẢNG BỘ THỊ XÃ"), ("ĐẢNG ỦY", "ĐẢNG BỘ"),
)  # fmt: skip
_TONES = str.maketrans("", "", "\u0300\u0301\u0303\u0309\u0323")
_PLACED = re.compile(
    r"(?:TINH UY|THANH UY(?: THANH PHÔ)?|HUYÊN UY|QUÂN UY|THI UY|ĐANG UY (?:XA|PHƯƠNG|THI TRÂN|ĐĂC KHU)) (?P<own>.+)"
)
_PARTY_BODY = re.compile(r"ĐANG BÔ (?:TINH|THANH PHÔ|HUYÊN|QUÂN|THI XA|XA|PHƯƠNG|THI TRÂN|ĐĂC KHU) (?P<own>.+)")


@lru_cache(1024)
def toneless(text: str) -> str:
    """Words in capitals without tone marks, so that `uỷ` is `ủy`; one letter for each letter of the text."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", text.upper()).translate(_TONES))


def issuer_of(draft: Draft) -> str:
    """The issuer's name on one line, empty when the head names none."""
    return _joined(placed.text for placed in draft.of("issuer")).rstrip(" *")


def superior_of(draft: Draft) -> str:
    """The name above the issuer's on one line."""
    return _joined(placed.text for placed in draft.of("superior"))


def kind_in(name: str, kinds: Iterable[str]) -> str | None:
    """The kind of organ a name begins with, the longest of those known."""
    plain = toneless(name)
    found = [kind for kind in kinds if f"{plain} ".startswith(f"{toneless(kind)} ")]
    return max(found, key=len, default=None)


def place_in(name: str) -> str:
    """The own name of the place a committee's name holds: `THAN UYÊN` of `HUYỆN ỦY THAN UYÊN`, `LAI CHÂU` of
    `ĐẢNG BỘ TỈNH LAI CHÂU`; empty when the name is of no place."""
    plain = toneless(name)
    found = _PLACED.fullmatch(plain) or _PARTY_BODY.fullmatch(plain)
    return name[found.start("own") :] if found else ""


def body_of(committee: str) -> str:
    """`ĐẢNG BỘ TỈNH LAI CHÂU` for `TỈNH ỦY LAI CHÂU`; empty for what is no committee."""
    return _renamed(committee, _BODY_OF)


def committee_of(body: str) -> str:
    """`TỈNH ỦY LAI CHÂU` for `ĐẢNG BỘ TỈNH LAI CHÂU`; empty for what is no đảng bộ."""
    return _renamed(body, [(body_words, committee) for committee, body_words in _BODY_OF])


def _renamed(name: str, pairs: Iterable[tuple[str, str]]) -> str:
    plain = toneless(name)
    found = next(((old, new) for old, new in pairs if plain.startswith(f"{toneless(old)} ")), None)
    return found[1] + name[len(found[0]) :] if found else ""


def symbols_of(draft: Draft, organs: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Symbols the issuer may have; `{cap_tren}` becomes that of the committee above, or nothing when it is unknown."""
    kind = kind_in(issuer_of(draft), organs)
    above = kind_in(superior_of(draft), organs)
    levels = organs[above] if above else ("",)
    return tuple(symbol.replace("{cap_tren}", level) for symbol in organs.get(kind or "", ()) for level in levels)


def _joined(texts: Iterable[str]) -> str:
    return " ".join(" ".join(texts).split())
