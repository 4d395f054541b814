"""The file of findings an office knows of: written once, reviewed by people, never grown by a run."""

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from docgen.model.waiver import Known
from docgen.problems import Place, Problem
from docgen.workspace.folder import Refused, read_file
from docgen.workspace.writing import write_whole

SCHEMA = "docgen/baseline/1"


def read_baseline(path: Path) -> Counter[Known] | None:
    """Findings as often as they were recorded; None when there is no file. Raises Refused for a file that is none."""
    try:
        content = read_file(path, str(path))
    except Refused as refused:
        if refused.problem.code == "file.missing":
            return None
        raise
    try:
        shape = json.loads(content)
        if shape["schema"] == SCHEMA:
            return Counter(map(_known, shape["findings"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        pass
    message = "Đây không phải là sổ lỗi đã biết do docgen ghi."
    raise Refused(
        Problem(Place(str(path)), "baseline.broken", message, "Xóa hoặc đổi tên tệp rồi chạy lại để ghi mới.")
    )


def write_baseline(path: Path, known: Iterable[Known]) -> None:
    """One line a finding, sorted. Raises Refused when it cannot be written."""
    lines = [json.dumps(finding._asdict(), ensure_ascii=False) for finding in sorted(known)]
    text = f'{{"schema": "{SCHEMA}", "findings": [\n' + ",\n".join(lines) + "\n]}\n"
    write_whole(path, text.encode("utf-8"), str(path))


def _known(shape: dict[str, Any]) -> Known:
    """Raises KeyError or TypeError for anything else."""
    values = [shape[key] for key in Known._fields]
    if not all(isinstance(value, str) for value in values):
        raise TypeError(values)
    return Known(*values)
