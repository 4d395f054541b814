"""A workbook exported once, and cells changed the way a clerk would."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner
from openpyxl.worksheet.worksheet import Worksheet

from docgen.cli.main import cli
from docgen.workspace.samples import copy_samples
from tests.load.conftest import parsed_once, pristine, workspace

__all__ = ["parsed_once", "pristine", "workspace"]  # a workspace copied from one, parsed once

Edit = Callable[[openpyxl.Workbook], object]


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The shipped data as a workbook."""
    folder = tmp_path_factory.mktemp("exported") / "viec"
    copy_samples(folder, dry_run=False)
    result = CliRunner().invoke(cli, ["-C", str(folder), "excel", "export", str(folder / "so.xlsx")])
    assert result.exit_code == 0, result.output
    return (folder / "so.xlsx").read_bytes()


@pytest.fixture(scope="session")
def fewer_sheets(exported: bytes) -> bytes:
    """The same without its three long sheets: a sheet that is not there touches nothing, and a test takes a fifth."""
    book, out = openpyxl.load_workbook(io.BytesIO(exported)), io.BytesIO()
    for title in ("Mục", "Quyết định", "Quyết định riêng"):
        del book[title]
    book.save(out)
    return out.getvalue()


@pytest.fixture
def whole(workspace: Path, exported: bytes) -> Path:
    """The workbook beside the data it came from."""
    path = workspace / "so.xlsx"
    path.write_bytes(exported)
    return path


@pytest.fixture
def book(workspace: Path, fewer_sheets: bytes) -> Path:
    """A workbook of fewer sheets beside the data it came from."""
    path = workspace / "so.xlsx"
    path.write_bytes(fewer_sheets)
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
