"""The tags of a part, whole or broken, found in its paragraphs the way docxtpl and Jinja read them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from docgen.problems import Severity
from docgen.word.template_text import Paragraph

Kind = Literal["value", "statement", "comment"]
BLOCKS = ("if", "for", "with", "macro", "call", "filter", "block", "autoescape", "set", "trans")
STATEMENTS = ("for", "if", "elif", "else", "endif", "endfor")
CELL_TAGS = ("cellbg", "colspan", "vm", "hm")
PREFIXES = ("p", "tr", "tc", "r")
PAIRS: dict[str, tuple[str, Kind]] = {"{{": ("}}", "value"), "{%": ("%}", "statement"), "{#": ("#}", "comment")}

_OPENING = re.compile(r"\{[{%#]")
_ANY_OPENING = re.compile(r"\{\s*[{%#]")
_PREFIX = re.compile(r"(tr|tc|p|r) ")
_SPACED = re.compile(r"-?\s+(tr|tc|p|r)\s")
_GLUED = re.compile(r"(tr|tc|p|r)(for|if|elif|else|endif|endfor)\b")
_WORD = re.compile(r"\w+")
_HEADLESS = re.compile(r"\{?%?(?:(tr|tc|p|r) )?\s*((?:for|if|elif|else|endif|endfor)\b[^{}%]*)[%}]*$")
_RAW = re.compile(r"\{%-?\s*raw\s*-?%\}.*?(?:\{%-?\s*endraw\s*-?%\}|$)", re.DOTALL)
_STRAY = re.compile(r"[%}#]\s+\}|\}\}|%\}")
_SINGLE = re.compile(r"(?<![{\w$#])\{\s*([A-Za-z_][\w.]*)\s*\}(?!\})")
_TOGETHER = "Viết liền hai dấu ở mỗi đầu: {{ khóa }} hoặc {% lệnh %}."
_ACROSS = 6  # paragraphs a torn tag is looked for in
_SHOWN = 60


class Fault(NamedTuple):
    """What is wrong, and at which character of which paragraph."""

    paragraph: Paragraph
    start: int
    code: str
    message: str
    remedy: str
    severity: Severity = "error"


@dataclass(frozen=True, eq=False)
class Tag:
    """One tag: `body` without braces and prefix. A `broken` one has been told about; it only keeps blocks balanced."""

    kind: Kind
    prefix: str
    body: str
    raw: str
    paragraph: Paragraph
    start: int
    broken: bool = False
    spaced: bool = field(default=False)  # a blank before the prefix

    @property
    def keyword(self) -> str:
        """The first word of a statement; a misspelt one as it was meant is for `template_names` to tell."""
        word = _WORD.match(self.body) if self.kind == "statement" else None
        return word.group() if word else ""

    def fault(self, code: str, message: str, remedy: str, severity: Severity = "error") -> Fault:
        """Something wrong with this tag."""
        return Fault(self.paragraph, self.start, code, message, remedy, severity)


class Scan(NamedTuple):
    """All tags of a part in order, and what is wrong with their braces."""

    tags: list[Tag]
    faults: list[Fault]


def scan(paragraphs: Sequence[Paragraph], known: Iterable[str]) -> Scan:
    """Tags of a part. `known` are the keys there are: `{noi_nhan}` with one brace is a tag somebody meant."""
    found, keys = Scan([], []), frozenset(known)
    continued = 0  # characters of the next paragraph that belong to a torn tag
    for index, paragraph in enumerate(paragraphs):
        text = _without_raw(paragraph.text)
        text = " " * continued + text[continued:]
        before = len(found.tags)
        continued = _scan_paragraph(found, paragraphs, index, text)
        rest = _without_tags(text, found.tags[before:])
        found.faults.extend(_loose(paragraph, rest, keys))
        found.tags[before:] = sorted([*found.tags[before:], *_headless(paragraph, rest)], key=lambda tag: tag.start)
    return found


def _without_raw(text: str) -> str:
    return _RAW.sub(lambda raw: " " * len(raw.group()), text) if "raw" in text else text


def _scan_paragraph(found: Scan, paragraphs: Sequence[Paragraph], index: int, text: str) -> int:
    paragraph, at = paragraphs[index], 0
    while opening := _ANY_OPENING.search(text, at):
        close, kind = PAIRS[opening.group()[0] + opening.group()[-1]]
        end = closing(text, opening.end(), close)
        if len(opening.group()) > 2:
            at = end + 2 if end >= 0 else _next_opening(text, opening.end())
            _note_apart(found, paragraph, opening, text[opening.end() : at], kind)
            continue
        if end < 0:
            at = _next_opening(text, opening.end())
            torn = _torn(paragraphs, index, close) if at == len(text) else 0
            found.faults.append(_broken_fault(paragraph, opening.start(), text[opening.start() : at], close, torn))
            body = text[opening.start() : at].rstrip(" }%#")
            found.tags.append(_tag(kind, body[2:], body, paragraph, opening.start(), broken=True))
            if torn:
                return torn
            continue
        raw = text[opening.start() : end + 2]
        found.tags.append(_tag(kind, text[opening.end() : end], raw, paragraph, opening.start()))
        at = end + 2
    return 0


def _note_apart(found: Scan, paragraph: Paragraph, opening: re.Match[str], inner: str, kind: Kind) -> None:
    """A tag with a blank between its first two braces: none for docxtpl, yet somebody meant one."""
    raw = opening.group() + inner
    message = f"Dấu ngoặc ở «{raw[:_SHOWN].strip()}» không thành chỗ điền."
    found.faults.append(Fault(paragraph, opening.start(), "template.stray_brace", message, _TOGETHER))
    found.tags.append(_tag(kind, inner.rstrip(" }%#"), raw, paragraph, opening.start(), broken=True))


def closing(text: str, at: int, close: str) -> int:
    """Where a tag ends, quoted text skipped; -1 when another tag begins before, or none ends it."""
    quote = ""
    for place in range(at, len(text) - 1):
        sign, two = text[place], text[place : place + 2]
        if quote and close != "#}":
            quote = "" if sign == quote else quote
        elif two == close:
            return place
        elif close != "#}" and two in PAIRS:
            return -1
        elif sign in "'\"":
            quote = sign
    return text.find(close, at) if quote else -1


def _next_opening(text: str, at: int) -> int:
    opening = _OPENING.search(text, at)
    return opening.start() if opening else len(text)


def _torn(paragraphs: Sequence[Paragraph], index: int, close: str) -> int:
    """How far into the next paragraph with words a tag goes on that this one leaves open; 0 when it does not."""
    for paragraph in paragraphs[index + 1 : index + _ACROSS]:
        if paragraph.text.strip():
            end = paragraph.text.find(close)
            opening = _OPENING.search(paragraph.text)
            goes_on = end >= 0 and (opening is None or end < opening.start())
            return end + 2 if goes_on and paragraph is paragraphs[index + 1] else 0
    return 0


def _broken_fault(paragraph: Paragraph, start: int, raw: str, close: str, torn: int) -> Fault:
    shown = raw[:_SHOWN].strip()
    if torn:
        message = f"Chỗ điền «{shown}» bị ngắt sang đoạn sau."
        return Fault(
            paragraph, start, "template.torn", message, "Xóa dấu xuống đoạn để cả chỗ điền nằm trong một đoạn."
        )
    message = f"Chỗ điền «{shown}» không đóng."
    return Fault(paragraph, start, "template.open_tag", message, f"Thêm «{close}» vào cuối chỗ điền.")


def _tag(kind: Kind, inner: str, raw: str, paragraph: Paragraph, start: int, broken: bool = False) -> Tag:
    prefix = _PREFIX.match(inner)
    spaced = None if prefix or kind != "statement" else _SPACED.match(inner)
    glued = None if prefix or spaced or kind != "statement" else _GLUED.match(inner)
    meant = prefix or spaced or glued
    body = inner[meant.end(1) :] if meant else inner
    body = body.strip().removeprefix("-").removeprefix("+").removesuffix("-").removesuffix("+").strip()
    name = meant.group(1) if meant else ""
    return Tag(kind, name, body, raw, paragraph, start, broken, spaced is not None or glued is not None)


def _without_tags(text: str, tags: Sequence[Tag]) -> str:
    """The words between the tags, each at its place."""
    for tag in tags:
        end = _next_opening(text, tag.start + 2) if tag.broken else tag.start + len(tag.raw)
        text = text[: tag.start] + " " * (end - tag.start) + text[end:]
    return text


def _headless(paragraph: Paragraph, text: str) -> Iterator[Tag]:
    """Statements whose opening braces are gone: told as loose braces, they still open or close their block."""
    stray = _STRAY.search(text)
    begun = _HEADLESS.search(text[: stray.start()].rstrip()) if stray else None
    if begun:
        body = begun.group(2).strip()
        yield Tag("statement", begun.group(1) or "", body, begun.group(), paragraph, begun.start(), broken=True)


def _loose(paragraph: Paragraph, text: str, keys: frozenset[str]) -> Iterator[Fault]:
    """Braces that open or close nothing."""
    stray = _STRAY.search(text)
    if stray:
        shown = text[max(0, stray.start() - _SHOWN // 2) : stray.end() + _SHOWN // 2].strip()
        message = f"Dấu ngoặc ở «{shown}» không thành chỗ điền."
        yield Fault(paragraph, stray.start(), "template.stray_brace", message, _TOGETHER)
        return
    for single in _SINGLE.finditer(text):
        if single.group(1).split(".")[0] in keys:
            message = f"Chỗ điền «{single.group()}» chỉ có một dấu ngoặc mỗi bên."
            remedy = f"Viết «{{{{ {single.group(1)} }}}}»."
            yield Fault(paragraph, single.start(), "template.stray_brace", message, remedy)
