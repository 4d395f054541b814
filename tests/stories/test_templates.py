"""Generating templates loses nothing a clerk changed."""

import json
from pathlib import Path

from tests.conftest import Run


def test_a_restyled_template_is_kept_beside_the_new_one(run: Run, workspace: Path) -> None:
    template = workspace / "templates/hd36/ke-hoach.docx"
    shipped = template.read_bytes()
    template.write_bytes(shipped + b"sua tay")
    shape = json.loads(run("template", "generate", "--json").stdout)
    assert template.read_bytes() == shipped
    (copy,) = shape["kept"]
    assert (workspace / copy).read_bytes() == shipped + b"sua tay"


def test_an_unchanged_template_leaves_no_copy(run: Run, workspace: Path) -> None:
    assert json.loads(run("template", "generate", "--json").stdout)["kept"] == []
    made = sorted(path.relative_to(workspace / "templates").as_posix() for path in workspace.rglob("*.docx"))
    party = [
        f"{form}/{kind}.docx" for form in ("hd05", "hd36") for kind in ("bao-cao", "cong-van", "ke-hoach", "to-trinh")
    ]
    state = [f"nd30/{kind}.docx" for kind in ("bao-cao", "cong-van", "ke-hoach", "quyet-dinh", "to-trinh")]
    assert made == party + state
