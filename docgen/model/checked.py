"""What a check gave: file by file, and for the set they form."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from docgen.model.copied import Copied
from docgen.model.finding import Finding
from docgen.problems import Problem

SEVERE = ("error", "warning")


@dataclass(frozen=True)
class CheckedFile:
    """One paper: refused and why, or held against a form. `known` findings are in the baseline, `waived` ones were
    given leave: both are counted and left out of `findings`. A folder stands for the set of its papers."""

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
    """All files in order; `sets` are folders, with what concerns their papers together; `copies` were written where
    asked for; `problems` are faults of what was asked; `recorded` counts the findings a new baseline took in."""

    files: tuple[CheckedFile, ...] = ()
    sets: tuple[CheckedFile, ...] = ()
    copies: tuple[Copied, ...] = ()
    problems: tuple[Problem, ...] = ()
    recorded: int | None = None
    exit_code: int = 0

    @property
    def told(self) -> tuple[CheckedFile, ...]:
        """Every file that has findings to show, then the sets."""
        return tuple(file for file in self.all if file.findings)

    @property
    def all(self) -> tuple[CheckedFile, ...]:
        """Files, then sets."""
        return (*self.files, *self.sets)

    @property
    def refused(self) -> tuple[Problem, ...]:
        """Why files could not be read."""
        return tuple(file.refused for file in self.files if file.refused)

    @property
    def counts(self) -> dict[str, int]:
        """Files, and findings by severity."""
        found = severities(finding for file in self.all for finding in file.findings)
        return {
            "files": len(self.files),
            "clean": sum(file.clean for file in self.files),
            "refused": len(self.refused),
            **found,
            "known": sum(file.known for file in self.all),
            "waived": sum(file.waived for file in self.all),
        }


def severities(findings: Iterable[Finding]) -> dict[str, int]:
    """How many there are of each severity, the worst first."""
    counted = Counter(finding.severity for finding in findings)
    return {severity: counted[severity] for severity in ("error", "warning", "hint")}
