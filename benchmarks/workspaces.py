"""A workspace for timing whole commands, and the command itself as an office runs it: a process of its own."""

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.units import SAMPLE, registry, write_csv
from docgen.workspace.cache import VARIABLE
from docgen.workspace.manifest import NAME
from docgen.workspace.samples import copy_samples

DOCGEN = str(Path(sys.executable).with_name("docgen"))


class Failed(Exception):
    """docgen did not do what the case measures: our bug, not a figure."""


@dataclass(frozen=True)
class Office:
    """A folder with the sample's plan and a synthetic registry of `size` units; its data cache lies beside it."""

    root: Path
    size: int

    @property
    def cache(self) -> Path:
        """Where docgen keeps parsed data between runs."""
        return self.root.with_name(f"{self.root.name}.cache")

    @property
    def environment(self) -> dict[str, str]:
        """The environment of its commands."""
        return {**os.environ, VARIABLE: str(self.cache)}

    def forget(self) -> None:
        """As before the first run: no data cache."""
        shutil.rmtree(self.cache, ignore_errors=True)

    def clear(self) -> None:
        """Take away what a run made."""
        shutil.rmtree(self.root / "build", ignore_errors=True)

    def start_build(self, *units: str) -> subprocess.Popen[bytes]:
        """`docgen build`, not waited for."""
        command = [DOCGEN, "build", *units]
        return subprocess.Popen(
            command, cwd=self.root, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def build(self) -> float:
        """Milliseconds of one `docgen build` of every unit into an empty folder. Raises Failed."""
        self.clear()
        start = time.perf_counter()
        code = self.start_build().wait()
        took = 1000 * (time.perf_counter() - start)
        self.check(code)
        return took

    def check(self, code: int) -> None:
        """Every unit has its paper, and the manifest is there. Raises Failed."""
        made = sum(1 for _ in self.root.glob("build/*/*.docx"))
        manifests = sum(1 for _ in self.root.glob(f"build/*/{NAME}"))
        if code or made != self.size or manifests != 1:
            raise Failed(f"docgen build ended with {code}: {made} papers of {self.size}, {manifests} manifests")


def office(root: Path, size: int) -> Office:
    """A new workspace of `size` units."""
    copy_samples(root, dry_run=False)
    (root / SAMPLE).unlink()
    write_csv((root / SAMPLE).with_suffix(".csv"), registry(size))
    return Office(root, size)
