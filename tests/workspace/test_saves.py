"""Saves are noticed once, when Word or Excel has done with its dance of temporary files."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from docgen.workspace.saves import look_at, saves

Moments = Callable[..., list[list[str]]]


class _Over(Exception):
    """No moment is left."""


@pytest.fixture
def told(workspace: Path) -> Moments:
    """What is told while one thing after the other happens, a look after each, and two more looks."""

    def call(*happenings: Callable[[], object]) -> list[list[str]]:
        moments: Iterator[Callable[[], object]] = iter([*happenings, lambda: None, lambda: None])

        def pause() -> None:
            moment = next(moments, None)
            if moment is None:
                raise _Over
            moment()

        found: list[list[str]] = []
        with pytest.raises(_Over):
            found.extend(saves(look_at(workspace), lambda: look_at(workspace), pause))
        return found

    return call


def write(path: Path, text: str) -> Callable[[], object]:
    return lambda: path.write_text(text, encoding="utf-8")


def test_nothing_saved_nothing_told(told: Moments) -> None:
    assert told() == []


def test_a_save_is_told_once(told: Moments, workspace: Path) -> None:
    assert told(write(workspace / "docgen.toml", 'ke_hoach = "kl50" ')) == [["docgen.toml"]]


def test_saves_at_once_are_told_together(told: Moments, workspace: Path) -> None:
    first, second = workspace / "data/don-vi.yaml", workspace / "data/ke-hoach/kl50.yaml"
    assert told(write(first, "a"), write(second, "b")) == [["data/don-vi.yaml", "data/ke-hoach/kl50.yaml"]]


def test_saves_one_after_the_other_are_told_each(told: Moments, workspace: Path) -> None:
    file = workspace / "data/don-vi.yaml"
    assert told(write(file, "a"), lambda: None, write(file, "ab")) == [["data/don-vi.yaml"]] * 2


def test_a_template_saved_by_word(told: Moments, workspace: Path) -> None:
    template = workspace / "templates/hd36/ke-hoach.docx"
    new, old = template.with_name("~WRD0001.tmp"), template.with_name("~WRL0002.tmp")
    assert told(
        write(template.with_name("~$-hoach.docx"), "người đang mở"),
        lambda: shutil.copy(template, new),
        lambda: template.rename(old),
        lambda: new.rename(template),
        old.unlink,
    ) == [["templates/hd36/ke-hoach.docx"]]


def test_a_registry_saved_by_excel(told: Moments, workspace: Path) -> None:
    registry = workspace / "data/don-vi.xlsx"
    registry.write_bytes(b"so cu")
    passing = registry.with_name("1A2B3C00")
    assert told(
        write(registry.with_name("~$don-vi.xlsx"), "người đang mở"),
        write(passing, "so moi"),
        registry.unlink,
        lambda: passing.rename(registry),
    ) == [["data/don-vi.xlsx"]]


def test_what_docgen_makes_is_no_save(told: Moments, workspace: Path) -> None:
    paper = workspace / "build/kl50/than-uyen.docx"
    paper.parent.mkdir(parents=True)
    assert told(write(paper, "văn bản"), write(workspace / "data/.docgen-x.tmp", "đang ghi")) == []


def test_a_file_taken_away_is_told(told: Moments, workspace: Path) -> None:
    assert told((workspace / "data/loai-don-vi.yaml").unlink) == [["data/loai-don-vi.yaml"]]
