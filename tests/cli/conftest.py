"""The program from its entry point, as a shell starts it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.cli import main as program
from tests.load.conftest import parsed_once, pristine, workspace

__all__ = ["parsed_once", "pristine", "workspace"]  # fixtures of these tests too

Docgen = Callable[..., tuple[int, str, str]]


@pytest.fixture
def docgen(workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Docgen:
    """The program from its entry point: exit code, stdout, stderr."""

    def call(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["docgen", "-C", str(workspace), *words])
        with pytest.raises(SystemExit) as stop:
            program.main()
        said = capsys.readouterr()
        return int(stop.value.code or 0), said.out, said.err

    return call
