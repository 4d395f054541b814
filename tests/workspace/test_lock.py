"""One batch at a time: who holds the folder is told, the lock of the dead is taken over, another machine's is not."""

import datetime
import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from docgen.workspace.folder import Refused
from docgen.workspace.lock import FolderLock

HERE = {"pid": 1, "user": "lan", "host": socket.gethostname(), "since": "2023-07-14T08:00:00+07:00"}
THERE = HERE | {"host": "may-van-thu"}
HOLD = """
import sys, time
from pathlib import Path
from docgen.workspace.lock import FolderLock
FolderLock(Path(sys.argv[1]), "lock", 5).acquire()
print("held", flush=True)
time.sleep(60)
"""
FORK = """
import os, sys, time
from pathlib import Path
from docgen.workspace.lock import FolderLock
FolderLock(Path(sys.argv[1]), "lock", 5).acquire()
worker = os.fork()
if worker:
    print(worker, flush=True)
time.sleep(60)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "lock"


def lock(path: Path, wait: float = 0.0) -> FolderLock:
    return FolderLock(path, "build/.docgen/kl50/lock", wait)


def refusal(path: Path) -> Refused:
    with pytest.raises(Refused) as refused:
        lock(path).acquire()
    return refused.value


def test_the_second_is_told_who_holds_it_where_and_since_when(path: Path) -> None:
    first = lock(path)
    first.acquire()
    refused = refusal(path)
    assert refused.exit_code == 4 and refused.problem.code == "lock.held"
    assert f"trên máy {socket.gethostname()} (tiến trình {os.getpid()})" in refused.problem.message
    assert f"ngày {datetime.date.today():%d/%m/%Y} (cách đây 0 phút)" in refused.problem.message
    first.release()
    lock(path).acquire()


def test_released_nothing_is_left(path: Path) -> None:
    held = lock(path)
    held.acquire()
    held.release()
    held.release()
    assert not path.exists()


def test_the_lock_of_a_killed_process_is_taken_over(path: Path) -> None:
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE)
    assert holder.stdout is not None and holder.stdout.readline() == b"held\n"
    assert f"tiến trình {holder.pid}" in refusal(path).problem.message
    holder.kill()
    holder.wait()
    holder.stdout.close()
    assert json.loads(path.read_text(encoding="utf-8"))["pid"] == holder.pid
    lock(path).acquire()


def test_a_process_number_used_again_holds_nothing(path: Path) -> None:
    path.write_text(json.dumps(HERE | {"pid": os.getpid()}), encoding="utf-8")
    lock(path).acquire()


def test_another_machines_lock_is_told_with_its_age_and_never_taken(path: Path) -> None:
    path.write_text(json.dumps(THERE), encoding="utf-8")
    problem = refusal(path).problem
    assert "do lan dùng trên máy may-van-thu (tiến trình 1)" in problem.message
    assert "giờ)" in problem.message and "xóa tệp build/.docgen/kl50/lock" in problem.remedy
    assert json.loads(path.read_text(encoding="utf-8")) == THERE


def test_a_lock_without_a_name_is_first_waited_for_then_taken(path: Path) -> None:
    path.touch()
    assert refusal(path).problem.code == "lock.held"
    os.utime(path, (time.time() - 2, time.time() - 2))
    lock(path).acquire()


def test_a_worker_forked_by_a_killed_run_does_not_hold_its_lock(path: Path) -> None:
    holder = subprocess.Popen([sys.executable, "-c", FORK, str(path)], stdout=subprocess.PIPE)
    assert holder.stdout is not None
    worker = int(holder.stdout.readline())
    holder.kill()
    holder.wait()
    holder.stdout.close()
    lock(path).acquire()
    os.kill(worker, signal.SIGKILL)
