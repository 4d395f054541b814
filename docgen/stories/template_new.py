"""A template of one's own, begun from one docgen comes with."""

import re

from docgen.problems import Place, Problem
from docgen.stories.template_choice import chosen_form, chosen_kind, known_forms
from docgen.word.shipped import template_docx
from docgen.workspace.folder import USAGE, Refused, Workspace
from docgen.workspace.writing import write_whole

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def new_template(workspace: Workspace, kind: str, name: str | None, form: str | None, dry_run: bool) -> str:
    """Write `templates/<form>/<name>.docx` and give its path; never over a file that is there. Raises Refused."""
    chosen = chosen_form(known_forms(workspace), form)
    meant = chosen_kind(chosen, kind)
    file = workspace.template_file(chosen.id, _named(meant.id, name))
    if (workspace.root / file).exists():
        remedy = f"Đặt tên khác: docgen template new {meant.id} {meant.id}-moi --form {chosen.id}."
        raise Refused(Problem(Place(file), "template.exists", "Đã có mẫu tên này, docgen không ghi đè.", remedy))
    if not dry_run:
        write_whole(workspace.root / file, template_docx(chosen, meant), file)
    return file


def _named(kind: str, name: str | None) -> str:
    """The name of the file: of the kind, or one that begins with it, so that the kind can be told from it."""
    if name is None or (_NAME.fullmatch(name) and (name == kind or name.startswith(f"{kind}-"))):
        return name or kind
    message = f"Tên mẫu «{name}» phải là «{kind}» hoặc bắt đầu bằng «{kind}-», chữ thường không dấu nối bằng gạch."
    raise Refused(Problem(Place("TÊN"), "template.name", message, f"Ví dụ: {kind}-moi."), USAGE)
