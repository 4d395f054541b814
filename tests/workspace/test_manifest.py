"""The manifest of thousands of units is written in pieces and read back the same."""

import json
from pathlib import Path

import pytest

from docgen.workspace.manifest import NAME, Entry, Manifest, load_manifest, sha256


def manifest_of(units: int) -> Manifest:
    entries = {f"xa-{number}": Entry(f"{number:064d}", f"d{number}", "t", "hd36") for number in range(units)}
    return Manifest("kl50", entries, {"xa-0": {"xa-0.moi.docx": "b"}} if units else {}, {"coverage.json": "c"})


@pytest.mark.parametrize("units", [0, 1, 2, 997, 998, 999, 1_000, 1_001, 2_500])
def test_what_is_written_is_read_back(tmp_path: Path, units: int) -> None:
    manifest = manifest_of(units)
    content = b"".join(manifest.pieces())
    (tmp_path / NAME).write_bytes(content)
    assert manifest.sha256() == sha256(content)
    assert load_manifest(tmp_path, "kl50") == manifest
    assert list(json.loads(content)["units"]) == sorted(manifest.units)


def test_a_line_a_unit(tmp_path: Path) -> None:
    lines = b"".join(manifest_of(2).pieces()).decode("utf-8").splitlines()
    assert lines[2] == (
        ' "xa-0": {"file": "xa-0.docx", "sha256": "' + "0" * 64 + '", "data": "d0", "template": "t", "form": "hd36"},'
    )
    assert lines[4:] == ["},", '"besides": {"xa-0": {"xa-0.moi.docx": "b"}},', '"records": {"coverage.json": "c"}}']


def test_no_piece_is_the_whole() -> None:
    assert max(map(len, manifest_of(5_000).pieces())) < 200_000
