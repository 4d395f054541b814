"""Several batches at once on one folder: each as if nobody else were there. 8 × 200 with DOCGEN_LONG=1."""

import json
import os
from pathlib import Path

from docgen.workspace.manifest import sha256
from tests.workspace.faults import start
from tests.workspace.office import Office
from tests.workspace.test_faults import LONG

PROCESSES, ROUNDS = (8, 200) if LONG else (4, 10)
UNITS = [f"xa-{number}" for number in range(6)]


def rounds(office: Office, process: int) -> int:
    for number in range(ROUNDS):
        states = office.states(dict.fromkeys(UNITS, f"tiến trình {process} lần {number}"))
        if set(states.values()) - {"created", "changed", "protected"} or states["xa-0"] != "protected":
            return 1
    return 0


def test_the_folder_is_as_one_batch_left_it(quick: Path) -> None:
    office = Office(quick)
    office.folder.mkdir(parents=True)
    office.edit("xa-0.docx", "của tôi")
    children = [start(lambda process=number: rounds(office, process)) for number in range(PROCESSES)]  # type: ignore[misc]
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0] * PROCESSES
    papers = office.papers()
    assert papers.pop("xa-0.docx") == "của tôi"
    assert papers.keys() == {"xa-0.moi.docx", *(f"{unit}.docx" for unit in UNITS[1:])}
    (text,) = set(papers.values())
    assert text.endswith(f"lần {ROUNDS - 1}")
    units = json.loads(office.path("manifest.json").read_text(encoding="utf-8"))["units"]
    assert {entry["sha256"] for entry in units.values()} == {sha256(text.encode())}
    assert {path.name for path in (quick / "build/.docgen/kl50").iterdir()} == {"last-run", "kept"}
