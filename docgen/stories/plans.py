"""The plans of a workspace: which there are and how far they are, and a new one from nothing or from another."""

import os
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from string import Template

from docgen.load.kinds import load_kinds
from docgen.load.plan_copy import copied_plan
from docgen.load.registry import names_a_file
from docgen.load.sentences import plain_id
from docgen.model.plan import Plan
from docgen.model.unit import Kind
from docgen.problems import Place, Problem, errors
from docgen.stories.opening import open_workbook
from docgen.workspace.folder import KINDS, PLANS, USAGE, Refused, Workspace
from docgen.workspace.writing import write_whole

_SKELETON = Path(__file__).with_name("plan_skeleton.yaml")


@dataclass(frozen=True)
class PlanState:
    """One plan: `chosen` when commands without --plan take it, `problems` what keeps it from being built."""

    id: str
    file: str
    chosen: bool
    plan: Plan | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class NewPlan:
    """The file of a new plan, and the keys left blank of another plan's; `problems` are why there is no file."""

    file: str
    blanked: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def plan_states(workspace: Workspace) -> list[PlanState]:
    """Every plan by its id."""
    chosen = _chosen(workspace)
    return [_state(workspace, name, name == chosen) for name in workspace.plans()]


def _chosen(workspace: Workspace) -> str | None:
    try:
        return PurePosixPath(workspace.plan_file(None)).stem
    except Refused:
        return None


def _state(workspace: Workspace, name: str, chosen: bool) -> PlanState:
    opened, problems = open_workbook(workspace, name)
    book = opened.workbook if opened else None
    found = errors([*problems, *(book.problems if book else ())])
    return PlanState(name, f"{PLANS}/{name}.yaml", chosen, book.plan if book else None, tuple(found))


def new_plan(workspace: Workspace, name: str, source: str | None, dry_run: bool) -> NewPlan:
    """A plan to be filled in, never over another file. Raises Refused: the name (2), a file there or unreadable (3)."""
    file = f"{PLANS}/{_checked(name)}.yaml"
    if os.path.lexists(workspace.root / file):
        problem = Problem(Place(file), "plan.exists", f"Đã có kế hoạch «{name}».", "Đặt mã khác cho kế hoạch mới.")
        raise Refused(problem)
    text, made = _copy(workspace, source, name, file) if source else _skeleton(workspace, name, file)
    if not made.problems and not dry_run:
        write_whole(workspace.root / file, text.encode("utf-8"), file)
    return made


def _checked(name: str) -> str:
    if name == plain_id(name) and names_a_file(name):
        return name
    guess = plain_id(name) if names_a_file(plain_id(name)) else ""
    remedy = f"Viết thường không dấu, nối bằng gạch, ngắn gọn, ví dụ «{guess or 'kl60'}»."
    raise Refused(Problem(Place(name), "plan.name", f"«{name}» không dùng làm mã kế hoạch được.", remedy), USAGE)


def _copy(workspace: Workspace, source: str, name: str, file: str) -> tuple[str, NewPlan]:
    try:
        old = workspace.plan_file(source)
    except Refused as refused:
        raise Refused(replace(refused.problem, place=Place("--from"))) from None
    text, blanked, read = copied_plan(workspace.read(old), old, name)
    return text, NewPlan(file, tuple(blanked), tuple(read.problems))


def _skeleton(workspace: Workspace, name: str, file: str) -> tuple[str, NewPlan]:
    kinds, source = load_kinds(workspace.read(KINDS), KINDS)
    below = [kind.id for kind in kinds.values() if _has_superior(kind)]
    text = Template(_SKELETON.read_text(encoding="utf-8")).substitute(ma=name, kept=_kept(below), open=_open(below))
    return text, NewPlan(file, problems=tuple(errors(source.problems)))


def _has_superior(kind: Kind) -> bool:
    """Kinds at the top issue plans; those below decide what becomes of each item."""
    return kind.superior_line != "khong"


def _kept(kinds: list[str]) -> str:
    """A heading stands in every paper."""
    return "\n".join(f"    {kind}: {{quyet_dinh: giu}}" for kind in kinds)


def _open(kinds: list[str]) -> str:
    """The first kind decides, the others follow until the clerk says otherwise."""
    first, *others = kinds or [""]
    lines = [f"    {first}: {{quyet_dinh: }}", *(f"    {kind}: {{nhu: {first}}}" for kind in others)]
    return "\n".join(lines) if first else ""
