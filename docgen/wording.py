"""The small language of a plan's sentences: `*…*` for italics, `{kind.id:part,part}` for a typed value.

`Thực hiện {van_ban.kl-50:ngay,co_quan} (*hoàn thành {thoi_han.ban-hanh}*).`
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(r"\{([^{}]*)\}|(\*)|([{}])|([^{}*]+)")
_REFERENCE = re.compile(r"(?:(?P<space>[a-z_]+)\.)?(?P<name>[a-z0-9_-]+)(?::(?P<parts>[a-z_]+(?:,[a-z_]+)*))?")


class Words(NamedTuple):
    """Literal text."""

    text: str
    italic: bool = False


class Reference(NamedTuple):
    """A typed value named in a sentence; `space` is empty for a word of the unit itself."""

    space: str
    name: str
    parts: tuple[str, ...] = ()
    italic: bool = False

    def __str__(self) -> str:
        dotted = f"{self.space}.{self.name}" if self.space else self.name
        return "{" + dotted + (":" + ",".join(self.parts) if self.parts else "") + "}"


Segment = Words | Reference
_REMEMBERED = 4096  # sentences: a plan has hundreds, and every paper says them again


@lru_cache(_REMEMBERED)
def parse(text: str) -> tuple[Segment, ...]:
    """Sentence → segments. ValueError carries a Vietnamese sentence about the broken place."""
    segments = tuple(_segments(text))
    if text.count("*") % 2:
        raise ValueError("Dấu * mở chữ nghiêng mà không đóng.")
    return segments


@lru_cache(_REMEMBERED)
def references(text: str) -> tuple[Reference, ...]:
    """Only the references of a sentence."""
    return tuple(segment for segment in parse(text) if isinstance(segment, Reference))


def _segments(text: str) -> Iterator[Segment]:
    italic = False
    for found in _TOKEN.finditer(text):
        inside, star, brace, words = found.groups()
        if star:
            italic = not italic
        elif brace:
            raise ValueError(f"Dấu «{brace}» đứng lẻ; chỗ thay được phải viết {{tên}}.")
        elif words:
            yield Words(words, italic)
        else:
            yield _reference(inside, italic)


def _reference(inside: str, italic: bool) -> Reference:
    found = _REFERENCE.fullmatch(inside)
    if not found:
        raise ValueError(f"«{{{inside}}}» không phải là chỗ thay được viết đúng.")
    parts = tuple(found["parts"].split(",")) if found["parts"] else ()
    return Reference(found["space"] or "", found["name"], parts, italic)
