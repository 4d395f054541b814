"""The drafts of case `compare`: papers of any length, what an editor does to one, and the two worst cases."""

import io
import random
from collections.abc import Iterable

import docx
from docx.document import Document

from benchmarks.papers import syllables

EDITED = 0.05
_EVERY, _MOVED = 10, 100  # paragraphs to a heading; paragraphs to one that moves
_REACH = 40
_BULLET = "- Báo cáo kết quả thực hiện về Ban Thường vụ trước ngày 15 hằng tháng."
Pair = tuple[bytes, bytes]


def edited(size: int) -> Pair:
    """A draft of `size` paragraphs, and the same with one in twenty edited and one in a hundred moved."""
    chance = random.Random(size)
    old = list(_paragraphs(chance, size))
    new = list(old)
    for at in chance.sample(range(size), round(EDITED * size)):
        new[at] = _edit(chance, new[at])
    for at in chance.sample(range(size - _REACH), size // _MOVED):
        new.insert(at + _REACH // 2, new.pop(at))
    return _draft(old), _draft(new)


def unrelated(size: int) -> Pair:
    """Two drafts that have words in common, no paragraph."""
    one, other = (_draft(_paragraphs(random.Random(f"{size} {side}"), size)) for side in ("old", "new"))
    return one, other


def bullets(size: int) -> Pair:
    """The same item again and again, one in the middle gone."""
    return _draft([_BULLET] * size), _draft([_BULLET] * (size - 1))


def _paragraphs(chance: random.Random, size: int) -> Iterable[str]:
    for number in range(1, size + 1):
        heading = number % _EVERY == 1
        yield f"{number}. {syllables(chance, 8 if heading else chance.randint(40, 70))}{'' if heading else '.'}"


def _edit(chance: random.Random, paragraph: str) -> str:
    """A few syllables for others, some more, or some less."""
    said = paragraph.split()
    at, gone, come = chance.randrange(1, len(said) - 3), chance.randrange(3), chance.randrange(1, 3)
    return " ".join([*said[:at], *syllables(chance, come).split(), *said[at + gone :]])


def _draft(paragraphs: Iterable[str]) -> bytes:
    """The paragraphs as a .docx; the first words of every one are bold."""
    paper: Document = docx.Document()
    for paragraph in paragraphs:
        first, blank, rest = paragraph.partition(" ")
        runs = paper.add_paragraph()
        runs.add_run(first + blank).bold = True
        runs.add_run(rest)
    content = io.BytesIO()
    paper.save(content)
    return content.getvalue()
