"""A converter that misbehaves costs the paper it misbehaves on. `soffice` is a script of the test's here."""

import os
import time
from pathlib import Path

import pytest

from docgen.word import pdf
from docgen.word.pdf import NoConverter, pages_of

PAPERS = {"mot": b"1", "hai": b"2", "hong": b"x", "ba": b"3"}
GOOD = {name: f"%PDF {name} %%EOF".encode() for name in ("mot", "hai", "ba")}
# Called with … --outdir OUT PAPER…: makes pages until it meets the paper `hong`, then does what the test wants.
SCRIPT = """#!/bin/sh
while [ "$1" != --outdir ]; do shift; done
out=$2; shift 2; mkdir -p "$out"
for paper in "$@"; do
  name=$(basename "$paper" .docx)
  if [ "$name" = hong ]; then {fault}; else printf '%s' "%PDF $name %%EOF" > "$out/$name.pdf"; fi
done
"""


@pytest.fixture
def soffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the script goes; groups have 2 seconds, a paper alone 1."""
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(pdf, "_SECONDS_FOR_START", 0.8)
    monkeypatch.setattr(pdf, "_SECONDS_A_PAPER", 0.2)
    return tmp_path / "soffice"


def install(file: Path, fault: str) -> None:
    file.write_text(SCRIPT.replace("{fault}", fault), encoding="utf-8")
    file.chmod(0o755)


@pytest.mark.parametrize(
    "fault",
    [
        "sleep 60",
        "kill -9 $$",
        "exit 0",
        "exit 81",
        "printf '%s' '%PDF half' > $out/$name.pdf",
        ": > $out/$name.pdf",
        "printf 'not a page' > $out/$name.pdf",
    ],
)
def test_a_bad_paper_costs_its_own_pages(soffice: Path, fault: str) -> None:
    install(soffice, fault)
    assert pages_of(PAPERS) == GOOD


def test_nothing_is_left_of_a_hung_converter(soffice: Path, tmp_path: Path) -> None:
    install(soffice, f"(sleep 5; touch {tmp_path}/alive) & sleep 60")
    assert pages_of({"hong": b"x"}) == {}
    time.sleep(0.1)
    assert not [path for path in Path("/proc").glob("[0-9]*/cmdline") if str(tmp_path).encode() in _read(path)]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def test_a_converter_that_never_works_is_not_tried_for_every_paper(soffice: Path, tmp_path: Path) -> None:
    install(soffice, "exit 1")
    soffice.write_text(f"#!/bin/sh\necho >> {tmp_path}/starts\nexit 1\n", encoding="utf-8")
    assert pages_of({f"so-{number}": b"x" for number in range(20)}) == {}
    assert len((tmp_path / "starts").read_text().splitlines()) == 3


def test_no_converter(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoConverter):
        pages_of({"mot": b"1"})
