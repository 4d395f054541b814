"""Letterheads and signatures however they are set: rows inside one paragraph, and whose name stands over whose."""

import re
from collections.abc import Iterator
from dataclasses import replace

from docgen.model.reading import Line, Placed
from docgen.word.landmarks import DATE, MOTTO, is_title, signs

_TABS = re.compile(r"\t+")
_WIDE = re.compile(r" {3,}")
_ABOVE = re.compile(
    r"ĐẢNG BỘ |TỈNH [ỦU][YỶ] |THÀNH [ỦU][YỶ] |BAN CHẤP HÀNH TRUNG ƯƠNG|HUYỆN [ỦU][YỶ] .+"
    r"|(?:[ỦU][YỶ] BAN NHÂN DÂN|UBND) |BỘ |SỞ "
)
_PLACELESS = re.compile(r"[ỦU][YỶ] BAN NHÂN DÂN|UBND")
_UNDER_IT = re.compile(r"(?:SỞ|PHÒNG|BAN|VĂN PHÒNG|THANH TRA|CHI CỤC|TRUNG TÂM|TRƯỜNG)\b")
_MIXED = 0.5


def rows_of(line: Line) -> list[Line]:
    """The rows a paragraph holds when line breaks, tabs or wide blanks set it in columns; else the line itself."""
    if not any(sign in line.words for sign in ("\n", "\t", "   ")):
        return [line]
    found = [part for start, end in _pieces(line.words, "\n") for part in _columns(line, start, end)]
    return [part for part in found if part.text] or [line]


def _pieces(words: str, sign: str) -> Iterator[tuple[int, int]]:
    start = 0
    for piece in words.split(sign):
        yield start, start + len(piece)
        start += len(piece) + 1


def _columns(line: Line, start: int, end: int) -> Iterator[Line]:
    text = line.words[start:end]
    if start == 0 and end == len(line.words) and "\t" not in text and "   " not in text:
        yield line
        return
    gap = next((gap for gap in _gaps(text) if text[: gap.start()].strip() and text[gap.end() :].strip()), None)
    if gap is None:
        yield line.cut(start, end)
        return
    yield line.cut(start, start + gap.start())
    yield line.cut(start + gap.end(), end, column=1)


def _gaps(text: str) -> Iterator[re.Match[str]]:
    yield from _TABS.finditer(text)
    for gap in _WIDE.finditer(text):
        right = text[gap.end() :].strip()
        if is_title(right) or MOTTO.fullmatch(right) or DATE.fullmatch(right) or signs(right):
            yield gap


def named_organs(placed: list[Placed]) -> list[Placed]:
    """Of two organs named at the top left the first is the superior: told by weight, else by name."""
    at = [index for index, one in enumerate(placed) if one.role == "issuer" and one.confidence < 1]
    above = _above([placed[index] for index in at])
    for index in at[:above]:
        placed[index] = replace(placed[index], role="superior")
    return placed


def _above(names: list[Placed]) -> int:
    """How many of the lines name the superior."""
    bold = [one.line.share("bold") > _MIXED for one in names]
    if len(names) > 1 and not bold[0] and any(bold):
        return bold.index(True)
    if len(names) > 1 and _ABOVE.match(names[0].text):
        return 1
    if names and _PLACELESS.fullmatch(names[0].text):
        return next((at for at, one in enumerate(names) if _UNDER_IT.match(one.text)), 0)
    return 0
