"""Rules of form a draft newly breaks, or no longer does: told from what the check found in both."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from docgen.model.change import Change
from docgen.model.finding import Finding, Said

_DRAWN = (
    "letterhead.title_rule",
    "letterhead.issuer_rule",
    "appendix.table_header",
    "appendix.table_rows",
    "subject.rule",
)
Known = tuple[str, str, str]


def with_form(changes: Sequence[Change], old: Iterable[Finding], new: Iterable[Finding]) -> list[Change]:
    """Changes of looks say which rule they newly break or mend; what none shows, such as a line no longer drawn, is one
    of its own. What follows from changed words is told by these."""
    told = list(changes)
    before, after = list(old), list(new)
    for finding, broken in (
        *((one, True) for one in _without(after, before)),
        *((one, False) for one in _without(before, after)),
    ):
        at = next((i for i, change in enumerate(told) if _shows(change, finding)), None)
        if at is not None:
            told[at] = replace(told[at], message=_joined(told[at].message, finding, broken))
        elif _of_looks(finding):
            told.append(_change(finding, broken))
    return told


def _without(some: Iterable[Finding], others: Iterable[Finding]) -> Iterator[Finding]:
    """Findings only some have; what stands elsewhere by now is the same finding."""
    known = Counter(map(_known, others))
    for finding in some:
        if known[_known(finding)]:
            known[_known(finding)] -= 1
        else:
            yield finding


def _known(finding: Finding) -> Known:
    return finding.code, finding.found, finding.expected


def _shows(change: Change, finding: Finding) -> bool:
    looks = finding.code.partition(".")[0] in ("page", "characters", "body") or _of_looks(finding)
    return change.type == "format" and looks and (change.path == finding.place.path or finding.code.startswith("page."))


def _of_looks(finding: Finding) -> bool:
    """Whether a rule judges what is seen and not read."""
    return finding.code.endswith("look") or finding.code in _DRAWN or finding.code.startswith("page.")


def _joined(message: Said, finding: Finding, broken: bool) -> Said:
    now = Said("mới sai thể thức", "form newly broken") if broken else Said("thể thức đã đúng", "form mended")
    vi, en = (sentence.rstrip(".") for sentence in finding.message)
    return Said(f"{message.vi} ({now.vi}: {vi})", f"{message.en} ({now.en}: {en})")


def _change(finding: Finding, broken: bool) -> Change:
    old, new = (finding.expected, finding.found) if broken else (finding.found, finding.expected)
    said = finding.message
    message = (
        Said(f"Mới sai thể thức: {said.vi}", f"Form newly broken: {said.en}")
        if broken
        else Said(f"Thể thức đã sửa: {said.vi}", f"Form mended: {said.en}")
    )
    return Change("format", "format", "low", finding.place.path, old, new, message)
