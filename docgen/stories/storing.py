"""Writing papers and records: unchanged files stay, edited and issued ones are never written over."""

from collections.abc import Callable, Mapping
from pathlib import Path

from docgen.compose.coverage import cover
from docgen.model.coverage import Coverage
from docgen.model.form import Form
from docgen.model.unit import Unit
from docgen.problems import Place, Problem
from docgen.stories.run import Made, Run, State
from docgen.workspace.folder import Refused, read_file
from docgen.workspace.manifest import NAME, manifest_bytes, sha256
from docgen.workspace.writing import write_whole


def store(run: Run, unit: Unit, form: Form, content: bytes, data: str, problems: tuple[Problem, ...]) -> Made:
    """Put one paper in its place; a disk that refuses costs this unit."""
    path = run.folder / f"{unit.id}.docx"
    shown = run.workspace.shown(path)
    digest = sha256(content)
    try:
        state = _state(run, unit, path, shown, digest)
    except Refused as refused:
        return Made(unit.id, "failed", problems=(*problems, refused.problem))
    if state == "protected":
        return Made(unit.id, state, shown, problems=(*problems, _protected(run, unit, shown)))
    if state != "same" and not run.wanted.dry_run:
        try:
            write_whole(path, content, shown)
        except Refused as refused:
            return Made(unit.id, "failed", problems=(*problems, refused.problem))
    template = run.template(form.id)[1]
    known = run.known.get(unit.id, {})
    pdf = {"pdf": known["pdf"]} if "pdf" in known else {}
    run.known[unit.id] = {
        "file": path.name,
        "sha256": digest,
        "data": data,
        "template": template,
        "form": form.id,
        **pdf,
    }
    return Made(unit.id, state, shown, digest, problems)


def _state(run: Run, unit: Unit, path: Path, shown: str, digest: str) -> State:
    """What would become of the file. Raises Refused when what stands there cannot be read."""
    if not path.exists():
        return "created"
    there = sha256(read_file(path, shown))
    if there == digest:
        return "same"
    ours = there == run.known.get(unit.id, {}).get("sha256")
    return "changed" if ours and run.plan.part(unit.id).state != "da_ban_hanh" else "protected"


def _protected(run: Run, unit: Unit, shown: str) -> Problem:
    if run.plan.part(unit.id).state == "da_ban_hanh":
        message, remedy = "Văn bản đã ban hành, giữ nguyên tệp.", "Muốn dựng lại thì đổi trang_thai thành du_thao."
    else:
        message = "Tệp không còn như docgen đã ghi (đã sửa tay), giữ nguyên tệp."
        remedy = "Đổi tên tệp đã sửa, hoặc dựng vào thư mục khác bằng --out."
    return Problem(Place(shown), "file.protected", message, remedy, "warning")


Render = Callable[[Coverage], Mapping[str, bytes]]


def write_records(run: Run, render: Render) -> None:
    """Coverage files as `render` makes them, then the manifest last. Raises Refused."""
    for name, content in render(cover(run.plan, run.workbook.register)).items():
        write_whole(run.folder / name, content, run.workspace.shown(run.folder / name))
    write_whole(run.folder / NAME, manifest_bytes(run.plan.id, run.known), run.workspace.shown(run.folder / NAME))
