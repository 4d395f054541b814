"""A workbook exported once, and cells changed the way a clerk would."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner
from openpyxl.worksheet.worksheet import Worksheet

from docgen.cli.main import cli
from docgen.workspace.samples import copy_samples

Edit = Callable[[openpyxl.Workbook], object]


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The shipped data as a workbook."""
    folder = tmp_path_factory.mktemp("exported") / "viec"
    copy_samples(folder, dry_run=False)
    result = CliRunner().invoke(cli, ["-C", str(folder), "excel", "export", str(folder / "so.xlsx")])
    assert result.exit_code == 0, result.output
    return (folder / "so.xlsx").read_bytes()


@pytest.fixture
def book(workspace: Path, exported: bytes) -> Path:
    """The workbook beside the data it came from."""
    path = workspace / "so.xlsx"
    path.write_bytes(exported)
    return path


def change(path: Path, *edits: Edit) -> None:
    """Open, edit, save."""
    book = openpyxl.load_workbook(path)
    for edit in edits:
        edit(book)
    book.save(path)


def cell_of(page: Worksheet, row: str, title: str) -> Any:
    """The cell of a row, known by its first cell, under a header."""
    column = next(cell.column for cell in page[1] if cell.value == title)
    number = next(cells[0].row for cells in page.iter_rows() if cells[0].value == row)
    return page.cell(number, column)


def typed(sheet: str, row: str, title: str, value: object, look: str = "") -> Edit:
    """A clerk types a value into a cell; `look` is a number format she chose."""

    def edit(book: openpyxl.Workbook) -> None:
        cell = cell_of(book[sheet], row, title)
        cell.value = value
        cell.number_format = look or cell.number_format

    return edit
