"""How long and how large one piece of work may become: a template that never ends costs its paper, not the machine.

Where the system has no timer or no memory limit (Windows, threads of a cluster's worker), the budget of loop turns in
`word` and the patience of the crew stand alone.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

SECONDS = 30.0
BYTES = 384 << 20  # on top of what the process holds already, which is below 128 MiB
_STATM = Path("/proc/self/statm")
_DATA_FIELD = 5


class TooLong(BaseException):
    """The time is up. No `except Exception` on the way may swallow it."""


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raise TooLong in the code inside when `seconds` have passed."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(*_: Any) -> None:
    raise TooLong


@contextmanager
def memory(extra: int = BYTES) -> Iterator[None]:
    """Raise MemoryError in the code inside when it asks for more than `extra` bytes on top of today's."""
    if resource is None or not _STATM.exists():
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    held = int(_STATM.read_text().split()[_DATA_FIELD]) * resource.getpagesize()
    allowed = held + extra if hard == resource.RLIM_INFINITY else min(held + extra, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (allowed, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))
