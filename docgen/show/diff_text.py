"""Changes on the terminal: grouped by severity and place, a sentence each; of folders what units share comes first.

What is coloured reads the same without: whoever prints it drops the colours where there is no terminal.
"""

from collections.abc import Iterable, Iterator, Sequence

import click

from docgen.model.change import Change
from docgen.model.compared import Pair, PairedSet
from docgen.show.diff_words import SEVERITIES, noise, not_compared, place, set_summary, sharers, summary

_COLOURS = {"high": "red", "medium": "yellow", "low": "cyan"}


def pair(compared: Pair) -> str:
    """Two papers."""
    assert compared.comparison is not None
    comparison = compared.comparison
    head = f"{compared.old} → {compared.new}: {summary(comparison)}"
    tail = filter(None, (noise(comparison.noise), not_compared(comparison.not_compared)))
    return "\n".join([head, *_by_severity(comparison.changes), *tail])


def pairs(compared: PairedSet) -> str:
    """Two folders: common changes, then what one unit alone changed, then the rest of the story."""
    parts = ["\n".join(_group(group.units, group.change)) for group in compared.groups]
    parts += ["\n".join([_strong(unit), *_by_severity(changes)]) for unit, changes in _by_unit(compared)]
    return "\n\n".join([*parts, "\n".join(_tail(compared))])


def _by_severity(changes: Sequence[Change]) -> Iterator[str]:
    for severity, word in SEVERITIES.items():
        found = [change for change in changes if change.severity == severity]
        if found:
            yield f"  {click.style(word, fg=_COLOURS[severity], bold=True)}"
            yield from _by_place(found)


def _by_place(changes: Iterable[Change]) -> Iterator[str]:
    """A sentence each, those of one place below its name."""
    places: dict[str, list[Change]] = {}
    for change in changes:
        places.setdefault(place(change.path), []).append(change)
    for where, found in places.items():
        yield f"    {where or 'cả văn bản'}"
        yield from (f"      {_sentence(change)}" for change in found)


def _sentence(change: Change) -> str:
    """The sentence with the words that went in red, those that came in green."""
    said = change.message.vi
    before, arrow, after = said.partition(" → ")
    if arrow and change.old and change.new:
        return f"{_painted(before, change.old, 'red')}{arrow}{_painted(after, change.new, 'green')}"
    return _painted(said, change.new, "green") if change.new else _painted(said, change.old, "red")


def _painted(said: str, words: str, colour: str) -> str:
    before, found, after = said.partition(words) if words else (said, "", "")
    return f"{before}{click.style(found, fg=colour)}{after}" if found else said


def _group(units: Sequence[str], change: Change) -> Iterator[str]:
    where = place(change.path)
    yield _strong(sharers(units))
    yield f"  {click.style(SEVERITIES[change.severity], fg=_COLOURS[change.severity], bold=True)}"
    yield from ([f"    {where}"] if where else [])
    yield f"      {_sentence(change)}"


def _by_unit(compared: PairedSet) -> Iterator[tuple[str, list[Change]]]:
    found: dict[str, list[Change]] = {}
    for single in compared.singles:
        found.setdefault(single.unit, []).append(single.change)
    yield from found.items()


def _tail(compared: PairedSet) -> Iterator[str]:
    yield f"{compared.old} → {compared.new}: {set_summary(compared)}"
    if compared.unpaired:
        yield f"Không có cặp: {', '.join(compared.unpaired)}."
    yield from filter(None, (noise(compared.noise), not_compared(compared.not_compared)))


def _strong(words: str) -> str:
    return click.style(words, bold=True)
