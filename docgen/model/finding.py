"""What a check finds: by which rule, where, what was expected, how to mend it; sentences in two languages."""

from dataclasses import dataclass
from typing import NamedTuple

from docgen.problems import Severity


class Said(NamedTuple):
    """One sentence in Vietnamese and in English."""

    vi: str
    en: str


@dataclass(frozen=True, order=True)
class Spot:
    """Where in a paper: part, section (from 1), path such as `II.3` or the role of the line, paragraph of the part
    (from 1, 0 for the whole paper), and the words there."""

    part: str = ""
    section: int = 0
    path: str = ""
    paragraph: int = 0
    snippet: str = ""


@dataclass(frozen=True)
class Finding:
    """One fault found. `rules` are ids of lint-rules.md and numbers of the-thuc.md section 8; `confidence` 0–1."""

    code: str
    rules: tuple[str, ...]
    severity: Severity
    confidence: float
    place: Spot
    expected: str
    found: str
    message: Said
    remedy: Said
    clause: str
