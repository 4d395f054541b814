"""A real scheduler and two worker processes on loopback: the same papers, also when a worker dies half-way."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from distributed import Client

from docgen.stories.build import build
from docgen.stories.opening import Opened, open_workbook
from docgen.stories.run import Wanted
from docgen.workspace.folder import Workspace
from tests.batch.conftest import workspace_of

DISTRICTS = 677  # with the shipped units, 705
_READY = 60


class Cluster(NamedTuple):
    address: str
    workers: list[subprocess.Popen[bytes]]


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    """`dask scheduler` and two `dask worker`, each a process of its own, seen from this machine only."""
    told = tmp_path / "scheduler.json"
    common = ["--scheduler-file", str(told), "--no-dashboard", "--host", "127.0.0.1"]
    worker = ["worker", *common, "--nthreads", "1", "--no-nanny", "--local-directory", str(tmp_path)]
    scheduler = _dask("scheduler", *common, "--port", "0")
    workers = [_dask(*worker), _dask(*worker)]
    try:
        with Client(scheduler_file=str(told), timeout=_READY, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=_READY)
            yield Cluster(client.scheduler.address, workers)
    finally:
        for process in (*workers, scheduler):
            process.kill()
            process.wait()


def _dask(*words: str) -> subprocess.Popen[bytes]:
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return subprocess.Popen([sys.executable, "-m", "distributed.cli.dask_" + words[0], *words[1:]], **quiet)


def papers(opened: Opened, out: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (opened.workspace.root / out / "kl50").glob("*.docx")}


def test_a_cluster_gives_the_papers_of_this_machine(tmp_path: Path, cluster: Cluster) -> None:
    opened, problems = open_workbook(Workspace(workspace_of(tmp_path / "viec", DISTRICTS), None), None)
    assert opened is not None, problems
    build(opened, Wanted(out=Path("here")), lambda coverage: {})
    done: list[str] = []

    def step(unit: str) -> None:
        done.append(unit)
        if len(done) == 300:
            os.kill(cluster.workers[0].pid, signal.SIGKILL)

    wanted = Wanted(out=Path("there"), scheduler=cluster.address)
    built = build(opened, wanted, lambda coverage: {}, step)
    assert built.exit_code == 0 and len(done) == 705
    assert papers(opened, "here") == papers(opened, "there")


def test_a_scheduler_that_is_not_there_is_told(tmp_path: Path) -> None:
    opened, _ = open_workbook(Workspace(workspace_of(tmp_path / "viec", 0), None), None)
    assert opened is not None
    built = build(opened, Wanted(scheduler="tcp://127.0.0.1:9"), lambda coverage: {})
    assert built.exit_code == 4
    assert [problem.code for problem in built.problems] == ["cluster.unreachable"]
