"""Ctrl-C keeps what is done and says how to go on; the next run finishes."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.batch.conftest import workspace_of

DISTRICTS = 672  # with the shipped units, 700


def test_ctrl_c_and_go_on(tmp_path: Path) -> None:
    folder = workspace_of(tmp_path / "viec", DISTRICTS)
    command = [sys.executable, "-m", "docgen", "-C", str(folder), "build"]
    papers = folder / "build/kl50"
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as running:
        _until(lambda: len(list(papers.glob("*.docx"))) > 30)
        os.killpg(running.pid, signal.SIGINT)
        _, told = running.communicate(timeout=30)
    assert running.returncode == 130, told.decode()
    assert "Chạy lại lệnh" in told.decode() and "Traceback" not in told.decode()
    done = {path.stem: path.read_bytes() for path in papers.glob("*.docx")}
    known = json.loads((papers / "manifest.json").read_bytes())["units"]
    assert set(known) == set(done) and 30 < len(done) < DISTRICTS + 28

    again = subprocess.run([*command, "--json"], capture_output=True, check=True)
    counts = json.loads(again.stdout)["counts"]
    assert counts == {
        "created": DISTRICTS + 28 - len(done),
        "same": len(done),
        "changed": 0,
        "protected": 0,
        "failed": 0,
    }
    assert all((papers / f"{unit}.docx").read_bytes() == content for unit, content in done.items())


def _until(condition: object) -> None:
    for _ in range(600):
        if condition():  # type: ignore[operator]
            return
        time.sleep(0.05)
    raise AssertionError("nothing happened")
