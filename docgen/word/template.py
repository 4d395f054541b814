"""A Word file with docxtpl tags: checked and compiled once, then a paper costs one Jinja render and one deflate a part.

docxtpl prepares the tags and is the reference of the tests. Its defaults are unsafe, so here: autoescape, strict
undefined, an allow-list of Jinja nodes over every part, an immutable sandbox with nothing in it, plain data only.
A compiled template can be pickled; filling it imports neither docxtpl nor lxml.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docgen.problems import Place, Problem
from docgen.word.archive import Entry, assemble, deflated
from docgen.word.mending import break_lines, first_error, number_drawings, promote_section
from docgen.word.rendering import Paper, Unfit


class TemplateRefused(Exception):
    """A template with faults; all of them."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} faults")
        self.problems = problems


class CannotFill(ValueError):
    """Values this template cannot make a paper of: one fault, that of this paper alone."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


@dataclass(frozen=True)
class Part:
    """A part with tags: its code, marshalled, and what may be left to do once it is rendered."""

    name: str
    code: bytes
    is_body: bool
    proved: bool  # well-formed whatever the values
    breaks: bool  # the template's own text has line breaks
    drawings: bool
    grids: bool  # the columns of a table follow the data
    last_section: bytes  # what the part ends with if the tags may leave its last section empty

    def written(self, paper: Paper) -> bytes:
        """The part for one paper. Raises Unfit, or whatever a tag makes of the values."""
        data = paper.render(self.code)
        if self.last_section:
            data = promote_section(data, self.last_section)
        if self.breaks or paper.breaks:
            data = break_lines(data.decode("utf-8")).encode("utf-8")
        if self.is_body and (self.drawings or paper.rich):
            data = number_drawings(data.decode("utf-8")).encode("utf-8")
        if not (self.proved and not paper.breaks and not paper.rich) and first_error(data) is not None:
            message = f"Giá trị điền vào làm hỏng phần {self.name}."
            raise Unfit("template.malformed", message, "Để chỗ điền trong chữ của một đoạn, không ở giữa các đoạn.")
        if self.is_body and (self.grids or paper.rich):
            from docgen.word.grids import fit_grids  # lxml

            data = fit_grids(data)
        return data


@dataclass(frozen=True)
class Template:
    """Parts no tag touches, as they lie in the file, and parts to fill."""

    file: str
    kept: Mapping[str, Entry]
    parts: tuple[Part, ...]

    def fill(self, values: Mapping[str, Any], extra: Mapping[str, str]) -> bytes:
        """One paper: `values` into the tags, `extra` parts written as they are. Raises CannotFill."""
        return self._fill(Paper(values), extra)

    def _fill(self, paper: Paper, extra: Mapping[str, str]) -> bytes:
        entries = dict(self.kept)
        for part in self.parts:
            if part.name not in extra:
                entries[part.name] = deflated(self._written(part, paper))
        for name, xml in extra.items():
            entries[name] = deflated(xml.encode("utf-8"))
        return assemble(entries)

    def _written(self, part: Part, paper: Paper) -> bytes:
        try:
            return part.written(paper)
        except Exception as error:  # whatever a clerk's tag makes of the values is a fault of this paper
            from docgen.word.template_faults import said_of  # heavy, and most papers have no fault

            raise CannotFill(Problem(Place(self.file), *said_of(error, paper.parent))) from error

    def verify(self, paper: bytes, values: Mapping[str, Any]) -> list[Problem]:
        """Whether a paper made of `values`, as it lies on disk, is whole: the guarantee, looked at again.

        Every XML part is parsed strictly, every part of the template is there, and every text the tags said stands
        in its part, in order. Nothing found: an empty list; else one Problem a part, at `file` and part.
        """
        from docgen.word.verifying import faults_of

        return faults_of(self, paper, values)


def compile_template(content: bytes, file: str, sample: Mapping[str, Any]) -> Template:
    """Bytes of a template → Template. `sample` has every value a template may name.

    Raises TemplateRefused with every fault found, each with part and paragraph.
    """
    from docgen.word.template_compiling import compiled  # lxml and docxtpl, only when a template is compiled

    return compiled(content, file, sample)
