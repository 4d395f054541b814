"""Vietnamese text of the years before Unicode: what TCVN3 and VNI bytes look like when read as Western letters."""

import re
from collections.abc import Iterator
from functools import lru_cache

# Western letters and signs that stand for Vietnamese letters in TCVN3 or VNI and in no Vietnamese word of Unicode.
_SIGNS = "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾"
_LETTERS = "ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïñö÷øûüþÿ"
_FOREIGN = re.compile(f"[{_SIGNS}{_LETTERS}]")
_TCVN3 = re.compile(f"[{_SIGNS}]")
_OURS = re.compile("[ăĂđĐĩĨũŨơƠưƯ\u1ea0-\u1ef9]")
_LATIN = re.compile("[A-Za-z]")
_AROUND = "«»\"“”‘’'()[].,;:!?…-–§©®"
_FONT = re.compile(r"\.?vn[a-z]|vni[-\s]|svn[a-z]|vps\s|vietware", re.IGNORECASE)
_CLEAR = 2  # such letters in one word: no other language writes so
_SEVERAL = 3  # words with one such letter


def legacy_font(name: str) -> bool:
    """A typeface made for TCVN3, VNI or another code of its time: `.VnTime`, `VNI-Times`."""
    return bool(_FONT.match(name))


@lru_cache(8192)  # papers of a set share most paragraphs
def legacy_encoding(text: str) -> str:
    """`TCVN3` or `VNI` when words of a text are written so, else nothing.

    A foreign name with one letter of the kind, and signs beside words, are no such text.
    """
    if not _FOREIGN.search(text):
        return ""
    counts = [len(_FOREIGN.findall(word)) for word in _words(text)]
    suspects = [count for count in counts if count]
    several = len(suspects) >= _SEVERAL and len(suspects) > len(_OURS.findall(text))
    if not several and max(suspects, default=0) < _CLEAR:
        return ""
    return "TCVN3" if any(_TCVN3.search(word) for word in _words(text)) else "VNI"


def _words(text: str) -> Iterator[str]:
    """Words with Latin letters, what stands around them taken off, the first sign kept where it may be a letter."""
    for word in text.split():
        bare = word.strip(_AROUND)
        if _LATIN.search(bare):
            begin = word.find(bare)
            yield word[begin - 1] + bare if begin and word[begin - 1] == "§" else bare
