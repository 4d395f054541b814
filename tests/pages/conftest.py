"""Every paper as pages: LibreOffice → PDF → word boxes and lines, in points from the top left."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pdfplumber
import pytest

from docgen.word.pdf import pages_of
from tests.conftest import need

MM = 72 / 25.4


@dataclass(frozen=True)
class Row:
    """Words standing on one line of a page, left to right."""

    text: str
    top: float
    left: float
    right: float
    page: int


@dataclass(frozen=True)
class Pages:
    """One paper: rows of words and drawn horizontal lines of each page."""

    unit: str
    sizes: list[tuple[float, float]]
    rows: list[Row]
    rules: list[list[tuple[float, float, float]]]  # per page: left, right, top
    fonts: set[str]

    def find(self, start: str) -> Row:
        """The first row that begins so."""
        return next(row for row in self.rows if row.text.startswith(start))


def _rows(page: Any, number: int) -> Iterator[Row]:
    """Rows of a page; a wide gap splits the two columns of head and signature."""
    words = page.extract_words(keep_blank_chars=False, use_text_flow=False, x_tolerance=1.5, y_tolerance=2)
    words.sort(key=lambda word: word["bottom"])
    for line in _same_height(words):
        run: list[Any] = []
        for word in sorted(line, key=lambda word: word["x0"]):
            if run and word["x0"] - run[-1]["x1"] > 34:
                yield _row(run, number)
                run = []
            run.append(word)
        yield _row(run, number)


def _same_height(words: list[Any]) -> Iterator[list[Any]]:
    line: list[Any] = []
    for word in words:
        if line and word["bottom"] - line[0]["bottom"] > 3:
            yield line
            line = []
        line.append(word)
    if line:
        yield line


def _row(words: list[Any], number: int) -> Row:
    text = " ".join(word["text"] for word in words)
    return Row(text, min(word["top"] for word in words), words[0]["x0"], words[-1]["x1"], number)


def read_pages(path: Path) -> Pages:
    with pdfplumber.open(path) as pdf:
        rows = [row for number, page in enumerate(pdf.pages, start=1) for row in _rows(page, number)]
        rules = [
            [(drawn["x0"], drawn["x1"], drawn["top"]) for drawn in (*page.lines, *page.rects) if drawn["height"] < 2]
            for page in pdf.pages
        ]
        fonts = {letter["fontname"].split("+")[-1] for page in pdf.pages for letter in page.chars}
        sizes = [(float(page.width), float(page.height)) for page in pdf.pages]
    return Pages(path.stem, sizes, rows, rules, fonts)


@pytest.fixture(scope="session")
def pages(built: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pages]:
    """Pages of every built paper by unit."""
    need("soffice")
    folder = tmp_path_factory.mktemp("pages")
    made = pages_of({path.stem: path.read_bytes() for path in sorted(built.glob("*.docx"))})
    for unit, content in made.items():
        (folder / f"{unit}.pdf").write_bytes(content)
    return {unit: read_pages(folder / f"{unit}.pdf") for unit in made}
