"""A comparison as one page: drafts side by side, changes listed with filters and links; one script, of a known hash."""

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from docgen.model.change import Change, Comparison
from docgen.model.compared import Pair, PairedSet
from docgen.model.finding import Said
from docgen.problems import Problem
from docgen.show.diff_rows import rows
from docgen.show.diff_words import SEVERITIES, TYPES, noise, not_compared, place, set_summary, sharers, summary
from docgen.show.page import page


class _Entry(NamedTuple):
    """A change in the list, and the id of the row or the pair it leads to."""

    change: Change
    target: str
    where: str
    units: str = ""


def pair_page(pair: Pair) -> str:
    """Two papers."""
    comparison = pair.comparison
    assert comparison is not None
    entries = [_entry(change, comparison, "p0") for change in comparison.changes]
    notes = _notes(comparison.noise, comparison.not_compared)
    return _page(pair.old, pair.new, summary(comparison), notes, pair.unproved, entries, [(pair, comparison)], False)


def set_page(compared: PairedSet) -> str:
    """Two folders: common changes, then what one unit alone changed; every pair folded away below."""
    places = {pair.unit: (comparison, f"p{at}") for at, (pair, comparison) in enumerate(compared.compared)}
    entries = [_entry(group.change, *places[group.units[0]], sharers(group.units)) for group in compared.groups]
    entries += [_entry(single.change, *places[single.unit], single.unit) for single in compared.singles]
    unpaired = [f"Không có cặp: {', '.join(compared.unpaired)}."] if compared.unpaired else []
    notes = [*unpaired, *_notes(compared.noise, compared.not_compared)]
    said = set_summary(compared)
    return _page(compared.old, compared.new, said, notes, compared.problems, entries, compared.compared, True)


def _page(
    old: str, new: str, said: str, notes: Iterable[str], problems: Iterable[Problem], entries: Sequence[_Entry],
    pairs: Sequence[tuple[Pair, Comparison]], folders: bool,
) -> str:  # fmt: skip
    types = {kind: word for kind, word in TYPES.items() if any(entry.change.type == kind for entry in entries)}
    script = _script()
    return page("diff.html").render(
        old=old,
        new=new,
        summary=said,
        notes=notes,
        problems=problems,
        entries=entries,
        severities=SEVERITIES,
        types=types,
        words=TYPES,
        filters=[*SEVERITIES, *(f"t-{kind}" for kind in types)],
        folders=folders,
        pairs=list(_sections(pairs)),
        script=Markup(script),
        digest="sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
    )


def _sections(pairs: Iterable[tuple[Pair, Comparison]]) -> Iterator[tuple[str, Pair, str, Markup]]:
    for at, (pair, comparison) in enumerate(pairs):
        yield f"p{at}", pair, f"{pair.unit}: {summary(comparison)}", rows(comparison, f"p{at}")


@cache
def _script() -> str:
    return (Path(__file__).parent / "diff.js").read_text(encoding="utf-8")


def _entry(change: Change, within: Comparison, key: str, units: str = "") -> _Entry:
    """What several units share leads to the first of them, whose change it is told as."""
    row = change.row if change.row >= 0 else _row_at(change.path, within)
    return _Entry(change, key if row is None else f"{key}-{row}", place(change.path), units)


def _row_at(path: str, within: Comparison) -> int | None:
    """Where a change that only knows its path stands, if anywhere."""
    sides = ((at, side) for at, row in enumerate(within.rows) for side in (row.new, row.old) if side and path)
    return next((at for at, side in sides if path in (side.path, side.role)), None)


def _notes(folded: Mapping[str, int], left_out: Iterable[Said]) -> list[str]:
    return [note for note in (noise(folded), not_compared(left_out)) if note]
