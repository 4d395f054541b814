"""What a check gave: file by file, and for the set they form."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from docgen.model.finding import Finding
from docgen.problems import Problem

SEVERE = ("error", "warning")


@dataclass(frozen=True)
class CheckedFile:
    """One paper: refused and why, or held against a form. `known` findings are in the baseline, `waived` ones were
    given leave: both are counted and left out of `findings`."""

    file: str
    form: str = ""
    refused: Problem | None = None
    findings: tuple[Finding, ...] = ()
    known: int = 0
    waived: int = 0

    @property
    def clean(self) -> bool:
        """Whether nothing is to be seen."""
        return self.refused is None and not self.findings


@dataclass(frozen=True)
class Checked:
    """All files in order; `whole` is about the set of them, its file has no name. `problems` are faults of what was
    asked, `recorded` counts the findings a new baseline took in."""

    files: tuple[CheckedFile, ...] = ()
    whole: CheckedFile = CheckedFile("")
    problems: tuple[Problem, ...] = ()
    recorded: int | None = None
    exit_code: int = 0

    @property
    def told(self) -> tuple[CheckedFile, ...]:
        """Every file that has findings to show, what concerns the whole set last."""
        return tuple(file for file in (*self.files, self.whole) if file.findings)

    @property
    def refused(self) -> tuple[Problem, ...]:
        """Why files could not be read."""
        return tuple(file.refused for file in self.files if file.refused)

    @property
    def counts(self) -> dict[str, int]:
        """Files, and findings by severity."""
        every = (*self.files, self.whole)
        found = severities(finding for file in every for finding in file.findings)
        return {
            "files": len(self.files),
            "clean": sum(file.clean for file in self.files),
            "refused": len(self.refused),
            **found,
            "known": sum(file.known for file in every),
            "waived": sum(file.waived for file in every),
        }


def severities(findings: Iterable[Finding]) -> dict[str, int]:
    """How many there are of each severity, the worst first."""
    counted = Counter(finding.severity for finding in findings)
    return {severity: counted[severity] for severity in ("error", "warning", "hint")}
