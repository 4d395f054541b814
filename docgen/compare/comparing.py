"""Two readings of drafts → what changed between them, in reading order."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from docgen.compare.couples import Couple, coupled, couples, ends_of_moves
from docgen.compare.looks import page_changes, stretches
from docgen.compare.passages import Passage
from docgen.compare.reading_changes import alone, edited, inside_move, moved
from docgen.compare.renumbering import renumbered
from docgen.model.change import Change, Comparison, Row, Side
from docgen.model.finding import Said
from docgen.model.reading import Reading
from docgen.tokens import noise_between

NOT_COMPARED = (
    Said("hình ảnh, biểu đồ, công thức", "pictures, charts, formulas"),
    Said("ghi chú của Word", "Word comments"),
    Said("dòng trống và đường kẻ vẽ", "empty lines and drawn lines"),
    Said("thuộc tính của tệp", "properties of the file"),
)
_TRACKED = Said("thay đổi đang theo dõi (được coi là đã chấp nhận)", "tracked changes (taken as accepted)")
Placed = tuple[int, Change]


def compare(old: Reading, new: Reading, *, strict: bool = False) -> Comparison:
    """What changed from one draft to the other. Unless `strict`, spelling forms, blanks, quotes and dashes are folded
    and counted instead."""
    found = couples(old, new, strict)
    placed = [*_said(found, strict), *renumbered(found), *_form(found, strict)]
    changes = [replace(change, row=row) for row, change in sorted(placed, key=lambda one: one[0])]
    tracked = (_TRACKED,) if old.revisions or new.revisions else ()
    return Comparison(
        rows=tuple(_row(couple) for couple in found),
        changes=(*changes, *page_changes(old, new)),
        noise={} if strict else _noise([*found, *_settled(found)]),
        not_compared=(*NOT_COMPARED, *tracked),
    )


def _said(found: Sequence[Couple], strict: bool) -> Iterator[Placed]:
    """Changes of words: edited, come, gone, moved."""
    for row, couple in enumerate(found):
        if couple.old and couple.new:
            yield from ((row, change) for change in edited(couple))
        elif not couple.move:
            passage = couple.old or couple.new
            assert passage
            yield row, alone(passage, added=couple.new is not None)
    yield from _moves(found, strict)


def _moves(found: Sequence[Couple], strict: bool) -> Iterator[Placed]:
    """What moved, told once with what stands below it, and what was edited in it."""
    for group in _together(found, list(ends_of_moves(found))):
        for at, (start, end) in enumerate(group):
            old, new = found[start].old, found[end].new
            assert old and new
            told = [moved(old, new, len(group) - 1)] if at == 0 else []
            yield from (
                (end, replace(change, move=found[end].move)) for change in (*told, *inside_move(old, new, strict))
            )


def _together(found: Sequence[Couple], ends: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Ends of moves: a passage, then those right behind it on both sides that stand under it."""
    groups: list[list[tuple[int, int]]] = []
    for start, end in ends:
        head, one = found[groups[-1][0][1]].new if groups else None, found[end].new
        if head and one and groups[-1][-1] == (start - 1, end - 1) and one.path.startswith(f"{head.path}."):
            groups[-1].append((start, end))
        else:
            groups.append([(start, end)])
    return groups


def _form(found: Sequence[Couple], strict: bool) -> Iterator[Placed]:
    return ((stretch.at[0], stretch.as_change()) for stretch in stretches(found, strict))


def _settled(found: Sequence[Couple]) -> Iterator[Couple]:
    """Moved passages as if they had stayed."""
    for start, end in ends_of_moves(found):
        old, new = found[start].old, found[end].new
        if old and new:
            yield coupled(old, new, strict=False)


def _noise(found: Sequence[Couple]) -> dict[str, int]:
    """How many tokens differ only in spelling form, by kind."""
    counted = Counter(kind for couple in found for kind in _noise_in(couple))
    return dict(sorted(counted.items()))


def _noise_in(couple: Couple) -> Iterator[str]:
    if not (couple.old and couple.new):
        return
    for edit in couple.edits:
        if edit.op != "equal":
            continue
        before, after = couple.old.tokens[edit.a : edit.b], couple.new.tokens[edit.c : edit.d]
        if len(before) != len(after):
            yield "space"
            continue
        for one, other in zip(before, after, strict=True):
            kind = noise_between(one.text, other.text)
            if kind:
                yield kind


def _row(couple: Couple) -> Row:
    return Row(_side(couple.old), _side(couple.new), couple.edits, couple.move)


def _side(passage: Passage | None) -> Side | None:
    if passage is None:
        return None
    return Side(passage.role, passage.path, passage.text, tuple(token.text for token in passage.tokens))
