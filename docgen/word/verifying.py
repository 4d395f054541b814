"""A finished paper looked at again: every part sound XML, nothing missing, every text that was sent in stands in it."""

import contextlib
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any
from xml.parsers import expat

from docgen.problems import Place, Problem
from docgen.word.mending import BREAKS, first_error
from docgen.word.package import read_package
from docgen.word.refusals import Unreadable
from docgen.word.rendering import Paper
from docgen.word.template import Template

_BREAK = re.compile(f"[{''.join(BREAKS)}]")
_MARKUP_OR_BREAK = re.compile(f"<[^>]*>|{_BREAK.pattern}")
_BETWEEN = "\0"  # stands between elements: a text must lie within one
_SNIPPET = 60
_PROPERTIES = "docProps/"  # a build writes these itself
_AGAIN = "Lập lại văn bản này rồi kiểm tra lại."


class _Witness(Paper):
    """A paper that remembers what its tags said, cut where a line breaks."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        super().__init__(values)
        self.texts: list[str] = []

    def _encoded(self) -> list[bytes]:
        for value in self.said:
            self.texts += _pieces(value)
        return super()._encoded()


def _pieces(value: Any) -> list[str]:
    if hasattr(value, "__html__"):
        return [unescape(piece) for piece in _MARKUP_OR_BREAK.split(value.__html__())]
    return _BREAK.split(str(value))


def faults_of(template: Template, paper: bytes, values: Mapping[str, Any]) -> list[Problem]:
    """See `Template.verify`."""
    try:
        parts = read_package(paper)
    except Unreadable as unreadable:
        return [Problem(Place(template.file), unreadable.code, unreadable.message, unreadable.remedy)]
    return sorted({*_broken(template, parts), *_lost(template, parts, values)})


def _broken(template: Template, parts: Mapping[str, bytes]) -> Iterator[Problem]:
    for name, data in parts.items():
        if name.endswith((".xml", ".rels")) and first_error(data) is not None:
            yield _problem(template, name, "paper.broken", f"Phần {name} của văn bản không phải XML đúng.")


def _lost(template: Template, parts: Mapping[str, bytes], values: Mapping[str, Any]) -> Iterator[Problem]:
    for name in {*template.kept, *(part.name for part in template.parts)} - set(parts):
        yield _problem(template, name, "paper.lost", f"Văn bản thiếu phần {name}.")
    for part in template.parts:
        if part.name in parts and not part.name.startswith(_PROPERTIES):
            witness = _Witness(values)
            witness.render(part.code)
            missing = _first_missing(witness.texts, *_standing_in(parts[part.name]))
            if missing:
                message = f"Văn bản thiếu «{missing[:_SNIPPET]}» trong phần {part.name}."
                yield _problem(template, part.name, "paper.lost", message)


def _first_missing(texts: list[str], standing: str, attributes: str) -> str:
    at = 0
    for text in texts:
        found = standing.find(text, at)
        if found >= 0:
            at = found + len(text)
        elif text not in attributes:
            return text
    return ""


def _standing_in(data: bytes) -> tuple[str, str]:
    """Text in reading order, and the attributes a tag may stand in, of a part as far as it can be read."""
    texts: list[str] = []
    attributes: list[str] = []

    def begin(name: str, own: dict[str, str]) -> None:
        texts.append(_BETWEEN)
        attributes.extend(value for key, value in own.items() if key != "xml:space")

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.CharacterDataHandler = texts.append
    parser.StartElementHandler = begin
    with contextlib.suppress(expat.ExpatError):  # told as paper.broken
        parser.Parse(data, True)
    return "".join(texts), _BETWEEN.join(attributes)


def _problem(template: Template, part: str, code: str, message: str) -> Problem:
    return Problem(Place(template.file, part=part, paragraph=1), code, message, _AGAIN)
