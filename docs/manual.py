"""The pages of docs/vi as steps: commands with what is quoted of their answers, and what a clerk does in between.

What hands do stands in a page as a comment: `<!-- tay: word nop/than-uyen.docx | 5% | 4% -->`.
"""

import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from docx import Document as Word
from docx.shared import Mm
from docx.text.paragraph import Paragraph
from openpyxl import load_workbook

MANUAL = Path(__file__).parent / "vi"
_STEP = re.compile(r"<!-- tay: (?P<hand>.+?) -->|```console(?: (?P<code>\d+))?\n(?P<block>.*?)```", re.DOTALL)
_YAML = re.compile(r"```yaml\n(.*?)```", re.DOTALL)


@dataclass
class Shown:
    """One command of a page: the exit code of its block, the lines quoted below it."""

    words: list[str]
    code: int
    lines: list[str] = field(default_factory=list)


def text_of(page: str) -> str:
    """A page by its file name."""
    return (MANUAL / page).read_text(encoding="utf-8")


def commands_in(block: str, code: int) -> list[Shown]:
    """The commands of a block; the code is that of the last one."""
    found: list[Shown] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append(Shown(shlex.split(line[2:]), 0))
        elif line.strip():
            found[-1].lines.append(line)
    found[-1].code = code
    return found


def steps(text: str) -> Iterator[Shown | Callable[[], None]]:
    """Commands, and what hands do between them, in the order of the page. Hands work in the current folder."""
    for found in _STEP.finditer(text):
        if found["hand"]:
            hand, _, words = found["hand"].partition(" ")
            given = [part.strip(" ") for part in words.split("|")]
            yield partial(HANDS[hand], *given, text[found.end() :])
        else:
            yield from commands_in(found["block"], int(found["code"] or 0))


# Hands


def change(file: str, old: str, new: str, _: str) -> None:
    """Text of a data file, line ends written `\\n`."""
    text, old, new = Path(file).read_text(encoding="utf-8"), old.replace("\\n", "\n"), new.replace("\\n", "\n")
    assert old in text, old
    Path(file).write_text(text.replace(old, new, 1), encoding="utf-8")


def write(file: str, rest: str) -> None:
    """A data file with the YAML that follows in the page."""
    shown = _YAML.search(rest)
    assert shown
    Path(file).write_text(shown[1], encoding="utf-8")


def fill(book: str, *cells: str) -> None:
    """Cells of a workbook, each by its page, the id of its row, the header of its column; and what goes in."""
    opened = load_workbook(book)
    for sheet, row, column, value in zip(*[iter(cells[:-1])] * 4, strict=True):
        page = opened[sheet]
        (across,) = (cell.column for cell in page[1] if cell.value == column)
        (down,) = (cell.row for cell in page["A"] if cell.value == row)
        page.cell(down, across).value = value
    opened.save(book)


def retype(file: str, old: str, new: str, _: str) -> None:
    """Words of a Word file, within one run as Word keeps a word typed over."""
    opened = Word(file)
    tables = (cell for table in opened.tables for row in table.rows for cell in row.cells)
    paragraphs: list[Paragraph] = [*opened.paragraphs, *(one for cell in tables for one in cell.paragraphs)]
    run = next(run for paragraph in paragraphs for run in paragraph.runs if old in run.text)
    run.text = run.text.replace(old, new)
    opened.save(file)


def narrow(file: str, width: str, _: str) -> None:
    """The left margin of a Word file, in millimetres."""
    opened = Word(file)
    opened.sections[0].left_margin = Mm(int(width))
    opened.save(file)


def copy(file: str, other: str, _: str) -> None:
    """A file into another folder."""
    Path(other).parent.mkdir(exist_ok=True)
    shutil.copy(file, other)


def remove(file: str, _: str) -> None:
    """A file that is there."""
    Path(file).unlink()


HANDS: dict[str, Callable[..., None]] = {
    "sửa": change,
    "ghi": write,
    "ô": fill,
    "word": retype,
    "lề": narrow,
    "chép": copy,
    "xóa": remove,
}
