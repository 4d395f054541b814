"""Plan + units → papers: every unit's .docx, the coverage, the manifest. One bad unit costs one message."""

import hashlib
import json
from collections.abc import Callable, Iterator
from typing import Any

from docgen.check.leftovers import find_leftovers
from docgen.compose.paper import compose
from docgen.load.everything import date_option_problems
from docgen.load.sentences import plain_id
from docgen.model.decided import named_units
from docgen.model.document import Document
from docgen.model.form import Form
from docgen.model.unit import Unit
from docgen.problems import Place, Problem, errors
from docgen.stories.missing import missing_of
from docgen.stories.opening import Opened
from docgen.stories.run import Built, Made, Run, Wanted
from docgen.stories.storing import Render, store, write_records
from docgen.vietnamese import nearest, short_date
from docgen.word.context import context_of
from docgen.word.properties import APP, CORE, app_xml, core_xml
from docgen.word.template import TemplateRefused
from docgen.workspace.folder import Refused
from docgen.workspace.writing import CANNOT

REFUSED = 3
DISK_FAULTS = ("file.unwritable", "file.unreadable", "file.directory")


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
        _make_all(Run(opened, wanted), out, render, step)
    except TemplateRefused as refused:
        out.problems.extend(refused.problems)
        out.made, out.exit_code = [], REFUSED
    except Refused as refused:
        out.problems.append(refused.problem)
        out.exit_code = refused.exit_code
    return out


def _make_all(run: Run, out: Built, render: Render, step: Callable[[str], None]) -> None:
    units = list(_chosen_units(run, out))
    forms = {form.id for unit in units if not run.workbook.faults.stops(unit.id) and (form := run.form_of(unit))}
    for name in sorted(forms):
        run.template(name)  # every fault of a shared template is told before anything is written
    for unit in units:
        out.made.append(_make_one(run, unit))
        out.missing[unit.id] = missing_of(run.plan, unit)
        step(unit.id)
    out.exit_code = _exit_code(out)
    if any(made.state != "failed" for made in out.made) and not run.wanted.dry_run:
        write_records(run, render)
        out.written = True


def _exit_code(out: Built) -> int:
    """0 all made, 1 some failed, 3 none could be read, 4 none could be written."""
    failed = [made for made in out.made if made.state == "failed"]
    if not failed:
        return 0
    if len(failed) < len(out.made):
        return 1
    stopped_by_disk = all(any(problem.code in DISK_FAULTS for problem in made.problems) for made in failed)
    return CANNOT if stopped_by_disk else REFUSED


def _chosen_units(run: Run, out: Built) -> Iterator[Unit]:
    """Units to build; the ones that cannot be are noted as failed."""
    known = run.workbook.all_units
    names = dict.fromkeys(run.wanted.units or (*known, *sorted(set(run.workbook.faults.by_unit) - set(known))))
    for name in names:
        unit = run.workbook.register.units.get(name)
        if unit is None:
            out.made.append(_failed_by_data(run, name))
        elif unit.exists_on(run.validity_day(unit)):
            yield unit
        elif run.wanted.units:
            out.made.append(_not_valid(run, unit))


def _failed_by_data(run: Run, name: str) -> Made:
    problems = run.workbook.faults.by_unit.get(name)
    if not problems and run.workbook.source:
        problems = run.workbook.source.nameless  # entries without a readable id: it may be one of theirs
    if not problems:
        message = f"Không có đơn vị «{name}» trong danh sách."
        guess = nearest(plain_id(name), run.workbook.all_units)
        remedy = f"Có phải ý là «{guess}»?" if guess else "Xem mã các đơn vị bằng lệnh «docgen units»."
        problems = [Problem(Place(name), "unit.unknown", message, remedy)]
    return Made(name, "failed", problems=tuple(sorted(problems)))


def _not_valid(run: Run, unit: Unit) -> Made:
    message = f"«{unit.name}» không còn hoặc chưa có vào ngày {short_date(run.validity_day(unit))}."
    problem = Problem(Place(unit.id), "unit.not_valid", message, "Chọn ngày khác hoặc sửa hiệu lực trong danh sách.")
    return Made(unit.id, "failed", problems=(problem,))


def _make_one(run: Run, unit: Unit) -> Made:
    """Compose, fill, look for leftovers, store."""
    problems = list(run.workbook.faults.by_unit.get(unit.id, ()))
    day = run.paper_day(unit)
    if day and day == run.wanted.day and run.plan.part(unit.id).date is None:
        problems += date_option_problems(run.workbook, unit.id, day)
    form = run.form_of(unit)
    if form is None and not errors(problems):
        problems.append(run.no_form(unit))
    if form is None or errors(problems):
        return Made(unit.id, "failed", problems=tuple(sorted(problems)))
    document = compose(run.plan, run.workbook.register, unit, form, day)
    values = context_of(document, form)
    problems += _leftovers(run, unit, document)
    return store(run, unit, form, _fill(run, document, values, form), _hash_of(values), tuple(sorted(problems)))


def _fill(run: Run, document: Document, values: dict[str, Any], form: Form) -> bytes:
    properties = {CORE: core_xml(document.subject, document.author, document.year), APP: app_xml()}
    return run.template(form.id)[0].fill(values, properties)


def _leftovers(run: Run, unit: Unit, document: Document) -> Iterator[Problem]:
    named = named_units(run.plan, unit)
    for left in find_leftovers(document, unit, run.workbook.register, named):
        place = Place(f"{unit.id}.docx", part=left.path, snippet=left.snippet)
        message = f"«{left.phrase}» ở {left.path} là lời của cấp khác hoặc đơn vị khác."
        yield Problem(place, "wording.leftover", message, "Sửa lời của mục này trong tệp kế hoạch.", "warning")


def _hash_of(values: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(values, ensure_ascii=False, sort_keys=True).encode("utf-8")).hexdigest()
