"""The engines of the cases: what each needs, how it is installed, and the process it answers from."""

import os
import subprocess
import sys
import venv
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "build" / "bench"
NODE_PEERS = ROOT / "benchmarks" / "peers.mjs"
Home = Literal["docgen", "python", "python-rust", "redlines", "node"]


@dataclass(frozen=True)
class Engine:
    """One engine: its home is an environment of its own, `needs` are requirements, the main one first."""

    name: str
    home: Home
    needs: tuple[str, ...]
    dialect: str = "jinja"
    note: str = ""


_DOCXTPL = "docxtpl==0.20.2"
BASE = Engine("docxtpl", "python", (_DOCXTPL,), note="as its README shows")
ENGINES = (
    Engine("docgen", "docgen", (), note="`compile_template`, then `fill`"),
    Engine("floor", "python", ("isal==1.9.1", _DOCXTPL), note="isal; render, deflate, copy, nothing else"),
    Engine("docxtpl with a cache", "python", (_DOCXTPL,), note="patched XML and compiled templates kept"),
    Engine("rust-docxtpl", "python-rust", ("rust-docxtpl==0.1.2",), note="as its README shows"),
    Engine(
        "docx-mailmerge2",
        "python",
        ("docx-mailmerge2==1.0.3",),
        "merge-fields",
        "no loop over paragraphs: fields of its own for each, one row loop",
    ),
    Engine("python-docx", "python", ("python-docx==1.2.0",), note="from scratch, no template, plain looks"),
    Engine("docxtemplater", "node", ("docxtemplater@3.71.0", "pizzip@3.3.0"), "mustache"),
    Engine("easy-template-x", "node", ("easy-template-x@7.2.8",), "mustache"),
    Engine("carbone", "node", ("carbone@3.8.2",), "carbone", "community edition"),
    Engine("docx", "node", ("docx@9.15.2",), note="from scratch, no template, plain looks"),
)


class Unusable(Exception):
    """A peer that cannot be installed or does not work; the reason is shown in the table."""


def release(engine: Engine) -> str:
    """The version measured."""
    if engine.home == "docgen":
        return version("docgen")
    return engine.needs[0].replace("==", "@").rpartition("@")[2]


def install(engine: Engine) -> None:
    """Its packages into its home. Raises Unusable."""
    folder = FOLDER / engine.home
    if engine.home == "node":
        folder.mkdir(parents=True, exist_ok=True)
        _run(
            "npm",
            "install",
            "--prefix",
            str(folder),
            "--no-audit",
            "--no-fund",
            "--silent",
            "--prefer-offline",
            *engine.needs,
        )
    elif engine.home != "docgen":
        if not _python(folder).exists():
            venv.create(folder, with_pip=True)
        _run(str(_python(folder)), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *engine.needs)


def _python(folder: Path) -> Path:
    return folder / "bin" / "python"


def python_of(home: Home) -> str:
    """The interpreter that sees the packages of a home."""
    return sys.executable if home == "docgen" else str(_python(FOLDER / home))


def _run(*command: str) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, text=True)
    except FileNotFoundError:
        raise Unusable(f"{command[0]} is not on this machine") from None
    except subprocess.CalledProcessError as failed:
        raise Unusable(f"not installed: {_last_line(failed.stderr)}") from None


def _last_line(text: str) -> str:
    return (text.strip().splitlines() or ["no reason given"])[-1]


class Worker:
    """A long-lived engine on one core. Raises Unusable when it dies."""

    def __init__(self, engine: Engine, template: Path, papers: Path, core: int) -> None:
        if engine.home == "node":
            command, folder = ["node", str(NODE_PEERS), engine.name, str(template), str(papers)], FOLDER / "node"
        else:
            command, folder = [python_of(engine.home), "-m", "benchmarks.worker", engine.name, str(template)], ROOT
        self._errors = (template.parent / f"{engine.name}.stderr").open("w+")
        self._process = subprocess.Popen(
            command, cwd=folder, text=True, bufsize=1, preexec_fn=_pinned(core),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors,
        )  # fmt: skip
        self._answer()

    def time(self, first: int, last: int) -> float:
        """Milliseconds a paper over the papers from `first` up to `last`."""
        return float(self._ask(f"time {first} {last}"))

    def save(self, number: int, path: Path) -> bytes:
        """One paper as the engine makes it."""
        self._ask(f"save {number} {path}")
        return path.read_bytes()

    def stop(self) -> None:
        """End the process."""
        self._process.communicate()
        self._errors.close()

    def _ask(self, order: str) -> str:
        assert self._process.stdin is not None
        with suppress(BrokenPipeError):  # it died: why is in its errors
            self._process.stdin.write(f"{order}\n")
        return self._answer()

    def _answer(self) -> str:
        assert self._process.stdout is not None
        answer = self._process.stdout.readline().strip()
        if not answer:
            self._process.wait()
            self._errors.seek(0)
            raise Unusable(f"failed: {_last_line(self._errors.read())}")
        return answer


def _pinned(core: int) -> Callable[[], None]:
    return lambda: os.sched_setaffinity(0, {core})
