"""Where a result the user names goes: never over what it was made from."""

from collections.abc import Iterable
from pathlib import Path

from docgen.problems import Place, Problem
from docgen.workspace.folder import USAGE, Refused


def spare(out: Path, inputs: Iterable[Path]) -> None:
    """Refuse to write over an input, also by another name of it. Raises Refused (exit code 2)."""
    for given in inputs:
        if _same(out, given):
            message, remedy = "Tệp kết quả trùng với tệp đầu vào.", "Chọn tên tệp khác cho -o; tệp gốc được giữ nguyên."
            raise Refused(Problem(Place(str(out)), "output.over_input", message, remedy), USAGE)


def _same(out: Path, given: Path) -> bool:
    try:
        return out.resolve() == given.resolve() or (out.exists() and given.exists() and out.samefile(given))
    except OSError:  # a name no disk takes is no name of an input
        return False
