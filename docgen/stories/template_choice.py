"""Which form and which kind of paper a template is for: its folder and its name say it, or the user does."""

import re
from collections.abc import Mapping
from pathlib import PurePath

from docgen.load.forms import load_forms
from docgen.model.form import Form, form_in_force
from docgen.problems import Place, Problem, errors
from docgen.vietnamese import did_you_mean
from docgen.word.shipped_kinds import PAPER_KINDS, PaperKind, kinds_of
from docgen.workspace.folder import USAGE, Refused, Workspace
from docgen.workspace.numbers import today

KEPT = re.compile(r"\.truoc-[0-9a-f]+$")  # what `docgen template generate` lays beside a template it replaces


def known_forms(workspace: Workspace) -> dict[str, Form]:
    """The forms of a workspace. Raises Refused with the first fault of their data."""
    forms, problems = load_forms(workspace.form_files())
    for problem in errors(problems):
        raise Refused(problem)
    return forms


def chosen_form(forms: Mapping[str, Form], asked: str | None) -> Form:
    """The form named, else the Party's of today, else the newest. Raises Refused for an unknown name."""
    if asked and asked not in forms:
        message = f"Không có thể thức «{asked}»."
        raise Refused(Problem(Place("--form"), "form.unknown", message, did_you_mean(asked, forms)), USAGE)
    if asked:
        return forms[asked]
    return form_in_force(forms.values(), today()) or max(forms.values(), key=lambda form: form.valid_from)


def chosen_kind(form: Form, asked: str) -> PaperKind:
    """A kind docgen has a template for in a form. Raises Refused for another."""
    kinds = {kind.id: kind for kind in kinds_of(form)}
    if asked not in kinds:
        message = f"Không có mẫu «{asked}» theo thể thức {form.id}."
        raise Refused(Problem(Place("LOẠI"), "template.unknown_kind", message, did_you_mean(asked, kinds)), USAGE)
    return kinds[asked]


def form_of_file(forms: Mapping[str, Form], file: str) -> Form | None:
    """By the folder a template lies in."""
    return forms.get(PurePath(file).parent.name)


def kind_of_file(file: str) -> PaperKind | None:
    """By the name of the file, which begins with the kind: `cong-van-moi.docx` is a công văn."""
    return next((kind for name, kind in PAPER_KINDS.items() if PurePath(file).stem.startswith(name)), None)
