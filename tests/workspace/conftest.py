"""An office of one's own, on the disk or in memory."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.workspace.office import Office

MEMORY = Path("/dev/shm")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


@pytest.fixture
def quick(tmp_path: Path) -> Iterator[Path]:
    """For thousands of batches: a folder in memory, where there is one, that takes flushes lightly."""
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else tmp_path, prefix="docgen-test-") as folder:
        yield Path(folder)
