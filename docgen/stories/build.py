"""Plan + units → papers: every unit's .docx, the coverage, the manifest. One bad unit costs one message."""

from collections.abc import Callable, Mapping

from docgen.compose.coverage import cover_kinds, cover_units
from docgen.model.coverage import Coverage, Covered
from docgen.problems import errors
from docgen.stories.batch import each_made
from docgen.stories.compiled import compiled_templates
from docgen.stories.hands import hands_for
from docgen.stories.job import shared_job
from docgen.stories.opening import Opened
from docgen.stories.run import Built, Run, Wanted
from docgen.word.template import TemplateRefused
from docgen.workspace.folder import Refused
from docgen.workspace.ledger import Ledger
from docgen.workspace.writing import CANNOT

REFUSED = 3
MOST_KEPT = 4_000_000  # bytes of coverage
MOST_UNITS_COVERED = 1_000  # beyond, the coverage tells kinds and exceptions
DISK_FAULTS = ("file.unwritable", "file.unreadable", "file.directory")
Render = Callable[[Coverage], Mapping[str, bytes]]


def build(opened: Opened, wanted: Wanted, render: Render, step: Callable[[str], None] = lambda unit: None) -> Built:
    """The whole story; `render` makes the coverage files, `step` is called with each unit's id when it is done."""
    plan = opened.workbook.plan
    folder = opened.workspace.root / wanted.out / (plan.id if plan else "")
    out = Built(plan.id if plan else "", opened.workspace.shown(opened.workspace.root / wanted.out), folder)
    out.dry_run = wanted.dry_run
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
    wanted = run.wanted
    templates = compiled_templates(run.workspace, run.forms(), wanted.seconds)
    by_unit = len(run.workbook.register.units) <= MOST_UNITS_COVERED
    job = shared_job(run, {form: compiled.template for form, compiled in templates.items()}, cover=by_unit)
    known: dict[str, Covered] = {}
    hands = hands_for(len(run.names()), wanted.jobs, wanted.scheduler)
    try:
        with Ledger(out.folder, run.workspace.shown, run.plan.id, dry_run=wanted.dry_run, force=wanted.force) as ledger:
            for task, draft, made in each_made(run, job, hands, templates, ledger):
                out.add(made, task.line[0] if task.line else None, run.plan)
                if draft.covered:
                    known[task.unit] = draft.covered
                step(made.unit)
            out.exit_code = _exit_code(out)
            if any(made.state != "failed" for made in out.made) and not wanted.dry_run:
                if wanted.pdf:
                    from docgen.stories.pdf import to_pdf

                    to_pdf(out, ledger, hands)
                out.problems += ledger.close_run(_records(run, lambda: render(_coverage(run, known, by_unit))))
                out.written = True
    finally:
        hands.stop()
    if wanted.zip and out.written:
        from docgen.stories.zipping import zip_papers

        zip_papers(run, out)


def _records(run: Run, make: Callable[[], Mapping[str, bytes]]) -> Mapping[str, bytes]:
    """Coverage tells all units, also when one is built: it is kept for the next such run."""
    if not run.wanted.units:
        return make()
    return run.opened.remembered(b"coverage", make, lambda files: sum(map(len, files.values())) <= MOST_KEPT)


def _coverage(run: Run, known: Mapping[str, Covered], by_unit: bool) -> Coverage:
    form = next(iter(run.workbook.forms.values()))  # what becomes of an item does not depend on it
    register = run.workbook.register
    return cover_units(run.plan, register, form, known) if by_unit else cover_kinds(run.plan, register, form)


def _exit_code(out: Built) -> int:
    """0 all made, 1 some failed, 3 none could be read, 4 none could be written."""
    failed = [made for made in out.made if made.state == "failed"]
    if not failed:
        return 0
    if len(failed) < len(out.made):
        return 1
    stopped_by_disk = all(any(problem.code in DISK_FAULTS for problem in made.problems) for made in failed)
    return CANNOT if stopped_by_disk else REFUSED
