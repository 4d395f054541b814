"""What a .docx carries that reaches outside or runs: found by `word`, told by whoever shows it."""

from dataclasses import dataclass
from typing import Literal

HazardKind = Literal["external_link", "template_link", "macro", "ole", "dde", "include", "alt_chunk"]


@dataclass(frozen=True, order=True)
class Hazard:
    """One thing to know before a file is passed on: where it stands, and its target or field code as written."""

    kind: HazardKind
    part: str
    detail: str
