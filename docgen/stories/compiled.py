"""The templates a run needs, each checked and compiled once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from docgen.problems import Place, Problem
from docgen.stories.limits import TooLong, deadline, memory
from docgen.word.context import SAMPLE
from docgen.word.template import Template, TemplateRefused
from docgen.workspace.cache import remembered
from docgen.workspace.folder import Workspace
from docgen.workspace.manifest import sha256

T = TypeVar("T")


@dataclass(frozen=True)
class Compiled:
    """A template and the hash of its file."""

    template: Template
    sha256: str


def compiled_templates(workspace: Workspace, forms: Iterable[str], seconds: float) -> dict[str, Compiled]:
    """Templates by form. Raises TemplateRefused with the faults of all of them, Refused when one cannot be read."""
    compiled, problems = {}, list[Problem]()
    for form in sorted(forms):
        file = workspace.template_file(form)
        content = workspace.read(file)
        try:
            compiled[form] = Compiled(_compiled(content, file, seconds), sha256(content))
        except TemplateRefused as refused:
            problems += refused.problems
    if problems:
        raise TemplateRefused(sorted(problems))
    return compiled


def _compiled(content: bytes, file: str, seconds: float) -> Template:
    key = b"template\0" + file.encode() + b"\0" + content
    return within_limits(file, seconds, lambda: remembered(key, partial(_checked, content, file)))


def _checked(content: bytes, file: str) -> Template:
    from docgen.word.template_check import compile_checked  # parses XML: a template compiled before needs none of it

    return compile_checked(content, file, SAMPLE)


def within_limits(file: str, seconds: float, work: Callable[[], T]) -> T:
    """What is done with a template, unless it takes too long or too much memory. Raises TemplateRefused."""
    try:
        with memory(), deadline(seconds):
            return work()
    except (TooLong, MemoryError, RecursionError, IndentationError):  # the last two: tags too deep for Python
        message = f"Mẫu điền thử quá {seconds:g} giây, quá nhiều bộ nhớ hoặc lồng quá sâu, đã dừng."
        problem = Problem(Place(file), "template.too_much", message, "Bớt các vòng lặp, điều kiện lồng nhau trong mẫu.")
        raise TemplateRefused([problem]) from None
