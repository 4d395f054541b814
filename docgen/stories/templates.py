"""The shipped templates, made from the forms so that look and rule cannot drift."""

from dataclasses import dataclass, field

from docgen.load.forms import load_forms
from docgen.problems import Problem, errors
from docgen.word.shipped import template_docx
from docgen.word.shipped_kinds import kinds_of
from docgen.workspace.folder import Workspace
from docgen.workspace.manifest import sha256
from docgen.workspace.writing import write_whole

_SHORT = 8


@dataclass
class Generated:
    """Files written, copies kept of what stood there before, faults of the forms."""

    files: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def generate_templates(workspace: Workspace, dry_run: bool) -> Generated:
    """Write `templates/<form>/<kind>.docx` of every form; one that differs is kept beside it."""
    forms, problems = load_forms(workspace.form_files())
    result = Generated(problems=problems)
    for form in forms.values() if not errors(problems) else ():
        for kind in kinds_of(form):
            _write(workspace, workspace.template_file(form.id, kind.id), template_docx(form, kind), result, dry_run)
    return result


def _write(workspace: Workspace, file: str, content: bytes, result: Generated, dry_run: bool) -> None:
    path = workspace.root / file
    before = path.read_bytes() if path.is_file() else content
    if before != content:
        copy = path.with_name(f"{path.stem}.truoc-{sha256(before)[:_SHORT]}{path.suffix}")
        result.kept.append(workspace.shown(copy))
        if not dry_run:
            write_whole(copy, before, workspace.shown(copy))
    if not dry_run:
        write_whole(path, content, file)
    result.files.append(file)
