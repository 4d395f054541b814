"""A rule of form: one function, one name. It yields places and facts of faults; the sentences stand beside it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from docgen.check.draft import Draft
from docgen.model.finding import Finding, Said, Spot
from docgen.model.reading import Line, Placed
from docgen.problems import Severity

_SURE = 0.6  # below this a rule speaks one level lower
_LOWER: Mapping[Severity, Severity] = {"error": "warning", "warning": "hint", "hint": "hint"}
_SNIPPET = 80


@dataclass(frozen=True)
class Fault:
    """What a rule saw. `at` is None for the paper as a whole, a Spot for what no line of it holds; `words` fill further
    places of the sentences, `snippet` stands for the words of the line, `severity` for that of the rule."""

    at: Placed | Line | Spot | None = None
    found: str = ""
    expected: str = ""
    clause: str = ""
    confidence: float = 1.0
    snippet: str = ""
    words: Mapping[str, str | Said] = field(default_factory=dict)
    severity: Severity | None = None


Judge = Callable[[Draft], Iterable[Fault]]


@dataclass(frozen=True)
class Rule:
    """A rule as data: docs/rules.md is made of it. `about` is the docstring: what, why, wrong, right."""

    code: str
    serves: tuple[str, ...]
    severity: Severity
    message: Said
    remedy: Said
    judge: Judge
    about: str

    @property
    def group(self) -> str:
        """`recipients` of `recipients.separator`."""
        return self.code.partition(".")[0]

    def findings(self, draft: Draft) -> Iterator[Finding]:
        """Every fault of this rule in a paper."""
        for fault in self.judge(draft):
            yield self.finding(fault)

    def finding(self, fault: Fault) -> Finding:
        """A fault as it is told."""
        confidence = fault.confidence * (fault.at.confidence if isinstance(fault.at, Placed) else 1.0)
        severity = fault.severity or self.severity
        return Finding(
            code=self.code,
            rules=self.serves,
            severity=_LOWER[severity] if confidence < _SURE else severity,
            confidence=round(confidence, 2),
            place=spot(fault.at, fault.snippet),
            expected=fault.expected,
            found=fault.found,
            message=_filled(self.message, fault),
            remedy=_filled(self.remedy, fault),
            clause=fault.clause,
        )


def rule(
    code: str, serves: str, severity: Severity, message: tuple[str, str], remedy: tuple[str, str]
) -> Callable[[Judge], Rule]:
    """Declare a rule: its code, the ids it serves in one string, severity, and its sentences, Vietnamese then English.

    Sentences may name {found}, {expected} and any of the fault's own words.
    """

    def declare(judge: Judge) -> Rule:
        return Rule(code, tuple(serves.split()), severity, Said(*message), Said(*remedy), judge, judge.__doc__ or "")

    return declare


def spot(at: Placed | Line | Spot | None, snippet: str = "") -> Spot:
    """The place of a line as findings give it."""
    if isinstance(at, Spot):
        return at
    if at is None:
        return Spot(snippet=_short(snippet))
    line = at.line if isinstance(at, Placed) else at
    path = at.where if isinstance(at, Placed) else ""
    return Spot(line.part, line.section + 1, path, line.paragraph, _short(snippet or line.text))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SNIPPET else text[: _SNIPPET - 1] + "…"


def _filled(sentence: Said, fault: Fault) -> Said:
    vi = {key: word.vi if isinstance(word, Said) else word for key, word in fault.words.items()}
    en = {key: word.en if isinstance(word, Said) else word for key, word in fault.words.items()}
    facts = {"found": fault.found, "expected": fault.expected}
    return Said(sentence.vi.format(**facts, **vi), sentence.en.format(**facts, **en))
