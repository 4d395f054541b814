"""`docgen build` killed, or refused by the disk, in the midst of the papers: the next run finishes by itself."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import need

PROGRAM = [sys.executable, "-m", "docgen"]


def papers(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("fault", "codes"),
    [
        ("rename:signal=KILL:when=7", {-9, 137}),
        ("fsync:signal=KILL:when=3", {-9, 137}),
        ("fsync:error=ENOSPC:when=2", {0, 1, 4}),
        ("rename:error=EIO:when=9", {1}),
    ],
)
def test_the_next_run_finishes(workspace: Path, built: Path, fault: str, codes: set[int]) -> None:
    words = ["-C", str(workspace), "build", "--jobs", "1"]
    strace = [need("strace"), "-f", "-qq", "-o", str(workspace / "strace.log"), "-e", f"inject={fault}"]
    broken = subprocess.run([*strace, *PROGRAM, *words], capture_output=True, text=True, check=False)
    assert broken.returncode in codes and "Traceback" not in broken.stderr
    there, whole = papers(workspace / "build/kl50"), papers(built)
    assert all(whole[name] == content for name, content in there.items() if name.endswith(".docx"))
    subprocess.run([*PROGRAM, *words], capture_output=True, check=True)
    assert papers(workspace / "build/kl50") == whole
