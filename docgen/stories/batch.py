"""Every paper of a run: made wherever the hands are, stored here. One process alone touches the folder."""

from collections.abc import Iterator, Mapping
from functools import partial

from docgen.problems import Place, Problem
from docgen.stories.compiled import Compiled
from docgen.stories.crew import Lost, each_group, grouped, size_for
from docgen.stories.hands import Hands
from docgen.stories.making import Draft, Job, Task, make_papers
from docgen.stories.run import Made, Run
from docgen.workspace.ledger import Ledger, Stored
from docgen.workspace.placing import Paper


def each_made(
    run: Run, job: Job, hands: Hands, templates: Mapping[str, Compiled], ledger: Ledger
) -> Iterator[tuple[Task, Draft, Made]]:
    """Units in order, each with its paper as made and its outcome in the folder."""
    groups = grouped(run.tasks(), size_for(len(run.names()), hands.width))
    for group in each_group(hands, partial(make_papers, job.packed()), groups, job.seconds):
        drafts = [(task, _lost(task) if isinstance(result, Lost) else result) for task, result in group]
        papers = [_paper(run, task, draft, templates[task.form]) for task, draft in drafts if draft.content]
        stored = {one.unit: one for one in ledger.put(papers)}
        for task, draft in drafts:
            yield task, draft, _made(task, draft, stored.get(task.unit))


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
    return Made(task.unit, stored.state, stored.sha256, (*problems, *stored.problems), stored.beside)
