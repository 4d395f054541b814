"""Which unit made what of which item, read off the papers themselves."""

from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from docgen.compose.paper import Composer
from docgen.model.coverage import Added, Cell, Coverage, Covered
from docgen.model.document import Document
from docgen.model.form import Form
from docgen.model.plan import Plan
from docgen.model.register import Register
from docgen.model.unit import Unit

ANYONE = "…"  # stands for the proper name where all units of a kind are told at once


def covered(composer: Composer, register: Register, unit: Unit, document: Document) -> Covered:
    """Every item with what became of it in one unit's paper."""
    words = {block.item: block.text for block in document.blocks if block.item}
    cells = (
        Cell(item, unit.id, decided.verb, decided.reason, words.get(item, ""), decided.drafting)
        for item, decided in composer.decided(register, unit).items()
    )
    added = composer.plan.part(unit.id).added
    return Covered(
        tuple(cells), tuple(Added(unit.id, own.id, own.after, words[own.id], own.unconfirmed) for own in added)
    )


def cover_units(plan: Plan, register: Register, form: Form, known: Mapping[str, Covered]) -> Coverage:
    """Every item × every unit; papers not made in this run (not in `known`) are composed to be read."""
    composer = Composer(plan)
    units = list(register.units.values())
    return _coverage(
        plan,
        ((unit.id, unit.name) for unit in units),
        (known.get(unit.id) or _read(composer, register, unit, form) for unit in units),
    )


def cover_kinds(plan: Plan, register: Register, form: Form) -> Coverage:
    """Every item × every kind, and × every unit that decides something of its own: for large registries."""
    composer = Composer(plan)
    exceptions = {name: register.units[name] for name in _with_own_words(plan) if name in register.units}
    examples = {unit.kind: unit for unit in register.units.values() if unit.id not in exceptions}
    columns = [(unit.id, unit.name) for unit in exceptions.values()]
    columns += [(kind, register.kinds[kind].name) for kind in examples]
    papers = [_read(composer, register, unit, form) for unit in exceptions.values()]
    papers += [_of_kind(composer, register, unit, form) for unit in examples.values()]
    return _coverage(plan, columns, papers)


def _with_own_words(plan: Plan) -> Iterator[str]:
    yield plan.issuer
    for name, part in plan.parts.items():
        if name != plan.issuer and (part.decisions or part.added or part.targets or part.deadlines):
            yield name


def _read(composer: Composer, register: Register, unit: Unit, form: Form) -> Covered:
    return covered(composer, register, unit, composer.paper(register, unit, form, None))


def _of_kind(composer: Composer, register: Register, example: Unit, form: Form) -> Covered:
    """What any unit of a kind makes of the items, its proper name left open."""
    kind = register.kind_of(example)
    anyone = example.model_copy(update={"name": f"{kind.prefix} {ANYONE}", "called": None, "place": ANYONE})
    units = ChainMap({anyone.id: anyone}, register.units)  # type: ignore[arg-type]
    cells = _read(composer, replace(register, units=units), anyone, form).cells
    return Covered(tuple(cell._replace(unit="", kind=kind.id) for cell in cells), ())


def _coverage(plan: Plan, columns: Iterable[tuple[str, str]], papers: Iterable[Covered]) -> Coverage:
    every = tuple(papers)
    own = next(paper for paper in every if paper.cells[0].unit == plan.issuer)
    return Coverage(plan.id, tuple((cell.item, cell.text) for cell in own.cells), tuple(columns), every)
