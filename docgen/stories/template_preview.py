"""One paper made with a template, to be looked at: of a unit, or of the office that stands for all."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from docgen.compose.paper import compose
from docgen.model.form import Form
from docgen.problems import Problem, errors
from docgen.stories.compiled import within_limits
from docgen.stories.limits import SECONDS
from docgen.stories.making import Task
from docgen.stories.opening import open_workbook
from docgen.stories.run import Run, Wanted
from docgen.stories.template_choice import chosen_form, form_of_file, kind_of_file, known_forms
from docgen.word.context import SAMPLE, context_of
from docgen.word.properties import APP, CORE, app_xml, core_xml
from docgen.word.shipped_kinds import PLAN, PaperKind
from docgen.word.template import CannotFill, TemplateRefused
from docgen.word.template_check import compile_checked
from docgen.word.template_samples import sample_paper
from docgen.workspace.folder import Refused, Workspace, read_file
from docgen.workspace.writing import write_whole

FOLDER = "build/xem-thu"
# What a unit's paper of another kind has of its own plan: who it is and who signs.
_OF_THE_UNIT = ("cap_tren", "co_quan_ban_hanh", "dia_danh_ngay", "quyen_han", "chuc_vu", "nguoi_ky")


@dataclass(frozen=True)
class Preview:
    """The paper written, or the faults of the template it was to be made with."""

    file: str = ""
    problems: tuple[Problem, ...] = ()


def preview(workspace: Workspace, unit: str | None, template: Path | None, form: str | None) -> Preview:
    """Write `build/xem-thu/<template>[-<unit>].docx`. Raises Refused for what is not there."""
    forms = known_forms(workspace)
    own = form_of_file(forms, template.as_posix()) if template else None
    asked = form or (own.id if own else None)
    wanted = _asked(workspace, unit, asked) if unit else None
    chosen = forms[wanted.task.form] if wanted else chosen_form(forms, asked)
    shown = template.as_posix() if template else workspace.template_file(chosen.id)
    content = read_file(template or workspace.root / shown, shown)
    kind = kind_of_file(shown) or PLAN
    values = _of_unit(wanted, chosen, kind) if wanted else sample_paper(chosen, kind)
    try:
        paper = within_limits(shown, SECONDS, lambda: _paper(content, shown, values, kind, chosen))
    except TemplateRefused as refused:
        return Preview(problems=tuple(refused.problems))
    except CannotFill as cannot:
        return Preview(problems=(cannot.problem,))
    file = f"{FOLDER}/{'-'.join(filter(None, (Path(shown).stem, unit)))}.docx"
    write_whole(workspace.root / file, paper, file)
    return Preview(file)


def _paper(content: bytes, file: str, values: Mapping[str, Any], kind: PaperKind, form: Form) -> bytes:
    properties = {CORE: core_xml(f"Xem thử {kind.name.lower()}", "docgen", form.valid_from.year), APP: app_xml()}
    return compile_checked(content, file, SAMPLE).fill(values, properties)


class _Asked(NamedTuple):
    run: Run
    task: Task


def _asked(workspace: Workspace, unit: str, form: str | None) -> _Asked:
    """The paper a build would make of a unit. Raises Refused with the first reason why there is none."""
    opened, problems = open_workbook(workspace, None)
    for problem in errors(opened.workbook.problems) if opened else problems:
        raise Refused(problem)
    assert opened is not None
    run = Run(opened, Wanted(units=(unit,), form=form))
    (task,) = run.tasks()
    if not task.form:
        raise Refused(task.problems[0])
    return _Asked(run, task)


def _of_unit(asked: _Asked, form: Form, kind: PaperKind) -> dict[str, Any]:
    """A unit's plan; of another kind of paper, the sample with the unit's head and signature."""
    run, task = asked
    document = compose(run.plan, run.workbook.register, task.line[0], form, task.day)
    own = context_of(document, form)
    return own if kind == PLAN else sample_paper(form, kind) | {key: own[key] for key in _OF_THE_UNIT}
