"""Pages through LibreOffice, in a process of its own with a profile of its own; optional."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

_SECONDS_FOR_START, _SECONDS_A_PAPER = 60, 10


class NoConverter(Exception):
    """LibreOffice is not there, or did not make the pages."""


def convert(papers: Sequence[Path], folder: Path) -> list[Path]:
    """`.docx` files → `.pdf` files of the same names in `folder`. Raises NoConverter with one sentence."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise NoConverter("Máy này không có LibreOffice.")
    with (
        tempfile.TemporaryDirectory(prefix="docgen-") as profile,
        tempfile.TemporaryDirectory(prefix="docgen-") as made,
    ):
        command = [program, "--headless", "--norestore", f"-env:UserInstallation={Path(profile).as_uri()}"]
        command += ["--convert-to", "pdf", "--outdir", made, *map(str, papers)]
        seconds = _SECONDS_FOR_START + _SECONDS_A_PAPER * len(papers)
        try:
            subprocess.run(command, check=False, capture_output=True, timeout=seconds, env=_environment())
        except (OSError, subprocess.TimeoutExpired):
            raise NoConverter("LibreOffice không chạy được hoặc quá lâu.") from None
        wanted = [Path(made) / f"{paper.stem}.pdf" for paper in papers]
        if not all(path.is_file() for path in wanted):
            raise NoConverter("LibreOffice không chuyển được hết các tệp.")
        return [Path(shutil.copyfile(path, folder / path.name)) for path in wanted]


def _environment() -> dict[str, str]:
    return {**os.environ, "SOURCE_DATE_EPOCH": "0"}
