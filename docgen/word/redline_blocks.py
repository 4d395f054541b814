"""Paragraphs and tables of a story of both drafts, merged in the tree of the new one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from docgen.alignment import Step, Unit, align
from docgen.word.looks import W
from docgen.word.redline_desk import Desk
from docgen.word.redline_drafts import Side
from docgen.word.redline_pieces import Passage
from docgen.word.redline_runs import is_untouched, moved, take_note, write_paragraph
from docgen.word.redline_script import Entry, come, gone, script, unchanged, with_a_last_mark
from docgen.word.redline_tables import Table, merge_tables, read_table
from docgen.word.revision_marks import within

Block = Passage | Table


def merge_story(old: etree._Element, new: etree._Element, desk: Desk) -> None:
    """A story of the new draft becomes what both say, with its text boxes; containers hold paragraphs and tables."""
    desk.boxes.append((old, new))
    while desk.boxes:
        merge_blocks(*desk.boxes.pop(), desk)


def merge_blocks(old: etree._Element, new: etree._Element, desk: Desk) -> None:
    """The same for one container without what its text boxes hold."""
    olds, news = blocks(old, desk.old, desk), blocks(new, desk.new, desk)
    steps = align([_unit(block) for block in olds], [_unit(block) for block in news])
    _Merging(new, desk).run(olds, news, list(_in_order(steps, news)))


def blocks(container: etree._Element, side: Side, desk: Desk) -> list[Block]:
    """Paragraphs and tables of a container, also those in content controls."""
    return [
        desk.passage(block, side) if block.tag == W + "p" else read_table(block, side, desk)
        for block in within(container, W + "p", W + "tbl")
    ]


def _unit(block: Block) -> Unit:
    if isinstance(block, Table):
        return Unit(block.keys, "table")
    return Unit(block.keys, "p" if block.section is None else "section")


def _in_order(steps: Iterable[Step], news: Sequence[Block]) -> Iterator[Step]:
    """Between two blocks that stayed, what went stands before what came; at the end, behind the last table that came,
    so that the last paragraphs of both drafts meet."""
    waiting: list[Step] = []
    for step in steps:
        if step.old and step.new:
            yield from sorted(waiting, key=lambda one: not one.old)
            waiting = []
            yield step
        else:
            waiting.append(step)
    went, came = [one for one in waiting if one.old], [one for one in waiting if one.new]
    tables = [at for at, one in enumerate(came, 1) if isinstance(news[one.new[0]], Table)]
    if went and tables and tables[-1] < len(came):
        yield from came[: tables[-1]]
        came = came[tables[-1] :]
    yield from (*went, *came)


def _anchored_moves(steps: Sequence[Step], olds: Sequence[Block], news: Sequence[Block]) -> set[int]:
    """Moves of paragraphs with a paragraph that stayed behind both ends: the last mark of a story cannot move."""
    moves, loose = set(), set()
    anchored = False
    for step in reversed(steps):
        block = olds[step.old[0]] if step.old else news[step.new[0]]
        if isinstance(block, Table):
            anchored = False
            loose.add(step.move)
        elif step.old and step.new:
            anchored = True
        elif step.move:
            moves.add(step.move)
            if not anchored or block.section is not None:
                loose.add(step.move)
    return moves - loose


@dataclass
class _Merging:
    """Writes the steps of one container in order."""

    container: etree._Element
    desk: Desk
    last: etree._Element | None = None
    waiting: list[Entry] = field(default_factory=list)
    names: dict[int, str] = field(default_factory=dict)

    def run(self, olds: Sequence[Block], news: Sequence[Block], steps: Sequence[Step]) -> None:
        if self.desk.native_moves:
            moves = sorted(_anchored_moves(steps, olds, news))
            self.names = {move: self.desk.marker.name() for move in moves}
        for step in steps:
            old, new = [olds[at] for at in step.old], [news[at] for at in step.new]
            if isinstance((old or new)[0], Table):
                self._flush()
                self._table(old, new)
            else:
                self.waiting += self._entries(old, new, step.move)
        self._flush()

    def _entries(self, old: list[Block], new: list[Block], move: int) -> Iterator[Entry]:
        olds = [one for one in old if isinstance(one, Passage)]
        news = [one for one in new if isinstance(one, Passage)]
        if len(olds) == len(news) == 1 and self.desk.prints.same(olds[0].paragraph, news[0].paragraph):
            return iter([unchanged(olds[0], news[0])])
        if olds and news:
            return script(olds, news)
        name = self.names.get(move, "")
        return come(news[0], name) if news else gone(olds[0], name)

    def _table(self, old: list[Block], new: list[Block]) -> None:
        olds = [one for one in old if isinstance(one, Table)]
        news = [one for one in new if isinstance(one, Table)]
        if not olds:
            self.desk.met_new(news[0].table)
            self.desk.marker.whole(news[0].table, "+")
        elif news:
            merge_tables(olds[0], news[0], self.desk, merge_blocks)
        else:
            table = self.desk.from_old(olds[0].table)
            self.desk.marker.whole(table, "-")
            self._put(table)
        if news:
            self.last = news[0].table

    def _flush(self) -> None:
        """Paragraphs up to a table or the end."""
        entries, self.waiting = with_a_last_mark(self.waiting), []
        start = 0
        for at, entry in enumerate(entries):
            if not entry.ends:
                continue
            own = entries[start : at + 1]
            for one in own:
                take_note(one, self.desk)
            if is_untouched(own, self.desk):
                self.last = entry.new.end.paragraph  # type: ignore[union-attr]
            elif entry.new:
                self.last = write_paragraph(own, self.desk)
            else:
                self._put(write_paragraph(own, self.desk))
            if entry.move and self.last is not None:
                self.last = moved(self.last, entry, self.desk)
            start = at + 1

    def _put(self, block: etree._Element) -> None:
        """A block of the old draft behind the one written last."""
        if self.last is not None:
            self.last.addnext(block)
        else:
            first = next(within(self.container, W + "p", W + "tbl"), None)
            if first is not None:
                first.addprevious(block)
            else:
                self.container.append(block)
        self.last = block
