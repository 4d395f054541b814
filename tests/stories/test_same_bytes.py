"""Same data, same bytes: twice, in two time zones, two locales, with two hash seeds."""

import os
import subprocess
import sys
from pathlib import Path

from docgen.workspace.manifest import sha256
from docgen.workspace.samples import copy_samples


def hashes(folder: Path, **settings: str) -> dict[str, str]:
    copy_samples(folder, dry_run=False)
    command = [sys.executable, "-m", "docgen", "-C", str(folder), "build"]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, **settings})
    made = (folder / "build/kl50").iterdir()
    return {path.name: sha256(path.read_bytes()) for path in made}


def test_zone_locale_and_hash_seed_change_nothing(tmp_path: Path) -> None:
    here = hashes(tmp_path / "mot", TZ="Asia/Ho_Chi_Minh", LC_ALL="C.UTF-8", PYTHONHASHSEED="1")
    there = hashes(tmp_path / "hai", TZ="America/Los_Angeles", LC_ALL="C", PYTHONHASHSEED="2")
    assert here == there
    assert len(here) == 28 + 3
