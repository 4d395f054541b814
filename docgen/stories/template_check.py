"""Templates held against all that can be wrong with them: their tags, and the looks their papers would have."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.check.draft import Draft
from docgen.check.fit import day_of
from docgen.check.papers import check_paper
from docgen.model.finding import Finding
from docgen.model.form import Form
from docgen.problems import Place, Problem, errors
from docgen.stories.check_opening import open_forms, workspace_of
from docgen.stories.compiled import within_limits
from docgen.stories.limits import SECONDS
from docgen.stories.template_choice import KEPT, chosen_form, form_of_file, kind_of_file
from docgen.word.context import KEYS, SAMPLE
from docgen.word.read import read_docx
from docgen.word.shipped_kinds import PLAN, PaperKind
from docgen.word.template import TemplateRefused, compile_template
from docgen.word.template_check import template_problems
from docgen.word.template_samples import sample_paper
from docgen.word.template_traces import origins, traced
from docgen.workspace.folder import Refused, read_file

SEEN, UNREAD = 1, 3  # exit codes


@dataclass(frozen=True)
class CheckedTemplate:
    """One template and all there is to say of it; `read` is false for what is no Word file at all."""

    file: str
    problems: tuple[Problem, ...]
    read: bool = True


def check_templates(folder: Path, paths: Sequence[Path], asked: str | None) -> list[CheckedTemplate]:
    """The files named, else every template of the workspace. `asked`: their form, else that of their folder."""
    workspace = workspace_of(folder, needed=not paths)
    forms, _ = open_forms(workspace)
    form = chosen_form(forms, asked) if asked else None
    if workspace and not paths:
        own = (file for file in workspace.template_files() if not KEPT.search(file.removesuffix(".docx")))
        files = {file: workspace.root / file for file in own}
    else:
        files = {path.as_posix(): path for path in paths}
    return [_checked(file, path, form or form_of_file(forms, path.as_posix()), forms) for file, path in files.items()]


def exit_code(checked: Sequence[CheckedTemplate]) -> int:
    """As in the contract: hints alone are nothing to see; nothing at all could be read."""
    if checked and not any(one.read for one in checked):
        return UNREAD
    told = any(problem.severity != "hint" for one in checked for problem in one.problems)
    return SEEN if told else 0


def _checked(file: str, path: Path, form: Form | None, forms: Mapping[str, Form]) -> CheckedTemplate:
    try:
        content = read_file(path, file)
    except Refused as refused:
        return CheckedTemplate(file, (refused.problem,), read=False)
    try:
        problems = within_limits(file, SECONDS, lambda: template_problems(content, file, KEYS, SAMPLE))
        if form and not errors(problems):
            kind = kind_of_file(file) or PLAN
            problems = [*problems, *within_limits(file, SECONDS, lambda: _looks(content, file, form, kind, forms))]
    except TemplateRefused as refused:
        problems = refused.problems
    read = not any(problem.code.startswith("docx.") for problem in problems)
    return CheckedTemplate(file, tuple(sorted(problems)), read)


def _looks(content: bytes, file: str, form: Form, kind: PaperKind, forms: Mapping[str, Form]) -> list[Problem]:
    """What is wrong with a paper made of it, of a sample that has no faults of its own: so the template's doing."""
    paper = compile_template(traced(content), file, SAMPLE).fill(sample_paper(form, kind), {})
    reading = read_docx(paper)
    found = check_paper(Draft(reading, form, tuple(forms.values()), day_of(reading)))
    numbers = origins(paper)
    return list(dict.fromkeys(_problem(one, file, numbers) for one in found))


def _problem(found: Finding, file: str, numbers: Sequence[int]) -> Problem:
    spot = found.place
    number = numbers[spot.paragraph - 1] if spot.part == "word/document.xml" and spot.paragraph <= len(numbers) else 0
    place = Place(file, part=spot.part, paragraph=number or spot.paragraph, snippet=spot.snippet)
    return Problem(
        place if spot.paragraph else Place(file), found.code, found.message.vi, found.remedy.vi, found.severity
    )
