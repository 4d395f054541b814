"""The data files of today as one tree, their text changed in place, and all of it checked again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from docgen.excel.sheets import PLAN, REGISTRY
from docgen.excel.trees import Listed, Path, tree_of, twice
from docgen.load.amending import amended
from docgen.load.everything import check_everything
from docgen.load.kinds import load_kinds
from docgen.load.nodes import read_yaml
from docgen.load.plan import plan_of
from docgen.load.registry import UNITS, load_registry, registry_of, with_units
from docgen.load.source import Source
from docgen.load.units import Registry
from docgen.load.workbook import Files
from docgen.problems import Place, Problem
from docgen.workspace.folder import KINDS, Workspace


@dataclass
class Today:
    """The registry and a plan: `files` by step in the tree, `texts` by file; `names`: ids of kinds and such."""

    plan_id: str
    files: dict[str, str]
    inputs: Files
    texts: dict[str, str] = field(default_factory=dict)
    tree: dict[str, Any] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def inner_keys(self) -> dict[str, list[str]]:
        """Keys that have a column even where nobody filled one: the plan's targets and its days."""
        plan = self.tree.get(PLAN, {})
        days = [name for name, one in plan.get("thoi_han", {}).items() if isinstance(one, dict) and "truoc_ngay" in one]
        return {"chi_tieu": list(plan.get("chi_tieu", {})), "thoi_han": days}

    def amend(self, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
        """Change the texts where two trees differ, and the tree with them."""
        for step, file in self.files.items():
            if before.get(step) != after.get(step):
                self.texts[file] = amended(self.texts[file], before.get(step), after.get(step))
                self.tree[step] = tree_of(read_yaml(self.texts[file].encode(), file).data)


def today_of(workspace: Workspace, plan: str | None) -> Today:
    """The data files as they are. Raises Refused."""
    registry, chosen = workspace.registry_files()[0], workspace.plan_file(plan)
    contents = {name: workspace.read(name) for name in (KINDS, registry, chosen)}
    kinds, units, items = ((name, contents[name]) for name in (KINDS, registry, chosen))
    inputs = Files(kinds, units, items, workspace.form_files())
    today = Today(chosen.rpartition("/")[2].removesuffix(".yaml"), {REGISTRY: registry, PLAN: chosen}, inputs)
    for step, name in today.files.items():
        data = _data_of(contents[name], name, today)
        today.tree[step] = tree_of(data) if isinstance(data, dict) else {}
        today.texts[name] = contents[name].decode("utf-8", errors="replace")
    today.names = _names(contents[KINDS], today)
    return today


def _data_of(content: bytes, name: str, today: Today) -> Any:
    if not name.endswith(".yaml"):
        rows = load_registry(content, name)
        today.problems += rows.problems
        return {UNITS: [row.data for row in rows.rows]}
    source = read_yaml(content, name)
    today.problems += source.problems
    for path, one in twice(source.data):
        message = f"«{one}» ghi hai lần."
        today.problems.append(Problem(source.place(*path), "unit.duplicate", message, "Xóa hoặc đổi mã một chỗ."))
    return source.data


def _names(content: bytes, today: Today) -> dict[str, list[str]]:
    """Ids of kinds with their names beside them, and how papers may be signed: what drop-downs offer."""
    kinds, source = load_kinds(content, KINDS)
    today.problems += source.problems
    ways = [way for kind in kinds.values() for way in kind.signings]
    return {
        "loai": list(kinds),
        "ten_loai": [kind.name for kind in kinds.values()],
        "quyen_han": list(dict.fromkeys(way.authority for way in ways)),
        "chuc_vu": list(dict.fromkeys(position for way in ways for position in way.positions)),
    }


def check_amended(today: Today, places: Mapping[Path, Place]) -> list[Problem]:
    """Every problem of the data as they are now, told at the cells of the workbook where it has them."""
    plan_file = today.files[PLAN]
    source = read_yaml(today.texts[plan_file].encode(), plan_file)
    _move(source, today.tree[PLAN], {path[1:]: place for path, place in places.items() if path[0] == PLAN})
    book = check_everything(today.inputs, _registry(today, places), *plan_of(source))
    return list(dict.fromkeys([*book.problems, *(one for own in book.faults.by_unit.values() for one in own)]))


def _registry(today: Today, places: Mapping[Path, Place]) -> Registry:
    file = today.files[REGISTRY]
    if not file.endswith(".yaml"):
        return load_registry(today.inputs.registry[1], file)
    source = read_yaml(today.texts[file].encode(), file)
    _move(source, today.tree[REGISTRY], {path[1:]: place for path, place in places.items() if path[0] == REGISTRY})
    return with_units(registry_of(source))


def _move(source: Source, tree: Mapping[str, Any], places: Mapping[Path, Place]) -> None:
    """Faults of a value are told at its cell instead of its line."""
    for path, place in places.items():
        numbered = _numbered(path, tree)
        if numbered[:-1] in source.places:  # a blank cell too
            source.places[numbered] = place
        if numbered in source.keys:
            source.keys[numbered] = place


def _numbered(path: Path, tree: Any) -> Path:
    """Ids in lists → their numbers: how a file that was read knows its entries."""
    steps: list[str | int] = []
    for step in path:
        steps.append(list(tree).index(str(step)) if isinstance(tree, Listed) and step in tree else step)
        tree = tree.get(step) if isinstance(tree, dict) else None
    return tuple(steps)
