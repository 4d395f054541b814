"""Plan + units → papers: every unit's .docx, the coverage, the manifest. One bad unit costs one message."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from docgen.compose.coverage import cover
from docgen.model.coverage import Coverage
from docgen.problems import Place, Problem, errors
from docgen.stories.compiled import Compiled, compiled_templates
from docgen.stories.crew import Lost, each_group, grouped
from docgen.stories.hands import Hands, hands_for
from docgen.stories.job import shared_job
from docgen.stories.making import Draft, Task, make_papers
from docgen.stories.opening import Opened
from docgen.stories.run import Built, Made, Run, Wanted
from docgen.word.template import TemplateRefused
from docgen.workspace.folder import Refused
from docgen.workspace.ledger import Ledger, Stored
from docgen.workspace.placing import Paper
from docgen.workspace.writing import CANNOT

REFUSED = 3
DISK_FAULTS = ("file.unwritable", "file.unreadable", "file.directory")
Render = Callable[[Coverage], Mapping[str, bytes]]


def build(opened: Opened, wanted: Wanted, render: Render, step: Callable[[str], None] = lambda unit: None) -> Built:
    """The whole story; `render` makes the coverage files, `step` is called with each unit's id when it is done."""
    plan = opened.workbook.plan
    folder = opened.workspace.root / wanted.out / (plan.id if plan else "")
    out = Built(plan.id if plan else "", opened.workspace.shown(opened.workspace.root / wanted.out), folder)
    out.problems.extend(opened.workbook.problems)
    if opened.workbook.refused:
        known = {problem for found in opened.workbook.faults.by_unit.values() for problem in errors(found)}
        out.problems = sorted({*out.problems, *known})  # all that is to be mended, at once
        out.exit_code = REFUSED
        return out
    try:
        _build(Run(opened, wanted), out, render, step)
    except TemplateRefused as refused:
        out.problems.extend(refused.problems)
        out.made, out.exit_code = [], REFUSED
    except Refused as refused:
        out.problems.append(refused.problem)
        out.exit_code = refused.exit_code
    return out


def _build(run: Run, out: Built, render: Render, step: Callable[[str], None]) -> None:
    """Every fault of a shared template is told before anything is written; the manifest is written last."""
    templates = compiled_templates(run.workspace, run.forms(), run.wanted.seconds)
    hands = hands_for(len(run.names()), run.wanted.jobs, run.wanted.scheduler)
    try:
        with Ledger(
            run.folder, run.workspace.shown, run.plan.id, dry_run=run.wanted.dry_run, force=run.wanted.force
        ) as ledger:
            for task, made in _each_made(run, hands, templates, ledger):
                out.add(made, task.line[0] if task.line else None, run.plan)
                step(made.unit)
            if any(made.state != "failed" for made in out.made) and not run.wanted.dry_run:
                ledger.close_run(render(cover(run.plan, run.workbook.register)))
                out.written = True
    finally:
        hands.stop()
    out.exit_code = _exit_code(out)


def _each_made(
    run: Run, hands: Hands, templates: Mapping[str, Compiled], ledger: Ledger
) -> Iterator[tuple[Task, Made]]:
    """Papers made wherever the hands are, stored here: one process alone touches the folder."""
    wanted, names = run.wanted, run.names()
    job = shared_job(run, {form: compiled.template for form, compiled in templates.items()})
    work = partial(make_papers, job.packed())
    for group in each_group(hands, work, grouped(run.tasks(), len(names), hands.width), wanted.seconds):
        drafts = [(task, _lost(task) if isinstance(result, Lost) else result) for task, result in group]
        papers = [_paper(run, task, draft, templates[task.form]) for task, draft in drafts if draft.content]
        stored = {one.unit: one for one in ledger.put(papers)}
        for task, draft in drafts:
            yield task, _made(task, draft, stored.get(task.unit))


def _lost(task: Task) -> Draft:
    message = "Tiến trình dựng văn bản này dừng đột ngột hoặc không trả lời."
    remedy = "Chạy lại riêng đơn vị này; nếu vẫn vậy, xem lại mẫu và dữ liệu của đơn vị."
    return Draft(problems=(Problem(Place(f"{task.unit}.docx"), "unit.worker_lost", message, remedy),))


def _paper(run: Run, task: Task, draft: Draft, template: Compiled) -> Paper:
    entry = {"data": draft.data, "template": template.sha256, "form": task.form}
    return Paper(task.unit, draft.content, entry, issued=run.plan.part(task.unit).state == "da_ban_hanh")


def _made(task: Task, draft: Draft, stored: Stored | None) -> Made:
    problems = (*task.problems, *draft.problems)
    if stored is None:
        return Made(task.unit, "failed", problems=problems)
    return Made(task.unit, stored.state, stored.file, stored.sha256, (*problems, *stored.problems))


def _exit_code(out: Built) -> int:
    """0 all made, 1 some failed, 3 none could be read, 4 none could be written."""
    failed = [made for made in out.made if made.state == "failed"]
    if not failed:
        return 0
    if len(failed) < len(out.made):
        return 1
    stopped_by_disk = all(any(problem.code in DISK_FAULTS for problem in made.problems) for made in failed)
    return CANNOT if stopped_by_disk else REFUSED
