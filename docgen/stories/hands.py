"""Where many pieces of work are done: this process, processes of this machine, or a dask cluster.

Each is a `concurrent.futures.Executor` to the stories, with a way to replace it when it broke.
"""

import os
import re
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import TYPE_CHECKING, Any, Protocol

from docgen.problems import Place, Problem
from docgen.workspace.folder import USAGE, Refused
from docgen.workspace.writing import CANNOT

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

_ADDRESS = re.compile(r"(tcp|tls|ucx|ws|wss)://.+:\d+")
_FEW = 4  # so few pieces that starting processes costs more than it gives
_SECONDS_TO_CONNECT = 5


class Hands(Protocol):
    """Where the work is done: `width` groups at once, `executor` replaced by `restart` when it broke."""

    width: int
    executor: Executor

    def restart(self) -> None:
        """Stop what hangs, start anew."""

    def stop(self) -> None:
        """End at once; unfinished work is given up."""


class _AtOnce(Executor):
    """The executor that does the work itself, when it is handed in."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


class Serial:
    """This process alone."""

    width = 1

    def __init__(self) -> None:
        self.executor: Executor = _AtOnce()

    def restart(self) -> None:
        """Nothing to replace."""

    def stop(self) -> None:
        """Nothing to end."""


class Processes:
    """Worker processes of this machine."""

    def __init__(self, jobs: int) -> None:
        self.jobs, self.width = jobs, jobs + 2
        self.executor: Any = self._start()

    def _start(self) -> "ProcessPoolExecutor":
        import multiprocessing  # not for a single paper
        from concurrent.futures import ProcessPoolExecutor

        forks = "fork" in multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("fork" if forks else "spawn")
        return ProcessPoolExecutor(self.jobs, context, _begin)

    def restart(self) -> None:
        """A pool with a dead or hung worker is thrown away."""
        self.stop()
        self.executor = self._start()

    def stop(self) -> None:
        """Kill our own workers: a pool has no other way to leave a hung one."""
        for process in list((self.executor._processes or {}).values()):
            process.kill()
        self.executor.shutdown(cancel_futures=True)


def _begin() -> None:
    """A worker leaves Ctrl-C to the main process and ends with it, even when that is killed."""
    import multiprocessing

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: Any) -> None:
    parent.join()
    os._exit(1)


class Cluster:
    """The workers of a running dask cluster; data and papers travel, no folder is shared."""

    def __init__(self, address: str) -> None:
        if not _ADDRESS.fullmatch(address):
            message, remedy = f"«{address}» không phải là địa chỉ một cụm máy.", "Ghi như tcp://192.0.2.1:8786."
            raise Refused(Problem(Place("--scheduler"), "usage", message, remedy), USAGE)
        try:
            from distributed import Client
        except ImportError:
            message, remedy = "Máy này chưa cài dask.distributed.", "Cài docgen[cluster], hoặc bỏ --scheduler."
            raise Refused(Problem(Place("--scheduler"), "cluster.missing", message, remedy), CANNOT) from None
        try:
            self.client: Any = Client(address, timeout=_SECONDS_TO_CONNECT, set_as_default=False)
        except (OSError, TimeoutError, ValueError):
            message, remedy = f"Không nối được tới «{address}».", "Kiểm tra địa chỉ và dask scheduler rồi chạy lại."
            raise Refused(Problem(Place("--scheduler"), "cluster.unreachable", message, remedy), CANNOT) from None
        self.width = 2 * max(1, sum(self.client.ncores().values()))
        self.executor: Executor = self.client.get_executor(retries=3)

    def restart(self) -> None:
        """dask replaces its own workers; what hangs is given up."""
        self.executor.shutdown(wait=False)
        self.executor = self.client.get_executor(retries=3)

    def stop(self) -> None:
        """Leave the cluster as it was."""
        self.executor.shutdown(wait=False)
        self.client.close()


def hands_for(pieces: int, jobs: int | None, scheduler: str | None) -> Hands:
    """A cluster when one is named, this process for a few pieces, else a worker a core."""
    if scheduler:
        return Cluster(scheduler)
    wanted = jobs or _cores()
    return Processes(wanted) if wanted > 1 and pieces > _FEW else Serial()


def _cores() -> int:
    """Cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
