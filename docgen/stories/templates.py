"""The shipped templates, made from the forms so that look and rule cannot drift."""

from docgen.load.forms import load_forms
from docgen.problems import Problem, errors
from docgen.word.shipped import template_docx
from docgen.workspace.folder import Workspace
from docgen.workspace.writing import write_whole


def generate_templates(workspace: Workspace) -> tuple[list[str], list[Problem]]:
    """Write `templates/<form>/ke-hoach.docx` of every form; the files written, or the faults of the forms."""
    forms, problems = load_forms(workspace.form_files())
    if errors(problems):
        return [], problems
    files = []
    for form in forms.values():
        file = workspace.template_file(form.id)
        write_whole(workspace.root / file, template_docx(form), file)
        files.append(file)
    return files, problems
