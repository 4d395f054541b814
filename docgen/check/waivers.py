"""Findings an office does not want to see again: those it gave leave for, and those it knows of."""

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePath

from docgen.model.checked import CheckedFile
from docgen.model.finding import Finding
from docgen.model.waiver import Known, Waiver
from docgen.vietnamese import to_nfc


def known_as(file: str, finding: Finding) -> Known:
    """The fingerprint of a finding in a file."""
    snippet = " ".join(to_nfc(finding.place.snippet).casefold().split())
    return Known(PurePath(file).name, finding.code, finding.place.path, snippet)


def without_waived(file: CheckedFile, waivers: Sequence[Waiver], day: datetime.date) -> CheckedFile:
    """The file with what waivers cover counted instead."""
    holding = [waiver for waiver in waivers if not waiver.expired_on(day) and _is_of(waiver, file.file)]
    kept = tuple(finding for finding in file.findings if not any(covers(waiver, finding) for waiver in holding))
    return replace(file, findings=kept, waived=file.waived + len(file.findings) - len(kept))


def covers(waiver: Waiver, finding: Finding) -> bool:
    """Whether a waiver is of a finding's rule and place; a place includes all below it."""
    of_rule = waiver.rule == finding.code or waiver.rule in finding.rules
    path = finding.place.path
    return of_rule and (waiver.path is None or path == waiver.path or path.startswith(f"{waiver.path}."))


def _is_of(waiver: Waiver, file: str) -> bool:
    """A unit's papers are named after it: `than-uyen.docx`, `than-uyen.moi.docx`."""
    path = PurePath(file)
    if waiver.unit:
        return path.name.partition(".")[0] == waiver.unit
    return waiver.file is None or to_nfc(waiver.file) in (to_nfc(path.name), to_nfc(path.as_posix()))


def without_known(file: CheckedFile, known: Counter[Known]) -> CheckedFile:
    """The file with what `known` holds counted instead; each entry covers one finding and is used up."""
    kept = tuple(finding for finding in file.findings if not _taken(known_as(file.file, finding), known))
    return replace(file, findings=kept, known=file.known + len(file.findings) - len(kept))


def _taken(fingerprint: Known, known: Counter[Known]) -> bool:
    if known[fingerprint] < 1:
        return False
    known[fingerprint] -= 1
    return True


def all_known(files: Iterable[CheckedFile]) -> Counter[Known]:
    """Every finding of a run, as a baseline records it."""
    return Counter(known_as(file.file, finding) for file in files for finding in file.findings)
