"""Pages through LibreOffice: a program of its own with a profile of its own for every group of papers; optional.

A hung or dead converter costs the paper it hung on: what a group did not bring is tried alone.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

PAPERS_A_START = 25  # LibreOffice grows with every paper; a new one is started for each group
_SECONDS_FOR_START, _SECONDS_A_PAPER = 60.0, 10.0
_BROKEN = 2  # so many papers alone without a page: it is the converter


class NoConverter(Exception):
    """LibreOffice is not on this machine."""


def pages_of(papers: Mapping[str, bytes]) -> dict[str, bytes]:
    """`.docx` by name → PDF by name; papers that cannot be turned are left out. Raises NoConverter."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise NoConverter
    made = _converted(program, papers)
    failed = 0
    for name in papers.keys() - made.keys() if len(papers) > 1 else ():
        alone = _converted(program, {name: papers[name]})
        made |= alone
        failed += not alone
        if failed == _BROKEN and not made:
            break
    return made


def longest(count: int) -> float:
    """Seconds within which `pages_of` answers for so many papers."""
    return _seconds(count) + count * _seconds(1)


def _seconds(count: int) -> float:
    return _SECONDS_FOR_START + _SECONDS_A_PAPER * count


def _converted(program: str, papers: Mapping[str, bytes]) -> dict[str, bytes]:
    """What one start of LibreOffice makes of the papers in its time."""
    with tempfile.TemporaryDirectory(prefix="docgen-", ignore_cleanup_errors=True) as folder:
        given, made = Path(folder, "in"), Path(folder, "out")
        given.mkdir()
        for name, content in papers.items():
            (given / f"{name}.docx").write_bytes(content)
        command = [program, "--headless", "--norestore", f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"]
        command += ["--convert-to", "pdf", "--outdir", str(made), *(str(given / f"{name}.docx") for name in papers)]
        _run(command, _seconds(len(papers)))
        pages = {name: made / f"{name}.pdf" for name in papers}
        return {name: content for name, page in pages.items() if (content := _whole(page))}


def _run(command: Sequence[str], seconds: float) -> None:
    """Run to the end or for `seconds`; then the program and all it started are killed."""
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "0"}
    try:
        process = subprocess.Popen(command, env=environment, start_new_session=True, **quiet)  # type: ignore[call-overload]
    except OSError:
        return
    try:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(seconds)
    finally:
        _kill_all(process)


def _kill_all(process: "subprocess.Popen[bytes]") -> None:
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError):  # all ended by themselves
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()


def _whole(page: Path) -> bytes:
    """A PDF with its beginning and end, else nothing."""
    try:
        content = page.read_bytes()
    except OSError:
        return b""
    return content if content.startswith(b"%PDF") and b"%%EOF" in content[-1024:] else b""
