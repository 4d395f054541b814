"""The manual in Vietnamese: its commands run as written and say what it quotes; nothing it names is missing.

What a clerk does between two commands stands in the page as a comment, `<!-- tay: … -->`, done here by `HANDS`.
"""

import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import click
import pytest
from docx import Document as Word
from docx.shared import Mm
from docx.text.paragraph import Paragraph
from openpyxl import load_workbook

from docgen.cli import main as program
from docgen.workspace.samples import copy_samples
from docs.generate import pages
from tests.conftest import ROOT, edit

MANUAL = ROOT / "docs" / "vi"
PAGES = sorted(page.name for page in MANUAL.glob("*.md") if page.name != "tra-loi.md")
PICTURES_LIMIT = 1_500_000  # bytes, all together
_STEP = re.compile(r"<!-- tay: (?P<hand>.+?) -->|```console(?: (?P<code>\d+))?\n(?P<block>.*?)```", re.DOTALL)
_YAML = re.compile(r"```yaml\n(.*?)```", re.DOTALL)
_COMMAND = re.compile(r"`(docgen [^`]+)`")
_LINK = re.compile(r"\]\(([^)\s#]+)[^)\s]*\)")

Docgen = Callable[..., tuple[int, str]]


@dataclass
class Shown:
    """One command of a page: the exit code of its block, the lines quoted below it."""

    words: list[str]
    code: int
    lines: list[str] = field(default_factory=list)


def text_of(page: str) -> str:
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


def steps(text: str) -> Iterator[Shown | list[str]]:
    """Commands, and what hands do between them with what follows in the page, in the order of the page."""
    for found in _STEP.finditer(text):
        if found["hand"]:
            yield [*(part.strip() for part in found["hand"].split("|")), text[found.end() :]]
        else:
            yield from commands_in(found["block"], int(found["code"] or 0))


# Hands


def change(file: str, old: str, new: str, _: str) -> None:
    """Text of a data file, line ends written `\\n`."""
    edit(Path(file), old.replace("\\n", "\n"), new.replace("\\n", "\n"))


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
    Path(other).parent.mkdir(exist_ok=True)
    shutil.copy(file, other)


def remove(file: str, _: str) -> None:
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


# The manual


@pytest.fixture
def docgen(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Docgen:
    """The program from its entry point: exit code, and what it told and showed."""

    def call(*words: str) -> tuple[int, str]:
        monkeypatch.setattr("sys.argv", list(words))
        with pytest.raises(SystemExit) as stop:
            program.main()
        said = capsys.readouterr()
        return int(stop.value.code or 0), said.err + said.out

    return call


def quoted_as(line: str) -> re.Pattern[str]:
    """A quoted line, «…» for whatever stands there; columns as wide as they like."""
    parts = (r"\s+".join(map(re.escape, part.split())) for part in line.split("…"))
    return re.compile(r"\s*" + r".*".join(parts) + r"\s*")


def not_said(lines: list[str], output: str) -> list[str]:
    """Quoted lines that do not come in the output in their order."""
    said = iter(output.splitlines())
    return [line for line in lines if line != "…" and not any(quoted_as(line).fullmatch(one) for one in said)]


@pytest.mark.parametrize("page", PAGES)
def test_every_command_says_what_the_page_quotes(
    page: str, docgen: Docgen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "$ docgen init" not in text_of(page):
        copy_samples(tmp_path, dry_run=False)
    monkeypatch.chdir(tmp_path)
    for step in steps(text_of(page)):
        if isinstance(step, list):
            HANDS[step[0].partition(" ")[0]](step[0].partition(" ")[2], *step[1:])
        elif step.words[0] == "cd":
            monkeypatch.chdir(Path(step.words[1]).absolute())
        else:
            code, output = docgen(*step.words)
            assert (not_said(step.lines, output), code) == ([], step.code), f"{step.words}\n{output}"


def test_a_quoted_line_must_come_and_in_its_order() -> None:
    assert not_said(["một  …", "…", "ba"], "một hai\nhai\n ba\n") == []
    assert not_said(["ba", "một"], "một\nba\n") == ["một"]
    assert not_said(["một"], "một hai\n") == ["một"]


def test_the_answers_are_fresh() -> None:
    assert text_of("tra-loi.md") == pages()["vi/tra-loi.md"], "run `make docs`"


def resolve(words: list[str]) -> tuple[click.Command, list[str]]:
    """The command some words name, and the words left over."""
    command: click.Command = program.cli
    context = click.Context(command)
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        _, found, words = command.resolve_command(context, words)
        assert found
        command = found
    return command, words


@pytest.mark.parametrize("page", PAGES)
def test_commands_in_prose_are_commands(page: str) -> None:
    for named in _COMMAND.findall(text_of(page)):
        command, rest = resolve(shlex.split(named)[1:])
        options = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
        assert {word for word in rest if word.startswith("-")} <= options | {"-h", "--help"}, named


def test_the_manual_names_every_verb() -> None:
    whole = "\n".join(map(text_of, PAGES))
    assert [verb for verb in program.COMMANDS if f"docgen {verb}" not in whole] == []


@pytest.mark.parametrize("page", [*PAGES, "tra-loi.md"])
def test_links_and_pictures_are_there(page: str) -> None:
    targets = [target for target in _LINK.findall(text_of(page)) if "://" not in target]
    assert [target for target in targets if not (MANUAL / target).exists()] == []


def test_the_index_leads_to_every_page() -> None:
    assert set(_LINK.findall(text_of("README.md"))) >= {*PAGES, "tra-loi.md"} - {"README.md"}


def test_pictures_are_small_and_all_are_shown() -> None:
    pictures = sorted(MANUAL.rglob("*.png"))
    shown = {target for page in PAGES for target in _LINK.findall(text_of(page)) if target.endswith(".png")}
    assert {picture.relative_to(MANUAL).as_posix() for picture in pictures} == shown
    assert sum(picture.stat().st_size for picture in pictures) < PICTURES_LIMIT
