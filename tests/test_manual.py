"""The manual in Vietnamese: its commands run as written and say what it quotes; nothing it names is missing."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from docgen.cli import main as program
from docgen.workspace.samples import copy_samples
from docs.codes import codes_page
from docs.generate import MADE
from docs.manual import MANUAL, Shown, steps, text_of
from docs.said import Said, gathered

PAGES = sorted(page.name for page in MANUAL.glob("*.md") if page.name != "tra-loi.md")
PICTURES_LIMIT = 1_500_000  # bytes, all together
_COMMAND = re.compile(r"`(docgen [^`]+)`")
_LINK = re.compile(r"\]\(([^)\s#]+)[^)\s]*\)")

Docgen = Callable[..., tuple[int, str]]


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
        if not isinstance(step, Shown):
            step()
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
    assert text_of("tra-loi.md") == codes_page(MADE), "run `make docs`"


def test_sentences_are_read_where_the_sources_keep_them() -> None:
    told = gathered()
    empty = "Chép hoặc tải lại tệp từ nơi gửi rồi thử lại."
    assert Said("docx.empty", "Tệp rỗng, không có nội dung nào.", empty) in told  # a table of sentences
    assert (
        Said("waiver.unknown_rule", "Không có quy tắc «…».", "Có phải ý là «…»?") in told
    )  # a function of another room
    assert Said("excel.error", "Ô đang báo lỗi ….", "Sửa công thức, hoặc gõ thẳng giá trị vào ô.") in told  # in place
    assert Said("yaml.syntax") in told  # only a run can tell: explained by hand
    assert not [one for one in told if one.code.startswith("coverage.")]  # names of files


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
