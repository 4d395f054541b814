"""Names of files made from what people write: legal in Windows, in ext4 and in a zip, and never twice in one folder."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from docgen.vietnamese import to_nfc

MAX_BYTES = 200  # of UTF-8: ext4 allows 255, and a person adds « (bản sửa lần 2)» to it
_SIGNS = frozenset("-_.,()")
# Devices of Windows: `aux.txt` and `CON .docx` open the device, whatever stands after the first dot.
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d) *(\.|$)", re.IGNORECASE | re.ASCII)


def safe_name(text: str, suffix: str = "") -> str:
    """`122-KH/TU` → `122-KH_TU` + suffix; what no file name may hold becomes `_`, at most 200 bytes."""
    words = "".join(map(_allowed, to_nfc(text))).split()
    stem = _trimmed(" ".join(words), MAX_BYTES - len(suffix.encode())) or "_"
    if _DEVICE.match(stem):
        stem = "_" + stem
    return stem + suffix


def safe_names(texts: Sequence[str], suffix: str = "") -> list[str]:
    """One name for each text, no two alike even to a disk that ignores case; the order of the texts changes nothing.

    Texts whose names would fall together get ` (2)`, ` (3)` … in the order of the alphabet.
    """
    names = [safe_name(text, suffix) for text in texts]
    alike = Counter(map(_as_disks_see, names))
    taken = {seen for seen, count in alike.items() if count == 1}
    ranks: Counter[str] = Counter()
    for index in sorted(range(len(texts)), key=lambda index: (names[index], texts[index])):
        seen = _as_disks_see(names[index])
        if alike[seen] > 1:
            names[index] = _next_free(names[index].removesuffix(suffix), suffix, ranks, taken)
            taken.add(_as_disks_see(names[index]))
    return names


def _next_free(stem: str, suffix: str, ranks: Counter[str], taken: set[str]) -> str:
    """The stem itself, else the stem with the first mark nobody has; `ranks` remembers where the search got to."""
    seen = _as_disks_see(stem)
    while True:
        ranks[seen] += 1
        mark = f" ({ranks[seen]})" if ranks[seen] > 1 else ""
        name = _trimmed(stem, MAX_BYTES - len((mark + suffix).encode())) + mark + suffix
        if _as_disks_see(name) not in taken:
            return name


def _allowed(character: str) -> str:
    """The character itself when it is a letter, a mark on one, a plain digit or a harmless sign."""
    category = unicodedata.category(character)
    if category[0] in "LM" or category == "Nd" or character in _SIGNS:
        return character
    return " " if character.isspace() and category != "Cc" else "_"


def _trimmed(stem: str, limit: int) -> str:
    """At most `limit` bytes; no dot or space at the ends, where Windows drops them and Unix hides the file."""
    return stem.strip(" .").encode()[:limit].decode(errors="ignore").strip(" .")


def _as_disks_see(name: str) -> str:
    """The same for names some disk takes for one: case twins, and letters composed in another way."""
    return unicodedata.normalize("NFD", unicodedata.normalize("NFD", name).upper().casefold())
