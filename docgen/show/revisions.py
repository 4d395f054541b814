"""Tracked changes of a paper for a person and for a program."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from docgen.model.revision import Revision
from docgen.show.finding_json import place as place_json
from docgen.show.finding_words import counted, place

KINDS = {
    "insert": "chèn", "delete": "xóa", "moved_from": "chuyển đi", "moved_to": "chuyển đến", "format": "định dạng",
    "row_insert": "chèn hàng", "row_delete": "xóa hàng", "cell_insert": "chèn ô", "cell_delete": "xóa ô",
    "cell_merge": "gộp ô",
}  # fmt: skip
_SHOWN = 90


def as_json(file: str, revisions: Iterable[Revision]) -> dict[str, Any]:
    """Shape `docgen/revisions/1`."""
    return {"schema": "docgen/revisions/1", "file": file, "revisions": [_shape(one) for one in revisions]}


def _shape(one: Revision) -> dict[str, Any]:
    return {
        "kind": one.kind, "author": one.author, "date": one.date, "words": one.words, "place": place_json(one.place),
    }  # fmt: skip


def as_text(file: str, revisions: Sequence[Revision]) -> str:
    """Hand by hand in the order of the paper, the summary first."""
    if not revisions:
        return f"{file}: không có thay đổi nào được theo dõi."
    counts = Counter(KINDS[one.kind] for one in revisions)
    summary = counted((count, kind) for kind, count in counts.items())
    return "\n".join([f"{file}: {len(revisions)} thay đổi ({summary}).", *_lines(revisions)])


def _lines(revisions: Iterable[Revision]) -> Iterator[str]:
    for (author, day), several in groupby(revisions, lambda one: (one.author, one.date[:10])):
        yield ", ".join(filter(None, (author or "Không rõ ai", _day(day)))) + ":"
        for one in several:
            where = place(one.place)
            yield f"  {KINDS[one.kind]}{f', {where}' if where else ''}: «{_shortened(one.words)}»"


def _day(iso: str) -> str:
    """`2023-07-14` → `14/7/2023`; what is no date stays as it is."""
    parts = iso.split("-")
    return "/".join(part.lstrip("0") for part in reversed(parts)) if len(parts) == len("ymd") else iso


def _shortened(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
