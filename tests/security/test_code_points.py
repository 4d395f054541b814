"""Every code point as data: found unchanged in the paper, or composed (NFC) with a notice, or refused by its name.

All 1 114 112, surrogates too, as JSON can write them: a registry in JSON Lines, a plan, papers read back.
"""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from docgen.load.nodes import read_yaml
from docgen.load.table import read_table
from docgen.problems import Problem
from docgen.stories.build import build
from docgen.stories.run import Wanted
from docgen.vietnamese import to_nfc
from tests.conftest import edit, workbook_of

ALL = range(0x110000)
ROW, PAPER = 256, 16384  # code points in a row of the registry, in a value of a paper
NAMES = {0x9: "dấu Tab", 0xA: "dấu xuống dòng"}
BETWEEN = "|"  # nothing composes with it
SURROGATES = range(0xD800, 0xE000)
TAB, LINE_ENDS = 0x9, (0xA, 0xD)  # in a YAML file they end lines: layout, not part of a value


@pytest.fixture(scope="module")
def accepted() -> list[str]:
    """The characters a registry may hold, composed; each of the others was refused by its name at its row."""
    rows = [json.dumps({"noi_nhan": [f"|{chr(code)}|" for code in ALL[at : at + ROW]]}) for at in ALL[::ROW]]
    table = read_table("\n".join(rows).encode(), "data/don-vi.jsonl")
    fates = [fate for number, row in enumerate(table) for fate in fates_in(row.data["noi_nhan"], row.notes, number)]
    assert len(fates) == len(ALL)
    return [fate for fate in fates if fate]


def fates_in(values: list[str | None], notes: list[tuple[Any, Problem]], row: int) -> Iterator[str | None]:
    """The characters of one row as they were read, None for a refused one. Nothing else may become of a value."""
    told = {path[1]: problem for path, problem in notes}
    assert len(told) == len(notes)
    for place, value in enumerate(values):
        code = row * ROW + place
        composed, problem = to_nfc(chr(code)), told.get(place)
        if problem is None:
            assert value == f"|{chr(code)}|"
        else:
            assert problem.place.line == row + 1
            assert refused(problem, code) if value is None else (problem.code, composed) == ("value.nfd", value[1:-1])
        assert value is None or (composed != chr(code)) == (problem is not None)
        yield value[1:-1] if value else None


def refused(problem: Problem, code: int) -> bool:
    """An error that names the character."""
    return problem.severity == "error" and f"({NAMES.get(code, f'U+{code:04X}')})" in problem.message


def test_what_is_refused_is_what_no_paper_can_hold(accepted: list[str]) -> None:
    assert len(ALL) - len(accepted) == 2_192
    assert {"ế", "Đ", "·", "\xa0", "\ufeff", "\U0010fffd"} < set(accepted)
    assert not {"\0", "\x1f", "\x85", "\u2028", "\u202e", "\ufffe", "\U0010ffff"} & set(accepted)


def test_every_value_stands_in_the_paper(accepted: list[str], workspace: Path) -> None:
    """A signer, a place and a fact, through load, compose, fill, and back."""
    values = [BETWEEN.join(accepted[at : at + PAPER]) for at in range(0, len(accepted), PAPER)]
    units = {f"huyen-mau-{number:03d}": value for number, value in enumerate(values)}
    write_registry(workspace, units)
    parts = "".join(PART.format(unit=unit) for unit in units)
    edit(workspace / "data/ke-hoach/kl50.yaml", "\ndon_vi:\n", f"\ndon_vi:\n{parts}")
    built = build(workbook_of(workspace), Wanted(units=tuple(units), jobs=1), lambda coverage: {})
    assert built.exit_code == 0
    for unit, value in units.items():
        text = text_of(built.folder / f"{unit}.docx")
        for words in ("{}", "{}, ngày", "Thực hiện {} ở huyện."):
            assert words.format(value) in text, unit


PART = (
    "  {unit}:\n    bo_sung:\n    - {{ma: {unit}-1, sau: II.3.4, noi_dung: 'Thực hiện {{du_lieu.van_ban}} ở huyện.'}}\n"
)


def write_registry(folder: Path, units: dict[str, str]) -> None:
    """The shipped units, and districts that say their value in three ways."""
    shipped = read_yaml((folder / "data/don-vi.yaml").read_bytes(), "").data["don_vi"]
    own = [
        {"ma": unit, "ten": f"Huyện ủy {unit}", "loai": "huyen-uy", "cap_tren": "tinh-uy", "dia_danh": value,
         "nguoi_ky": value, "du_lieu": {"van_ban": value}}
        for unit, value in units.items()
    ]  # fmt: skip
    lines = "\n".join(json.dumps(unit) for unit in [*shipped, *own])
    (folder / "data/don-vi.jsonl").write_text(lines, encoding="utf-8")


def text_of(paper: Path) -> str:
    with zipfile.ZipFile(paper) as archive:
        paragraphs = etree.fromstring(archive.read("word/document.xml")).iter("{*}p")
        return "\n".join("".join(paragraph.itertext()) for paragraph in paragraphs)


def test_yaml_reads_every_value_as_json_does(accepted: list[str]) -> None:
    for at in range(0, len(accepted), PAPER):
        value = BETWEEN.join(accepted[at : at + PAPER])
        source = read_yaml(f"a: '{value.replace(chr(39), chr(39) * 2)}'\n".encode(), "tep.yaml")
        assert (source.data, source.notes) == ({"a": value}, [])


@pytest.mark.parametrize("written", ["a: x{}z", "a: 'x{}z'", 'a: "x{}z"', "a: |\n  x{}z", "a: >-\n  x{}z"])
def test_yaml_refuses_what_json_refuses(accepted: list[str], written: str) -> None:
    known = {*accepted}
    forbidden = {code for code in ALL if to_nfc(chr(code)) not in known}
    for code in sorted(forbidden - {*SURROGATES, *LINE_ENDS, TAB}):
        [(_, problem)] = read_yaml(f"b: c\n{written.format(chr(code))}\n".encode(), "tep.yaml").notes
        assert problem.place.line in (2, 3) and refused(problem, code)


@pytest.mark.parametrize("code", [*LINE_ENDS, TAB, *SURROGATES[::0x155], 0x85, 0x2028, 0xFFFF])
def test_yaml_escapes_hide_nothing(code: int) -> None:
    [(path, problem)] = read_yaml(b'b: c\na: "x\\U%08xz"\n' % code, "tep.yaml").notes
    assert (path, problem.place.line, problem.place.column) == (("a",), 2, 4)
    assert refused(problem, code)
