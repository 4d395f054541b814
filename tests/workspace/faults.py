"""Work in a child process with a fault at one of its file system calls: strace makes the disk refuse, or kills."""

import ctypes
import os
import signal
import subprocess
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

CALLS = "%file,read,write,fsync,close,lseek,ftruncate,flock,getdents64"
BROKEN = 70
NEVER = 65_535  # the last call strace can count to
_ANY_TRACER = 0x59616D61, -1  # prctl(PR_SET_PTRACER, PR_SET_PTRACER_ANY): where only a parent may trace


@dataclass(frozen=True)
class Fault:
    """`kind` is an errno or KILL; at the `call`-th file system call of each thread, or from there on."""

    kind: str
    call: int
    lasting: bool = False

    def __str__(self) -> str:
        return f"{self.kind} at {self.call}{'+' if self.lasting else ''}"

    def option(self) -> str:
        what = "signal=KILL" if self.kind == "KILL" else f"error={self.kind}"
        return f"inject={CALLS}:{what}:when={self.call}{'+' if self.lasting else ''}"


def run_with(fault: Fault, strace: str, work: Callable[[], int], log: Path) -> int:
    """The child's exit code, negative for a signal; `work` gives the code, an exception of it is code 70."""
    child = start(lambda: _when_told(work))
    os.waitpid(child, os.WUNTRACED)
    command = [strace, "-f", "-qq", "-o", str(log), "-e", f"trace={CALLS}", "-e", fault.option(), "-p", str(child)]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as tracer:
        _wait_until_attached(child, tracer)
        os.kill(child, signal.SIGCONT)
        status = os.waitpid(child, 0)[1]
        assert tracer.stderr is not None
        said = tracer.stderr.read().decode()
    assert tracer.returncode in (0, 1, -signal.SIGKILL), said
    return os.waitstatus_to_exitcode(status)


def calls_of(strace: str, work: Callable[[], int], log: Path) -> int:
    """File system calls of the work's main thread."""
    run_with(Fault("EIO", NEVER), strace, work, log)
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    main = lines[0].split()[0]
    return sum(line.split()[0] == main and "resumed>" not in line for line in lines)


def start(work: Callable[[], int]) -> int:
    """A child process that does the work and ends with its code, or 70; returns its number."""
    child = os.fork()
    if child:
        return child
    code = BROKEN
    try:
        code = work()
    except Exception:
        traceback.print_exc()
    finally:
        os._exit(code)


def _when_told(work: Callable[[], int]) -> int:
    ctypes.CDLL(None).prctl(*_ANY_TRACER)
    os.kill(os.getpid(), signal.SIGSTOP)
    return work()


def _wait_until_attached(child: int, tracer: subprocess.Popen[bytes]) -> None:
    status = Path(f"/proc/{child}/status")
    while tracer.poll() is None and "TracerPid:\t0" in status.read_text(encoding="utf-8"):
        os.sched_yield()
