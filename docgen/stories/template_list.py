"""The templates of a workspace: form, kind of paper, and whether each is the one docgen came with."""

from dataclasses import dataclass
from typing import Literal

from docgen.stories.template_choice import KEPT, form_of_file, kind_of_file, known_forms
from docgen.word.shipped import template_docx
from docgen.workspace.folder import Workspace

State = Literal["shipped", "changed", "own"]


@dataclass(frozen=True)
class Listed:
    """One template; `form` and `kind` are ids, empty where folder and name say none."""

    file: str
    form: str
    kind: str
    kind_name: str
    state: State


def list_templates(workspace: Workspace) -> list[Listed]:
    """Every template in the order of the files."""
    forms = known_forms(workspace)
    found = []
    for file in workspace.template_files():
        form, kind = form_of_file(forms, file), kind_of_file(file)
        state: State = "own"
        if form and kind and file == workspace.template_file(form.id, kind.id):
            state = "shipped" if workspace.read(file) == template_docx(form, kind) else "changed"
        name = kind.name if kind else ""
        if not KEPT.search(file.removesuffix(".docx")):
            found.append(Listed(file, form.id if form else "", kind.id if kind else "", name, state))
    return found
