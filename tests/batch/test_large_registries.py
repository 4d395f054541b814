"""Above 1 000 units the coverage tells kinds and exceptions; papers are made as ever."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from docgen.cli.main import cli
from tests.batch.conftest import district, shipped_rows, workspace_of, write_csv


@pytest.fixture(scope="module")
def coverage(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The coverage of a registry of 1 001 units, of which two papers are built."""
    folder: Path = workspace_of(tmp_path_factory.mktemp("lon") / "viec", 973)
    result = CliRunner().invoke(cli, ["-C", str(folder), "build", "huyen-mau-0973", "than-uyen"])
    assert result.exit_code == 0, result.output
    assert (folder / "build/kl50/huyen-mau-0973.docx").exists()
    return json.loads((folder / "build/kl50/coverage.json").read_text(encoding="utf-8"))


def test_a_cell_for_every_item_of_every_kind_and_exception(coverage: Any) -> None:
    items = [item["id"] for item in coverage["items"]]
    by_kind = {(cell["kind"], cell["item"]) for cell in coverage["cells"] if "kind" in cell}
    by_unit = {(cell["unit"], cell["item"]) for cell in coverage["cells"] if "unit" in cell}
    exceptions = {"tinh-uy", "than-uyen", "sin-ho", "ban-to-chuc", "ban-tuyen-giao", "ban-dan-van", "ban-noi-chinh"}
    kinds = {row["loai"] for row in shipped_rows() if row["ma"] not in exceptions} | {"huyen-uy"}
    assert by_kind == {(kind, item) for kind in kinds for item in items}
    assert by_unit == {(unit, item) for unit in exceptions for item in items}
    assert all(("kind" in cell) != ("unit" in cell) for cell in coverage["cells"])


def test_a_kind_names_none_of_its_units(coverage: Any) -> None:
    words = " ".join(cell["text"] for cell in coverage["cells"] if cell.get("kind") == "huyen-uy")
    assert "Huyện ủy" in words and "Tam Đường" not in words and "Mẫu" not in words


def test_a_thousand_units_have_a_cell_each(tmp_path: Path) -> None:
    folder = workspace_of(tmp_path / "viec", 0)
    write_csv(folder / "data/don-vi.csv", [*shipped_rows(), *map(district, range(1, 973))])
    result = CliRunner().invoke(cli, ["-C", str(folder), "build", "than-uyen"])
    assert result.exit_code == 0, result.output
    coverage = json.loads((folder / "build/kl50/coverage.json").read_text(encoding="utf-8"))
    assert len(coverage["cells"]) == 1_000 * len(coverage["items"])
