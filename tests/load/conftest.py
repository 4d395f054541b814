"""Many workspaces, each with one slip: copied from one, and what nobody touched is parsed once."""

import shutil
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest
from ruamel.yaml.nodes import Node

from docgen.load import nodes
from docgen.load.source import Source
from docgen.workspace.samples import copy_samples


@pytest.fixture(scope="session")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace nobody edits."""
    folder = tmp_path_factory.mktemp("pristine") / "viec"
    copy_samples(folder, dry_run=False)
    return folder


@pytest.fixture
def workspace(pristine: Path, tmp_path: Path) -> Path:
    """A workspace of one's own."""
    return Path(shutil.copytree(pristine, tmp_path / "viec"))


@pytest.fixture(scope="session", autouse=True)
def parsed_once(pristine: Path) -> Iterator[None]:
    """Trees of the shipped files are kept: reading them changes nothing in them. Edited files are parsed as ever."""
    shipped = {path.read_text(encoding="utf-8") for path in (pristine / "data").rglob("*.yaml")}
    compose = nodes.compose
    kept = lru_cache(maxsize=None)(lambda text: compose(text, Source("")))

    def composed(text: str, source: Source) -> Node | None:
        return kept(text) if text in shipped else compose(text, source)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nodes, "compose", composed)
        yield
