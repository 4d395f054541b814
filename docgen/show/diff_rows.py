"""Two drafts side by side as rows of HTML: what changed is marked down to the letters, what did not is folded away."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, takewhile

from markupsafe import Markup, escape

from docgen.edits import Edit
from docgen.model.change import Comparison, Row, Side
from docgen.vietnamese import to_nfc

_AROUND = 1  # equal rows shown before and after a change
_LEAST = 3  # of fewer equal rows hiding them saves nothing
_CELL = "\t"
_SHARED = 0.5  # of two pieces of text: from there their common ends are not marked


def rows(comparison: Comparison, key: str) -> Markup:
    """All rows; that of number n has the id `<key>-n`."""
    changed = {change.row for change in comparison.changes}
    stays = [row.equal and not row.move and at not in changed for at, row in enumerate(comparison.rows)]
    links = _links(comparison.rows, key)
    shown = [_row(row, f"{key}-{at}", links.get(at, Markup())) for at, row in enumerate(comparison.rows)]
    return Markup("\n").join(_folded(shown, stays))


def _folded(shown: Sequence[Markup], stays: Sequence[bool]) -> Iterator[Markup]:
    at = 0
    for equal, group in groupby(stays):
        end = at + len(list(group))
        first = at + _AROUND if at else at
        last = end - _AROUND if end < len(shown) else end
        if equal and last - first >= _LEAST:
            yield from shown[at:first]
            yield _details(shown[first:last])
            yield from shown[last:end]
        else:
            yield from shown[at:end]
        at = end


def _details(shown: Sequence[Markup]) -> Markup:
    head = Markup("<details><summary>{} đoạn không đổi</summary>").format(len(shown))
    return Markup("\n").join([head, *shown, Markup("</details>")])


def _links(every: Sequence[Row], key: str) -> dict[int, Markup]:
    """Where the other end of a moved block stands, by row."""
    ends: dict[int, list[int]] = {}
    for at, row in enumerate(every):
        if row.move:
            ends.setdefault(row.move, []).append(at)
    pairs = [(at, other) for found in ends.values() for at in found for other in found if at != other]
    return {at: _link(f"{key}-{other}", gone=every[at].new is None) for at, other in pairs}


def _link(target: str, gone: bool) -> Markup:
    words = "xem nơi chuyển đến" if gone else "xem nơi cũ"
    return Markup(' <a class="link" href="#{}">{}</a>').format(target, words)


def _row(row: Row, name: str, link: Markup) -> Markup:
    old, new = _pair(row)
    moved = " moved" if row.move else ""
    cells = Markup('<div class="old">{}</div><div class="new">{}</div>').format(
        old + link if row.old and not row.new else old, new + link if row.new else new
    )
    return Markup('<div class="row{}" id="{}">{}</div>').format(moved, name, cells)


def _pair(row: Row) -> tuple[Markup, Markup]:
    """Both sides. A block that moved is as it is: both its ends are coloured, and what was edited in it is told in
    the list of changes. One that stands alone came or went as a whole."""
    old, new = row.old, row.new
    if old and new:
        pieces = [_piece(edit, old, new) for edit in row.edits]
        return Markup().join(one for one, _ in pieces), Markup().join(other for _, other in pieces)
    gone, come = (_text(side.tokens, side) if side else Markup() for side in (old, new))
    return (gone, come) if row.move else (_marked(gone, "del"), _marked(come, "ins"))


def _piece(edit: Edit, old: Side, new: Side) -> tuple[Markup, Markup]:
    before, after = old.tokens[edit.a : edit.b], new.tokens[edit.c : edit.d]
    if edit.op == "equal":
        return _text(before, old), _text(after, new)
    if edit.op == "replace" and _CELL not in (*before, *after):
        gone, come = _with_what_differs("".join(before), "".join(after))
        return _marked(gone, "del"), _marked(come, "ins")
    return _marked(_text(before, old), "del"), _marked(_text(after, new), "ins")


def _with_what_differs(old: str, new: str) -> tuple[Markup, Markup]:
    """Two pieces of text with the letters between their common ends marked, if they have much in common."""
    old, new = to_nfc(old), to_nfc(new)
    start = _shared(old, new)
    end = _shared(old[start:][::-1], new[start:][::-1])
    if start + end < _SHARED * max(len(old), len(new)):
        return escape(old), escape(new)
    return _middle(old, start, len(old) - end), _middle(new, start, len(new) - end)


def _shared(old: str, new: str) -> int:
    """How many letters both begin with."""
    return sum(1 for _ in takewhile(lambda two: two[0] == two[1], zip(old, new, strict=False)))


def _middle(text: str, start: int, end: int) -> Markup:
    marked = Markup("<mark>{}</mark>").format(text[start:end]) if start < end else Markup()
    return escape(text[:start]) + marked + escape(text[end:])


def _text(said: Iterable[str], side: Side) -> Markup:
    """Words as text; the end of a cell is a sign of its own."""
    end = Markup('<span class="cell"></span>')
    return Markup().join(end if token == _CELL and side.role == "table" else escape(token) for token in said)


def _marked(text: Markup, tag: str) -> Markup:
    return Markup("<{0}>{1}</{0}>").format(tag, text) if text else text
