"""All papers of a plan in one zip to hand on, those of earlier runs too."""

from collections.abc import Iterator

from docgen.compose.letterhead import symbol
from docgen.model.numbering import number_and_symbol
from docgen.stories.run import Built, Run
from docgen.workspace.archive import Member, write_archive
from docgen.workspace.manifest import load_manifest


def zip_papers(run: Run, out: Built) -> None:
    """`OUT/<plan>.zip`. Raises Refused when it cannot be written, or is not docgen's."""
    path = out.folder.with_suffix(".zip")
    write_archive(path, _members(run, out), run.workspace.shown)
    out.zip = run.workspace.shown(path)


def _members(run: Run, out: Built) -> Iterator[Member]:
    """What docgen wrote and still stands in the folder, with the number each is known by."""
    units = run.workbook.register.units
    for name in load_manifest(out.folder, run.plan.id).units:
        paper = out.folder / f"{name}.docx"
        if name in units and paper.is_file():
            unit, part = units[name], run.plan.part(name)
            mark = symbol(unit, run.workbook.register.kind_of(unit))
            number = number_and_symbol(part.number, run.plan.kind_symbol, mark) if part.number else ""
            yield Member(name, unit.name, number, paper)
