"""How much of one text is said in another: pairs of words, those weighing more that only few texts hold."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

_WORD = re.compile(r"\w+(?:[-/]\w+)*")
_TONES = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy",
    "uỵ": "ụy", "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
}  # fmt: skip
_TONES |= {old.upper(): new.upper() for old, new in _TONES.items()}
_TONE = re.compile(r"(?:[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|[uU][ỳýỷỹỵỲÝỶỸỴ])(?!\w)")  # «hoà», not «hoàn»
_SHORT = {
    "ubnd": "ủy ban nhân dân", "hđnd": "hội đồng nhân dân", "mttq": "mặt trận tổ quốc",
    "ubmttq": "ủy ban mặt trận tổ quốc", "btv": "ban thường vụ", "bch": "ban chấp hành", "ubkt": "ủy ban kiểm tra",
    "vp": "văn phòng", "ct-xh": "chính trị xã hội", "bcsđ": "ban cán sự đảng", "bct": "bộ chính trị", "đ/c": "đồng chí",
}  # fmt: skip
Pair = tuple[str, str]


def one_tone(text: str) -> str:
    """The same letters, every tone mark on the same vowel: `Thành uỷ` → `Thành ủy`."""
    return _TONE.sub(_moved, text)


def _moved(found: re.Match[str]) -> str:
    after_q = found.string[found.start() - 1 : found.start()] in ("q", "Q")  # «quý»
    return found.group() if after_q else _TONES.get(found.group(), found.group())


def plain(text: str) -> str:
    """Lower case, every tone mark on the same vowel."""
    return one_tone(text.lower())


def words(text: str) -> list[str]:
    """Words of a text in plain letters, common abbreviations written out."""
    found = _WORD.findall(plain(text))
    if _SHORT.keys().isdisjoint(found):
        return found
    return [word for one in found for word in _SHORT.get(one, one).split()]


def pairs(text: str) -> set[Pair]:
    """Neighbouring words; a text of one word is one pair by itself."""
    said = words(text)
    return set(pairwise(said)) or {(word, "") for word in said}


class Likeness:
    """Weighs the pairs of a body of texts: what stands in many of them tells little."""

    def __init__(self, texts: Iterable[set[Pair]]) -> None:
        self._counts = Counter(pair for text in texts for pair in text)

    def share(self, wanted: set[Pair], found: set[Pair]) -> float:
        """Share (0–1) of what `wanted` says that stands in `found`."""
        whole = self._weight(wanted)
        return self._weight(wanted & found) / whole if whole else 0.0

    def _weight(self, some: set[Pair]) -> float:
        return sum(1 / max(1, self._counts[pair]) for pair in some)
